using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Puts the rows of a table together to KPI series.</summary>
internal sealed class SeriesBuilder(Table table)
{
    private readonly Dictionary<(string Kpi, string Segment), Group> _groups = [];
    private readonly List<Group> _order = [];
    private readonly Dictionary<string, KpiDefinition> _definitions = new(StringComparer.Ordinal);
    private readonly SeriesTimes _times = new(table);
    private readonly MistypedYears _years = new(table);
    private bool _hasParts;

    internal List<KpiSeries> Build()
    {
        if (table.Across.Count > 1)
        {
            Across();
        }
        else
        {
            Down();
        }

        if (_order.Count == 0 && table.Problems.Count == 0)
        {
            table.Report(Said.As("noRows"));
        }

        Scores();
        var series = new List<KpiSeries>();
        foreach (Group group in _order)
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

            Group group = GroupOf(id, row.Text(KnownColumns.Segment) ?? string.Empty, row.Line, out bool isNew);
            if (!isNew)
            {
                row.Report(name, new Message("table.seriesTwice", MessageArgument.Text("series", group.Title), Said.Line(group.Line)));
                continue;
            }

            foreach (TableColumn column in table.Across)
            {
                table.Belongs(column, group.Units);
                group.Add(table, table.MonthOf(column), _times.Number(row, column, group.Definition, id), null, row, column);
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
        TableColumn[] numbers = [.. table.Others.Where(table.IsNumeric)];
        foreach (TableColumn other in table.Others.Except(numbers))
        {
            PassOrAsk(other);
        }

        foreach (TableColumn total in numbers.Where(column => KnownColumns.IsRunningTotal(table.HeaderOf(column))))
        {
            table.AddNote(Said.As("runningTotal.note"), total, table.HeaderLine);
        }

        bool hasKpi = table.Has(KnownColumns.Kpi);
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
            double? above = name.Length == 0 ? row.Number(KnownColumns.Numerator) : _times.Number(row, KnownColumns.Numerator, DefinitionOf(name), kpi ?? string.Empty);
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
            Add(name, segment, month, name.Length == 0 ? row.Number(column) : _times.Number(row, column, DefinitionOf(name), name), null, row, column);
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
        string header = table.HeaderOf(column).Trim();
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

    private Group GroupOf(string kpi, string segment, long line, out bool isNew)
    {
        KpiDefinition definition = DefinitionOf(kpi);
        isNew = !_groups.TryGetValue((definition.Id, segment), out Group? group);
        if (isNew)
        {
            group = new Group(definition, kpi, segment, line);
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
        var instead = new Dictionary<Group, Group?>();
        foreach (IGrouping<string, Group> segment in _order.ToLookup(group => group.Segment, StringComparer.Ordinal))
        {
            Group?[] counts = [.. new[] { StudyTable.Promoters, StudyTable.Passives, StudyTable.Detractors }.Select(role => segment.FirstOrDefault(group => group.Is(role)))];
            if (Array.Exists(counts, group => group is null))
            {
                continue;
            }

            Group score = new(KpiCatalog.Nps, KpiCatalog.Nps.Id, segment.Key, counts[0]!.Line) { HasParts = true };
            score.AddScores(table, counts!);
            Array.ForEach(counts, count => instead[count!] = null);
            instead[counts[0]!] = score;
        }

        if (instead.Count > 0)
        {
            Group[] order = [.. _order.Select(group => instead.TryGetValue(group, out Group? other) ? other : group).OfType<Group>()];
            _order.Clear();
            _order.AddRange(order);
        }
    }

    private KpiSeries? Build(Group group)
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
            return _hasParts || group.HasParts
                ? KpiSeries.FromParts(group.Definition, group.Months.Start, first, second, group.Segment)
                : KpiSeries.FromValues(group.Definition, group.Months.Start, first, group.Segment);
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
        if (table.IsNumeric(column))
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

    private sealed class Group(KpiDefinition definition, string name, string segment, long line)
    {
        internal KpiDefinition Definition { get; } = definition;

        internal string Segment { get; } = segment;

        internal long Line { get; } = line;

        internal string Title { get; } = segment.Length == 0 ? name : name + " / " + segment;

        internal MonthSpan Months { get; } = new();

        internal UnitState Units { get; } = new();

        internal List<(YearMonth Month, double? First, double? Second)> Values { get; } = [];

        internal bool HasValue { get; private set; }

        /// <summary>Whether its values are numerators and denominators although the table has no such columns.</summary>
        internal bool HasParts { get; init; }

        /// <summary>Whether its name is one of those of a column.</summary>
        internal bool Is(TableColumn role) => role.Names.Prepend(role.Id).Any(known => HeaderText.Key(known) == HeaderText.Key(HeaderText.Split(name).Name));

        /// <summary>Takes promoters less detractors over all answers, of three series of counts.</summary>
        internal void AddScores(Table table, Group[] counts)
        {
            var months = new SortedDictionary<int, double?[]>();
            for (int i = 0; i < counts.Length; i++)
            {
                foreach ((YearMonth month, double? count, double? _) in counts[i].Values)
                {
                    int key = (month.Year * 12) + month.Month - 1;
                    if (!months.TryGetValue(key, out double?[]? row))
                    {
                        months.Add(key, row = new double?[3]);
                    }

                    row[i] = count;
                    if (count is { } known && !(known >= 0 && known == Math.Floor(known)))
                    {
                        table.Report(Said.As("notCount", ("value", known.ToString(System.Globalization.CultureInfo.InvariantCulture))), null, counts[i].Months.LineOf(month));
                    }
                }
            }

            foreach (KeyValuePair<int, double?[]> row in months)
            {
                var month = new YearMonth(row.Key / 12, (row.Key % 12) + 1);
                long line = counts.Select(count => count.Months.LineOf(month)).First(known => known is not null)!.Value;
                bool hasAll = Array.TrueForAll(row.Value, value => value is not null);
                if (!hasAll && Array.Exists(row.Value, value => value > 0))
                {
                    table.Report(Said.As("countMissing"), null, line);
                }

                Months.TryAdd(month, line);
                double? all = hasAll ? row.Value[0] + row.Value[1] + row.Value[2] : null;
                Values.Add((month, all > 0 ? row.Value[0] - row.Value[2] : null, all > 0 ? all : null));
                HasValue |= all > 0;
            }

            table.AddNote(new Message("table.scoreOfCounts"));
        }

        internal void Add(Table table, YearMonth month, double? first, double? second, TableRow row, TableColumn column)
        {
            if (!Months.TryAdd(month, row.Line))
            {
                table.Report(
                    new Message("table.monthOfSeriesTwice", MessageArgument.Month("month", month), MessageArgument.Text("series", Title), Said.Line(Months.LineOf(month)!.Value)),
                    table.Has(KnownColumns.Month) ? KnownColumns.Month : column, row.Line);
                return;
            }

            if (first is { } value && !IsInRange(value))
            {
                row.Report(column, Said.As("outOfRange", ("value", row.Text(column) ?? string.Empty)));
            }
            else if (ValueOf(first, second) is { } known && (known < Definition.Minimum - 1e-9 || known > Definition.Maximum + 1e-9))
            {
                row.Report(column, Said.KpiOutOfRange(Definition, row.Text(column) ?? string.Empty));
            }

            HasValue |= first is not null;
            Values.Add((month, first, second));
        }

        private double? ValueOf(double? first, double? second) => second is null ? first : second > 0 ? Definition.PartsScale * first / second : null;
    }

    /// <summary>Whether a value and its powers, which statistics take, are numbers: 0, or from 1e-60 to 1e60 in size.</summary>
    internal static bool IsInRange(double value) => value == 0 || Math.Abs(value) is >= 1e-60 and <= 1e60;
}
