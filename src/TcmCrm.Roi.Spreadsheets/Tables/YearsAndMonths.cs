namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Tables with a year in each row and the months across, or a month in each row and the years across: how they are known, and one row a month in their place.</summary>
internal static class YearsAndMonths
{
    private const int RowsLookedAt = 40;

    /// <summary>Whether the rows below a header begin with years, as 2023年 below an unnamed corner.</summary>
    internal static bool HasYearsDown(Grid grid, int header, TableReadOptions options)
    {
        var none = new RemarkList();
        var cells = new CellReader(grid, [], options, none, none);
        for (int row = header + 1; row < Math.Min(grid.RowCount, header + RowsLookedAt); row++)
        {
            ReadOnlySpan<CellSlot> own = grid.Row(row);
            if (own.Length > 0 && own[0].Length > 0 && cells.PartsOf(row, 0).Form == DateForm.YearOnly && (grid.Text(own[0]).IndexOf('年') >= 0 || SaysTime(grid.Text(grid.Row(header)[0]).ToString())))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A column before months or years across whose cells are all years, or months, whatever stands above it: 年度\月份, a unit or nothing; -1 where there is none.</summary>
    internal static int Down(CellReader cells, Grid grid, int header, DateForm form, int[] across)
    {
        if (across.Length < 2 || !IsRun(cells, grid, header, across))
        {
            return -1;
        }

        for (int i = 0; i < across[0]; i++)
        {
            string name = grid.Text(grid.Row(header)[i]).ToString();
            if (cells.PartsOf(header, i).Form == form || (!IsNamed(grid, header, across) && name.Any(char.IsDigit)) || KnownWords.IsIdentifier(HeaderText.Key(name)))
            {
                continue;
            }

            int found = 0;
            bool isBare = false;
            bool isOther = false;
            for (int row = header + 1; row < grid.RowCount && !isOther; row++)
            {
                CellSlot cell = i < grid.Row(row).Length ? grid.Row(row)[i] : default;
                string text = grid.Text(cell).ToString();
                bool isIt = cell.Length > 0 && cells.PartsOf(row, i).Form == form;
                found += isIt ? 1 : 0;
                isBare |= isIt && !text.Any(char.IsLetter);
                isOther = cell.Length > 0 && !isIt && !IsBeside(text);
            }

            if (found > 0 && !isOther && (!isBare || SaysTime(name)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether months or years across are said to be some, or stand in their order: a row of small numbers is no header.</summary>
    internal static bool IsRun(CellReader cells, Grid grid, int header, int[] across)
    {
        DateParts[] parts = [.. across.Select(i => cells.PartsOf(header, i))];
        return IsNamed(grid, header, across) || parts.Zip(parts.Skip(1), (one, next) => next.A + next.B - one.A - one.B).All(step => step == 1);
    }

    private static bool IsNamed(Grid grid, int header, int[] across) => across.All(i => grid.Text(grid.Row(header)[i]).ToString().Any(char.IsLetter));

    private static bool IsBeside(string text)
    {
        string key = HeaderText.Key(text);
        return KnownWords.IsTotal(key) || KnownWords.EndsAsTotal(key) || KnownWords.IsFoot(key) || KnownWords.IsDerived(key) || KnownWords.IsGrowth(key);
    }

    private static bool SaysTime(string header) => header.Length == 0 || header.IndexOfAny(['年', '月']) >= 0 || TableUnits.In(header, out _) is not null
        || HeaderText.Key(header) is "year" or "month" or "period" or "year/month" or "month/year" or "期间" or "时间";

    /// <summary>One row for each month that has a value, in place of years in the rows and months across, or the other way round.</summary>
    internal static (Grid Grid, int? HeaderRow, int? YearRow, string? Corner) Turned(
        CellReader cells, Grid grid, int header, int[] across, int down, bool isYearInRow, TableReadOptions options, RemarkList notes)
    {
        string corner = grid.Text(grid.Row(header)[down]).ToString();
        var kept = new List<int>();
        for (int i = 0; i < grid.Row(header).Length; i++)
        {
            if (i == down || Array.IndexOf(across, i) >= 0 || grid.Row(header)[i].Length == 0)
            {
                continue;
            }

            string name = grid.Text(grid.Row(header)[i]).ToString();
            if (IsPassedBeside(HeaderText.Key(HeaderText.Split(name).Name)))
            {
                notes.Add(Said.As("columnPassed"), name, grid.LineOf(header));
            }
            else
            {
                kept.Add(i);
            }
        }

        grid.Keep();
        var turned = new Grid(grid.Characters, options.MaximumCells) { HasSemicolons = grid.HasSemicolons, DateShift = grid.DateShift };
        for (int row = 0; row < header; row++)
        {
            turned.BeginRow(grid.LineOf(row));
            foreach (CellSlot cell in grid.Row(row))
            {
                turned.Add(cell);
            }
        }

        turned.Keep(grid.CharacterCount);
        turned.BeginRow(grid.LineOf(header));
        turned.Add(HeaderShape.Written(turned, KnownColumns.Month.Names[0]));
        kept.ForEach(i => turned.Add(grid.Row(header)[i]));
        turned.Add(HeaderShape.Written(turned, KnownColumns.Value.Names[0]));
        int? year = null;
        for (int row = header + 1; row < grid.RowCount; row++)
        {
            DateParts own = cells.PartsOf(row, down);
            bool isWhole = own.Form == (isYearInRow ? DateForm.YearOnly : DateForm.MonthOnly);
            year = isYearInRow && isWhole ? own.A : own.Form == DateForm.Empty ? year : null;
            if (!isWhole && !(isYearInRow && year is not null && grid.FilledIn(row) > 1))
            {
                if (!IsLeftOut(grid, row, notes))
                {
                    return (grid, null, null, null); // What the row is cannot be told: the table stays as it is, and its faults are told.
                }

                continue;
            }

            foreach (int i in across)
            {
                CellSlot value = i < grid.Row(row).Length ? grid.Row(row)[i] : default;
                if (value.Length == 0 && value.Kind != CellKind.Formula)
                {
                    continue;
                }

                if (turned.IsFull)
                {
                    throw new TableFault(new Message("table.cells", Said.Count("most", options.MaximumCells)));
                }

                DateParts other = cells.PartsOf(header, i);
                turned.BeginRow(grid.LineOf(row));
                turned.Add(HeaderShape.Written(turned, isYearInRow ? HeaderShape.Month(year!.Value, other.B) : HeaderShape.Month(other.A, own.B)));
                foreach (int one in kept)
                {
                    turned.Add(one < grid.Row(row).Length ? grid.Row(row)[one] : default);
                }

                turned.Add(value);
            }
        }

        notes.Add(Said.As(isYearInRow ? "yearsDown" : "yearsAcross"), null, grid.LineOf(header));
        return (turned, header, null, corner);
    }

    /// <summary>Whether a column beside months across is computed from them, or of a longer period: 一季度, 全年, 同比.</summary>
    private static bool IsPassedBeside(string name) => KnownWords.IsTotal(name) || KnownWords.IsDerivedAcross(name) || KnownWords.IsDerived(name) || KnownWords.IsGrowth(name)
        || DateText.Parse(name.AsSpan()).Form is DateForm.OtherPeriod or DateForm.YearOnly or DateForm.SeveralMonths;

    /// <summary>Whether a row is empty, a total or a note, which is left out and said to be.</summary>
    private static bool IsLeftOut(Grid grid, int row, RemarkList notes)
    {
        foreach (CellSlot cell in grid.Row(row))
        {
            if (cell.Length > 0)
            {
                string text = grid.Text(cell).ToString();
                string key = HeaderText.Key(text);
                bool isTotal = KnownWords.IsTotal(key);
                if (isTotal || (grid.FilledIn(row) == 1 && KnownWords.IsFoot(key)))
                {
                    notes.Add(Said.As(isTotal ? "totalRow" : "noteRow", ("text", text)), null, grid.LineOf(row));
                    return true;
                }

                return false;
            }
        }

        return true;
    }

    internal static bool HasMonths(CellReader cells, Grid grid, int header, int column)
    {
        for (int row = header + 1; row < grid.RowCount; row++)
        {
            DateForm form = cells.PartsOf(row, column).Form;
            if (form != DateForm.Empty)
            {
                return form == DateForm.MonthOnly;
            }
        }

        return false;
    }
}
