using NodaTime;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Gathers the rows of cash-flow series. A row that cannot be read spoils every series that it may belong to: figures without it would be wrong.</summary>
internal sealed class CashFlowRows(Table table)
{
    private readonly bool _hasId = table.Has(CashFlowTable.Id);
    private readonly bool _hasDates = table.Has(CashFlowTable.Date) || (table.Across.Count > 1 && table.PeriodOf(table.Across[0]) is null);
    private readonly bool _hasPeriods = table.Has(CashFlowTable.Period) && !table.Has(CashFlowTable.Date) && table.Across.Count < 2;
    private readonly TableColumn? _name = table.Has(CashFlowTable.Id) ? CashFlowTable.Id : table.Across.Count > 1 && table.Others.Count > 0 ? table.Others[0] : null;
    private readonly SidedAmounts _amounts = new(table);
    private readonly UnitState _units = new();
    private readonly Dictionary<string, CashFlowRecord> _byId = new(StringComparer.Ordinal);
    private readonly List<(TableRow Row, string Name, Message Reason)> _lost = [];
    private readonly List<CashFlowRecord> _records = [];

    /// <summary>The series; asked for when all rows are there.</summary>
    internal IEnumerable<CashFlowRecord> Records
    {
        get
        {
            foreach ((TableRow row, string name, Message reason) in _lost)
            {
                Blame(row, reason, table.HeaderOf(CashFlowTable.Id), id => MayBe(id, name));
            }

            _lost.Clear();
            foreach (CashFlowRecord record in _records.Where(record => _hasPeriods && record.Error is null))
            {
                if (record.Order(out int first) is var (line, reason))
                {
                    table.Report(reason, CashFlowTable.Period, line);
                    record.Fail(line, table.HeaderOf(CashFlowTable.Period), reason);
                }
                else
                {
                    TellFirst(first, CashFlowTable.Period);
                }
            }

            foreach (CashFlowRecord record in _records.Where(record => record.Error is null))
            {
                TellTwice(record);
            }

            if (!_hasDates && table.Across.Count > 1)
            {
                TellFirst(table.PeriodOf(table.Across[0]) ?? 0, null);
            }

            return FlowItems.Resolve(table, _records, _hasDates);
        }
    }

    internal void Add(TableRow row)
    {
        string? id = _hasId ? row.Text(CashFlowTable.Id) : "1";
        Message? lost = id is null ? table.LastProblem : null;
        CashFlowRecord? record = id is null ? null : RecordOf(id, row.Line);
        if (record is { Id.Length: 0 })
        {
            row.Report(CashFlowTable.Id, Said.As("cellEmpty"));
            record.Fail(row.Line, table.HeaderOf(CashFlowTable.Id), table.LastProblem!);
        }

        double? amount = _amounts.Of(row, out TableColumn? wrong);
        if (wrong is not null)
        {
            if (row.IsEmpty(wrong))
            {
                row.Report(wrong, Said.As("cellEmpty"));
            }

            record?.Fail(row.Line, table.HeaderOf(wrong), table.LastProblem!);
        }

        LocalDate? date = _hasDates ? Value(row, record, CashFlowTable.Date, row.Date) : null;
        int? period = _hasPeriods ? Value(row, record, CashFlowTable.Period, PeriodOf(row)) : null;
        if (record is null)
        {
            _lost.Add((row, row.Texts[table.IndexOf(CashFlowTable.Id)], lost!));
        }
        else if (amount is { } known && (date is not null || !_hasDates) && (period is not null || !_hasPeriods))
        {
            record.Add(known, date, period, row.Line);
        }
    }

    /// <summary>The rows of a project that are all there twice, as in a file that was put behind itself, are asked about; single flows that are alike are told.</summary>
    private void TellTwice(CashFlowRecord record)
    {
        if (record.Twice() is not var (line, isWhole))
        {
            return;
        }

        var message = new Message(isWhole ? "table.flowsTwice" : "table.flowTwice", MessageArgument.Text("series", record.Id ?? string.Empty));
        if (isWhole)
        {
            table.Report(message, null, line);
            record.Fail(line, null, message);
        }
        else
        {
            table.AddNote(message, null, line);
        }
    }

    /// <summary>Says that the first of numbered periods is time 0, whatever its number; that a calendar year is, everyone expects.</summary>
    private void TellFirst(int first, TableColumn? column)
    {
        if (first is > 0 and < 1000)
        {
            table.AddNote(Said.As("periodsFrom", ("period", first.ToString(System.Globalization.CultureInfo.InvariantCulture))), column, table.HeaderLine);
        }
    }

