using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A unit of time as people write it, and what it is in the unit of a KPI where that is exact.</summary>
internal sealed class TimeUnit
{
    private const int SecondsOfHour = 3600;
    private const int SecondsOfDay = 86_400;

    private static readonly TimeUnit[] All =
    [
        new("table.time.second", "秒", 1, false, "秒钟 sec secs second seconds s", ""),
        new("table.time.minute", "分钟", 60, false, "分鐘 min mins minute minutes", ""),
        new("table.time.hour", "小时", SecondsOfHour, false, "小時 钟头 h hr hrs hour hours", ""),
        new("table.time.workHour", "工时", SecondsOfHour, true, "工時 人时 人工时 manhour manhours personhour personhours", ""),
        new("table.time.day", "天", SecondsOfDay, false, "自然日 日历日 日历天 d day days calendardays", "日"),
        new("table.time.workDay", "工作日", 0, true, "workday workdays workingday workingdays businessdays", ""),
        new("table.time.personDay", "人天", 0, true, "人日 工日 manday mandays personday persondays", ""),
        new("table.time.personMonth", "人月", 0, true, "manmonth manmonths personmonth personmonths", ""),
        new("table.time.week", "周", 0, false, "星期 week weeks wk", ""),
        new("table.time.month", "个月", 0, false, "個月", "月 month months"),
        new("table.time.year", "年", 0, false, "", "年 year years"),
        new("table.time.points", "分", 0, false, "", "分"),
    ];

    private static readonly Dictionary<string, TimeUnit> ByName = Names(inCells: false);
    private static readonly KeyValuePair<string, TimeUnit>[] Endings = [.. Names(inCells: true).OrderByDescending(name => name.Key.Length)];

    private readonly string _id;
    private readonly int _seconds;
    private readonly bool _isOfWork;
    private readonly string _names;
    private readonly string _namesAlone;

    /// <param name="id">The id of its name.</param>
    /// <param name="mark">The measure that stands with a number of it.</param>
    /// <param name="seconds">How many seconds it is; 0 where that is not the same for all of them.</param>
    /// <param name="isOfWork">Whether it counts work and not the time that passes.</param>
    /// <param name="names">What stands behind a number.</param>
    /// <param name="namesAlone">What means it only where it stands alone: in a header or a column of units.</param>
    private TimeUnit(string id, string mark, int seconds, bool isOfWork, string names, string namesAlone)
    {
        _id = id;
        Mark = mark;
        _seconds = seconds;
        _isOfWork = isOfWork;
        _names = names;
        _namesAlone = namesAlone;
    }

    /// <summary>The measure that stands with a number of it, one for all ways to write it.</summary>
    internal string Mark { get; }

    internal Message Name => new(_id);

    /// <summary>Whether it may be the period that a sum is of (节约工时（月）), and not the unit of the number.</summary>
    internal bool IsPeriod => _id is "table.time.week" or "table.time.month" or "table.time.year";

    /// <summary>The units that a KPI in days or hours takes.</summary>
    internal static IEnumerable<Message> Allowed(KpiUnit unit) => All.Where(one => one.Factor(unit) is not null).Select(one => one.Name);

    /// <summary>The unit that a text is; null where it is none.</summary>
    internal static TimeUnit? Of(string? text) => text is not null && text.Length <= 20 && ByName.TryGetValue(HeaderText.Key(text), out TimeUnit? unit) ? unit : null;

    /// <summary>The unit that a header or the name of a KPI states: in brackets, or behind a stroke; null where it states none.</summary>
    internal static TimeUnit? InName(string header)
    {
        if (HeaderText.Split(header).Unit is { } known)
        {
            return Of(known.Measure);
        }

        string plain = new([.. header.Select(CellChars.Plain)]);
        plain = plain.Replace('[', '(').Replace(']', ')').Replace('【', '(').Replace('】', ')').Trim();
        int open = plain.IndexOf('(');
        int close = plain.LastIndexOf(')');
        if (open > 0 && close > open)
        {
            string inside = plain.Substring(open + 1, close - open - 1);
            inside = inside.StartsWith("单位", StringComparison.Ordinal) ? inside.Substring(2).TrimStart(':', ' ') : inside;
            return Of(inside) ?? inside.Split(',', '、', ';', '/').Select(Of).FirstOrDefault(unit => unit is not null);
        }

        int stroke = plain.LastIndexOfAny(['/', '_', ':', '-', ' ']);
        return stroke > 0 && IsBehind(plain, stroke) ? Of(plain.Substring(stroke + 1)) : null;
    }

    /// <summary>Whether what stands behind a stroke of a header is a unit of time: an English one only behind / and :, because response_min may be the smallest one.</summary>
    internal static bool IsBehind(string plain, int stroke) =>
        stroke + 1 < plain.Length && (plain[stroke] is '/' or ':' || plain[stroke + 1] > '\u007F') && Of(plain.Substring(stroke + 1)) is { IsPeriod: false };

    /// <summary>Parts 90分钟 into its number and its unit.</summary>
    internal static TimeUnit? AtEnd(ReadOnlySpan<char> text, out ReadOnlySpan<char> number)
    {
        text = CellChars.Trim(text);
        foreach (KeyValuePair<string, TimeUnit> ending in Endings)
        {
            if (text.Length > ending.Key.Length && text.EndsWith(ending.Key.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                number = CellChars.Trim(text.Slice(0, text.Length - ending.Key.Length));
                return ending.Value;
            }
        }

        number = default;
        return null;
    }

    /// <summary>What a number of it is divided by to be in the unit of a KPI; null where that is not exact.</summary>
    /// <remarks>A KPI in days counts calendar days of 24 hours; one in hours counts hours of work, so that a day is not a number of them that is known.</remarks>
    internal double? Factor(KpiUnit unit) => unit switch
    {
        KpiUnit.Hour when _seconds is > 0 and <= SecondsOfHour => SecondsOfHour / _seconds,
        KpiUnit.Day when _seconds > 0 && !_isOfWork => SecondsOfDay / _seconds,
        _ => null,
    };

    private static Dictionary<string, TimeUnit> Names(bool inCells)
    {
        var names = new Dictionary<string, TimeUnit>(StringComparer.Ordinal);
        foreach (TimeUnit unit in All)
        {
            string all = inCells ? unit._names : unit._names + " " + unit._namesAlone;
            foreach (string name in (unit._id is "table.time.year" or "table.time.points" && inCells ? string.Empty : unit.Mark + " " + all).Split([' '], StringSplitOptions.RemoveEmptyEntries))
            {
                names[name] = unit;
            }
        }

        return names;
    }
}
