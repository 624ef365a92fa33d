using TcmCrm.Roi.Reporting.Renderers;

namespace TcmCrm.Roi.Reporting;

/// <summary>Writes a report in the forms that people read. All of them are drawn from the same cells.</summary>
public static class ReportWriting
{
    /// <summary>Writes the report for a terminal or a text file: tables are aligned by the cells that characters take, a Chinese character takes two.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Where to; its line end is used.</param>
    /// <param name="options">The width and whether there is colour; by default lines are as long as they need to be, without colour.</param>
    /// <exception cref="ArgumentNullException">The report or the writer is null.</exception>
    public static void ToText(this Report report, TextWriter writer, ReportTextOptions? options = null) =>
        TextRenderer.Write(NotNull(report, nameof(report)), NotNull(writer, nameof(writer)), options ?? new ReportTextOptions());

    /// <summary>Writes the report as GitHub-flavoured Markdown; what stands in names cannot become markup.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Where to; its line end is used.</param>
    /// <exception cref="ArgumentNullException">The report or the writer is null.</exception>
    public static void ToMarkdown(this Report report, TextWriter writer) => MarkdownRenderer.Write(NotNull(report, nameof(report)), NotNull(writer, nameof(writer)));

    /// <summary>
    /// Writes the tables of the report as CSV, for a spreadsheet: each after its heading and caption, with an empty line between two. Numbers are those that are printed, without
    /// thousands separators and units: amounts in the currency's own unit, ratios as fractions.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Where to; lines end with CR LF, as RFC 4180 has it.</param>
    /// <exception cref="ArgumentNullException">The report or the writer is null.</exception>
    public static void ToCsv(this Report report, TextWriter writer) => CsvRenderer.Write(NotNull(report, nameof(report)), NotNull(writer, nameof(writer)));

    /// <summary>
    /// Writes the report as one HTML file: it needs no network and runs no script, shows its charts as SVG with their data in a table below, is light or dark as its reader's system is,
    /// readable from 360 pixels on, and prints on A4. Names, sources and notes are escaped.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Where to, as UTF-8, which the file says it is; lines end with a line feed.</param>
    /// <exception cref="ArgumentNullException">The report or the writer is null.</exception>
    public static void ToHtml(this Report report, TextWriter writer) => HtmlRenderer.Write(NotNull(report, nameof(report)), NotNull(writer, nameof(writer)));

    /// <summary>Writes a chart as an SVG file of its own, 720 pixels wide, light or dark as its reader's system is, with its title and description for those who do not see it.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="writer">Where to, as UTF-8.</param>
    /// <exception cref="ArgumentNullException">The chart or the writer is null.</exception>
    public static void ToSvg(this ReportChart chart, TextWriter writer) => SvgRenderer.Write(NotNull(chart, nameof(chart)), NotNull(writer, nameof(writer)));

    private static T NotNull<T>(T? value, string name)
        where T : class => value ?? throw new ArgumentNullException(name);
}