    /// <summary>A row of amounts below their dates; an empty cell is no flow.</summary>
    internal void AddAcross(TableRow row)
    {
        // All columns are of one kind, as a column of amounts is: a unit or a currency that differs is asked.
        foreach (TableColumn column in table.Across)
        {
            table.Belongs(column, _units);
        }

        string line = row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string? id = _name is null ? line : row.Text(_name);
        CashFlowRecord record = RecordOf(id is null or { Length: 0 } ? line : id, row.Line);
        if (record.Line != row.Line)
        {
            Message twice = new("table.seriesTwice", MessageArgument.Text("series", record.Id ?? line), Said.Line(record.Line));
            row.Report(_name!, twice);
            record.Fail(row.Line, table.HeaderOf(_name!), twice);
            return;
        }

        if (id is null || (id.Length == 0 && _hasId))
        {
            record.Fail(row.Line, table.HeaderOf(_name!), table.LastProblem ?? Said.As("cellEmpty"));
        }

        if (!_hasDates)
        {
            foreach (TableColumn column in table.Across)
            {
                // An empty cell between periods is no flow; the periods behind it keep their place.
                double? amount = row.IsEmpty(column) ? 0 : Value(row, record, column, row.Number);
                record.Add(amount ?? 0, null);
            }

            return;
        }

        foreach (TableColumn column in table.Across.Where(column => !row.IsEmpty(column)))
        {
            if (table.DateOf(column) is not { } date)
            {
                table.Report(Said.As("noDay", ("value", column.Id)), null, table.HeaderLine);
                record.Fail(table.HeaderLine, column.Id, table.LastProblem!);
            }
            else if (Value(row, record, column, row.Number) is { } amount)
            {
                record.Add(amount, date);
            }
        }
    }

    /// <summary>A row whose cells may be shifted belongs to any series whose name is one of its cells, or two of them that a delimiter has parted.</summary>
    internal void Fail(TableRow row)
    {
        if (!_hasId)
        {
            RecordOf("1", row.Line).Fail(row.Line, null, row.Fault!);
            return;
        }

        List<string> texts = row.Texts;
        var names = new HashSet<string>(texts, StringComparer.Ordinal);
        for (int i = 1; i < texts.Count; i++)
        {
            names.Add(texts[i - 1] + "," + texts[i]);
        }

        Blame(row, row.Fault!, null, names.Contains);
    }

    private static bool MayBe(string id, string damaged)
    {
        int first = damaged.IndexOf(CellChars.Damaged);
        int last = damaged.LastIndexOf(CellChars.Damaged);
        return id.StartsWith(damaged.Substring(0, first), StringComparison.Ordinal) && id.EndsWith(damaged.Substring(last + 1), StringComparison.Ordinal);
    }

    private void Blame(TableRow row, Message reason, string? column, Func<string, bool> isMeant)
    {
        bool isKnown = false;
        foreach (CashFlowRecord record in _records.Where(record => record.Id is not null && isMeant(record.Id)))
        {
            record.Fail(row.Line, column, reason);
            isKnown = true;
        }

        if (!isKnown)
        {
            var record = new CashFlowRecord(column is null ? row.Text(CashFlowTable.Id) : null, row.Line, _hasDates);
            record.Fail(row.Line, column, reason);
            _records.Add(record);
        }
    }

    private CashFlowRecord RecordOf(string id, long line)
    {
        if (!_byId.TryGetValue(id, out CashFlowRecord? record))
        {
            record = new CashFlowRecord(id, line, _hasDates);
            _byId.Add(id, record);
            _records.Add(record);
        }

        return record;
    }

    private static Func<TableColumn, int?> PeriodOf(TableRow row) => column =>
    {
        string text = row.Text(column) ?? string.Empty;
        if (PeriodText.TryParseBelow(text, out int period))
        {
            return period;
        }

        if (text.Length > 0)
        {
            row.Report(column, Said.As("notPeriod", ("value", text)));
        }

        return null;
    };

    private T? Value<T>(TableRow row, CashFlowRecord? record, TableColumn column, Func<TableColumn, T?> read)
        where T : struct
    {
        if (read(column) is { } value)
        {
            return value;
        }

        if (row.IsEmpty(column))
        {
            row.Report(column, Said.As("cellEmpty"));
        }

        record?.Fail(row.Line, table.HeaderOf(column), table.LastProblem!);
        return null;
    }
}
