using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Reporting.Trends;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Trends;

/// <summary>The JSON of <c>tcm-roi trend</c>: one object a series. What has no answer is <c>{"notApplicable": reason}</c>.</summary>
internal static class TrendJson
{
    private const string SchemaVersion = "1.0";

    private static readonly Language English = ToolLanguage.Of("en");
    private static readonly Language Chinese = ToolLanguage.Of("zh");

    internal static void Write(IReadOnlyList<TrendResult> results, TextWriter output)
    {
        using var buffer = new MemoryStream();
        // Chinese texts stay readable; the output is a document of its own, never part of a page.
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("schemaVersion", SchemaVersion);
            writer.WriteStartArray("series");
            foreach (TrendResult result in results)
            {
                Write(writer, result);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void Write(Utf8JsonWriter writer, TrendResult result)
    {
        KpiAssessment assessment = result.Assessment;
        KpiSeries series = assessment.Series;
        writer.WriteStartObject();
        writer.WriteString("kpi", series.Definition.Id);
        writer.WriteString("name", English.Say(series.Definition.NameMessage));
        writer.WriteString("chineseName", Chinese.Say(series.Definition.NameMessage));
        writer.WriteString("segment", series.Segment);
        writer.WriteString("unit", English.NameOf(series.Definition.Unit));
        writer.WriteString("direction", Word(series.Definition.Direction));
        writer.WriteString("start", MonthText.Of(series.Start));
        writer.WriteString("end", MonthText.Of(series.End));
        writer.WriteNumber("n", series.ObservedCount);
        WriteMonths(writer, "gaps", series.Gaps);
        WriteTrend(writer, assessment.Trend);
        WriteChange(writer, assessment);
        WriteChart(writer, assessment.Chart);
        WriteTarget(writer, assessment);
        WriteForecast(writer, assessment.Forecast);
        writer.WriteString("state", Word(assessment.State));
        writer.WriteString("targetState", Word(assessment.TargetState));
        writer.WriteMessages("warnings", result.Warnings);
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
        writer.WriteNumber("slope", trend.Slope);
        writer.WriteNumber("lower", trend.SlopeLower);
        writer.WriteNumber("upper", trend.SlopeUpper);
        writer.WriteNumber("correctedLower", trend.CorrectedSlopeLower);
        writer.WriteNumber("correctedUpper", trend.CorrectedSlopeUpper);
        writer.WriteNumber("confidenceLevel", trend.ConfidenceLevel);
        writer.WriteEndObject();

        MannKendallTest test = trend.Test;
        writer.WriteStartObject("mannKendall");
        writer.WriteNumber("s", test.S);
        writer.WriteNumber("varS", test.Variance);
        writer.WriteNumber("z", test.Z);
        writer.WriteNumber("p", test.PValue);
        writer.WriteNumber("f", test.VarianceFactor);
        writer.WriteNumber("r", test.Autocorrelation);
        writer.WriteNumber("pNormal", test.NormalPValue);
        writer.WriteString("method", test.IsExact ? "exact" : "normal");
        writer.WriteEndObject();

        if (!trend.IsSeasonal)
        {
            WriteReason(writer, "seasonal", trend.Count < KpiTrend.SeasonalMinimumCount ? "under24Months" : "noRepeatedMonths");
            return;
        }

        MannKendallTest seasonal = trend.SeasonalTest;
        writer.WriteStartObject("seasonal");
        writer.WriteNumber("slopePerYear", trend.SeasonalSlopePerYear);
        writer.WriteNumber("s", seasonal.S);
        writer.WriteNumber("varS", seasonal.Variance);
        writer.WriteNumber("z", seasonal.Z);
        writer.WriteNumber("p", seasonal.PValue);
        writer.WriteNumber("f", seasonal.VarianceFactor);
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
        writer.WriteNumber("k", change.K);
        writer.WriteNumber("p", change.PValue);
        writer.WriteNumber("lastIndexBefore", change.LastIndexBefore);
        writer.WriteString("lastMonthBefore", MonthText.Of(change.LastMonthBefore));
        writer.WriteString("firstMonthAfter", MonthText.Of(change.FirstMonthAfter));
        writer.WriteEndObject();
    }

    private static void WriteChart(Utf8JsonWriter writer, ControlChart chart)
    {
        if (chart.Reason is { } reason)
        {
            WriteReason(writer, "xmr", reason.Code);
            WriteReason(writer, "cusum", reason.Code);
            return;
        }

        ControlLimits limits = chart.Limits;
        writer.WriteStartObject("xmr");
        writer.WriteNumber("center", limits.Center);
        writer.WriteNumber("lower", limits.Lower);
        writer.WriteNumber("upper", limits.Upper);
        writer.WriteNumber("movingRangeLimit", limits.MovingRangeLimit);
        writer.WriteNumber("meanMovingRange", limits.MeanMovingRange);
        writer.WriteNumber("sigma", limits.Sigma);
        writer.WriteString("basis", Word(chart.Basis));
        writer.WriteString("status", limits.IsFirm ? "firm" : limits.IsProvisional ? "provisional" : "tooShort");
        writer.WriteStartObject("baseline");
        writer.WriteString("from", MonthText.Of(chart.BaselineFrom));
        writer.WriteString("to", MonthText.Of(chart.BaselineTo));
        writer.WriteNumber("points", limits.BaselineCount);
        writer.WriteEndObject();
        writer.WriteString("rules", chart.Rules switch { AlarmRuleSet.Nhs => "nhs", AlarmRuleSet.WesternElectric => "western-electric", _ => "default" });
        writer.WriteNumber("falseAlarmRate", chart.FalseAlarmRate);
        writer.WriteString("season", Word(chart.Season));
        writer.WriteNumber("autocorrelation", chart.Autocorrelation);
        writer.WriteStartArray("signals");
        foreach (ControlChartPoint point in chart.Alarms)
        {
            writer.WriteStartObject();
            writer.WriteNumber("index", point.Index);
            writer.WriteString("month", MonthText.Of(point.Month));
            writer.WriteNumber("value", point.Value);
            writer.WriteNumber("observed", point.Observed);
            if (point.Rule == AlarmRule.Cusum)
            {
                writer.WriteNumber("sum", point.IsAbove ? point.CusumHigh : point.CusumLow);
                writer.WriteString("since", MonthText.Of(chart.CusumSince(point.Index)));
            }

            writer.WriteString("rule", Word(point.Rule));
            writer.WriteString("side", point.IsAbove ? "above" : "below");
            writer.WriteString("flag", English.Say(point.AlarmName));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        WriteCusum(writer, chart);
    }

    private static void WriteCusum(Utf8JsonWriter writer, ControlChart chart)
    {
        writer.WriteStartObject("cusum");
        writer.WriteNumber("k", ControlChart.CusumSlack);
        writer.WriteNumber("h", ControlChart.CusumDecision);
        writer.WriteNumber("baselinePoints", chart.Limits.BaselineCount);
        writer.WriteNumber("center", chart.Limits.Center);
        writer.WriteNumber("sigma", chart.Limits.Sigma);
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
            writer.WriteNumber("firstSignalIndex", first);
            writer.WriteString("firstSignalMonth", MonthText.Of(chart.Points[first].Month));
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
        writer.WriteNumber("value", target.Value);
        writer.WriteString("month", MonthText.Of(target.By));
        writer.WriteNumber("pathNow", target.ValueAt(assessment.Series.ObservedCount > 0 ? assessment.Series.ObservedMonths[^1] : assessment.Series.End));
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
        writer.WriteString("month", MonthText.Of(forecast.Month));
        writer.WriteNumber("mean", forecast.Mean);
        writer.WriteNumber("lower", forecast.Lower);
        writer.WriteNumber("upper", forecast.Upper);
        writer.WriteNumber("chance", forecast.Chance);
        writer.WriteNumber("confidenceLevel", forecast.ConfidenceLevel);
        writer.WriteNumber("standardError", forecast.StandardError);
        writer.WriteNumber("degreesOfFreedom", forecast.DegreesOfFreedom);
        writer.WriteNumber("rho", forecast.Autocorrelation);
        writer.WriteBoolean("seasonal", forecast.IsSeasonal);
        writer.WriteBoolean("ofLogs", forecast.IsOfLogs);
        if (forecast.HasBreak)
        {
            writer.WriteString("breakMonth", MonthText.Of(forecast.BreakMonth));
        }

        writer.WriteNumber("monthsAhead", forecast.MonthsAhead);
        writer.WriteNumber("neededMonthlyRate", forecast.NeededMonthlyRate);
        writer.WriteNumber("achievedMonthlyRate", forecast.AchievedMonthlyRate);
        writer.WriteEndObject();
    }

    private static void WriteMonths(Utf8JsonWriter writer, string name, IReadOnlyList<YearMonth> months)
    {
        writer.WriteStartArray(name);
        foreach (YearMonth month in months)
        {
            writer.WriteStringValue(MonthText.Of(month));
        }

        writer.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IEnumerable<double> numbers)
    {
        writer.WriteStartArray(name);
        foreach (double number in numbers)
        {
            writer.WriteNumberValue(number);
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
