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
        PrintedPeriod printed = view.Printed(longest);
        int number = 0;
        foreach (FlowTableRow row in detail == CashFlowDetail.Year ? printed.YearlyTable() : printed.MonthlyTable())
        {
            string label = row.IsInitial ? view.Say("row.start", ("date", view.Format.Date(row.Start))) : LabelOf(view, detail, row, ++number);
            string[] cells = [label, .. new[] { row.Cost, row.Benefit, row.Net, row.CumulativeNet }.Select(view.Format.Amount)];
            table.AddRow(isDiscounted ? [.. cells, view.Cell(row.DiscountedNet), view.Cell(row.CumulativeDiscountedNet)] : cells);
        }

        string[] total = [view.Say("row.total"), view.Cell("totalCost", longest), view.Cell("totalBenefit", longest), view.Cell("netBenefit", longest), ""];
        table.AddTotal(isDiscounted ? [.. total, view.Cell("netPresentValue", longest), ""] : total);
    }

    private static string LabelOf(EvaluationView view, CashFlowDetail detail, FlowTableRow row, int number) =>
        detail == CashFlowDetail.Year
            ? view.Say("row.year", ("number", number.ToString(CultureInfo.InvariantCulture)), ("last", view.Format.Date(row.End.PlusDays(-1))))
            : row.Start.Day == 1 ? view.Format.Month(row.Start.ToYearMonth())
            : view.Say("row.monthFrom", ("date", view.Format.Date(row.Start)));
}
