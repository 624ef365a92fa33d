using System.Text.Json;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes the document of a comparison.</summary>
internal sealed class ComparisonWriter(Utf8JsonWriter writer)
{
    public const string Version = "1.0";

    private static readonly string[] Figures = ["totalCost", "totalBenefit", "netBenefit", "roi", "netPresentValue", "internalRateOfReturn", "paybackMonths", "equivalentAnnualCost"];

    private readonly SimulationWriter estimates = new(writer);

    public void Write(ComparisonResult result)
    {
        Currency currency = result.Alternatives[1].Evaluation!.Case.Currency;
        writer.WriteStartObject();
        writer.WriteString("schemaVersion", Version);
        writer.WriteString("currency", currency.Code);
        estimates.WriteSubject(result.Period, result.Basis);
        writer.WriteNumber("trials", result.Options.Trials);
        writer.WriteNumber("seed", result.Options.Seed);
        WriteName("best", result.Best, result.Best is null);
        writer.WriteBoolean("tooCloseToCall", result.IsTooCloseToCall);
        if (result.Steps[0].AfterTax is not null)
        {
            WriteName("bestAfterTax", result.BestAfterTax, result.BestAfterTax is null);
        }

        writer.WriteStartArray("alternatives");
        foreach (Alternative alternative in result.Alternatives)
        {
            WriteAlternative(alternative, currency);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("incremental");
        foreach (IncrementalStep step in result.Steps)
        {
            WriteStep(step, currency.MinorUnitDigits);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteAlternative(Alternative alternative, Currency currency)
    {
        writer.WriteStartObject();
        WriteName("name", alternative, isUnknown: false);
        if (alternative.Result is { } result)
        {
            var figures = new MeasureWriter(writer, result);
            foreach (string figure in Figures)
            {
                figures.Write(figure);
            }
        }
        else
        {
            foreach (string figure in Figures.Take(3))
            {
                writer.WriteMoney(figure, 0, currency.MinorUnitDigits);
            }

            writer.WriteReason("roi", NotApplicableReason.NoCost);
            writer.WriteMoney("netPresentValue", 0, currency.MinorUnitDigits);
        }

        if (alternative.AfterTax is { } afterTax)
        {
            writer.WriteStartObject(AfterTaxWriter.Member);
            var figures = new AfterTaxWriter(writer, null);
            figures.WriteFigures(afterTax, currency.MinorUnitDigits, ResultDetail.Lines);
            writer.WriteMessages("reasons", afterTax.Reasons);
            writer.WriteEndObject();
        }

        estimates.WriteEstimate("probabilityBest", alternative.ProbabilityBest);
        estimates.WriteEstimate("expectedRegret", alternative.ExpectedRegret);
        writer.WriteMessages("warnings", alternative.Evaluation?.WarningsToLongest ?? []);
        writer.WriteEndObject();
    }

    private void WriteStep(IncrementalStep step, int digits)
    {
        writer.WriteStartObject();
        WriteName("from", step.From, isUnknown: false);
        WriteName("to", step.To, isUnknown: false);
        writer.WriteMoney("cost", Printed.Total(step.Cost.Amount, digits), digits);
        writer.WriteMoney("benefit", Printed.Total(step.Benefit.Amount, digits), digits);
        writer.WriteAmount("netPresentValue", step.NetPresentValue, digits);
        WriteRates(step.InternalRateOfReturn);
        writer.WriteNumber("crossOverRate", step.InternalRateOfReturn.ToFigure());
        if (step.AfterTax is { } afterTax)
        {
            writer.WriteStartObject(AfterTaxWriter.Member);
            writer.WriteAmount("cost", afterTax.Cost, digits);
            writer.WriteAmount("benefit", afterTax.Benefit, digits);
            writer.WriteAmount("tax", afterTax.Tax, digits);
            writer.WriteAmount("netPresentValue", afterTax.NetPresentValue, digits);
            WriteRates(afterTax.InternalRateOfReturn);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private void WriteRates(InternalRateOfReturnResult rates)
    {
        writer.WriteStartObject("internalRateOfReturn");
        writer.WriteRoots(rates);
        writer.WriteEndObject();
    }

    /// <summary>The name of a case, or null for doing nothing.</summary>
    private void WriteName(string member, Alternative? alternative, bool isUnknown)
    {
        if (isUnknown)
        {
            writer.WriteReason(member, NotApplicableReason.NoRate);
        }
        else if (alternative!.Name is null)
        {
            writer.WriteNull(member);
        }
        else
        {
            writer.WriteString(member, alternative.Name);
        }
    }
}
