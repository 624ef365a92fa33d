using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

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
        CostCategory[] categories = [.. Enum.GetValues<CostCategory>().Where(category => view.Case.Costs.Any(cost => cost.Category == category))];
        int[][] items = [.. categories.Select(category => Enumerable.Range(0, view.Case.Costs.Count).Where(i => view.Case.Costs[i].Category == category).ToArray())];
        PrintedPeriod[] printed = [.. view.Results.Select(view.Printed)];
        for (int c = 0; c < categories.Length; c++)
        {
            string name = view.Language.NameOf(categories[c]);
            for (int i = 0; i < items[c].Length; i++)
            {
                table.AddRow([name, view.Case.Costs[items[c][i]].Name, .. printed.Select(amounts => view.Format.Amount(amounts.CostLines()[items[c][i]].Total))]);
            }

            table.AddTotal([name, view.Say("row.subtotal"), .. printed.Select(amounts => view.Format.Amount(amounts.CostByCategory[categories[c]]))]);
        }

        table.AddTotal([view.Say("row.total"), "", .. printed.Select(amounts => view.Format.Amount(amounts.TotalCost))]);
    }
}
