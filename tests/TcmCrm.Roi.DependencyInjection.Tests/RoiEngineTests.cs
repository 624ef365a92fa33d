using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.DependencyInjection.Tests;

public class RoiEngineTests
{
    private static readonly LocalDate Start = new(2025, 1, 1);

    [Fact]
    public void CaseWithoutARate_IsDiscountedAtTheHostsRate()
    {
        RoiEvaluation evaluation = Engine(options => options.DiscountRate = 0.1m).Evaluate(Case());
        // 1,100 one year after the start at 10 % is 1,000.
        Assert.Equal(1_000m, evaluation[EvaluationPeriod.ThreeYears].PresentValueOfBenefits.Value.Amount, 6);
        Assert.Equal(0.1m, evaluation.Terms.DiscountRate);
    }

    [Fact]
    public void CaseWithARate_KeepsIt()
    {
        RoiEvaluation evaluation = Engine(options => options.DiscountRate = 0.5m).Evaluate(Case().WithDiscountRate(0.1m));
        Assert.Equal(1_000m, evaluation[EvaluationPeriod.ThreeYears].PresentValueOfBenefits.Value.Amount, 6);
    }

    [Fact]
    public void NoRateAnywhere_LeavesDiscountedFiguresWithoutAnAnswer() =>
        Assert.Equal(NotApplicableReason.NoRate, Engine(_ => { }).Evaluate(Case())[EvaluationPeriod.OneYear].NetPresentValue.Reason);

    [Fact]
    public void CaseWithoutPeriods_IsEvaluatedOverTheHosts()
    {
        IRoiEngine engine = Engine(options => { options.Horizons.Add("P2Y"); options.Horizons.Add("P5Y"); });
        Assert.Equal(["P2Y", "P5Y"], Periods(engine.Evaluate(Case())));
        // The derived case keeps saying nothing of its periods.
        Assert.Equal(["P2Y", "P5Y"], Periods(engine.Evaluate(Case().WithDiscountRate(0.1m).WithStart(Start))));
    }

    [Fact]
    public void LimitOfTheHost_HoldsForEveryEvaluation()
    {
        // One line, 36 months, three periods; then 7 months and one period.
        IRoiEngine engine = Engine(options => options.MaximumCells = 100);
        Assert.Equal("evaluation.tooMuchWork", Message.Of(Assert.Throws<InvalidOperationException>(() => engine.Evaluate(Case())))!.Id);
        Assert.Equal(["P7M"], Periods(engine.Evaluate(Case(), [EvaluationPeriod.Parse("P7M")])));
        Assert.Throws<InvalidOperationException>(() => engine.Evaluate(Case(), [EvaluationPeriod.Parse("P9Y")]));
        Assert.Throws<OperationCanceledException>(() => Engine(_ => { }).Evaluate(Case(), cancellation: new CancellationToken(canceled: true)));
        OptionsValidationException wrong = Assert.Throws<OptionsValidationException>(() => Engine(options => options.MaximumCells = 0));
        Assert.Equal(["MaximumCells is 0; allowed: 1 to 1000000000."], wrong.Failures);
    }

    [Fact]
    public void CaseWithPeriods_KeepsThem_EvenTheCustomaryOnes()
    {
        IRoiEngine engine = Engine(options => options.Horizons.Add("P2Y"));
        Assert.Equal(["P1Y"], Periods(engine.Evaluate(Case().WithPeriods(EvaluationPeriod.OneYear))));
        InvestmentCase customary = Case().WithPeriods(EvaluationPeriod.SixMonths, EvaluationPeriod.OneYear, EvaluationPeriod.ThreeYears);
        Assert.Equal(["P6M", "P1Y", "P3Y"], Periods(engine.Evaluate(customary)));
    }

    [Fact]
    public void GivenPeriods_GoBeforeAll() =>
        Assert.Equal(["P7M"], Periods(Engine(options => options.Horizons.Add("P2Y")).Evaluate(Case(), [EvaluationPeriod.Parse("P7M")])));

