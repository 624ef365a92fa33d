using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Reporting.Evaluating;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting.Portfolios;

/// <summary>A portfolio as tables: how it stands, the sums, who is at risk, the ranking, the distribution, who failed and why.</summary>
internal sealed class PortfolioReport(PortfolioResult result, Language language)
{
    /// <summary>A page shows so many of each end of the ranking, of those at risk and of those that failed; the document has more.</summary>
    private const int Shown = 10;

    /// <summary>The id tells tenants apart; the name is there to be recognised.</summary>
    private const int LongestName = 16;

    private readonly FigureFormat plain = new(language, result.Totals.Count > 0 ? result.Totals[0].Currency : Currency.Cny);

    internal Report Create()
    {
        Report report = plain.NewReport(Say("report.portfolio"));
        AddConclusion(report.AddSection(Say("section.conclusion")));
        foreach (PortfolioTotal total in result.Totals)
        {
            AddTotal(report, total);
        }

        if (result.AtRisk.Count > 0)
        {
            AddAtRisk(report);
        }

        if (result.Ranking.Count > 0)
        {
            AddRanking(report.AddSection(Say("section.portfolioRanking")));
            AddDistribution(report.AddSection(Say("section.portfolioDistribution")));
        }

        if (result.Failures.Count > 0)
        {
            AddFailures(report.AddSection(Say("section.portfolioFailures")));
        }

        return report;
    }

    private void AddConclusion(ReportSection section) => section.AddList(
    [
        Say("portfolio.counts", ("evaluated", Count(result.Evaluated)), ("failed", Count(result.Failed))),
        .. result.Totals.Select(Sentence),
        .. result.Warnings.Select(warning => language.Say("item.warning", ("text", language.Say(warning)))),
    ]);

    private string Sentence(PortfolioTotal total) => total.Reviewed == 0
        ? Say("portfolio.total", Facts(total))
        : Say("portfolio.total.reviewed", [.. Facts(total), ("reviewed", Count(total.Reviewed)), ("standing", Count(total.Standing)), ("doubtful", Count(total.Doubtful)), ("failing", Count(total.NotStanding))]);

    private (string Name, string Text)[] Facts(PortfolioTotal total) =>
    [
        ("currency", new FigureFormat(language, total.Currency).CurrencyName), ("period", language.Write(total.Period.Length)), ("tenants", Count(total.Tenants)), ("roi", Ratio(total.ReturnOnInvestment)),
        ("cash", Ratio(total.CashableReturnOnInvestment)),
    ];

    private void AddTotal(Report report, PortfolioTotal total)
    {
        var format = new FigureFormat(language, total.Currency);
        ReportTable table = report.AddSection(format.Titled(Say("section.portfolioTotal", ("currency", format.CurrencyName), ("period", language.Write(total.Period.Length))))).AddTable(
            "", ReportColumn.Text(Say("column.figure")), ReportColumn.Number(Say("basis.all")), ReportColumn.Number(Say("basis.cashable")));
        string none = Say("value.none");
        table.AddRow(Say("row.tenants"), FigureFormat.Count(total.Tenants), none);
        table.AddRow(Say("measure.totalCost"), format.Cell(total.TotalCost), format.Cell(total.CashableCost));
        table.AddRow(Say("measure.totalBenefit"), format.Cell(total.TotalBenefit), format.Cell(total.CashableBenefit));
        table.AddRow(Say("measure.netBenefit"), format.Cell(total.NetBenefit), format.Cell(total.CashableBenefit - total.CashableCost));
        table.AddRow(Say("measure.roi"), RatioCell(total.ReturnOnInvestment), RatioCell(total.CashableReturnOnInvestment));
        table.AddRow(Say("measure.netPresentValue"), Cell(format, total.NetPresentValue), none);
        if (total.Reviewed > 0)
        {
            table.AddRow(Say("row.plannedOfReviewed"), Cell(format, total.PlannedNetPresentValue), none);
            table.AddRow(Say("row.forecastOfReviewed"), Cell(format, total.ForecastNetPresentValue), none);
            table.AddRow(Say("row.atRisk"), FigureFormat.Count(total.AtRisk), none);
            table.AddRow(Say("row.atStake"), format.Cell(total.AtStake), none);
        }

        if (total.SimulatedNetPresentValue is { } simulated)
        {
            double error = simulated.StandardError.GetValueOrDefault(0);
            table.AddRow(Say("row.simulated", ("share", "5%")), Supported(format, simulated.P5, error), none);
            table.AddRow(Say("row.simulated", ("share", "50%")), Supported(format, simulated.P50, error), none);
            table.AddRow(Say("row.simulated", ("share", "95%")), Supported(format, simulated.P95, error), none);
            table.AddRow(Say("row.probabilityPositive"), Probability(total.ProbabilityNpvPositive, total.TrialCount), none);
        }
    }

