namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Makes a table of a grid: finds its header, knows its columns, and tells rows of data from what stands around them.</summary>
internal sealed class TableBuilder(TableLayout layout, TableReadOptions options)
{
    /// <summary>How many rows at the end are looked at for the unit of the table.</summary>
    private const int FootRows = 20;

    private int? _yearRow;
    private (CellNumber Unit, string Text)? _stated;

    internal TableLayout Layout => layout;

    internal TableReadOptions Options { get; } = options;

    internal RemarkList Problems { get; } = new();

    internal RemarkList Notes { get; } = new();

    internal Grid? Grid { get; private set; }

    internal int HeaderRow { get; private set; }

    /// <summary>The first unit that a title, a row below or the corner states for the numbers of the whole table, or null.</summary>
    internal CellNumber? Unit { get; set; }

    /// <summary>The further units of the same statement: the second of 单位：万元、%.</summary>
    internal CellNumber[] FurtherUnits { get; private set; } = [];

    /// <summary>The unit of time that a title or a row below states, or null.</summary>
    internal TimeUnit? TimeOfTable { get; private set; }

    /// <summary>The one year that the titles state, for months that have none; null where they state none or several.</summary>
    internal int? YearOfTitle { get; private set; }

    internal List<ColumnState> States { get; } = [];

    internal List<TableColumn> Known { get; } = [];

    internal List<TableColumn> Others { get; } = [];

    internal List<TableColumn> Across { get; } = [];

    /// <summary>Whether months, dates or periods stand across, also where what is wrong with them has left no column of them.</summary>
    internal bool IsAcross { get; set; }

    internal List<int> Rows { get; } = [];

    internal List<int> Faulty { get; } = [];

    /// <summary>The places of columns that were passed over: notes, and what is computed from others.</summary>
    internal List<int> Passed { get; } = [];

    /// <summary>What is wrong with the form of a row.</summary>
    internal Dictionary<int, Message> Faults { get; } = [];

    internal void Read(Stream stream)
    {
        Grid grid;
        string? corner;
        try
        {
            grid = TableSource.Read(stream, Options, Notes);
            if (grid.RowCount == 0)
            {
                Problems.Add(Said.As("empty"));
                return;
            }

            PivotShape.Plain(grid, layout, Options, Notes);
            (grid, int? known, _yearRow, corner) = HeaderShape.Of(grid, layout, Options, Notes);
            HeaderRow = known ?? new HeaderFinder(this, grid).Find();
            if (known is null && HeaderRow >= 0 && HeaderShape.TryJoinNames(grid, HeaderRow, layout, Options, Notes))
            {
                _yearRow = HeaderRow++;
            }
        }
        catch (TableFault fault)
        {
            Problems.Add(fault.Reason, null, fault.Line);
            return;
        }

        if (HeaderRow < 0)
        {
            Problems.Add(new Message("table.noHeader", grid.TextsIn(0), Example()), null, grid.LineOf(0));
            TellSheet();
            return;
        }

        Grid = grid;
        AboveHeader(grid);
        if (corner is not null)
        {
            StateCorner(grid, HeaderRow, corner);
        }

        Foot(grid);
        new TableColumns(this, grid).Read();
        new TableBody(this, grid).Read();
        if (layout.AllowsPeriods && Across.Count > 0 && States.Find(state => state.Column == Across[0])!.Unit is { Power: > 0 } scaled && !ShowsScaled(States.Find(state => state.Column == Across[0])!.Index, scaled.Power))
        {
            Notes.Add(Scaled(scaled), null, grid.LineOf(HeaderRow));
        }
    }

    private void AboveHeader(Grid grid)
    {
        var years = new HashSet<int>();
        for (int row = 0; row < HeaderRow; row++)
        {
            if (row == _yearRow)
            {
                continue;
            }

            List<string> cells = grid.TextsOf(row);
            string text = string.Join(" ", cells);
            foreach (string cell in cells.Exists(cell => TableUnits.In(cell, out _) is not null) ? cells : cells.Append(text))
            {
                State(grid, row, cell, isTitle: true);
            }

            years.UnionWith(HeaderText.YearsIn(text));

            Notes.Add(Said.As("aboveHeader", ("text", text)), null, grid.LineOf(row));
        }

        if (years.Count == 0)
        {
            years.UnionWith(HeaderText.YearsIn(grid.SheetName));
        }

        // Rows that state years of their own are not of that of the title.
        YearOfTitle = years.Count == 1 && !YearsAndMonths.HasYearsDown(grid, HeaderRow, Options) ? years.Single() : null;
    }

    /// <summary>A unit that stands below the table: 单位：万元, 注：单位为万元.</summary>
    private void Foot(Grid grid)
    {
        for (int row = Math.Max(HeaderRow + 1, grid.RowCount - FootRows); row < grid.RowCount; row++)
        {
            if (grid.FilledIn(row) == 1)
            {
                State(grid, row, grid.TextsOf(row)[0], isTitle: false);
            }
        }
    }

    private void State(Grid grid, int row, string cell, bool isTitle)
    {
        if (cell.Length > 200)
        {
            return;
        }

        TimeOfTable ??= TableUnits.TimeIn(cell);
        if (TableUnits.In(cell, out bool isAlone) is not { } unit || !(isTitle || isAlone) || (!isTitle && !cell.Contains("单位") && cell.IndexOf("unit", StringComparison.OrdinalIgnoreCase) < 0))
        {
            return;
        }

        Take(grid, row, unit, cell);
    }

