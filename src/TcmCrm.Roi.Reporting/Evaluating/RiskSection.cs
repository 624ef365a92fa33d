namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>风险与数据质量: every warning, of the case and of each period (their texts name the period).</summary>
internal static class RiskSection
{
    internal static void Add(Report report, EvaluationView view)
    {
        ReportSection section = report.AddSection(view.Say("section.risks"));
        AddTexts(section, view, [.. view.Evaluation.Warnings.Concat(view.Results.SelectMany(result => result.Warnings)).Select(view.Language.Say)]);
        section.AddParagraph(view.Say("note.rounding"));
    }

    /// <summary>A probability is worth no more than the case that it was drawn from.</summary>
    internal static void AddOfLongest(Report report, EvaluationView view) =>
        AddTexts(report.AddSection(view.Say("section.risks")), view, [.. OfLongest(view).Select(view.Language.Say)]);

    /// <summary>What is to be known of a case and of its longest period.</summary>
    internal static IEnumerable<Message> OfLongest(EvaluationView view) => view.Evaluation.Warnings.Concat(view.Longest.Warnings);

    internal static void AddTexts(ReportSection section, EvaluationView view, string[] texts)
    {
        if (texts.Length == 0)
        {
            section.AddParagraph(view.Say("sentence.noWarnings"));
        }
        else
        {
            section.AddList(texts);
        }
    }
}
