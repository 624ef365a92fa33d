using System.Collections.ObjectModel;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting;

/// <summary>Rows of typed cells under columns. The printed parts of a printed total sum to it.</summary>
public sealed class ReportTable : ReportBlock
{
    private readonly List<ReportRow> rows = [];

    internal ReportTable(string caption, IReadOnlyList<ReportColumn> columns)
    {
        Caption = PlainText.OneLine(caption);
        Columns = Array.AsReadOnly(columns.ToArray());
        Rows = new ReadOnlyCollection<ReportRow>(rows);
    }

    /// <summary>Its caption, with the unit of its amounts; empty where the heading of the section says it.</summary>
    public string Caption { get; }

    /// <summary>The columns from left to right.</summary>
    public IReadOnlyList<ReportColumn> Columns { get; }

    /// <summary>The rows from top to bottom.</summary>
    public IReadOnlyList<ReportRow> Rows { get; }

    internal void AddRow(params ReportCell[] cells) => Add(cells, isTotal: false);

    /// <summary>A row that sums others; it stands out.</summary>
    internal void AddTotal(params ReportCell[] cells) => Add(cells, isTotal: true);

    private void Add(ReportCell[] cells, bool isTotal)
    {
        if (cells.Length != Columns.Count)
        {
            throw new ArgumentException($"The row has {cells.Length} cells, the table {Columns.Count} columns.", nameof(cells));
        }

        rows.Add(new ReportRow(cells, isTotal));
    }
}
