namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What people write for the kind of an actual, and which columns each kind has.</summary>
internal sealed class ActualKindNames
{
    private static readonly Dictionary<string, ActualKindNames> ByName = new(StringComparer.Ordinal);

    static ActualKindNames()
    {
        // Needed and allowed of: amount, quantity, denominator, planned.
        Add("cost", "a...", "aq.p", "成本", "费用", "支出");
        Add("unplannedCost", "a...", "a...", "计划外成本", "计划外费用", "计划外支出");
        Add("benefit", "a...", "aq.p", "收益", "效益");
        Add("adoption", "a.d.", "a.dp", "使用率", "活跃使用率", "采用率", "使用");
        Add("seats", "a.d.", "a.d.", "席位", "席位数", "账号");
        Add("retention", "aqdp", "aqdp", "保留", "客户保留", "客户保留率", "留存", "留存率");
        Add("kpi", "a...", "a.d.", "指标");
        Add("baseline", "a...", "a.d.", "基线", "基线值");
        Add("verified", "....", "....", "已验证", "验证", "已核实");
        Add("renewal", "....", "aq..", "续约", "续费", "合同");
    }

    private ActualKindNames(string id, string needed, string allowed, string name) => (Id, Needed, Allowed, Name) = (id, needed, allowed, name);

    internal static IEnumerable<ActualKindNames> All => ByName.Values.Distinct();

    internal string Id { get; }

    /// <summary>The usual Chinese name.</summary>
    internal string Name { get; }

    /// <summary>Which of amount, quantity, denominator and planned a row must have: their letters, a point for the others.</summary>
    internal string Needed { get; }

    /// <summary>Which of them it may have.</summary>
    internal string Allowed { get; }

    internal static ActualKindNames? Find(string name) => ByName.TryGetValue(HeaderText.Key(name), out ActualKindNames? kind) ? kind : null;

    private static void Add(string id, string needed, string allowed, params string[] names)
    {
        var kind = new ActualKindNames(id, needed, allowed, names[0]);
        foreach (string name in names.Prepend(id))
        {
            ByName.Add(HeaderText.Key(name), kind);
        }
    }
}
