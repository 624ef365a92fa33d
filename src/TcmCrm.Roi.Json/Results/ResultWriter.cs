using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Texts;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes the result document: what holds for the case, then one object an evaluation period.</summary>
internal static class ResultWriter
{
    public const string Version = "1.0";

    public static void Write(Utf8JsonWriter writer, RoiEvaluation evaluation, ResultDetail detail, DocumentWords words, SimulationResult? simulation = null)
    {
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
        writer.WriteStartArray("horizons");
        foreach (PeriodResult period in evaluation.Periods)
        {
            PeriodWriter.Write(writer, period, evaluation.Measures, detail, words);
        }

        writer.WriteEndArray();
        writer.WriteMessages("warnings", evaluation.Warnings, words);
        if (simulation is not null)
        {
            writer.WritePropertyName("simulation");
            new SimulationWriter(writer).Write(simulation, [], [], simulation.Studies());
        }

        writer.WriteEndObject();
    }
}
