using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.DependencyInjection.Tests;

/// <summary>What stood in the way of a developer who embedded the library for the first time, tried again as that developer would: docs/quality/embedding.md.</summary>
public class EmbeddingTests
{
    private static readonly LocalDate GoLive = new(2025, 4, 1);
    private static readonly JsonSerializerOptions Plain = new();

    [Fact]
    public void CostBeforeTheStart_IsAWarningWithItsAmount()
    {
        InvestmentCase early = Case().AddCosts(new CostItem("early", CostCategory.Implementation, CostBasis.Amounts([new DatedAmount(new LocalDate(2025, 1, 1), Money.Cny(5_000))])));
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(early);
        string[] said = [.. evaluation.Warnings.Concat(evaluation.Periods.SelectMany(period => period.Warnings)).Select(Language.Of("en").Say)];
        Assert.Contains(said, warning => warning.Contains("5,000.00", StringComparison.Ordinal) && warning.Contains("early", StringComparison.Ordinal));
        Assert.ThrowsAny<ArgumentException>(() => CostBasis.Amounts([new DatedAmount(default, Money.Cny(1))]));
    }

    [Fact]
    public void ValueTypes_ComeBackOrAreRefused()
    {
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Serialize(Money.Cny(5), Plain));
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Serialize(Share.Of(0.3m), Plain));
        JsonSerializerOptions options = new JsonSerializerOptions().ConfigureForTcmCrmRoi();
        Assert.Equal(Money.Cny(5), JsonSerializer.Deserialize<Money>(JsonSerializer.Serialize(Money.Cny(5), options), options));
        Assert.Equal(Share.Of(0.3m), JsonSerializer.Deserialize<Share>(JsonSerializer.Serialize(Share.Of(0.3m), options), options));
    }

    [Fact]
    public void InconclusiveStudy_IsNoMeasuredBenefit()
    {
        var random = new Random(7);
        double[] values = [.. Enumerable.Range(0, 36).Select(i => 1e6 * (1 + (0.4 * random.NextDouble())))];
        ImpactResult study = ImpactAnalysis.Run(new ImpactStudy(KpiSeries.FromValues(KpiCatalog.SalesRevenue, new YearMonth(2022, 1), values), new YearMonth(2024, 1)));
        Assert.Equal(ImpactVerdictKind.Inconclusive, study.Verdict);
        BenefitItem benefit = SalesGrowth.FromImpact("growth", study, Currency.Cny, Share.Of(0.4m));
        Assert.NotEqual(Evidence.Measured, benefit.Evidence);
    }

    [Fact]
    public void RateOfEight_IsRefusedAtEveryDoor()
    {
        Assert.ThrowsAny<ArgumentException>(() => Case().WithDiscountRate(8));
        Assert.False(CaseDocument.Read(CaseDocument.Write(Case().WithDiscountRate(0.08m)).Replace("0.08", "8", StringComparison.Ordinal)).IsSuccess);
        Assert.Throws<OptionsValidationException>(() => Engine(options => options.DiscountRate = 8));
    }

    [Fact]
    public void CaseThatWasWritten_KeepsTheHostsPeriods()
    {
        IRoiEngine engine = Engine(options => options.Horizons.Add("P2Y"));
        InvestmentCase again = CaseDocument.Read(CaseDocument.Write(Case())).Case;
        Assert.Equal(engine.Evaluate(Case()).Periods.Select(period => period.Period), engine.Evaluate(again).Periods.Select(period => period.Period));
        Assert.Equal("P2Y", Assert.Single(engine.Evaluate(again).Periods).Period.ToString());
        Assert.Equal(Case(), again);
    }

    [Fact]
    public void AddingTwice_ChangesNothing()
    {
        var services = new ServiceCollection();
        services.AddTcmCrmRoi(options => options.DiscountRate = 0.1m);
        int count = services.Count(service => service.ServiceType == typeof(IRoiEngine));
        services.AddTcmCrmRoi();
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(1, count);
        Assert.Single(provider.GetServices<IRoiEngine>());
        Assert.Equal(0.1m, provider.GetRequiredService<IRoiEngine>().EvaluationSettings.Defaults.DiscountRate);
    }

    [Fact]
    public void SeriesOfParts_TakeNaturalNumbers()
    {
        var start = new YearMonth(2025, 1);
        Assert.Equal(2, KpiSeries.FromParts(KpiCatalog.WinRate, start, [3, 4], [10, 10]).Count);
        Assert.Equal(2, KpiSeries.FromParts(KpiCatalog.WinRate, start, [3m, 4m], [10m, 10m]).Count);
        Assert.Equal(2, KpiSeries.FromParts(KpiCatalog.WinRate, start, [3.0, 4.0], [10.0, 10.0]).Count);
        Assert.Equal(KpiUnit.Money, KpiCatalog.SalesRevenue.Unit);
    }

    [Fact]
    public void TrackerState_SurvivesARestart()
    {
        JsonSerializerOptions options = new JsonSerializerOptions().ConfigureForTcmCrmRoi();
        var tracker = new KpiTracker(KpiCatalog.SalesRevenue);
        for (int month = 0; month < 15; month++)
        {
            tracker.Observe(new YearMonth(2024, 1).PlusMonths(month), 1_000 + (month % 4));
        }

        KpiTrackerState state = JsonSerializer.Deserialize<KpiTrackerState>(JsonSerializer.Serialize(tracker.Save(), options), options)!;
        var again = KpiTracker.Restore(KpiCatalog.SalesRevenue, state);
        Assert.Equal(tracker.Observe(new YearMonth(2025, 4), 1_050), again.Observe(new YearMonth(2025, 4), 1_050));
    }

    [Fact]
    public void Formats_AreKept()
    {
        PeriodResult year = RoiEvaluator.Evaluate(Case())[EvaluationPeriod.OneYear];
        Assert.Equal("CNY 1,234.50", string.Format(CultureInfo.InvariantCulture, "{0:N2}", Money.Cny(1234.5m)));
        Assert.Equal("25.0 %", string.Format(CultureInfo.InvariantCulture, "{0:P1}", Share.Of(0.25m)));
        Assert.Matches("^-?[0-9.,]+ %$", string.Format(CultureInfo.InvariantCulture, "{0:P1}", year.ReturnOnInvestment));
    }

    [Fact]
    public async Task Documents_AreReadAndWrittenAsAServerDoes()
    {
        IRoiEngine engine = Engine(_ => { });
        using var body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(CaseDocument.Write(Case())));
        CaseReading reading = await engine.ReadCaseAsync(body, TestContext.Current.CancellationToken);
        using var answer = new MemoryStream();
        await engine.WriteAsync(engine.Evaluate(reading.Case), answer, ResultDetail.Figures, TestContext.Current.CancellationToken);
        AnswerReading back = AnswerDocument.Read(answer.ToArray(), null);
        Assert.Equal(AnswerKind.Result, back.Kind);
        Assert.Equal(RoiEvaluator.Evaluate(Case()).Periods[0].TotalCost, back.Answer["horizons"].Items[0]["totalCost"].Amount.Value);
    }

    [Fact]
    public void OwnKindsCreditsAndWhatIf_HaveOneSeam()
    {
        CostBasis own = CostBasis.Custom("perStore", Currency.Cny, (timeline, inputs) => [new DatedAmount(timeline.GoLive, Money.Cny(inputs["stores"] * 100))], new Dictionary<string, decimal> { ["stores"] = 12 });
        InvestmentCase more = Case().AddCosts(new CostItem("stores", CostCategory.Software, own), new CostItem("rebate", CostCategory.Software, CostBasis.OneOff(Money.Cny(200))).AsCredit());
        Assert.Equal(RoiEvaluator.Evaluate(Case()).Periods[^1].TotalCost + Money.Cny(1_000), RoiEvaluator.Evaluate(more).Periods[^1].TotalCost);
        InvestmentCase later = more.WithName("later").WithGoLive(GoLive.PlusMonths(2));
        Assert.NotEqual(more, later);
        Assert.Equal(later, later.WithName("later"));
        Assert.Equal(Case().Benefits[0].Name, Case().Benefits[0].WithBasis(BenefitBasis.Amounts([new DatedAmount(GoLive, Money.Cny(1))])).Name);
    }

    [Fact]
    public void Tenants_HaveOptionsOfTheirOwn_AndTyposAreRefused()
    {
        IConfigurationRoot file = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["A:DiscountRate"] = "0.06", ["B:DiscountRat"] = "0.07" }).Build();
        var services = new ServiceCollection();
        services.AddTcmCrmRoi("a", file.GetSection("A"));
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(0.06m, provider.GetRequiredKeyedService<IRoiEngine>("a").EvaluationSettings.Defaults.DiscountRate);
        var wrong = new ServiceCollection();
        wrong.AddTcmCrmRoi("b", file.GetSection("B"));
        using ServiceProvider other = wrong.BuildServiceProvider();
        Assert.Contains("DiscountRat", Assert.ThrowsAny<Exception>(() => other.GetRequiredKeyedService<IRoiEngine>("b")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesAndConclusions_AreSaidInChinese()
    {
        Language chinese = Language.Of("zh");
        Assert.Equal("净现值", chinese.Say(Measure.Find("netPresentValue")!.Name));
        ReviewReport review = Engine(_ => { }).Review(Case(), new Actuals([]), GoLive.PlusMonths(3).ToYearMonth());
        Assert.Matches("[\u4e00-\u9fff]", chinese.Say(review.Recommendation));
        Assert.All(review.Findings, finding => Assert.Matches("[\u4e00-\u9fff]", chinese.Say(finding.Message)));
    }

    [Fact]
    public void NullAndDefault_AreNotAmbiguous()
    {
        Assert.Equal(RoiEvaluator.Evaluate(Case()).Periods.Count, RoiEvaluator.Evaluate(Case(), null).Periods.Count);
        Assert.Equal(Money.Cny(12), new CostItem("x", CostCategory.Software, CostBasis.OneOff(Money.Cny(12), default)) is { } item ? RoiEvaluator.Evaluate(Empty().AddCosts(item)).Periods[0].TotalCost : default);
    }

    private static InvestmentCase Empty() => InvestmentCase.Create("CRM", Currency.Cny, GoLive);

    private static InvestmentCase Case() => Empty()
        .AddCosts(new CostItem("software", CostCategory.Software, CostBasis.Recurring(Money.Cny(1_000), BillingCycle.Monthly)))
        .AddBenefits(new BenefitItem("hours", BenefitCategory.OperatingCost, BenefitBasis.Amounts([new DatedAmount(GoLive.PlusMonths(6), Money.Cny(20_000))])));

    private static IRoiEngine Engine(Action<TcmCrmRoiOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddTcmCrmRoi(configure);
        return services.BuildServiceProvider().GetRequiredService<IRoiEngine>();
    }
}
