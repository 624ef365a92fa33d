using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>Writes values under the names of their fields, in the form in which the reader takes them.</summary>
internal static class FieldWriting
{
    public static void Put(this Utf8JsonWriter writer, TextField field, string value) => writer.WriteString(field.Encoded, value);

    public static void Put(this Utf8JsonWriter writer, NumberField field, decimal value) => writer.WriteNumber(field.Encoded, value);

    public static void Put(this Utf8JsonWriter writer, MoneyField field, Money value) => writer.WriteNumber(field.Encoded, value.Amount);

    public static void Put(this Utf8JsonWriter writer, FlagField field, bool value) => writer.WriteBoolean(field.Encoded, value);

    public static void Put(this Utf8JsonWriter writer, CurrencyField field, Currency value) => writer.WriteString(field.Encoded, value.Code);

    public static void Put(this Utf8JsonWriter writer, DateField field, LocalDate value) =>
        writer.WriteString(field.Encoded, LocalDatePattern.Iso.Format(value));

    public static void Put(this Utf8JsonWriter writer, PeriodField field, EvaluationPeriod value) => writer.WriteString(field.Encoded, value.ToString());

    public static void Put<T>(this Utf8JsonWriter writer, ChoiceField<T> field, T value)
        where T : notnull => writer.WriteString(field.Encoded, field.Choices.WordFor(value));

    public static void PutIfAny<T>(this Utf8JsonWriter writer, ChoiceField<T> field, T? value)
        where T : struct
    {
        if (value is { } choice)
        {
            writer.Put(field, choice);
        }
    }

    /// <summary>Writes numbers by name, sorted, so that the same numbers are the same text.</summary>
    public static void PutIfAny(this Utf8JsonWriter writer, ParametersField field, IReadOnlyDictionary<string, decimal> parameters)
    {
        if (parameters.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(field.Encoded);
        foreach (KeyValuePair<string, decimal> parameter in parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal))
        {
            writer.WriteNumber(parameter.Key, parameter.Value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Leaves a number out where the reader would supply it.</summary>
    public static void PutUnless(this Utf8JsonWriter writer, NumberField field, decimal value, decimal absent)
    {
        if (value != absent)
        {
            writer.WriteNumber(field.Encoded, value);
        }
    }

    /// <summary>Leaves a word out where the reader would supply it.</summary>
    public static void PutUnless<T>(this Utf8JsonWriter writer, ChoiceField<T> field, T value, T absent)
        where T : notnull
    {
        if (!EqualityComparer<T>.Default.Equals(value, absent))
        {
            writer.Put(field, value);
        }
    }

    public static void PutIfAny(this Utf8JsonWriter writer, NumberField field, decimal? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(field.Encoded, number);
        }
    }

    public static void PutIfAny(this Utf8JsonWriter writer, DateField field, LocalDate? value)
    {
        if (value is { } date)
        {
            writer.Put(field, date);
        }
    }

    public static void PutIfAny(this Utf8JsonWriter writer, TextField field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(field.Encoded, value);
        }
    }
}
