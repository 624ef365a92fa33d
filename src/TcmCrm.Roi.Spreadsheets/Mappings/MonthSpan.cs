using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The months of a series, each once, with the line where it stands.</summary>
internal sealed class MonthSpan
{
    /// <summary>Two hundred years: a series that is longer has a month that is a slip of the pen.</summary>
    internal const int MonthsAtMost = 2400;

    private readonly Dictionary<YearMonth, long> _lines = [];

    internal YearMonth Start { get; private set; }

    internal YearMonth End { get; private set; }

    internal int Count => _lines.Count == 0 ? 0 : ((End.Year - Start.Year) * 12) + End.Month - Start.Month + 1;

    internal bool IsTooLong => Count > MonthsAtMost;

    internal long? LineOf(YearMonth month) => _lines.TryGetValue(month, out long line) ? line : null;

    /// <summary>Takes a month; false where it was there before.</summary>
    internal bool TryAdd(YearMonth month, long line)
    {
        if (_lines.ContainsKey(month))
        {
            return false;
        }

        Start = _lines.Count == 0 || month < Start ? month : Start;
        End = _lines.Count == 0 || month > End ? month : End;
        _lines.Add(month, line);
        return true;
    }

    internal int IndexOf(YearMonth month) => ((month.Year - Start.Year) * 12) + month.Month - Start.Month;

    internal Message TooLong(string name) => new(
        "table.seriesTooLong", MessageArgument.Text("series", name), MessageArgument.Month("from", Start), MessageArgument.Month("to", End),
        Said.Count("count", Count), MessageArgument.Text("most", MonthsAtMost.ToString(CultureInfo.InvariantCulture)));
}
