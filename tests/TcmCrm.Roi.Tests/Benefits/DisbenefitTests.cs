using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Benefits;

/// <summary>Losses that are stated as such, and capital that is released.</summary>
public class DisbenefitTests
{
    private static readonly BenefitItem PriceCut = SalesGrowth.Uplift("price cut", Money.Cny(1_000_000), -0.4m, Share.Whole);

    [Fact]
    public void PriceCut_IsANegativeUplift()
    {
        PeriodResult year = Year(PriceCut, BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, "saved", Money.Cny(500_000)));
        Assert.True(PriceCut.IsDisbenefit);
        Assert.Equal(Money.Cny(-400_000), year.BenefitLines()[0].Total);
        Assert.Equal(Money.Cny(100_000), year.TotalBenefit);
        Assert.DoesNotContain(year.Projection.Case.Benefits, benefit => benefit.Basis.ImpliedDraw(ValuePoolKind.Revenue) > 0);
        Assert.DoesNotContain("marginOfWhole", RoiEvaluator.Evaluate(Case(PriceCut)).Warnings.Select(warning => warning.Id));
    }

    [Fact]
    public void Disbenefit_OfAnyKind_CountsAsLess()
    {
        BenefitItem loss = BenefitItem.OfYearlyAmount(BenefitCategory.SalesGrowth, "rebates to pharmacies", Money.Cny(120_000)).AsDisbenefit();
        Assert.Equal(Money.Cny(-120_000), Year(loss).TotalBenefit);
        Assert.Equal(Money.Cny(-132_000), Year(loss.WithRiskReduction(Share.Percent(10))).TotalBenefit);
        Assert.Equal(Money.Cny(-66_000), Year(loss.WithRiskReduction(Share.Percent(10)).WithAttribution(Share.Percent(50))).TotalBenefit);
        Assert.Equal(Money.Cny(-440_000), Year(PriceCut.WithRiskReduction(Share.Percent(10))).TotalBenefit);
        Assert.DoesNotContain("marginNotShown", RoiEvaluator.Evaluate(Case(loss)).Warnings.Select(warning => warning.Id));
        Assert.NotEqual(loss, BenefitItem.OfYearlyAmount(BenefitCategory.SalesGrowth, "rebates to pharmacies", Money.Cny(120_000)));
        Assert.True(loss.WithName("x").WithOwner("y").IsDisbenefit);
    }

    [Fact]
    public void Disbenefit_IsSaidOnce()
    {
        Assert.Contains("loss by its own figures", Assert.Throws<ArgumentException>(PriceCut.AsDisbenefit).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BenefitItem.NotMonetized(BenefitCategory.Satisfaction, "words", "worse").AsDisbenefit());
    }

    /// <summary>The lower limit has the larger loss: -120,000 x 1.2 and the benefit at 0.7.</summary>
    [Fact]
    public void Limits_TakeTheWorseEndOfALoss()
    {
        var interval = new BenefitInterval(0.7m, 1.2m, Share.Percent(95));
        PeriodResult year = Year(
            BenefitItem.OfYearlyAmount(BenefitCategory.SalesGrowth, "loss", Money.Cny(120_000)).AsDisbenefit().WithInterval(interval),
            BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, "gain", Money.Cny(300_000)).WithInterval(interval));
        Assert.Equal(Money.Cny(180_000), year.TotalBenefit);
        Assert.Equal(Money.Cny(210_000 - 144_000), year.AtLowerLimit!.TotalBenefit);
        Assert.Equal(Money.Cny(360_000 - 84_000), year.AtUpperLimit!.TotalBenefit);
    }

    /// <summary>240,000,000 x 4 / 365 = 2,630,136.99 released; at 3.6 % the financing saved is 94,684.93 a year.</summary>
    [Fact]
    public void Receivables_SaveFinancing_AndTheCapitalIsNoProfit()
    {
        BenefitItem dso = OperatingCostReduction.WorkingCapital("dso", Money.Cny(240_000_000), 92, 88, 0.036m);
        PeriodResult year = Year(dso);
        Assert.Equal(94_684.93m, decimal.Round(year.TotalBenefit.Amount, 2));
        Assert.Equal(2_630_136.99m, decimal.Round(year.BenefitLines()[0].ReleasedCapital.Amount, 2));
        Assert.Equal(BenefitClass.Efficiency, dso.Class);
        Message note = Assert.Single(year.Warnings, warning => warning.Id == "workingCapitalReleased");
        Assert.Equal(2_630_136.99m, decimal.Round(((Money)note.Find("amount")!.Value).Amount, 2));

        // Half attributed, at half of a ramp of twelve months after six: (5 + 1/2) / 12 of it in the last month.
        PeriodResult half = RoiEvaluator.Evaluate(Case(dso.WithAttribution(Share.Percent(50)).WithProfile(RealizationProfile.Linear(12))))[EvaluationPeriod.SixMonths];
        Assert.Equal(decimal.Round(240_000_000m * 4 / 365 / 2 * 5.5m / 12, 2), decimal.Round(half.BenefitLines()[0].ReleasedCapital.Amount, 2));

        BenefitItem worse = OperatingCostReduction.WorkingCapital("dso", Money.Cny(365_000), 30, 40, 0.05m);
        Assert.True(worse.IsDisbenefit);
        Assert.Equal(Money.Cny(-500), Year(worse).TotalBenefit);
        Assert.Equal(Money.Cny(-10_000), Year(worse).BenefitLines()[0].ReleasedCapital);
        Assert.Contains(Year(worse).Warnings, warning => warning.Id == "workingCapitalTied");
    }

    /// <summary>What the financing saved is worth at the financing rate is the release less the present value of its return: both at once would count it twice.</summary>
    [Fact]
    public void FinancingSaved_IsTheValueOfReleaseAndReturn()
    {
        decimal release = 1_000_000m;
        double saved = 0;
        for (int year = 1; year <= 3; year++)
        {
            saved += (double)release * 0.05 * Math.Pow(1.05, -year);
        }

        BenefitItem dso = OperatingCostReduction.WorkingCapital("dso", Money.Cny(365_000_000), 2, 1, 0.05m);
        PeriodResult result = RoiEvaluator.Evaluate(Case(dso).WithDiscountRate(0.05m).WithFlowTiming(FlowTiming.EndOfYear))[EvaluationPeriod.ThreeYears];
        Assert.Equal(saved, (double)release * (1 - Math.Pow(1.05, -3)), 1e-6);
        Assert.Equal(saved, (double)result.PresentValueOfBenefits.Value.Amount, 1e-6);
    }

    private static PeriodResult Year(params BenefitItem[] benefits) => RoiEvaluator.Evaluate(Case(benefits))[EvaluationPeriod.OneYear];

    private static InvestmentCase Case(params BenefitItem[] benefits) => InvestmentCase.Create("loss", Currency.Cny, Date("2025-01-01"))
        .WithCosts(ImplementationCost.Training("training", Money.Cny(10_000))).WithBenefits(benefits);
}
