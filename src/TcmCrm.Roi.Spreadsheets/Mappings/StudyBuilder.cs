using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Puts the columns of a table together to the series of a study.</summary>
internal sealed class StudyBuilder(Table table, StudyTableOptions options, TableRow[] rows, string segment = "")
{
    private readonly MonthSpan _months = new();
    private readonly Dictionary<TableRow, YearMonth> _monthOfRow = [];
    private readonly Dictionary<string, MonthSpan> _spans = new(StringComparer.Ordinal);
    private readonly Dictionary<StudyColumn, UnitState> _units = [];
    private readonly SeriesUnits _unitsOf = new(table);
    private bool _isAcross;
    private string? _onlyKpi;

    internal StudyReading Build()
    {
        _isAcross = table.Across.Count > 1;
        List<StudyColumn> columns = _isAcross ? AcrossColumns() : table.Has(KnownColumns.Kpi) ? LongColumns() : DownColumns();
        if (!_isAcross && columns.Count == 0 && table.Problems.Count == 0)
        {
            table.Report(Said.As("onlyMonth"), null, table.HeaderLine);
        }

        if (table.Problems.Any(problem => problem.Line is null || problem.Line <= table.HeaderLine || problem.Message.Id == "table.rowsWithoutName"))
        {
            return new StudyReading(table, _months);
        }

        var roles = new StudyRoles(table, columns, options);
        if (!roles.Any)
        {
            return new StudyReading(table, _months);
        }

        Months(roles);
        return Series(roles);
    }

    private List<StudyColumn> DownColumns()
    {
        var columns = new List<StudyColumn>();
        foreach (TableColumn column in table.Columns.Concat(table.Others))
        {
            if (column == KnownColumns.Month || column == KnownColumns.Year || column == KnownColumns.Unit || (column == KnownColumns.Segment && !table.IsNumeric(column)))
            {
                continue;
            }

            bool isOther = table.Others.Contains(column);
            if (isOther && !table.IsMeasure(column) && !(table.Others.Count == 1 && !table.Columns.Any(known => known == KnownColumns.Value) && table.IsWrittenAsNumbers(column)))
            {
                table.PassOrAsk(column, StudyTable.Layout);
                continue;
            }

            columns.Add(new StudyColumn(table.HeaderOf(column), isOther ? RoleOf(table.HeaderOf(column)) : column, column, rows));
        }

        return columns;
    }

    /// <summary>Rows of several names below each other: the rows of one name are one series.</summary>
    private List<StudyColumn> LongColumns()
    {
        TableColumn[] values = [.. table.Columns.Where(column => column == KnownColumns.Value), .. table.Others.Where(table.IsMeasure)];
        foreach (TableColumn other in table.Others.Where(other => !table.IsMeasure(other)))
        {
            table.PassOrAsk(other, StudyTable.Layout);
        }

        List<IGrouping<string, TableRow>> names = [.. rows.GroupBy(row => row.Text(KnownColumns.Kpi) ?? string.Empty)];
        if (names.Count == 1 || values.Length != 1)
        {
            // One name says nothing; with several columns it is they that differ.
            _onlyKpi = names.Count == 1 ? names[0].Key : null;
            if (names.Count > 1)
            {
                Unknown(KnownColumns.Kpi);
            }

            return [.. table.Columns.Where(column => column != KnownColumns.Month && column != KnownColumns.Year && column != KnownColumns.Kpi && column != KnownColumns.Unit && (column != KnownColumns.Segment || table.IsNumeric(column))).Concat(table.Others.Where(table.IsMeasure))
                .Select(column => new StudyColumn(table.HeaderOf(column), table.Others.Contains(column) ? RoleOf(table.HeaderOf(column)) : column, column, rows)
                {
                    NameInRows = _onlyKpi is { Length: > 0 } && KnownColumns.IsPlainValue(table.HeaderOf(column)) ? _onlyKpi : null,
                })];
        }

        return [.. names.Select(name => new StudyColumn(name.Key, RoleOf(name.Key), values[0], [.. name]) { NameInRows = name.Key })];
    }

