using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Rendering;

/// <summary>Rows of finished cell texts under columns. A caption that is empty is not printed.</summary>
internal sealed class ReportTable : ReportBlock
{
    private readonly List<ReportRow> rows = [];

    internal ReportTable(string caption, IReadOnlyList<ReportColumn> columns)
    {
        Caption = PlainText.OneLine(caption);
        Columns = columns;
    }

    internal string Caption { get; }

    internal IReadOnlyList<ReportColumn> Columns { get; }

    internal IReadOnlyList<ReportRow> Rows => rows;

    internal void AddRow(params string[] cells) => Add(cells, isTotal: false);

    /// <summary>A row that sums others; it stands out.</summary>
    internal void AddTotal(params string[] cells) => Add(cells, isTotal: true);

    private void Add(string[] cells, bool isTotal)
    {
        if (cells.Length != Columns.Count)
        {
            throw new ArgumentException($"The row has {cells.Length} cells, the table {Columns.Count} columns.", nameof(cells));
        }

        rows.Add(new ReportRow([.. cells.Select(PlainText.OneLine)], isTotal));
    }
}
