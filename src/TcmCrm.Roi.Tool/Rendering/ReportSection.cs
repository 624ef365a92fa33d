using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Rendering;

/// <summary>A heading and the blocks under it.</summary>
internal sealed class ReportSection(string heading)
{
    private readonly List<ReportBlock> blocks = [];

    internal string Heading { get; } = PlainText.OneLine(heading);

    internal IReadOnlyList<ReportBlock> Blocks => blocks;

    internal void AddParagraph(string text) => blocks.Add(new ReportParagraph(text));

    internal void AddList(IEnumerable<string> items) => blocks.Add(new ReportList(items));

    internal ReportTable AddTable(string caption, params ReportColumn[] columns)
    {
        var table = new ReportTable(caption, columns);
        blocks.Add(table);
        return table;
    }
}
