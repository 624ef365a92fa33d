namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Finds the row of a grid that is its header.</summary>
internal sealed class HeaderFinder(TableBuilder builder, Grid grid)
{
    private const int Within = 40;

    /// <summary>The first row with a known header and another cell; or else the first that is all words, whose columns then are not known.</summary>
    internal int Find()
    {
        int last = Math.Min(grid.RowCount, Within);
        int widest = Enumerable.Range(0, last).Select(grid.FilledIn).DefaultIfEmpty(0).Max();
        int words = -1;
        for (int row = 0; row < last; row++)
        {
            (int known, int across, int numbers, int filled, bool hasWords) = Count(row);

            // A row of months alone is as likely a row of numbers without a header; one with a name, or with the corner left empty, is a header.
            bool isAcross = across > 1 && (hasWords || grid.Row(row)[0].Length == 0 || (across == filled && !HasNumbers(row)));
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

    private (int Known, int Across, int Numbers, int Filled, bool HasWords) Count(int row)
    {
        (int known, int across, int numbers, int filled, bool hasWords) = (0, 0, 0, 0, false);
        ReadOnlySpan<CellSlot> cells = grid.Row(row);
        for (int i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0)
            {
                continue;
            }

            filled++;
            string text = grid.Text(cells[i]).ToString();
            if (builder.TryKnown(text, out TableColumn? column))
            {
                // 单位：万元 beside a title, or 单位 and 万元 side by side, states the unit of the table.
                known += column == KnownColumns.Unit ? 0 : 1;
                hasWords |= column == KnownColumns.Unit;
            }
            else if (builder.Layout.AllowsAcross && (builder.IsTime(grid, row, i) || builder.IsPeriod(text)))
            {
                across++;
            }
            else if (cells[i].Kind is CellKind.Number or CellKind.Percent || NumberText.Parse(grid.Text(cells[i]), out _) == NumberFault.None || builder.IsTime(grid, row, i))
            {
                numbers++;
            }
            else
            {
                hasWords = true;
            }
        }

        return (known, across, numbers, filled, hasWords);
    }

    /// <summary>Whether a cell of a row is a number, as months without a sign between year and month are.</summary>
    private bool HasNumbers(int row)
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
}
