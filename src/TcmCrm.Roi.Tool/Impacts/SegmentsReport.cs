using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Rendering;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Impacts;

/// <summary>Studies of several segments and their total: as a report, one row a segment, and as JSON.</summary>
internal static class SegmentsReport
{
    internal static Report Create(SegmentedImpact result, Language language)
    {
        var report = new Report(language.Say("report.impactSegments"));
        ReportSection conclusion = report.AddSection(language.Say("section.conclusion"));
        foreach (Message warning in result.Warnings)
        {
            conclusion.AddParagraph(language.Say(warning));
        }

        foreach (Message sentence in (result.Mix is { IsReversal: true } ? null : result.Total)?.Summary.Where(sentence => sentence.Code != "designUnavailable") ?? [])
        {
            conclusion.AddParagraph(language.Say(sentence));
        }

        if (result.TotalReason is { } reason)
        {
            conclusion.AddParagraph(language.Say("sentence.noTotal", ("reason", language.Say(reason))));
        }

        ReportTable table = report.AddSection(language.Say("section.segments")).AddTable(
            string.Empty,
            ReportColumn.Text(language.Say("column.segmentName")),
            ReportColumn.Text(language.Say("column.method")),
            ReportColumn.Number(language.Say("column.effect")),
            ReportColumn.Number(language.Say("column.lower")),
            ReportColumn.Number(language.Say("column.upper")),
            ReportColumn.Number(language.Say("column.pValue")),
            ReportColumn.Number(language.Say("column.adjustedP")),
            ReportColumn.Number(language.Say("column.months")),
            ReportColumn.Text(language.Say("column.verdict")));
        foreach (SegmentImpact segment in result.Segments)
        {
            table.AddRow(Cells(segment.Segment, segment.Result, segment.AdjustedPValue, segment.Verdict, language));
        }

        if (result.Total is { } total)
        {
            table.AddTotal(Cells(language.Say("cell.total"), total, null, result.TotalVerdict, language));
        }

        return report;
    }

    internal static void Write(SegmentedImpact result, TextWriter output)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            writer.WriteString("schemaVersion", ImpactJson.SchemaVersion);
            writer.WriteStartArray("segments");
            foreach (SegmentImpact segment in result.Segments)
            {
                writer.WriteStartObject();
                writer.WriteString("segment", segment.Segment);
                writer.WriteString("verdict", ImpactJson.WordOf(segment.Verdict));
                ImpactJson.WriteNumber(writer, "adjustedPValue", segment.AdjustedPValue);
                writer.WritePropertyName("study");
                ImpactJson.Write(writer, segment.Result, null);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteString("totalVerdict", ImpactJson.WordOf(result.TotalVerdict));
            writer.WritePropertyName("total");
            if (result.Total is { } total)
            {
                ImpactJson.Write(writer, total, null);
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

    private static string[] Cells(string name, ImpactResult result, double? adjusted, ImpactVerdictKind verdict, Language language)
    {
        ImpactEstimate? chosen = result.HasAnswer ? result.Chosen : null;
        return
        [
            name,
            chosen is null ? "-" : language.NameOf(chosen.Method),
            Effect(chosen?.Estimate), Effect(chosen?.Lower), Effect(chosen?.Upper),
            P(chosen?.PValue), P(adjusted),
            chosen is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{chosen.ObservationsBefore:0.#}/{chosen.ObservationsAfter:0.#}"),
            language.NameOf(verdict),
        ];

        string Effect(double? value) => ImpactReport.Effect(language, value, chosen?.Unit ?? EffectUnit.KpiUnit);
    }

    private static string P(double? p) => p is not { } known ? "-" : known < 0.001 ? "< 0.001" : known.ToString("0.000", CultureInfo.InvariantCulture);
}
