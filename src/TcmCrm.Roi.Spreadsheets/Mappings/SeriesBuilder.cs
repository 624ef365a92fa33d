using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Puts the rows of a table together to KPI series.</summary>
internal sealed class SeriesBuilder(Table table)
{
    private readonly Dictionary<(string Kpi, string Segment), SeriesGroup> _groups = [];
    private readonly List<SeriesGroup> _order = [];
    private readonly Dictionary<string, KpiDefinition> _definitions = new(StringComparer.Ordinal);
    private readonly SeriesTimes _times = new(table);
    private readonly SeriesUnits _unitsOf = new(table);
    private readonly MistypedYears _years = new(table);
    private bool _hasParts;

    internal List<KpiSeries> Build()
    {
        if (table.Across.Count > 1)
        {
            Across();
        }
        else if (!table.HasWrongAcross)
        {
            Down();
        }

        if (_order.Count == 0 && table.Problems.Count == 0)
        {
            table.Report(Said.As("noRows"));
        }

        Scores();
        var series = new List<KpiSeries>();
        foreach (SeriesGroup group in _order)
        {
            if (Build(group) is { } built)
            {
                series.Add(built);
            }
        }

        return series;
    }

    private void Across()
    {
        TableColumn? name = table.Has(KnownColumns.Kpi) ? KnownColumns.Kpi : table.Others.FirstOrDefault(column => !table.IsNumeric(column)) ?? (table.Others.Count > 0 ? table.Others[0] : null);
        foreach (TableColumn other in table.Others.Where(other => other != name))
        {
            PassOrAsk(other);
        }

        foreach (TableColumn known in new[] { KnownColumns.Value, KnownColumns.Numerator, KnownColumns.Denominator, KnownColumns.Year }.Where(table.Has))
        {
            Unknown(known);
        }

        foreach (TableRow row in table.Rows)
        {
            // A series without a name is called "kpi.value".
            string id = name is null ? KnownColumns.Value.Id : row.Text(name) ?? string.Empty;
            if (id.Length == 0)
            {
                row.Report(name, Said.As("noKpi"));
                continue;
            }

            if (name != KnownColumns.Segment && table.Has(KnownColumns.Segment) && row.IsEmpty(KnownColumns.Segment))
            {
                row.Report(KnownColumns.Segment, Said.As("noSegmentCell"));
                continue;
            }

            SeriesGroup group = GroupOf(id, row.Text(KnownColumns.Segment) ?? string.Empty, row.Line, out bool isNew);
            if (!isNew)
            {
                row.Report(name, name is null ? new Message("table.rowsWithoutName") : new Message("table.seriesTwice", MessageArgument.Text("series", group.Title), Said.Line(group.Line)));
                continue;
            }

            foreach (TableColumn column in table.Across)
            {
                table.Belongs(column, group.Units);
                group.Add(table, table.MonthOf(column), _times.Number(row, column, group.Definition, id, _unitsOf.Of(column, id, group.Definition, row.Line)), null, row, column);
            }
        }
    }

    private void Down()
    {
        bool hasNumerator = table.Has(KnownColumns.Numerator);
        bool hasDenominator = table.Has(KnownColumns.Denominator);
        if (hasNumerator != hasDenominator)
        {
            table.Report(Said.As(hasNumerator ? "noDenominatorColumn" : "noNumeratorColumn"), null, table.HeaderLine);
        }

        _hasParts = hasNumerator && hasDenominator;
        TableColumn[] numbers = [.. table.Others.Where(table.IsMeasure)];
        bool hasKpi = table.Has(KnownColumns.Kpi);
        if (numbers.Length == 0 && !_hasParts && !table.Has(KnownColumns.Value) && table.Others.Count == 1 && table.IsWrittenAsNumbers(table.Others[0]))
        {
            numbers = [table.Others[0]]; // 三成, 25/100: each cell is told what is wrong with it.
        }

        foreach (TableColumn other in table.Others.Except(numbers))
        {
            PassOrAsk(other);
        }

        TableColumn[] values = table.Has(KnownColumns.Value) ? [KnownColumns.Value, .. numbers] : numbers;
        if (_hasParts && values.Length > 0)
        {
            Array.ForEach(values, Unknown);
        }
        else if (!_hasParts && !hasNumerator && !hasDenominator && values.Length == 0)
        {
            table.Report(new Message("table.noValueColumn", Headers()), null, table.HeaderLine);
        }
        else if (hasKpi && values.Length > 1)
        {
            table.Report(new Message("table.severalValues", Said.Names("columns", values.Select(table.HeaderOf))), null, table.HeaderLine);
        }

        if (table.Problems.Any(problem => problem.Line == table.HeaderLine || problem.Line is null))
        {
            return;
        }

        foreach (TableRow row in table.Rows)
        {
            Row(row, hasKpi, values);
        }
    }

