using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Tests.Evaluation;

/// <summary>Of all rates that solve the equation, which one is the return of a case.</summary>
public class ProjectRateTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);
    private static readonly Measure Irr = Measure.Find("internalRateOfReturn")!;

    /// <summary>100,000 first and 60,000 twice later: 13.1 % is what the money costs. The other way round it is what it earns.</summary>
    [Fact]
    public void LoanTurnedRound_HasTheSameRate_AndIsNoReturn()
    {
        (int, decimal)[] first = [(0, 100_000)];
        (int, decimal)[] later = [(12, 60_000), (24, 60_000)];
        PeriodResult loan = Evaluate(later, first);
        Assert.Equal((RateStatus.Borrowing, 1), (loan.InternalRateOfReturn.Status, loan.InternalRateOfReturn.Count));
        Assert.Equal(0.130662386, loan.InternalRateOfReturn[0].Rate, 1e-9);
        Assert.False(loan.InternalRateOfReturn.TryGetRate(out _));
        Assert.Equal(NotApplicableReason.CostOfBorrowing, Irr.Of(loan).Reason);
        Assert.Contains(loan.Warnings, warning => warning.Code == "internalRateOfBorrowing");
        Assert.DoesNotContain(loan.Warnings, warning => warning.Code == "noRealInvestment");

        PeriodResult project = Evaluate(first, later);
        Assert.Equal(RateStatus.Unique, project.InternalRateOfReturn.Status);
        Assert.Equal(loan.InternalRateOfReturn[0].Rate, project.SelectedInternalRateOfReturn.Value, 1e-12);
        Assert.DoesNotContain(project.Warnings, warning => warning.Code == "internalRateOfBorrowing");
    }

    /// <summary>Where an evaluation gives a rate as its answer, a discount rate just below it leaves a gain, and just above it a loss or a touch.</summary>
    [Fact]
    public void RateThatIsGiven_IsOneBelowWhichTheCaseGains()
    {
        var random = new Random(160);
        int given = 0, refused = 0;
        for (int round = 0; round < 400; round++)
        {
            (int Month, decimal Amount)[] costs = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => (random.Next(36), (decimal)random.Next(1, 200)))];
            (int Month, decimal Amount)[] benefits = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => (random.Next(36), (decimal)random.Next(1, 200)))];
            PeriodResult result = Evaluate(costs, benefits);
            if (Irr.Of(result).TryGetNumber(out double rate))
            {
                given++;
                Assert.True(rate >= ProjectRates.Lowest);
                Assert.True(NetAt(rate - (1e-4 * (1 + rate))) > 0, $"round {round}, rate {rate}");
            }
            else if (result.InternalRateOfReturn.Status == RateStatus.Borrowing)
            {
                refused++;
                double cost = result.InternalRateOfReturn[0].Rate;
                Assert.True(NetAt(cost - (1e-4 * (1 + cost))) < 0, $"round {round}, rate {cost}");
            }

            double NetAt(double at) => benefits.Sum(flow => (double)flow.Amount * Math.Pow(1 + at, -Years(flow.Month))) - costs.Sum(flow => (double)flow.Amount * Math.Pow(1 + at, -Years(flow.Month)));
        }

        Assert.True(given > 100 && refused > 50, $"{given} given, {refused} refused");
    }

    /// <summary>Cents at the end of a period bring a rate near -100 %, cents before it one near infinity: neither is a rate of the case, and the ordinary one stays the only one.</summary>
    [Theory]
    [InlineData(0, 0.01)]
    [InlineData(0, 0.000001)]
    [InlineData(0.01, 0)]
    [InlineData(0.01, 0.01)]
    public void CentsAtTheEnds_LeaveTheOrdinaryRateTheOnlyOne(double before, double after)
    {
        (int, decimal)[] costs = [(1, 100_000), .. after > 0 ? new[] { (35, (decimal)after) } : []];
        (int, decimal)[] benefits = [(13, 60_000), (25, 70_000), .. before > 0 ? new[] { (0, (decimal)before) } : []];
        PeriodResult result = Evaluate(costs, benefits);
        Assert.Equal((RateStatus.Unique, 1), (result.InternalRateOfReturn.Status, result.InternalRateOfReturn.Count));
        Assert.Equal(0.188, result.SelectedInternalRateOfReturn.Value, 1e-3);

        // The functions on plain flows find all of them.
        double[] amounts = [before, -100_000, 60_000, 70_000, -after];
        double[] years = [0, 1 / 12.0, 13 / 12.0, 25 / 12.0, 35 / 12.0];
        Assert.Equal(1 + (before > 0 ? 1 : 0) + (after > 0 ? 1 : 0), InternalRateOfReturn.Timed(amounts, years).Count);
    }

    /// <summary>Half of the money back after a month, and no more: -99.98 % a year is no figure that anyone means, nor is -100 %.</summary>
    [Fact]
    public void RateBelowTheLowest_IsAReason()
    {
        PeriodResult result = Evaluate([(0, 100)], [(1, 50)]);
        Assert.Equal((RateStatus.None, NotApplicableReason.RateBelowLowest), (result.InternalRateOfReturn.Status, result.InternalRateOfReturn.Reason));
        Assert.Equal(NotApplicableReason.RateBelowLowest, Irr.Of(result).Reason);
        Assert.Equal(-0.98, Evaluate([(0, 100)], [(12, 2)]).SelectedInternalRateOfReturn.Value, 1e-9);
    }

    /// <summary>Of several huge rates none is dropped, and a huge one alone is kept.</summary>
    [Fact]
    public void HugeRates_CountAmongThemselves()
    {
        PeriodResult one = Evaluate([(0, 1)], [(1, 10_000)]);
        Assert.Equal(RateStatus.Unique, one.InternalRateOfReturn.Status);
        Assert.True(one.SelectedInternalRateOfReturn.Value > 1e40);
    }

    /// <summary>-100, 230, -132 at year ends: at 10 % the net present value turns positive, at 20 % negative again.</summary>
    [Theory]
    [InlineData("lowestNonNegative", "multipleInternalRates.borrowing")]
    [InlineData("nearest:0.19", "multipleInternalRates.selected")]
    public void RateThatIsPicked_IsSaidToBeACostOfMoneyWhereItIs(string text, string id)
    {
        Assert.True(RateSelection.TryParse(text, out RateSelection? selection));
        InvestmentCase source = Case([(0, 100), (18, 132)], [(6, 230)]).WithFlowTiming(FlowTiming.EndOfYear).WithTerms(new CaseTerms { RateSelection = selection }).WithPeriods(EvaluationPeriod.Parse("P2Y"));
        Assert.Equal(id, Assert.Single(RoiEvaluator.Evaluate(source).Periods[0].Warnings, warning => warning.Code == "multipleInternalRates").Id);
    }

    /// <summary>No trial of a loan has a return.</summary>
    [Fact]
    public void TrialsOfALoan_HaveNoRate()
    {
        InvestmentCase source = Case([(12, 60_000), (24, 60_000)], [(0, 100_000)]);
        Assert.Equal(200, Simulation.Run(source, new SimulationOptions { Trials = 200 }).Period(0, CaseBasis.All).InternalRateOfReturn.NoAnswer);
    }

    private static double Years(int month) => DayCount.Anniversary.YearFraction(Start, Start.PlusMonths(month));

    private static PeriodResult Evaluate((int Month, decimal Amount)[] costs, (int Month, decimal Amount)[] benefits) => RoiEvaluator.Evaluate(Case(costs, benefits)).Periods[0];

    private static InvestmentCase Case((int Month, decimal Amount)[] costs, (int Month, decimal Amount)[] benefits) => InvestmentCase.Create("case", Currency.Cny, Start)
        .WithDiscountRate(0.08m).WithPeriods(EvaluationPeriod.ThreeYears)
        .WithCosts(CostItem.OfAmounts(CostCategory.Software, "cost", costs.Select(Flow)))
        .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.SalesGrowth, "benefit", benefits.Select(Flow)));

    private static DatedAmount Flow((int Month, decimal Amount) flow) => new(Start.PlusMonths(flow.Month), Money.Cny(flow.Amount));
}
