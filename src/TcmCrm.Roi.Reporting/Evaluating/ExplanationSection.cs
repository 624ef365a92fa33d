using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>计算说明: formula, inputs and result of each figure, unrounded.</summary>
internal static class ExplanationSection
{
    internal static void Add(Report report, EvaluationView view, bool isAfterTax)
    {
        ReportSection section = report.AddSection(view.Say("section.explanation"));
        foreach (PeriodResult result in view.Results)
        {
            var text = new ExplanationText(view, result);
            ReportTable table = section.AddTable(
                view.NameOf(result.Period),
                ReportColumn.Text(view.Say("column.figure")),
                ReportColumn.Text(view.Say("column.formula")),
                ReportColumn.Text(view.Say("column.inputs")),
                ReportColumn.Text(view.Say("column.result")));
            foreach (FigureExplanation explanation in result.Explain(view.Evaluation.Measures))
            {
                table.AddRow(
                    view.NameOf(explanation.Measure),
                    view.Language.Say(explanation.Measure.Formula),
                    string.Join(view.Say("separator"), explanation.Inputs.Select(input => text.InputOf(explanation.Measure, input))),
                    text.ResultOf(explanation.Measure));
            }
        }

        foreach ((AfterTaxResult result, PeriodResult before) in isAfterTax ? view.Evaluation.AfterTax.Zip(view.Results, (after, before) => (after, before)) : [])
        {
            var text = new ExplanationText(view, before);
            ReportTable table = section.AddTable(
                view.Say("column.afterTax", ("period", view.NameOf(result.Period))),
                ReportColumn.Text(view.Say("column.figure")),
                ReportColumn.Text(view.Say("column.formula")),
                ReportColumn.Text(view.Say("column.inputs")),
                ReportColumn.Text(view.Say("column.result")));
            foreach (FigureExplanation explanation in result.Explain())
            {
                table.AddRow(
                    view.NameOf(explanation.Measure),
                    view.Language.Say(explanation.Measure.Formula),
                    string.Join(view.Say("separator"), explanation.Inputs.Select(input => text.InputAfterTax(explanation.Measure, input))),
                    text.Value(explanation.Measure.Unit, explanation.Value));
            }
        }
    }
}
