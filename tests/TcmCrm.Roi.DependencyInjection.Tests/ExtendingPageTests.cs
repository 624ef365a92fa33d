using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.DependencyInjection.Tests;

/// <summary>The code of docs/extending.md and of its Chinese page is the code of this file, and does what they say.</summary>
public partial class ExtendingPageTests
{
    private const string Document = """
        { "schemaVersion": "1.0", "name": "hotline", "currency": "CNY", "start": "2025-01-01",
          "costs": [ { "category": "maintenance", "kind": "calls", "name": "hotline", "parameters": { "callsPerMonth": 4000, "price": 0.12 } } ],
          "benefits": [ { "category": "operatingCost", "kind": "yearly", "name": "phones", "amountPerYear": 9000 } ] }
        """;

    [Theory]
    [InlineData("extending.md")]
    [InlineData("zh/extending.md")]
    public void EveryBlockOfThePage_IsCodeOfThisFile(string page)
    {
        string root = typeof(ExtendingPageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        string source = Plain(File.ReadAllText(Path.Combine(root, "tests", "TcmCrm.Roi.DependencyInjection.Tests", "ExtendingPageTests.cs")));
        string[] blocks = [.. Block().Matches(File.ReadAllText(Path.Combine(root, "docs", page)).ReplaceLineEndings("\n")).Select(match => match.Groups[1].Value)];
        Assert.Equal(6, blocks.Length);
        Assert.All(blocks, block => Assert.Contains(Plain(block), source, StringComparison.Ordinal));

        static string Plain(string code) => string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    [Fact]
    public async Task WhatThePageBrings_IsInTheAnswersOfTheEngine()
    {
        ServiceCollection services = [];
        KpiDefinition friends = new("wecomFriends", KpiUnit.Number, KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.Sum)
        {
            Name = "企微好友数",
            Minimum = 0,
        };
        Measure costPerSeat = new("costPerSeat", MeasureUnit.Money, ["totalCost"], result => MeasureValue.Of(result.TotalCost / 120));
        services.AddSingleton(Kinds());
        services.AddSingleton(friends);
        services.AddSingleton(costPerSeat);
        services.AddSingleton<IReviewRule, NobodyOwns>();
        services.AddSingleton<ITextSource, CompanyWords>();
        services.AddTcmCrmRoi(options => options.DiscountRate = 0.08m);

        using ServiceProvider provider = services.BuildServiceProvider();
        IRoiEngine engine = provider.GetRequiredService<IRoiEngine>();
        CancellationToken token = TestContext.Current.CancellationToken;
        CaseReading reading = await engine.ReadCaseAsync(new MemoryStream(Encoding.UTF8.GetBytes(Document)), token);
        RoiEvaluation evaluation = engine.Evaluate(reading.Case, cancellation: token);
        Assert.Equal(Money.Cny(12 * 480), evaluation[EvaluationPeriod.OneYear].TotalCost);

        using var stream = new MemoryStream();
        await engine.WriteAsync(evaluation, stream, ResultDetail.Full, token);
        string text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Equal(Money.Cny(48), AnswerDocument.Read(text).Answer["horizons"].Items[1]["costPerSeat"].Amount.Value);
        Assert.Contains("总成本/席位数", text, StringComparison.Ordinal);

        Finding finding = Assert.Single(engine.Review(reading.Case, new Actuals([]), new YearMonth(2025, 6), cancellation: token).Findings, found => found.Rule == "nobodyOwns");
        Assert.Equal("“phones”没有负责人", engine.LanguageOf("zh").Say(finding.Message));
        Assert.True(engine.ReviewSettings.IsKnownKpi("wecomFriends"));
        Assert.Equal(friends, Assert.Single(engine.ReviewSettings.Kpis));
    }

    // A cost that is counted by calls to a hotline: a pure function from the months of the case to dated amounts.
    private static IEnumerable<DatedAmount> Calls(CaseTimeline months, IReadOnlyDictionary<string, decimal> numbers)
    {
        for (int month = 0; month < months.Grid.Count; month++)
        {
            yield return new DatedAmount(months.Grid[month], Money.Cny(numbers["callsPerMonth"] * numbers["price"]));
        }
    }

    // What a document says of it: { "category": "maintenance", "kind": "calls", "name": "hotline", "parameters": { "callsPerMonth": 4000, "price": 0.12 } }
    private static DocumentReadOptions Kinds() => new()
    {
        CostKinds = new Dictionary<string, Func<Currency, IReadOnlyDictionary<string, decimal>, CostBasis>>
        {
            ["calls"] = static (currency, numbers) => CostBasis.Custom("calls", currency, Calls, numbers),
        },
    };

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    // Findings of a review: a line of the plan that nobody owns.
    internal sealed class NobodyOwns : IReviewRule
    {
        public string Id => "nobodyOwns";

        public IEnumerable<Finding> Examine(ReviewContext context)
        {
            foreach (ReviewLine line in context.Lines.Where(line => line.Benefit is { Owner: "" }))
            {
                Money none = Money.Zero(context.Plan.Currency);
                yield return new Finding(
                    new Message(Id, MessageArgument.Line("line", line.Id, line.Name)), FindingSeverity.Medium, none, none, new Message("nobodyOwns.action", MessageArgument.Line("line", line.Id, line.Name)));
            }
        }
    }

    // Words for what is your own, or better ones for what is there: one source a language.
    internal sealed class CompanyWords : ITextSource
    {
        private static readonly Dictionary<string, string> Words = new()
        {
            ["measure.costPerSeat"] = "每席位成本",
            ["measure.costPerSeat.formula"] = "总成本/席位数",
            ["nobodyOwns"] = "“{line}”没有负责人",
            ["nobodyOwns.action"] = "为“{line}”指定负责人",
        };

        public string Language => "zh";

        public IReadOnlyCollection<string> Ids => Words.Keys;

        public string? Find(string id) => Words.TryGetValue(id, out string? words) ? words : null;
    }
}
