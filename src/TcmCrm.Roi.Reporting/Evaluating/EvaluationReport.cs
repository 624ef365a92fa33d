using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>
/// The report of a case in the order in which a CFO reads it: 结论, 假设与证据, 成本明细, 收益明细, 分标签结果, 成本收益流量表, 敏感性与盈亏平衡, 风险与数据质量.
/// </summary>
internal static class EvaluationReport
{
    internal static Report Create(RoiEvaluation evaluation, Language language, RoiReportOptions options)
    {
        var view = new EvaluationView(evaluation, language) { IsAfterTax = options.AfterTax };
        var report = view.NewReport(view.Say("report.evaluate", ("case", view.Case.Name)));
        ConclusionSection.Add(report, view, options, language);
        AssumptionsSection.Add(report, view);
        CostSection.Add(report, view);
        BenefitSection.Add(report, view);
        TagSection.Add(report, view);
        CashFlowSection.Add(report, view, options.CashFlow);
        if (options.AfterTax)
        {
            AfterTaxSection.Add(report, view);
        }

        SensitivitySection.Add(report, view);
        RiskSection.Add(report, view);
        if (options.Explain)
        {
            ExplanationSection.Add(report, view, options.AfterTax);
        }

        return report;
    }
}
