using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Tool.Evaluating;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Gates;

/// <summary>What a pipeline shows on the page of its run: the verdict, the gates, and the main figures of each period.</summary>
internal static class GateSummary
{
    internal static Report Create(RoiEvaluation evaluation, Language language, IReadOnlyList<GateResult> results)
    {
        var view = new EvaluationView(evaluation, language);
        var report = new Report(evaluation.Case.Name);
        if (results.Count > 0)
        {
            AddGates(report, view, results);
        }

        ReportTable table = report.AddSection(view.Say("Main figures", "主要指标")).AddTable(view.Format.Titled("Figures", "指标"), view.ColumnsByHorizon(view.Say("Figure", "指标")));
        Add("Cost", "成本", horizon => view.Format.Amount(horizon.TotalCost));
        Add("Benefit", "收益", horizon => view.Format.Amount(horizon.TotalBenefit));
        Add("ROI", "投资回报率", horizon => view.Cell(horizon.ReturnOnInvestment));
        Add("Net present value", "净现值", horizon => view.Cell(EvaluationView.NetPresentValueOf(horizon)));
        Add("Payback", "投资回收期", horizon => view.Cell(horizon.Payback.FirstMonths, view.Format.Months));
        return report;

        void Add(string english, string chinese, Func<HorizonResult, string> cell) =>
            table.AddRow([view.Say(english, chinese), .. view.ByHorizon(cell)]);
    }

    private static void AddGates(Report report, EvaluationView view, IReadOnlyList<GateResult> results)
    {
        int missed = results.Count(result => !result.IsPassed);
        ReportSection section = report.AddSection(missed == 0
            ? view.Say($"All {results.Count} gates passed", $"全部 {results.Count} 项门槛通过")
            : view.Say($"{missed} of {results.Count} gates FAILED", $"{results.Count} 项门槛中 {missed} 项未通过"));
        ReportTable table = section.AddTable(
            "",
            ReportColumn.Text(view.Say("Rule", "规则")),
            ReportColumn.Text(view.Say("Actual", "实际值")),
            ReportColumn.Text(view.Say("Verdict", "结论")));
        foreach (GateResult result in results)
        {
            table.AddRow(result.RuleId, result.Actual, result.IsPassed ? view.Say("passed", "通过") : view.Say("FAILED", "未通过"));
        }
    }
}
