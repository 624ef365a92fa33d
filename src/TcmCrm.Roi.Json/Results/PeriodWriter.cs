using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes the figures of one evaluation period.</summary>
internal sealed class PeriodWriter
{
    private readonly Utf8JsonWriter writer;
    private readonly HorizonResult result;
    private readonly int digits;
    private readonly decimal cost;
    private readonly decimal benefit;
    private readonly decimal longTerm;
    private readonly Breakdown<CostCategory> costByCategory;
    private readonly Breakdown<BenefitCategory> benefitByCategory;
    private readonly Breakdown<BenefitCategory> longTermByCategory;

    private PeriodWriter(Utf8JsonWriter writer, HorizonResult result)
    {
        this.writer = writer;
        this.result = result;
        digits = result.Case.Currency.MinorUnitDigits;
        cost = Printed.Total(result.TotalCost.Amount, digits);
        benefit = Printed.Total(result.TotalBenefit.Amount, digits);
        longTerm = Printed.Total(result.TotalLongTermBenefit.Amount, digits);
        costByCategory = new Breakdown<CostCategory>(ResultNames.CostCategories, result.CostByCategory, _ => true, cost, digits);
        benefitByCategory = new Breakdown<BenefitCategory>(ResultNames.BenefitCategories, result.BenefitByCategory, c => !c.IsLongTerm(), benefit, digits);
        longTermByCategory = new Breakdown<BenefitCategory>(
            ResultNames.BenefitCategories, result.LongTermBenefitByCategory, c => c.IsLongTerm(), longTerm, digits);
    }

    public static void Write(Utf8JsonWriter writer, HorizonResult result, ResultDetail detail) => new PeriodWriter(writer, result).Write(detail);

    private void Write(ResultDetail detail)
    {
        writer.WriteStartObject();
        writer.WriteString("period", result.Period.ToString());
        writer.WriteDate("start", result.Start);
        writer.WriteDate("end", result.End);
        WriteFigures();
        costByCategory.Write(writer, "costByCategory");
        benefitByCategory.Write(writer, "benefitByCategory");
        new Breakdown<BenefitClass>(ResultNames.Classes, result.BenefitByClass, c => c != BenefitClass.Qualitative, benefit, digits).Write(writer, "benefitByClass");
        new Breakdown<Evidence>(ResultNames.Evidences, result.BenefitByEvidence, e => e != Evidence.NotMonetised, benefit, digits).Write(writer, "benefitByEvidence");
        WriteEvidenceShares();
        WriteLongTerm();
        WriteLimits();
        if (detail >= ResultDetail.Lines)
        {
            var lines = new LineWriter(writer, digits);
            lines.WriteCosts(result.CostLines(), costByCategory, result.PresentValueOfCosts);
            lines.WriteBenefits(
                result.BenefitLines(), benefitByCategory, longTermByCategory, result.PresentValueOfBenefits, result.PresentValueOfLongTermBenefits);
            IReadOnlyList<FlowTableRow> months = result.MonthlyTable();
            var printed = new PrintedFlows(months, cost, benefit, PrintedNetPresentValue(), digits);
            TableWriter.Write(writer, "yearlyTable", result.YearlyTable(), printed, digits);
            if (detail >= ResultDetail.Full)
            {
                TableWriter.Write(writer, "monthlyTable", months, printed, digits);
                ExplanationWriter.Write(writer, result.Explain());
            }
        }

        writer.WriteMessages("warnings", result.Warnings);
        writer.WriteEndObject();
    }

