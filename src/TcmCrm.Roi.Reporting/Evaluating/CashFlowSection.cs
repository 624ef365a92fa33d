using System.Globalization;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>成本收益流量表 of the longest period, and beside it the 现金流量表 of the cash basis, by year or by month. Each column sums to its printed total, each row subtracts.</summary>
internal static class CashFlowSection
{
    internal static void Add(Report report, EvaluationView view, CashFlowDetail detail)
    {
        if (detail == CashFlowDetail.None)
        {
            return;
        }

        Add(report, view, detail, view.Longest, "section.cashFlows", ["column.costAmount", "column.benefitAmount", "column.net", "column.cumulativeNet", "column.discountedNet", "column.cumulativeDiscountedNet"]);

        // 现金流量表 is a term for cash alone; where every line is cash, the table above says all.
        if (!view.Longest.IsCashableAlone)
        {
            Add(
                report, view, detail, view.Longest.Cashable, "section.cashBasisFlows",
                ["column.cashOut", "column.cashIn", "column.cashNet", "column.cumulativeCashNet", "column.discountedCashNet", "column.cumulativeDiscountedCashNet"]);
        }
    }

    private static void Add(Report report, EvaluationView view, CashFlowDetail detail, PeriodResult longest, string title, string[] headers)
    {
        ReportSection section = report.AddSection(view.Format.Titled(view.Say(title, ("period", view.NameOf(longest.Period)))));
        bool isDiscounted = view.Evaluation.Terms.DiscountRate is not null;
        ReportColumn[] columns =
        [
            ReportColumn.Text(view.Say(detail == CashFlowDetail.Year ? "column.year" : "column.month")),
            .. headers.Take(isDiscounted ? 6 : 4).Select(id => ReportColumn.Number(view.Say(id))),
        ];
        ReportTable table = section.AddTable("", columns);
        PrintedPeriod printed = view.Printed(longest);
        int number = 0;
        foreach (FlowTableRow row in detail == CashFlowDetail.Year ? printed.YearlyTable() : printed.MonthlyTable())
        {
            string label = row.IsInitial ? view.Say("row.start", ("date", view.Format.Date(row.Start))) : LabelOf(view, detail, row, ++number);
            ReportCell[] cells =
            [
                label, view.Format.Cell(row.Cost, Source("cost")), view.Format.Cell(row.Benefit, Source("benefit")), view.Format.Cell(row.Net, Source("net")),
                view.Format.Cell(row.CumulativeNet, Source("cumulativeNet")),
            ];
            table.AddRow(isDiscounted ? [.. cells, view.Cell(row.DiscountedNet, Source("discountedNet")), view.Cell(row.CumulativeDiscountedNet, Source("cumulativeDiscountedNet"))] : cells);

            ReportSource Source(string column) => ReportSource.Flow(column, longest.Period, view.IsCashable(longest), row.Start, row.End);
        }

        ReportCell[] total = [view.Say("row.total"), view.Cell("totalCost", longest), view.Cell("totalBenefit", longest), view.Cell("netBenefit", longest), ""];
        table.AddTotal(isDiscounted ? [.. total, view.Cell("netPresentValue", longest), ""] : total);
    }

    private static string LabelOf(EvaluationView view, CashFlowDetail detail, FlowTableRow row, int number) =>
        detail == CashFlowDetail.Year
            ? view.Say("row.year", ("number", number.ToString(CultureInfo.InvariantCulture)), ("last", view.Format.Date(row.End.PlusDays(-1))))
            : row.Start.Day == 1 ? view.Format.Month(row.Start.ToYearMonth())
            : view.Say("row.monthFrom", ("date", view.Format.Date(row.Start)));
}
