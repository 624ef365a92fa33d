using System.Globalization;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Knows the columns of a table by its header: those of the layout, months across, others, and those that are passed over.</summary>
internal sealed class TableColumns(TableBuilder builder, Grid grid)
{
    private readonly TableLayout _layout = builder.Layout;
    private readonly RemarkList _problems = builder.Problems;
    private readonly Dictionary<TableColumn, ColumnState> _known = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly long _line = grid.LineOf(builder.HeaderRow);
    private bool _isAcross;
    private bool _asksAmount;

    /// <summary>The place of a cell before months across that states a unit and nothing else: what stands below it is told by the rows; -1 for none.</summary>
    private int _corner = -1;

    internal void Read()
    {
        ReadOnlySpan<CellSlot> cells = grid.Row(builder.HeaderRow);
        if (grid.FaultOf(builder.HeaderRow) is { } fault)
        {
            _problems.Add(fault, null, _line);
        }

        int firstAcross = -1;
        int periods = 0;
        var times = new List<(int Index, DateParts Parts)>();
        for (int i = 0; i < cells.Length && _layout.AllowsAcross; i++)
        {
            string text = grid.Text(cells[i]).ToString();
            bool isTime = builder.IsTime(grid, builder.HeaderRow, i);
            if (builder.TryKnown(text, out _) || !(isTime || builder.IsPeriod(text)))
            {
                continue;
            }

            firstAcross = firstAcross < 0 ? i : firstAcross;
            if (isTime)
            {
                times.Add((i, builder.TimeOf(grid, builder.HeaderRow, i)));
            }
            else
            {
                periods++;
            }
        }

        builder.IsAcross = _isAcross = times.Count > 1 || periods > 1;
        for (int i = 0; _isAcross && i < firstAcross; i++)
        {
            _corner = builder.StateCorner(grid, builder.HeaderRow, grid.Text(cells[i]).ToString()) ? i : _corner;
        }

        var facts = new DateFacts(times.Select(time => time.Parts), builder.Options.DateOrder);
        for (int i = 0; i < cells.Length; i++)
        {
            string header = grid.Text(cells[i]).ToString();
            string key = HeaderText.Key(header);
            if (key.Length == 0)
            {
                Unnamed(i, _isAcross && i < firstAcross);
            }
            else if (header.Contains(CellChars.Damaged))
            {
                _problems.Add(Said.As("damagedText", ("value", header)), header, _line);
            }
            else if (times.Count > 1 && times.Find(time => time.Index == i).Parts is { Form: not DateForm.None } time)
            {
                Month(i, header, key, time, facts);
            }
            else
            {
                Named(i, header, key);
            }
        }

        Missing(_isAcross || builder.Across.Count > 1);
    }

    private void Unnamed(int index, bool isCorner)
    {
        if (!HasData(index))
        {
            return;
        }

        string name = (index + 1).ToString(CultureInfo.InvariantCulture);
        if (isCorner)
        {
            // The corner of a table with months across is often left empty.
            builder.Take(new ColumnState(new TableColumn("column " + name), index, string.Empty), builder.Others);
            return;
        }

        _problems.Add(Said.As("columnUnnamed", ("column", name)), null, _line);
    }

    private void Month(int index, string header, string key, DateParts time, DateFacts facts)
    {
        if (!_seen.Add(key))
        {
            _problems.Add(Said.As("columnTwice"), header, _line);
        }
        else if (facts.Resolve(builder.WithYear(time, header, header, _line), header, out int year, out int month, out int day) is { } reason)
        {
            _problems.Add(reason, null, _line); // Twelve of a kind are one.
        }
        else
        {
            builder.Take(new ColumnState(new TableColumn(header), index, header) { Time = (year, month, day), TakesUnitOfRow = true, Unit = builder.Unit }, builder.Across);
        }
    }

    private void Named(int index, string header, string key)
    {
        bool isKnown = builder.TryKnown(header, out TableColumn? column);
        bool isFirst = _isAcross && index == 0;
        if (index == _corner || (isFirst && (column == KnownColumns.Month || (_layout.AllowsPeriods && column is not null && column.Id != "id"))))
        {
            // A corner that says what stands across it, above the names of the rows.
            builder.Take(new ColumnState(new TableColumn(header), index, header), builder.Others);
            return;
        }

        string name = HeaderText.Key(HeaderText.Split(header).Name);
        if (column is null && IsPassed(header, key, name))
        {
            Pass(index, header);
            return;
        }

        if (!_seen.Add(key))
        {
            _problems.Add(Said.As("columnTwice"), header, _line);
            return;
        }

        if (isKnown && !_known.TryGetValue(column!, out _))
        {
            var state = new ColumnState(column!, index, header) { TakesUnitOfRow = column!.IsMoney };
            if (!isFirst)
            {
                SetUnit(state, column.IsMoney);
            }

            _known.Add(column, state);
            builder.Take(state, builder.Known);
        }
        else if (isKnown && !_layout.AllowsOthers)
        {
            _problems.Add(Said.As("columnsSame", ("other", _known[column!].Header)), header, _line);
        }
        else if (column is null && builder.IsPeriod(header))
        {
            _ = PeriodText.TryParse(header, out int period);
            builder.Take(new ColumnState(new TableColumn(header), index, header) { Period = period, Unit = builder.Unit }, builder.Across);
        }
        else if (column is null && (_layout.AskedAs(key) ?? _layout.AskedAs(name)) is { } asked)
        {
            Asked(index, header, asked);
        }
        else if (_layout.AllowsOthers)
        {
            Other(index, header);
        }
        else if (_layout.IsDerived(name) && HasData(index))
        {
            Pass(index, header);
        }
        else
        {
            _problems.Add(new Message("table.columnUnknown", _layout.Known()), header, _line);
        }
    }

