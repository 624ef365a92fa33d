using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using CostMaker = System.Func<TcmCrm.Roi.Currency, System.Collections.Generic.IReadOnlyDictionary<string, decimal>, TcmCrm.Roi.Costs.CostBasis>;
using BenefitMaker = System.Func<TcmCrm.Roi.Currency, System.Collections.Generic.IReadOnlyDictionary<string, decimal>, TcmCrm.Roi.Benefits.BenefitBasis>;

namespace TcmCrm.Roi.Json.Tests;

public class HostKindTests
{
    private const string CallLine = """
        { "category": "maintenance", "kind": "callVolume", "id": "hotline", "name": "热线", "currency": "USD", "element": "support", "riskUplift": 0.1,
          "parameters": { "price": "0.50", "callsPerMonth": 4000 } }
        """;

    private const string SavedLine = """
        { "category": "operatingCost", "kind": "savedCalls", "name": "少来电", "parameters": { "callsPerMonth": 900 }, "attribution": 0.5, "evidence": "estimated", "owner": "客服" }
        """;

    private static readonly DocumentReadOptions Host = new()
    {
        CostKinds = new Dictionary<string, CostMaker> { ["callVolume"] = Calls, ["oneOffFee"] = (currency, numbers) => CostBasis.OneOff(new Money(numbers["fee"], currency)) },
        BenefitKinds = new Dictionary<string, BenefitMaker> { ["savedCalls"] = Saved },
    };

    [Fact]
    public void LineOfAHostsKind_IsReadAndCounted()
    {
        InvestmentCase read = Read(CallLine, SavedLine);
        CostItem cost = read.Costs[^1];
        Assert.Equal(("hotline", "callVolume", Currency.Usd, CostElement.Support, 0.1m), (cost.Id.Text, cost.Basis.Kind, cost.Currency, cost.Element, cost.RiskUplift));
        Assert.Equal([("callsPerMonth", 4000m), ("price", 0.50m)], cost.Basis.Parameters.Select(p => (p.Key, p.Value)).Order());
        BenefitItem benefit = read.Benefits[^1];
        Assert.Equal(("savedCalls", Evidence.Estimated, "客服"), (benefit.Basis.Kind, benefit.Evidence, benefit.Owner));
        var result = RoiEvaluator.Evaluate(read)[EvaluationPeriod.OneYear];
        Assert.Equal(12 * 2000 * 1.1m * 7.2m, result.CostLines().Single(line => line.Line.Id == cost.Id).Total.Amount);
        Assert.Equal(12 * 900 * 0.5m, result.BenefitLines().Single(line => line.Line.Id == benefit.Id).Total.Amount);
    }

