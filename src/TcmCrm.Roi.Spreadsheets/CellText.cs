using NodaTime;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>One text as a table would read it: months, dates and numbers as people write them, where the text alone says what it is.</summary>
public static class CellText
{
    /// <summary>Reads a month: 2025-03, 2025/3, 202503, 2025年3月, 25年3月, March 2025, and any date, whose month it is. What is ambiguous (Mar-25, 03/04/2025) is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="month">The month; <c>default</c> where there is none.</param>
    public static bool TryParseMonth(string? text, out YearMonth month)
    {
        DateParts parts = text is null ? default : DateText.Parse(text.AsSpan());
        bool isMonth = parts.Form is DateForm.Month or DateForm.Day && !parts.HasMark;
        month = isMonth ? new YearMonth(parts.A, parts.B) : default;
        return isMonth;
    }

    /// <summary>Reads a date: 2025-03-15, 2025/3/15, 20250315, 2025年3月15日, 15-Mar-2025, also with a time behind it. What is ambiguous (03/04/2025) is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date; <c>default</c> where there is none.</param>
    public static bool TryParseDate(string? text, out LocalDate date)
    {
        DateParts parts = text is null ? default : DateText.Parse(text.AsSpan());
        bool isDate = parts.Form == DateForm.Day && !parts.HasMark;
        date = isDate ? new LocalDate(parts.A, parts.B, parts.C) : default;
        return isDate;
    }

    /// <summary>Reads a number: 1,234.50, ￥1,234, CNY 1,000.00, 120.5万元, 25.0%, (300), １２０, 1.2E+05.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number in the unit 1, to 28 digits; 0 where there is none.</param>
    /// <param name="currency">The ISO code of the currency that stands with it; null where none does.</param>
    public static bool TryParseNumber(string? text, out decimal number, out string? currency)
    {
        number = 0;
        currency = null;
        if (text is null || NumberText.Parse(text.AsSpan(), out CellNumber parsed) != NumberFault.None || parsed.HasMark || !parsed.TryToDecimal(out number))
        {
            return false;
        }

        currency = parsed.Currency;
        return true;
    }
}
