using System.Globalization;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A number as a cell writes it: significant digits, a power of ten, and the units that stand with it.</summary>
internal struct CellNumber
{
    private static readonly double[] Powers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    private static readonly ulong[] WholePowers =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];

    /// <summary>All digits where they are more than fit into <see cref="Digits"/>; otherwise null.</summary>
    internal string? LongDigits;

    internal ulong Digits;

    internal int Power;

    internal bool IsNegative;

    /// <summary>Whether a per cent or per mille sign stands with it; it is in <see cref="Power"/> already.</summary>
    internal bool IsPercent;

    /// <summary>Whether 万, 亿 or the like stands with it; it is in <see cref="Power"/> already.</summary>
    internal bool HasScale;

    /// <summary>Whether it is written with one comma before exactly three digits and no point: 1,234.</summary>
    internal bool HasLoneComma;

    /// <summary>Whether a mark of a footnote stands with it, which is left out.</summary>
    internal bool HasMark;

    /// <summary>The ISO code of the currency that stands with it, or null.</summary>
    internal string? Currency;

    /// <summary>The measure word that stands with it, such as 户, or null.</summary>
    internal string? Measure;

    internal readonly bool IsZero => LongDigits is null && Digits == 0;

    /// <summary>The nearest double; infinite beyond its range.</summary>
    internal readonly double ToDouble()
    {
        double value;
        if (LongDigits is null && Digits < 1UL << 53 && Power is >= -22 and <= 22)
        {
            // Both are exact, so one operation rounds once.
            value = Power < 0 ? Digits / Powers[-Power] : Digits * Powers[Power];
        }
        else
        {
            string digits = LongDigits ?? Digits.ToString(CultureInfo.InvariantCulture);
            string text = digits + "E" + Power.ToString(CultureInfo.InvariantCulture);
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            {
                value = double.PositiveInfinity; // .NET Framework refuses what it cannot hold.
            }
        }

        return IsNegative && value != 0 ? -value : value;
    }

    /// <summary>The decimal, rounded to 28 digits; false beyond its range.</summary>
    internal readonly bool TryToDecimal(out decimal value)
    {
        if (LongDigits is null && Power is >= -28 and <= 0)
        {
            value = new decimal((int)Digits, (int)(Digits >> 32), 0, IsNegative && Digits != 0, (byte)-Power);
            return true;
        }

        if (LongDigits is null && Power is > 0 and <= 9 && Digits <= ulong.MaxValue / WholePowers[Power])
        {
            value = IsNegative ? -(decimal)(Digits * WholePowers[Power]) : Digits * WholePowers[Power];
            return true;
        }

        string digits = LongDigits ?? Digits.ToString(CultureInfo.InvariantCulture);
        return decimal.TryParse((IsNegative ? "-" : string.Empty) + digits + "E" + Power.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
