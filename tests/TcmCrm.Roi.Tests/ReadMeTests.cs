using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using TcmCrm.Roi;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests;

/// <summary>
/// The example of the READMEs is the code between the markers below, compiled and run: where the two texts differ, copy one over the
/// other. Namespaces that the example imports at its head must be imported at the head of this file.
/// </summary>
public partial class ReadMeTests
{
    private const string Begin = "// README example";
    private const string End = "// end of README example";

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    [InlineData("src/TcmCrm.Roi/README.md")]
    public void FirstExample_IsTheCodeThatRunsHere(string readMe)
    {
        string[] lines = FirstCodeBlock(readMe).Split('\n');
        string source = Read("tests", "TcmCrm.Roi.Tests", "ReadMeTests.cs");
        string[] imports = [.. lines.TakeWhile(line => line.StartsWith("using ", StringComparison.Ordinal) || line.Length == 0).Where(line => line.Length > 0)];
        Assert.All(imports, import => Assert.Contains(import + "\n", source, StringComparison.Ordinal));
        string body = string.Join('\n', lines.SkipWhile(line => line.StartsWith("using ", StringComparison.Ordinal) || line.Length == 0));
        Assert.Equal(body, Example(source));
    }

    [Fact]
    public void FirstExample_GivesTheFiguresThatFollowFromItsNumbers()
    {
        // README example
        InvestmentCase crm = InvestmentCase.Create("仁和堂 CRM", Currency.Cny, goLive: new LocalDate(2025, 3, 1), start: new LocalDate(2025, 1, 1))
            .WithDiscountRate(0.08m)
            .WithCosts(
                SoftwareCost.Subscription("销售云", seats: 120, pricePerSeat: Money.Cny(150), every: BillingCycle.Monthly),
                ImplementationCost.DataMigration("数据迁移", Money.Cny(80_000), on: new LocalDate(2025, 1, 15)))
            .WithBenefits(
                SalesGrowth.Uplift("连锁药店销售增长", baselineRevenuePerYear: Money.Cny(30_000_000), uplift: 0.05m, contributionMargin: Share.Percent(42))
                    .WithAttribution(Share.Percent(60)));
        PeriodResult oneYear = RoiEvaluator.Evaluate(crm)[EvaluationPeriod.OneYear];
        Console.WriteLine($"ROI {oneYear.ReturnOnInvestment:P1}, NPV {oneYear.NetPresentValue:N0}, payback {oneYear.Payback.FirstMonths:N1} months");
        // end of README example

        // Benefit: 10 of 12 months of 30,000,000 x 5 % x 42 % x 60 % = 378,000 a year; cost: 12 x 120 x 150 + 80,000.
        Assert.Equal(315_000m, oneYear.TotalBenefit.Amount);
        Assert.Equal(296_000m, oneYear.TotalCost.Amount);
        Assert.Equal(19_000m / 296_000m, oneYear.ReturnOnInvestment.Value);
        Assert.StartsWith("ROI " + (19_000m / 296_000m).ToString("P1", CultureInfo.CurrentCulture) + ", NPV CNY ", Console.Line, StringComparison.Ordinal);
    }

    /// <summary>The page of the tool's package is read where the repository is not, so that it repeats the table of commands.</summary>
    [Fact]
    public void CommandsOfTheToolsPage_AreThoseOfTheReadMe()
    {
        string[] rows = CommandRows("README.md");
        Assert.True(rows.Length >= 10);
        Assert.Equal(rows, CommandRows("src/TcmCrm.Roi.Tool/README.md"));
    }

    private static string[] CommandRows(string readMe) => [.. Read(readMe).Split('\n').Select(line => LinkOfCommand().Replace(line, "| $1 |")).Where(line => line.StartsWith("| `tcm-roi ", StringComparison.Ordinal))];

    private static string FirstCodeBlock(string readMe)
    {
        Match block = CodeBlock().Match(Read(readMe));
        Assert.True(block.Success, $"{readMe} has no C# example.");
        return block.Groups[1].Value;
    }

    private static string Example(string source)
    {
        string[] lines = source.Split('\n');
        int begin = Array.FindIndex(lines, line => line.Trim() == Begin);
        int end = Array.FindIndex(lines, line => line.Trim() == End);
        string[] example = lines[(begin + 1)..end];
        int indent = example[0].Length - example[0].TrimStart().Length;
        return string.Join('\n', example.Select(line => line.Length >= indent ? line[indent..] : line.TrimStart()));
    }

    private static string Read(params string[] parts) => File.ReadAllText(Repository.PathOf(parts)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^\| \[(`tcm-roi [^`]*`)\]\([^)]*\) \|")]
    private static partial Regex LinkOfCommand();

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    /// <summary>Stands in for the console that the example writes to.</summary>
    private static class Console
    {
        internal static string Line { get; private set; } = "";

        internal static void WriteLine(string text) => Line = text;
    }
}
