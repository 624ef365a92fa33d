using System.Globalization;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>结论: the answer in words for the longest period, then every figure for every period.</summary>
internal static class ConclusionSection
{
    /// <summary>The figures that are shown where they are asked for.</summary>
    internal const string ByConvention = "roiByConvention.";

    /// <summary>The total cost by its other name, and what the sections of the benefits and of the sensitivity show.</summary>
    private static readonly string[] Elsewhere =
        ["totalCostOfOwnership", "requiredBenefitShare", "longTerm.totalBenefit", "longTerm.presentValueOfBenefits", "longTerm.roiWithLongTerm"];

    internal static void Add(Report report, EvaluationView view, RoiReportOptions options, Language language)
    {
        ReportSection section = report.AddSection(view.Say("section.conclusion"));
        section.AddParagraph(Verdict(view));
        foreach (string sentence in JudgementText.Of(view, options.AfterTax))
        {
            section.AddParagraph(sentence);
        }

        foreach (string sentence in options.Simulation is { } simulated ? SimulationSentences.Of(simulated, language) : [])
        {
            section.AddParagraph(sentence);
        }

        if (Range(view) is { } range)
        {
            section.AddParagraph(range);
        }

        section.AddParagraph(EvidenceInWords(view));
        foreach (Message harm in view.Evaluation.Warnings.Where(warning => warning.Code == "impactHarm"))
        {
            section.AddParagraph(view.Language.Say(harm));
        }

        if (!view.Longest.TotalLongTermBenefit.IsZero)
        {
            section.AddParagraph(view.Say("sentence.longTerm", ("amount", AmountOf(view, "longTerm.totalBenefit"))));
        }

        RiskSection.AddCount(section, view.Language, RiskSection.OfAll(view));

        section.AddChart(EvaluationCharts.Cumulative(view));
        section.AddChart(EvaluationCharts.ByCategory(view));
        AddFigures(section, view, options.Conventions);
    }

    private static string Verdict(EvaluationView view)
    {
        PeriodResult longest = view.Longest;
        return view.Say(
            "sentence.verdict",
            ("period", view.NameOf(longest.Period)),
            ("dates", view.DatesOf(longest)),
            ("cost", AmountOf(view, "totalCost")),
            ("benefit", AmountOf(view, "totalBenefit")),
            ("net", AmountOf(view, "netBenefit")),
            ("roi", view.Text("roi", longest)),
            ("presentValue", PresentValue(view)),
            ("payback", Payback(view, longest.Payback)));
    }

    private static string AmountOf(EvaluationView view, string measure) =>
        view.TryAmount(view.Measure(measure), view.Longest, out decimal amount) ? view.Format.AmountWithUnit(amount) : view.Text(measure, view.Longest);

    /// <summary>A gain that the discount rate turns into a loss must not read as a gain.</summary>
    private static string PresentValue(EvaluationView view) =>
        view.Evaluation.Terms.DiscountRate is { } rate && view.TryAmount(view.Measure("netPresentValue"), view.Longest, out decimal value)
            ? view.Say("sentence.presentValue", ("rate", FigureFormat.Rate(rate)), ("amount", view.Format.AmountWithUnit(value)))
            : "";

    /// <summary>What the measured intervals make of the ROI; null where no benefit has one.</summary>
    private static string? Range(EvaluationView view) => view.Longest is { AtLowerLimit: { } lower, AtUpperLimit: { } upper }
        ? view.Say(
            "sentence.range",
            ("lower", view.Text("roi", lower)),
            ("upper", view.Text("roi", upper)))
        : null;

    /// <summary>A payback that does not last is not called one without saying so.</summary>
    internal static string Payback(EvaluationView view, PaybackFigures payback)
    {
        if (!payback.FirstMonths.TryGetValue(out double first))
        {
            return view.Say("sentence.payback.none", ("reason", view.TextOf(payback.FirstMonths.Reason!.Value)));
        }

        string months = view.Format.Months(first);
        return !payback.DurableMonths.TryGetValue(out double durable) ? view.Say("sentence.payback.notDurable", ("months", months))
            : durable == first ? view.Say("sentence.payback", ("months", months))
            : view.Say("sentence.payback.twice", ("months", months), ("durable", view.Format.Months(durable)));
    }

    internal static string EvidenceInWords(EvaluationView view)
    {
        PeriodResult longest = view.Longest;
        if (longest.TotalBenefit.IsZero)
        {
            return view.Say(
                view.IsGoLiveAfter(longest) ? "sentence.goLiveAfterPeriod"
                : longest.ShareOfBenefit(Evidence.Measured).Reason == NotApplicableReason.LossesOutweighGains ? "sentence.lossesEqualGains"
                : view.HasMoney ? "sentence.noBenefitCounted" : "sentence.noBenefit");
        }

        if (longest.TotalBenefit.Amount < 0)
        {
            return view.Say("sentence.lossesOutweighGains", ("amount", view.Format.AmountWithUnit(Math.Abs(view.Printed(longest).TotalBenefit.Amount))));
        }

        string shares = view.Language.Join(view.Printed(longest).ShareByEvidence(FigureFormat.ShareStep).Select(part => view.Say(
            "evidence.share",
            ("evidence", view.Language.NameOf(part.Key).ToLower(CultureInfo.InvariantCulture)),
            ("share", FigureFormat.Percent(part.Value)))));
        return view.Say("sentence.evidence", ("shares", shares));
    }

    /// <summary>Every figure of the list but those that stand elsewhere, on both bases: a new one needs no word here.</summary>
    private static void AddFigures(ReportSection section, EvaluationView view, IReadOnlyList<string> conventions)
    {
        Add("caption.figures", result => result);
        if (view.Results.Any(result => !result.IsCashableAlone))
        {
            Add("caption.cashable", result => result.Cashable);
        }

        void Add(string caption, Func<PeriodResult, PeriodResult> basis)
        {
            var table = new PeriodTable(section, view, view.Format.Titled(view.Say(caption)));
            foreach (Measure measure in view.Evaluation.Measures)
            {
                if (measure.Id.StartsWith(ByConvention, StringComparison.Ordinal) ? conventions.Contains(measure.Id.Substring(ByConvention.Length)) : !Elsewhere.Contains(measure.Id))
                {
                    table.Add(view.NameOf(measure), result => view.Cell(measure, basis(result)));
                }
            }
        }
    }
}
