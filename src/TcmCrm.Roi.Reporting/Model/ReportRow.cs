namespace TcmCrm.Roi.Reporting;

/// <summary>A row of a table.</summary>
public sealed class ReportRow
{
    internal ReportRow(ReportCell[] cells, bool isTotal)
    {
        Cells = Array.AsReadOnly(cells);
        IsTotal = isTotal;
    }

    /// <summary>The cells, one for each column.</summary>
    public IReadOnlyList<ReportCell> Cells { get; }

    /// <summary>Whether it sums others (a total or a subtotal), or states what they come to; it stands out.</summary>
    public bool IsTotal { get; }
}
