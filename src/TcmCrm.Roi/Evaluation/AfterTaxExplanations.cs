using System.Globalization;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Taxation;

namespace TcmCrm.Roi.Evaluation;

/// <summary>The trace of a period's figures after tax. Their words are <c>measure.afterTax.ID</c>, as those of the list of measures.</summary>
internal static class AfterTaxExplanations
{
    private const string Prefix = "afterTax.";

    internal static IReadOnlyList<FigureExplanation> Of(AfterTaxResult result, PeriodResult after)
    {
        IReadOnlyList<AfterTaxFlow> flows = result.Flows();
        Dictionary<LineId, string> names = after.Case.Costs.Select(cost => (cost.Id, cost.Name)).Concat(after.Case.Benefits.Select(benefit => (benefit.Id, benefit.Name))).ToDictionary(line => line.Id, line => line.Name);
        string currency = after.Case.Currency.Code;
        var rate = new FigureInput(MeasureInputs.DiscountRate, after.Terms.DiscountRate?.ToString(CultureInfo.InvariantCulture) ?? Figure.NotApplicable<decimal>(NotApplicableReason.NoRate).ToString(), "fraction per year");
        FigureInput[] net = [new(MeasureInputs.NetFlows, after.Period.ToString(), "evaluation period"), new(MeasureInputs.FlowTiming, after.Terms.FlowTiming!.Value.ToString(), "convention")];
        return Array.AsReadOnly(
        [
            Explained("totalCost", MeasureUnit.Money, MeasureValue.Of(result.TotalCost), Lines(flow => flow.Cost)),
            Explained("totalBenefit", MeasureUnit.Money, MeasureValue.Of(result.TotalBenefit), Lines(flow => flow.Benefit)),
            Explained("creditedVat", MeasureUnit.Money, MeasureValue.Of(result.CreditedVat), Lines(flow => flow.CreditedVat)),
            Explained("taxableBenefit", MeasureUnit.Money, MeasureValue.Of(result.TaxableBenefit), Lines(flow => flow.TaxableBenefit)),
            Explained("deductibleCost", MeasureUnit.Money, MeasureValue.Of(result.DeductibleCost), Lines(flow => flow.DeductibleCost)),
            Explained("undeductedCost", MeasureUnit.Money, MeasureValue.Of(result.UndeductedCost), [Amount("cashCost", result.Cashable.TotalCost), Amount("deductibleCost", result.DeductibleCost)]),
            Explained("tax", MeasureUnit.Money, MeasureValue.Of(result.Tax), [Amount("taxableBenefit", result.TaxableBenefit), Amount("deductibleCost", result.DeductibleCost), .. Rates(), Amount("unusedLoss", result.UnusedLoss)]),
            Explained("netBenefit", MeasureUnit.Money, MeasureValue.Of(result.NetBenefit), [Amount("totalBenefit", result.TotalBenefit), Amount("totalCost", result.TotalCost), Amount("tax", result.Tax)]),
            Explained("roi", MeasureUnit.Ratio, MeasureValue.Of(result.ReturnOnInvestment), [Amount("netBenefit", result.NetBenefit), Amount("totalCost", result.TotalCost)]),
            Explained("netPresentValue", MeasureUnit.Money, MeasureValue.Of(result.NetPresentValue), [rate, .. net]),
            Explained("internalRateOfReturn", MeasureUnit.Rate, MeasureValue.Of(result.InternalRateOfReturn, result.SelectedInternalRateOfReturn), net),
            Explained("paybackMonths", MeasureUnit.Months, MeasureValue.Of(result.PaybackMonths), net),
            Explained("durablePaybackMonths", MeasureUnit.Months, MeasureValue.Of(result.DurablePaybackMonths), net),
        ]);

        FigureExplanation Explained(string id, MeasureUnit unit, MeasureValue value, FigureInput[] inputs)
        {
            var measure = new Measure(Prefix + id, unit, [.. inputs.Where(input => !IsLine(input)).Select(input => input.Name)], _ => value);
            return new FigureExplanation(measure, value, Explanations.UnitOf(unit, after), Array.AsReadOnly(inputs));
        }

        // Inputs that are figures or terms have ids; the names of lines stand for themselves.
        bool IsLine(FigureInput input) => input.Unit == currency && !input.Name.StartsWith(Prefix, StringComparison.Ordinal);

        FigureInput Amount(string id, Figure<Money> figure) => new(Prefix + id, figure.TryGetValue(out Money amount) ? amount.Amount.ToString(CultureInfo.InvariantCulture) : figure.ToString(), currency);

        FigureInput[] Lines(Func<AfterTaxFlow, Money> of) =>
            [.. flows.Where(flow => flow.Line != LineId.None).GroupBy(flow => flow.Line).Select(line => (line.Key, Sum: line.Sum(flow => of(flow).Amount))).Where(line => line.Sum != 0)
                .Select(line => new FigureInput(names[line.Key], line.Sum.ToString(CultureInfo.InvariantCulture), currency))];

        // A stated rate; else those of the rules, which may change from year to year.
        IEnumerable<FigureInput> Rates() => (after.Case.Taxation!.IncomeTaxRate is { } stated ? [stated] : result.Rules.Where(rule => rule.Kind == TaxRuleKind.IncomeTax).Select(rule => rule.Value).Distinct())
            .Select(value => new FigureInput("incomeTaxRate", value.ToString(CultureInfo.InvariantCulture), "fraction"));
    }
}
