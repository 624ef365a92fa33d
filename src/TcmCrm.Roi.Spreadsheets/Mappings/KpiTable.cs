using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A host's own KPIs from a table, one row a KPI: <c>kpi,better[,name][,unit][,overtime][,oversegments][,minimum][,maximum][,formula]</c>. Other tables find them by id or name (<see cref="TableReadOptions.Kpis"/>).</summary>
/// <remarks>
/// Without a unit a KPI is a number. Without a rule over time a ratio is a ratio of sums, money and hours are sums, and other units the mean; over segments a ratio, days and scores are a ratio of sums, and other units a sum.
/// Limits are those of the values, inclusive; a ratio is held to 0 and above where it states none.
/// </remarks>
public static class KpiTable
{
    private static readonly TableColumn Id = new("kpi", "指标", "指标标识", "标识", "指标代码", "id") { IsRequired = true };
    private static readonly TableColumn Better = new("better", "优劣", "优劣方向", "方向", "direction") { IsRequired = true };
    private static readonly TableColumn Name = new("name", "名称", "指标名称", "中文名");
    private static readonly TableColumn Unit = new("unit", "单位", "计量单位");
    private static readonly TableColumn OverTime = new("overtime", "时间汇总", "汇总方式", "按时间汇总");
    private static readonly TableColumn OverSegments = new("oversegments", "分段汇总", "按分段汇总");
    private static readonly TableColumn Minimum = new("minimum", "下限", "最小值", "min");
    private static readonly TableColumn Maximum = new("maximum", "上限", "最大值", "max");
    private static readonly TableColumn Formula = new("formula", "公式", "计算公式");

    private static readonly Dictionary<string, KpiUnit> Units = Words<KpiUnit>(
        (KpiUnit.Number, "number 个 数量 人数 户"), (KpiUnit.Ratio, "ratio 比率 比例 率 %"), (KpiUnit.Money, "money currency 元 金额 货币"), (KpiUnit.Day, "day days 天"),
        (KpiUnit.Hour, "hour hours 小时"), (KpiUnit.Score, "score 分 评分"), (KpiUnit.NetScore, "netscore 净得分"), (KpiUnit.PerDay, "perday 次/天"), (KpiUnit.MoneyPerDay, "moneyperday 元/天"));

    private static readonly Dictionary<string, KpiDirection> Directions = Words<KpiDirection>(
        (KpiDirection.HigherIsBetter, "up 越高越好 higher 高 上升"), (KpiDirection.LowerIsBetter, "down 越低越好 lower 低 下降"), (KpiDirection.Neutral, "none 不评判 neither 无"));

    private static readonly Dictionary<string, KpiAggregation> Rules = Words<KpiAggregation>(
        (KpiAggregation.Sum, "sum 合计 求和"), (KpiAggregation.Mean, "mean average 平均"), (KpiAggregation.EndOfPeriod, "endofperiod end 期末"), (KpiAggregation.RatioOfSums, "ratioofsums ratio 合计之比 分子分母"),
        (KpiAggregation.Product, "product 连乘"), (KpiAggregation.CompoundLoss, "compoundloss 复合流失"), (KpiAggregation.DistinctCount, "distinctcount distinct 去重"), (KpiAggregation.Recompute, "recompute 重新计算"));

    /// <summary>Gets the columns that the table may have.</summary>
    public static TableLayout Layout { get; } = new(Id, Better, Name, Unit, OverTime, OverSegments, Minimum, Maximum, Formula);

    /// <summary>Reads the KPIs of a table.</summary>
    /// <param name="stream">CSV or xlsx, from its current position; it is not closed.</param>
    /// <param name="options">Choices and limits; the default ones when null.</param>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static KpiTableReading Read(Stream stream, TableReadOptions? options = null)
    {
        Table table = Table.Read(stream, Layout, options);
        var kpis = new List<KpiDefinition>();
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        bool isWhole = table.Has(Id) && table.Has(Better);
        foreach (TableRow row in isWhole ? table.Rows : [])
        {
            if (Of(row) is not { } kpi)
            {
                continue;
            }

            foreach (string name in new[] { kpi.Id, kpi.Name ?? kpi.Id }.Select(HeaderText.Key).Distinct())
            {
                if (lines.TryGetValue(name, out long earlier))
                {
                    row.Report(Id, new Message("table.seriesTwice", MessageArgument.Text("series", kpi.Name ?? kpi.Id), Said.Line(earlier)));
                }
                else
                {
                    lines.Add(name, row.Line);
                }
            }

            kpis.Add(kpi);
        }

        if (isWhole && table.RowCount == 0)
        {
            table.Report(Said.As("noRows"));
        }

        return new KpiTableReading(table, kpis);
    }

