using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Cases;

/// <summary>Go-live in waves: hospitals at go-live, pharmacies three months later, online six months later.</summary>
public class WaveTests
{
    private static readonly GoLiveWave[] Waves =
        [new("hospital", 0, Share.Percent(50)), new("pharmacy", 3, Share.Percent(30)), new("online", 6, Share.Percent(20))];

    private static readonly InvestmentCase Case = InvestmentCase.Create("waves", Currency.Cny, Date("2025-02-01"), Date("2025-01-01")).WithWaves(Waves);

    private static readonly BenefitItem Saved = BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, "saved", Money.Cny(12_000));

    [Fact]
    public void BenefitOfNoWave_ComesWithAll()
    {
        // 1,000 a month: half from February, 30 % more from May, the rest from August.
        decimal[] months = [.. FlowsOf(Case.WithBenefits(Saved)).Select(flow => flow.Amount.Amount)];
        Assert.Equal([500m, 500m, 500m, 800m, 800m, 800m, 1_000m, 1_000m, 1_000m, 1_000m, 1_000m], months.Take(11));
    }

    [Fact]
    public void BenefitOfOneWave_ComesWithIt_WithItsLearningCurveAndDip()
    {
        RealizationProfile profile = RealizationProfile.Linear(4).WithDip(1, Share.Percent(50));
        CashFlow[] flows = [.. FlowsOf(Case.WithBenefits(Saved.WithTags("pharmacy").WithProfile(profile)))];
        Assert.Equal((Date("2025-05-31"), 1_000m / 8 / 2), (flows[0].Date, flows[0].Amount.Amount));
        Assert.Equal([375m, 625m, 875m, 1_000m], flows.Skip(1).Take(4).Select(flow => flow.Amount.Amount));
    }

    [Fact]
    public void BenefitOfTwoWaves_IsDividedByTheirShares()
    {
        decimal[] months = [.. FlowsOf(Case.WithBenefits(Saved.WithTags("online", "pharmacy", "other"))).Select(flow => flow.Amount.Amount)];
        Assert.Equal([600m, 600m, 600m, 1_000m], months.Take(4));
    }

    [Fact]
    public void MonthThatAWaveBeginsIn_CountsFromItsDay()
    {
        // Go-live on 11 February: 18 of 28 days; pharmacies on 11 May: 21 of 31.
        InvestmentCase late = Case.WithGoLive(Date("2025-02-11")).WithBenefits(Saved);
        CashFlow[] flows = [.. FlowsOf(late)];
        Assert.Equal(500m * (18m / 28), flows[0].Amount.Amount, 10);
        Assert.Equal(500m + (300m * (21m / 31)), flows[3].Amount.Amount, 10);
    }

    [Fact]
    public void CostAtGoLive_WithoutATag_IsDueWithTheFirst()
    {
        CostItem learning = TimeCost.Learning("learning", 10, 10, Money.Cny(10));
        Assert.Equal([(Date("2025-02-01"), -1_000m)], Costs(learning));
        Assert.Equal([(Date("2025-05-01"), -1_000m)], Costs(learning.WithTags("pharmacy")));
        Assert.Equal([(Date("2025-02-01"), -500m), (Date("2025-05-01"), -300m), (Date("2025-08-01"), -200m)], Costs(learning.WithTags("hospital", "pharmacy", "online")));
    }

    [Fact]
    public void CostWithADateOfItsOwn_StaysThere() =>
        Assert.Equal([(Date("2025-01-01"), -7m)], Costs(ImplementationCost.Training("training", Money.Cny(7)).WithTags("pharmacy", "online")));

    [Fact]
    public void Instalments_MoveWithTheWave()
    {
        CostItem contract = new CostItem("contract", CostCategory.Implementation, CostBasis.Instalments(
            Money.Cny(1_000), [Instalment.AtSigning(Share.Percent(30)), Instalment.AtGoLive(Share.Percent(60)), Instalment.AtAcceptance(Share.Percent(10))], acceptanceMonths: 3))
            .WithTags("pharmacy");
        Assert.Equal([(Date("2025-01-01"), -300m), (Date("2025-05-01"), -600m), (Date("2025-08-01"), -100m)], Costs(contract));
    }

    [Fact]
    public void Waves_MoveWithGoLive() =>
        Assert.Equal(Date("2025-09-30"), FlowsOf(Case.WithGoLive(Date("2025-06-01")).WithBenefits(Saved.WithTags("pharmacy")))[0].Date);

    [Fact]
    public void CapitalReleased_IsThatOfTheWavesThatAreLive()
    {
        BenefitItem dso = OperatingCostReduction.WorkingCapital("dso", Money.Cny(365_000), 20, 10, 0.05m);
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(Case.WithBenefits(dso));
        Assert.Equal(Money.Cny(8_000), evaluation.Periods[0].BenefitLines()[0].ReleasedCapital);
        Assert.Equal(Money.Cny(10_000), evaluation.Periods[1].BenefitLines()[0].ReleasedCapital);
    }

    [Fact]
    public void Waves_AreRefusedThatAreNotAWhole()
    {
        Assert.Contains("come to 0.8; allowed: 1 together", Assert.Throws<ArgumentException>(() => Case.WithWaves(Waves[0], Waves[1])).Message, StringComparison.Ordinal);
        Assert.Contains("0 months", Assert.Throws<ArgumentException>(() => Case.WithWaves(new GoLiveWave("a", 1, Share.Whole))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Case.WithWaves(new GoLiveWave("a", 0, Share.Percent(50)), new GoLiveWave("a", 1, Share.Percent(50))));
        Assert.ThrowsAny<ArgumentException>(() => Case.WithWaves(default(GoLiveWave)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GoLiveWave("a", 0, Share.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GoLiveWave("a", 601, Share.Whole));
        Assert.Empty(Case.WithWaves().Waves);
        Assert.NotEqual(Case, Case.WithWaves());
        Assert.Equal("pharmacy: 30% after 3 months", Waves[1].ToString());
    }

    private static CashFlowSeries FlowsOf(InvestmentCase source) => Assert.Single(Projection.Of(source, CaseTerms.None).Lines).Flows;

    private static IEnumerable<(NodaTime.LocalDate, decimal)> Costs(CostItem cost) => FlowsOf(Case.WithCosts(cost)).Select(flow => (flow.Date, flow.Amount.Amount));
}
