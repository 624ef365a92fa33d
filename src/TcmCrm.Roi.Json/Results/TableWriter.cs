using System.Text.Json;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes a cash-flow table. What has accumulated is rounded, and a row is what it adds: so columns sum to their totals.</summary>
internal static class TableWriter
{
    public static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<FlowTableRow> rows, int digits)
    {
        decimal exactCost = 0, exactBenefit = 0, cost = 0, benefit = 0, discounted = 0;
        writer.WriteStartArray(name);
        foreach (FlowTableRow row in rows)
        {
            exactCost += row.Cost.Amount;
            exactBenefit += row.Benefit.Amount;
            decimal costSoFar = Printed.Total(exactCost, digits), benefitSoFar = Printed.Total(exactBenefit, digits);
            writer.WriteStartObject();
            writer.WriteDate("start", row.Start);
            writer.WriteDate("end", row.End);
            writer.WriteMoney("cost", costSoFar - cost, digits);
            writer.WriteMoney("benefit", benefitSoFar - benefit, digits);
            writer.WriteMoney("net", benefitSoFar - benefit - (costSoFar - cost), digits);
            writer.WriteMoney("cumulativeNet", benefitSoFar - costSoFar, digits);
            (cost, benefit) = (costSoFar, benefitSoFar);
            if (row.CumulativeDiscountedNet.TryGetValue(out Money sum))
            {
                decimal soFar = Printed.Total(sum.Amount, digits);
                writer.WriteMoney("discountedNet", soFar - discounted, digits);
                writer.WriteMoney("cumulativeDiscountedNet", soFar, digits);
                discounted = soFar;
            }
            else
            {
                NotApplicableReason? reason = row.CumulativeDiscountedNet.Reason;
                writer.WriteReason("discountedNet", reason);
                writer.WriteReason("cumulativeDiscountedNet", reason);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
