using System.Globalization;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>现金流量表 of the longest period, by year or by month.</summary>
internal static class CashFlowSection
{
    internal static void Add(Report report, EvaluationView view, CashFlowDetail detail)
    {
        if (detail == CashFlowDetail.None)
        {
            return;
        }

        HorizonResult longest = view.Longest;
        string period = view.NameOf(longest.Period);
        ReportSection section = report.AddSection(view.Say("Cash flows", "现金流量表"));
        bool isDiscounted = view.Evaluation.DiscountRate is not null;
        var columns = new List<ReportColumn>
        {
            ReportColumn.Text(detail == CashFlowDetail.Year ? view.Say("Year", "年度") : view.Say("Month", "月份")),
            ReportColumn.Number(view.Say("Cost", "成本")),
            ReportColumn.Number(view.Say("Benefit", "收益")),
            ReportColumn.Number(view.Say("Net", "净现金流量")),
            ReportColumn.Number(view.Say("Cumulative net", "累计净现金流量")),
        };
        if (isDiscounted)
        {
            columns.Add(ReportColumn.Number(view.Say("Net, discounted", "折现净现金流量")));
            columns.Add(ReportColumn.Number(view.Say("Cumulative, discounted", "累计折现净现金流量")));
        }

        ReportTable table = section.AddTable(view.Format.Titled($"Cash flows, {period}", $"现金流量表,{period}"), [.. columns]);
        IReadOnlyList<FlowTableRow> rows = detail == CashFlowDetail.Year ? longest.YearlyTable() : longest.MonthlyTable();
        int number = 0;
        foreach (FlowTableRow row in rows)
        {
            string label = row.IsInitial ? view.Say("Start, ", "起始日 ") + view.Format.Date(row.Start) : LabelOf(view, detail, row, ++number);
            string[] cells = [label, view.Format.Amount(row.Cost), view.Format.Amount(row.Benefit), view.Format.Amount(row.Net), view.Format.Amount(row.CumulativeNet)];
            table.AddRow(isDiscounted ? [.. cells, view.Cell(row.DiscountedNet), view.Cell(row.CumulativeDiscountedNet)] : cells);
        }

        string[] total = [view.Say("Total", "合计"), view.Format.Amount(longest.TotalCost), view.Format.Amount(longest.TotalBenefit), view.Format.Amount(EvaluationView.NetOf(longest)), ""];
        table.AddTotal(isDiscounted ? [.. total, view.Cell(EvaluationView.NetPresentValueOf(longest)), ""] : total);
    }

    private static string LabelOf(EvaluationView view, CashFlowDetail detail, FlowTableRow row, int number)
    {
        string counted = number.ToString(CultureInfo.InvariantCulture);
        if (detail == CashFlowDetail.Month)
        {
            return row.Start.Day == 1 ? view.Format.Month(row.Start.ToYearMonth()) : view.Format.Date(row.Start) + view.Say(" on", "起");
        }

        string last = view.Format.Date(row.End.PlusDays(-1));
        return view.Say($"Year {counted}, to {last}", $"第{counted}年,至{last}");
    }
}
