using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Csv;

/// <summary>Months as people write them.</summary>
internal static class MonthText
{
    /// <summary>The one form that is written: 2025-03.</summary>
    internal static string Of(YearMonth month) => month.ToString("uuuu-MM", CultureInfo.InvariantCulture);

    /// <summary>Reads 2025-03, 2025-3, 2025/03, 2025.03, 202503, 2025年3月, and the first of a month such as 2025-03-01. Years 1900 to 2200.</summary>
    internal static bool TryParse(string text, out YearMonth month)
    {
        month = default;
        string[] parts = text.Trim().TrimEnd('月').Split('-', '/', '.', '年');
        if (parts is [{ Length: 6 } joined])
        {
            parts = [joined[..4], joined[4..]];
        }

        if (parts.Length is < 2 or > 3 || parts[0].Length != 4 || parts[1].Length is < 1 or > 2
            || !Whole(parts[0], out int year) || !Whole(parts[1], out int number) || year is < 1900 or > 2200 || number is < 1 or > 12)
        {
            return false;
        }

        if (parts.Length == 3 && (!Whole(parts[2], out int day) || day != 1))
        {
            return false;
        }

        month = new YearMonth(year, number);
        return true;
    }

    internal static Message NotAMonth(string text, string example = "2025-03") => Told.As("month.unreadable", ("value", text), ("example", example));

    /// <summary>The number of a line, as an argument.</summary>
    internal static MessageArgument Line(long line) => MessageArgument.Text("line", line.ToString(CultureInfo.InvariantCulture));

    /// <summary>From when to when a series runs, and how long it may be, as arguments.</summary>
    internal static MessageArgument[] Span(YearMonth from, YearMonth to, int count, int most) =>
    [
        MessageArgument.Month("from", from), MessageArgument.Month("to", to),
        MessageArgument.Text("count", count.ToString(CultureInfo.InvariantCulture)), MessageArgument.Text("most", most.ToString(CultureInfo.InvariantCulture)),
    ];

    private static bool Whole(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
