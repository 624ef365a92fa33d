using System.Globalization;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Makes a table of a grid: finds its header, knows its columns, and tells rows of data from what stands around them.</summary>
internal sealed class TableBuilder(TableLayout layout, TableReadOptions options)
{
    private const int HeaderWithin = 40;

    internal TableLayout Layout => layout;

    private readonly Dictionary<TableColumn, ColumnState> _known = [];
    private CellNumber? _unitOfTable;
    private int? _yearRow;

    internal TableReadOptions Options { get; } = options;

    internal RemarkList Problems { get; } = new();

    internal RemarkList Notes { get; } = new();

    internal Grid? Grid { get; private set; }

    internal int HeaderRow { get; private set; }

    internal List<ColumnState> States { get; } = [];

    internal List<TableColumn> Known { get; } = [];

    internal List<TableColumn> Others { get; } = [];

    internal List<TableColumn> Across { get; } = [];

    internal List<int> Rows { get; } = [];

    internal List<int> Faulty { get; } = [];

    /// <summary>The places of columns that were passed over: notes, and what is computed from others.</summary>
    internal List<int> Passed { get; } = [];

    /// <summary>What is wrong with the form of a row.</summary>
    internal Dictionary<int, Message> Faults { get; } = [];

    internal void Read(Stream stream)
    {
        Grid grid;
        try
        {
            grid = TableSource.Read(stream, Options, Notes);
        }
        catch (TableFault fault)
        {
            Problems.Add(fault.Reason, null, fault.Line);
            return;
        }

        if (grid.RowCount == 0)
        {
            Problems.Add(Said.As("empty"));
            return;
        }

        int? known;
        try
        {
            (grid, known, _yearRow) = HeaderShape.Of(grid, layout, Options, Notes);
        }
        catch (TableFault fault)
        {
            Problems.Add(fault.Reason, null, fault.Line);
            return;
        }

        HeaderRow = known ?? FindHeader(grid);
        if (known is null && HeaderRow >= 0 && HeaderShape.TryJoinNames(grid, HeaderRow, Options, Notes))
        {
            _yearRow = HeaderRow++;
        }

        if (HeaderRow < 0)
        {
            Problems.Add(new Message("table.noHeader", Texts(grid, 0), Example()), null, grid.LineOf(0));
            TellSheet();
            return;
        }

        Grid = grid;
        AboveHeader(grid);
        Columns(grid);
        Body(grid);
    }

    /// <summary>The first row with a known header and another cell; or else the first that is all words, whose columns then are not known.</summary>
    private int FindHeader(Grid grid)
    {
        int widest = 0;
        for (int row = 0; row < Math.Min(grid.RowCount, HeaderWithin); row++)
        {
            widest = Math.Max(widest, Filled(grid, row));
        }

        int words = -1;
        for (int row = 0; row < Math.Min(grid.RowCount, HeaderWithin); row++)
        {
            int known = 0;
            int across = 0;
            int numbers = 0;
            int filled = 0;
            bool hasWords = false;
            ReadOnlySpan<CellSlot> cells = grid.Row(row);
            for (int i = 0; i < cells.Length; i++)
            {
                if (cells[i].Length == 0)
                {
                    continue;
                }

                filled++;
                string text = grid.Text(cells[i]).ToString();
                if (TryKnown(text, out _))
                {
                    known++;
                }
                else if (layout.AllowsAcross && (IsTime(TimeOf(grid, row, i).Form) || IsPeriod(text)))
                {
                    across++;
                }
                else if (cells[i].Kind is CellKind.Number or CellKind.Percent || NumberText.Parse(grid.Text(cells[i]), out _) == NumberFault.None || IsTime(TimeOf(grid, row, i).Form))
                {
                    numbers++;
                }
                else
                {
                    hasWords = true;
                }
            }

            // A row of months alone is as likely a row of numbers without a header; one with a name, or with the corner left empty, is a header.
            bool isAcross = across > 1 && (hasWords || cells[0].Length == 0 || (across == filled && !IsNumbers(grid, row)));
            if ((known > 0 || isAcross) && numbers == 0 && (filled > 1 || widest == 1))
            {
                return row;
            }

            if (words < 0 && numbers == 0 && across == 0 && filled > 1 && filled == widest)
            {
                words = row;
            }
        }

        return words;
    }

