using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Rendering;

/// <summary>
/// What a command has to say, free of any output form. The table and the Markdown output are drawn from the same report, so they
/// cannot disagree. A report is a title and sections; a section holds paragraphs, lists and tables in order.
/// </summary>
internal sealed class Report(string title)
{
    private readonly List<ReportSection> sections = [];

    internal string Title { get; } = PlainText.OneLine(title);

    internal IReadOnlyList<ReportSection> Sections => sections;

    internal ReportSection AddSection(string heading)
    {
        var section = new ReportSection(heading);
        sections.Add(section);
        return section;
    }
}
