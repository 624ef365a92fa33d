using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Evaluation;

/// <summary>The trace of a case of two years at 25 %, small enough to be computed by hand: factors 1, 0.8 and 0.64.</summary>
public class ExplanationTests
{
    private static readonly LocalDate Start = new(2025, 1, 1);
    private static readonly EvaluationPeriod TwoYears = EvaluationPeriod.Parse("P2Y");

    // Net flows -1000, +1000, +1250; present values -1000, +800, +800.
    private static InvestmentCase Case { get; } = InvestmentCase.Create("case", Currency.Cny, Start)
        .WithFlowTiming(FlowTiming.EndOfYear)
        .WithDayCount(DayCount.Actual365Fixed)
        .WithCosts(
            CostItem.OfAmounts(CostCategory.Software, "licence", [new DatedAmount(Start, Money.Cny(1000))]),
            CostItem.OfAmounts(CostCategory.Maintenance, "support", [new DatedAmount(Start.PlusMonths(6), Money.Cny(250))]))
        .WithBenefits(
            BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "saving", [new DatedAmount(Start.PlusMonths(6), Money.Cny(1250)), new DatedAmount(Start.PlusMonths(18), Money.Cny(1250))]),
            BenefitItem.OfAmounts(BenefitCategory.Loyalty, "loyalty", [new DatedAmount(Start.PlusMonths(6), Money.Cny(700))]),
            BenefitItem.NotMonetized(BenefitCategory.Satisfaction, "mood", "happier pharmacies"))
        .WithPeriods(TwoYears);

    public static TheoryData<string, string, string, double> Results => new()
    {
        { "totalCost", "sum of the cost lines", "CNY", 1250 },
        { "totalBenefit", "sum of the short-term monetised benefit lines", "CNY", 2500 },
        { "netBenefit", "totalBenefit - totalCost", "CNY", 1250 },
        { "roi", "(totalBenefit - totalCost) / totalCost", "ratio", 1 },
        { "annualizedRoi", "(1 + roi)^(1 / years) - 1", "fraction per year", Math.Sqrt(2) - 1 },
        { "presentValueOfCosts", "sum of cost x (1 + discountRate)^-t", "CNY", 1000 + 200 },
        { "presentValueOfBenefits", "sum of benefit x (1 + discountRate)^-t", "CNY", 1000 + 800 },
        { "netPresentValue", "presentValueOfBenefits - presentValueOfCosts", "CNY", 600 },
        { "discountedRoi", "(presentValueOfBenefits - presentValueOfCosts) / presentValueOfCosts", "ratio", 0.5 },
        { "benefitCostRatio", "presentValueOfBenefits / presentValueOfCosts", "ratio", 1.5 },
        { "averageAnnualCost", "totalCost / years", "CNY", 625 },
        { "equivalentAnnualCost", "presentValueOfCosts x discountRate / (1 - (1 + discountRate)^-years)", "CNY", 1200 * 0.25 / 0.36 },
        { "paybackMonths", "first time that the cumulative net flow is not negative, linear inside a month or year", "months", 12 },
        { "durablePaybackMonths", "time from which on the cumulative net flow is never negative", "months", 12 },
        { "discountedPaybackMonths", "as paybackMonths, of discounted flows", "months", 12 + (12 * 200 / 800.0) },
        { "discountedDurablePaybackMonths", "as durablePaybackMonths, of discounted flows", "months", 12 + (12 * 200 / 800.0) },
        { "modifiedInternalRateOfReturn", "(future value of inflows at reinvestmentRate / present value of outflows at financeRate)^(1 / duration) - 1", "fraction per year", Math.Sqrt(((1000 * 1.2) + 1250) / 1000) - 1 },
        { "profitabilityIndex", "present value of positive net flows / present value of negative net flows", "ratio", 1.6 },
        { "profitabilityIndexOnInitialInvestment", "1 + netPresentValue / initialInvestment", "ratio", 1.6 },
        { "netFutureValue", "netPresentValue x (1 + discountRate)^years", "CNY", 600 * 1.5625 },
        { "requiredBenefitShare", "totalCost / totalBenefit", "ratio", 0.5 },
    };

    public static TheoryData<string, string[]> Inputs => new()
    {
        { "totalCost", ["licence = 1000 CNY", "support = 250 CNY"] },
        { "totalBenefit", ["saving = 2500 CNY"] },
        { "netBenefit", ["totalBenefit = 2500 CNY", "totalCost = 1250 CNY"] },
        { "roi", ["totalBenefit = 2500 CNY", "totalCost = 1250 CNY"] },
        { "annualizedRoi", ["roi = 1 ratio", "years = 2 years"] },
        { "presentValueOfCosts", ["discountRate = 0.25 fraction per year", "flowTiming = EndOfYear convention", "dayCount = Actual365Fixed convention"] },
        { "presentValueOfBenefits", ["discountRate = 0.25 fraction per year", "flowTiming = EndOfYear convention", "dayCount = Actual365Fixed convention"] },
        { "netPresentValue", ["presentValueOfBenefits = 1800 CNY", "presentValueOfCosts = 1200 CNY"] },
        { "discountedRoi", ["presentValueOfBenefits = 1800 CNY", "presentValueOfCosts = 1200 CNY"] },
        { "benefitCostRatio", ["presentValueOfBenefits = 1800 CNY", "presentValueOfCosts = 1200 CNY"] },
        { "averageAnnualCost", ["totalCost = 1250 CNY", "years = 2 years"] },
        { "equivalentAnnualCost", ["presentValueOfCosts = 1200 CNY", "discountRate = 0.25 fraction per year", "years = 2 years"] },
        { "paybackMonths", ["netFlows = P2Y evaluation period"] },
        { "durablePaybackMonths", ["netFlows = P2Y evaluation period"] },
        { "discountedPaybackMonths", ["netFlows = P2Y evaluation period", "discountRate = 0.25 fraction per year", "flowTiming = EndOfYear convention"] },
        { "discountedDurablePaybackMonths", ["netFlows = P2Y evaluation period", "discountRate = 0.25 fraction per year", "flowTiming = EndOfYear convention"] },
        { "internalRateOfReturn", ["netFlows = P2Y evaluation period", "flowTiming = EndOfYear convention", "dayCount = Actual365Fixed convention"] },
        { "modifiedInternalRateOfReturn", ["netFlows = P2Y evaluation period", "financeRate = 0.1 fraction per year", "reinvestmentRate = 0.2 fraction per year"] },
        { "profitabilityIndex", ["netFlows = P2Y evaluation period", "discountRate = 0.25 fraction per year", "flowTiming = EndOfYear convention"] },
        { "profitabilityIndexOnInitialInvestment", ["netPresentValue = 600 CNY", "initialInvestment = 1000 CNY"] },
        { "netFutureValue", ["netPresentValue = 600 CNY", "discountRate = 0.25 fraction per year", "years = 2 years"] },
        { "requiredBenefitShare", ["totalCost = 1250 CNY", "totalBenefit = 2500 CNY"] },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void EveryFigure_HasFormulaUnitAndResult(string id, string formula, string unit, double result)
    {
        FigureExplanation line = Explain(WithRates(Case), id);
        Assert.Equal(formula, Language.Of("en").Say(line.Measure.Formula));
        Assert.Equal(unit, line.Unit);
        Assert.Equal(result, double.Parse(line.Result, NumberStyles.Float, CultureInfo.InvariantCulture), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void EveryFigure_NamesItsInputsWithTheirUnits(string id, string[] inputs) =>
        Assert.Equal(inputs, Explain(WithRates(Case), id).Inputs.Select(input => input.ToString()));

    [Fact]
    public void InternalRate_IsShownWithItsStatus()
    {
        // 1000 = 1000 / x + 1250 / x^2 has the one positive answer x = (1 + sqrt 6) / 2.
        FigureExplanation line = Explain(WithRates(Case), "internalRateOfReturn");
        Assert.Equal("every r with sum of netFlow x (1 + r)^-t = 0", Language.Of("en").Say(line.Measure.Formula));
        Assert.Equal("fraction per year", line.Unit);
        Assert.StartsWith("Unique (", line.Result, StringComparison.Ordinal);
        Assert.Equal(((1 + Math.Sqrt(6)) / 2) - 1, double.Parse(line.Result["Unique (".Length..^1], NumberStyles.Float, CultureInfo.InvariantCulture), 1e-9);
    }

    [Fact]
    public void Trace_HoldsEveryMeasureAndNothingBeside() =>
        Assert.Equal(StandardMeasures.All.Select(measure => measure.Id), WithRates(Case)[TwoYears].Explain().Select(line => line.FormulaId));

    [Fact]
    public void WithoutRates_ResultsAndInputsSayWhy()
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(Case);
        foreach (string id in new[]
        {
            "presentValueOfCosts", "presentValueOfBenefits", "netPresentValue", "discountedRoi", "benefitCostRatio", "equivalentAnnualCost", "discountedPaybackMonths",
            "discountedDurablePaybackMonths", "modifiedInternalRateOfReturn", "profitabilityIndex", "profitabilityIndexOnInitialInvestment", "netFutureValue",
        })
        {
            Assert.Equal("notApplicable(noRate)", Explain(evaluation, id).Result);
        }

        FigureInput rate = Explain(evaluation, "presentValueOfCosts").Inputs[0];
        Assert.Equal(("discountRate", "notApplicable(noRate)", "fraction per year"), (rate.Name, rate.Value, rate.Unit));
        FigureInput costs = Explain(evaluation, "netPresentValue").Inputs[1];
        Assert.Equal(("presentValueOfCosts", "notApplicable(noRate)", "CNY"), (costs.Name, costs.Value, costs.Unit));
        Assert.Equal(
            ["netFlows = P2Y evaluation period", "financeRate = notApplicable(noRate) fraction per year", "reinvestmentRate = notApplicable(noRate) fraction per year"],
            Explain(evaluation, "modifiedInternalRateOfReturn").Inputs.Select(input => input.ToString()));
    }

    [Fact]
    public void ModifiedRate_TakesTheDiscountRateWhereTheCaseSaysNothing()
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(Case.WithDiscountRate(0.25m));
        FigureExplanation line = Explain(evaluation, "modifiedInternalRateOfReturn");
        Assert.Equal(["financeRate = 0.25 fraction per year", "reinvestmentRate = 0.25 fraction per year"], line.Inputs.Skip(1).Select(input => input.ToString()));
        Assert.Equal(Math.Sqrt(((1000 * 1.25) + 1250) / 1000) - 1, evaluation[TwoYears].ModifiedInternalRateOfReturn.Value, 1e-12);
    }

    [Fact]
    public void ModifiedRate_TakesTheRatesOfTheCaseWithoutADiscountRate()
    {
        PeriodResult result = RoiEvaluator.Evaluate(Case.WithReinvestment(0.1m, 0.2m))[TwoYears];
        Assert.Equal(Math.Sqrt(2.45) - 1, result.ModifiedInternalRateOfReturn.Value, 1e-12);
    }

    [Fact]
    public void Line_IsWrittenOutAsText() =>
        Assert.Equal(
            "netBenefit = 1250 CNY [totalBenefit = 2500 CNY; totalCost = 1250 CNY]",
            Explain(WithRates(Case), "netBenefit").ToString());

    private static RoiEvaluation WithRates(InvestmentCase source) => RoiEvaluator.Evaluate(source.WithDiscountRate(0.25m).WithReinvestment(financeRate: 0.1m, reinvestmentRate: 0.2m));

    private static FigureExplanation Explain(RoiEvaluation evaluation, string id) => Assert.Single(evaluation[TwoYears].Explain(), line => line.FormulaId == id);
}
