using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting.Trends;

/// <summary>The table of <c>tcm-roi trend</c>: an overview of all series, then one section a series.</summary>
internal sealed class TrendReport
{
    private const int SparklineWidth = 36;
    private const int AlarmsShown = 8;

    private readonly Language language;
    private readonly KpiText text;

    private TrendReport(Language language)
    {
        this.language = language;
        text = new KpiText(language);
    }

    internal static Report Of(IReadOnlyList<TrendResult> results, Language language) => new TrendReport(language).Create(results);

    private Report Create(IReadOnlyList<TrendResult> results)
    {
        var report = new Report(language.Say("report.trend"), language);
        ReportTable overview = report.AddSection(language.Say("section.overview")).AddTable(
            "", Text("column.kpi"), Text("column.months.span"), Text("column.course"), Number("column.latest"), Text("column.state"), Text("column.target"));
        foreach (TrendResult result in results)
        {
            KpiAssessment assessment = result.Assessment;
            KpiSeries series = assessment.Series;
            overview.AddRow(
                text.TitleOf(series),
                text.Span(series.Start, series.End),
                Sparkline.Of(series, SparklineWidth),
                series.ObservedCount > 0 ? text.Value(series.Definition.Unit, series.ObservedValues[series.ObservedCount - 1]) : "-",
                language.NameOf(assessment.State),
                language.NameOf(assessment.TargetState));
        }

        foreach (TrendResult result in results)
        {
            AddSection(report.AddSection(text.TitleOf(result.Assessment.Series)), result);
        }

        return report;
    }

    private void AddSection(ReportSection section, TrendResult result)
    {
        KpiAssessment assessment = result.Assessment;
        KpiDefinition kpi = assessment.Series.Definition;
        section.AddParagraph(kpi.Unit is KpiUnit.Ratio or KpiUnit.Number
            ? language.Say("sentence.kpi", ("formula", text.FormulaOf(kpi)), ("direction", language.NameOf(kpi.Direction)))
            : language.Say("sentence.kpi.unit", ("formula", text.FormulaOf(kpi)), ("unit", language.NameOf(kpi.Unit)), ("direction", language.NameOf(kpi.Direction))));
        section.AddChart(KpiChart.Of(assessment, text, language));
        ReportTable table = section.AddTable("", Text("column.item"), Number("column.value"), Text("column.note"));
        AddTrend(table, assessment);
        AddChart(table, assessment);
        AddForecast(table, assessment);
        table.AddTotal(language.Say("column.state"), language.NameOf(assessment.State), language.NameOf(assessment.TargetState));
        if (assessment.Chart.Alarms.Count > 0)
        {
            AddAlarms(section, assessment.Chart, kpi.Unit);
        }

        if (result.Warnings.Count > 0)
        {
            section.AddList(result.Warnings.Select(language.Say));
        }

        if (assessment.Trend.IsAvailable)
        {
            section.AddParagraph(Statistics(assessment));
        }
    }

    private void AddTrend(ReportTable table, KpiAssessment assessment)
    {
        if (!assessment.Trend.IsAvailable)
        {
            table.AddRow(language.Say("row.monthlyChange"), "-", language.Say("note.tooFewValues"));
            return;
        }

        KpiUnit unit = assessment.Series.Definition.Unit;
        KpiTrend trend = assessment.Trend;
        table.AddRow(
            language.Say("row.monthlyChange"),
            language.Say("trend.perMonth", ("change", text.Change(unit, trend.Slope))),
            Interval(trend.ConfidenceLevel, text.Changes(unit, trend.CorrectedSlopeLower, trend.CorrectedSlopeUpper)));
        if (trend.IsSeasonal)
        {
            table.AddRow(
                language.Say("row.yearlyChange"),
                language.Say("trend.perYear", ("change", text.Change(unit, trend.SeasonalSlopePerYear))),
                language.Say("note.sameMonths"));
        }

        if (assessment.HasLevelBreak)
        {
            table.AddRow(language.Say("row.levelBreak"), language.Write(assessment.LevelBreakMonth), language.Say("note.firstMonthAfter"));
        }
        else if (HasChange(assessment))
        {
            table.AddRow(language.Say("row.change"), language.Write(assessment.Change.FirstMonthAfter), language.Say("note.firstMonthAfter"));
        }
    }