    private void Row(TableRow row, bool hasKpi, TableColumn[] values)
    {
        YearMonth? month = row.Month(KnownColumns.Month, KnownColumns.Year);
        if (month is null && row.IsEmpty(KnownColumns.Month))
        {
            row.Report(KnownColumns.Month, Said.As("noMonth"));
        }

        string segment = row.Text(KnownColumns.Segment) ?? string.Empty;
        string? kpi = hasKpi ? row.Text(KnownColumns.Kpi) : null;
        if (hasKpi && kpi is { Length: 0 })
        {
            row.Report(KnownColumns.Kpi, Said.As("noKpi"));
        }

        if (_hasParts)
        {
            string name = kpi ?? table.HeaderOf(KnownColumns.Numerator) + "/" + table.HeaderOf(KnownColumns.Denominator);
            double? above = name.Length == 0 ? row.Number(KnownColumns.Numerator) : _times.Number(row, KnownColumns.Numerator, DefinitionOf(name), kpi ?? string.Empty, table.UnitOf(KnownColumns.Numerator));
            double? below = row.Number(KnownColumns.Denominator);
            CheckParts(row, above, below);
            Add(name, segment, month, above, below, row, KnownColumns.Numerator);
            return;
        }

        foreach (TableColumn column in values)
        {
            if (kpi is { Length: > 0 })
            {
                table.Belongs(column, GroupOf(kpi, segment, row.Line, out _).Units);
            }

            string name = kpi ?? NameOf(column);
            CellNumber? unit = kpi is { Length: > 0 } ? _unitsOf.Of(column, kpi, DefinitionOf(kpi), row.Line) : table.UnitOf(column);
            Add(name, segment, month, name.Length == 0 ? row.Number(column) : _times.Number(row, column, DefinitionOf(name), name, unit), null, row, column);
        }
    }

    private void Add(string kpi, string segment, YearMonth? month, double? first, double? second, TableRow row, TableColumn column)
    {
        if (month is { } known && kpi.Length > 0)
        {
            GroupOf(kpi, segment, row.Line, out _).Add(table, known, first, second, row, column);
        }
    }

    /// <summary>The header of a column without its unit; with what stands in brackets and is no unit that was put in, such as （含税）.</summary>
    private string NameOf(TableColumn column)
    {
        string header = table.HeaderOf(column).Trim().TrimStart('\'');
        (string name, CellNumber? unit) = HeaderText.Split(header);
        return unit is null && !header.Contains('\n') ? header : name;
    }

    private void CheckParts(TableRow row, double? above, double? below)
    {
        if (above is not null && below is 0)
        {
            table.AddNote(Said.As("zeroDenominator"), KnownColumns.Denominator, row.Line);
        }

        if (row.IsEmpty(KnownColumns.Numerator) != row.IsEmpty(KnownColumns.Denominator))
        {
            row.Report(row.IsEmpty(KnownColumns.Numerator) ? KnownColumns.Numerator : KnownColumns.Denominator, Said.As("partMissing"));
        }

        if (below < 0)
        {
            row.Report(KnownColumns.Denominator, Said.As("negative", ("value", row.Text(KnownColumns.Denominator) ?? string.Empty)));
        }
    }

    private KpiDefinition DefinitionOf(string kpi)
    {
        if (!_definitions.TryGetValue(kpi, out KpiDefinition? definition))
        {
            definition = SeriesTable.DefinitionOf(kpi, table.Kpis);
            _definitions.Add(kpi, definition);
        }

        return definition;
    }

