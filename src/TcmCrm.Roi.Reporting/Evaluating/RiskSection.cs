using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>风险与数据质量: every warning, of the case and of each period (their texts name the period).</summary>
internal static class RiskSection
{
    /// <summary>The codes of warnings after which benefit may be too high, or cost too low: where one stands, a conclusion holds only by the figures as given.</summary>
    internal static readonly IReadOnlyCollection<string> Flattering = new HashSet<string>(StringComparer.Ordinal)
    {
        "amountBeforeStart", "prepaidBeforeStart", "benefitBeforeGoLive", "benefitBeyondContract", "costCategoryMissing", "serverCostMissing", "creditsInCost", "discountRateBelowFinance",
        "discountRateLow", "noDiscountRate", "impactNotConclusive", "impactHarm", "poolOverdrawn", "poolAttributionAboveWhole", "drawAbovePool", "upliftAboveWhole", "marginOfWhole", "churnOfZero",
        "expiryLossOfZero", "everyCustomerBuys", "satisfactionWithoutChain", "marginNotShown", "satisfactionAndRetention", "countedTwice", "fullEffectAtOnce", "benefitMostlyAssumed",
    };

    internal static void Add(Report report, EvaluationView view)
    {
        ReportSection section = report.AddSection(view.Say("section.risks"));
        AddTexts(section, view, [.. OfAll(view).Select(view.Language.Say)]);
        section.AddParagraph(view.Say("note.rounding"));
    }

    /// <summary>A probability is worth no more than the case that it was drawn from.</summary>
    internal static void AddOfLongest(Report report, EvaluationView view) =>
        AddTexts(report.AddSection(view.Say("section.risks")), view, [.. OfLongest(view).Select(view.Language.Say)]);

    /// <summary>What is to be known of a case and of its longest period.</summary>
    internal static IEnumerable<Message> OfLongest(EvaluationView view) => view.Warnings.Concat(view.Longest.Warnings);

    /// <summary>What is to be known of a case and of each of its periods.</summary>
    internal static IEnumerable<Message> OfAll(EvaluationView view) => view.Warnings.Concat(view.Results.SelectMany(result => result.Warnings));

    /// <summary>How many warnings there are, for a conclusion, and how many of them say that it may be too good; nothing where there are none.</summary>
    internal static void AddCount(ReportSection section, Language language, IEnumerable<Message> warnings)
    {
        int count = 0;
        int flattering = 0;
        foreach (Message warning in warnings)
        {
            count++;
            flattering += Flattering.Contains(warning.Code) ? 1 : 0;
        }

        if (count > 0)
        {
            section.AddParagraph(flattering == 0
                ? language.Say("sentence.warnings", MessageArgument.Number("count", count))
                : language.Say("sentence.warnings.flattering", MessageArgument.Number("count", count), MessageArgument.Number("flattering", flattering)));
        }
    }

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
