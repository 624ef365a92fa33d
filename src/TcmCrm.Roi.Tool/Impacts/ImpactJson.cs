using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Reporting.Impacts;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Impacts;

/// <summary>The JSON of <c>tcm-roi impact</c>. Numbers are round-trip; what does not exist is null; nothing depends on the language or the clock.</summary>
internal static class ImpactJson
{
    internal const string SchemaVersion = "1.0";

    internal static void Write(ImpactResult result, ImpactEstimate? survey, TextWriter output)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            Write(writer, result, survey);
        }

        output.Write(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        output.Write('\n');
    }

    internal static void Write(Utf8JsonWriter writer, ImpactResult result, ImpactEstimate? survey)
    {
        ImpactEstimate? chosen = ImpactChoice.ChosenOf(result, survey);
        writer.WriteStartObject();
        writer.WriteString("schemaVersion", SchemaVersion);
        writer.WriteString("goLive", MonthText.Of(result.Study.GoLive));
        writer.WriteNumber("transitionMonths", result.Study.TransitionMonths);
        writer.WriteNumber("confidenceLevel", result.Study.ConfidenceLevel);
        WriteNumber(writer, "promise", result.Study.Promise);
        writer.WriteString("chosen", chosen is null ? null : ImpactEstimate.IdOf(chosen.Method));
        writer.WriteString("verdict", WordOf(chosen?.Verdict ?? ImpactVerdictKind.Inconclusive));
        WriteEffect(writer, "effect", chosen is { IsEffect: true } ? chosen : null);
        WriteEffect(writer, "change", chosen is { IsEffect: false } ? chosen : null);
        WriteDetails(writer, chosen?.Path);
        writer.WriteMessages("choice", ReferenceEquals(chosen, survey) && survey is not null ? [] : result.Choice);
        WriteNumber(writer, "minimumDetectableEffect", chosen?.MinimumDetectableEffect);
        WriteNumber(writer, "monthsStillNeeded", chosen?.MonthsStillNeeded);
        writer.WriteStartArray("studies");
        foreach (ImpactEstimate estimate in ImpactChoice.Ranked(result, survey))
        {
            WriteStudy(writer, estimate);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("unavailable");
        foreach ((ImpactMethod method, Message reason) in result.Unavailable)
        {
            writer.WriteStartObject();
            writer.WriteString("method", ImpactEstimate.IdOf(method));
            writer.WritePropertyName("reason");
            writer.WriteMessage(reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteMessages("warnings", result.Warnings);
        writer.WriteStartObject("text");
        writer.WriteString("en", MessageWriting.Text(result.Summary, "en"));
        writer.WriteString("zh", MessageWriting.Text(result.Summary, "zh"));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    internal static void WriteStudy(Utf8JsonWriter writer, ImpactEstimate estimate)
    {
        writer.WriteStartObject();
        writer.WriteString("method", ImpactEstimate.IdOf(estimate.Method));
        writer.WriteString("evidence", CamelCase(estimate.Rung.ToString()));
        writer.WriteNumber("estimate", estimate.Estimate);
        writer.WriteNumber("lower", estimate.Lower);
        writer.WriteNumber("upper", estimate.Upper);
        writer.WriteString("unit", CamelCase(estimate.Unit.ToString()));
        writer.WriteString("scale", estimate.IsLogScale ? "log" : "linear");
        writer.WriteNumber("confidenceLevel", estimate.ConfidenceLevel);
        WriteNumber(writer, "standardError", estimate.StandardError);
        WriteNumber(writer, "degreesOfFreedom", estimate.DegreesOfFreedom);
        writer.WriteNumber("pValue", estimate.PValue);
        WriteNumber(writer, "rho", estimate.Rho);
        writer.WriteNumber("nBefore", estimate.ObservationsBefore);
        writer.WriteNumber("nAfter", estimate.ObservationsAfter);
        writer.WriteNumber("nEffective", estimate.EffectiveObservations);
        writer.WriteBoolean("seasonAdjusted", estimate.IsSeasonAdjusted);
        writer.WriteString("verdict", WordOf(estimate.Verdict));
        WriteNumber(writer, "minimumDetectableEffect", estimate.MinimumDetectableEffect);
        WriteNumber(writer, "monthsStillNeeded", estimate.MonthsStillNeeded);
        writer.WriteBoolean("isEffect", estimate.IsEffect);
        writer.WriteBoolean("isGuarded", estimate.IsGuarded);
        if (estimate.Path is { } path)
        {
            WriteInterval(writer, "firstMonth", path.FirstMonth);
            WriteInterval(writer, "lastMonths", path.LastMonths);
            if (!estimate.IsLogScale)
            {
                WriteInterval(writer, "cumulativeEffect", path.Cumulative);
            }

            writer.WriteNumber("slopeChangePValue", path.SlopePValue);
        }

        writer.WriteMessages("assumptions", estimate.Assumptions);
        writer.WriteMessages("warnings", estimate.Warnings);
        writer.WriteEndObject();
    }

    /// <summary>The number that verdict and money go by; null where there is none.</summary>
    internal static void WriteEffect(Utf8JsonWriter writer, string name, ImpactEstimate? estimate)
    {
        if (estimate is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("estimate", estimate.Estimate);
        writer.WriteNumber("lower", estimate.Lower);
        writer.WriteNumber("upper", estimate.Upper);
        writer.WriteString("unit", CamelCase(estimate.Unit.ToString()));
        writer.WriteString("basis", estimate.Method is ImpactMethod.NetPromoterScore or ImpactMethod.ProportionNewcombe ? "allAnswers" : "meanOfObservedMonths");
        writer.WriteEndObject();
    }

    /// <summary>The effect month by month, of the first month and of the last ones.</summary>
    private static void WriteDetails(Utf8JsonWriter writer, EffectPath? path)
    {
        if (path is null)
        {
            writer.WriteNull("path");
            writer.WriteNull("firstMonth");
            writer.WriteNull("lastMonths");
            return;
        }

        writer.WriteStartArray("path");
        foreach (int month in path.Months)
        {
            EffectInterval effect = path.At(month);
            writer.WriteStartObject();
            writer.WriteNumber("monthsAfterFirst", month);
            writer.WriteNumber("estimate", effect.Estimate);
            writer.WriteNumber("lower", effect.Lower);
            writer.WriteNumber("upper", effect.Upper);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteInterval(writer, "firstMonth", path.FirstMonth);
        WriteInterval(writer, "lastMonths", path.LastMonths);
    }

    private static void WriteInterval(Utf8JsonWriter writer, string name, EffectInterval interval)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("estimate", interval.Estimate);
        writer.WriteNumber("lower", interval.Lower);
        writer.WriteNumber("upper", interval.Upper);
        writer.WriteEndObject();
    }

    internal static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Documents keep the spelling that they began with: <c>realised</c>.</summary>
    internal static string WordOf(ImpactVerdictKind verdict) => CamelCase(verdict.ToString()).Replace("ealized", "ealised", StringComparison.Ordinal);

    internal static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