    /// <summary>Whether a cell of a row is a number, as months without a sign between year and month are.</summary>
    private static bool IsNumbers(Grid grid, int row)
    {
        foreach (CellSlot cell in grid.Row(row))
        {
            if (cell.Kind != CellKind.Text || NumberText.Parse(grid.Text(cell), out _) == NumberFault.None)
            {
                return true;
            }
        }

        return false;
    }

    private void AboveHeader(Grid grid)
    {
        for (int row = 0; row < HeaderRow; row++)
        {
            if (row == _yearRow)
            {
                continue;
            }

            string text = string.Join(" ", Cells(grid, row));
            if (HeaderText.UnitRow(text) is { } unit)
            {
                _unitOfTable = unit;
            }

            Notes.Add(Said.As("aboveHeader", ("text", text)), null, grid.LineOf(row));
        }
    }

    private void Columns(Grid grid)
    {
        ReadOnlySpan<CellSlot> cells = grid.Row(HeaderRow);
        long line = grid.LineOf(HeaderRow);
        if (grid.FaultOf(HeaderRow) is { } fault)
        {
            Problems.Add(fault, null, line);
        }

        int firstAcross = -1;
        int periods = 0;
        var times = new List<(int Index, DateParts Parts)>();
        for (int i = 0; i < cells.Length && layout.AllowsAcross; i++)
        {
            string text = grid.Text(cells[i]).ToString();
            DateParts parts = TimeOf(grid, HeaderRow, i);
            if (TryKnown(text, out _) || !(IsTime(parts.Form) || IsPeriod(text)))
            {
                continue;
            }

            firstAcross = firstAcross < 0 ? i : firstAcross;
            if (IsTime(parts.Form))
            {
                times.Add((i, parts));
            }
            else
            {
                periods++;
            }
        }

        bool isAcross = times.Count > 1 || periods > 1;
        var facts = new DateFacts(times.Select(time => time.Parts), Options.DateOrder);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < cells.Length; i++)
        {
            string header = grid.Text(cells[i]).ToString();
            string key = HeaderText.Key(header);
            if (key.Length == 0)
            {
                Unnamed(grid, i, line, isAcross && i < firstAcross);
            }
            else if (header.Contains(CellChars.Damaged))
            {
                Problems.Add(Said.As("damagedText", ("value", header)), header, line);
            }
            else if (!seen.Add(key))
            {
                Problems.Add(Said.As("columnTwice"), header, line);
            }
            else
            {
                Named(grid, i, header, key, times.Count > 1 ? times.Find(time => time.Index == i).Parts : default, facts, isAcross);
            }
        }

        if (layout.AllowsPeriods && Across.Count > 0 && _unitOfTable is { Power: > 0 } scaled)
        {
            Notes.Add(new Message("table.scaled", MessageArgument.Number("factor", Power(scaled.Power))), null, line);
        }

