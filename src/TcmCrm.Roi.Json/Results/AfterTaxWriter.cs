using System.Text.Json;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Texts;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Taxation;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes the figures of a period after tax.</summary>
internal sealed class AfterTaxWriter(Utf8JsonWriter writer, DocumentWords? words)
{
    public const string Member = "afterTax";

    public void Write(AfterTaxResult result, int digits, ResultDetail detail)
    {
        writer.WriteStartObject(Member);
        WriteFigures(result, digits, detail);
        writer.WriteStartObject("cashable");
        WriteFigures(result.Cashable, digits, detail);
        writer.WriteEndObject();
        writer.WriteMessages("reasons", result.Reasons, words);
        if (detail >= ResultDetail.Lines)
        {
            writer.WriteStartArray("rules");
            foreach (TaxRule rule in result.Rules)
            {
                WriteRule(rule);
            }

            writer.WriteEndArray();
            if (detail >= ResultDetail.Full && words is not null)
            {
                ExplanationWriter.Write(writer, result.Explain(), words);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>The figures alone, net benefit as the difference of its printed parts.</summary>
    public void WriteFigures(AfterTaxResult result, int digits, ResultDetail detail)
    {
        writer.WriteAmount("totalCost", result.TotalCost, digits);
        writer.WriteAmount("totalBenefit", result.TotalBenefit, digits);
        writer.WriteAmount("netBenefit", PrintedNet(result), digits);
        writer.WriteAmount("tax", result.Tax, digits);
        writer.WriteAmount("creditedVat", result.CreditedVat, digits);
        writer.WriteAmount("taxableBenefit", result.TaxableBenefit, digits);
        writer.WriteAmount("deductibleCost", result.DeductibleCost, digits);
        writer.WriteAmount("undeductedCost", result.UndeductedCost, digits);
        writer.WriteAmount("unusedLoss", result.UnusedLoss, digits);
        writer.WriteRatio("roi", result.ReturnOnInvestment);
        if (result.After is { } after)
        {
            var figures = new MeasureWriter(writer, after);
            figures.Write("netPresentValue");
            figures.Write("internalRateOfReturn");
        }
        else
        {
            writer.WriteAmount("netPresentValue", result.NetPresentValue, digits);
            writer.WriteReason("internalRateOfReturn", NotApplicableReason.NoTaxRule);
        }

        writer.WriteNumber("paybackMonths", result.PaybackMonths);
        writer.WriteNumber("durablePaybackMonths", result.DurablePaybackMonths);
        if (detail >= ResultDetail.Lines)
        {
            WriteTable(result.PrintedTable(PrintedParts.MinorUnit(digits)), digits);
        }
    }

    private static Figure<Money> PrintedNet(AfterTaxResult result) =>
        result.TotalCost.TryGetValue(out Money cost) && result.TotalBenefit.TryGetValue(out Money benefit) && result.Tax.TryGetValue(out Money tax)
            ? Figure.Of(benefit.RoundToMinorUnit() - cost.RoundToMinorUnit() - tax.RoundToMinorUnit())
            : result.NetBenefit;

    private void WriteTable(IReadOnlyList<AfterTaxRow> rows, int digits)
    {
        writer.WriteStartArray("yearlyTable");
        foreach (AfterTaxRow row in rows)
        {
            writer.WriteStartObject();
            writer.WriteDate("start", row.Start);
            writer.WriteDate("end", row.End);
            writer.WriteMoney("cost", row.Cost.Amount, digits);
            writer.WriteMoney("benefit", row.Benefit.Amount, digits);
            writer.WriteMoney("creditedVat", row.CreditedVat.Amount, digits);
            writer.WriteMoney("taxableBenefit", row.TaxableBenefit.Amount, digits);
            writer.WriteMoney("deductibleCost", row.DeductibleCost.Amount, digits);
            writer.WriteMoney("tax", row.Tax.Amount, digits);
            writer.WriteMoney("net", row.Net.Amount, digits);
            writer.WriteMoney("cumulativeNet", row.CumulativeNet.Amount, digits);
            writer.WriteAmount("discountedNet", row.DiscountedNet, digits);
            writer.WriteAmount("cumulativeDiscountedNet", row.CumulativeDiscountedNet, digits);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteRule(TaxRule rule)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", ResultNames.TaxRules.WordFor(rule.Kind));
        writer.WriteNumber("value", FigureWriting.Trimmed(rule.Value));
        writer.WriteDate("from", rule.From);
        if (rule.Until is { } last)
        {
            writer.WriteDate("until", last);
        }

        writer.WriteString("source", rule.Source);
        writer.WriteString("number", rule.Number);
        writer.WriteBoolean("verified", rule.IsVerified);
        writer.WriteEndObject();
    }
}