    /// <summary>The unit in the corner of months across, which holds for all numbers as that of a title does; whether the corner states nothing else.</summary>
    internal bool StateCorner(Grid grid, int row, string corner)
    {
        TimeOfTable ??= TableUnits.TimeIn(corner);
        bool isAlone = false;
        if (corner.Length is > 0 and < 60 && (TableUnits.In(corner, out isAlone) ?? (HeaderText.Split(corner).Unit is { Power: not 0 } behind ? behind : null)) is { } unit)
        {
            Take(grid, row, unit, corner);
        }

        return isAlone;
    }

    private void Take(Grid grid, int row, CellNumber unit, string cell)
    {
        // 单位：万元 goes before （万元） in a title; two that differ are asked.
        if (_stated is { } known && (known.Unit.Power != unit.Power || known.Unit.Currency != unit.Currency && known.Unit.Currency is not null && unit.Currency is not null))
        {
            Problems.Add(new Message("table.unitsDiffer", Said.Text("value", cell), Said.Text("other", known.Text)), null, grid.LineOf(row));
            return;
        }

        if (_stated is null)
        {
            _stated = (unit, cell);
            Unit ??= unit;
            FurtherUnits = [.. HeaderText.UnitsIn(cell).Skip(1)];
        }
    }

    /// <summary>A month without a year, with that of the title where there is one, which is said.</summary>
    internal DateParts WithYear(in DateParts parts, string shown, string? column, long line)
    {
        if (parts.Form != DateForm.MonthOnly || YearOfTitle is not { } year || (column == shown && !shown.Any(char.IsLetter)))
        {
            return parts;
        }

        Notes.Add(Said.As("yearOfTitle", ("year", year.ToString(System.Globalization.CultureInfo.InvariantCulture))), null, line);
        return new DateParts { Form = DateForm.Month, A = year, B = parts.B, C = 1 };
    }

    /// <summary>Gives a column its unit, and says so where it changes the numbers; of months across it is said once, where it is used.</summary>
    internal void SetUnit(ColumnState state, CellNumber unit, long line)
    {
        if (state.Unit is { } && !Across.Contains(state.Column))
        {
            return;
        }

        state.Unit = unit;
        state.Units.Currency = unit.Currency;
        state.Units.Measure = unit.Measure;
        if (unit.Power != 0 && !Across.Contains(state.Column) && !ShowsScaled(state.Index, unit.Power))
        {
            Notes.Add(Scaled(unit), state.Header, line);
        }
    }

    /// <summary>What is said where numbers are taken times the power of a unit.</summary>
    internal static Message Scaled(in CellNumber unit) => Scaled(unit.Power > 0 ? "table.scaled" : "table.scaled.share", unit.Power);

    internal static Message Scaled(string id, int power)
    {
        decimal value = 1;
        for (int i = 0; i < Math.Abs(power); i++)
        {
            value *= 10;
        }

        return new Message(id, MessageArgument.Number("factor", value));
    }

    /// <summary>Whether the number formats of a column show its numbers divided by a power of ten already.</summary>
    internal bool ShowsScaled(int index, int power)
    {
        for (int row = HeaderRow + 1; row < Math.Min(Grid!.RowCount, HeaderRow + 200); row++)
        {
            ReadOnlySpan<CellSlot> cells = Grid.Row(row);
            if (index < cells.Length && cells[index].Kind == CellKind.Number)
            {
                return cells[index].Scale == power && power > 0; // The first number tells; another form is told where it is read.
            }
        }

        return false;
    }

    /// <summary>Where the sheet that was read is not the right one, the others are to be named.</summary>
    internal void TellSheet()
    {
        if (Notes.All.FirstOrDefault(note => note.Message.Id == "table.sheetRead") is { } sheet)
        {
            Problems.Add(sheet.Message);
        }
    }

    internal void Fail(int row, Message fault)
    {
        Problems.Add(fault, null, Grid!.LineOf(row));
        Faults[row] = fault;
        Faulty.Add(row);
    }

    internal bool TryKnown(string header, out TableColumn? column) =>
        layout.Headers.TryGetValue(HeaderText.Key(header), out column) || layout.Headers.TryGetValue(HeaderText.Key(HeaderText.Split(header).Name), out column);

    internal void Take(ColumnState state, List<TableColumn> list)
    {
        States.Add(state);
        list.Add(state.Column);
    }

    internal DateParts TimeOf(Grid grid, int row, int index) => new CellReader(grid, [], Options, Problems, Notes).PartsOf(row, index);

    /// <summary>Whether a cell is a month or a date.</summary>
    internal bool IsTime(Grid grid, int row, int index) => TimeOf(grid, row, index).Form is not (DateForm.None or DateForm.Empty or DateForm.Serial or DateForm.YearOnly or DateForm.OtherPeriod or DateForm.SeveralMonths)
        && !(layout.AllowsPeriods && TimeOf(grid, row, index).Form == DateForm.Forecast); // A plan of flows is one.

    /// <summary>Whether a cell says anything about time.</summary>
    internal bool SaysTime(Grid grid, int row, int index) => TimeOf(grid, row, index).Form != DateForm.None;

    /// <summary>Whether most of the cells below the header are numbers.</summary>
    internal bool IsNumeric(Grid grid, int index) =>
        new CellReader(grid, [.. Enumerable.Range(HeaderRow + 1, Math.Min(grid.RowCount - HeaderRow - 1, 200))], Options, Problems, Notes).IsNumeric(new ColumnState(KnownColumns.Value, index, string.Empty));

    internal bool IsPeriod(string text) => layout.AllowsPeriods && PeriodText.TryParse(text, out _);

    internal MessageArgument Example() => MessageArgument.Parts("header", layout.Example());
}
