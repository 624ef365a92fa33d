using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Reporting.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Trends;

/// <summary>A KPI month by month with its control limits, its target and its alarms.</summary>
internal static class KpiChart
{
    internal static ReportChart? Of(KpiAssessment assessment, KpiText text, Language language)
    {
        KpiSeries series = assessment.Series;
        ControlChart chart = assessment.Chart;
        if (series.ObservedCount < 2)
        {
            return null;
        }

        // A chart of logarithms or of what is left without the season has limits in another unit than the values.
        bool hasLimits = chart.IsAvailable && chart.Basis is ChartBasis.Values or ChartBasis.Adjusted;
        KpiUnit unit = series.Definition.Unit;
        int count = series.Count;
        string[] months = [.. Enumerable.Range(0, count).Select(i => language.Write(series.MonthAt(i)))];
        var lines = new List<ReportChartSeries>
        {
            new(text.TitleOf(series), ReportSeriesRole.Main, Enumerable.Range(0, count).Select(i => series.TryGetValue(i, out double value) ? value : (double?)null)),
        };
        if (hasLimits)
        {
            lines.Add(Level(language.Say("row.center"), ReportSeriesRole.Reference, chart.Limits.Center));
            lines.Add(Level(language.Say("chart.limits"), ReportSeriesRole.Lower, chart.Limits.Lower));
            lines.Add(Level(language.Say("chart.limits"), ReportSeriesRole.Upper, chart.Limits.Upper));
        }

        if (assessment.HasTarget)
        {
            lines.Add(Level(language.Say("row.target"), ReportSeriesRole.Target, assessment.Target.Value));
        }

        ControlChartPoint[] alarms = chart.IsAvailable ? [.. chart.Alarms] : [];
        string title = language.Say("chart.kpi", ("kpi", text.TitleOf(series)));
        var table = new ReportTable(
            title,
            [ReportColumn.Text(language.Say("column.month")), ReportColumn.Number(language.Say("column.value")), ReportColumn.Text(language.Say("row.alarms"))]);
        for (int i = 0; i < count; i++)
        {
            ControlChartPoint[] here = [.. alarms.Where(alarm => alarm.Month == series.MonthAt(i))];
            table.AddRow(
                months[i],
                series.TryGetValue(i, out double value) ? FigureFormat.Plain(text.Value(unit, value), value, unit == KpiUnit.Ratio ? 1 : 4, unit == KpiUnit.Ratio ? ReportUnit.Ratio : ReportUnit.Number) : "-",
                here.Length > 0 ? language.Say(here[0].AlarmName) : string.Empty);
        }

        string described = language.Say(
            "chart.kpi.text", ("latest", text.Value(unit, series.ObservedValues[series.ObservedCount - 1])), ("alarms", KpiText.Whole(alarms.Length)), ("state", language.NameOf(assessment.State)));
        return new ReportChart(ReportChartKind.Line, title, described, months, lines, table)
        {
            Marks = [.. alarms.Where(alarm => series.TryIndexOf(alarm.Month, out _)).Select(alarm => new ReportChartMark(language.Say("row.alarms"), Math.Max(0, IndexOf(series, alarm)), alarm.Observed))],
        }.InUnit(unit == KpiUnit.Ratio ? ReportUnit.Ratio : ReportUnit.Number, 1, unit is KpiUnit.Ratio or KpiUnit.Number ? string.Empty : language.NameOf(unit));

        ReportChartSeries Level(string name, ReportSeriesRole role, double value) => new(name, role, Enumerable.Repeat((double?)value, count));
    }

    private static int IndexOf(KpiSeries series, ControlChartPoint point) => series.TryIndexOf(point.Month, out int index) ? index : 0;
}
