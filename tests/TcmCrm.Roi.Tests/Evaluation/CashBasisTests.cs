using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Evaluation;

/// <summary>Every figure twice: on all that is monetised, and on the cash basis alone.</summary>
public class CashBasisTests
{
    private static readonly LocalDate Start = new(2025, 1, 1);

    private static readonly AutomatedTask[] Tasks = [new("visits", 30, 10, 60)];

    private static BenefitItem Hours { get; } = OperatingCostReduction.FromTasks("hours", Tasks, Money.Cny(100), people: 10, hoursPerPersonYear: 2000);

    /// <summary>1000 at the start and 100 a month; 240 a year of printing that ends, hours worth 24,000 a year, and 600 a year in the long term.</summary>
    private static InvestmentCase Case { get; } = InvestmentCase.Create("case", Currency.Cny, Start)
        .WithDiscountRate(0.08m)
        .WithPeriods(EvaluationPeriod.SixMonths, EvaluationPeriod.OneYear, EvaluationPeriod.ThreeYears)
        .WithCosts(
            CostItem.OfAmounts(CostCategory.Software, "licence", [new DatedAmount(Start, Money.Cny(1000))]),
            new CostItem("support", CostCategory.Maintenance, CostBasis.Recurring(Money.Cny(100), BillingCycle.Monthly)),
            TimeCost.Learning("learning", 10, 8, Money.Cny(50)))
        .WithBenefits(
            OperatingCostReduction.FreedCost("printing", Money.Cny(2400)),
            Hours,
            BenefitItem.OfYearlyAmount(BenefitCategory.CrossSell, "cross-selling", Money.Cny(600)),
            BenefitItem.OfYearlyAmount(BenefitCategory.ProcessEfficiency, "processes", Money.Cny(900)),
            BenefitItem.NotMonetized(BenefitCategory.Satisfaction, "mood", "happier pharmacies"));

    /// <summary>The case without what is not cashable, evaluated by itself.</summary>
    private static InvestmentCase CashAlone { get; } = Case.WithCosts(Case.Costs[0], Case.Costs[1]).WithBenefits(Case.Benefits[0], Case.Benefits[2], Case.Benefits[4]);

    [Fact]
    public void CashableFigures_AreThoseOfTheCaseWithoutTheRest()
    {
        RoiEvaluation both = RoiEvaluator.Evaluate(Case);
        RoiEvaluation alone = RoiEvaluator.Evaluate(CashAlone);
        foreach (PeriodResult result in both.Periods)
        {
            Assert.All(Measure.All, measure => Assert.Equal(measure.Of(alone[result.Period]), measure.Of(result.Cashable)));
            Assert.Equal(alone[result.Period].YearlyTable().Select(row => row.ToString()), result.Cashable.YearlyTable().Select(row => row.ToString()));
            Assert.Equal(["printing", "cross-selling"], result.Cashable.BenefitLines().Select(line => line.Line.Name));
            Assert.True(result.Cashable.TotalBenefit < result.TotalBenefit);
            Assert.Equal(result.TotalCost - Money.Cny(4000), result.Cashable.TotalCost);
            Assert.Equal(["licence", "support"], result.Cashable.CostLines().Select(line => line.Line.Name));
            Assert.DoesNotContain(CostCategory.Time, result.Cashable.CostByCategory.Keys);
            Assert.False(result.IsCashableAlone);
            Assert.True(result.Cashable.IsCashableAlone);
            Assert.Same(result.Cashable, result.Cashable.Cashable);
        }
    }

    [Fact]
    public void CaseOfCashableBenefitsAlone_HasOneBasis()
    {
        PeriodResult result = RoiEvaluator.Evaluate(CashAlone)[EvaluationPeriod.OneYear];
        Assert.Same(result, result.Cashable);
    }

    [Fact]
    public void Limits_HaveBothBases()
    {
        InvestmentCase measured = Case.WithBenefits(Case.Benefits[0].WithInterval(new BenefitInterval(0.5m, 1.5m, Share.Percent(95))), Hours);
        PeriodResult result = RoiEvaluator.Evaluate(measured)[EvaluationPeriod.OneYear];
        Assert.Equal(Money.Cny(1200), result.AtLowerLimit!.Cashable.TotalBenefit);
        Assert.Equal(Money.Cny(3600), result.Cashable.AtUpperLimit!.Cashable.TotalBenefit);
    }

    /// <summary>Whatever the category: hours are time until posts or overtime go.</summary>
    [Theory]
    [InlineData(BenefitCategory.OperatingCost)]
    [InlineData(BenefitCategory.Retention)]
    [InlineData(BenefitCategory.DecisionQuality)]
    public void SavedHours_AreEfficiencyUntilTheCaseSaysOtherwise(BenefitCategory category)
    {
        var hours = new BenefitItem("hours", category, Hours.Basis);
        Assert.Equal((BenefitClass.Efficiency, false), (hours.Class, hours.IsCashable));
        BenefitItem called = hours.WithClass(BenefitClass.Cashable);
        Assert.False(called.IsCashable);
        BenefitItem gone = hours.WithCashedOut();
        Assert.Equal((BenefitClass.Cashable, true, true), (gone.Class, gone.CashedOut, gone.IsCashable));
        Assert.NotEqual(gone, called);

        RoiEvaluation evaluation = RoiEvaluator.Evaluate(Case.WithBenefits(called));
        Assert.Equal(["hours"], Assert.Single(evaluation.Warnings, warning => warning.Code == "hoursNotCashedOut").Subjects);
        PeriodResult year = evaluation[EvaluationPeriod.OneYear];
        Assert.Equal([BenefitClass.Efficiency], year.BenefitByClass.Keys);
        Assert.True(year.Cashable.TotalBenefit.IsZero);
        Assert.Equal(year.TotalBenefit, RoiEvaluator.Evaluate(Case.WithBenefits(gone))[EvaluationPeriod.OneYear].Cashable.TotalBenefit);
    }

    [Fact]
    public void CashedOut_IsForSavedHoursAlone()
    {
        Assert.Contains("saves no hours", Assert.Throws<ArgumentException>(() => Case.Benefits[0].WithCashedOut()).Message, StringComparison.Ordinal);
        Assert.Contains("posts or overtime", Assert.Throws<ArgumentException>(() => Hours.WithCashedOut().WithClass(BenefitClass.Efficiency)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PaybackFromGoLive_LeavesOutTheTimeOfTheProject()
    {
        InvestmentCase source = InvestmentCase.Create("case", Currency.Cny, Start.PlusMonths(4), Start).WithPeriods(EvaluationPeriod.OneYear)
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "licence", [new DatedAmount(Start, Money.Cny(300))]))
            .WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "margin", Money.Cny(1200)));
        PaybackFigures payback = RoiEvaluator.Evaluate(source).Periods[0].Payback;
        Assert.Equal((7.0, 3.0), (payback.FirstMonths.Value, payback.FromGoLiveMonths.Value));
        PaybackFigures late = RoiEvaluator.Evaluate(source.WithGoLive(Start.PlusMonths(-2))).Periods[0].Payback;
        Assert.Equal((3.0, 3.0), (late.FirstMonths.Value, late.FromGoLiveMonths.Value));
        Assert.Equal(NotApplicableReason.NeverPaidBack, RoiEvaluator.Evaluate(source.WithGoLive(Start.PlusMonths(11))).Periods[0].Payback.FromGoLiveMonths.Reason);
    }
}
