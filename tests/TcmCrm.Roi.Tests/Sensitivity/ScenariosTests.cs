using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Tests.Sensitivity;

public class ScenariosTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    private static readonly InvestmentCase Source = InvestmentCase.Create("case", Currency.Cny, Start).WithDiscountRate(0.1m).WithPeriods(EvaluationPeriod.OneYear)
        .WithCosts(CostItem.OfAmounts(CostCategory.Software, "cost", [new DatedAmount(Start, Money.Cny(1_000))]))
        .WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.SalesGrowth, "benefit", Money.Cny(1_200)));

    [Fact]
    public void EachScenario_ChangesWhatItSays_AndNothingElse()
    {
        InvestmentCase source = Source.WithScenarios(
            new CaseScenario("基准"),
            new CaseScenario("悲观", ScenarioChange.OfFactor(new LineId("cost"), 1.5m), ScenarioChange.OfGoLive(Start.PlusMonths(3)), ScenarioChange.OfDiscountRate(0m)));
        IReadOnlyList<ScenarioResult> results = Scenarios.Evaluate(source);
        RoiEvaluation plain = RoiEvaluator.Evaluate(source);
        Assert.Equal(plain.Periods[0].NetPresentValue, results[0].Evaluation.Periods[0].NetPresentValue);
        Assert.Equal(["基准", "悲观"], results.Select(result => result.Name));
        Assert.Equal(Money.Cny(1_500), results[1].Evaluation.Periods[0].TotalCost);
        Assert.Equal(Money.Cny(900), results[1].Evaluation.Periods[0].TotalBenefit.RoundToMinorUnit());
        Assert.Equal(Money.Cny(-600), results[1].Evaluation.Periods[0].NetPresentValue.Value.RoundToMinorUnit());
        Assert.Equal(Money.Cny(1_000), plain.Periods[0].TotalCost);
    }

    [Fact]
    public void Inputs_AreSetByWhoKnowsThem()
    {
        InvestmentCase source = Source.WithScenarios(new CaseScenario("x", ScenarioChange.OfInput(new LineId("benefit"), "amountPerYear", 600)));
        Assert.Throws<InvalidOperationException>(() => Scenarios.Evaluate(source));
        ScenarioChange[] seen = [];
        ScenarioResult result = Scenarios.Evaluate(source, (made, changes) =>
        {
            seen = [.. changes];
            return made.WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.SalesGrowth, "benefit", Money.Cny(changes[0].Value!.Value)));
        })[0];
        Assert.Equal([ScenarioChange.OfInput(new LineId("benefit"), "amountPerYear", 600)], seen);
        Assert.Equal(Money.Cny(600), result.Evaluation.Periods[0].TotalBenefit.RoundToMinorUnit());
    }

    [Fact]
    public void WhatContradictsItself_OrNamesNoLine_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new CaseScenario("x", ScenarioChange.OfDiscountRate(0.1m), ScenarioChange.OfDiscountRate(0.2m)));
        Assert.Throws<ArgumentException>(() => Source.WithScenarios(new CaseScenario("x", ScenarioChange.OfFactor(new LineId("nothing"), 1))));
        Assert.Throws<ArgumentException>(() => Source.WithScenarios(new CaseScenario("x"), new CaseScenario("x")));
        Assert.Throws<ArgumentException>(() => Source.WithScenarios(new CaseScenario("x", ScenarioChange.OfFactor(new LineId("cost"), 1))).WithCosts());
        Assert.Throws<ArgumentOutOfRangeException>(() => ScenarioChange.OfFactor(new LineId("cost"), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ScenarioChange.OfDiscountRate(8));
    }

    [Fact]
    public void Equality_IsByWhatIsSaid()
    {
        var one = new CaseScenario("x", ScenarioChange.OfFactor(new LineId("cost"), 1.5m), ScenarioChange.OfGoLive(Start));
        Assert.Equal(one, new CaseScenario("x", ScenarioChange.OfFactor(new LineId("cost"), 1.50m), ScenarioChange.OfGoLive(Start)));
        Assert.NotEqual(one, new CaseScenario("x", ScenarioChange.OfFactor(new LineId("cost"), 1.6m), ScenarioChange.OfGoLive(Start)));
        Assert.NotEqual(Source.WithScenarios(one), Source);
        Assert.Equal("x: cost x 1.5, go-live 2026-01-01", one.ToString());
    }
}
