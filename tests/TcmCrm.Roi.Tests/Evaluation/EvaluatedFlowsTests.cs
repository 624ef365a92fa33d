using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Evaluation;

/// <summary>
/// Flows on first days of months, on days within months and in the course of months together; every expected figure is summed here
/// from the list of flows, with years as days / 365.
/// </summary>
public class EvaluatedFlowsTests
{
    private const double Rate = 0.1;
    private static readonly LocalDate Start = new(2025, 1, 10);

    /// <summary>100 days, to 20 April excluded: ten days of the fourth month.</summary>
    private static readonly EvaluationPeriod HundredDays = EvaluationPeriod.Parse("P100D");

    private static readonly (LocalDate Date, double Amount)[] Costs =
    [
        (Start, 1000),
        (new(2025, 4, 15), 30),
        (new(2025, 2, 20), 50),
        (new(2025, 3, 25), 200),
        (new(2025, 4, 20), 70),
        (new(2025, 4, 10), 20),
        (new(2025, 4, 19), 9),
    ];

    private static readonly (LocalDate Date, double Amount)[] Savings =
    [
        (new(2025, 4, 19), 10),
        (new(2025, 4, 20), 900),
        (new(2025, 4, 10), 300),
        (new(2025, 3, 25), 80),
        (new(2025, 7, 1), 600),
    ];

    private static readonly (LocalDate Date, double Amount)[] Loyalty = [(new(2025, 2, 10), 400), (new(2025, 3, 1), 5000)];

    /// <summary>100 a month, each dated the last day of a month of the case.</summary>
    private static readonly (LocalDate Date, double Amount)[] RunRate = [.. Enumerable.Range(1, 12).Select(month => (Start.PlusMonths(month).PlusDays(-1), 100.0))];

