namespace TcmCrm.Roi.Spreadsheets;

/// <summary>
/// Rows that sum others up and are named after them, although they have all that a row of data has: 华东 汇总 and East Total, as subtotals and pivots of Excel write them, and 华东小计 beside 华东 or 华东一部.
/// </summary>
internal sealed class Subtotals
{
    private readonly Grid _grid;
    private readonly int _header;
    private readonly List<(int Index, bool IsPart)> _columns = [];
    private readonly Dictionary<int, string[]> _names = [];

    internal Subtotals(TableBuilder builder, Grid grid)
    {
        (_grid, _header) = (grid, builder.HeaderRow);
        foreach (ColumnState state in builder.States)
        {
            bool isName = state.Column.Id is "kpi" or "id"; // 费用合计 beside 费用 may be a KPI of its own.
            bool isPart = state.Column.Id == "segment" || builder.Others.Contains(state.Column);
            if (isName || (isPart && !builder.IsNumeric(grid, state.Index)))
            {
                _columns.Add((state.Index, isPart));
            }
        }
    }

    /// <summary>The name of the subtotal that a row is; null where it is none.</summary>
    internal string? In(ReadOnlySpan<CellSlot> cells)
    {
        foreach ((int index, bool isPart) in _columns)
        {
            ReadOnlySpan<char> text = index < cells.Length && cells[index].Kind == CellKind.Text ? _grid.Text(cells[index]) : default;
            if (text.Length is > 2 and <= 60 && text[text.Length - 1] is '计' or '总' or 'l' or 'L')
            {
                string name = text.ToString();
                int length = KnownWords.LengthWithoutTotal(name);
                if (length > 0 && length < name.Length && (CellChars.IsBlank(name[length - 1]) || (isPart && IsOfOthers(index, HeaderText.Key(name.Substring(0, length))))))
                {
                    return name;
                }
            }
        }

        return null;
    }

    /// <summary>Whether another row of the column has the name, or one that begins with it.</summary>
    private bool IsOfOthers(int index, string key)
    {
        if (!_names.TryGetValue(index, out string[]? names))
        {
            names = [.. NamesIn(index)];
            Array.Sort(names, StringComparer.Ordinal);
            _names.Add(index, names);
        }

        int at = Array.BinarySearch(names, key, StringComparer.Ordinal);
        return at >= 0 || (~at < names.Length && names[~at].StartsWith(key, StringComparison.Ordinal));
    }

    private HashSet<string> NamesIn(int index)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int row = _header + 1; row < _grid.RowCount; row++)
        {
            ReadOnlySpan<CellSlot> cells = _grid.Row(row);
            string key = index < cells.Length && cells[index].Length is > 0 and <= 60 ? HeaderText.Key(_grid.Text(cells[index]).ToString()) : string.Empty;
            if (key.Length > 0 && !KnownWords.EndsAsTotal(key))
            {
                names.Add(key);
            }
        }

        return names;
    }
}
