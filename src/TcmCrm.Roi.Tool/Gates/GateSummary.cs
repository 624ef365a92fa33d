using System.Globalization;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Reporting.Evaluating;

namespace TcmCrm.Roi.Tool.Gates;

/// <summary>What a pipeline shows on the page of its run: the verdict, the gates, and the main figures of each period.</summary>
internal static class GateSummary
{
    private static readonly string[] MainFigures = ["totalCost", "totalBenefit", "roi", "netPresentValue", "paybackMonths"];

    internal static Report Create(RoiEvaluation evaluation, Language language, IReadOnlyList<GateResult> results)
    {
        var view = new EvaluationView(evaluation, language);
        var report = new Report(evaluation.Case.Name, language);
        if (results.Count > 0)
        {
            AddGates(report, view, results);
        }

        var table = new PeriodTable(report.AddSection(view.Format.Titled(view.Say("caption.figures"))), view, "");
        foreach (string figure in MainFigures)
        {
            table.Add(view.Measure(figure));
        }

        return report;
    }

    private static void AddGates(Report report, EvaluationView view, IReadOnlyList<GateResult> results)
    {
        int missed = results.Count(result => !result.IsPassed);
        ReportSection section = report.AddSection(missed == 0
            ? view.Say("section.gatesPassed", ("count", Whole(results.Count)))
            : view.Say("section.gatesFailed", ("missed", Whole(missed)), ("count", Whole(results.Count))));
        ReportTable table = section.AddTable(
            "",
            ReportColumn.Text(view.Say("column.rule")),
            ReportColumn.Text(view.Say("column.actualValue")),
            ReportColumn.Text(view.Say("column.verdict")));
        var text = new GateText(view.Language, view.Format);
        foreach (GateResult result in results)
        {
            table.AddRow(text.RuleOf(result), text.ActualOf(result), view.Say(result.IsPassed ? "value.passed" : "value.failed"));
        }
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
