using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Reporting.Impacts;
using TcmCrm.Roi.Tool.Texts;
using ImpactWriter = TcmCrm.Roi.Json.Results.ImpactWriter;

namespace TcmCrm.Roi.Tool.Impacts;

/// <summary>A score or share before and after with the difference, as JSON.</summary>
internal static class TwoSidesJson
{
    internal static void Write(TwoSides sides, TextWriter output)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            writer.WriteString("schemaVersion", ImpactWriter.Version);
            writer.WriteString("kind", sides.Kind);
            writer.WriteString("verdict", ImpactWriter.WordOf(sides.Verdict));
            Write(writer, "before", sides.Before, sides.CountBefore);
            Write(writer, "after", sides.After, sides.CountAfter);
            ImpactWriter.WriteNumber(writer, "pairs", sides.Pairs);
            writer.WritePropertyName("change");
            if (sides.Change is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                ImpactWriter.WriteStudy(writer, sides.Change, MessageWriting.Words);
            }

            writer.WriteMessages("warnings", sides.Said);
            writer.WriteEndObject();
        }

        output.Write(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        output.Write('\n');
    }

    private static void Write(Utf8JsonWriter writer, string name, EffectInterval? level, int n)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("n", n);
        ImpactWriter.WriteNumber(writer, "estimate", level?.Estimate);
        ImpactWriter.WriteNumber(writer, "lower", level?.Lower);
        ImpactWriter.WriteNumber(writer, "upper", level?.Upper);
        writer.WriteEndObject();
    }
}
