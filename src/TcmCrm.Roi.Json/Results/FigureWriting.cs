using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes figures: an answer, or an object with the reason why there is none.</summary>
internal static class FigureWriting
{
    /// <summary>Ratios and months are rounded to so many digits behind the point, 四舍五入; trailing zeros are left out.</summary>
    public const int Decimals = 12;

    public static void WriteMoney(this Utf8JsonWriter writer, string name, decimal printed, int digits) =>
        writer.WriteString(name, Text(printed, digits));

    /// <summary>An amount in fixed-point text with all digits of the minor unit: <c>"75720.00"</c>.</summary>
    public static string Text(decimal printed, int digits) => printed.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static void WriteAmount(this Utf8JsonWriter writer, string name, Figure<Money> figure, int digits)
    {
        if (figure.TryGetValue(out Money amount))
        {
            writer.WriteMoney(name, Printed.Total(amount.Amount, digits), digits);
        }
        else
        {
            writer.WriteReason(name, figure.Reason);
        }
    }

    public static void WriteRatio(this Utf8JsonWriter writer, string name, Figure<decimal> figure)
    {
        if (figure.TryGetValue(out decimal value))
        {
            writer.WriteNumber(name, Short(value));
        }
        else
        {
            writer.WriteReason(name, figure.Reason);
        }
    }

    public static void WriteNumber(this Utf8JsonWriter writer, string name, Figure<double> figure)
    {
        if (figure.TryGetValue(out double value))
        {
            writer.WritePropertyName(name);
            writer.WriteDouble(value);
        }
        else
        {
            writer.WriteReason(name, figure.Reason);
        }
    }

    /// <summary>What is known of the rates of return of flows, as members of the object that is open.</summary>
    public static void WriteRoots(this Utf8JsonWriter writer, InternalRateOfReturnResult rates)
    {
        writer.WriteString("status", ResultNames.Statuses.WordFor(rates.Status));
        writer.WriteStartArray("rates");
        foreach (RateRoot root in rates.Roots.Where(root => FigureWriting.IsFinite(root.Rate)))
        {
            writer.WriteDouble(root.Rate);
        }

        writer.WriteEndArray();
        if (rates.Reason is { } reason)
        {
            writer.WriteString("reason", Figure.IdOf(reason));
        }
        else
        {
            writer.WriteNull("reason");
        }

        writer.WriteString("proof", ResultNames.Proofs.WordFor(rates.Proof));
    }

    /// <summary>A double in 15 significant digits, all that it holds of a decimal number, the same on every runtime.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not finite: JSON has no word for it, and a figure that has no answer has a reason.</exception>
    public static void WriteDouble(this Utf8JsonWriter writer, double value)
    {
        double size = Math.Abs(value);
        if (!IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Not a number of JSON; allowed: a finite number.");
        }

        if (size is < 1e15 and > 1e-6)
        {
            writer.WriteNumberValue(Short((decimal)value, 15));
        }
        else
        {
            writer.WriteRawValue(value.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A double in 15 digits, or in 16 or 17 where it takes them to give the same bits again; the same on every runtime.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not finite.</exception>
    public static void WriteReal(this Utf8JsonWriter writer, string name, double value)
    {
        writer.WritePropertyName(name);
        writer.WriteRealValue(value);
    }

    public static void WriteRealValue(this Utf8JsonWriter writer, double value)
    {
        if (!IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Not a number of JSON; allowed: a finite number.");
        }

        string text = value == 0 ? "0" : RealText.Shortest(value);
        if (text.IndexOf('E') < 0)
        {
            writer.WriteNumberValue(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
        }
        else
        {
            // A raw value would not be laid out as an element of a list.
            using JsonDocument number = JsonDocument.Parse(text);
            number.RootElement.WriteTo(writer);
        }
    }

    public static void WriteMonth(this Utf8JsonWriter writer, string name, YearMonth month) => writer.WriteString(name, MonthText(month));

    public static string MonthText(YearMonth month) => YearMonthPattern.Iso.Format(month);

    public static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    public static void WriteReason(this Utf8JsonWriter writer, string name, NotApplicableReason? reason)
    {
        writer.WriteStartObject(name);
        writer.WriteString(ResultNames.NotApplicable, Figure.IdOf(reason ?? NotApplicableReason.NotComputed));
        writer.WriteEndObject();
    }

    public static void WriteDate(this Utf8JsonWriter writer, string name, LocalDate date) => writer.WriteString(name, LocalDatePattern.Iso.Format(date));

    /// <summary>Without trailing zeros: dividing by 1 with 28 zeros brings a decimal to its smallest scale.</summary>
    public static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;

    private static decimal Short(decimal value, int decimals = Decimals) => Trimmed(decimal.Round(value, decimals, MidpointRounding.AwayFromZero));
}
