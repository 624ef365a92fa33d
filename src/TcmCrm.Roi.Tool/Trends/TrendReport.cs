using System.Globalization;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Tool.Csv;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Trends;

/// <summary>The table of <c>tcm-roi trend</c>: an overview of all series, then one section a series.</summary>
internal static class TrendReport
{
    private const int SparklineWidth = 36;
    private const int AlarmsShown = 8;

    internal static Report Of(IReadOnlyList<TrendResult> results, Language language)
    {
        var report = new Report(language.Say("KPI tracking", "指标跟踪"));
        ReportTable overview = report.AddSection(language.Say("Overview", "总览")).AddTable(
            "",
            ReportColumn.Text(language.Say("KPI", "指标")),
            ReportColumn.Text(language.Say("Months", "月份")),
            ReportColumn.Text(language.Say("Course", "走势")),
            ReportColumn.Number(language.Say("Latest", "最新值")),
            ReportColumn.Text(language.Say("State", "状态")),
            ReportColumn.Text(language.Say("Target", "目标")));
        foreach (TrendResult result in results)
        {
            KpiAssessment assessment = result.Assessment;
            KpiSeries series = assessment.Series;
            overview.AddRow(
                Title(series, language),
                MonthText.Of(series.Start) + ".." + MonthText.Of(series.End),
                Sparkline.Of(series, SparklineWidth),
                series.ObservedCount > 0 ? Number(series.ObservedValues[^1]) : "-",
                State(assessment.State, language),
                TargetState(assessment.TargetState, language));
        }

        foreach (TrendResult result in results)
        {
            AddSection(report.AddSection(Title(result.Assessment.Series, language)), result, language);
        }

        return report;
    }

    private static void AddSection(ReportSection section, TrendResult result, Language language)
    {
        KpiAssessment assessment = result.Assessment;
        KpiDefinition kpi = assessment.Series.Definition;
        Texts.Language words = language.Words();
        section.AddParagraph(language.Say(
            $"{words.Say(kpi.FormulaMessage)}; unit: {words.NameOf(kpi.Unit)}; {words.NameOf(kpi.Direction)}.",
            $"{words.Say(kpi.FormulaMessage)}；单位：{words.NameOf(kpi.Unit)}；{words.NameOf(kpi.Direction)}。"));
        ReportTable table = section.AddTable(
            "", ReportColumn.Text(language.Say("Figure", "项目")), ReportColumn.Number(language.Say("Value", "数值")), ReportColumn.Text(language.Say("Evidence", "依据")));
        AddTrend(table, assessment, language);
        AddChart(table, assessment, language);
        AddForecast(table, assessment, language);
        table.AddTotal(language.Say("State", "状态"), State(assessment.State, language), TargetState(assessment.TargetState, language));
        if (assessment.Chart.Alarms.Count > 0)
        {
            AddAlarms(section, assessment.Chart, language);
        }

        if (result.Warnings.Count > 0)
        {
            section.AddList(result.Warnings.Select(warning => language.Words().Say(warning)));
        }
    }

    private static void AddTrend(ReportTable table, KpiAssessment assessment, Language language)
    {
        string slope = language.Say("Slope a month", "月度斜率");
        if (!assessment.Trend.IsAvailable)
        {
            table.AddRow(slope, "-", language.Say("too few values", "数据不足"));
            return;
        }

        KpiTrend trend = assessment.Trend;
        MannKendallTest test = trend.Test;
        table.AddRow(
            slope,
            Number(trend.Slope),
            language.Say("Theil-Sen, ", "Theil-Sen,") + Percent(trend.ConfidenceLevel) + language.Say(" interval ", " 区间 ") + Interval(trend.CorrectedSlopeLower, trend.CorrectedSlopeUpper));
        table.AddRow(language.Say("Trend test", "趋势检验"), "p = " + P(test.PValue), $"Mann-Kendall, S = {Whole(test.S)}, f = {Number(test.VarianceFactor)}");
        if (trend.IsSeasonal)
        {
            MannKendallTest seasonal = trend.SeasonalTest;
            table.AddRow(
                language.Say("Seasonal trend test", "季节趋势检验"),
                "p = " + P(seasonal.PValue),
                language.Say($"{Number(trend.SeasonalSlopePerYear)} a year, f = {Number(seasonal.VarianceFactor)}", $"每年 {Number(trend.SeasonalSlopePerYear)},f = {Number(seasonal.VarianceFactor)}"));
        }

        if (assessment.HasChange && assessment.State is not (KpiState.Flat or KpiState.InsufficientData))
        {
            KpiChangePoint change = assessment.Change;
            table.AddRow(
                language.Say("Most likely change", "最可能的变化时点"),
                MonthText.Of(change.FirstMonthAfter),
                language.Say("first month after it, Pettitt, p = ", "变化后首月,Pettitt 检验,p = ") + P(change.PValue));
        }
    }

