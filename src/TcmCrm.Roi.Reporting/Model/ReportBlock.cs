namespace TcmCrm.Roi.Reporting;

/// <summary>A part of a section: <see cref="ReportParagraph"/>, <see cref="ReportList"/> or <see cref="ReportTable"/>.</summary>
public abstract class ReportBlock
{
    private protected ReportBlock()
    {
    }
}
