using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Tool.Texts;
using ImpactWriter = TcmCrm.Roi.Json.Results.ImpactWriter;

namespace TcmCrm.Roi.Tool.Impacts;

/// <summary>Studies of several segments and their total, as JSON.</summary>
internal static class SegmentsJson
{
    internal static void Write(SegmentedImpact result, TextWriter output)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            writer.WriteString("schemaVersion", ImpactWriter.Version);
            writer.WriteStartArray("segments");
            foreach (SegmentImpact segment in result.Segments)
            {
                writer.WriteStartObject();
                writer.WriteString("segment", segment.Segment);
                writer.WriteString("verdict", ImpactWriter.WordOf(segment.Verdict));
                ImpactWriter.WriteNumber(writer, "adjustedPValue", segment.AdjustedPValue);
                writer.WritePropertyName("study");
                ImpactWriter.Write(writer, segment.Result, MessageWriting.Words);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteString("totalVerdict", ImpactWriter.WordOf(result.TotalVerdict));
            writer.WritePropertyName("total");
            if (result.Total is { } total)
            {
                ImpactWriter.Write(writer, total, MessageWriting.Words);
            }
            else
            {
                writer.WriteNullValue();
            }

            writer.WritePropertyName("totalReason");
            if (result.TotalReason is { } reason)
            {
                writer.WriteMessage(reason);
            }
            else
            {
                writer.WriteNullValue();
            }

            WriteMix(writer, result.Mix);
            writer.WriteMessages("warnings", result.Warnings);
            writer.WriteEndObject();
        }

        output.Write(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        output.Write('\n');
    }

    private static void WriteMix(Utf8JsonWriter writer, RateMixSplit? mix)
    {
        writer.WritePropertyName("rateAndMix");
        if (mix is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteNumber("before", mix.Before);
        writer.WriteNumber("after", mix.After);
        writer.WriteNumber("rate", mix.Rate);
        writer.WriteNumber("mix", mix.Mix);
        writer.WriteBoolean("isReversal", mix.IsReversal);
        writer.WriteStartArray("segments");
        foreach ((string segment, double before, double after) in mix.Segments)
        {
            writer.WriteStartObject();
            writer.WriteString("segment", segment);
            writer.WriteNumber("before", before);
            writer.WriteNumber("after", after);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
