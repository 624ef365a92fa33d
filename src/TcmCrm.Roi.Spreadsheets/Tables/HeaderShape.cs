using System.Globalization;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>
/// Tables whose year and month stand apart, as a table with one header that has both: a row of years above the row of months, a year in each row with its months across,
/// and a month in each row with the years across.
/// </summary>
internal static class HeaderShape
{
    private const int HeaderWithin = 40;

    /// <summary>The grid with years and months put together, and its header row where the form tells it; the same grid and null where the table has another form.</summary>
    internal static (Grid Grid, int? HeaderRow, int? YearRow, string? Corner) Of(Grid grid, TableLayout layout, TableReadOptions options, RemarkList notes)
    {
        if (!layout.AllowsAcross)
        {
            return (grid, null, null, null);
        }

        var cells = new CellReader(grid, [], options, notes, notes);
        if (layout.AllowsPeriods && NamePeriods(grid, layout))
        {
            return (grid, null, null, null);
        }

        bool mayTurn = layout.Columns.Contains(KnownColumns.Year);

        for (int row = 0; row < Math.Min(grid.RowCount, HeaderWithin); row++)
        {
            int[] years = Where(cells, grid, row, DateForm.YearOnly);
            int[] months = Where(cells, grid, row, DateForm.MonthOnly);
            if (years.Length > 0 && months.Length == 0 && row + 1 < grid.RowCount && Where(cells, grid, row + 1, DateForm.MonthOnly).Length > 1 && IsAbove(cells, grid, row, years)
                && !(mayTurn && years[0] < Where(cells, grid, row + 1, DateForm.MonthOnly)[0] && YearsAndMonths.HasYearsDown(grid, row + 1, options)))
            {
                Join(cells, grid, row, years, notes);
                return (grid, row + 1, row, null);
            }

            int year = Column(grid, row, layout, KnownColumns.Year);
            year = year < 0 && mayTurn ? YearsAndMonths.Down(cells, grid, row, DateForm.YearOnly, months) : year;
            if (year >= 0 && months.Length > 1)
            {
                return YearsAndMonths.Turned(cells, grid, row, months, year, isYearInRow: true, options, notes);
            }

            int month = Column(grid, row, layout, KnownColumns.Month);
            bool isNamed = month >= 0 && YearsAndMonths.HasMonths(cells, grid, row, month);
            month = !isNamed && mayTurn && months.Length == 0 ? YearsAndMonths.Down(cells, grid, row, DateForm.MonthOnly, years) : month;
            if (month >= 0 && years.Length > 1 && (isNamed || mayTurn && months.Length == 0))
            {
                return YearsAndMonths.Turned(cells, grid, row, years, month, isYearInRow: false, options, notes);
            }
        }

        return (grid, null, null, null);
    }

    /// <summary>Says of numbers in a header that they are periods (项目,2024,2025 or 项目,0,1,2), where they follow one another behind a name or an empty corner.</summary>
    private static bool NamePeriods(Grid grid, TableLayout layout)
    {
        int last = Math.Min(grid.RowCount, HeaderWithin);
        int header = Enumerable.Range(0, last).Where(row => grid.FilledIn(row) > 1 && !IsAboveHeader(grid, row, layout)).DefaultIfEmpty(last).First();
        if (header == last || NumberText.Parse(grid.Text(grid.Row(header)[0]), out _) is not (NumberFault.NotANumber or NumberFault.Empty))
        {
            return false;
        }

        int[] numbers = [.. Enumerable.Range(1, grid.Row(header).Length - 1).Where(i => PeriodText.TryNumber(Plain(grid, header, i), out _))];
        int first = numbers.Length < 2 ? -1 : Number(grid, header, numbers[0]);
        bool areYears = numbers.All(cell => Number(grid, header, cell) is >= 1900 and <= 2200);
        if (!areYears && (first is not (0 or 1) || numbers.Where((cell, i) => Number(grid, header, cell) != first + i).Any()))
        {
            return false; // Years out of their order are told where the periods are read.
        }

        grid.Keep();
        foreach (int i in numbers)
        {
            string text = Plain(grid, header, i);
            grid.Replace(header, i, Written(grid, first > 1 ? text + "年" : "第" + text + "期"));
        }

        return true;
    }

