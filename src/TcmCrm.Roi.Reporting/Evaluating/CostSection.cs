using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>成本明细: each cost under its category, with the category's sum.</summary>
internal static class CostSection
{
    internal static void Add(Report report, EvaluationView view)
    {
        ReportSection section = report.AddSection(view.Format.Titled(view.Say("section.costs")));
        if (view.Case.Costs.Count == 0)
        {
            section.AddParagraph(view.Say("sentence.noCosts"));
            return;
        }

        ReportTable table = section.AddTable("", view.ColumnsByPeriod(view.Say("column.category"), view.Say("column.cost")));
        CostCategory[] categories = [.. view.Case.Costs.Select(cost => cost.Category).Distinct().OrderBy(category => category)];
        int[][] items = [.. categories.Select(category => Enumerable.Range(0, view.Case.Costs.Count).Where(i => view.Case.Costs[i].Category == category).ToArray())];
        PrintedPeriod[] printed = [.. view.Results.Select(view.Printed)];
        for (int c = 0; c < categories.Length; c++)
        {
            string name = view.Language.NameOf(categories[c]);
            for (int i = 0; i < items[c].Length; i++)
            {
                table.AddRow([name, view.Case.Costs[items[c][i]].Name, .. printed.Select((amounts, p) => view.Format.Cell(amounts.CostLines()[items[c][i]].Total, ReportSource.Line(view.Case.Costs[items[c][i]].Id, view.Results[p].Period)))]);
            }

            table.AddTotal([name, view.Say("row.subtotal"), .. printed.Select((amounts, p) => view.Format.Cell(amounts.CostByCategory[categories[c]], ReportSource.Group($"CostCategory.{categories[c]}", view.Results[p].Period)))]);
        }

        table.AddTotal([view.Say("row.total"), "", .. view.ByPeriod(result => view.Cell("totalCost", result))]);
    }
}
