using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Rendering;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Impacts;

/// <summary>What a study will need, told before go-live: as a report and as JSON.</summary>
internal static class PlanReport
{
    internal static Report Create(ImpactPlan plan, Language language)
    {
        var report = new Report(language.Say("report.impactPlan"));
        ReportSection conclusion = report.AddSection(language.Say("section.conclusion"));
        foreach (Message sentence in plan.Summary)
        {
            conclusion.AddParagraph(language.Say(sentence));
        }

        if (plan.Rows.Count == 0)
        {
            return report;
        }

        bool hasControl = plan.ControlReason is null;
        bool hasOwn = plan.OwnReason is null;
        ReportColumn[] own = hasOwn ? [ReportColumn.Number(language.Say("column.planAfter")), ReportColumn.Number(language.Say("column.planYear"))] : [];
        ReportColumn[] compared = hasControl ? [ReportColumn.Number(language.Say("column.planAfterControl")), ReportColumn.Number(language.Say("column.planYearControl"))] : [];
        ReportTable table = report.AddSection(language.Say("section.planMonths")).AddTable(
            string.Empty,
            [ReportColumn.Number(language.Say("column.planBefore")), ReportColumn.Number(language.Say("column.planMore")), .. own, .. compared]);
        foreach (ImpactPlanRow row in plan.Rows)
        {
            string[] first = hasOwn ? [Months(row.MonthsAfter, language), ImpactReport.Effect(language, row.DetectableAfterYear, plan.Unit)] : [];
            string[] second = hasControl ? [Months(row.MonthsAfterWithControl, language), ImpactReport.Effect(language, row.DetectableAfterYearWithControl, plan.Unit)] : [];
            table.AddRow([Text(row.MonthsBefore), Text(row.FurtherMonthsBefore), .. first, .. second]);
        }

        return report;
    }

    internal static void Write(ImpactPlan plan, TextWriter output)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            writer.WriteString("schemaVersion", ImpactJson.SchemaVersion);
            writer.WriteNumber("promise", plan.Study.Promise!.Value);
            writer.WriteNumber("confidenceLevel", plan.Study.ConfidenceLevel);
            writer.WriteNumber("power", 0.8);
            writer.WriteString("unit", ImpactJson.CamelCase(plan.Unit.ToString()));
            writer.WriteNumber("monthsBefore", plan.MonthsBefore);
            ImpactJson.WriteNumber(writer, "noise", plan.Noise);
            ImpactJson.WriteNumber(writer, "autocorrelation", plan.Autocorrelation);
            ImpactJson.WriteNumber(writer, "noiseWithControl", plan.NoiseWithControl);
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
        ImpactJson.WriteNumber(writer, "monthsAfter", row.MonthsAfter);
        ImpactJson.WriteNumber(writer, "monthsAfterWithControl", row.MonthsAfterWithControl);
        ImpactJson.WriteNumber(writer, "detectableAfterYear", row.DetectableAfterYear);
        ImpactJson.WriteNumber(writer, "detectableAfterYearWithControl", row.DetectableAfterYearWithControl);
        writer.WriteEndObject();
    }

    private static string Months(int? months, Language language) => months is { } known ? Text(known) : language.Say("cell.planNever");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