    /// <summary>Whether a row of two or more cells is a title with the unit beside it, or names of phases above the periods.</summary>
    private static bool IsAboveHeader(Grid grid, int row, TableLayout layout)
    {
        List<string> texts = grid.TextsOf(row);
        bool isHeader = texts.Exists(text => PeriodText.TryParse(text, out _) || DateText.Parse(text.AsSpan()).Form is not (DateForm.None or DateForm.Empty));
        bool isTitle = texts.Exists(text => TableUnits.In(text, out bool isAlone) is not null && isAlone) && !texts.Exists(text => layout.Headers.ContainsKey(HeaderText.Key(text)));
        bool isBand = row + 1 < grid.RowCount && grid.Row(row + 1).Length > 2 && grid.Row(row + 1)[0].Length == 0 && PeriodText.TryNumber(Plain(grid, row + 1, grid.Row(row + 1).Length - 1), out _);
        return !isHeader && (isTitle || isBand);
    }

    private static int Number(Grid grid, int row, int index) => PeriodText.TryNumber(Plain(grid, row, index), out int number) ? number : -1;

    private static string Plain(Grid grid, int row, int index) => DateAround.Plain(grid.Text(grid.Row(row)[index]).ToString());

    /// <summary>Whether a row is one of years above another: nothing but words stands beside them, and a year stands above the first month.</summary>
    private static bool IsAbove(CellReader cells, Grid grid, int row, int[] years)
    {
        int[] months = Where(cells, grid, row + 1, DateForm.MonthOnly);
        ReadOnlySpan<CellSlot> above = grid.Row(row);
        for (int i = 0; i < above.Length; i++)
        {
            if (above[i].Length > 0 && Array.IndexOf(years, i) < 0 && NumberText.Parse(grid.Text(above[i]), out _) == NumberFault.None)
            {
                return false;
            }
        }

        return years[0] <= months[0] && Where(cells, grid, row + 1, DateForm.YearOnly).Length == 0;
    }

    private static void Join(CellReader cells, Grid grid, int row, int[] years, RemarkList notes)
    {
        grid.Keep();
        int width = grid.Row(row + 1).Length;
        int? year = null;
        for (int i = 0; i < width; i++)
        {
            CellSlot above = i < grid.Row(row).Length ? grid.Row(row)[i] : default;
            CellSlot below = grid.Row(row + 1)[i];
            if (Array.IndexOf(years, i) >= 0)
            {
                year = cells.PartsOf(row, i).A;
            }
            else if (above.Length > 0)
            {
                year = null; // A name of its own ends the years before it.
            }

            DateParts parts = cells.PartsOf(row + 1, i);
            if (below.Length == 0 && year is null && above.Length > 0)
            {
                grid.Replace(row + 1, i, above);
            }
            else if (year is { } known && parts.Form == DateForm.MonthOnly)
            {
                grid.Replace(row + 1, i, Written(grid, Month(known, parts.B)));
            }
            else if (year is { } own && below.Length > 0 && KnownWords.IsTotal(HeaderText.Key(grid.Text(below).ToString())))
            {
                grid.Replace(row + 1, i, Written(grid, own.ToString(CultureInfo.InvariantCulture) + "年" + grid.Text(below).ToString()));
            }
        }

        notes.Add(Said.As("yearsAbove"), null, grid.LineOf(row));
    }

