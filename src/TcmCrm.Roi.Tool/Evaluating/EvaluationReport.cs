using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>
/// The report of a case in the order in which a CFO reads it: 结论, 假设与证据, 成本明细, 收益明细, 成本收益流量表, 敏感性与盈亏平衡, 风险与数据质量.
/// </summary>
internal static class EvaluationReport
{
    internal static Report Create(RoiEvaluation evaluation, Language language, IReadOnlyList<string> conventions, CashFlowDetail cashFlow, bool explain, SimulationResult? simulated = null)
    {
        var view = new EvaluationView(evaluation, language);
        var report = new Report(view.Say("report.evaluate", ("case", view.Case.Name)));
        ConclusionSection.Add(report, view, conventions, simulated is null ? [] : SimulationSentences.Of(simulated, language));
        AssumptionsSection.Add(report, view);
        CostSection.Add(report, view);
        BenefitSection.Add(report, view);
        CashFlowSection.Add(report, view, cashFlow);
        SensitivitySection.Add(report, view);
        RiskSection.Add(report, view);
        if (explain)
        {
            ExplanationSection.Add(report, view);
        }

        return report;
    }
}