    private List<StudyColumn> AcrossColumns()
    {
        TableColumn? name = table.Has(KnownColumns.Kpi) ? KnownColumns.Kpi : table.Has(KnownColumns.Segment) ? KnownColumns.Segment : table.Others.FirstOrDefault(column => !table.IsNumeric(column));
        foreach (TableColumn other in table.Others.Concat(table.Columns).Where(other => other != name && other != KnownColumns.Unit && (segment.Length == 0 || other != KnownColumns.Segment)))
        {
            if (table.Others.Contains(other) && !table.IsNumeric(other))
            {
                table.PassOrAsk(other, StudyTable.Layout);
            }
            else
            {
                Unknown(other);
            }
        }

        if (name is null && rows.Length > 1)
        {
            rows[1].Report(null, new Message("table.rowsWithoutName"));
        }

        return [.. rows.Select(row => (Row: row, Name: name is null ? KnownColumns.Value.Id : row.Text(name) ?? string.Empty))
            .Select(row => new StudyColumn(row.Name, RoleOf(row.Name), null, [row.Row]) { NameInRows = name is null ? null : row.Name })];
    }

    private static TableColumn? RoleOf(string name) =>
        StudyTable.Layout.Headers.TryGetValue(HeaderText.Key(name), out TableColumn? role) || StudyTable.Layout.Headers.TryGetValue(HeaderText.Key(HeaderText.Split(name).Name), out role) ? role : null;

    private void Months(StudyRoles roles)
    {
        if (_isAcross)
        {
            foreach (TableColumn column in table.Across)
            {
                YearMonth month = table.MonthOf(column);
                if (!_months.TryAdd(month, table.HeaderLine))
                {
                    Twice(month, string.Empty, table.HeaderLine, table.HeaderLine);
                }
            }
        }
        else
        {
            foreach (StudyColumn column in Used(roles))
            {
                MonthsOf(column);
            }

            if (_months.Count == 0 && table.Problems.Count == 0)
            {
                table.Report(Said.As("noMonths"));
            }
        }

        if (_months.IsTooLong)
        {
            table.Report(_months.TooLong(options.Name ?? table.HeaderOf(KnownColumns.Value)), _isAcross ? null : KnownColumns.Month);
        }
    }

    private void MonthsOf(StudyColumn column)
    {
        // Columns of one table share its rows; each name of a long table has months of its own.
        string key = string.Join(",", column.Rows.Take(1).Select(row => row.Line.ToString(CultureInfo.InvariantCulture)));
        if (_spans.ContainsKey(key))
        {
            return;
        }

        var span = new MonthSpan();
        _spans.Add(key, span);
        foreach (TableRow row in column.Rows)
        {
            if (row.Month(KnownColumns.Month, KnownColumns.Year) is not { } month)
            {
                if (row.IsEmpty(KnownColumns.Month))
                {
                    row.Report(KnownColumns.Month, Said.As("noMonth"));
                }

                continue;
            }

            if (span.TryAdd(month, row.Line))
            {
                _monthOfRow[row] = month;
                _months.TryAdd(month, row.Line);
            }
            else
            {
                Twice(month, table.Has(KnownColumns.Kpi) ? column.Name : string.Empty, span.LineOf(month)!.Value, row.Line);
            }
        }
    }

    private void Twice(YearMonth month, string series, long first, long line) => table.Report(
        series.Length == 0
            ? new Message("table.monthTwice", MessageArgument.Month("month", month), Said.Line(first))
            : new Message("table.monthOfSeriesTwice", MessageArgument.Month("month", month), MessageArgument.Text("series", series), Said.Line(first)), _isAcross ? null : KnownColumns.Month, line);

