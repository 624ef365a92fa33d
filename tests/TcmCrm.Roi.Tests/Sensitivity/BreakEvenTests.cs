using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Tests.Sensitivity;

public class BreakEvenTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    /// <summary>Cost of 1,000 at once and 1,200 at the end of the year, at 10 %: NPV 1,200 / 1.1 - 1,000.</summary>
    private static InvestmentCase Plain(decimal benefit = 1_200) => InvestmentCase.Create("plain", Currency.Cny, Start)
        .WithDiscountRate(0.1m).WithPeriods(EvaluationPeriod.Parse("P13M"))
        .WithCosts(CostItem.OfAmounts(CostCategory.Software, "cost", [new DatedAmount(Start, Money.Cny(1_000))]))
        .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.SalesGrowth, "benefit", [new DatedAmount(Start.PlusYears(1), Money.Cny(benefit))]));

    [Fact]
    public void Factor_IsExact_ForCostAndBenefit()
    {
        IReadOnlyList<BreakEvenPoint> points = BreakEven.Of(RoiEvaluator.Evaluate(Plain()));
        Assert.Equal(1.2 / 1.1, Find(points, "factor", "cost").Value, 1e-9);
        Assert.Equal(1.1 / 1.2, Find(points, "factor", "benefit").Value, 1e-9);
        Assert.Equal(0.2, Find(points, "discountRate", null).Value, 1e-9);
    }

    [Fact]
    public void TargetReturn_IsReached()
    {
        IReadOnlyList<BreakEvenPoint> points = BreakEven.Of(RoiEvaluator.Evaluate(Plain()), targetReturn: 0.5m);
        Assert.Equal(1_500.0 / 1_200, Find(points, "factor", "benefit").Value, 1e-12);
        Assert.Equal(0.8, Find(points, "factor", "cost").Value, 1e-12);
        Assert.DoesNotContain(points, point => point.Lever == "discountRate");
    }

    [Fact]
    public void WhatNoValueBrings_IsAReason()
    {
        InvestmentCase hopeless = Plain(100).AddBenefits(BenefitItem.OfAmounts(BenefitCategory.Retention, "small", [new DatedAmount(Start, Money.Cny(1_100))]));
        IReadOnlyList<BreakEvenPoint> points = BreakEven.Of(RoiEvaluator.Evaluate(hopeless));
        Assert.Equal(NotApplicableReason.NotWithinRange, Find(points, "factor", "benefit").Reason);
        Assert.Equal(NotApplicableReason.NotWithinRange, Find(points, "delayMonths", null).Reason);
        IReadOnlyList<BreakEvenPoint> unrated = BreakEven.Of(RoiEvaluator.Evaluate(InvestmentCase.Create("x", Currency.Cny, Start).WithPeriods(EvaluationPeriod.OneYear)
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "cost", [new DatedAmount(Start, Money.Cny(1))]))));
        Assert.Equal(NotApplicableReason.NoRate, Find(unrated, "factor", "cost").Reason);
    }

    [Fact]
    public void Delay_IsTheLastMonthAtWhichItStillPays()
    {
        InvestmentCase source = InvestmentCase.Create("delay", Currency.Cny, Start).WithDiscountRate(0m).WithPeriods(EvaluationPeriod.OneYear)
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "cost", [new DatedAmount(Start, Money.Cny(800))]))
            .WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.SalesGrowth, "benefit", Money.Cny(1_200)));

        // 100 a month: eight months pay for it, so that go-live may slip by four.
        Assert.Equal(4, Find(BreakEven.Of(RoiEvaluator.Evaluate(source)), "delayMonths", null).Value);
    }

    [Fact]
    public void CurvedLever_IsBracketed_AndWholeOnesAreMetOnTheSafeSide()
    {
        InvestmentCase source = Plain();
        InvestmentCase Alone(decimal value) => source.WithCosts().WithBenefits(
            BenefitItem.OfAmounts(BenefitCategory.SalesGrowth, "benefit", [new DatedAmount(Start.PlusYears(1), Money.Cny(value * value))]));
        double exact = Math.Sqrt(1_100);
        var lever = new BreakEvenLever(new LineId("benefit"), "root", 34.641016151377m, 1, 100, Alone);
        Assert.Equal(exact, Find(BreakEven.Of(RoiEvaluator.Evaluate(source), [lever]), "root", "benefit").Value, 1e-6);
        var whole = new BreakEvenLever(new LineId("benefit"), "root", 35, 1, 100, Alone) { IsWhole = true };
        Assert.Equal(34, Find(BreakEven.Of(RoiEvaluator.Evaluate(source), [whole]), "root", "benefit").Value);
        var refused = new BreakEvenLever(new LineId("benefit"), "root", 35, 1, 100, _ => null);
        Assert.Equal(NotApplicableReason.NotWithinRange, Find(BreakEven.Of(RoiEvaluator.Evaluate(source), [refused]), "root", "benefit").Reason);
    }

    [Fact]
    public void Driver_MovesItsLinesTogether()
    {
        InvestmentCase source = Plain().WithDrivers(UncertaintyDriver.OfAmounts("adoption", Distribution.Uniform(0.5, 1), [LineSelector.AllBenefits]));
        IReadOnlyList<BreakEvenPoint> points = BreakEven.Of(RoiEvaluator.Evaluate(source));
        Assert.Equal(Find(points, "factor", "benefit").Value, Find(points, "factor", "adoption").Value, 1e-12);
    }

    private static Figure<double> Find(IReadOnlyList<BreakEvenPoint> points, string lever, string? subject) =>
        points.Single(point => point.Lever == lever && point.Subject == subject).Value;
}
