using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>风险与数据质量: every warning, of the case and of each period.</summary>
internal static class RiskSection
{
    internal static void Add(Report report, EvaluationView view)
    {
        ReportSection section = report.AddSection(view.Say("Risks and data quality", "风险与数据质量"));
        var texts = new List<string>();
        texts.AddRange(view.Evaluation.Warnings.Select(warning => TextOf(view, warning)));
        foreach (HorizonResult horizon in view.Horizons)
        {
            // Their texts name the period.
            texts.AddRange(horizon.Warnings.Select(warning => TextOf(view, warning)));
        }

        if (texts.Count == 0)
        {
            section.AddParagraph(view.Say("No warnings.", "无警示。"));
        }
        else
        {
            section.AddList(texts);
        }

        section.AddParagraph(view.Say(
            "Note: figures are rounded for display only, half away from zero; differences between totals and their parts are due to rounding.",
            "注:金额保留两位小数,四舍五入;合计数与各分项之和的差异系四舍五入所致。"));
    }

    private static string TextOf(EvaluationView view, Message warning) => $"{view.Words.Say(warning)} [{warning.Id}]";
}
