using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Texts;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes the result document: what holds for the case, then one object an evaluation period.</summary>
internal static class ResultWriter
{
    public const string Version = "1.0";

    public static void Write(Utf8JsonWriter writer, RoiEvaluation evaluation, DocumentWriteOptions options)
    {
        DocumentWords words = options.Languages;
        InvestmentCase source = evaluation.Case;
        writer.WriteStartObject();
        writer.WriteString("schemaVersion", Version);
        writer.WriteString("name", source.Name);
        writer.WriteString("currency", source.Currency.Code);
        writer.WriteDate("start", source.Start);
        writer.WriteDate("goLive", source.GoLive);
        if (evaluation.Terms.DiscountRate is { } rate)
        {
            writer.WriteNumber("discountRate", rate);
        }
        else
        {
            writer.WriteReason("discountRate", NotApplicableReason.NoRate);
        }

        writer.WriteString("dayCount", ResultNames.DayCounts.WordFor(evaluation.Terms.DayCount!.Value));
        writer.WriteString("flowTiming", ResultNames.FlowTimings.WordFor(evaluation.Terms.FlowTiming!.Value));
        writer.WriteTerms("assumedTerms", evaluation.AssumedTerms, words);
        TaxationWriter.Write(writer, evaluation);
        writer.WriteStartArray("horizons");
        IReadOnlyList<AfterTaxResult> afterTax = evaluation.AfterTax;
        for (int i = 0; i < evaluation.Periods.Count; i++)
        {
            PeriodWriter.Write(writer, evaluation.Periods[i], afterTax.Count == 0 ? null : afterTax[i], evaluation.Measures, options.Detail, words);
        }

        writer.WriteEndArray();
        writer.WriteMessages("warnings", evaluation.Warnings, words);
        if (options.Simulation is { } simulation)
        {
            writer.WritePropertyName("simulation");
            new SimulationWriter(writer).Write(simulation, DocumentWriteOptions.Default);
        }

        writer.WriteEndObject();
    }
}
