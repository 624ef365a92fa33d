using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting;

/// <summary>One or more sentences.</summary>
public sealed class ReportParagraph : ReportBlock
{
    internal ReportParagraph(string text)
    {
        Text = PlainText.OneLine(text);
    }

    /// <summary>The sentences, one line.</summary>
    public string Text { get; }
}