    private void AddAtRisk(Report report)
    {
        foreach (IGrouping<Currency, TenantResult> group in result.AtRisk.GroupBy(tenant => tenant.Currency))
        {
            var format = new FigureFormat(language, group.Key);
            ReportSection section = report.AddSection(format.Titled(Say("section.portfolioAtRisk", ("currency", format.CurrencyName))));
            ReportTable table = section.AddTable(
                "", ReportColumn.Text(Say("column.tenant")), ReportColumn.Text(Say("column.state")), ReportColumn.Number(Say("column.atStake")), ReportColumn.Number(Say("column.plannedNpv")),
                ReportColumn.Number(Say("column.forecastNpv")));
            foreach (TenantResult tenant in group.Take(Shown))
            {
                table.AddRow(
                    NameOf(tenant), language.NameOf(tenant.OriginalDecision!.Value), format.Cell(tenant.AtStake), Cell(format, tenant.NetPresentValue), Cell(format, tenant.ForecastNetPresentValue));
            }

            More(section, group.Count());
            section.AddParagraph(Say("note.atStake"));
        }
    }

    private void AddRanking(ReportSection section)
    {
        bool isOne = result.Ranking.Select(entry => entry.Value.Period).Distinct().Count() == 1;
        bool isSimulated = result.Ranking.Any(entry => entry.Value.SimulatedNetPresentValue is not null);
        ReportColumn[] columns =
        [
            ReportColumn.Number(Say("column.rank")), ReportColumn.Text(Say("column.tenant")), .. isOne ? Array.Empty<ReportColumn>() : [ReportColumn.Text(Say("column.period"))],
            ReportColumn.Number(Say("basis.all")), ReportColumn.Number(Say("basis.cashable")), ReportColumn.Number(Say("column.payback")), ReportColumn.Number(Say("column.warnings")),
            .. isSimulated ? [ReportColumn.Number(Say("column.probability"))] : Array.Empty<ReportColumn>(),
        ];
        ReportTable table = section.AddTable(Say("caption.portfolioRanking"), columns);
        int left = result.Ranking.Count - (2 * Shown);
        for (int i = 0; i < result.Ranking.Count; i++)
        {
            if (left > 0 && i >= Shown && i < result.Ranking.Count - Shown)
            {
                continue;
            }

            (int rank, TenantResult tenant) = (result.Ranking[i].Key, result.Ranking[i].Value);
            ReportCell[] cells =
            [
                FigureFormat.Count(rank), NameOf(tenant), .. isOne ? Array.Empty<ReportCell>() : [language.Write(tenant.Period!.Length)],
                RatioCell(tenant.ReturnOnInvestment), RatioCell(tenant.CashableReturnOnInvestment),
                tenant.PaybackMonths.TryGetValue(out double months) ? plain.Months(months) : tenant.PaybackMonths.Reason == NotApplicableReason.NeverPaidBack ? Say("portfolio.never") : None(tenant.PaybackMonths.Reason),
                FigureFormat.Count(tenant.WarningCount),
                .. isSimulated ? [Probability(tenant.ProbabilityNpvPositive, tenant.TrialCount)] : Array.Empty<ReportCell>(),
            ];
            table.AddRow(cells);
        }

        if (left > 0)
        {
            section.AddParagraph(Say("note.rankingCut", ("shown", Count(Shown)), ("left", Count(left))));
        }
    }

