using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Reporting.Evaluating;
using TcmCrm.Roi.Reporting.Renderers;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Tests.Renderers;

/// <summary>One HTML file: safe whatever a case is called, the same numbers as the other forms, the same bytes, small.</summary>
public partial class HtmlTests
{
    /// <summary>The largest page that a mail server lets through without a thought.</summary>
    private const int MostBytes = 200 * 1024;

    public static TheoryData<string> Attacks =>
    [
        "<script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "</svg><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' onfocus='alert(1)",
        "<!-- -->",
        "]]><script>",
        "&lt;script&gt;",
        "javascript:alert(1)",
        "<a href=https://example.org>x</a>",
        "}body{background:url(https://example.org/x)}",
        "\\3c script\\3e ",
        "\u202Egnp.exe",
        "名称\u0000\u001b[31m",
        "<IMG SRC=`javascript:alert(1)`>",
        "half \ud800",
    ];

    public static TheoryData<string, string> Samples =>
        [.. from sample in new[] { "renhetang-saas", "renhetang-on-premises", "qiantang-three-channels", "tei-o365-smb", "tei-salesloft" } from language in new[] { "en", "zh" } select (sample, language)];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void NamesSourcesAndNotes_CannotBecomeMarkup(string attack)
    {
        string safe = Html(RoiReport.Of(RoiEvaluator.Evaluate(Case("name")), new RoiReportOptions()));
        string page = Html(RoiReport.Of(RoiEvaluator.Evaluate(Case(attack)), new RoiReportOptions()));

        // The same elements in the same order: a name adds none, and no attribute.
        Assert.Equal(Elements(safe), Elements(page));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', page);
        Assert.DoesNotContain('\u001b', page);
        Assert.DoesNotContain('\0', page);
        Assert.Equal(1, Occurrences(page, "</style>"));
        string style = page[page.IndexOf("<style>", StringComparison.Ordinal)..page.IndexOf("</style>", StringComparison.Ordinal)];
        Assert.DoesNotContain("url(", style, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Page_NeedsNothingFromElsewhereAndIsSmall(string sample, string language)
    {
        string page = Html(Of(sample, language));
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 10_000, MostBytes);
        Assert.DoesNotMatch("(?i)<(?:script|link|iframe|object|embed|img|form|base)\\b|\\s(?:href|src)=|@import|url\\(", page);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void SameReport_GivesTheSameBytes(string sample, string language)
    {
        string first = Html(Of(sample, language));
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(first, Html(Of(sample, language)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>A number that one form shows and another does not would be a figure with two values.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void HtmlMarkdownAndText_ShowTheSameCells(string sample, string language)
    {
        Report report = Of(sample, language);
        string[] cells = [.. report.Sections.SelectMany(section => section.Blocks).OfType<ReportTable>().SelectMany(table => table.Rows.SelectMany(row => row.Cells).Select(new CellNotes(table, report.Words).Shown))];
        string page = ChartData().Replace(Html(report), string.Empty);
        Assert.Equal(cells, Cell().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)));
        var markdown = new StringWriter { NewLine = "\n" };
        report.ToMarkdown(markdown);
        string[] rows = [.. markdown.ToString().Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))];
        var text = new StringWriter { NewLine = "\n" };
        report.ToText(text);
        string[] numbers = [.. cells.Where(cell => cell.Length > 0 && char.IsAsciiDigit(cell[^1]))];
        Assert.NotEmpty(numbers);
        Assert.All(numbers, number => Assert.True(
            text.ToString().Contains(number, StringComparison.Ordinal) && rows.Any(row => row.Contains(number, StringComparison.Ordinal)), number));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Charts_AreXmlWithTitleAndDescription(string sample, string language)
    {
        string page = Html(Of(sample, language));
        XElement[] charts = [.. Chart().Matches(page).Select(match => XElement.Parse(match.Value))];
        Assert.True(charts.Length >= 2);
        Assert.All(charts, chart =>
        {
            Assert.Equal("img", chart.Attribute("role")!.Value);
            Assert.Equal(chart.Element("title")!.Attribute("id")!.Value, chart.Attribute("aria-labelledby")!.Value);
            Assert.Equal(chart.Element("desc")!.Attribute("id")!.Value, chart.Attribute("aria-describedby")!.Value);
            Assert.NotEmpty(chart.Element("title")!.Value);
            Assert.NotEmpty(chart.Element("desc")!.Value);
            Assert.All(chart.Descendants().SelectMany(shape => shape.Attributes()).Where(attribute => attribute.Name.LocalName is "x" or "x1" or "x2" or "cx"),
                attribute => Assert.InRange(double.Parse(attribute.Value, CultureInfo.InvariantCulture), -1, 361));
        });
        string[] ids = [.. Id().Matches(page).Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Distinct(), ids);
    }

    /// <summary>A probability is drawn from a case: what is wrong with the case stands beside it.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void SimulationAndComparison_SayWhatIsWrongWithTheCases(string language)
    {
        InvestmentCase source = ReadCase("renhetang-saas");
        var said = Language.Of(language);
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(source);
        string[] warnings = [.. evaluation.Warnings.Except(evaluation.TaxWarnings).Select(said.Say)];
        Assert.NotEmpty(warnings);
        var options = new RoiReportOptions { Language = said };
        var few = new SimulationOptions { Trials = 100 };
        string[] simulated = Items(RoiReport.Of(Simulation.Run(source, few), [], [], options));
        Assert.All(warnings, warning => Assert.Contains(warning, simulated));
        string[] compared = Items(RoiReport.Of(Comparison.Of([source], few), options));
        string[] taxed = Items(RoiReport.Of(Comparison.Of([source], few), new RoiReportOptions { Language = said, AfterTax = true }));
        Assert.NotEmpty(evaluation.TaxWarnings);
        Assert.All(evaluation.TaxWarnings.Select(said.Say), warning => Assert.True(!simulated.Concat(compared).Any(item => item.EndsWith(warning, StringComparison.Ordinal)) && Array.Exists(taxed, item => item.EndsWith(warning, StringComparison.Ordinal))));
        Assert.All(warnings, warning => Assert.Contains(compared, item => item.StartsWith(source.Name, StringComparison.Ordinal) && item.EndsWith(warning, StringComparison.Ordinal)));

        static string[] Items(Report report) => [.. report.Sections.SelectMany(section => section.Blocks).OfType<ReportList>().SelectMany(list => list.Items)];
    }

    [Fact]
    public void WarningsThatFlatter_AreCodesOfTheLibrary()
    {
        string[] messages = File.ReadAllLines(Repository.PathOf("docs", "messages.md"));
        Assert.All(RiskSection.Flattering, code => Assert.Contains(messages, line => line.StartsWith($"| `{code}`", StringComparison.Ordinal) || line.StartsWith($"| `{code}.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Conclusion_IsHeldBackWhereAWarningSaysThatItMayBeTooGood()
    {
        InvestmentCase sound = ReadCase("renhetang-on-premises");
        Assert.Contains("1 warning: see", Conclusion(sound), StringComparison.Ordinal);
        InvestmentCase flattered = sound.WithCosts([.. sound.Costs.Where(cost => cost.Category != CostCategory.Maintenance)]);
        Assert.Contains("of which may make benefit too high or cost too low", Conclusion(flattered), StringComparison.Ordinal);

        static string Conclusion(InvestmentCase source) =>
            string.Join("\n", RoiReport.Of(RoiEvaluator.Evaluate(source), new RoiReportOptions { AfterTax = true }).Sections[0].Blocks.OfType<ReportParagraph>().Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void ChartsOfASimulation_ShowTheProbabilityOfALoss()
    {
        SimulationResult result = Simulation.Run(ReadCase("renhetang-saas"), new SimulationOptions { Trials = 1000 });
        Report report = RoiReport.Of(result, [], [], new RoiReportOptions());
        ReportChart[] charts = [.. report.Sections.SelectMany(section => section.Blocks).OfType<ReportChart>()];
        ReportChart distribution = charts.First(chart => chart.Kind == ReportChartKind.Distribution);
        Assert.Equal(1000, distribution.Series[0].Values.Sum());
        Assert.Equal(distribution.Categories.Count + 1, distribution.Edges.Count);
        ReportChart tornado = charts.Single(chart => chart.Kind == ReportChartKind.Range);
        double[] swings = [.. tornado.Series[0].Values.Zip(tornado.Series[1].Values, (low, high) => Math.Abs(high!.Value - low!.Value))];
        Assert.Equal(swings.OrderDescending(), swings);
        var file = new StringWriter();
        tornado.ToSvg(file);
        Assert.Equal("svg", XElement.Parse(file.ToString()).Name.LocalName);
    }

    private static Report Of(string sample, string language) =>
        RoiReport.Of(RoiEvaluator.Evaluate(ReadCase(sample)), new RoiReportOptions { Language = Language.Of(language) });

    private static InvestmentCase ReadCase(string sample) => CaseDocument.Read(File.ReadAllBytes(Repository.PathOf("docs", "samples", sample + ".json"))).Case;

    private static InvestmentCase Case(string name)
    {
        // A document has no control characters in its names; a host that makes a case itself may try others.
        string id = new([.. name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]);
        return InvestmentCase.Create(name, Currency.Cny, new LocalDate(2025, 3, 1), new LocalDate(2025, 1, 1))
            .WithDiscountRate(0.08m)
            .WithCosts(ImplementationCost.DataMigration("cost " + id, Money.Cny(80_000), new LocalDate(2025, 1, 15)))
            .WithBenefits(SalesGrowth.Uplift("benefit " + id, Money.Cny(3_000_000), 0.05m, Share.Percent(42)).WithOwner(id));
    }

    private static string Html(Report report)
    {
        var output = new StringWriter();
        report.ToHtml(output);
        return output.ToString();
    }

    private static string[] Elements(string page) => [.. Tag().Matches(page[page.IndexOf("</style>", StringComparison.Ordinal)..]).Select(match => Value().Replace(match.Value, "\"\""))];

    private static int Occurrences(string page, string text) => page.Split(text).Length - 1;

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Value();

    [GeneratedRegex("<details>.*?</details>", RegexOptions.Singleline)]
    private static partial Regex ChartData();

    [GeneratedRegex("""<t[dh](?: scope="row")?(?: class="[^"]*")?>([^<]*)</t[dh]>(?!\n)""")]
    private static partial Regex Cell();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Chart();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Id();
}
