using System.Globalization;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A sheet to be written: its cells row by row, and how it is shown and printed.</summary>
internal sealed class BookSheet(string name)
{
    private readonly List<List<BookCell>> _rows = [];

    internal string Name { get; } = name;

    internal IReadOnlyList<List<BookCell>> Rows => _rows;

    /// <summary>Widths of the columns, in characters.</summary>
    internal List<double> Widths { get; } = [];

    /// <summary>Columns from 0 that are folded away, to be shown by a plus sign.</summary>
    internal HashSet<int> Folded { get; } = [];

    /// <summary>How many rows and columns stay in view; the rows are printed again on every page.</summary>
    internal int FrozenRows { get; init; }

    internal int FrozenColumns { get; init; }

    internal bool IsLandscape { get; init; }

    internal bool IsHidden { get; init; }

    internal List<ListChoice> Choices { get; } = [];

    internal List<(string Cells, string Formula)> GreyWhere { get; } = [];

    internal LineChart? Chart { get; set; }

    /// <summary>The number of the next row, from 1.</summary>
    internal int NextRow => _rows.Count + 1;

    /// <summary>Adds a row; its number from 1.</summary>
    internal int Add(params BookCell[] cells)
    {
        _rows.Add([.. cells]);
        return _rows.Count;
    }

    internal void Put(int row, int column, BookCell cell)
    {
        while (_rows.Count < row)
        {
            _rows.Add([]);
        }

        List<BookCell> cells = _rows[row - 1];
        while (cells.Count <= column)
        {
            cells.Add(default);
        }

        cells[column] = cell;
    }

    /// <summary>The name of a column from 0: A, B, ... AA.</summary>
    internal static string Column(int column)
    {
        string name = string.Empty;
        for (int rest = column; rest >= 0; rest = (rest / 26) - 1)
        {
            name = (char)('A' + (rest % 26)) + name;
        }

        return name;
    }

    internal static string At(int column, int row) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>A cell that does not move when a formula is copied, with its sheet.</summary>
    internal string Absolute(int column, int row) => "'" + Name.Replace("'", "''") + "'!$" + Column(column) + "$" + row.ToString(CultureInfo.InvariantCulture);

    internal string Absolute(int column, int first, int last) => Absolute(column, first) + ":$" + Column(column) + "$" + last.ToString(CultureInfo.InvariantCulture);
}
