using System.Text.Json;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes a cash-flow table, as <see cref="PrintedPeriod"/> rounds it.</summary>
internal static class TableWriter
{
    public static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<FlowTableRow> rows, int digits)
    {
        writer.WriteStartArray(name);
        foreach (FlowTableRow row in rows)
        {
            writer.WriteStartObject();
            writer.WriteDate("start", row.Start);
            writer.WriteDate("end", row.End);
            writer.WriteMoney("cost", row.Cost.Amount, digits);
            writer.WriteMoney("benefit", row.Benefit.Amount, digits);
            writer.WriteMoney("net", row.Net.Amount, digits);
            writer.WriteMoney("cumulativeNet", row.CumulativeNet.Amount, digits);
            writer.WriteAmount("discountedNet", row.DiscountedNet, digits);
            writer.WriteAmount("cumulativeDiscountedNet", row.CumulativeDiscountedNet, digits);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
