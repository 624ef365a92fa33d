using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Reporting.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Impacts;

/// <summary>What was observed before and after go-live, and what would have been without the CRM: what was observed, less the estimated effect of each month.</summary>
internal static class BeforeAfterChart
{
    internal static ReportChart? Of(ImpactResult result, ImpactEstimate? chosen, Language language)
    {
        KpiSeries series = result.Study.Series;
        if (series.Frequency != KpiFrequency.Monthly || series.ObservedCount < 2 || series.Count < 2)
        {
            return null;
        }

        double?[] observed = [.. Enumerable.Range(0, series.Count).Select(i => series.TryGetValue(i, out double value) ? value : (double?)null)];
        int goLive = Enumerable.Range(0, series.Count).TakeWhile(i => series.MonthAt(i) < result.Study.GoLive).Count();
        int firstAfter = goLive + result.Study.TransitionMonths;
        double?[] without = [.. observed.Select((value, i) => i < firstAfter || value is null || chosen is not { IsEffect: true } ? null : Without(chosen, value.Value, i - firstAfter))];
        bool hasEffect = without.Any(value => value is not null);
        bool isShare = series.Definition.Unit == KpiUnit.Ratio;
        string[] months = [.. Enumerable.Range(0, series.Count).Select(i => language.Write(series.MonthAt(i)))];
        string title = language.Say("chart.beforeAfter");
        ReportChartSeries[] lines =
        [
            new(language.Say("chart.observed"), ReportSeriesRole.Main, observed),
            .. hasEffect ? [new ReportChartSeries(language.Say("chart.withoutCrm"), ReportSeriesRole.Counterfactual, without)] : Array.Empty<ReportChartSeries>(),
        ];
        var table = new ReportTable(title, [ReportColumn.Text(language.Say("column.month")), .. lines.Select(line => ReportColumn.Number(line.Name))]);
        for (int i = 0; i < months.Length; i++)
        {
            table.AddRow([months[i], .. lines.Select(line => Cell(line.Values[i], isShare))]);
        }

        string effect = hasEffect
            ? language.Say(
                "chart.beforeAfter.effect", ("effect", ImpactReport.Effect(language, chosen!.Estimate, chosen.Unit)), ("lower", ImpactReport.Effect(language, chosen.Lower, chosen.Unit)),
                ("upper", ImpactReport.Effect(language, chosen.Upper, chosen.Unit)))
            : language.Say("chart.beforeAfter.none");
        return new ReportChart(ReportChartKind.Line, title, effect, months, lines, table)
        {
            Marks = goLive < series.Count ? [new ReportChartMark(language.Say("mark.goLive", ("month", language.Write(result.Study.GoLive))), goLive)] : [],
        }.InUnit(isShare ? ReportUnit.Ratio : ReportUnit.Number);
    }

    /// <summary>An effect on the log scale is a relative change: what is more by a tenth would have been the value by 1.1.</summary>
    private static double? Without(ImpactEstimate chosen, double value, int month)
    {
        double effect = chosen.Path is { } path && month <= 1200 ? path.At(month).Estimate : chosen.Estimate;
        return chosen.Unit != EffectUnit.Relative ? value - effect : effect > -1 ? value / (1 + effect) : null;
    }

    private static ReportCell Cell(double? value, bool isShare)
    {
        if (value is not { } number)
        {
            return string.Empty;
        }

        int decimals = isShare ? 1 : Math.Abs(number) >= 1000 ? 0 : 3;
        string text = isShare ? FigureFormat.Percent(number) : FigureFormat.Number(number, decimals);
        return FigureFormat.Plain(text, number, decimals, isShare ? ReportUnit.Ratio : ReportUnit.Number);
    }
}
