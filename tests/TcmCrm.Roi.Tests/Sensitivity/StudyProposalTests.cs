using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Tests.Sensitivity;

public class StudyProposalTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    // Benefit 100 x 0 or 2 at even odds, cost 90: knowing the benefit gains 0.5 x 110 - 10 = 45.
    private static SimulationResult Result { get; } = Simulation.Run(Case(), new SimulationOptions { Trials = 1_000 });

    [Fact]
    public void WorthOfAStudy_IsHeldAgainstItsCost()
    {
        StudyProposal study = Result.Studies(10, new Dictionary<string, int> { ["benefit"] = 6, ["cost"] = 3 }).Single(one => one.Input.Id == "benefit");
        Assert.Equal(45, study.Worth.Value, 1e-9);
        Assert.Equal(4, study.MonthsPaidFor.Value);
        Assert.Equal(6, study.Months.Value);
        Assert.Equal(60, study.Cost.Value, 1e-9);
        Assert.Equal(-15, study.WorthLessCost.Value, 1e-9);
    }

    [Fact]
    public void WithoutCostOrMonths_IsMissingInput()
    {
        StudyProposal study = Result.Studies().First(one => one.Input.Id == "benefit");
        Assert.Equal(NotApplicableReason.MissingInput, study.MonthsPaidFor.Reason);
        Assert.Equal(NotApplicableReason.MissingInput, study.Cost.Reason);
        StudyProposal cost = Result.Studies(10, new Dictionary<string, int> { ["cost"] = 3 }).Single(one => one.Input.Id == "cost");
        Assert.Equal(NotApplicableReason.NotStudied, cost.MonthsPaidFor.Reason);
        Assert.Equal(NotApplicableReason.NotStudied, cost.WorthLessCost.Reason);
    }

    [Fact]
    public void CostOfTheCase_IsTheDefault() => Assert.Equal(
        9, Simulation.Run(Case().WithStudyCostPerMonth(5), new SimulationOptions { Trials = 1_000 }).Studies().First(one => one.Input.Id == "benefit").MonthsPaidFor.Value);

    [Fact]
    public void OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Result.Studies(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Result.Studies(1, new Dictionary<string, int> { ["benefit"] = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Case().WithStudyCostPerMonth(0));
    }

    private static InvestmentCase Case() => InvestmentCase.Create("study", Currency.Cny, Start).WithDiscountRate(0).WithPeriods(EvaluationPeriod.OneYear)
        .WithCosts(CostItem.OfAmounts(CostCategory.Software, "cost", [new DatedAmount(Start, Money.Cny(90))]).WithUncertainty(Distribution.Discrete([0.5, 1.5], [1, 1])))
        .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.SalesGrowth, "benefit", [new DatedAmount(Start, Money.Cny(100))]).WithUncertainty(Distribution.Discrete([0, 2], [1, 1])));
}