    private StudyReading Series(StudyRoles roles)
    {
        if (_months.Count is 0 or > MonthSpan.MonthsAtMost)
        {
            return new StudyReading(table, _months);
        }

        double?[]? above = roles.Numerator is null ? null : Values(roles.Numerator);
        double?[]? below = roles.Denominator is null ? null : Values(roles.Denominator);
        double?[]? values = roles.Value is null ? null : Values(roles.Value);
        double?[][]? counts = roles.Counts?.Select(Values).ToArray();
        double?[][] controls = [.. roles.Controls.Select(Values)];
        SeriesKind kind = options.Kind ?? (above is not null ? SeriesKind.Ratio : counts is not null ? SeriesKind.Score : IsShare(roles, values!) ? SeriesKind.Ratio : IsScore(roles) ? SeriesKind.Score : SeriesKind.Level);
        List<(int, int, int)?>? answers = null;
        if (above is not null)
        {
            CheckParts(roles, above, below!);
        }
        else if (counts is not null)
        {
            (above, below, answers) = Scores(roles.Counts!, counts);
        }

        if (table.Problems.Count > 0)
        {
            return new StudyReading(table, _months);
        }

        if (kind == SeriesKind.Level && options.Kind is null && values is not null && KnownWords.IsRate(HeaderText.Key(HeaderText.Split(roles.Value!.Name).Name)) && Array.TrueForAll(values, value => value is null or (>= 0 and <= 100)))
        {
            table.AddNote(Said.As("rateAsLevel", ("series", roles.Value.Name)), null, table.HeaderLine);
        }

        RunningTotals.Tell(table, roles.Value, kind == SeriesKind.Level ? values : null, _months);
        KpiDefinition definition = Definition(kind, LowerIsBetter(roles)) with { PartsScale = counts is null ? 1 : KpiCatalog.Nps.PartsScale };
        try
        {
            return new StudyReading(table, _months)
            {
                Kind = kind,
                Series = above is not null ? KpiSeries.FromParts(definition, _months.Start, above, below!, segment) : KpiSeries.FromValues(definition, _months.Start, values!, segment),
                Controls = Array.AsReadOnly(controls.Select((control, i) => KpiSeries.FromValues(definition, _months.Start, control, roles.Controls[i].Name)).ToArray()),
                Answers = answers?.AsReadOnly(),
                Header = (roles.Value ?? roles.Numerator ?? roles.Counts![0]).Name,
            };
        }
        catch (ArgumentException e)
        {
            // What the definition of a KPI does not allow.
            table.Report(new Message("table.seriesRefused", MessageArgument.Text("series", definition.Id), MessageArgument.Part("reason", Message.Of(e) ?? new Message("table.actual.notUsable"))));
            return new StudyReading(table, _months);
        }
    }

    /// <summary>Whether the values are written in per cent and none is beyond 0 to 100 %.</summary>
    private bool IsShare(StudyRoles roles, double?[] values) =>
        (KpiOf(roles.Value!) is { Unit: KpiUnit.Ratio, Minimum: >= 0, Maximum: <= 1 } || _units[roles.Value!].HasPercent || (roles.Value!.Column is { } column && table.ShowsPercent(column))) && Array.TrueForAll(values, value => value is null or (>= 0 and <= 1));

    /// <summary>Whether the values are a score that may be below zero, of which a relative change says nothing.</summary>
    private bool IsScore(StudyRoles roles) => KpiOf(roles.Value!) is { Unit: KpiUnit.NetScore };

    /// <summary>The KPI of the catalogue that a series is called after; null where it is none of them.</summary>
    private KpiDefinition? KpiOf(StudyColumn column) =>
        SeriesTable.DefinitionOf(_onlyKpi is { Length: > 0 } && KnownColumns.IsPlainValue(column.Name) ? _onlyKpi : column.Name.Trim().Length == 0 ? KnownColumns.Value.Id : column.Name, table.Kpis) is var kpi
        && (table.Kpis.Contains(kpi) || KpiCatalog.TryFind(kpi.Id, out _)) ? kpi : null;

    private bool LowerIsBetter(StudyRoles roles) => options.LowerIsBetter ?? (roles.Value is not null && KpiOf(roles.Value) is { Direction: KpiDirection.LowerIsBetter });

    private KpiDefinition Definition(SeriesKind kind, bool lowerIsBetter) => new(
        options.Name ?? kind.ToString(),
        kind switch { SeriesKind.Ratio => KpiUnit.Ratio, SeriesKind.Score => KpiUnit.Score, _ => KpiUnit.Money },
        lowerIsBetter ? KpiDirection.LowerIsBetter : KpiDirection.HigherIsBetter,
        kind == SeriesKind.Ratio ? KpiAggregation.RatioOfSums : KpiAggregation.Sum,
        kind == SeriesKind.Level ? KpiAggregation.Sum : KpiAggregation.RatioOfSums);

