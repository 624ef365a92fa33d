using System.Globalization;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>成本收益流量表 of the longest period, by year or by month. Each column sums to its printed total, each row subtracts.</summary>
internal static class CashFlowSection
{
    internal static void Add(Report report, EvaluationView view, CashFlowDetail detail)
    {
        if (detail == CashFlowDetail.None)
        {
            return;
        }

        PeriodResult longest = view.Longest;
        ReportSection section = report.AddSection(view.Format.Titled(view.Say("section.cashFlows", ("period", view.NameOf(longest.Period)))));
        bool isDiscounted = view.Evaluation.Terms.DiscountRate is not null;
        var columns = new List<ReportColumn>
        {
            ReportColumn.Text(view.Say(detail == CashFlowDetail.Year ? "column.year" : "column.month")),
            ReportColumn.Number(view.Say("column.costAmount")),
            ReportColumn.Number(view.Say("column.benefitAmount")),
            ReportColumn.Number(view.Say("column.net")),
            ReportColumn.Number(view.Say("column.cumulativeNet")),
        };
        if (isDiscounted)
        {
            columns.Add(ReportColumn.Number(view.Say("column.discountedNet")));
            columns.Add(ReportColumn.Number(view.Say("column.cumulativeDiscountedNet")));
        }

        ReportTable table = section.AddTable("", [.. columns]);
        IReadOnlyList<FlowTableRow> rows = detail == CashFlowDetail.Year ? longest.YearlyTable() : longest.MonthlyTable();
        decimal[] costs = view.Format.Parts(rows.Select(row => row.Cost), view.Format.Rounded(longest.TotalCost));
        decimal[] benefits = view.Format.Parts(rows.Select(row => row.Benefit), view.Format.Rounded(longest.TotalBenefit));
        string[][] discounted = isDiscounted ? Discounted(view, rows) : [];
        decimal cumulative = 0;
        int number = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            FlowTableRow row = rows[i];
            decimal net = benefits[i] - costs[i];
            cumulative += net;
            string label = row.IsInitial ? view.Say("row.start", ("date", view.Format.Date(row.Start))) : LabelOf(view, detail, row, ++number);
            string[] cells = [label, .. new[] { costs[i], benefits[i], net, cumulative }.Select(view.Format.Amount)];
            table.AddRow(isDiscounted ? [.. cells, .. discounted[i]] : cells);
        }

        string[] total = [view.Say("row.total"), view.Cell("totalCost", longest), view.Cell("totalBenefit", longest), view.Cell("netBenefit", longest), ""];
        table.AddTotal(isDiscounted ? [.. total, view.Cell("netPresentValue", longest), ""] : total);
    }

    /// <summary>Discounted net and its running sum, whose last is the printed net present value.</summary>
    private static string[][] Discounted(EvaluationView view, IReadOnlyList<FlowTableRow> rows)
    {
        Money[] exact = [.. rows.Select(row => row.DiscountedNet.TryGetValue(out Money net) ? net : Money.Zero(view.Case.Currency))];
        if (!view.TryAmount(view.Measure("netPresentValue"), view.Longest, out decimal total) || rows.Any(row => !row.DiscountedNet.TryGetValue(out _)))
        {
            return [.. rows.Select(row => new[] { view.Cell(row.DiscountedNet), view.Cell(row.CumulativeDiscountedNet) })];
        }

        decimal cumulative = 0;
        return [.. view.Format.Parts(exact, total).Select(net => new[] { view.Format.Amount(net), view.Format.Amount(cumulative += net) })];
    }

    private static string LabelOf(EvaluationView view, CashFlowDetail detail, FlowTableRow row, int number) =>
        detail == CashFlowDetail.Year
            ? view.Say("row.year", ("number", number.ToString(CultureInfo.InvariantCulture)), ("last", view.Format.Date(row.End.PlusDays(-1))))
            : row.Start.Day == 1 ? view.Format.Month(row.Start.ToYearMonth())
            : view.Say("row.monthFrom", ("date", view.Format.Date(row.Start)));
}
