using System.Collections.ObjectModel;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting;

/// <summary>A heading and the blocks under it.</summary>
public sealed class ReportSection
{
    private readonly List<ReportBlock> blocks = [];

    internal ReportSection(string heading)
    {
        Heading = PlainText.OneLine(heading);
        Blocks = new ReadOnlyCollection<ReportBlock>(blocks);
    }

    /// <summary>The heading, with the unit of the amounts where the tables under it share one: <c>成本明细（单位：万元）</c>.</summary>
    public string Heading { get; }

    /// <summary>Paragraphs, lists, tables and charts in order.</summary>
    public IReadOnlyList<ReportBlock> Blocks { get; }

    internal void AddParagraph(string text) => blocks.Add(new ReportParagraph(text));

    internal void AddList(IEnumerable<string> items) => blocks.Add(new ReportList(items));

    /// <summary>Adds a chart; null, where there is nothing to draw, is left out.</summary>
    internal void AddChart(ReportChart? chart)
    {
        if (chart is not null)
        {
            blocks.Add(chart);
        }
    }

    internal ReportTable AddTable(string caption, params ReportColumn[] columns)
    {
        var table = new ReportTable(caption, columns);
        blocks.Add(table);
        return table;
    }
}
