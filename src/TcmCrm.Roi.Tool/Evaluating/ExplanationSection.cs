using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>计算说明: formula, inputs and result of each figure, unrounded.</summary>
internal static class ExplanationSection
{
    internal static void Add(Report report, EvaluationView view)
    {
        ReportSection section = report.AddSection(view.Say("How each figure came about", "计算说明"));
        foreach (HorizonResult horizon in view.Horizons)
        {
            ReportTable table = section.AddTable(
                view.NameOf(horizon.Period),
                ReportColumn.Text(view.Say("Figure", "指标")),
                ReportColumn.Text(view.Say("Formula", "公式")),
                ReportColumn.Text(view.Say("Inputs", "输入")),
                ReportColumn.Text(view.Say("Result", "结果")));
            foreach (FigureExplanation explanation in horizon.Explain())
            {
                table.AddRow(explanation.FormulaId, explanation.Formula, string.Join("; ", explanation.Inputs), $"{explanation.Result} {explanation.Unit}");
            }
        }
    }
}
