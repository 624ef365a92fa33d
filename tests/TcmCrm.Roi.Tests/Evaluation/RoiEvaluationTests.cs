using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Evaluation;

public class RoiEvaluationTests
{
    private static readonly LocalDate Start = new(2025, 1, 1);

    private static InvestmentCase Case { get; } = InvestmentCase.Create("case", Currency.Cny, Start)
        .WithPeriods(EvaluationPeriod.SixMonths, EvaluationPeriod.OneYear)
        .WithCosts(CostItem.OfAmounts(CostCategory.Software, "licence", [Flow(0, 1000)]))
        .WithBenefits(
            BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "saving", [Flow(3, 400), Flow(9, 800)]).WithEvidence(Evidence.Estimated),
            BenefitItem.OfAmounts(BenefitCategory.Retention, "kept", [Flow(3, 400)]).WithInterval(new BenefitInterval(0.5m, 1.25m, Share.Percent(95))),
            BenefitItem.OfAmounts(BenefitCategory.Loyalty, "loyalty", [Flow(3, 9000)]));

    [Fact]
    public void Texts_AreInvariant()
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(Case);
        PeriodResult oneYear = evaluation[EvaluationPeriod.OneYear];
        Assert.Equal("case: P6M -0.2, P1Y 0.6", evaluation.ToString());
        Assert.Equal("P1Y: cost CNY 1000, benefit CNY 1600, ROI 0.6", oneYear.ToString());
        Assert.Equal("licence: CNY 1000", oneYear.CostLines()[0].ToString());
        Assert.Equal("saving: CNY 1200", oneYear.BenefitLines()[0].ToString());
        Assert.Equal("2025-04-01: cost CNY 0, benefit CNY 800", oneYear.MonthlyTable()[4].ToString());
        Assert.Equal("P1Y: cost CNY 1000, benefit CNY 1400.0, ROI 0.4", oneYear.AtLowerLimit!.ToString());
        Assert.Equal("first 9.25, durable 9.25 months", oneYear.Payback.ToString());
    }

    [Fact]
    public void PeriodThatWasNotEvaluated_IsNamedWithThoseThatWere()
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(Case);
        string message = Assert.Throws<KeyNotFoundException>(() => evaluation[EvaluationPeriod.ThreeYears]).Message;
        Assert.Equal("The period P3Y was not evaluated; evaluated: P6M, P1Y.", message);
        Assert.False(evaluation.TryGet(EvaluationPeriod.ThreeYears, out PeriodResult? none));
        Assert.Null(none);
        Assert.True(evaluation.TryGet(EvaluationPeriod.Parse("P12M"), out PeriodResult? oneYear));
        Assert.Equal(EvaluationPeriod.OneYear, oneYear.Period);
        Assert.Throws<ArgumentNullException>("period", () => evaluation[null!]);
        Assert.Throws<ArgumentNullException>("period", () => evaluation.TryGet(null!, out _));
    }

    [Fact]
    public void RatesAndPeriods_AreThoseOfTheCaseOrElseOfTheSettings()
    {
        var settings = new EvaluationSettings
        {
            Overrides = new CaseTerms { Periods = [EvaluationPeriod.ThreeYears, EvaluationPeriod.OneYear] },
            Defaults = new CaseTerms { Periods = [EvaluationPeriod.SixMonths], DiscountRate = 0.05m },
        };
        Assert.Equal(0.05m, RoiEvaluator.Evaluate(Case, settings).Terms.DiscountRate);
        Assert.Equal(0.08m, RoiEvaluator.Evaluate(Case.WithDiscountRate(0.08m), settings).Terms.DiscountRate);
        Assert.Equal([EvaluationPeriod.OneYear, EvaluationPeriod.ThreeYears], RoiEvaluator.Evaluate(Case, settings).Periods.Select(result => result.Period));
        Assert.Equal(Case.Terms.Periods, RoiEvaluator.Evaluate(Case, EvaluationSettings.Default).Periods.Select(result => result.Period));
        Assert.Null(RoiEvaluator.Evaluate(Case, EvaluationSettings.Default).Terms.DiscountRate);
    }

    [Fact]
    public void MissingArguments_AreNamed()
    {
        Assert.Throws<ArgumentNullException>("investmentCase", () => RoiEvaluator.Evaluate(null!));
        Assert.Throws<ArgumentNullException>("investmentCase", () => RoiEvaluator.Evaluate(null!, EvaluationSettings.Default));
        Assert.Throws<ArgumentNullException>("periods", () => RoiEvaluator.Evaluate(Case, EvaluationSettings.Over(null!)));
        Assert.Throws<ArgumentException>("periods", () => RoiEvaluator.Evaluate(Case, EvaluationSettings.Over(EvaluationPeriod.OneYear, EvaluationPeriod.OneYear)));
    }

    [Fact]
    public void Limits_ChangeOnlyTheMeasuredBenefit()
    {
        PeriodResult result = RoiEvaluator.Evaluate(Case.WithDiscountRate(0.21m).WithFlowTiming(FlowTiming.EndOfYear))[EvaluationPeriod.OneYear];
        PeriodResult lower = result.AtLowerLimit!, upper = result.AtUpperLimit!;
        Assert.Equal((1400m, 1700m), (lower.TotalBenefit.Amount, upper.TotalBenefit.Amount));
        Assert.Equal((0.4m, 0.7m), (lower.ReturnOnInvestment.Value, upper.ReturnOnInvestment.Value));
        Assert.Equal((1400 / 1.21) - 1000, (double)lower.NetPresentValue.Value.Amount, 1e-9);
        Assert.Equal((1700 / 1.21) - 1000, (double)upper.NetPresentValue.Value.Amount, 1e-9);
        Assert.Equal(12 * 1000 / 1400.0, lower.Payback.FirstMonths.Value, 1e-9);
        Assert.Equal(12 * 1000 / 1700.0, upper.Payback.FirstMonths.Value, 1e-9);
    }

    [Fact]
    public void ShareOfBenefit_IsByEvidenceOfTheShortTerm()
    {
        PeriodResult result = RoiEvaluator.Evaluate(Case)[EvaluationPeriod.OneYear];
        Assert.Equal(0.75m, result.ShareOfBenefit(Evidence.Estimated).Value);
        Assert.Equal(0.25m, result.ShareOfBenefit(Evidence.Measured).Value);
        Assert.Equal(0, result.ShareOfBenefit(Evidence.Assumed).Value);
        Assert.Equal(NotApplicableReason.NoBenefit, RoiEvaluator.Evaluate(Case.WithBenefits())[EvaluationPeriod.OneYear].ShareOfBenefit(Evidence.Measured).Reason);
    }

    /// <summary>Losses of as much as the gains leave nothing to be a share of, which is another answer than that no benefit is in money.</summary>
    [Theory]
    [InlineData(100, NotApplicableReason.LossesOutweighGains)]
    [InlineData(300, NotApplicableReason.LossesOutweighGains)]
    [InlineData(99, null)]
    public void ShareOfBenefit_IsToldWhereLossesLeaveNone(int loss, NotApplicableReason? reason)
    {
        PeriodResult result = RoiEvaluator.Evaluate(Case.WithBenefits(
            BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "gain", Money.Cny(100)),
            BenefitItem.OfYearlyAmount(BenefitCategory.SalesGrowth, "rebates", Money.Cny(loss)).AsDisbenefit()))[EvaluationPeriod.OneYear];
        Assert.Equal(reason, result.ShareOfBenefit(Evidence.Assumed).Reason);
        Assert.Equal(reason, result.RequiredBenefitShare().Reason);
    }

    [Fact]
    public void RequiredShare_ReachesTheTarget()
    {
        PeriodResult result = RoiEvaluator.Evaluate(Case)[EvaluationPeriod.OneYear];
        Assert.Equal(1000m / 1600, result.RequiredBenefitShare().Value);
        Assert.Equal(1500m / 1600, result.RequiredBenefitShare(0.5m).Value);
        Assert.Equal(NotApplicableReason.NoCost, RoiEvaluator.Evaluate(Case.WithCosts(CostItem.OfAmounts(CostCategory.Software, "rebate", [new DatedAmount(Case.Start, Money.Cny(1))]).AsCredit()))[EvaluationPeriod.OneYear].RequiredBenefitShare().Reason);
        Assert.Equal(0, result.RequiredBenefitShare(-1).Value);
        Assert.Equal(NotApplicableReason.NoBenefit, RoiEvaluator.Evaluate(Case.WithBenefits())[EvaluationPeriod.OneYear].RequiredBenefitShare().Reason);
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>("targetReturn", () => result.RequiredBenefitShare(-1.01m));
        Assert.StartsWith("targetReturn is -1.01; allowed: from -1 to ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void PresentValueBeyondDecimal_MakesItsRatiosOutOfRange(bool isBenefit)
    {
        // At -99 % a year what comes after ten years counts 1e20 times: of the largest amount, 1e15, that is more than a decimal holds (7.9e28).
        DatedAmount[] huge = [new(Start.PlusMonths(114), Money.Cny(1e15m))];
        DatedAmount[] small = [Flow(6, 100)];
        InvestmentCase source = InvestmentCase.Create("case", Currency.Cny, Start)
            .WithDiscountRate(-0.99m)
            .WithFlowTiming(FlowTiming.EndOfYear)
            .WithPeriods(EvaluationPeriod.Parse("P10Y"))
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "cost", isBenefit ? small : huge))
            .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "benefit", isBenefit ? huge : small));
        PeriodResult result = RoiEvaluator.Evaluate(source).Periods[0];
        Assert.Equal(isBenefit, result.PresentValueOfCosts.IsApplicable);
        Assert.Equal(!isBenefit, result.PresentValueOfBenefits.IsApplicable);
        Assert.Equal(NotApplicableReason.OutOfRange, result.BenefitCostRatio.Reason);
        Assert.Equal(NotApplicableReason.OutOfRange, result.DiscountedReturnOnInvestment.Reason);
    }

    private static DatedAmount Flow(int month, decimal amount) => new(Start.PlusMonths(month), Money.Cny(amount));
}
