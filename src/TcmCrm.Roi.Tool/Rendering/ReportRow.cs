namespace TcmCrm.Roi.Tool.Rendering;

internal sealed class ReportRow(IReadOnlyList<string> cells, bool isTotal)
{
    internal IReadOnlyList<string> Cells { get; } = cells;

    internal bool IsTotal { get; } = isTotal;
}
