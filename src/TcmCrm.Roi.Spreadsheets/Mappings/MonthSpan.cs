using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The months of a series, each once, with the line where it stands.</summary>
internal sealed class MonthSpan
{
    /// <summary>Two hundred years: a series that is longer has a month that is a slip of the pen.</summary>
    internal const int MonthsAtMost = 2400;

    /// <summary>Months that may be missing between two others before the year is asked.</summary>
    private const int GapAtMost = 36;

    /// <summary>A gap that no series of a company has.</summary>
    private const int LongGap = 240;

    private readonly Dictionary<YearMonth, long> _lines = [];

    internal YearMonth Start { get; private set; }

    internal YearMonth End { get; private set; }

    internal int Count => _lines.Count == 0 ? 0 : ((End.Year - Start.Year) * 12) + End.Month - Start.Month + 1;

    internal bool IsTooLong => Count > MonthsAtMost;

    internal long? LineOf(YearMonth month) => _lines.TryGetValue(month, out long line) ? line : null;

    /// <summary>
    /// The months that stand so far from all others that their year is a slip of the pen: at most a quarter of them beyond a gap of more than three years, or the fewer of them beyond
    /// one of more than twenty. None where there is no such gap.
    /// </summary>
    internal IReadOnlyList<YearMonth> FarMonths()
    {
        if (_lines.Count < 2 || Count - _lines.Count < GapAtMost)
        {
            return [];
        }

        YearMonth[] months = [.. _lines.Keys.OrderBy(month => month)];
        int at = 1;
        for (int i = 2; i < months.Length; i++)
        {
            at = Between(months[i - 1], months[i]) > Between(months[at - 1], months[at]) ? i : at;
        }

        int gap = Between(months[at - 1], months[at]);
        int few = Math.Min(at, months.Length - at);
        bool isFar = gap > LongGap ? few * 2 < months.Length : gap > GapAtMost && few * 4 <= months.Length;
        return !isFar ? [] : at == few ? months.Take(at).ToArray() : months.Skip(at).ToArray();
    }

    internal YearMonth FirstAfter(YearMonth month) => _lines.Keys.Where(one => one > month).Min();

    internal YearMonth LastBefore(YearMonth month) => _lines.Keys.Where(one => one < month).Max();

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

    private static int Between(YearMonth from, YearMonth to) => ((to.Year - from.Year) * 12) + to.Month - from.Month - 1;

    internal Message TooLong(string name) => new(
        "table.seriesTooLong", MessageArgument.Text("series", name), MessageArgument.Month("from", Start), MessageArgument.Month("to", End),
        Said.Count("count", Count), MessageArgument.Text("most", MonthsAtMost.ToString(CultureInfo.InvariantCulture)));
}
