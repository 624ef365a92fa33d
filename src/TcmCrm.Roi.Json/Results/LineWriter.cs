using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Json.Texts;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes what each cost and each benefit comes to, as <see cref="PrintedPeriod"/> rounds it.</summary>
internal sealed class LineWriter(Utf8JsonWriter writer, int digits)
{
    public void WriteCosts(IReadOnlyList<LineResult> costs)
    {
        writer.WriteStartArray("costs");
        foreach (LineResult cost in costs)
        {
            writer.WriteStartObject();
            writer.WriteString("category", ResultNames.CostCategories.WordFor(cost.Line.Cost!.Category));
            writer.WriteString("id", cost.Line.Id.Text);
            writer.WriteString("name", cost.Line.Name);
            WriteTags(cost.Line.Cost!.Tags);
            WriteIf("credit", cost.Line.Cost!.IsCredit);
            writer.WriteMoney("total", cost.Total.Amount, digits);
            writer.WriteAmount("presentValue", cost.PresentValue, digits);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public void WriteBenefits(IReadOnlyList<LineResult> benefits)
    {
        writer.WriteStartArray("benefits");
        foreach (LineResult benefit in benefits)
        {
            BenefitItem item = benefit.Line.Benefit!;
            writer.WriteStartObject();
            writer.WriteString("category", ResultNames.BenefitCategories.WordFor(item.Category));
            writer.WriteString("id", item.Id.Text);
            writer.WriteString("name", item.Name);
            writer.WriteString("class", ResultNames.Classes.WordFor(item.CountedClass));
            writer.WriteString("evidence", ResultNames.Evidences.WordFor(item.Evidence));
            writer.WriteBoolean("longTerm", item.IsLongTerm);
            WriteTags(item.Tags);
            WriteIf("disbenefit", item.IsDisbenefit);
            if (item.Study is { } study)
            {
                ImpactWriter.WriteOfBenefit(writer, study, item.Basis.IsMonetized);
            }

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
                writer.WriteMoney("total", benefit.Total.Amount, digits);
                writer.WriteAmount("presentValue", benefit.PresentValue, digits);
                if (!benefit.ReleasedCapital.IsZero)
                {
                    // Released once, returned at the end of the period: told apart, in no figure.
                    decimal released = Printed.Total(benefit.ReleasedCapital.Amount, digits);
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
}
