using TcmCrm.Roi.Returns;
using static TcmCrm.Roi.Measures.MeasureInputs;

namespace TcmCrm.Roi.Measures;

/// <summary>The figures of this library, in the order of documents. A new figure is one entry here and its words in each language.</summary>
internal static class StandardMeasures
{
    /// <summary>The simple ROI of the period; the id that gates and summaries name most.</summary>
    internal const string Roi = "roi";

    /// <summary>Every figure.</summary>
    internal static IReadOnlyList<Measure> All { get; } = Array.AsReadOnly<Measure>(
    [
        new("totalCost", MeasureUnit.Money, [CostLines], result => MeasureValue.Of(result.TotalCost)),
        new("totalBenefit", MeasureUnit.Money, [BenefitLines], result => MeasureValue.Of(result.TotalBenefit)),
        new("netBenefit", MeasureUnit.Money, ["totalBenefit", "totalCost"], result => MeasureValue.Of(result.NetBenefit)) { IsPrintedDifference = true },
        new(Roi, MeasureUnit.Ratio, ["totalBenefit", "totalCost"], result => MeasureValue.Of(result.ReturnOnInvestment)),
        new("unexpiredPrepayment", MeasureUnit.Money, [PrepaidLines], result => MeasureValue.Of(result.UnexpiredPrepayment)),
        new("roiOnAccrual", MeasureUnit.Ratio, ["totalBenefit", "totalCost", "unexpiredPrepayment"], result => MeasureValue.Of(result.ReturnOnInvestmentOnAccrual)),
        new("presentValueOfCosts", MeasureUnit.Money, [DiscountRate, MeasureInputs.FlowTiming, MeasureInputs.DayCount], result => MeasureValue.Of(result.PresentValueOfCosts)),
        new("presentValueOfBenefits", MeasureUnit.Money, [DiscountRate, MeasureInputs.FlowTiming, MeasureInputs.DayCount], result => MeasureValue.Of(result.PresentValueOfBenefits)),
        new("netPresentValue", MeasureUnit.Money, ["presentValueOfBenefits", "presentValueOfCosts"], result => MeasureValue.Of(result.NetPresentValue)) { IsPrintedDifference = true },
        new("discountedRoi", MeasureUnit.Ratio, ["presentValueOfBenefits", "presentValueOfCosts"], result => MeasureValue.Of(result.DiscountedReturnOnInvestment)),
        new("paybackMonths", MeasureUnit.Months, [NetFlows], result => MeasureValue.Of(result.Payback.FirstMonths)),
        new("paybackMonthsFromGoLive", MeasureUnit.Months, ["paybackMonths", GoLive], result => MeasureValue.Of(result.Payback.FromGoLiveMonths)),
        new("discountedPaybackMonths", MeasureUnit.Months, [NetFlows, DiscountRate, MeasureInputs.FlowTiming], result => MeasureValue.Of(result.Payback.DiscountedFirstMonths)),
        new("durablePaybackMonths", MeasureUnit.Months, [NetFlows], result => MeasureValue.Of(result.Payback.DurableMonths)),
        new("discountedDurablePaybackMonths", MeasureUnit.Months, [NetFlows, DiscountRate, MeasureInputs.FlowTiming], result => MeasureValue.Of(result.Payback.DiscountedDurableMonths)),
        new("benefitCostRatio", MeasureUnit.Multiple, ["presentValueOfBenefits", "presentValueOfCosts"], result => MeasureValue.Of(result.BenefitCostRatio)),
        new("internalRateOfReturn", MeasureUnit.Rate, [NetFlows, MeasureInputs.FlowTiming, MeasureInputs.DayCount], result => MeasureValue.Of(result.InternalRateOfReturn, result.SelectedInternalRateOfReturn)),
        new("modifiedInternalRateOfReturn", MeasureUnit.Rate, [NetFlows, FinanceRate, ReinvestmentRate], result => MeasureValue.Of(result.ModifiedInternalRateOfReturn)),
        new("profitabilityIndex", MeasureUnit.Multiple, [NetFlows, DiscountRate, MeasureInputs.FlowTiming], result => MeasureValue.Of(result.ProfitabilityIndex)),
        new("initialInvestment", MeasureUnit.Money, [CostLines, GoLive], result => MeasureValue.Of(result.InitialInvestment)),
        new("profitabilityIndexOnInitialInvestment", MeasureUnit.Multiple, ["netPresentValue", "initialInvestment"], result => MeasureValue.Of(result.ProfitabilityIndexOnInitialInvestment)),
        new("netFutureValue", MeasureUnit.Money, ["netPresentValue", DiscountRate, Years], result => MeasureValue.Of(result.NetFutureValue)),
        new("annualizedRoi", MeasureUnit.Rate, [Roi, Years], result => MeasureValue.Of(result.AnnualizedReturnOnInvestment)),
        new("totalCostOfOwnership", MeasureUnit.Money, [CostLines], result => MeasureValue.Of(result.TotalCost)),
        new("averageAnnualCost", MeasureUnit.Money, ["totalCost", Years], result => MeasureValue.Of(result.AverageAnnualCost)),
        new("equivalentAnnualCost", MeasureUnit.Money, ["presentValueOfCosts", DiscountRate, Years], result => MeasureValue.Of(result.EquivalentAnnualCost)),
        new("requiredBenefitShare", MeasureUnit.Ratio, ["totalCost", "totalBenefit"], result => MeasureValue.Of(result.RequiredBenefitShare())),
        new("roiByConvention.simple", MeasureUnit.Ratio, ["totalBenefit", "totalCost"], result => MeasureValue.Of(result.ReturnOnInvestmentBy(RoiConvention.Simple))),
        new("roiByConvention.tei", MeasureUnit.Ratio, [NetFlows, GoLive, DiscountRate], result => MeasureValue.Of(result.ReturnOnInvestmentBy(RoiConvention.Tei))),
        new("roiByConvention.idc", MeasureUnit.Ratio, ["netPresentValue", "presentValueOfCosts"], result => MeasureValue.Of(result.ReturnOnInvestmentBy(RoiConvention.Idc))),
        new("roiByConvention.nucleus", MeasureUnit.Ratio, [NetFlows, "initialInvestment"], result => MeasureValue.Of(result.ReturnOnInvestmentBy(RoiConvention.Nucleus))),
        new("roiByConvention.phillips", MeasureUnit.Ratio, [NetFlows, CostLines], result => MeasureValue.Of(result.ReturnOnInvestmentBy(RoiConvention.Phillips))),
        new("longTerm.totalBenefit", MeasureUnit.Money, [LongTermLines], result => MeasureValue.Of(result.TotalLongTermBenefit)),
        new("longTerm.presentValueOfBenefits", MeasureUnit.Money, [DiscountRate, MeasureInputs.FlowTiming, MeasureInputs.DayCount], result => MeasureValue.Of(result.PresentValueOfLongTermBenefits)),
        new("longTerm.roiWithLongTerm", MeasureUnit.Ratio, ["totalBenefit", "longTerm.totalBenefit", "totalCost"], result => MeasureValue.Of(result.ReturnOnInvestmentWithLongTerm)),
    ]);

    /// <summary>The measure with an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The measure, or null where there is none.</returns>
    internal static Measure? Find(string id)
    {
        foreach (Measure measure in All)
        {
            if (measure.Id == id)
            {
                return measure;
            }
        }

        return null;
    }

    internal static IReadOnlyList<Measure> Checked(IReadOnlyList<Measure> own)
    {
        Measure[] copy = [.. Check.NotNull(own)];
        for (int i = 0; i < copy.Length; i++)
        {
            Check.NotNull(copy[i], nameof(own));
            if (Find(copy[i].Id) is not null || Array.FindIndex(copy, measure => measure.Id == copy[i].Id) < i)
            {
                throw new ArgumentException($"There is a measure '{copy[i].Id}' already; each id is allowed once.", nameof(own));
            }
        }

        return Array.AsReadOnly(copy);
    }
}
