using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Tool.Texts;
using ImpactWriter = TcmCrm.Roi.Json.Results.ImpactWriter;

namespace TcmCrm.Roi.Tool.Impacts;

/// <summary>What a study will need, as JSON.</summary>
internal static class PlanJson
{
    internal static void Write(ImpactPlan plan, TextWriter output)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            writer.WriteString("schemaVersion", ImpactWriter.Version);
            writer.WriteNumber("promise", plan.Study.Promise!.Value);
            writer.WriteNumber("confidenceLevel", plan.Study.ConfidenceLevel);
            writer.WriteNumber("power", 0.8);
            writer.WriteString("unit", ImpactWriter.CamelCase(plan.Unit.ToString()));
            writer.WriteNumber("monthsBefore", plan.MonthsBefore);
            ImpactWriter.WriteNumber(writer, "noise", plan.Noise);
            ImpactWriter.WriteNumber(writer, "autocorrelation", plan.Autocorrelation);
            ImpactWriter.WriteNumber(writer, "noiseWithControl", plan.NoiseWithControl);
            writer.WriteStartArray("plans");
            foreach (ImpactPlanRow row in plan.Rows)
            {
                Write(writer, row);
            }

            writer.WriteEndArray();
            Write(writer, "shortest", plan.Shortest);
            Write(writer, "shortestWithControl", plan.ShortestWithControl);
            writer.WriteMessages("reasons", new[] { plan.OwnReason, plan.ControlReason }.OfType<Message>());
            writer.WriteMessages("notes", plan.Notes);
            writer.WriteStartObject("text");
            writer.WriteString("en", MessageWriting.Text(plan.Summary, "en"));
            writer.WriteString("zh", MessageWriting.Text(plan.Summary, "zh"));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        output.Write(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        output.Write('\n');
    }

    private static void Write(Utf8JsonWriter writer, string name, ImpactPlanRow? row)
    {
        writer.WritePropertyName(name);
        if (row is null)
        {
            writer.WriteNullValue();
            return;
        }

        Write(writer, row);
    }

    private static void Write(Utf8JsonWriter writer, ImpactPlanRow row)
    {
        writer.WriteStartObject();
        writer.WriteNumber("monthsBefore", row.MonthsBefore);
        writer.WriteNumber("furtherMonthsBefore", row.FurtherMonthsBefore);
        ImpactWriter.WriteNumber(writer, "monthsAfter", row.MonthsAfter);
        ImpactWriter.WriteNumber(writer, "monthsAfterWithControl", row.MonthsAfterWithControl);
        ImpactWriter.WriteNumber(writer, "detectableAfterYear", row.DetectableAfterYear);
        ImpactWriter.WriteNumber(writer, "detectableAfterYearWithControl", row.DetectableAfterYearWithControl);
        writer.WriteEndObject();
    }
}
