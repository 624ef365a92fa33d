using System.Text.Json;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Json.Texts;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes the document of a study. Numbers are round-trip; what does not exist is null; nothing depends on the language or the clock.</summary>
internal static class ImpactWriter
{
    public const string Version = "1.0";

    /// <summary>A study by what it chose itself.</summary>
    public static void Write(Utf8JsonWriter writer, ImpactResult result, DocumentWords words) =>
        Write(writer, result, result.Estimates, result.Estimates.Count > 0 && result.Estimates[0].MayBeChosen ? result.Estimates[0] : null, words);

    /// <summary>A study with estimates beside its own, such as what answers of people say; <paramref name="chosen"/> is one of them, or null.</summary>
    public static void Write(Utf8JsonWriter writer, ImpactResult result, IReadOnlyList<ImpactEstimate> estimates, ImpactEstimate? chosen, DocumentWords words)
    {
        writer.WriteStartObject();
        writer.WriteString("schemaVersion", Version);
        writer.WriteMonth("goLive", result.Study.GoLive);
        writer.WriteReal("transitionMonths", result.Study.TransitionMonths);
        writer.WriteReal("confidenceLevel", result.Study.ConfidenceLevel);
        WriteNumber(writer, "promise", result.Study.Promise);
        writer.WriteString("chosen", chosen is null ? null : ImpactEstimate.IdOf(chosen.Method));
        writer.WriteString("verdict", WordOf(chosen?.Verdict ?? ImpactVerdictKind.Inconclusive));
        WriteEffect(writer, "effect", chosen is { IsEffect: true } ? chosen : null);
        WriteEffect(writer, "change", chosen is { IsEffect: false } ? chosen : null);
        WriteDetails(writer, chosen?.Path);
        writer.WriteMessages("choice", chosen is null || result.Estimates.Contains(chosen) ? result.Choice : [], words);
        WriteNumber(writer, "minimumDetectableEffect", chosen?.MinimumDetectableEffect);
        WriteNumber(writer, "monthsStillNeeded", chosen?.MonthsStillNeeded);
        writer.WriteStartArray("studies");
        foreach (ImpactEstimate estimate in estimates)
        {
            WriteStudy(writer, estimate, words);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("unavailable");
        foreach (KeyValuePair<ImpactMethod, Message> one in result.Unavailable)
        {
            writer.WriteStartObject();
            writer.WriteString("method", ImpactEstimate.IdOf(one.Key));
            writer.WritePropertyName("reason");
            writer.WriteMessage(one.Value, words);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteMessages("warnings", result.Warnings, words);
        writer.WriteStartObject("text");
        writer.WriteString("en", string.Join("\n", result.Summary.Select(words.English.Say)));
        writer.WriteString("zh", string.Join("\n", result.Summary.Select(words.Chinese.Say)));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static void WriteStudy(Utf8JsonWriter writer, ImpactEstimate estimate, DocumentWords words)
    {
        writer.WriteStartObject();
        writer.WriteString("method", ImpactEstimate.IdOf(estimate.Method));
        writer.WriteString("evidence", CamelCase(estimate.Rung.ToString()));
        writer.WriteReal("estimate", estimate.Estimate);
        writer.WriteReal("lower", estimate.Lower);
        writer.WriteReal("upper", estimate.Upper);
        writer.WriteString("unit", CamelCase(estimate.Unit.ToString()));
        writer.WriteString("scale", estimate.IsLogScale ? "log" : "linear");
        writer.WriteReal("confidenceLevel", estimate.ConfidenceLevel);
        WriteNumber(writer, "standardError", estimate.StandardError);
        WriteNumber(writer, "degreesOfFreedom", estimate.DegreesOfFreedom);
        writer.WriteReal("pValue", estimate.PValue);
        WriteNumber(writer, "rho", estimate.Rho);
        writer.WriteReal("nBefore", estimate.ObservationsBefore);
        writer.WriteReal("nAfter", estimate.ObservationsAfter);
        writer.WriteReal("nEffective", estimate.EffectiveObservations);
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

            writer.WriteReal("slopeChangePValue", path.SlopePValue);
        }

        writer.WriteMessages("assumptions", estimate.Assumptions, words);
        writer.WriteMessages("warnings", estimate.Warnings, words);
        writer.WriteEndObject();
    }

    /// <summary>The study that a benefit rests on, by the names of its own document; what is booked forward is an improvement in the unit of the effect.</summary>
    public static void WriteOfBenefit(Utf8JsonWriter writer, ImpactEstimate study, bool isBooked)
    {
        writer.WriteStartObject("study");
        writer.WriteString("method", ImpactEstimate.IdOf(study.Method));
        writer.WriteString("evidence", CamelCase(study.Rung.ToString()));
        writer.WriteString("verdict", WordOf(study.Verdict));
        writer.WriteReal("nBefore", study.ObservationsBefore);
        writer.WriteReal("nAfter", study.ObservationsAfter);
        writer.WriteReal("confidenceLevel", study.ConfidenceLevel);
        WriteEffect(writer, study.IsEffect ? "effect" : "change", study);
        if (isBooked)
        {
            WriteInterval(writer, "booked", study.BookedImprovement);
        }

        writer.WriteEndObject();
    }

    /// <summary>The number that verdict and money go by; null where there is none.</summary>
    public static void WriteEffect(Utf8JsonWriter writer, string name, ImpactEstimate? estimate)
    {
        if (estimate is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteReal("estimate", estimate.Estimate);
        writer.WriteReal("lower", estimate.Lower);
        writer.WriteReal("upper", estimate.Upper);
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
            writer.WriteReal("monthsAfterFirst", month);
            writer.WriteReal("estimate", effect.Estimate);
            writer.WriteReal("lower", effect.Lower);
            writer.WriteReal("upper", effect.Upper);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteInterval(writer, "firstMonth", path.FirstMonth);
        WriteInterval(writer, "lastMonths", path.LastMonths);
    }

    private static void WriteInterval(Utf8JsonWriter writer, string name, EffectInterval interval)
    {
        writer.WriteStartObject(name);
        writer.WriteReal("estimate", interval.Estimate);
        writer.WriteReal("lower", interval.Lower);
        writer.WriteReal("upper", interval.Upper);
        writer.WriteEndObject();
    }

    public static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && FigureWriting.IsFinite(number))
        {
            writer.WriteReal(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Documents keep the spelling that they began with: <c>realised</c>.</summary>
    public static string WordOf(ImpactVerdictKind verdict) => CamelCase(verdict.ToString()).Replace("ealized", "ealised");

    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