        Missing(grid, line, isAcross || Across.Count > 1);
    }

    private void Unnamed(Grid grid, int index, long line, bool isCorner)
    {
        if (!HasData(grid, index))
        {
            return;
        }

        if (isCorner)
        {
            // The corner of a table with months across is often left empty.
            var corner = new TableColumn("column " + (index + 1).ToString(CultureInfo.InvariantCulture));
            Take(new ColumnState(corner, index, string.Empty), Others);
            return;
        }

        Problems.Add(Said.As("columnUnnamed", ("column", (index + 1).ToString(CultureInfo.InvariantCulture))), null, line);
    }

    private void Named(Grid grid, int index, string header, string key, DateParts time, DateFacts facts, bool isAcross)
    {
        long line = grid.LineOf(HeaderRow);
        if (IsTime(time.Form))
        {
            if (facts.Resolve(time, header, out int year, out int month, out int day) is { } reason)
            {
                Problems.Add(reason, null, line); // Twelve of a kind are one.
                return;
            }

            Take(new ColumnState(new TableColumn(header), index, header) { Time = (year, month, day), TakesUnitOfRow = true, Unit = layout.AllowsPeriods ? _unitOfTable : null }, Across);
            return;
        }

        bool isKnown = TryKnown(header, out TableColumn? column);
        if (isAcross && index == 0 && layout.AllowsPeriods && HeaderText.Split(header).Unit is { Power: not 0 } ofAll)
        {
            // 项目（万元） above the names of the rows is the unit of what stands beside them.
            _unitOfTable = ofAll;
        }

        if (isAcross && index == 0 && (column == KnownColumns.Month || (layout.AllowsPeriods && column is not null && column.Id != "id")))
        {
            // A corner that says what stands across it, above the names of the rows.
            Take(new ColumnState(new TableColumn(header), index, header), Others);
            return;
        }

        if (isKnown)
        {
            if (!_known.TryGetValue(column!, out ColumnState? other))
            {
                var state = new ColumnState(column!, index, header) { TakesUnitOfRow = column!.IsMoney };
                if (!(isAcross && index == 0 && layout.AllowsPeriods))
                {
                    SetUnit(state, key, line, column!.IsMoney);
                }

                _known.Add(column, state);
                Take(state, Known);
                return;
            }

            if (!layout.AllowsOthers)
            {
                Problems.Add(Said.As("columnsSame", ("other", other.Header)), header, line);
                return;
            }
        }

        string name = HeaderText.Key(HeaderText.Split(header).Name);
        if (column is null && IsPeriod(header))
        {
            _ = PeriodText.TryParse(header, out int period);
            Take(new ColumnState(new TableColumn(header), index, header) { Period = period, Unit = _unitOfTable }, Across);
            return;
        }

        if (column is null && (IsNote(key) || IsNote(name) || KnownWords.IsDerived(key) || KnownWords.IsDerived(name) || ((isAcross || Across.Count > 0) && KnownWords.IsTotal(name))))
        {
            if (HasData(grid, index))
            {
                Passed.Add(index);
                Notes.Add(Said.As("columnPassed"), header, line);
            }
        }
        else if (layout.AllowsOthers)
        {
            if (HasData(grid, index))
            {
                var state = new ColumnState(new TableColumn(header), index, header) { TakesUnitOfRow = true };
                SetUnit(state, key, line, isMoney: true);
                Take(state, Others);
            }
        }
        else if (layout.IsDerived(name) && HasData(grid, index))
        {
            Notes.Add(Said.As("columnPassed"), header, line);
        }
        else
        {
            Problems.Add(new Message("table.columnUnknown", layout.Known()), header, line);
        }
    }

    private bool IsNote(string key) => KnownWords.IsNote(key) || layout.Remarks.Contains(key);

    /// <summary>The unit of the header; of a table whose title states one, for money without a unit of its own.</summary>
    private void SetUnit(ColumnState state, string key, long line, bool isMoney)
    {
        CellNumber? unit = HeaderText.Split(state.Header).Unit;
        if (unit is null && isMoney && _unitOfTable is { } common && !KnownWords.IsCount(HeaderText.Key(HeaderText.Split(state.Header).Name)) && !KnownWords.IsCount(key))
        {
            unit = common;
        }

        if (unit is { } own)
        {
            Apply(state, own, line);
        }
    }

    private void Apply(ColumnState state, CellNumber own, long line)
    {
        state.Unit = own;
        state.Units.Currency = own.Currency;
        state.Units.Measure = own.Measure;
        if (own.Power != 0)
        {
            Notes.Add(new Message(own.Power > 0 ? "table.scaled" : "table.scaled.share", MessageArgument.Number("factor", Power(own.Power))), state.Header, line);
        }
    }

    private static decimal Power(int power)
    {
        decimal value = 1;
        for (int i = 0; i < Math.Abs(power); i++)
        {
            value *= 10;
        }

        return value;
    }

    private void Missing(Grid grid, long line, bool isAcross)
    {
        if (isAcross)
        {
            return; // What a table with months across needs is told by what it is read as.
        }

        TableColumn[] missing = [.. layout.Columns.Where(column => column.IsRequired && !_known.ContainsKey(column) && !layout.HasInstead(column, _known.ContainsKey))];
        foreach (TableColumn column in missing)
        {
            if (column.Id == KnownColumns.Month.Id && PeriodHeader(grid) is { } period)
            {
                Problems.Add(Said.As("otherPeriodColumn"), period, line, column.Id);
                continue;
            }

            Problems.Add(
                new Message(
                    "table.columnMissing", MessageArgument.Text("id", column.Id), MessageArgument.Text("name", column.Names.Count > 0 ? column.Names[0] : column.Id),
                    Texts(grid, HeaderRow), Example()),
                null, line, column.Id);
        }

        if (missing.Length > 0)
        {
            TellSheet();
        }
    }

    /// <summary>The header of a column of quarters or years in a table that has no months; null where there is none.</summary>
    private string? PeriodHeader(Grid grid)
    {
        foreach (CellSlot cell in grid.Row(HeaderRow))
        {
            string header = grid.Text(cell).ToString();
            if (KnownWords.IsPeriod(HeaderText.Key(header)))
            {
                return header;
            }
        }

        return null;
    }

    /// <summary>Where the sheet that was read is not the right one, the others are to be named.</summary>
    private void TellSheet()
    {
        if (Notes.All.FirstOrDefault(note => note.Message.Id == "table.sheetRead") is { } sheet)
        {
            Problems.Add(sheet.Message);
        }
    }

    private void Body(Grid grid)
    {
        int width = grid.Row(HeaderRow).Length;
        var tail = new List<int>();
        int time = States.Find(state => state.Column.Id is "month" or "date")?.Index ?? -1;
        for (int row = HeaderRow + 1 + (TakeUnitRow(grid) ? 1 : 0); row < grid.RowCount; row++)
        {
            ReadOnlySpan<CellSlot> cells = grid.Row(row);
            int filled = 0;
            int first = -1;
            int last = -1;
            for (int i = 0; i < cells.Length; i++)
            {
                if (cells[i].Length > 0 || cells[i].Kind == CellKind.Formula)
                {
                    filled++;
                    first = first < 0 ? i : first;
                    last = i;
                }
            }

            if (filled == 0)
            {
                continue;
            }

            if (grid.FaultOf(row) is { } fault)
            {
                Fail(row, fault);
            }
            else if (last >= width)
            {
                Fail(row, new Message("table.cellsBeyond", Said.Count("cells", last + 1), Said.Count("columns", width)));
            }
            else if (!IsPassedOver(grid, row, cells, first, filled, time))
            {
                Rows.Add(row);
                if (filled == 1 && first == time && IsWords(grid, row, first))
                {
                    tail.Add(row);
                }
                else
                {
                    tail.Clear();
                }
            }
        }

        // Words alone, where the months stand, behind the last row of data: 含税, 仅供内部使用.
        foreach (int row in tail)
        {
            Rows.Remove(row);
            Notes.Add(Said.As("noteRow", ("text", grid.Text(grid.Row(row)[time]).ToString())), null, grid.LineOf(row));
        }
    }

    private bool IsWords(Grid grid, int row, int index)
    {
        ReadOnlySpan<char> text = grid.Text(grid.Row(row)[index]);
        return grid.Row(row)[index].Kind == CellKind.Text && text.Length > 0 && CellChars.Plain(text[0]) is not (>= '0' and <= '9') && HasLetter(text)
            && TimeOf(grid, row, index).Form == DateForm.None && text.IndexOf(CellChars.Damaged) < 0;
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a row below the header that holds nothing but units: (empty),万元,%.</summary>
    private bool TakeUnitRow(Grid grid)
    {
        int row = HeaderRow + 1;
        if (row >= grid.RowCount || grid.FaultOf(row) is not null)
        {
            return false;
        }

        var units = new List<(ColumnState State, CellNumber Unit)>();
        ReadOnlySpan<CellSlot> cells = grid.Row(row);
        for (int i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0)
            {
                continue;
            }

            string text = grid.Text(cells[i]).ToString().Trim('(', ')', '（', '）');
            if (HeaderText.Key(text) is "单位" or "unit" or "月" or "年月" or "yyyymm")
            {
                continue;
            }

            if (cells[i].Kind != CellKind.Text || !NumberText.TryUnit(text.AsSpan(), out CellNumber unit))
            {
                return false;
            }

            if (States.Find(state => state.Index == i) is { } found)
            {
                units.Add((found, unit));
            }
        }

        foreach ((ColumnState state, CellNumber unit) in units)
        {
            if (state.Unit is null)
            {
                Apply(state, unit, grid.LineOf(row));
            }
        }

        return units.Count > 0;
    }

    private void Fail(int row, Message fault)
    {
        Problems.Add(fault, null, Grid!.LineOf(row));
        Faults[row] = fault;
        Faulty.Add(row);
    }

    private bool IsPassedOver(Grid grid, int row, ReadOnlySpan<CellSlot> cells, int first, int filled, int time)
    {
        ReadOnlySpan<char> text = grid.Text(cells[first]);
        if (cells[first].Kind != CellKind.Text || text.Length > 200 || text[0] is >= '0' and <= '9' && text.IndexOfAny("计均".AsSpan()) < 0)
        {
            return false;
        }

        // Most rows are data: their first cell is only taken apart where it may be one of the words.
        string? key = filled == 1 || KnownWords.MayBeTotal(text) ? HeaderText.Key(text.ToString()) : null;
        bool hasNoTime = time >= 0 && (time >= cells.Length || cells[time].Length == 0); // 华东小计: with a name before it, where no month stands.
        string? id = key is not null && (KnownWords.IsTotal(key) || (hasNoTime && filled > 1 && KnownWords.EndsAsTotal(key))) ? "totalRow" : filled == 1 && KnownWords.IsFoot(key!) ? "noteRow" : IsHeaderAgain(grid, cells) ? "headerAgain" : null;
        if (id is not null)
        {
            Notes.Add(Said.As(id, ("text", text.ToString())), null, grid.LineOf(row));
        }

        return id is not null;
    }

    private bool IsHeaderAgain(Grid grid, ReadOnlySpan<CellSlot> cells)
    {
        ReadOnlySpan<CellSlot> header = grid.Row(HeaderRow);
        if (cells.Length != header.Length)
        {
            return false;
        }

        for (int i = 0; i < cells.Length; i++)
        {
            if (!grid.Text(cells[i]).SequenceEqual(grid.Text(header[i])))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryKnown(string header, out TableColumn? column) =>
        layout.Headers.TryGetValue(HeaderText.Key(header), out column) || layout.Headers.TryGetValue(HeaderText.Key(HeaderText.Split(header).Name), out column);

    private void Take(ColumnState state, List<TableColumn> list)
    {
        States.Add(state);
        list.Add(state.Column);
    }

    private bool HasData(Grid grid, int index)
    {
        for (int row = HeaderRow + 1; row < grid.RowCount; row++)
        {
            ReadOnlySpan<CellSlot> cells = grid.Row(row);
            if (index < cells.Length && cells[index].Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private DateParts TimeOf(Grid grid, int row, int index) => new CellReader(grid, [], Options, Problems, Notes).PartsOf(row, index);

    private static bool IsTime(DateForm form) => form is not (DateForm.None or DateForm.Empty or DateForm.Serial or DateForm.YearOnly or DateForm.OtherPeriod);

    private bool IsPeriod(string text) => layout.AllowsPeriods && PeriodText.TryParse(text, out _);

    private static int Filled(Grid grid, int row)
    {
        int filled = 0;
        foreach (CellSlot cell in grid.Row(row))
        {
            filled += cell.Length > 0 ? 1 : 0;
        }

        return filled;
    }

    private static List<string> Cells(Grid grid, int row)
    {
        var texts = new List<string>();
        foreach (CellSlot cell in grid.Row(row))
        {
            if (cell.Length > 0)
            {
                texts.Add(grid.Text(cell).ToString());
            }
        }

        return texts;
    }

    private static MessageArgument Texts(Grid grid, int row) => Said.Names("columns", Cells(grid, row).Take(30));

    private MessageArgument Example() => MessageArgument.Parts("header", layout.Example());
}
