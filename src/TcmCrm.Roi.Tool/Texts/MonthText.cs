using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Spreadsheets;

namespace TcmCrm.Roi.Tool.Texts;

/// <summary>Months of options and documents.</summary>
internal static class MonthText
{
    /// <summary>The one form that is written: 2025-03.</summary>
    internal static string Of(YearMonth month) => month.ToString("uuuu-MM", CultureInfo.InvariantCulture);

    /// <summary>Reads a month as tables have it (2025-03, 2025/3, 2025年3月), and the first of a month such as 2025-03-01.</summary>
    internal static bool TryParse(string text, out YearMonth month) =>
        CellText.TryParseMonth(text, out month) && !(CellText.TryParseDate(text, out LocalDate date) && date.Day != 1);

    internal static Message NotAMonth(string text, string example = "2025-03") => Told.As("month.unreadable", ("value", text), ("example", example));
}
