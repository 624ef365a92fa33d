using System.Text.Json;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes a cash-flow table. What has accumulated is rounded, and a row is what it adds: so columns sum to their totals.</summary>
internal static class TableWriter
{
    public static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<FlowTableRow> rows, PrintedFlows printed, int digits)
    {
        decimal cost = 0, benefit = 0, discounted = 0;
        writer.WriteStartArray(name);
        foreach (FlowTableRow row in rows)
        {
            decimal costSoFar = printed.Cost(row), benefitSoFar = printed.Benefit(row);
            writer.WriteStartObject();
            writer.WriteDate("start", row.Start);
            writer.WriteDate("end", row.End);
            writer.WriteMoney("cost", costSoFar - cost, digits);
            writer.WriteMoney("benefit", benefitSoFar - benefit, digits);
            writer.WriteMoney("net", benefitSoFar - benefit - (costSoFar - cost), digits);
            writer.WriteMoney("cumulativeNet", benefitSoFar - costSoFar, digits);
            (cost, benefit) = (costSoFar, benefitSoFar);
            if (printed.IsDiscounted)
            {
                decimal soFar = printed.Discounted(row);
                writer.WriteMoney("discountedNet", soFar - discounted, digits);
                writer.WriteMoney("cumulativeDiscountedNet", soFar, digits);
                discounted = soFar;
            }
            else
            {
                writer.WriteAmount("discountedNet", row.DiscountedNet, digits);
                writer.WriteAmount("cumulativeDiscountedNet", row.CumulativeDiscountedNet, digits);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
