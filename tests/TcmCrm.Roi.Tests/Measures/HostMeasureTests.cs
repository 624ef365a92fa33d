using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Measures;

/// <summary>A figure of a host's own stands beside those of the library.</summary>
public class HostMeasureTests
{
    private static readonly LocalDate Start = new(2025, 1, 1);

    private static readonly Measure CostPerSeat = new(
        "costPerSeat", MeasureUnit.Money, ["totalCost", "seats"], result => MeasureValue.Of(result.TotalCost / 40));

    private static InvestmentCase Case { get; } = InvestmentCase.Create("case", Currency.Cny, Start)
        .WithPeriods(EvaluationPeriod.OneYear)
        .WithCosts(CostItem.OfAmounts(CostCategory.Software, "licence", [new DatedAmount(Start, Money.Cny(1_000.01m))]))
        .WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "benefit", Money.Cny(1_200)));

    [Fact]
    public void HostMeasure_IsInTheListAndInTheTrace()
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(Case, new EvaluationSettings { Measures = [CostPerSeat] });
        Assert.Equal([.. Measure.All, CostPerSeat], evaluation.Measures);
        FigureExplanation line = evaluation.Periods[0].Explain(evaluation.Measures)[^1];
        Assert.Equal("costPerSeat = 25.00025 CNY [totalCost = 1000.01 CNY; seats = ]", line.ToString());
        Assert.True(CostPerSeat.Printed(evaluation.Periods[0]).TryGetMoney(out Money printed));
        Assert.Equal(25.00m, printed.Amount);
    }

    [Fact]
    public void AnIdThatIsTaken_IsRefused()
    {
        Refused.Argument("own", "'roi' already", () => new EvaluationSettings { Measures = [new Measure("roi", MeasureUnit.Ratio, [], result => CostPerSeat.Of(result))] });
        Refused.Argument("own", "'costPerSeat' already", () => new EvaluationSettings { Measures = [CostPerSeat, CostPerSeat] });
        Refused.Null("own", () => new EvaluationSettings { Measures = [null!] });
    }

    [Fact]
    public void Terms_AreOverriddenStatedOrFilledIn_EachAlike()
    {
        CaseTerms override1 = new() { DayCount = DayCount.Thirty360 };
        CaseTerms defaults = new()
        {
            Periods = [EvaluationPeriod.SixMonths], DiscountRate = 0.07m, FinanceRate = 0.04m, ReinvestmentRate = 0.02m, DayCount = DayCount.Actual365Fixed, FlowTiming = FlowTiming.MidMonth,
        };
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(Case.WithDayCount(DayCount.ActualActualIsda), new EvaluationSettings { Overrides = override1, Defaults = defaults });
        Assert.Equal(
            new CaseTerms
            {
                Periods = [EvaluationPeriod.OneYear], DiscountRate = 0.07m, FinanceRate = 0.04m, ReinvestmentRate = 0.02m, DayCount = DayCount.Thirty360, FlowTiming = FlowTiming.MidMonth,
            },
            evaluation.Terms);
        Assert.Equal(
            ["assumedTerm.discountRate", "assumedTerm.financeRate", "assumedTerm.reinvestmentRate", "assumedTerm.flowTiming", "assumedTerm.taxBasis", "assumedTerm.priceBasis"],
            evaluation.AssumedTerms.Select(message => message.Id));
        Assert.Equal(CaseTerms.Usual, RoiEvaluator.Evaluate(InvestmentCase.Create("silent", Currency.Cny, Start)).Terms);
    }
}
