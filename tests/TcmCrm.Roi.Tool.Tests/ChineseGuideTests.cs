using System.Text.RegularExpressions;
using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tool.Tests;

/// <summary>What the Chinese guides of docs/zh say in tables and code is what the library has and does.</summary>
public partial class ChineseGuideTests
{
    private static readonly Language Chinese = ReportingTexts.In(Language.Of("zh"));

    private static string Folder => Path.Combine(Samples.PathOf(".."), "zh");

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "*.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal)];

    /// <summary>Guides whose blocks of C# are code of this file.</summary>
    public static TheoryData<string> Guides => ["impact"];

    [Theory]
    [MemberData(nameof(Guides))]
    public void EveryBlockOfCode_IsCodeOfThisFile(string guide)
    {
        string source = Plain(File.ReadAllText(Path.Combine(Samples.PathOf(".."), "..", "tests", "TcmCrm.Roi.Tool.Tests", "ChineseGuideTests.cs")));
        string[] blocks = [.. Block().Matches(Page(guide)).Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(Plain(block), source, StringComparison.Ordinal));

        static string Plain(string code) => string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    /// <summary>GB/T 15834: beside a Chinese character stands no half-width comma, colon, semicolon, bracket, question or exclamation mark.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Sentences_HaveFullWidthPunctuation(string page)
    {
        string text = Fence().Replace(Page(page[..^3]), "");
        string prose = Link().Replace(Code().Replace(Marks().Replace(text, ""), "x"), "$1");
        Assert.Equal([], prose.Split('\n').Where(line => HalfWidth().IsMatch(line)));
    }

    [Fact]
    public void Review_NamesEveryRuleAsItIsPrinted()
    {
        string page = Page("review");
        Assert.All(ReviewSettings.Default.Rules, rule =>
        {
            Assert.Contains("finding." + rule.Id, Chinese.Ids);
            Assert.Matches($@"(?m)^\| {Chinese.Say("finding." + rule.Id)} \| [^|]+ \| `{rule.Id}` \|$", page);
        });
    }

    [Fact]
    public void Impact_PlansAsItsPageSays()
    {
        double[] values = [.. File.ReadLines(Samples.PathOf("tutorial/sales.csv")).Skip(1).Select(line => double.Parse(line.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture))];
        KpiSeries sales = KpiSeries.FromValues(KpiCatalog.SalesRevenue, new YearMonth(2022, 1), values);
        ImpactPlan plan = ImpactAnalysis.Plan(ImpactStudy.Planned(sales).WithPromise(0.08));
        Assert.Equal(42, plan.MonthsBefore);
        Assert.NotEmpty(plan.Rows);
    }

    [Fact]
    public void Impact_NamesEveryVerdictAsItIsPrinted()
    {
        string page = Page("impact");
        Assert.All(Enum.GetValues<ImpactVerdictKind>(), verdict => Assert.Contains($"\n| {Chinese.NameOf(verdict)} | ", page, StringComparison.Ordinal));
    }

    private static string Page(string name) => File.ReadAllText(Path.Combine(Folder, name + ".md")).ReplaceLineEndings("\n");

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^```.*?^```\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"!?\[([^\]\n]*)\]\([^)\n]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Marks();

    [GeneratedRegex("[一-龥][,:;()!?]|[,:;()!?][一-龥]")]
    private static partial Regex HalfWidth();
}