    /// <summary>
    /// Joins a header of two rows, as merged cells leave it: a name above several columns, and what each of them is below. The names stand in the second row then; false where the table
    /// has no such header.
    /// </summary>
    internal static bool TryJoinNames(Grid grid, int header, TableLayout layout, TableReadOptions options, RemarkList notes)
    {
        if (header + 1 >= grid.RowCount || grid.FaultOf(header) is not null || grid.FaultOf(header + 1) is not null)
        {
            return false;
        }

        // Cells of a workbook end with the last that is filled: the names above may be fewer.
        int width = grid.Row(header + 1).Length;
        if (grid.Row(header).Length > width || grid.Row(header)[0].Length == 0 || grid.Row(header + 1)[0].Length > 0 && !SameText(grid, header, 0))
        {
            return false;
        }

        var cells = new CellReader(grid, [], options, notes, notes);
        bool IsTimeBelow(int i) => layout.AllowsAcross && grid.Row(header + 1)[i].Length > 0
            && (cells.PartsOf(header + 1, i).Form is DateForm.Month or DateForm.MonthOnly or DateForm.Day or DateForm.YearOnly || (layout.AllowsPeriods && PeriodText.TryParse(grid.Text(grid.Row(header + 1)[i]).ToString(), out _)));
        int[] times = [.. Enumerable.Range(1, width - 1).Where(IsTimeBelow)];
        bool isBand = times.Length > 1 && times.All(i => Above(grid, header, i).Length == 0 || cells.PartsOf(header, i).Form is DateForm.None or DateForm.SeveralMonths) && YearsAndMonths.IsRun(cells, grid, header + 1, times);
        bool hasGap = isBand;
        for (int i = 1; i < width; i++)
        {
            CellSlot below = grid.Row(header + 1)[i];
            bool isAbove = Above(grid, header, i).Length > 0;
            if (below.Length > 0 && !SameText(grid, header, i) && !(isBand && times.Contains(i))
                && (below.Kind != CellKind.Text || NumberText.Parse(grid.Text(below), out _) != NumberFault.NotANumber || NumberText.TryUnit(grid.Text(below), out _)
                    || cells.PartsOf(header + 1, i).Form != DateForm.None))
            {
                return false;
            }

            hasGap |= !isAbove && below.Length > 0;
            if (!isAbove && below.Length == 0)
            {
                return false; // A column without any name.
            }
        }

        if (!hasGap)
        {
            return false;
        }

        RefuseSeveralOfMonth(cells, grid, header);
        grid.Keep();
        string above = string.Empty;
        for (int i = 0; i < width; i++)
        {
            CellSlot own = Above(grid, header, i);
            above = own.Length > 0 ? grid.Text(own).ToString() : above;
            CellSlot below = grid.Row(header + 1)[i];
            if (isBand && times.Contains(i))
            {
                continue; // 建设期 above 第0年: the period says which it is.
            }

            grid.Replace(header + 1, i, below.Length == 0 || SameText(grid, header, i) ? own : KnownWords.IsNote(HeaderText.Key(grid.Text(below).ToString())) ? below : Written(grid, above + " " + grid.Text(below).ToString()));
        }

        notes.Add(Said.As("namesAbove"), null, grid.LineOf(header));
        return true;
    }

    /// <summary>Months above 实际 and 预算 are several columns a month: which of them is meant cannot be known.</summary>
    private static void RefuseSeveralOfMonth(CellReader cells, Grid grid, int header)
    {
        bool IsMonth(int i) => cells.PartsOf(header, i).Form is DateForm.Month or DateForm.MonthOnly or DateForm.Day;
        if (Enumerable.Range(0, grid.Row(header).Length).Count(IsMonth) > 1)
        {
            string[] kinds = [.. Enumerable.Range(1, grid.Row(header + 1).Length - 1).Where(i => Above(grid, header, i).Length == 0 || IsMonth(i)).Select(i => grid.Text(grid.Row(header + 1)[i]).ToString()).Distinct(StringComparer.Ordinal)];
            throw new TableFault(new Message("table.columnsOfMonth", Said.Names("columns", kinds.Where(kind => kind.Length > 0).Take(8))), grid.LineOf(header));
        }
    }

    private static CellSlot Above(Grid grid, int header, int index) => index < grid.Row(header).Length ? grid.Row(header)[index] : default;

    private static bool SameText(Grid grid, int header, int index) => grid.Text(Above(grid, header, index)).SequenceEqual(grid.Text(grid.Row(header + 1)[index]));

    private static int[] Where(CellReader cells, Grid grid, int row, DateForm form) =>
        [.. Enumerable.Range(0, grid.Row(row).Length).Where(i => grid.Row(row)[i].Length is > 0 and < 20 && cells.PartsOf(row, i).Form == form)];

    private static int Column(Grid grid, int row, TableLayout layout, TableColumn column)
    {
        ReadOnlySpan<CellSlot> cells = grid.Row(row);
        for (int i = 0; i < cells.Length; i++)
        {
            if (layout.Headers.TryGetValue(HeaderText.Key(grid.Text(cells[i]).ToString()), out TableColumn? known) && known == column)
            {
                return i;
            }
        }

        return -1;
    }

    internal static string Month(int year, int month) => string.Format(CultureInfo.InvariantCulture, "{0:0000}-{1:00}", year, month);

    internal static CellSlot Written(Grid grid, string text) => new() { Start = grid.Append(text.AsSpan()), Length = text.Length, Kind = CellKind.Text };
}