    private static InvestmentCase Case { get; } = InvestmentCase.Create("case", Currency.Cny, Start)
        .WithDiscountRate((decimal)Rate)
        .WithDayCount(DayCount.Actual365Fixed)
        .WithPeriods(HundredDays, EvaluationPeriod.OneYear)
        .WithCosts(CostItem.OfAmounts(CostCategory.Software, "costs", Dated(Costs)))
        .WithBenefits(
            BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "savings", Dated(Savings)),
            BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "retention", Money.Cny(1200)),
            BenefitItem.OfAmounts(BenefitCategory.Loyalty, "loyalty", Dated(Loyalty)));

    public static TheoryData<string> Periods => ["P100D", "P1Y"];

    [Theory]
    [MemberData(nameof(Periods))]
    public void TotalsAndPresentValues_AreThoseOfTheFlowsBeforeTheEnd(string text)
    {
        PeriodResult result = Evaluate(text);
        Assert.Equal(Sum(Costs, result.End), (double)result.TotalCost.Amount, 1e-9);
        Assert.Equal(Sum([.. Savings, .. RunRate], result.End), (double)result.TotalBenefit.Amount, 1e-9);
        Assert.Equal(5400, result.TotalLongTermBenefit.Amount);
        Assert.Equal(Present(Costs, result.End), (double)result.PresentValueOfCosts.Value.Amount, 1e-9);
        Assert.Equal(Present([.. Savings, .. RunRate], result.End), (double)result.PresentValueOfBenefits.Value.Amount, 1e-9);
        Assert.Equal(Present(Loyalty, result.End), (double)result.PresentValueOfLongTermBenefits.Value.Amount, 1e-9);
        Assert.Equal(Present(Net(result.End), result.End), (double)result.NetPresentValue.Value.Amount, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void ProfitabilityIndex_IsThatOfTheNetFlowsOfEachDate(string text)
    {
        PeriodResult result = Evaluate(text);
        (LocalDate, double Amount)[] net = Net(result.End);
        double expected = Present([.. net.Where(flow => flow.Amount > 0)], result.End) / -Present([.. net.Where(flow => flow.Amount < 0)], result.End);
        Assert.Equal(expected, result.ProfitabilityIndex.Value, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void EveryInternalRate_MakesTheFlowsWorthNothing(string text)
    {
        PeriodResult result = Evaluate(text);
        if (result.WholeYears == 0)
        {
            Assert.Equal((RateStatus.None, NotApplicableReason.PeriodUnderOneYear), (result.InternalRateOfReturn.Status, result.InternalRateOfReturn.Reason));
            return;
        }

        Assert.NotEmpty(result.InternalRateOfReturn.Roots);
        Assert.All(result.InternalRateOfReturn.Roots, root =>
        {
            // Near -100 % the logarithm still tells what the digits of the rate cannot.
            double[] values = [.. Net(result.End).Select(flow => flow.Amount * Math.Exp(-root.LogGrowth * YearsTo(flow.Date)))];
            Assert.Equal(0, values.Sum() / values.Sum(Math.Abs), 1e-9);
        });
    }

    [Fact]
    public void ModifiedRate_LastsFromTheFirstFlowToTheLast()
    {
        // Nothing happens before 20 February and after 20 October: 242 days.
        InvestmentCase source = Case.WithReinvestment(0.05m, 0.08m)
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "costs", Dated([(new(2025, 2, 20), 1000)])))
            .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "savings", Dated([(new(2025, 10, 20), 1100)])));
        Assert.Equal(Math.Pow(1.1, 365 / 242.0) - 1, RoiEvaluator.Evaluate(source)[EvaluationPeriod.OneYear].ModifiedInternalRateOfReturn.Value, 1e-12);
    }

    [Fact]
    public void ModifiedRate_DiscountsLaterOutflowsAtTheFinanceRate()
    {
        // At 10 % the outflows 1000 and 110 a year later are worth 1100; the last flow is the only inflow.
        InvestmentCase source = InvestmentCase.Create("case", Currency.Cny, Start)
            .WithFlowTiming(FlowTiming.EndOfYear)
            .WithDiscountRate(0.25m)
            .WithReinvestment(0.1m, 0.2m)
            .WithPeriods(EvaluationPeriod.Parse("P2Y"))
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "costs", Dated([(Start, 1000), (Start.PlusMonths(6), 110)])))
            .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "savings", Dated([(Start.PlusMonths(18), 2420)])));
        Assert.Equal(Math.Sqrt(2420 / 1100.0) - 1, RoiEvaluator.Evaluate(source).Periods[0].ModifiedInternalRateOfReturn.Value, 1e-12);
    }

    [Fact]
    public void FlowInsideTheFirstMonth_IsCountedThere()
    {
        InvestmentCase source = Case.WithReinvestment(0.05m, 0.08m)
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "costs", Dated([(Start, 1000)])))
            .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "savings", Dated([(Start.PlusDays(20), 1100)])));
        PeriodResult result = RoiEvaluator.Evaluate(source, EvaluationSettings.Over(EvaluationPeriod.OneYear)).Periods[0];
        Assert.Equal(Math.Pow(1.1, 365 / 20.0) - 1, result.ModifiedInternalRateOfReturn.Value, 1e-9);
        Assert.Equal(365 / 20.0 * Math.Log(1.1), result.InternalRateOfReturn[0].LogGrowth, 1e-12);
        Assert.Equal(1.1 * Math.Pow(1 + Rate, -20 / 365.0), result.ProfitabilityIndex.Value, 1e-12);
    }

    [Fact]
    public void IndexOnInitialInvestment_IsOnWhatIsPaidUpToGoLive()
    {
        InvestmentCase source = Case.WithBenefits([.. Case.Benefits, BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "grant", Dated([(Start, 200)]))]);
        PeriodResult result = RoiEvaluator.Evaluate(source)[EvaluationPeriod.OneYear];
        Assert.Equal(1 + ((double)result.NetPresentValue.Value.Amount / (double)result.InitialInvestment.Amount), result.ProfitabilityIndexOnInitialInvestment.Value, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void MonthlyTable_HoldsTheFlowsOfEachMonth(string text)
    {
        PeriodResult result = Evaluate(text);
        IReadOnlyList<FlowTableRow> rows = result.MonthlyTable();
        Assert.Equal(text == "P100D" ? 5 : 13, rows.Count);
        Assert.True(rows[0].IsInitial);
        Assert.Equal((Start, Start), (rows[0].Start, rows[0].End));
        Assert.Equal(Money.Cny(1000), rows[0].Cost);
        Assert.Equal(-1000, (double)rows[0].DiscountedNet.Value.Amount, 1e-9);
        double cumulative = -1000, cumulativeDiscounted = -1000;
        for (int i = 1; i < rows.Count; i++)
        {
            LocalDate from = i == 1 ? Start.PlusDays(1) : Start.PlusMonths(i - 1);
            LocalDate end = LocalDate.Min(Start.PlusMonths(i), result.End);
            (LocalDate Date, double Amount)[] costs = [.. Costs.Where(flow => flow.Date >= from)];
            (LocalDate Date, double Amount)[] benefits = [.. Savings.Concat(RunRate).Where(flow => flow.Date >= from)];
            Assert.False(rows[i].IsInitial);
            Assert.Equal((Start.PlusMonths(i - 1), end), (rows[i].Start, rows[i].End));
            Assert.Equal(Sum(costs, end), (double)rows[i].Cost.Amount, 1e-9);
            Assert.Equal(Sum(benefits, end), (double)rows[i].Benefit.Amount, 1e-9);
            Assert.Equal(rows[i].Benefit - rows[i].Cost, rows[i].Net);
            Assert.Equal(cumulative += Sum(benefits, end) - Sum(costs, end), (double)rows[i].CumulativeNet.Amount, 1e-9);
            Assert.Equal(Present(benefits, end) - Present(costs, end), (double)rows[i].DiscountedNet.Value.Amount, 1e-9);
            Assert.Equal(cumulativeDiscounted += Present(benefits, end) - Present(costs, end), (double)rows[i].CumulativeDiscountedNet.Value.Amount, 1e-9);
        }
    }

    [Fact]
    public void DiscountedPayback_CountsTheCostsOfItsMonths()
    {
        // -1000; +660 and -110 a year later are worth +500; +726 two years later is worth +600: five sixths of the third year.
        LocalDate start = new(2025, 1, 1);
        InvestmentCase source = InvestmentCase.Create("case", Currency.Cny, start)
            .WithDiscountRate(0.1m)
            .WithFlowTiming(FlowTiming.EndOfYear)
            .WithPeriods(EvaluationPeriod.Parse("P2Y3M"))
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "costs", Dated([(start, 1000), (new(2025, 7, 1), 110)])))
            .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "savings", Dated([(new(2025, 8, 9), 660), (new(2026, 8, 9), 726)])));
        PaybackFigures payback = RoiEvaluator.Evaluate(source).Periods[0].Payback;
        Assert.Equal(12 + (12 * 450 / 726.0), payback.FirstMonths.Value, 1e-9);
        Assert.Equal(12 + (12 * 500 / 600.0), payback.DiscountedFirstMonths.Value, 1e-9);
        Assert.Equal(payback.DiscountedFirstMonths.Value, payback.DiscountedDurableMonths.Value, 1e-9);
    }

    [Fact]
    public void WithoutARate_TheTableHasNoDiscountedColumns()
    {
        InvestmentCase source = InvestmentCase.Create("case", Currency.Cny, Start).WithCosts([.. Case.Costs]);
        Assert.All(RoiEvaluator.Evaluate(source)[EvaluationPeriod.OneYear].MonthlyTable(), row =>
        {
            Assert.Equal(NotApplicableReason.NoRate, row.DiscountedNet.Reason);
            Assert.Equal(NotApplicableReason.NoRate, row.CumulativeDiscountedNet.Reason);
        });
    }

    private static PeriodResult Evaluate(string period) => RoiEvaluator.Evaluate(Case)[EvaluationPeriod.Parse(period)];

    private static IEnumerable<DatedAmount> Dated((LocalDate Date, double Amount)[] flows) => flows.Select(flow => new DatedAmount(flow.Date, Money.Cny((decimal)flow.Amount)));

    private static double Sum((LocalDate Date, double Amount)[] flows, LocalDate end) => flows.Where(flow => flow.Date < end).Sum(flow => flow.Amount);

    private static double Present((LocalDate Date, double Amount)[] flows, LocalDate end) => flows.Where(flow => flow.Date < end).Sum(flow => Discounted(flow, Rate));

    private static double Discounted((LocalDate Date, double Amount) flow, double rate) => flow.Amount * Math.Pow(1 + rate, -YearsTo(flow.Date));

    private static double YearsTo(LocalDate date) => Period.DaysBetween(Start, date) / 365.0;

    /// <summary>Short-term benefits less costs of each date before the end.</summary>
    private static (LocalDate Date, double Amount)[] Net(LocalDate end) =>
    [
        .. Costs.Select(flow => (flow.Date, Amount: -flow.Amount)).Concat(Savings).Concat(RunRate)
            .Where(flow => flow.Date < end)
            .GroupBy(flow => flow.Date)
            .Select(group => (group.Key, group.Sum(flow => flow.Amount))),
    ];
}