    [Fact]
    public void ReadingWhatWasWritten_GivesAnEqualCase()
    {
        InvestmentCase read = Read(CallLine, SavedLine);
        string written = CaseDocument.Write(read);
        CaseReading again = CaseDocument.Read(written, Host);
        Assert.Equal([], again.Problems.Select(problem => problem.ToString()));
        Assert.Equal(read, again.Case);
        Assert.Equal(written, CaseDocument.Write(again.Case));
        Assert.Contains("\"kind\": \"callVolume\"", written, StringComparison.Ordinal);
        Assert.Contains("\"callsPerMonth\": 4000,\n        \"price\": 0.50\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void KindThatIsAnother_IsWrittenAsThat()
    {
        InvestmentCase read = Read("{ \"category\": \"software\", \"kind\": \"oneOffFee\", \"name\": \"费\", \"parameters\": { \"fee\": 5 } }", SavedLine);
        Assert.Contains("\"kind\": \"oneOff\"", CaseDocument.Write(read), StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownKind_ListsTheRegisteredToo()
    {
        DocumentProblem problem = Assert.Single(CaseDocument.Read(Document(CallLine.Replace("callVolume", "callVolum", StringComparison.Ordinal), SavedLine), Host).Problems);
        Assert.Contains("residualValue, callVolume, oneOffFee; did you mean 'callVolume'?", problem.English(), StringComparison.Ordinal);
        Assert.Equal(2, CaseDocument.Read(Document(CallLine, SavedLine)).Problems.Count);
    }

    [Theory]
    [InlineData("\"callsPerMonth\": 4000", "\"callsPerMonth\": \"many\"", "$.costs[4].parameters.callsPerMonth", "\"many\" is not allowed; allowed: a number")]
    [InlineData("\"callsPerMonth\": 4000", "\"callsPerMonth\": 1, \"callsPerMonth\": 2", "$.costs[4].parameters.callsPerMonth", "is there twice; the first is 1")]
    [InlineData("\"callsPerMonth\": 4000", "\"calls\": 4000", "$.costs[4]", "the kind 'callVolume' cannot be read: The given key 'callsPerMonth'")]
    [InlineData("\"callsPerMonth\": 4000", "\"callsPerMonth\": -1", "$.costs[4]", "the kind 'callVolume' cannot be read: calls must be 0 or more")]
    [InlineData("\"riskUplift\": 0.1,", "\"riskUplift\": 0.1, \"seats\": 3,", "$.costs[4].seats", "unknown property 'seats'")]
    public void BadParameters_AreProblems(string place, string change, string path, string fragment)
    {
        DocumentProblem problem = Assert.Single(CaseDocument.Read(Document(CallLine.Replace(place, change, StringComparison.Ordinal), SavedLine), Host).Problems);
        Assert.Equal(path, problem.Path);
        Assert.Contains(fragment, problem.English(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SchemaOfAHost_KnowsItsKinds()
    {
        NJsonSchema.JsonSchema own = await NJsonSchema.JsonSchema.FromJsonAsync(CaseDocument.Schema(Host), TestContext.Current.CancellationToken);
        NJsonSchema.JsonSchema plain = await NJsonSchema.JsonSchema.FromJsonAsync(CaseDocument.Schema(), TestContext.Current.CancellationToken);
        string document = Document(CallLine, SavedLine);
        Assert.Empty(own.Validate(document));
        Assert.Empty(own.Validate(SoundDocument.Text));
        Assert.Empty(own.Validate(CaseDocument.Write(CaseDocument.Read(document, Host).Case)));
        Assert.NotEmpty(plain.Validate(document));
        Assert.All(
            new[] { ("callVolume", "callVolum"), ("4000", "\"many\""), ("\"riskUplift\": 0.1,", "\"riskUplift\": 0.1, \"seats\": 3,"), ("\"kind\": \"savedCalls\"", "\"kind\": \"callVolume\"") },
            change => Assert.NotEmpty(own.Validate(document.Replace(change.Item1, change.Item2, StringComparison.Ordinal))));
    }

    [Fact]
    public void SchemaOfAHost_IsThatOfTheLibraryAndMore()
    {
        Assert.Equal(CaseDocument.Schema(), CaseDocument.Schema(new DocumentReadOptions()));
        string[] before = [.. Definitions(CaseDocument.Schema())], after = [.. Definitions(CaseDocument.Schema(Host))];
        Assert.Equal(["callVolumeCost", "oneOffFeeCost", "savedCallsBenefit"], after.Except(before).Order(StringComparer.Ordinal));
        Assert.Empty(before.Except(after));

        static IEnumerable<string> Definitions(string schema) =>
            System.Text.Json.JsonDocument.Parse(schema).RootElement.GetProperty("definitions").EnumerateObject().Select(one => one.Name);
    }

    [Theory]
    [InlineData("subscription")]
    [InlineData("CallVolume")]
    [InlineData("call volume")]
    [InlineData("")]
    public void WordThatIsTakenOrNone_IsRefused(string word) =>
        Assert.Equal("CostKinds", Assert.Throws<ArgumentException>(() => new DocumentReadOptions { CostKinds = new Dictionary<string, CostMaker> { [word] = Calls } }).ParamName);

    [Fact]
    public void Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new DocumentReadOptions { BenefitKinds = null! });
        Assert.Throws<ArgumentNullException>(() => new DocumentReadOptions { BenefitKinds = new Dictionary<string, BenefitMaker> { ["calls"] = null! } });
    }

    private static InvestmentCase Read(string cost, string benefit)
    {
        CaseReading reading = CaseDocument.Read(Document(cost, benefit), Host);
        Assert.Equal([], reading.Problems.Select(problem => problem.ToString()));
        return reading.Case;
    }

    private static string Document(string cost, string benefit) => SoundDocument.With("\"termMonths\": 24 }", "\"termMonths\": 24 }, " + cost)
        .Replace("\"description\": \"better\" }", "\"description\": \"better\" }, " + benefit, StringComparison.Ordinal);

    private static CostBasis Calls(Currency currency, IReadOnlyDictionary<string, decimal> numbers) => numbers["callsPerMonth"] < 0
        ? throw new ArgumentException("calls must be 0 or more")
        : CostBasis.Custom("callVolume", currency, Monthly, numbers);

    private static BenefitBasis Saved(Currency currency, IReadOnlyDictionary<string, decimal> numbers) => BenefitBasis.Custom("savedCalls", currency, MonthlyInCny, numbers);

    private static IEnumerable<DatedAmount> Monthly(CaseTimeline timeline, IReadOnlyDictionary<string, decimal> numbers) =>
        Enumerable.Range(0, 12).Select(month => new DatedAmount(timeline.Start.PlusMonths(month), Money.Usd(numbers["callsPerMonth"] * numbers["price"])));

    private static IEnumerable<DatedAmount> MonthlyInCny(CaseTimeline timeline, IReadOnlyDictionary<string, decimal> numbers) =>
        Enumerable.Range(0, 12).Select(month => new DatedAmount(timeline.Start.PlusMonths(month), Money.Cny(numbers["callsPerMonth"])));
}
