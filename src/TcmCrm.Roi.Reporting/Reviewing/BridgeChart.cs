using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Reporting.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Reviewing;

/// <summary>From the planned net benefit to date to the actual one, by what made the difference. The steps are those of the printed totals, so they lead from one to the other.</summary>
internal static class BridgeChart
{
    private static readonly string[] Parts = ["timing", "volume", "price"];

    /// <param name="format">How amounts are printed.</param>
    /// <param name="costs">Plan, actual, difference and its three parts of the costs.</param>
    /// <param name="benefits">The same of the benefits.</param>
    internal static ReportChart Of(FigureFormat format, IReadOnlyList<decimal> costs, IReadOnlyList<decimal> benefits)
    {
        Language language = format.Language;
        decimal plan = benefits[0] - costs[0], actual = benefits[1] - costs[1];
        (string Name, decimal Amount, bool IsTotal)[] rows =
        [
            (language.Say("bridge.plan"), plan, true),
            .. Parts.Select((part, i) => (Name("caption.costs", part), -costs[3 + i], false)),
            .. Parts.Select((part, i) => (Name("caption.benefits", part), benefits[3 + i], false)),
            (language.Say("bridge.actual"), actual, true),
        ];
        string title = language.Say("chart.bridge");
        var table = new ReportTable(format.Titled(title), [ReportColumn.Text(language.Say("column.line")), ReportColumn.Number(language.Say("column.netBenefit"))]);
        foreach ((string name, decimal amount, bool isTotal) in rows)
        {
            if (isTotal)
            {
                table.AddTotal(name, format.Cell(amount));
            }
            else
            {
                table.AddRow(name, format.Cell(amount));
            }
        }

        return format.Scaled(new ReportChart(
            ReportChartKind.Bridge, title, language.Say("chart.bridge.text", ("plan", format.AmountWithUnit(plan)), ("actual", format.AmountWithUnit(actual))), rows.Select(row => row.Name),
            [
                new ReportChartSeries(language.Say("column.netBenefit"), ReportSeriesRole.Main, rows.Select(row => row.IsTotal ? (double)row.Amount : (double?)null)),
                new ReportChartSeries(language.Say("column.difference"), ReportSeriesRole.Change, rows.Select(row => row.IsTotal ? (double?)null : (double)row.Amount)),
            ],
            table));

        string Name(string side, string part) => language.Say("bridge.step", ("side", language.Say(side)), ("part", language.Say("column." + part)));
    }
}
