using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes the result document: what holds for the case, then one object an evaluation period.</summary>
internal static class ResultWriter
{
    public const string Version = "1.0";

    public static void Write(Utf8JsonWriter writer, RoiEvaluation evaluation, ResultDetail detail)
    {
        InvestmentCase source = evaluation.Case;
        writer.WriteStartObject();
        writer.WriteString("schemaVersion", Version);
        writer.WriteString("name", source.Name);
        writer.WriteString("currency", source.Currency.Code);
        writer.WriteDate("start", source.Start);
        writer.WriteDate("goLive", source.GoLive);
        if (evaluation.DiscountRate is { } rate)
        {
            writer.WriteNumber("discountRate", rate);
        }
        else
        {
            writer.WriteReason("discountRate", NotApplicableReason.NoRate);
        }

        writer.WriteString("dayCount", ResultNames.DayCounts.WordFor(source.DayCount));
        writer.WriteString("flowTiming", ResultNames.FlowTimings.WordFor(source.FlowTiming));
        writer.WriteStartArray("horizons");
        foreach (HorizonResult period in evaluation.Horizons)
        {
            PeriodWriter.Write(writer, period, detail);
        }

        writer.WriteEndArray();
        writer.WriteMessages("warnings", evaluation.Warnings);
        writer.WriteEndObject();
    }
}
