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

    public static Money? Amount(ReadContext context, int node, MoneyField field)
    {
        ReadOnlySpan<byte> raw = context.Tree.Raw(node);
        if (context.Tree.Kind(node) != JsonTokenType.String || raw.Length < 5 || raw[3] != (byte)' ')
        {
            return Number(context, node, field) is { } plain ? new Money(plain, context.Currency) : null;
        }

        string code = context.Tree.Text.Read(context.Tree[node].Start + 1, 3);
        if (!Currency.TryOf(code, out Currency currency))
        {
            context.Refused(DocumentProblemKind.OutOfRange, node, "an ISO 4217 currency code before the amount, such as \"USD 1200.50\"");
            return null;
        }

        return Checked(context, node, field, raw.Slice(4)) is { } amount ? new Money(amount, currency) : null;
    }

    public static LocalDate? Date(ReadContext context, int node, DateField field)
    {
        if (context.Tree.Kind(node) != JsonTokenType.String)
        {
            context.WrongType(node, field);
            return null;
        }

        ReadOnlySpan<byte> raw = context.Tree.Raw(node);
        if (raw.Length == 10 && raw[4] == (byte)'-' && raw[7] == (byte)'-'
            && Digits(raw.Slice(0, 4), out int year) && Digits(raw.Slice(5, 2), out int month) && Digits(raw.Slice(8, 2), out int day)
            && year is >= DateField.FirstYear and <= DateField.LastYear && month is >= 1 and <= 12
            && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return new LocalDate(year, month, day);
        }

        context.OutOfRange(node, field);
        return null;
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

        string? nearest = Suggestion.Nearest(context.Tree.String(node) ?? string.Empty, field.Words);
        context.Refused(
            DocumentProblemKind.OutOfRange, node, nearest is null ? field.Allowed : $"{field.Allowed}; did you mean '{nearest}'?");
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
                context.Refused(DocumentProblemKind.OutOfRange, node, field.Allowed + ", of at most 28 digits");
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
