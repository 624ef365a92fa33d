using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json.Tests.Converters;

/// <summary>Observations, contracts and registers in documents of a host.</summary>
public class ReviewConverterTests
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions().ConfigureForTcmCrmRoi();
    private static readonly YearMonth March = new(2025, 3);

    public static TheoryData<object, string> Values => new()
    {
        { Actual.Cost("seats", March, Money.Cny(18_000.5m), 120, 118, "记-0042"), """{"kind":"cost","line":"seats","month":"2025-03","amount":{"amount":"18000.5","currency":"CNY"},"quantity":120,"planned":118,"document":"\u8BB0-0042"}""" },
        { Actual.Cost("seats", March, new Money(-10, Currency.Usd)), """{"kind":"cost","line":"seats","month":"2025-03","amount":{"amount":"-10","currency":"USD"}}""" },
        { Actual.UnplannedCost("travel", March, Money.Cny(5)), """{"kind":"unplannedCost","line":"travel","month":"2025-03","amount":{"amount":"5","currency":"CNY"}}""" },
        { Actual.Cost("seats", March, Money.Cny(5)).WithNote("冲销2月"), """{"kind":"cost","line":"seats","month":"2025-03","amount":{"amount":"5","currency":"CNY"},"note":"\u51B2\u95002\u6708"}""" },
        { Actual.Benefit("sales", March, Money.Cny(7), from: new YearMonth(2025, 1)), """{"kind":"benefit","line":"sales","month":"2025-03","amount":{"amount":"7","currency":"CNY"},"from":"2025-01"}""" },
        { Actual.Adoption(March, 80, 120, 0.9m), """{"kind":"adoption","line":"*","month":"2025-03","value":80,"denominator":120,"planned":0.9}""" },
        { Actual.Seats("seats", March, 110, 120), """{"kind":"seats","line":"seats","month":"2025-03","value":110,"denominator":120}""" },
        { Actual.Retention("members", March, 800, 1_000, 12, 0.85m), """{"kind":"retention","line":"members","month":"2025-03","value":800,"denominator":1000,"planned":0.85,"tenure":12}""" },
        { Actual.Kpi("WinRate", March, 3, 8), """{"kind":"kpi","line":"WinRate","month":"2025-03","value":3,"denominator":8}""" },
        { Actual.Baseline("Nps", March, 41.50m), """{"kind":"baseline","line":"Nps","month":"2025-03","value":41.50}""" },
        { Actual.Verified("sales", March), """{"kind":"verified","line":"sales","month":"2025-03"}""" },
        { new ContractTerms("seats", new LocalDate(2026, 3, 1), 12, 2), """{"line":"seats","firstRenewal":"2026-03-01","termMonths":12,"noticeMonths":2}""" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_IsWrittenAsDocumented_AndReadBack(object value, string json)
    {
        // A row is written by the type that the host names, not by the kind that it happens to be.
        Type type = value is Actual ? typeof(Actual) : value.GetType();
        Assert.Equal(json, JsonSerializer.Serialize(value, type, Options));
        object read = JsonSerializer.Deserialize(json, type, Options)!;
        Assert.Equal(value, read);
        Assert.Equal(json, JsonSerializer.Serialize(read, type, Options));
    }

    [Fact]
    public void Actuals_GiveTheSameReview()
    {
        InvestmentCase plan = CaseDocument.Read(Repository.Sample("renhetang-saas.json")).Case;
        string line = plan.Costs[0].Id.Text;
        var actuals = new Actuals([Actual.Cost(line, March, Money.Cny(259_200)), Actual.Cost(line, March, Money.Cny(259_200)), Actual.Adoption(March, 80, 120)], allowDuplicates: true);
        Actuals read = JsonSerializer.Deserialize<Actuals>(JsonSerializer.Serialize(actuals, Options), Options)!;
        Assert.Equal(actuals.All, read.All);
        Assert.True(read.AllowsDuplicates);
        Assert.Equal(ReviewDocument.Write(CaseReview.Review(plan, actuals, new YearMonth(2025, 6))), ReviewDocument.Write(CaseReview.Review(plan, read, new YearMonth(2025, 6))));
    }

    [Fact]
    public void Register_KeepsItsVersions_AndTheKindsOfTheHost()
    {
        var documents = new DocumentReadOptions
        {
            CostKinds = new Dictionary<string, Func<Currency, IReadOnlyDictionary<string, decimal>, CostBasis>>
            {
                ["calls"] = static (currency, numbers) => CostBasis.Custom("calls", currency, Calls, numbers),
            },
        };
        JsonSerializerOptions own = new JsonSerializerOptions().ConfigureForTcmCrmRoi(documents);
        InvestmentCase plan = CaseDocument.Read("""
            { "schemaVersion": "1.0", "name": "hotline", "currency": "CNY", "start": "2025-01-01", "benefits": [],
              "costs": [ { "category": "maintenance", "kind": "calls", "name": "hotline", "parameters": { "calls": 400 } } ] }
            """, documents).Case;
        BenefitsRegister register = BenefitsRegister.Approve(plan, new LocalDate(2025, 1, 1)).Replan(plan.WithDiscountRate(0.08m), new LocalDate(2025, 7, 1), "利率变动");
        string json = JsonSerializer.Serialize(register, own);
        BenefitsRegister read = JsonSerializer.Deserialize<BenefitsRegister>(json, own)!;
        Assert.Equal(register.Versions.Select(version => version.ToString()), read.Versions.Select(version => version.ToString()));
        Assert.Equal(register.Versions.Select(version => version.Plan), read.Versions.Select(version => version.Plan));
        Assert.Equal(plan.Costs[0], JsonSerializer.Deserialize<CostItem>(JsonSerializer.Serialize(plan.Costs[0], own), own));
        Assert.Contains("calls", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<BenefitsRegister>(json, Options)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(Actual), """{"kind":"cost","line":"a","month":"2025-03","value":5}""", "value")]
    [InlineData(typeof(Actual), """{"kind":"cost","line":"a","month":"2025-03"}""", "amount")]
    [InlineData(typeof(Actual), """{"kind":"kpi","line":"a","month":"2025-03","value":5,"tenure":1}""", "tenure")]
    [InlineData(typeof(Actual), """{"kind":"seats","line":"a","month":"2025-03","value":5,"denominator":4}""", "5")]
    [InlineData(typeof(Actual), """{"kind":"bill","line":"a","month":"2025-03"}""", "bill")]
    [InlineData(typeof(Actuals), """{"rows":[],"note":1}""", "note")]
    [InlineData(typeof(ContractTerms), """{"line":"a","firstRenewal":"2025-02-30","termMonths":12,"noticeMonths":3}""", "2025-02-30")]
    [InlineData(typeof(BenefitsRegister), """{"versions":[]}""", "one version")]
    [InlineData(typeof(BenefitsRegister), """{"versions":[{"approvedOn":"2025-01-01","plan":{}}]}""", "name")]
    public void WrongJson_IsRefused_WithTheValue(Type type, string json, string named) =>
        Assert.Contains(named, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type, Options)).Message, StringComparison.Ordinal);

    /// <summary>Everything that has a converter, and the answers, which are documents: System.Text.Json alone would lose them.</summary>
    public static TheoryData<object> Unknown
    {
        get
        {
            InvestmentCase plan = CaseDocument.Read(Repository.Sample("renhetang-saas.json")).Case;
            var actuals = new Actuals([Actual.Kpi("WinRate", March, 3, 8)]);
            KpiSeries series = KpiSeries.FromValues(KpiCatalog.Arpu, new YearMonth(2023, 1), [.. Enumerable.Range(0, 36).Select(i => 100.0 + (i % 5))]);
            return
            [
                plan, plan.Costs[0], plan.Benefits[0], actuals.All[0], actuals, new ContractTerms("a", new LocalDate(2026, 1, 1)), BenefitsRegister.Approve(plan, plan.Start), series, KpiCatalog.Arpu,
                new KpiTarget(45, March), KpiObservation.OfValue(March, 1), RoiEvaluator.Evaluate(plan), RoiEvaluator.Evaluate(plan).Periods[0], CaseReview.Review(plan, new Actuals([]), new YearMonth(2025, 6)),
                ImpactAnalysis.Run(new ImpactStudy(series, new YearMonth(2025, 1))), Simulation.Run(plan, new SimulationOptions { Trials = 100 }), KpiAssessment.Of(series),
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Unknown))]
    public void WithoutTheConverters_WritingAndReadingFail(object value)
    {
        Type type = value is Actual ? typeof(Actual) : value.GetType();
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Serialize(value, type));
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize("{}", type));
    }

    private static IEnumerable<DatedAmount> Calls(CaseTimeline frame, IReadOnlyDictionary<string, decimal> numbers) => [new DatedAmount(frame.Start, Money.Cny(numbers["calls"]))];
}