    private double?[] Values(StudyColumn column)
    {
        var values = new double?[_months.Count];
        var units = new UnitState();
        KpiDefinition? kpi = KpiOf(column);
        _units[column] = units;
        foreach (TableRow row in column.Rows)
        {
            if (column.Column is null)
            {
                foreach (TableColumn across in table.Across)
                {
                    table.Belongs(across, units);
                    values[_months.IndexOf(table.MonthOf(across))] = Value(row, across, column, kpi);
                }
            }
            else if (_monthOfRow.TryGetValue(row, out YearMonth month))
            {
                table.Belongs(column.Column, units);
                values[_months.IndexOf(month)] = Value(row, column.Column, column, kpi);
            }
            else
            {
                Value(row, column.Column, column, kpi); // Its problems are told beside that of its month.
            }
        }

        if (Array.TrueForAll(values, value => value is null) && table.Problems.Count == 0)
        {
            table.Report(new Message("table.noValue", MessageArgument.Text("series", column.Name)), null, table.HeaderLine);
        }

        return values;
    }

    private double? Value(TableRow row, TableColumn column, StudyColumn series, KpiDefinition? kpi)
    {
        double? value = row.Number(column, series.NameInRows is { } name ? _unitsOf.Of(column, name, kpi, row.Line) : table.UnitOf(column));
        if (value is { } known && !SeriesBuilder.IsInRange(known))
        {
            row.Report(column, Said.As("outOfRange", ("value", row.Text(column) ?? string.Empty)));
        }
        else if (value < kpi?.Minimum - 1e-9 || value > kpi?.Maximum + 1e-9)
        {
            row.Report(column, Said.KpiOutOfRange(kpi!, row.Text(column) ?? string.Empty));
        }

        return value;
    }

    private void CheckParts(StudyRoles roles, double?[] above, double?[] below)
    {
        for (int i = 0; i < above.Length; i++)
        {
            Message? problem = (above[i], below[i]) switch
            {
                (null, null) => null,
                (null, _) => Said.As("noNumerator"),
                (_, null) => Said.As("noDenominator"),
                ({ } n, { } d) when n < 0 || d < 0 => Said.As("negativePart", ("numerator", Text(n)), ("denominator", Text(d))),
                ({ } n, { } d) when n > d => Said.As("aboveDenominator", ("numerator", Text(n)), ("denominator", Text(d))),
                _ => null,
            };
            if (problem is not null)
            {
                Report(problem, roles.Numerator!, i);
            }
            else if (below[i] is 0)
            {
                table.AddNote(Said.As("zeroDenominator"), roles.Denominator!.Column, LineOf(roles.Denominator, i));
            }
        }
    }

    /// <summary>Promoters less detractors over all answers, so that segments can be put together, and the counts themselves.</summary>
    private (double?[] Net, double?[] All, List<(int, int, int)?> Answers) Scores(StudyColumn[] columns, double?[][] counts)
    {
        var answers = new List<(int, int, int)?>();
        double?[] net = new double?[counts[0].Length];
        double?[] all = new double?[net.Length];
        for (int i = 0; i < net.Length; i++)
        {
            double?[] row = [.. counts.Select(column => column[i])];
            for (int c = 0; c < 3; c++)
            {
                if (row[c] is { } count && !(count >= 0 && count <= 1e8 && count == Math.Floor(count)))
                {
                    Report(Said.As("notCount", ("value", Text(count))), columns[c], i);
                    row[c] = 0;
                }
            }

            bool isGap = Array.Exists(row, value => value is null) || row.Sum() == 0;
            if (row.Sum() == 0 && Array.TrueForAll(row, value => value is not null))
            {
                table.AddNote(Said.As("zeroDenominator"), columns[0].Column, LineOf(columns[0], i));
            }

            if (isGap && Array.Exists(row, value => value > 0))
            {
                Report(Said.As("countMissing"), columns[Array.FindIndex(row, value => value is null)], i);
            }

            answers.Add(isGap ? null : ((int)row[0]!, (int)row[1]!, (int)row[2]!));
            (net[i], all[i]) = isGap ? (null, null) : (row[0] - row[2], row.Sum());
        }

        return (net, all, answers);
    }

    private void Report(Message problem, StudyColumn column, int month) => table.Report(problem, column.Column, LineOf(column, month));

    private long? LineOf(StudyColumn column, int month) => _isAcross ? column.Rows[0].Line : _months.LineOf(_months.Start.PlusMonths(month));

    private static IEnumerable<StudyColumn> Used(StudyRoles roles) =>
        new[] { roles.Value, roles.Numerator, roles.Denominator }.Concat(roles.Counts ?? []).Concat(roles.Controls).OfType<StudyColumn>();

    private void Unknown(TableColumn column) => table.Report(
        new Message("table.columnUnknown", StudyTable.Layout.Known()), column, table.HeaderLine);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
