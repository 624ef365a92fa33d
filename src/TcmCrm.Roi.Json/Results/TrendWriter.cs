using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Json.Texts;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes the document of KPIs: one object a series. What has no answer is <c>{"notApplicable": reason}</c>.</summary>
internal static class TrendWriter
{
    public const string Version = "1.0";

    /// <summary>Series with the warnings of each, which may be more than those of its assessment.</summary>
    public static void Write(Utf8JsonWriter writer, IEnumerable<(KpiAssessment Assessment, IReadOnlyList<Message> Warnings)> series, DocumentWords words)
    {
        writer.WriteStartObject();
        writer.WriteString("schemaVersion", Version);
        writer.WriteStartArray("series");
        foreach ((KpiAssessment assessment, IReadOnlyList<Message> warnings) in series)
        {
            Write(writer, assessment, warnings, words);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, KpiAssessment assessment, IReadOnlyList<Message> warnings, DocumentWords words)
    {
        KpiSeries series = assessment.Series;
        writer.WriteStartObject();
        writer.WriteString("kpi", series.Definition.Id);
        writer.WriteString("name", words.English.Say(series.Definition.NameMessage));
        writer.WriteString("chineseName", words.Chinese.Say(series.Definition.NameMessage));
        writer.WriteString("segment", series.Segment);
        writer.WriteString("unit", words.English.NameOf(series.Definition.Unit));
        writer.WriteString("direction", Word(series.Definition.Direction));
        writer.WriteMonth("start", series.Start);
        writer.WriteMonth("end", series.End);
        writer.WriteReal("n", series.ObservedCount);
        WriteMonths(writer, "gaps", series.Gaps);
        WriteTrend(writer, assessment.Trend);
        WriteChange(writer, assessment);
        if (assessment.HasLevelBreak)
        {
            writer.WriteMonth("levelBreak", assessment.LevelBreakMonth);
        }
        else
        {
            WriteReason(writer, "levelBreak", "noChange");
        }

        WriteChart(writer, assessment.Chart, words);
        WriteTarget(writer, assessment);
        WriteForecast(writer, assessment.Forecast);
        writer.WriteString("state", Word(assessment.State));
        writer.WriteString("targetState", Word(assessment.TargetState));
        writer.WriteMessages("warnings", warnings, words);
        writer.WriteEndObject();
    }

    private static void WriteTrend(Utf8JsonWriter writer, KpiTrend trend)
    {
        if (!trend.IsAvailable)
        {
            WriteReason(writer, "theilSen", "tooFewValues");
            WriteReason(writer, "mannKendall", "tooFewValues");
            WriteReason(writer, "seasonal", "tooFewValues");
            return;
        }

        writer.WriteStartObject("theilSen");
        writer.WriteReal("slope", trend.Slope);
        writer.WriteReal("lower", trend.SlopeLower);
        writer.WriteReal("upper", trend.SlopeUpper);
        writer.WriteReal("correctedLower", trend.CorrectedSlopeLower);
        writer.WriteReal("correctedUpper", trend.CorrectedSlopeUpper);
        writer.WriteReal("confidenceLevel", trend.ConfidenceLevel);
        writer.WriteEndObject();

        MannKendallTest test = trend.Test;
        writer.WriteStartObject("mannKendall");
        writer.WriteReal("s", test.S);
        writer.WriteReal("varS", test.Variance);
        writer.WriteReal("z", test.Z);
        writer.WriteReal("p", test.PValue);
        writer.WriteReal("f", test.VarianceFactor);
        writer.WriteReal("r", test.Autocorrelation);
        writer.WriteReal("pNormal", test.NormalPValue);
        writer.WriteString("method", test.IsExact ? "exact" : "normal");
        writer.WriteEndObject();

        if (!trend.IsSeasonal)
        {
            WriteReason(writer, "seasonal", trend.Count < KpiTrend.SeasonalMinimumCount ? "under24Months" : "noRepeatedMonths");
            return;
        }

        MannKendallTest seasonal = trend.SeasonalTest;
        writer.WriteStartObject("seasonal");
        writer.WriteReal("slopePerYear", trend.SeasonalSlopePerYear);
        writer.WriteReal("s", seasonal.S);
        writer.WriteReal("varS", seasonal.Variance);
        writer.WriteReal("z", seasonal.Z);
        writer.WriteReal("p", seasonal.PValue);
        writer.WriteReal("f", seasonal.VarianceFactor);
        writer.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter writer, KpiAssessment assessment)
    {
        if (!assessment.HasChange)
        {
            WriteReason(writer, "pettitt", "noChange");
            return;
        }

        KpiChangePoint change = assessment.Change;

        writer.WriteStartObject("pettitt");
        writer.WriteReal("k", change.K);
        writer.WriteReal("p", change.PValue);
        writer.WriteReal("lastIndexBefore", change.LastIndexBefore);
        writer.WriteMonth("lastMonthBefore", change.LastMonthBefore);
        writer.WriteMonth("firstMonthAfter", change.FirstMonthAfter);
        writer.WriteEndObject();
    }

    private static void WriteChart(Utf8JsonWriter writer, ControlChart chart, DocumentWords words)
    {
        if (chart.Reason is { } reason)
        {
            WriteReason(writer, "xmr", reason.Code);
            WriteReason(writer, "cusum", reason.Code);
            return;
        }

        ControlLimits limits = chart.Limits;
        writer.WriteStartObject("xmr");
        writer.WriteReal("center", limits.Center);
        writer.WriteReal("lower", limits.Lower);
        writer.WriteReal("upper", limits.Upper);
        writer.WriteReal("movingRangeLimit", limits.MovingRangeLimit);
        writer.WriteReal("meanMovingRange", limits.MeanMovingRange);
        writer.WriteReal("sigma", limits.Sigma);
        writer.WriteString("basis", Word(chart.Basis));
        writer.WriteString("status", limits.IsFirm ? "firm" : limits.IsProvisional ? "provisional" : "tooShort");
        writer.WriteStartObject("baseline");
        writer.WriteMonth("from", chart.BaselineFrom);
        writer.WriteMonth("to", chart.BaselineTo);
        writer.WriteReal("points", limits.BaselineCount);
        writer.WriteEndObject();
        writer.WriteString("rules", chart.Rules switch { AlarmRuleSet.Nhs => "nhs", AlarmRuleSet.WesternElectric => "western-electric", _ => "default" });
        writer.WriteReal("falseAlarmRate", chart.FalseAlarmRate);
        writer.WriteString("season", Word(chart.Season));
        writer.WriteReal("autocorrelation", chart.Autocorrelation);
        writer.WriteStartArray("signals");
        foreach (ControlChartPoint point in chart.Alarms)
        {
            writer.WriteStartObject();
            writer.WriteReal("index", point.Index);
            writer.WriteMonth("month", point.Month);
            writer.WriteReal("value", point.Value);
            writer.WriteReal("observed", point.Observed);
            if (point.Rule == AlarmRule.Cusum)
            {
                writer.WriteReal("sum", point.IsAbove ? point.CusumHigh : point.CusumLow);
                writer.WriteMonth("since", chart.CusumSince(point.Index));
            }

            writer.WriteString("rule", Word(point.Rule));
            writer.WriteString("side", point.IsAbove ? "above" : "below");
            writer.WriteString("flag", words.English.Say(point.AlarmName));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        WriteCusum(writer, chart);
    }

    private static void WriteCusum(Utf8JsonWriter writer, ControlChart chart)
    {
        writer.WriteStartObject("cusum");
        writer.WriteReal("k", ControlChart.CusumSlack);
        writer.WriteReal("h", ControlChart.CusumDecision);
        writer.WriteReal("baselinePoints", chart.Limits.BaselineCount);
        writer.WriteReal("center", chart.Limits.Center);
        writer.WriteReal("sigma", chart.Limits.Sigma);
        ControlChartPoint[] monitored = [.. chart.Points.Where(point => !point.IsInBaseline)];
        WriteMonths(writer, "months", [.. monitored.Select(point => point.Month)]);
        WriteNumbers(writer, "high", monitored.Select(point => point.CusumHigh));
        WriteNumbers(writer, "low", monitored.Select(point => point.CusumLow));
        int first = chart.FirstCusumSignal;
        if (first < 0)
        {
            writer.WriteNull("firstSignalIndex");
            writer.WriteNull("firstSignalMonth");
        }
        else
        {
            writer.WriteReal("firstSignalIndex", first);
            writer.WriteMonth("firstSignalMonth", chart.Points[first].Month);
        }

        writer.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter writer, KpiAssessment assessment)
    {
        if (!assessment.HasTarget)
        {
            writer.WriteNull("target");
            return;
        }

        KpiTarget target = assessment.Target;

        writer.WriteStartObject("target");
        writer.WriteReal("value", target.Value);
        writer.WriteMonth("month", target.By);
        writer.WriteReal("pathNow", target.ValueAt(assessment.Series.ObservedCount > 0 ? assessment.Series.ObservedMonths[assessment.Series.ObservedCount - 1] : assessment.Series.End));
        writer.WriteEndObject();
    }

    private static void WriteForecast(Utf8JsonWriter writer, KpiForecast forecast)
    {
        if (forecast.Reason is { } reason)
        {
            WriteReason(writer, "forecast", reason.Code);
            return;
        }

        writer.WriteStartObject("forecast");
        writer.WriteMonth("month", forecast.Month);
        writer.WriteReal("mean", forecast.Mean);
        writer.WriteReal("lower", forecast.Lower);
        writer.WriteReal("upper", forecast.Upper);
        writer.WriteReal("chance", forecast.Chance);
        writer.WriteReal("confidenceLevel", forecast.ConfidenceLevel);
        writer.WriteReal("standardError", forecast.StandardError);
        writer.WriteReal("degreesOfFreedom", forecast.DegreesOfFreedom);
        writer.WriteReal("rho", forecast.Autocorrelation);
        writer.WriteBoolean("seasonal", forecast.IsSeasonal);
        writer.WriteBoolean("ofLogs", forecast.IsOfLogs);
        if (forecast.HasBreak)
        {
            writer.WriteMonth("breakMonth", forecast.BreakMonth);
        }

        writer.WriteReal("monthsAhead", forecast.MonthsAhead);
        writer.WriteReal("neededMonthlyRate", forecast.NeededMonthlyRate);
        writer.WriteReal("achievedMonthlyRate", forecast.AchievedMonthlyRate);
        writer.WriteEndObject();
    }

    private static void WriteMonths(Utf8JsonWriter writer, string name, IReadOnlyList<YearMonth> months)
    {
        writer.WriteStartArray(name);
        foreach (YearMonth month in months)
        {
            writer.WriteStringValue(FigureWriting.MonthText(month));
        }

        writer.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IEnumerable<double> numbers)
    {
        writer.WriteStartArray(name);
        foreach (double number in numbers)
        {
            writer.WriteRealValue(number);
        }

        writer.WriteEndArray();
    }

    private static void WriteReason(Utf8JsonWriter writer, string name, string reason)
    {
        writer.WriteStartObject(name);
        writer.WriteString("notApplicable", reason);
        writer.WriteEndObject();
    }

    // OnTarget -> onTarget
    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
