using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>Reads plain values; what cannot be read is reported and comes back as null.</summary>
internal static class ValueReader
{
    public static decimal? Number(ReadContext context, int node, NumberField field)
    {
        JsonTokenType kind = context.Tree.Kind(node);
        if (kind is not (JsonTokenType.Number or JsonTokenType.String) || context.Tree[node].IsReported)
        {
            context.WrongType(node, field);
            return null;
        }

        return Checked(context, node, field, context.Tree.Raw(node));
    }

    public static string? Text(ReadContext context, int node, TextField field)
    {
        if (context.Tree.Kind(node) != JsonTokenType.String)
        {
            context.WrongType(node, field);
            return null;
        }

        string? text = context.Tree.String(node);
        if (text is null || !field.Holds(text))
        {
            context.OutOfRange(node, field);
            return null;
        }

        return text;
    }

    public static Money? Amount(ReadContext context, int node, MoneyField field) =>
        Number(context, node, field) is { } amount ? new Money(amount, context.Currency) : null;

    public static LocalDate? Date(ReadContext context, int node, DateField field)
    {
        if (context.Tree.Kind(node) != JsonTokenType.String)
        {
            context.WrongType(node, field);
            return null;
        }

        if (TryDate(context.Tree.Raw(node), out LocalDate date))
        {
            return date;
        }

        context.OutOfRange(node, field);
        return null;
    }

    /// <summary>Reads <c>YYYY-MM-DD</c>: NodaTime's ISO pattern without its allocations, for the years that a case may lie in.</summary>
    public static bool TryDate(ReadOnlySpan<byte> raw, out LocalDate date)
    {
        int year = 0, month = 0, day = 0;
        bool sound = raw.Length == 10 && raw[4] == (byte)'-' && raw[7] == (byte)'-'
            && Digits(raw.Slice(0, 4), out year) && Digits(raw.Slice(5, 2), out month) && Digits(raw.Slice(8, 2), out day)
            && year is >= DateField.FirstYear and <= DateField.LastYear && month is >= 1 and <= 12
            && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
        date = sound ? new LocalDate(year, month, day) : default;
        return sound;
    }

    public static EvaluationPeriod? Period(ReadContext context, int node, PeriodField field)
    {
        if (context.Tree.Kind(node) != JsonTokenType.String)
        {
            context.WrongType(node, field);
            return null;
        }

        if (context.Tree[node].Length <= 40 && EvaluationPeriod.TryParse(context.Tree.String(node), out EvaluationPeriod? period, out _))
        {
            return period;
        }

        context.OutOfRange(node, field);
        return null;
    }

    public static bool TryChoice<T>(ReadContext context, int node, ChoiceField<T> field, out T value)
        where T : notnull
    {
        value = default!;
        if (context.Tree.Kind(node) != JsonTokenType.String)
        {
            context.WrongType(node, field);
            return false;
        }

        if (field.Choices.TryFind(context.Tree.Raw(node), out value))
        {
            return true;
        }

        context.UnknownWord(node, field.Words);
        return false;
    }

    private static decimal? Checked(ReadContext context, int node, NumberField field, ReadOnlySpan<byte> digits)
    {
        switch (DecimalText.Read(digits, out decimal value))
        {
            case DecimalText.Outcome.Exact when field.Holds(value):
                return value;
            case DecimalText.Outcome.Exact:
                context.OutOfRange(node, field);
                return null;
            case DecimalText.Outcome.TooLong:
                context.Refused(
                    DocumentProblemKind.OutOfRange, node, new Message("document.allowed.shortNumber", MessageArgument.Part("number", field.Allowed)));
                return null;
            default:
                context.WrongType(node, field);
                return null;
        }
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (byte b in text)
        {
            int digit = b - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        return true;
    }
}
