using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Rendering;

internal abstract class ReportBlock;

internal sealed class ReportParagraph(string text) : ReportBlock
{
    internal string Text { get; } = PlainText.OneLine(text);
}

internal sealed class ReportList(IEnumerable<string> items) : ReportBlock
{
    internal IReadOnlyList<string> Items { get; } = [.. items.Select(PlainText.OneLine)];
}
