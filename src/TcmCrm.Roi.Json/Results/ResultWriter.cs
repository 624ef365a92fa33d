using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes the result document: what holds for the case, then one object an evaluation period.</summary>
internal static class ResultWriter
{
    public static void Write(Utf8JsonWriter writer, RoiEvaluation evaluation, ResultDetail detail)
    {
        InvestmentCase source = evaluation.Case;
        writer.WriteStartObject();
        writer.WriteString("schemaVersion", ResultDocument.SchemaVersion);
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

        writer.Put(CaseShape.DayCount, source.DayCount);
        writer.Put(CaseShape.FlowTiming, source.FlowTiming);
        writer.WriteStartArray("horizons");
        foreach (HorizonResult horizon in evaluation.Horizons)
        {
            HorizonWriter.Write(writer, horizon, detail);
        }

        writer.WriteEndArray();
        MessageJson.WriteList(writer, "warnings", evaluation.Warnings);
        writer.WriteEndObject();
    }
}