    private void AddChart(ReportTable table, KpiAssessment assessment)
    {
        ControlChart chart = assessment.Chart;
        if (!chart.IsAvailable)
        {
            return;
        }

        KpiUnit unit = assessment.Series.Definition.Unit;
        if (chart.Season != KpiSeason.NotConsidered)
        {
            table.AddRow(
                language.Say("row.season"), language.NameOf(chart.Season), language.Say("note.autocorrelation", ("value", KpiText.Number(Math.Round(chart.Autocorrelation, 2)))));
        }

        table.AddRow(
            language.Say("row.center"),
            text.Value(unit, chart.Limits.Center),
            language.Say(
                "note.limits", ("limits", text.Values(unit, chart.Limits.Lower, chart.Limits.Upper)), ("months", text.Span(chart.BaselineFrom, chart.BaselineTo))));
        table.AddRow(
            language.Say("row.alarms"),
            KpiText.Whole(chart.Alarms.Count),
            language.Say("note.rules", ("rules", language.NameOf(chart.Rules)), ("rate", KpiText.Percent(chart.FalseAlarmRate))));
    }

    private void AddForecast(ReportTable table, KpiAssessment assessment)
    {
        if (!assessment.HasTarget)
        {
            return;
        }

        KpiUnit unit = assessment.Series.Definition.Unit;
        KpiTarget target = assessment.Target;
        table.AddRow(language.Say("row.target"), text.Value(unit, target.Value), language.Say("note.by", ("month", language.Write(target.By))));
        KpiForecast forecast = assessment.Forecast;
        if (!forecast.IsAvailable)
        {
            return;
        }

        table.AddRow(
            language.Say("row.forecast"),
            text.Value(unit, forecast.Mean),
            language.Say(
                "note.forecast", ("month", language.Write(forecast.Month)), ("interval", Interval(forecast.ConfidenceLevel, text.Values(unit, forecast.Lower, forecast.Upper)))));
        table.AddRow(
            language.Say("row.chance"),
            KpiText.Percent(forecast.Chance),
            assessment.MeetsTarget
                ? language.Say("note.met", ("achieved", text.Change(unit, forecast.AchievedMonthlyRate)))
                : language.Say("note.needed", ("needed", text.Change(unit, forecast.NeededMonthlyRate)), ("achieved", text.Change(unit, forecast.AchievedMonthlyRate))));
    }

    private void AddAlarms(ReportSection section, ControlChart chart, KpiUnit unit)
    {
        int hidden = Math.Max(0, chart.Alarms.Count - AlarmsShown);
        ReportTable table = section.AddTable(
            hidden == 0
                ? language.Say("row.alarms")
                : language.Say("caption.latestAlarms", ("shown", KpiText.Whole(AlarmsShown)), ("count", KpiText.Whole(chart.Alarms.Count))),
            Text("column.month"), Number("column.value"), Text("column.rule"));
        foreach (ControlChartPoint alarm in chart.Alarms.Skip(hidden))
        {
            string rule = language.Say(alarm.AlarmName);
            table.AddRow(
                language.Write(alarm.Month),
                text.Value(unit, alarm.Observed),
                alarm.Rule != AlarmRule.Cusum ? rule : language.Say(
                    "alarm.sum",
                    ("rule", rule),
                    ("sum", FigureFormat.Number(alarm.IsAbove ? alarm.CusumHigh : alarm.CusumLow, 1)),
                    ("since", language.Write(chart.CusumSince(alarm.Index)))));
        }
    }

    /// <summary>What a statistician asks for, out of the way of everybody else.</summary>
    private string Statistics(KpiAssessment assessment)
    {
        MannKendallTest test = assessment.Trend.Test;
        var parts = new List<string>
        {
            language.Say("statistics.trend", ("s", KpiText.Whole(test.S)), ("factor", KpiText.Number(test.VarianceFactor)), ("p", KpiText.P(test.PValue))),
        };
        if (assessment.Trend.IsSeasonal)
        {
            MannKendallTest seasonal = assessment.Trend.SeasonalTest;
            parts.Add(language.Say("statistics.seasonal", ("factor", KpiText.Number(seasonal.VarianceFactor)), ("p", KpiText.P(seasonal.PValue))));
        }

        if (HasChange(assessment))
        {
            parts.Add(language.Say("statistics.change", ("p", KpiText.P(assessment.Change.PValue))));
        }

        return language.Say("note.statistics", ("parts", string.Join(language.Say("separator"), parts)));
    }

    /// <summary>Whether Pettitt's test dates a change: not where it may be chance, nor beside a break of the level, which is dated better.</summary>
    private static bool HasChange(KpiAssessment assessment) =>
        !assessment.HasLevelBreak && assessment.HasChange && assessment.Change.PValue <= assessment.Options.Level && assessment.State is not (KpiState.Flat or KpiState.InsufficientData);

    private string Interval(double level, string range) => language.Say("trend.interval", ("level", KpiText.Percent(level)), ("range", range));

    private ReportColumn Text(string id) => ReportColumn.Text(language.Say(id));

    private ReportColumn Number(string id) => ReportColumn.Number(language.Say(id));
}
