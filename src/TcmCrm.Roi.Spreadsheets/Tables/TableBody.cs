namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The rows below a header: those of data, and what stands between and below them.</summary>
internal sealed class TableBody(TableBuilder builder, Grid grid)
{
    private readonly int _header = builder.HeaderRow;
    private readonly int _time = builder.States.Find(state => state.Column.Id is "month" or "date")?.Index ?? -1;
    private readonly Subtotals _subtotals = new(builder, grid);

    internal void Read()
    {
        int width = grid.Row(_header).Length;
        var tail = new List<int>();
        for (int row = _header + 1 + (TakeUnitRow() ? 1 : 0); row < grid.RowCount; row++)
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

            if (filled == 0 || (first == _time && IsDashes(cells)))
            {
                continue;
            }

            if (IsSecondHeader(row, cells, first, filled))
            {
                builder.Problems.Add(Said.As("secondTable", ("text", grid.Text(cells[first]).ToString())), null, grid.LineOf(row));
                break;
            }

            if (grid.FaultOf(row) is { } fault)
            {
                builder.Fail(row, fault);
            }
            else if (last >= width)
            {
                builder.Fail(row, new Message("table.cellsBeyond", Said.Count("cells", last + 1), Said.Count("columns", width)));
            }
            else if (!IsPassedOver(row, cells, first, filled))
            {
                builder.Rows.Add(row);
                if (filled == 1 && first == _time && IsWords(row, first))
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
            builder.Rows.Remove(row);
            builder.Notes.Add(Said.As("noteRow", ("text", grid.Text(grid.Row(row)[_time]).ToString())), null, grid.LineOf(row));
        }
    }

    private bool IsWords(int row, int index)
    {
        ReadOnlySpan<char> text = grid.Text(grid.Row(row)[index]);
        return grid.Row(row)[index].Kind == CellKind.Text && text.Length > 0 && CellChars.Plain(text[0]) is not (>= '0' and <= '9') && HasLetter(text)
            && !builder.SaysTime(grid, row, index) && text.IndexOf(CellChars.Damaged) < 0;
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
    private bool TakeUnitRow()
    {
        int row = _header + 1;
        if (row >= grid.RowCount || grid.FaultOf(row) is not null)
        {
            return false;
        }

        var units = new List<(ColumnState State, CellNumber Unit, TimeUnit? Time)>();
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

            CellNumber unit = default;
            TimeUnit? time = TimeUnit.Of(text);
            if (cells[i].Kind != CellKind.Text || (!NumberText.TryUnit(text.AsSpan(), out unit) && time is null))
            {
                return false;
            }

            if (builder.States.Find(state => state.Index == i) is { } found)
            {
                units.Add((found, unit, time));
            }
        }

        foreach ((ColumnState state, CellNumber unit, TimeUnit? time) in units)
        {
            if (time is not null)
            {
                state.StatedTime = time;
            }
            else
            {
                builder.SetUnit(state, unit, grid.LineOf(row));
            }
        }

        return units.Count > 0;
    }

    private bool IsPassedOver(int row, ReadOnlySpan<CellSlot> cells, int first, int filled)
    {
        ReadOnlySpan<char> text = grid.Text(cells[first]);
        if (filled > 1 && _subtotals.In(cells) is { } subtotal)
        {
            builder.Notes.Add(Said.As("totalRow", ("text", subtotal)), null, grid.LineOf(row));
            return true;
        }

        if (cells[first].Kind != CellKind.Text || text.Length > 200 || text[0] is >= '0' and <= '9' && text.IndexOfAny("计均汇".AsSpan()) < 0)
        {
            return false;
        }

        // Most rows are data: their first cell is only taken apart where it may be one of the words.
        string? key = filled == 1 || KnownWords.MayBeTotal(text) ? HeaderText.Key(text.ToString()) : null;
        bool hasNoTime = _time >= 0 && (_time >= cells.Length || cells[_time].Length == 0); // 华东小计: with a name before it, where no month stands.
        if (filled > 1 && ((first == _time && IsDerived(row, text)) || ((first == _time || hasNoTime) && IsFoot(text, cells))))
        {
            builder.Notes.Add(Said.As("noteRow", ("text", text.ToString())), null, grid.LineOf(row));
            return true;
        }

        if (hasNoTime && filled > 1 && TotalBehind(cells, first) is { } behind)
        {
            builder.Notes.Add(Said.As("totalRow", ("text", behind)), null, grid.LineOf(row));
            return true;
        }

        string? id = key is not null && (KnownWords.IsTotal(key) || (hasNoTime && filled > 1 && KnownWords.EndsAsTotal(key))) ? "totalRow" : filled == 1 && KnownWords.IsFoot(key!) ? "noteRow" : IsHeaderAgain(cells) ? "headerAgain" : null;
        if (id is not null)
        {
            builder.Notes.Add(Said.As(id, ("text", text.ToString())), null, grid.LineOf(row));
        }

        return id is not null;
    }

