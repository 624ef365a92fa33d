using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Converters;

/// <summary>How one value stands in JSON, both ways; what a type refuses is a <see cref="JsonException"/> with its text.</summary>
internal sealed class Part<T>(Action<Utf8JsonWriter, T> write, Func<JsonElement, T> read)
{
    public void Write(Utf8JsonWriter writer, T value) => write(writer, value);

    public T Read(JsonElement value) => Part.Checked(() => read(value));
}

/// <summary>The parts that several converters are made of.</summary>
internal static class Part
{
    public static Part<decimal> Decimal { get; } = new((writer, value) => writer.WriteNumberValue(value), value => value.GetDecimal());

    public static Part<double> Double { get; } = new((writer, value) => writer.WriteNumberValue(value), value => value.GetDouble());

    public static Part<int> Whole { get; } = new((writer, value) => writer.WriteNumberValue(value), value => value.GetInt32());

    public static Part<LocalDate> Date { get; } = new((writer, value) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value)), value => LocalDatePattern.Iso.Parse(Text(value)).GetValueOrThrow());

    public static Part<YearMonth> Month { get; } = new((writer, value) => writer.WriteStringValue(YearMonthPattern.Iso.Format(value)), value => YearMonthPattern.Iso.Parse(Text(value)).GetValueOrThrow());

    public static Part<Money> Money { get; } = new(
        (writer, value) =>
        {
            writer.WriteStartObject();
            writer.WriteString("amount", value.Amount.ToString(CultureInfo.InvariantCulture));
            writer.WriteString("currency", value.Currency.Code);
            writer.WriteEndObject();
        },
        value =>
        {
            Only(value, "amount", "currency");
            JsonElement amount = Member(value, "amount");
            string code = Text(Member(value, "currency"));
            return new Money(
                amount.ValueKind == JsonValueKind.String ? DecimalOf(Text(amount)) : amount.GetDecimal(),
                code == Currency.None.Code ? Currency.None : Currency.Of(code));
        });

    /// <summary>Does something, and turns what the library or JSON finds wrong into a <see cref="JsonException"/>.</summary>
    public static T Checked<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException or UnparsableValueException)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement member)
            ? member
            : throw new JsonException($"An object with the member \"{name}\" is expected.");

    public static JsonElement? Optional(JsonElement value, string name) =>
        value.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null ? member : null;

    /// <summary>Refuses members that would be lost.</summary>
    public static void Only(JsonElement value, params string[] names)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"An object with the members {string.Join(", ", names)} is expected.");
        }

        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (Array.IndexOf(names, property.Name) < 0)
            {
                throw new JsonException($"\"{property.Name}\" is not known here; allowed: {string.Join(", ", names)}.");
            }
        }
    }

    public static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new JsonException("A text is expected.");

    public static T Choice<T>(JsonElement value)
        where T : struct, Enum
    {
        Choices<T> choices = Choices.Of<T>();
        return choices.TryFind(Encoding.UTF8.GetBytes(Text(value)), out T found) ? found : throw new JsonException($"\"{value.GetString()}\" is not allowed here; allowed: {string.Join(", ", choices.Words)}.");
    }

    private static decimal DecimalOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : throw new JsonException($"\"{text}\" is not an amount; expected digits with a point, such as \"1234.50\".");
}
