using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes what each cost and each benefit comes to; the lines of a category sum to its printed amount.</summary>
internal sealed class LineWriter(Utf8JsonWriter writer, int digits)
{
    public static readonly Choices<BenefitClass> Classes = Choices.Of<BenefitClass>();
    public static readonly Choices<Evidence> Evidences = Choices.Of<Evidence>();

    public void WriteCosts(IReadOnlyList<CostLine> costs, Breakdown<CostCategory> byCategory)
    {
        decimal[] totals = byCategory.Within(costs, line => line.Item.Category, line => line.Total.Amount);
        writer.WriteStartArray("costs");
        for (int i = 0; i < costs.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("category", CostKind.Categories.WordFor(costs[i].Item.Category));
            writer.WriteString("name", costs[i].Item.Name);
            writer.WriteMoney("total", totals[i], digits);
            writer.WriteAmount("presentValue", costs[i].PresentValue, digits);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public void WriteBenefits(IReadOnlyList<BenefitLine> benefits, Breakdown<BenefitCategory> shortTerm, Breakdown<BenefitCategory> longTerm)
    {
        decimal[] shortTotals = shortTerm.Within(benefits, line => line.Item.Category, line => line.Total.Amount);
        decimal[] longTotals = longTerm.Within(benefits, line => line.Item.Category, line => line.Total.Amount);
        writer.WriteStartArray("benefits");
        for (int i = 0; i < benefits.Count; i++)
        {
            BenefitItem item = benefits[i].Item;
            writer.WriteStartObject();
            writer.WriteString("category", BenefitKind.Categories.WordFor(item.Category));
            writer.WriteString("name", item.Name);
            writer.WriteString("class", Classes.WordFor(item.Class));
            writer.WriteString("evidence", Evidences.WordFor(item.Evidence));
            writer.WriteBoolean("longTerm", item.IsLongTerm);
            if (item.Basis is NotMonetisedBenefit described)
            {
                writer.WriteString("description", NotMonetisedBenefitKind.DescriptionOf(described));
            }
            else
            {
                writer.WriteMoney("total", item.IsLongTerm ? longTotals[i] : shortTotals[i], digits);
                writer.WriteAmount("presentValue", benefits[i].PresentValue, digits);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
