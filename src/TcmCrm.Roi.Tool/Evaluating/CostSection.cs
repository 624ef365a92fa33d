using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>成本明细: each cost under its category, with the category's sum.</summary>
internal static class CostSection
{
    internal static void Add(Report report, EvaluationView view)
    {
        ReportSection section = report.AddSection(view.Say("Costs", "成本明细"));
        if (view.Case.Costs.Count == 0)
        {
            section.AddParagraph(view.Say("The case has no costs.", "本案例没有成本。"));
            return;
        }

        ReportTable table = section.AddTable(
            view.Format.Titled("Costs", "成本明细"), view.ColumnsByHorizon(view.Say("Category", "类别"), view.Say("Cost", "成本项目")));
        IReadOnlyList<CostLine>[] lines = [.. view.Horizons.Select(horizon => horizon.CostLines())];
        foreach (CostCategory category in Enum.GetValues<CostCategory>())
        {
            int[] items = [.. Enumerable.Range(0, view.Case.Costs.Count).Where(i => view.Case.Costs[i].Category == category)];
            if (items.Length == 0)
            {
                continue;
            }

            string name = view.Words.NameOf(category);
            foreach (int item in items)
            {
                table.AddRow([name, view.Case.Costs[item].Name, .. lines.Select(ofHorizon => view.Format.Amount(ofHorizon[item].Total))]);
            }

            table.AddTotal([name, view.Say("Subtotal", "小计"), .. view.ByHorizon(horizon => view.Format.Amount(horizon.CostByCategory[category]))]);
        }

        table.AddTotal([view.Say("Total", "合计"), "", .. view.ByHorizon(horizon => view.Format.Amount(horizon.TotalCost))]);
    }
}
