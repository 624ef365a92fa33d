using System.Globalization;

namespace TcmCrm.Roi.Evaluation;

/// <summary>The trace of a period's figures: for each its formula, inputs and result. Formula ids are those of docs/formulas.md.</summary>
internal static class Explanations
{
    private const string Ratio = "ratio";
    private const string Years = "years";
    private const string PerYear = "fraction per year";
    private const string Months = "months";

    internal static IReadOnlyList<FigureExplanation> Of(HorizonResult result, decimal? discountRate)
    {
        string currency = result.Case.Currency.Code;
        FigureInput cost = Input("totalCost", result.TotalCost);
        FigureInput benefit = Input("totalBenefit", result.TotalBenefit);
        FigureInput presentCosts = Input("presentValueOfCosts", result.PresentValueOfCosts);
        FigureInput presentBenefits = Input("presentValueOfBenefits", result.PresentValueOfBenefits);
        var years = new FigureInput("years", Text(result.Years), Years);
        var rate = new FigureInput("discountRate", discountRate?.ToString(CultureInfo.InvariantCulture) ?? Text(NotApplicableReason.NoRate), PerYear);
        var timing = new FigureInput("flowTiming", result.Case.FlowTiming.ToString(), "convention");
        var dayCount = new FigureInput("dayCount", result.Case.DayCount.ToString(), "convention");
        var flows = new FigureInput("netFlows", result.Period.ToString(), "evaluation period");
        return
        [
            new("totalCost", "sum of the cost lines", Text(result.TotalCost.Amount), currency, Lines(result.CostLines(), line => Input(line.Item.Name, line.Total))),
            new("totalBenefit", "sum of the short-term monetised benefit lines", Text(result.TotalBenefit.Amount), currency, Lines(result.BenefitLines().Where(line => !line.Item.IsLongTerm && line.Item.Basis.IsMonetised), line => Input(line.Item.Name, line.Total))),
            new("netBenefit", "totalBenefit - totalCost", Text(result.NetBenefit.Amount), currency, benefit, cost),
            new("roi", "(totalBenefit - totalCost) / totalCost", Text(result.ReturnOnInvestment), Ratio, benefit, cost),
            new("annualizedRoi", "(1 + roi)^(1 / years) - 1", Text(result.AnnualizedReturnOnInvestment), PerYear, new FigureInput("roi", Text(result.ReturnOnInvestment), Ratio), years),
            new("presentValueOfCosts", "sum of cost x (1 + discountRate)^-t", Text(result.PresentValueOfCosts), currency, rate, timing, dayCount),
            new("presentValueOfBenefits", "sum of benefit x (1 + discountRate)^-t", Text(result.PresentValueOfBenefits), currency, rate, timing, dayCount),
            new("netPresentValue", "presentValueOfBenefits - presentValueOfCosts", Text(result.NetPresentValue), currency, presentBenefits, presentCosts),
            new("discountedRoi", "(presentValueOfBenefits - presentValueOfCosts) / presentValueOfCosts", Text(result.DiscountedReturnOnInvestment), Ratio, presentBenefits, presentCosts),
            new("benefitCostRatio", "presentValueOfBenefits / presentValueOfCosts", Text(result.BenefitCostRatio), Ratio, presentBenefits, presentCosts),
            new("averageAnnualCost", "totalCost / years", Text(result.AverageAnnualCost), currency, cost, years),
            new("equivalentAnnualCost", "presentValueOfCosts x discountRate / (1 - (1 + discountRate)^-years)", Text(result.EquivalentAnnualCost), currency, presentCosts, rate, years),
            new("paybackMonths", "first time that the cumulative net flow is not negative, linear inside a month or year", Text(result.Payback.FirstMonths), Months, flows),
            new("durablePaybackMonths", "time from which on the cumulative net flow is never negative", Text(result.Payback.DurableMonths), Months, flows),
            new("discountedPaybackMonths", "as paybackMonths, of discounted flows", Text(result.Payback.DiscountedFirstMonths), Months, flows, rate, timing),
            new("discountedDurablePaybackMonths", "as durablePaybackMonths, of discounted flows", Text(result.Payback.DiscountedDurableMonths), Months, flows, rate, timing),
            new("internalRateOfReturn", "every r with sum of netFlow x (1 + r)^-t = 0", result.InternalRateOfReturn.ToString(), PerYear, flows, timing, dayCount),
            new("modifiedInternalRateOfReturn", "(future value of inflows at reinvestmentRate / present value of outflows at financeRate)^(1 / duration) - 1", Text(result.ModifiedInternalRateOfReturn), PerYear, flows, Input("financeRate", result.Case.FinanceRate ?? discountRate), Input("reinvestmentRate", result.Case.ReinvestmentRate ?? discountRate)),
            new("profitabilityIndex", "present value of positive net flows / present value of negative net flows", Text(result.ProfitabilityIndex), Ratio, flows, rate, timing),
            new("profitabilityIndexOnInitialInvestment", "1 + netPresentValue / net outflow on the start date", Text(result.ProfitabilityIndexOnInitialInvestment), Ratio, Input("netPresentValue", result.NetPresentValue)),
            new("netFutureValue", "netPresentValue x (1 + discountRate)^years", Text(result.NetFutureValue), currency, Input("netPresentValue", result.NetPresentValue), rate, years),
            new("requiredBenefitShare", "totalCost / totalBenefit", Text(result.RequiredBenefitShare()), Ratio, cost, benefit),
        ];
    }

    private static FigureInput[] Lines<T>(IEnumerable<T> lines, Func<T, FigureInput> input) => [.. lines.Select(input)];

    private static FigureInput Input(string name, Money money) => new(name, Text(money.Amount), money.Currency.Code);

    private static FigureInput Input(string name, Figure<Money> figure) =>
        figure.TryGetValue(out Money money) ? Input(name, money) : new FigureInput(name, figure.ToString(), string.Empty);

    private static FigureInput Input(string name, decimal? rate) =>
        new(name, rate?.ToString(CultureInfo.InvariantCulture) ?? Text(NotApplicableReason.NoRate), PerYear);

    private static string Text(Figure<Money> figure) => figure.TryGetValue(out Money money) ? Text(money.Amount) : figure.ToString();

    private static string Text(Figure<decimal> figure) => figure.ToString();

    private static string Text(Figure<double> figure) => figure.TryGetValue(out double value) ? Text(value) : figure.ToString();

    private static string Text(NotApplicableReason reason) => Figure.NotApplicable<double>(reason).ToString();

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