    [Fact]
    public void CreatedCase_IsEvaluatedByTheTermsOfTheHost()
    {
        IRoiEngine engine = Engine(options =>
        {
            options.Currency = "USD";
            options.DiscountRate = 0.07m;
            options.DayCount = DayCount.Thirty360;
            options.FlowTiming = FlowTiming.EndOfYear;
            options.Horizons.Add("P4Y");
        });
        InvestmentCase created = engine.CreateCase("new", new LocalDate(2025, 3, 1), Start);
        Assert.Equal(Currency.Usd, created.Currency);

        // The case states no terms, so that it means the same after it was written and read again; the engine fills them in.
        Assert.Equal(CaseTerms.None, created.Terms);
        CaseTerms terms = engine.Evaluate(created).Terms;
        Assert.Equal((0.07m, DayCount.Thirty360, FlowTiming.EndOfYear), (terms.DiscountRate, terms.DayCount, terms.FlowTiming));
        Assert.Equal(["P4Y"], terms.Periods!.Select(period => period.ToString()));
        Assert.Equal(Start, created.Start);
        Assert.Equal(new LocalDate(2025, 3, 1), created.GoLive);
    }

    [Fact]
    public void Conventions_AreAppliedInTheHostsOrder()
    {
        IRoiEngine engine = Engine(options =>
        {
            options.DiscountRate = 0.1m;
            options.Conventions.Add(RoiConvention.Tei);
            options.Conventions.Add(RoiConvention.Simple);
        });
        IReadOnlyList<KeyValuePair<RoiConvention, Figure<decimal>>> returns = engine.ReturnsOnInvestment(engine.Evaluate(Case())[EvaluationPeriod.ThreeYears]);
        Assert.Equal([RoiConvention.Tei, RoiConvention.Simple], returns.Select(entry => entry.Key));

        // The benefit on the first anniversary stands in the second year's column, at its end: 2,200 / 1.21 on a cost of 1,000.
        Assert.Equal((2_200 / 1.21m / 1_000) - 1, returns[0].Value.Value, 6);
        Assert.Equal(1.2m, returns[1].Value.Value);
    }

    [Fact]
    public async Task ManyThreads_GetTheSameFigures()
    {
        IRoiEngine engine = Engine(options => options.DiscountRate = 0.08m);
        string expected = engine.Evaluate(Case()).ToString();
        string[] texts = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => engine.Evaluate(Case()).ToString(), TestContext.Current.CancellationToken)));
        Assert.All(texts, text => Assert.Equal(expected, text));
    }

    [Fact]
    public void NullArguments_Throw()
    {
        IRoiEngine engine = Engine(_ => { });
        Assert.Throws<ArgumentNullException>(() => engine.Evaluate(null!));
        Assert.Throws<ArgumentNullException>(() => engine.Evaluate(Case(), [null!]));
        Assert.Throws<ArgumentException>(() => engine.Evaluate(Case(), []));
        Assert.Throws<ArgumentNullException>(() => engine.ReturnsOnInvestment(null!));
    }

    private static IRoiEngine Engine(Action<TcmCrmRoiOptions> configure) => new ServiceCollection().AddTcmCrmRoi(configure).BuildServiceProvider().GetRequiredService<IRoiEngine>();

    private static string[] Periods(RoiEvaluation evaluation) => [.. evaluation.Periods.Select(result => result.Period.ToString())];

    // Pays 500 at the start and gets 1,100 one year later.
    private static InvestmentCase Case() => InvestmentCase.Create("case", Currency.Cny, Start)
        .WithCosts(CostItem.OfAmounts(CostCategory.Software, "licence", [new DatedAmount(Start, Money.Cny(500))]))
        .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.SalesGrowth, "sales", [new DatedAmount(Start.PlusYears(1), Money.Cny(1_100))]));
}
