using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>The charts of an evaluation: how the net flow accumulates until it is paid back, and what cost and benefit are made of.</summary>
internal static class EvaluationCharts
{
    /// <summary>The cumulative net flow of the longest period by month, on all benefits and, where that is another, on the cash basis.</summary>
    internal static ReportChart Cumulative(EvaluationView view)
    {
        PeriodResult all = view.Longest;
        bool isOne = all.IsCashableAlone;
        PeriodResult[] bases = isOne ? [all] : [all, all.Cashable];
        string[] names = [view.Say("basis.all"), view.Say("basis.cashable")];
        FlowTableRow[][] rows = [.. bases.Select(basis => view.Printed(basis).MonthlyTable().ToArray())];

        // The flows at the start belong to the month that begins there: a month without an end of its own is no point.
        int first = rows[0].Length > 1 && rows[0][0].IsInitial ? 1 : 0;
        string[] months = [.. rows[0].Skip(first).Select(row => view.Format.Month(row.Start.ToYearMonth()))];
        ReportChartSeries[] series = [.. rows.Select((flows, i) => new ReportChartSeries(
            names[i], i == 0 ? ReportSeriesRole.Main : ReportSeriesRole.Compared, flows.Skip(first).Select(row => (double?)(double)row.CumulativeNet.Amount)))];
        string title = view.Say("chart.cumulative", ("period", view.NameOf(all.Period)));
        var table = new ReportTable(view.Format.Titled(title), [ReportColumn.Text(view.Say("column.month")), .. series.Select(one => ReportColumn.Number(one.Name))]);
        for (int i = 0; i < months.Length; i++)
        {
            table.AddRow([months[i], .. rows.Select((flows, basis) => view.Format.Cell(
                flows[i + first].CumulativeNet, ReportSource.Flow("cumulativeNet", all.Period, basis == 1, flows[i + first].Start, flows[i + first].End)))]);
        }

        string ends = isOne
            ? view.Say("chart.cumulative.end.one", ("all", view.Format.AmountWithUnit(rows[0][rows[0].Length - 1].CumulativeNet.Amount)))
            : view.Say(
                "chart.cumulative.end", ("all", view.Format.AmountWithUnit(rows[0][rows[0].Length - 1].CumulativeNet.Amount)), ("cash", view.Format.AmountWithUnit(rows[1][rows[1].Length - 1].CumulativeNet.Amount)));
        return view.Format.Scaled(
            new ReportChart(ReportChartKind.Line, title, view.Say("chart.sentences", ("first", ends), ("second", ConclusionSection.Payback(view, all.Payback))), months, series, table)
            {
                Marks = [.. Paybacks(view, all.Payback)],
            });
    }

    /// <summary>Cost and benefit of each period by category, a bar each.</summary>
    internal static ReportChart ByCategory(EvaluationView view)
    {
        CostCategory[] costs = [.. view.Results.SelectMany(result => result.CostByCategory.Keys).Distinct().OrderBy(category => category)];
        BenefitCategory[] benefits = [.. view.Results.SelectMany(result => result.BenefitByCategory.Keys).Distinct().OrderBy(category => category)];
        PrintedPeriod[] printed = [.. view.Results.Select(view.Printed)];
        int rows = printed.Length * 2;
        string[] names = [.. Enumerable.Range(0, rows).Select(row => view.Say(row % 2 == 0 ? "chart.rowCost" : "chart.rowBenefit", ("period", view.NameOf(view.Results[row / 2].Period))))];
        (string Name, Func<int, Money?> Of)[] parts =
        [
            .. costs.Select(category => (view.Language.NameOf(category), (Func<int, Money?>)(row => row % 2 == 0 && printed[row / 2].CostByCategory.TryGetValue(category, out Money amount) ? amount : null))),
            .. benefits.Select(category => (view.Language.NameOf(category), (Func<int, Money?>)(row => row % 2 == 1 && printed[row / 2].BenefitByCategory.TryGetValue(category, out Money amount) ? amount : null))),
        ];
        return Stack(view, "chart.byCategory", names, parts, row => row % 2 == 0 ? "totalCost" : "totalBenefit", row => view.Results[row / 2], view.Say(
            "chart.byCategory.text", ("period", view.NameOf(view.Longest.Period)), ("cost", view.Text("totalCost", view.Longest)), ("benefit", view.Text("totalBenefit", view.Longest)),
            ("currency", view.Format.UnitName)));
    }

    /// <summary>The benefit of each period by its evidence.</summary>
    internal static ReportChart ByEvidence(EvaluationView view)
    {
        PrintedPeriod[] printed = [.. view.Results.Select(view.Printed)];
        Evidence[] kinds = [.. printed.SelectMany(period => period.BenefitByEvidence.Keys).Distinct().OrderBy(evidence => evidence)];
        return Stack(
            view, "chart.byEvidence", [.. view.Results.Select(result => view.NameOf(result.Period))],
            [.. kinds.Select(kind => (view.Language.NameOf(kind), (Func<int, Money?>)(row => printed[row].BenefitByEvidence.TryGetValue(kind, out Money amount) ? amount : null)))],
            _ => "totalBenefit", row => view.Results[row], ConclusionSection.EvidenceInWords(view));
    }

    private static ReportChart Stack(
        EvaluationView view, string id, string[] names, (string Name, Func<int, Money?> Of)[] parts, Func<int, string> total, Func<int, PeriodResult> period, string description)
    {
        string title = view.Say(id);
        var table = new ReportTable(
            view.Format.Titled(title), [ReportColumn.Text(view.Say("column.period")), .. parts.Select(part => ReportColumn.Number(part.Name)), ReportColumn.Number(view.Say("row.total"))]);
        for (int row = 0; row < names.Length; row++)
        {
            table.AddRow([names[row], .. parts.Select(part => part.Of(row) is { } amount ? view.Format.Cell(amount) : (ReportCell)string.Empty), view.Cell(total(row), period(row))]);
        }

        return view.Format.Scaled(new ReportChart(
            ReportChartKind.Stack, title, description, names,
            parts.Select(part => new ReportChartSeries(part.Name, ReportSeriesRole.Main, Enumerable.Range(0, names.Length).Select(row => part.Of(row) is { } amount ? (double)amount.Amount : (double?)null))), table));
    }

    /// <summary>Where it is first paid back and, where that is later, for good. A length of k months ends with the k-th month, which is the category k - 1.</summary>
    private static IEnumerable<ReportChartMark> Paybacks(EvaluationView view, PaybackFigures payback)
    {
        if (!payback.FirstMonths.TryGetValue(out double first))
        {
            yield break;
        }

        bool isDurable = payback.DurableMonths.TryGetValue(out double durable);
        yield return new ReportChartMark(view.Say(isDurable && durable == first ? "mark.payback" : "mark.payback.first", ("months", view.Format.Months(first))), first - 1);
        if (isDurable && durable != first)
        {
            yield return new ReportChartMark(view.Say("mark.payback.durable", ("months", view.Format.Months(durable))), durable - 1);
        }
    }
}