    private static void AddChart(ReportTable table, KpiAssessment assessment, Language language)
    {
        ControlChart chart = assessment.Chart;
        if (!chart.IsAvailable)
        {
            return;
        }

        string rules = language.Words().NameOf(chart.Rules);
        string falseAlarms = Percent(ControlChart.FalseAlarmRateOf(chart.Rules));
        table.AddRow(
            language.Say("Centre line", "中心线"),
            Number(chart.Limits.Center),
            language.Say("limits ", "控制限 ") + Interval(chart.Limits.Lower, chart.Limits.Upper)
                + language.Say($", baseline {MonthText.Of(chart.BaselineFrom)}..{MonthText.Of(chart.BaselineTo)}", $",基线期 {MonthText.Of(chart.BaselineFrom)}..{MonthText.Of(chart.BaselineTo)}"));
        table.AddRow(
            language.Say("Alarms", "异常点"),
            Whole(chart.Alarms.Count),
            language.Say($"{rules}; false-alarm rate in 12 months {falseAlarms}", $"{rules}；12个月内误判率{falseAlarms}"));
    }

    private static void AddForecast(ReportTable table, KpiAssessment assessment, Language language)
    {
        if (!assessment.HasTarget)
        {
            return;
        }

        KpiTarget target = assessment.Target;

        table.AddRow(language.Say("Target", "目标值"), Number(target.Value), language.Say("by ", "截至 ") + MonthText.Of(target.By));
        KpiForecast forecast = assessment.Forecast;
        if (!forecast.IsAvailable)
        {
            return;
        }

        table.AddRow(
            language.Say("Forecast", "预测值"),
            Number(forecast.Mean),
            MonthText.Of(forecast.Month) + language.Say(", ", ",") + Percent(forecast.ConfidenceLevel) + language.Say(" interval ", " 区间 ") + Interval(forecast.Lower, forecast.Upper));
        table.AddRow(
            language.Say("Chance to be on target", "达标概率"),
            Percent(forecast.Chance),
            language.Say(
                $"needed a month {Number(forecast.NeededMonthlyRate)}, achieved {Number(forecast.AchievedMonthlyRate)}",
                $"每月需变化 {Number(forecast.NeededMonthlyRate)},目前每月 {Number(forecast.AchievedMonthlyRate)}"));
    }

    private static void AddAlarms(ReportSection section, ControlChart chart, Language language)
    {
        int hidden = Math.Max(0, chart.Alarms.Count - AlarmsShown);
        ReportTable table = section.AddTable(
            hidden == 0
                ? language.Say("Alarms", "异常点")
                : language.Say($"Latest {AlarmsShown} alarms of {Whole(chart.Alarms.Count)}", $"最近 {AlarmsShown} 个异常点(共 {Whole(chart.Alarms.Count)} 个)"),
            ReportColumn.Text(language.Say("Month", "月份")), ReportColumn.Number(language.Say("Value", "数值")), ReportColumn.Text(language.Say("Rule", "规则")));
        foreach (ControlChartPoint alarm in chart.Alarms.Skip(hidden))
        {
            table.AddRow(
                MonthText.Of(alarm.Month), Number(alarm.Value), language.Words().Say(alarm.AlarmName));
        }
    }

    private static string Title(KpiSeries series, Language language)
    {
        string name = language.Words().Say(series.Definition.NameMessage);
        string id = name == series.Definition.Id ? name : $"{name} ({series.Definition.Id})";
        return series.Segment.Length == 0 ? id : $"{id} / {series.Segment}";
    }

    private static string State(KpiState state, Language language) => language.Words().NameOf(state);

    private static string TargetState(KpiTargetState state, Language language) => language.Words().NameOf(state);

    private static string Interval(double lower, double upper) => $"[{Number(lower)}, {Number(upper)}]";

    private static string Percent(double ratio) => FigureFormat.Percent(ratio, 0);

    private static string P(double p) => p < 0.001 ? "<0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Whole(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double value) => Math.Abs(value) is >= 1000 and < 1e15
        ? value.ToString("N1", CultureInfo.InvariantCulture)
        : value.ToString("G4", CultureInfo.InvariantCulture);
}
