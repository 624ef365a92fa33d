namespace TcmCrm.Roi.Json.Texts;

/// <summary>What the members and objects of answers mean, in both languages, for the published schemas; figures of the list of measures have words of their own.</summary>
/// <remarks>By object and name where a name means several things, else by name. No sentence of a report is here, and no statement has its stop.</remarks>
internal static partial class SchemaWords
{
    private static readonly Dictionary<string, Bilingual> All = new[] { Values, Results, Simulations, Reviews, Studies, Trends, HostValues }
        .SelectMany(part => part).ToDictionary(part => part.Key, part => part.Value, StringComparer.Ordinal);

    private static readonly Dictionary<string, Bilingual> Units = new(StringComparer.Ordinal)
    {
        ["money"] = new("an amount in the stated currency", "金额，按所列币种"),
        ["fraction"] = new("a fraction, 0.6 is 60 %", "小数，0.6即60%"),
        ["probability"] = new("a probability from 0 to 1", "概率，0至1"),
        ["rate"] = new("a yearly rate as a fraction, 0.08 is 8 %", "年利率，小数，0.08即8%"),
        ["flowRate"] = new("a rate as a fraction, yearly with dates, else per period", "利率，小数；有日期时为年利率，否则为每期利率"),
        ["multiple"] = new("a multiple, 1.3 is 1.3 times", "倍数，1.3即1.3倍"),
        ["months"] = new("in months", "单位：月"),
        ["figure"] = new("in the unit of its figure", "单位同该项指标"),
        ["factor"] = new("a factor, 1 is the plan; of a delay in months", "系数，1即计划；延期则为月数"),
        ["lever"] = new("in the unit of the lever", "单位同该变量"),
        ["effect"] = new("in the unit that the estimate states: a fraction, points, or the unit of the KPI", "单位以该估计所列为准：小数、分值或指标的单位"),
        ["scale"] = new("on the scale of the estimate", "按该估计所用的尺度"),
        ["kpi"] = new("in the unit of the KPI", "单位同指标"),
        ["kpiPerPoint"] = new("in the unit of the KPI a point, a month in a monthly series", "单位：指标单位/点，月度序列即每月"),
        ["kpiPerMonth"] = new("in the unit of the KPI a month", "单位：指标单位/月"),
        ["kpiPerYear"] = new("in the unit of the KPI a year", "单位：指标单位/年"),
        ["charted"] = new("in the unit that is charted, which basis says", "单位同图上所绘数值，见basis"),
        ["sigma"] = new("in standard deviations", "单位：标准差"),
        ["flows"] = new("in the unit of the amounts that were given", "单位同所给金额"),
        ["paybackUnit"] = new("in the unit that unit states, from the first flow", "单位见unit，自首笔现金流起算"),
    };

    /// <summary>Gets every key that is not a unit, for the test that each is used.</summary>
    public static IReadOnlyCollection<string> Keys => All.Keys;

    /// <summary>What an object or a document is.</summary>
    /// <exception cref="InvalidOperationException">It is not described.</exception>
    public static Bilingual Of(string title) =>
        All.TryGetValue(title + ".", out Bilingual? meaning) ? meaning : throw new InvalidOperationException($"The schema does not say what '{title}' is.");

    /// <summary>What a member of an object means.</summary>
    /// <exception cref="InvalidOperationException">It is not described.</exception>
    public static Bilingual Of(string title, string member) =>
        All.TryGetValue(title + "." + member, out Bilingual? meaning) || All.TryGetValue(member, out meaning)
            ? meaning
            : throw new InvalidOperationException($"The schema does not say what '{title}.{member}' means.");

    public static Bilingual Unit(string unit) => Units[unit];
}
