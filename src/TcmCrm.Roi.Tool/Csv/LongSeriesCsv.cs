using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tool.Csv;

/// <summary>
/// KPI series in long form: <c>kpi,month,value</c> or <c>kpi,month,numerator,denominator</c>, with an optional <c>segment</c>; one line a month of a
/// KPI (and segment), in any order. An empty value is a gap.
/// </summary>
internal sealed class LongSeriesCsv
{
    private const int MonthsAtMost = 2400;

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["指标"] = "kpi", ["月份"] = "month", ["月"] = "month", ["值"] = "value", ["数值"] = "value",
        ["分子"] = "numerator", ["分母"] = "denominator", ["分段"] = "segment", ["渠道"] = "segment", ["区域"] = "segment",
    };

    private readonly CsvTable table;
    private readonly ProblemList problems;
    private readonly int kpi;
    private readonly int month;
    private readonly int value;
    private readonly int denominator;
    private readonly int segment;

    private LongSeriesCsv(CsvTable table, ProblemList problems)
    {
        this.table = table;
        this.problems = problems;
        kpi = table.IndexOf("kpi");
        month = table.IndexOf("month");
        denominator = table.IndexOf("denominator");
        value = table.IndexOf(denominator >= 0 ? "numerator" : "value");
        segment = table.IndexOf("segment");
    }

    /// <summary>Reads a file; everything that is wrong is added to <paramref name="problems"/>. KPIs that are not in the catalogue get a plain definition.</summary>
    /// <returns>The series in the order in which they first come, empty when the file gives none.</returns>
    internal static IReadOnlyList<KpiSeries> Read(Stream stream, string name, ProblemList problems)
    {
        CsvTable? table = CsvTable.Read(stream, name, "kpi,month,value", Aliases, problems);
        if (table is null || !HeaderIsRight(table, problems))
        {
            return [];
        }

        return new LongSeriesCsv(table, problems).Series();
    }

    /// <summary>The KPI of an id: of the catalogue, or a plain number of which more is better.</summary>
    internal static KpiDefinition Definition(string id) => KpiCatalogue.TryFind(id, out KpiDefinition? known) ? known : new KpiDefinition(
        id, KpiUnit.Number, KpiDirection.HigherIsBetter, KpiAggregation.Mean, KpiAggregation.RatioOfSums);

    private static bool HeaderIsRight(CsvTable table, ProblemList problems)
    {
        bool parts = table.IndexOf("numerator") >= 0 || table.IndexOf("denominator") >= 0;
        string[] wanted = parts ? ["kpi", "month", "numerator", "denominator"] : ["kpi", "month", "value"];
        string layout = string.Join(',', wanted);
        bool right = true;
        foreach (string column in wanted)
        {
            if (table.IndexOf(column) < 0)
            {
                problems.Add(table.Name, 1, $"column {column}", $"is missing; the header has {string.Join(',', table.Columns)}, expected {layout} and perhaps segment");
                right = false;
            }
        }

        foreach (string column in table.Columns)
        {
            if (!wanted.Contains(column, StringComparer.OrdinalIgnoreCase) && !column.Equals("segment", StringComparison.OrdinalIgnoreCase))
            {
                problems.Add(table.Name, 1, $"column {column}", $"is not known; allowed: {layout} and perhaps segment");
                right = false;
            }
        }

        return right;
    }

    private List<KpiSeries> Series()
    {
        var groups = new Dictionary<(string Kpi, string Segment), Dictionary<YearMonth, Entry>>();
        var order = new List<(string Kpi, string Segment)>();
        foreach ((long Line, string[] Cells) row in table.Rows)
        {
            double? first = table.Number(row, value, problems);
            double? second = denominator >= 0 ? table.Number(row, denominator, problems) : null;
            if (denominator >= 0)
            {
                CheckParts(row, first, second);
            }

            bool hasMonth = MonthText.TryParse(row.Cells[month], out YearMonth when);
            if (!hasMonth)
            {
                problems.Add(table.Name, row.Line, "column month", $"'{row.Cells[month]}' is not a month; write 2025-03");
            }

            string id = row.Cells[kpi].Trim();
            if (id.Length == 0)
            {
                problems.Add(table.Name, row.Line, "column kpi", "is empty; expected the id of a KPI such as WinRate");
            }

            if (!hasMonth || id.Length == 0)
            {
                continue;
            }

            (string, string) key = (Definition(id).Id, segment >= 0 ? row.Cells[segment].Trim() : "");
            if (!groups.TryGetValue(key, out Dictionary<YearMonth, Entry>? group))
            {
                groups.Add(key, group = []);
                order.Add(key);
            }

            if (!group.TryAdd(when, new Entry(row.Line, first, second)))
            {
                problems.Add(table.Name, row.Line, "column month", $"{MonthText.Of(when)} of {Title(key)} comes twice, first on line {group[when].Line}");
            }
        }

        if (order.Count == 0 && !problems.Any)
        {
            problems.Add(table.Name, null, "", "has a header but no line below it");
        }

        var series = new List<KpiSeries>();
        foreach ((string, string) key in order)
        {
            Build(key, groups[key], series);
        }

        return series;
    }

    private void CheckParts((long Line, string[] Cells) row, double? numerator, double? below)
    {
        if (row.Cells[value].Length == 0 != (row.Cells[denominator].Length == 0))
        {
            int missing = row.Cells[value].Length == 0 ? value : denominator;
            problems.Add(table.Name, row.Line, $"column {table.Columns[missing]}", "is empty while the other part is not; give both, or neither for a gap");
        }

        if (below < 0)
        {
            problems.Add(table.Name, row.Line, $"column {table.Columns[denominator]}", $"'{row.Cells[denominator]}' is negative; allowed: 0 or more");
        }
    }

    private void Build((string Kpi, string Segment) key, Dictionary<YearMonth, Entry> group, List<KpiSeries> series)
    {
        YearMonth start = group.Keys.Min();
        YearMonth end = group.Keys.Max();
        int count = ((end.Year - start.Year) * 12) + end.Month - start.Month + 1;
        if (count > MonthsAtMost)
        {
            problems.Add(
                table.Name, group[end].Line, "column month", $"{Title(key)} runs from {MonthText.Of(start)} to {MonthText.Of(end)}, {count} months; allowed: {MonthsAtMost}");
            return;
        }

        if (group.Values.All(entry => entry.First is null) && !problems.Any)
        {
            problems.Add(table.Name, group[start].Line, $"column {table.Columns[value]}", $"{Title(key)} has no value in any month");
        }

        if (problems.Any)
        {
            return;
        }

        var first = new double?[count];
        var second = new double?[count];
        for (int i = 0; i < count; i++)
        {
            if (group.TryGetValue(start.PlusMonths(i), out Entry? entry))
            {
                first[i] = entry.First;
                second[i] = entry.Second;
            }
        }

        KpiDefinition definition = Definition(key.Kpi);
        series.Add(denominator >= 0
            ? KpiSeries.FromParts(definition, start, first, second, key.Segment)
            : KpiSeries.FromValues(definition, start, first, key.Segment));
    }

    private static string Title((string Kpi, string Segment) key) => key.Segment.Length == 0 ? key.Kpi : $"{key.Kpi}, segment {key.Segment}";

    private sealed record Entry(long Line, double? First, double? Second);
}