    /// <summary>成本, 小计 without a month: the name of a total in a later cell than the first; null where there is none.</summary>
    private string? TotalBehind(ReadOnlySpan<CellSlot> cells, int first)
    {
        for (int i = first + 1; i < cells.Length; i++)
        {
            ReadOnlySpan<char> text = grid.Text(cells[i]);
            if (cells[i].Kind == CellKind.Text && KnownWords.MayBeTotal(text) && HeaderText.Key(text.ToString()) is var key && (KnownWords.IsTotal(key) || KnownWords.EndsAsTotal(key)))
            {
                return text.ToString();
            }
        }

        return null;
    }

    /// <summary>制表人：张三 and 审核人：李四 side by side: words alone, the first of them those of a note.</summary>
    private bool IsFoot(ReadOnlySpan<char> text, ReadOnlySpan<CellSlot> cells)
    {
        if (!KnownWords.IsFoot(HeaderText.Key(text.ToString())))
        {
            return false;
        }

        foreach (CellSlot cell in cells)
        {
            if (cell.Length > 0 && (cell.Kind != CellKind.Text || NumberText.Parse(grid.Text(cell), out _) != NumberFault.NotANumber))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>同比 where a month should stand: computed from the rows above.</summary>
    private bool IsDerived(int row, ReadOnlySpan<char> text)
    {
        string key = HeaderText.Key(text.ToString());
        return (KnownWords.IsDerived(key) || KnownWords.IsDerivedAcross(key) || KnownWords.IsGrowth(key))
            && !builder.SaysTime(grid, row, _time);
    }

    /// <summary>Whether a row holds nothing but dashes, as a line between parts of a table.</summary>
    private bool IsDashes(ReadOnlySpan<CellSlot> cells)
    {
        foreach (CellSlot cell in cells)
        {
            if (cell.Kind == CellKind.Formula || (cell.Length > 0 && NumberText.Parse(grid.Text(cell), out _) != NumberFault.Dash))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsHeaderAgain(ReadOnlySpan<CellSlot> cells)
    {
        ReadOnlySpan<CellSlot> header = grid.Row(_header);
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

    /// <summary>Whether a row is the header of another table: it begins as this one's does, holds words alone, and is not this one again.</summary>
    private bool IsSecondHeader(int row, ReadOnlySpan<CellSlot> cells, int first, int filled)
    {
        ReadOnlySpan<CellSlot> header = grid.Row(_header);
        if (filled < 2 || cells[first].Kind != CellKind.Text || first >= header.Length || !grid.Text(cells[first]).SequenceEqual(grid.Text(header[first])) || header[first].Length == 0 || IsHeaderAgain(cells))
        {
            return false;
        }

        for (int i = first; i < cells.Length; i++)
        {
            bool isTime = cells[i].Length > 0 && i < header.Length && builder.IsTime(grid, row, i) && builder.IsTime(grid, _header, i);
            if (cells[i].Length > 0 && !isTime && NumberText.Parse(grid.Text(cells[i]), out _) != NumberFault.NotANumber)
            {
                return false;
            }
        }

        return true;
    }
}
