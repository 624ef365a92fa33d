using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Tests.Renderers;

public class RendererTests
{
    private static readonly Language English = ReportingTexts.In(Language.Of("en"));

    /// <summary>Figures without an answer are a dash, and each reason stands once below; a file for a spreadsheet has the reason in the cell.</summary>
    [Fact]
    public void MissingFigures_AreADashWithANote()
    {
        var report = new Report("t", English);
        ReportTable table = report.AddSection("s").AddTable("", ReportColumn.Text("a"), ReportColumn.Number("b"), ReportColumn.Number("c"));
        table.AddRow("x", new ReportCell("n/a (no | cost)") { Reason = "no | cost" }, "1");
        table.AddRow("y", new ReportCell("n/a (no rate)") { Reason = "no rate" }, new ReportCell("n/a (no | cost)") { Reason = "no | cost" });
        string text = Console(report, 60);
        Assert.Contains("  x   – (1)       1\n  y   – (2)   – (1)\nNot applicable: (1) no | cost; (2) no rate.\n", text, StringComparison.Ordinal);
        var markdown = new StringWriter { NewLine = "\n" };
        report.ToMarkdown(markdown);
        Assert.Contains("| y | – (2) | – (1) |\n\nNot applicable: (1) no \\| cost; (2) no rate.", markdown.ToString(), StringComparison.Ordinal);
        var html = new StringWriter();
        report.ToHtml(html);
        Assert.Contains("<p class=\"note\">Not applicable: (1) no | cost; (2) no rate.</p>", html.ToString(), StringComparison.Ordinal);
        var csv = new StringWriter();
        report.ToCsv(csv);
        Assert.Contains("y,n/a (no rate),n/a (no | cost)", csv.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ConsoleToAFile_HasNoEscapesAndCutsNothing()
    {
        string longName = new('名', 300);
        var report = new Report("标题 [bold]not markup[/]", English);
        ReportTable table = report.AddSection("成本").AddTable("(单位:万元)", ReportColumn.Text("项目"), ReportColumn.Number("金额"));
        table.AddRow(longName, "1,234.56");
        table.AddRow("短", "0.50");
        table.AddTotal("合计", "1,235.06");
        string text = Console(report, null);
        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("[bold]not markup[/]", text, StringComparison.Ordinal);
        Assert.Contains(longName, text, StringComparison.Ordinal);
        Assert.DoesNotContain('…', text);
    }

    [Fact]
    public void ConsoleRows_AreAlignedInCellsNotCharacters()
    {
        var report = new Report("t", English);
        ReportTable table = report.AddSection("s").AddTable("", ReportColumn.Text("项目"), ReportColumn.Number("金额"));
        table.AddRow("软件费用 (SaaS)", "1.00");
        table.AddRow("abc", "22,222.00");
        string[] lines = [.. Console(report, null).Split('\n').Where(l => l.Contains(".00", StringComparison.Ordinal))];
        Assert.Equal(2, lines.Length);
        Assert.Equal(Cells(lines[0].TrimEnd()), Cells(lines[1].TrimEnd()));
    }

    [Fact]
    public void NarrowTerminal_KeepsNumbersWhole()
    {
        var report = new Report("t", English);
        ReportTable table = report.AddSection("s").AddTable("", ReportColumn.Text("item"), ReportColumn.Number("1"), ReportColumn.Number("2"), ReportColumn.Number("3"));
        table.AddRow("a rather long name that has to wrap", "111,111,111.11", "222,222,222.22", "333,333,333.33");
        string text = Console(report, 40);
        Assert.Contains("111,111,111.11", text, StringComparison.Ordinal);
        Assert.Contains("333,333,333.33", text, StringComparison.Ordinal);
        Assert.DoesNotContain('…', text);
    }

    [Fact]
    public void Markdown_EscapesNames()
    {
        var report = new Report("a *b* | <script>", English);
        ReportSection section = report.AddSection("x");
        section.AddTable("", ReportColumn.Text("n|ame"), ReportColumn.Number("v")).AddRow("a|b\n\\", "-1,000.00");
        section.AddList(["# no heading", "- no list"]);
        var output = new StringWriter { NewLine = "\n" };
        report.ToMarkdown(output);
        Assert.Equal(
            """
            # a \*b\* \| \<script\>

            ## x

            | n\|ame | v |
            | --- | ---: |
            | a\|b \\ | -1,000.00 |

            - \# no heading
            - \- no list

            """.ReplaceLineEndings("\n"),
            output.ToString());
    }

    [Fact]
    public void RowOfAnotherLength_IsRefused()
    {
        ReportTable table = new Report("t", English).AddSection("s").AddTable("", ReportColumn.Text("a"));
        Assert.Throws<ArgumentException>(() => table.AddRow("1", "2"));
    }

    private static string Console(Report report, int? width)
    {
        var output = new StringWriter { NewLine = "\n" };
        report.ToText(output, new ReportTextOptions { Width = width });
        return output.ToString();
    }

    private static int Cells(string text) => text.Sum(c => c is >= '\u2e80' and <= '\uffdc' ? 2 : 1);
}
