namespace TcmCrm.Roi.Reporting;

/// <summary>A part of a section: <see cref="ReportParagraph"/>, <see cref="ReportList"/>, <see cref="ReportTable"/> or <see cref="ReportChart"/>.</summary>
public abstract class ReportBlock
{
    private protected ReportBlock()
    {
    }
}