    private void WriteFigures()
    {
        writer.WriteMoney("totalCost", cost, digits);
        writer.WriteMoney("totalBenefit", benefit, digits);
        writer.WriteMoney("netBenefit", benefit - cost, digits);
        writer.WriteRatio("roi", result.ReturnOnInvestment);
        WriteAmount("presentValueOfCosts", result.PresentValueOfCosts);
        WriteAmount("presentValueOfBenefits", result.PresentValueOfBenefits);
        WriteNetPresentValue();
        writer.WriteRatio("discountedRoi", result.DiscountedReturnOnInvestment);
        writer.WriteNumber("paybackMonths", result.Payback.FirstMonths);
        writer.WriteNumber("discountedPaybackMonths", result.Payback.DiscountedFirstMonths);
        writer.WriteNumber("durablePaybackMonths", result.Payback.DurableMonths);
        writer.WriteNumber("discountedDurablePaybackMonths", result.Payback.DiscountedDurableMonths);
        writer.WriteRatio("benefitCostRatio", result.BenefitCostRatio);
        WriteRates(result.InternalRateOfReturn);
        writer.WriteNumber("modifiedInternalRateOfReturn", result.ModifiedInternalRateOfReturn);
        writer.WriteNumber("profitabilityIndex", result.ProfitabilityIndex);
        writer.WriteNumber("profitabilityIndexOnInitialInvestment", result.ProfitabilityIndexOnInitialInvestment);
        WriteAmount("netFutureValue", result.NetFutureValue);
        writer.WriteNumber("annualizedRoi", result.AnnualizedReturnOnInvestment);
        writer.WriteMoney("totalCostOfOwnership", cost, digits);
        WriteAmount("averageAnnualCost", result.AverageAnnualCost);
        WriteAmount("equivalentAnnualCost", result.EquivalentAnnualCost);
        writer.WriteRatio("requiredBenefitShare", result.RequiredBenefitShare());
        writer.WriteStartObject("roiByConvention");
        foreach (RoiConvention convention in ResultNames.Conventions.Values)
        {
            writer.WriteRatio(ResultNames.Conventions.WordFor(convention).ToString(), result.ReturnOnInvestmentBy(convention));
        }

        writer.WriteEndObject();
    }

    /// <summary>Printed present values differ by the printed net present value, as a reader expects of a table.</summary>
    private decimal? PrintedNetPresentValue() =>
        result.PresentValueOfBenefits.TryGetValue(out Money gained) && result.PresentValueOfCosts.TryGetValue(out Money spent)
            ? Printed.Total(gained.Amount, digits) - Printed.Total(spent.Amount, digits)
            : null;

    private void WriteNetPresentValue()
    {
        if (PrintedNetPresentValue() is { } net)
        {
            writer.WriteMoney("netPresentValue", net, digits);
        }
        else
        {
            writer.WriteReason("netPresentValue", result.NetPresentValue.Reason ?? result.PresentValueOfCosts.Reason);
        }
    }

    private void WriteRates(InternalRateOfReturnResult rates)
    {
        writer.WriteStartObject("internalRateOfReturn");
        writer.WriteString("status", ResultNames.Statuses.WordFor(rates.Status));
        writer.WriteStartArray("rates");
        foreach (RateRoot root in rates.Roots.Where(root => FigureWriting.IsFinite(root.Rate)))
        {
            writer.WriteDouble(root.Rate);
        }

        writer.WriteEndArray();
        if (rates.Reason is { } reason)
        {
            writer.WriteString("reason", Figure.IdOf(reason));
        }
        else
        {
            writer.WriteNull("reason");
        }

        writer.WriteString("proof", ResultNames.Proofs.WordFor(rates.Proof));
        writer.WriteEndObject();
    }

    private void WriteAmount(string name, Figure<Money> figure) => writer.WriteAmount(name, figure, digits);

    private void WriteEvidenceShares()
    {
        writer.WriteStartObject("benefitShareByEvidence");
        foreach (Evidence evidence in ResultNames.Evidences.Values.Where(e => e != Evidence.NotMonetised))
        {
            writer.WriteRatio(ResultNames.Evidences.WordFor(evidence).ToString(), result.ShareOfBenefit(evidence));
        }

        writer.WriteEndObject();
    }

    private void WriteLongTerm()
    {
        writer.WriteStartObject("longTerm");
        writer.WriteMoney("totalBenefit", longTerm, digits);
        WriteAmount("presentValueOfBenefits", result.PresentValueOfLongTermBenefits);
        writer.WriteRatio("roiWithLongTerm", result.ReturnOnInvestmentWithLongTerm);
        longTermByCategory.Write(writer, "benefitByCategory");
        writer.WriteEndObject();
    }

    private void WriteLimits()
    {
        if (result.AtLowerLimit is null && result.AtUpperLimit is null)
        {
            return;
        }

        writer.WriteStartObject("limits");
        WriteLimit("lower", result.AtLowerLimit);
        WriteLimit("upper", result.AtUpperLimit);
        writer.WriteEndObject();
    }

    private void WriteLimit(string name, LimitFigures? limit)
    {
        if (limit is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        decimal gained = Printed.Total(limit.TotalBenefit.Amount, digits);
        writer.WriteMoney("totalBenefit", gained, digits);
        writer.WriteMoney("netBenefit", gained - cost, digits);
        writer.WriteRatio("roi", limit.ReturnOnInvestment);
        WriteAmount("netPresentValue", limit.NetPresentValue);
        writer.WriteNumber("paybackMonths", limit.Payback.FirstMonths);
        writer.WriteNumber("discountedPaybackMonths", limit.Payback.DiscountedFirstMonths);
        writer.WriteEndObject();
    }
}