    private SeriesGroup GroupOf(string kpi, string segment, long line, out bool isNew)
    {
        KpiDefinition definition = DefinitionOf(kpi);
        isNew = !_groups.TryGetValue((definition.Id, segment), out SeriesGroup? group);
        if (isNew)
        {
            group = new SeriesGroup(definition, kpi, segment, line);
            _groups.Add((definition.Id, segment), group);
            _order.Add(group);
        }

        return group!;
    }

    /// <summary>Puts three series of counts of answers together to the net promoter score of their segment.</summary>
    private void Scores()
    {
        if (_hasParts)
        {
            return;
        }

        // Null where the score has taken its place.
        var instead = new Dictionary<SeriesGroup, SeriesGroup?>();
        foreach (IGrouping<string, SeriesGroup> segment in _order.ToLookup(group => group.Segment, StringComparer.Ordinal))
        {
            SeriesGroup?[] counts = [.. new[] { StudyTable.Promoters, StudyTable.Passives, StudyTable.Detractors }.Select(role => segment.FirstOrDefault(group => group.Is(role)))];
            if (Array.Exists(counts, group => group is null))
            {
                continue;
            }

            SeriesGroup score = new(KpiCatalog.Nps, KpiCatalog.Nps.Id, segment.Key, counts[0]!.Line) { HasParts = true };
            score.AddScores(table, counts!);
            Array.ForEach(counts, count => instead[count!] = null);
            instead[counts[0]!] = score;
        }

        if (instead.Count > 0)
        {
            SeriesGroup[] order = [.. _order.Select(group => instead.TryGetValue(group, out SeriesGroup? other) ? other : group).OfType<SeriesGroup>()];
            _order.Clear();
            _order.AddRange(order);
        }
    }

    private KpiSeries? Build(SeriesGroup group)
    {
        if (group.Months.Count == 0)
        {
            return null; // Its rows have no month, which is told.
        }

        if (_years.AreIn(group.Months))
        {
            return null;
        }

        if (group.Months.IsTooLong)
        {
            table.Report(group.Months.TooLong(group.Title), table.Has(KnownColumns.Month) ? KnownColumns.Month : null, group.Months.LineOf(group.Months.End));
            return null;
        }

        if (table.Problems.Count > 0)
        {
            return null;
        }

        if (!group.HasValue)
        {
            table.Report(new Message("table.noValue", MessageArgument.Text("series", group.Title)), table.Has(KnownColumns.Value) ? KnownColumns.Value : null, group.Line);
            return null;
        }

        int count = group.Months.Count;
        var first = new double?[count];
        var second = new double?[count];
        foreach ((YearMonth month, double? above, double? below) in group.Values)
        {
            first[group.Months.IndexOf(month)] = above;
            second[group.Months.IndexOf(month)] = below;
        }

        try
        {
            KpiSeries series = _hasParts || group.HasParts
                ? KpiSeries.FromParts(group.Definition, group.Months.Start, first, second, group.Segment)
                : KpiSeries.FromValues(group.Definition, group.Months.Start, first, group.Segment);
            RunningTotals.Tell(table, group.Name, series, group.Line);
            return series;
        }
        catch (ArgumentException e)
        {
            // What the definition of a KPI does not allow.
            table.Report(new Message("table.seriesRefused", MessageArgument.Text("series", group.Title), MessageArgument.Part("reason", Message.Of(e) ?? new Message("table.actual.notUsable"))), null, group.Line);
            return null;
        }
    }

    private void PassOrAsk(TableColumn column)
    {
        if (table.IsMeasure(column))
        {
            Unknown(column);
        }
        else
        {
            table.PassOrAsk(column, SeriesTable.Layout);
        }
    }

    private void Unknown(TableColumn column) => table.Report(new Message("table.columnUnknown", SeriesTable.Layout.Known()), column, table.HeaderLine);

    private MessageArgument Headers() => Said.Names("columns", table.Columns.Concat(table.Others).Select(table.HeaderOf));

    /// <summary>Whether a value and its powers, which statistics take, are numbers: 0, or from 1e-60 to 1e60 in size.</summary>
    internal static bool IsInRange(double value) => value == 0 || Math.Abs(value) is >= 1e-60 and <= 1e60;
}
