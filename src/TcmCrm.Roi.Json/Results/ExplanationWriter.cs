using System.Text.Json;
using TcmCrm.Roi.Json.Texts;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes how figures came about.</summary>
internal static class ExplanationWriter
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<FigureExplanation> explanations, DocumentWords words)
    {
        writer.WriteStartArray("explanations");
        foreach (FigureExplanation explanation in explanations)
        {
            writer.WriteStartObject();
            writer.WriteString("figure", explanation.FormulaId);
            writer.WriteWords(explanation.Measure.Formula, "formula", "formulaChinese", words);
            writer.WriteStartArray("inputs");
            foreach (FigureInput input in explanation.Inputs)
            {
                writer.WriteStartObject();
                writer.WriteString("name", input.Name);
                writer.WriteString("value", input.Value);
                writer.WriteString("unit", input.Unit);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteString("result", explanation.Result);
            writer.WriteString("unit", explanation.Unit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
