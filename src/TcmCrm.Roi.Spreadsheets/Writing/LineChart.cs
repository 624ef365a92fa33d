namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A chart of lines over dates, with the values that its cells have now.</summary>
internal sealed class LineChart
{
    internal string Title { get; init; } = string.Empty;

    internal string Dates { get; init; } = string.Empty;

    internal IReadOnlyList<string> DateTexts { get; init; } = [];

    internal IReadOnlyList<(string Name, string Cells, IReadOnlyList<double> Values)> Lines { get; init; } = [];

    /// <summary>The cells that it covers: columns and rows from 0, the last ones not included.</summary>
    internal (int Column, int Row, int EndColumn, int EndRow) Place { get; init; }
}
