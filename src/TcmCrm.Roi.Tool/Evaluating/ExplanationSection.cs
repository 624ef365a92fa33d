using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>计算说明: formula, inputs and result of each figure, unrounded.</summary>
internal static class ExplanationSection
{
    internal static void Add(Report report, EvaluationView view)
    {
        ReportSection section = report.AddSection(view.Say("section.explanation"));
        foreach (PeriodResult result in view.Results)
        {
            ReportTable table = section.AddTable(
                view.NameOf(result.Period),
                ReportColumn.Text(view.Say("column.figure")),
                ReportColumn.Text(view.Say("column.formula")),
                ReportColumn.Text(view.Say("column.inputs")),
                ReportColumn.Text(view.Say("column.result")));
            foreach (FigureExplanation explanation in result.Explain())
            {
                table.AddRow(explanation.FormulaId, explanation.Formula, string.Join("; ", explanation.Inputs), $"{explanation.Result} {explanation.Unit}");
            }
        }
    }
}
