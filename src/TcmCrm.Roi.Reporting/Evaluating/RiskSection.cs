namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>风险与数据质量: every warning, of the case and of each period (their texts name the period).</summary>
internal static class RiskSection
{
    internal static void Add(Report report, EvaluationView view)
    {
        ReportSection section = report.AddSection(view.Say("section.risks"));
        string[] texts = [.. view.Evaluation.Warnings.Concat(view.Results.SelectMany(result => result.Warnings)).Select(view.Language.Say)];
        if (texts.Length == 0)
        {
            section.AddParagraph(view.Say("sentence.noWarnings"));
        }
        else
        {
            section.AddList(texts);
        }

        section.AddParagraph(view.Say("note.rounding"));
    }
}