    private static KpiDefinition? Of(TableRow row)
    {
        string id = row.Text(Id)?.Trim() ?? string.Empty;
        if (id.Length == 0)
        {
            row.Report(Id, Said.As("noKpi"));
        }
        else if (KpiCatalog.TryFind(SeriesTable.DefinitionOf(id).Id, out _))
        {
            row.Report(Id, Said.As("kpiOfCatalogue", ("value", id)));
            id = string.Empty;
        }

        if (id.Length > 0 && NullIfBlank(row.Text(Name)) is { } name && KpiCatalog.TryFind(SeriesTable.DefinitionOf(name).Id, out _))
        {
            row.Report(Name, Said.As("kpiOfCatalogue", ("value", name)));
            id = string.Empty;
        }

        KpiUnit? unit = Word(row, Unit, Units, KpiUnit.Number);
        KpiDirection? better = Word(row, Better, Directions, null);
        KpiAggregation? overTime = Word(row, OverTime, Rules, unit switch
        {
            KpiUnit.Ratio => KpiAggregation.RatioOfSums,
            KpiUnit.Money or KpiUnit.Hour => KpiAggregation.Sum,
            _ => KpiAggregation.Mean,
        });
        KpiAggregation? overSegments = Word(row, OverSegments, Rules, unit is KpiUnit.Number or KpiUnit.Money or KpiUnit.Hour ? KpiAggregation.Sum : KpiAggregation.RatioOfSums);
        double? low = row.Number(Minimum);
        double? high = row.Number(Maximum);
        if (id.Length == 0 || unit is null || better is null || overTime is null || overSegments is null || (low is null && !row.IsEmpty(Minimum)) || (high is null && !row.IsEmpty(Maximum)))
        {
            return null;
        }

        double minimum = low ?? (unit == KpiUnit.Ratio ? 0 : double.NegativeInfinity);
        double maximum = high ?? double.PositiveInfinity;
        if (minimum >= maximum)
        {
            row.Report(Maximum, Said.As("kpiLimits"));
            return null;
        }

        if (overSegments is not (KpiAggregation.RatioOfSums or KpiAggregation.Sum or KpiAggregation.DistinctCount or KpiAggregation.Recompute))
        {
            row.Report(OverSegments, NotAWord(row.Text(OverSegments) ?? string.Empty, [["sum", "合计"], ["ratio", "合计之比"], ["distinct", "去重"], ["recompute", "重新计算"]]));
            return null;
        }

        return new KpiDefinition(id, unit.Value, better.Value, overTime.Value, overSegments.Value)
        {
            Name = NullIfBlank(row.Text(Name)),
            Formula = NullIfBlank(row.Text(Formula)),
            Maximum = maximum,
            Minimum = minimum,
        };
    }

    /// <summary>A text that is none of some words, with the words in the reader's language: each by its English name and its first Chinese one.</summary>
    private static Message NotAWord(string text, IEnumerable<string[]> known) => new(
        "table.kpiWord", MessageArgument.Text("value", text), MessageArgument.Parts("known", known.Select(names => new Message(
            "table.columnName", MessageArgument.Text("id", names[0]), MessageArgument.Text("name", Array.Find(names, name => name[0] > '\u3000') ?? names[0])))));

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text!.Trim();

    private static T? Word<T>(TableRow row, TableColumn column, Dictionary<string, T> words, T? otherwise)
        where T : struct
    {
        string text = row.Text(column) ?? string.Empty;
        if (text.Length == 0 && otherwise is not null)
        {
            return otherwise;
        }

        if (words.TryGetValue(HeaderText.Key(text), out T word))
        {
            return word;
        }

        row.Report(column, text.Length == 0 ? Said.As("cellEmpty") : NotAWord(text, words.GroupBy(pair => pair.Value).Select(group => group.Select(pair => pair.Key).ToArray())));
        return null;
    }

    private static Dictionary<string, T> Words<T>(params (T Value, string Names)[] words)
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach ((T value, string names) in words)
        {
            foreach (string name in names.Split(' '))
            {
                all.Add(HeaderText.Key(name), value);
            }
        }

        return all;
    }
}
