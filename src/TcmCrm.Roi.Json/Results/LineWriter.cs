using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Texts;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Json.Results;

/// <summary>
/// Writes what each cost and each benefit comes to. The lines of a category sum to its printed amount, and the present values of the costs, of the benefits
/// and of the long-term block to theirs.
/// </summary>
internal sealed class LineWriter(Utf8JsonWriter writer, int digits)
{
    public void WriteCosts(IReadOnlyList<LineResult> costs, Breakdown<CostCategory> byCategory, Figure<Money> presentValue)
    {
        decimal[] totals = byCategory.Within(costs, line => line.Line.Cost!.Category, line => line.Total.Amount);
        Figure<Money>[] discounted = PresentValues([.. costs.Select(line => line.PresentValue)], presentValue);
        writer.WriteStartArray("costs");
        for (int i = 0; i < costs.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("category", ResultNames.CostCategories.WordFor(costs[i].Line.Cost!.Category));
            writer.WriteString("id", costs[i].Line.Id.Text);
            writer.WriteString("name", costs[i].Line.Name);
            WriteTags(costs[i].Line.Cost!.Tags);
            WriteIf("credit", costs[i].Line.Cost!.IsCredit);
            writer.WriteMoney("total", totals[i], digits);
            writer.WriteAmount("presentValue", discounted[i], digits);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public void WriteBenefits(
        IReadOnlyList<LineResult> benefits, Breakdown<BenefitCategory> shortTerm, Breakdown<BenefitCategory> longTerm, Figure<Money> presentValue,
        Figure<Money> longTermPresentValue)
    {
        decimal[] shortTotals = shortTerm.Within(benefits, line => line.Line.Benefit!.Category, line => line.Total.Amount);
        decimal[] longTotals = longTerm.Within(benefits, line => line.Line.Benefit!.Category, line => line.Total.Amount);
        var discounted = new Dictionary<LineResult, Figure<Money>>();
        foreach (IGrouping<bool, LineResult> block in benefits.Where(line => line.Line.Benefit!.Basis.IsMonetized).GroupBy(line => line.Line.Benefit!.IsLongTerm))
        {
            LineResult[] lines = [.. block];
            Figure<Money>[] values = PresentValues([.. lines.Select(line => line.PresentValue)], block.Key ? longTermPresentValue : presentValue);
            for (int i = 0; i < lines.Length; i++)
            {
                discounted.Add(lines[i], values[i]);
            }
        }

        writer.WriteStartArray("benefits");
        for (int i = 0; i < benefits.Count; i++)
        {
            BenefitItem item = benefits[i].Line.Benefit!;
            writer.WriteStartObject();
            writer.WriteString("category", ResultNames.BenefitCategories.WordFor(item.Category));
            writer.WriteString("id", item.Id.Text);
            writer.WriteString("name", item.Name);
            writer.WriteString("class", ResultNames.Classes.WordFor(item.CountedClass));
            writer.WriteString("evidence", ResultNames.Evidences.WordFor(item.Evidence));
            writer.WriteBoolean("longTerm", item.IsLongTerm);
            WriteTags(item.Tags);
            WriteIf("disbenefit", item.IsDisbenefit);
            if (!item.Basis.IsMonetized)
            {
                writer.WriteString("description", PackageWords.Description(item.Description, item.Note));
                if (item.Note is { } note)
                {
                    writer.WritePropertyName("note");
                    writer.WriteMessage(note);
                }
            }
            else
            {
                writer.WriteMoney("total", item.IsLongTerm ? longTotals[i] : shortTotals[i], digits);
                writer.WriteAmount("presentValue", discounted[benefits[i]], digits);
                if (!benefits[i].ReleasedCapital.IsZero)
                {
                    // Released once, returned at the end of the period: told apart, in no figure.
                    decimal released = Printed.Total(benefits[i].ReleasedCapital.Amount, digits);
                    writer.WriteStartObject("workingCapital");
                    writer.WriteMoney("released", released, digits);
                    writer.WriteMoney("returned", -released, digits);
                    writer.WriteEndObject();
                }
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteTags(IReadOnlyList<string> tags)
    {
        if (tags.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("tags");
        foreach (string tag in tags)
        {
            writer.WriteStringValue(tag);
        }

        writer.WriteEndArray();
    }

    private void WriteIf(string name, bool holds)
    {
        if (holds)
        {
            writer.WriteBoolean(name, true);
        }
    }

    private Figure<Money>[] PresentValues(Figure<Money>[] lines, Figure<Money> total)
    {
        if (!total.TryGetValue(out Money sum) || !lines.All(line => line.IsApplicable))
        {
            return lines;
        }

        decimal[] parts = Printed.Parts([.. lines.Select(line => line.Value.Amount)], Printed.Total(sum.Amount, digits), digits);
        return [.. parts.Select(part => Figure.Of(new Money(part, sum.Currency)))];
    }
}