    private void AddDistribution(ReportSection section)
    {
        SimulatedFigure roi = result.ReturnOnInvestment;
        section.AddParagraph(Say(
            "portfolio.distribution", ("low", Percent(roi.P10)), ("middle", Percent(roi.P50)), ("high", Percent(roi.P90)), ("negative", Count(result.ReturnCounts[0] + result.ReturnCounts[1]))));
        ReportTable table = section.AddTable("", ReportColumn.Text(Say("measure.roi")), ReportColumn.Number(Say("row.tenants")));
        IReadOnlyList<double> edges = PortfolioResult.ReturnEdges;
        for (int i = 0; i < result.ReturnCounts.Count; i++)
        {
            table.AddRow(
                i == 0 ? Say("class.below", ("edge", FigureFormat.Percent(edges[0], 0)))
                : i == edges.Count ? Say("class.above", ("edge", FigureFormat.Percent(edges[i - 1], 0)))
                : Say("class.between", ("from", FigureFormat.Percent(edges[i - 1], 0)), ("to", FigureFormat.Percent(edges[i], 0))),
                FigureFormat.Count(result.ReturnCounts[i]));
        }
    }

    private void AddFailures(ReportSection section)
    {
        section.AddList(result.Failures.Take(Shown).Select(failure => Say(
            "portfolio.failure", ("tenant", failure.Tenant), ("problem", language.Say(failure.Problems[0])), ("more", failure.Problems.Count > 1 ? Say("portfolio.more", ("count", Count(failure.Problems.Count - 1))) : string.Empty))));
        More(section, result.Failures.Count);
    }

    private void More(ReportSection section, int count)
    {
        if (count > Shown)
        {
            section.AddParagraph(Say("portfolio.rest", ("count", Count(count - Shown))));
        }
    }

    private string NameOf(TenantResult tenant) => tenant.Name == tenant.Tenant ? tenant.Tenant : Say("portfolio.tenant", ("id", tenant.Tenant), ("name", tenant.Name.Length > LongestName ? tenant.Name.Substring(0, LongestName - 1) + "…" : tenant.Name));

    private string Ratio(Figure<decimal> figure) => figure.TryGetValue(out decimal ratio) ? FigureFormat.Percent(ratio) : None(figure.Reason);

    private ReportCell RatioCell(Figure<decimal> figure) => figure.TryGetValue(out decimal ratio) ? FigureFormat.Share(ratio) : new ReportCell(None(figure.Reason));

    private string Percent(Figure<double> figure) => figure.TryGetValue(out double ratio) ? FigureFormat.Percent(ratio) : None(figure.Reason);

    private ReportCell Cell(FigureFormat format, Figure<Money> figure) => figure.TryGetValue(out Money money) ? format.Cell(money) : new ReportCell(None(figure.Reason));

    private ReportCell Supported(FigureFormat format, Figure<double> figure, double error) => figure.TryGetValue(out double value)
        ? FigureFormat.Plain(SimulatedText.Number(value / (double)format.Scale, error / (double)format.Scale, most: 2), value, 2, ReportUnit.Money)
        : new ReportCell(None(figure.Reason));

    /// <summary>Of n trials without an event its probability is below 3 / n (95 %), and not 0.</summary>
    private string Probability(Figure<Estimate> figure, int trials)
    {
        if (!figure.TryGetValue(out Estimate estimate))
        {
            return None(figure.Reason);
        }

        double bound = 100 * Math.Max(0.001, 3.0 / trials);
        return estimate.Value == 0 ? Say("probability.below", ("bound", SimulatedText.Number(bound, bound, most: 1) + "%"))
            : estimate.Value == 1 ? Say("probability.above", ("bound", SimulatedText.Number(100 - bound, bound, most: 1) + "%"))
            : SimulatedText.Number(100 * estimate.Value, 100 * estimate.StandardError, most: 1) + "%";
    }

    private string None(NotApplicableReason? reason) => plain.NotApplicable(language.NameOf(reason ?? NotApplicableReason.NotComputed));

    private static string Count(long number) => FigureFormat.Count(number).Text;

    private string Say(string id, params (string Name, string Text)[] texts) => language.Say(id, texts);
}
