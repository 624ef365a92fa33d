using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Taxation;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes whose taxes the figures after tax are, and the rates and years that went into them, stated by the case or not.</summary>
internal static class TaxationWriter
{
    public const string Member = "taxation";

    public static void Write(Utf8JsonWriter writer, RoiEvaluation evaluation)
    {
        if (evaluation.Case.Taxation is not { } tax)
        {
            return;
        }

        AfterTaxResult longest = evaluation.AfterTax[evaluation.AfterTax.Count - 1];
        decimal? used = tax.IncomeTaxRate ?? longest.Rules.FirstOrDefault(rule => rule.Kind == TaxRuleKind.IncomeTax)?.Value;
        writer.WriteStartObject(Member);
        writer.WriteString("vatPayer", ResultNames.VatPayers.WordFor(tax.VatPayer));
        writer.WriteRatio("incomeTaxRate", used is { } rate ? Figure.Of(rate) : Figure.NotApplicable<decimal>(NotApplicableReason.NoTaxRule));
        writer.WriteNumber("vatExemptShare", tax.VatExemptShare ?? 0);
        writer.WriteNumber("surchargeRate", tax.VatPayer == VatPayer.General ? tax.SurchargeRate ?? 0 : 0);
        writer.WriteString("lossRelief", ResultNames.LossReliefs.WordFor(tax.LossRelief ?? LossRelief.Group));
        writer.WriteString("payment", ResultNames.TaxPayments.WordFor(tax.Payment ?? TaxPayment.Quarterly));
        writer.WriteStartArray("costs");
        foreach (CostTaxUse use in longest.Uses)
        {
            writer.WriteStartObject();
            writer.WriteString("id", use.Plan.Cost.Id.Text);
            writer.WriteStartArray("vatRates");
            foreach (CostVatUse vat in use.Vat)
            {
                writer.WriteNumberValue(FigureWriting.Trimmed(vat.Rate));
            }

            writer.WriteEndArray();
            writer.WriteString("treatment", ResultNames.TaxTreatments.WordFor(use.Plan.Treatment.Kind));
            if (use.Years.Count > 0)
            {
                writer.WriteNumber("years", use.Years.First());
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