    /// <summary>A side of an account, or which way an amount goes, is asked about; beside columns of both ways the latter says nothing more.</summary>
    private void Asked(int index, string header, string id)
    {
        bool isWay = id == "table.inOrOut";
        string[] keys = [.. grid.TextsOf(builder.HeaderRow).Select(text => HeaderText.Key(HeaderText.Split(text).Name))];
        bool hasSides = _layout.Instead.Count > 0 && _layout.Instead.All(side => keys.Any(key => _layout.Headers.TryGetValue(key, out TableColumn? known) && known == side));
        if (isWay && hasSides)
        {
            Pass(index, header);
            return;
        }

        _asksAmount = true;
        if (!(isWay && Array.Exists(keys, key => _layout.AskedAs(key) is { } other && other != id)))
        {
            _problems.Add(new Message(id), header, _line); // Both sides renamed, it says nothing more.
        }
    }

    /// <summary>Whether a column changes nothing of a table: notes, what is computed from others, and totals and longer periods beside months across.</summary>
    private bool IsPassed(string header, string key, string name)
    {
        bool isAcross = _isAcross || builder.Across.Count > 0;
        return IsNote(key) || IsNote(name) || KnownWords.IsDerived(key) || KnownWords.IsDerived(name)
            || (isAcross && (KnownWords.IsTotal(name) || KnownWords.IsDerivedAcross(name) || (!_layout.AllowsPeriods && DateText.Parse(header.AsSpan()).Form is DateForm.OtherPeriod or DateForm.YearOnly or DateForm.SeveralMonths)));
    }

    private void Pass(int index, string header)
    {
        if (HasData(index))
        {
            builder.Passed.Add(index);
            builder.Notes.Add(Said.As(_layout.ReadsRemarks && (IsNote(HeaderText.Key(header)) || IsNote(HeaderText.Key(HeaderText.Split(header).Name))) ? "columnRemarks" : "columnPassed"), header, _line);
        }
    }

    private bool IsNote(string key) => KnownWords.IsNote(key) || _layout.Remarks.Contains(key);

    private void Other(int index, string header)
    {
        if (!HasData(index))
        {
            return;
        }

        var state = new ColumnState(new TableColumn(header), index, header) { TakesUnitOfRow = true };
        SetUnit(state, isMoney: true);
        builder.Take(state, builder.Others);
    }

    /// <summary>The unit of the header; of a table whose title states one, for a column without a unit of its own that it holds for.</summary>
    private void SetUnit(ColumnState state, bool isMoney)
    {
        CellNumber? unit = HeaderText.Split(state.Header).Unit;
        if (isMoney && HeaderText.StrangeUnit(state.Header) is { } strange && builder.IsNumeric(grid, state.Index))
        {
            _problems.Add(Said.As("unitStrange", ("value", strange)), state.Header, _line);
        }

        if (unit is null && isMoney && builder.Unit is { } common && TimeUnit.InName(state.Header) is null)
        {
            if (builder.FurtherUnits.Prepend(common).Where(one => TableUnits.HoldFor(one, state.Header)).Select(one => (CellNumber?)one).FirstOrDefault() is { } held)
            {
                unit = held;
            }
            else if (common.Power != 0 && builder.IsNumeric(grid, state.Index))
            {
                builder.Notes.Add(new Message("table.unitNotFor"), state.Header, _line);
            }
        }

        if (unit is { } own)
        {
            builder.SetUnit(state, own, _line);
        }
    }

    private void Missing(bool isAcross)
    {
        if (isAcross)
        {
            return; // What a table with months across needs is told by what it is read as.
        }

        TableColumn[] missing = [.. _layout.Columns.Where(column => column.IsRequired && !(_asksAmount && column.IsMoney) && !_known.ContainsKey(column) && !_layout.HasInstead(column, _known.ContainsKey))];
        foreach (TableColumn column in missing)
        {
            if (column.Id == KnownColumns.Month.Id && PeriodHeader() is { } period)
            {
                _problems.Add(Said.As("otherPeriodColumn"), period, _line, column.Id);
                continue;
            }

            _problems.Add(
                new Message(
                    "table.columnMissing", MessageArgument.Text("id", column.Id), MessageArgument.Text("name", column.Names.Count > 0 ? column.Names[0] : column.Id),
                    grid.TextsIn(builder.HeaderRow), builder.Example()),
                null, _line, column.Id);
        }

        if (missing.Length > 0)
        {
            builder.TellSheet();
        }
    }

    /// <summary>The header of a column of quarters or years in a table that has no months; null where there is none.</summary>
    private string? PeriodHeader()
    {
        foreach (CellSlot cell in grid.Row(builder.HeaderRow))
        {
            string header = grid.Text(cell).ToString();
            if (KnownWords.IsPeriod(HeaderText.Key(header)))
            {
                return header;
            }
        }

        return null;
    }

    private bool HasData(int index)
    {
        for (int row = builder.HeaderRow + 1; row < grid.RowCount; row++)
        {
            ReadOnlySpan<CellSlot> cells = grid.Row(row);
            if (index < cells.Length && cells[index].Length > 0)
            {
                return true;
            }
        }

        return false;
    }
}
