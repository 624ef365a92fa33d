using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Texts;

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
    internal static IReadOnlyList<KpiSeries> Read(Stream stream, Message name, ProblemList problems)
    {
        CsvTable? table = CsvTable.Read(stream, name, "kpi,month,value", Aliases, problems);
        if (table is null || !HeaderIsRight(table, problems))
        {
            return [];
        }

        return new LongSeriesCsv(table, problems).Series();
    }

    /// <summary>The KPI of an id: of the catalogue, or a plain number of which more is better.</summary>
    internal static KpiDefinition Definition(string id) => KpiCatalog.TryFind(id, out KpiDefinition? known) ? known : new KpiDefinition(
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
                problems.Add(table.Name, 1, Place.Column(column), Told.As("csv.columnMissing", ("columns", string.Join(',', table.Columns)), ("layout", layout)));
                right = false;
            }
        }

        foreach (string column in table.Columns)
        {
            if (!wanted.Contains(column, StringComparer.OrdinalIgnoreCase) && !column.Equals("segment", StringComparison.OrdinalIgnoreCase))
            {
                problems.Add(table.Name, 1, Place.Column(column), Told.As("csv.columnUnknown", ("layout", layout)));
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
                problems.Add(table.Name, row.Line, Place.Column("month"), MonthText.NotAMonth(row.Cells[month]));
            }

            string id = row.Cells[kpi].Trim();
            if (id.Length == 0)
            {
                problems.Add(table.Name, row.Line, Place.Column("kpi"), Told.As("csv.noKpi"));
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
                problems.Add(
                    table.Name, row.Line, Place.Column("month"),
                    new Message("csv.monthOfSeriesTwice", MessageArgument.Month("month", when), MessageArgument.Part("series", Title(key)), MonthText.Line(group[when].Line)));
            }
        }

        if (order.Count == 0 && !problems.Any)
        {
            problems.Add(table.Name, null, null, Told.As("csv.noRows"));
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
            problems.Add(table.Name, row.Line, Place.Column(table.Columns[missing]), Told.As("csv.partMissing"));
        }

        if (below < 0)
        {
            problems.Add(table.Name, row.Line, Place.Column(table.Columns[denominator]), Told.As("csv.negative", ("value", row.Cells[denominator])));
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
                table.Name, group[end].Line, Place.Column("month"),
                new Message("csv.seriesTooLong", [MessageArgument.Part("series", Title(key)), .. MonthText.Span(start, end, count, MonthsAtMost)]));
            return;
        }

        if (group.Values.All(entry => entry.First is null) && !problems.Any)
        {
            problems.Add(table.Name, group[start].Line, Place.Column(table.Columns[value]), new Message("csv.noValue", MessageArgument.Part("series", Title(key))));
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

    private static Message Title((string Kpi, string Segment) key) =>
        key.Segment.Length == 0 ? Told.Finished(key.Kpi) : Told.As("csv.segment", ("kpi", key.Kpi), ("segment", key.Segment));

    private sealed record Entry(long Line, double? First, double? Second);
}
