using System.Globalization;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>结论: the answer in words for the longest period, then every figure for every period.</summary>
internal static class ConclusionSection
{
    internal static void Add(Report report, EvaluationView view, IReadOnlyList<RoiConvention> conventions)
    {
        ReportSection section = report.AddSection(view.Say("section.conclusion"));
        section.AddParagraph(Verdict(view));
        if (Range(view) is { } range)
        {
            section.AddParagraph(range);
        }

        section.AddParagraph(EvidenceInWords(view));
        if (!view.Longest.TotalLongTermBenefit.IsZero)
        {
            section.AddParagraph(view.Say("sentence.longTerm", ("amount", view.Format.AmountWithUnit(view.Longest.TotalLongTermBenefit.Amount))));
        }

        int warnings = view.Evaluation.Warnings.Count + view.Results.Sum(result => result.Warnings.Count);
        if (warnings > 0)
        {
            section.AddParagraph(view.Language.Say("sentence.warnings", MessageArgument.Number("count", warnings)));
        }

        AddFigures(section, view, conventions);
    }

    private static string Verdict(EvaluationView view)
    {
        PeriodResult longest = view.Longest;
        return view.Say(
            "sentence.verdict",
            ("period", view.NameOf(longest.Period)),
            ("dates", view.DatesOf(longest)),
            ("cost", view.Format.AmountWithUnit(longest.TotalCost.Amount)),
            ("benefit", view.Format.AmountWithUnit(longest.TotalBenefit.Amount)),
            ("net", view.Format.AmountWithUnit(view.NetOf(longest))),
            ("roi", view.Cell(FigureUnit.Ratio, longest.ReturnOnInvestment)),
            ("presentValue", PresentValue(view)),
            ("payback", Payback(view, longest.Payback)));
    }

    /// <summary>A gain that the discount rate turns into a loss must not read as a gain.</summary>
    private static string PresentValue(EvaluationView view) =>
        view.Evaluation.Terms.DiscountRate is { } rate && view.NetPresentValueOf(view.Longest).TryGetValue(out Money value)
            ? view.Say("sentence.presentValue", ("rate", FigureFormat.Rate(rate)), ("amount", view.Format.AmountWithUnit(value.Amount)))
            : "";

    /// <summary>What the measured intervals make of the ROI; null where no benefit has one.</summary>
    private static string? Range(EvaluationView view) => view.Longest is { AtLowerLimit: { } lower, AtUpperLimit: { } upper }
        ? view.Say(
            "sentence.range",
            ("lower", view.Cell(FigureUnit.Ratio, lower.ReturnOnInvestment)),
            ("upper", view.Cell(FigureUnit.Ratio, upper.ReturnOnInvestment)))
        : null;

    /// <summary>A payback that does not last is not called one without saying so.</summary>
    private static string Payback(EvaluationView view, PaybackFigures payback)
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

    private static string EvidenceInWords(EvaluationView view)
    {
        PeriodResult longest = view.Longest;
        if (longest.TotalBenefit.IsZero)
        {
            return view.Say("sentence.noBenefit");
        }

        string shares = view.Language.Join(new[] { Evidence.Measured, Evidence.Estimated, Evidence.Assumed }.Select(evidence => view.Say(
            "evidence.share",
            ("evidence", view.Language.NameOf(evidence).ToLower(CultureInfo.InvariantCulture)),
            ("share", view.Cell(FigureUnit.Ratio, longest.ShareOfBenefit(evidence))))));
        return view.Say("sentence.evidence", ("shares", shares));
    }

    private static void AddFigures(ReportSection section, EvaluationView view, IReadOnlyList<RoiConvention> conventions)
    {
        var table = new PeriodTable(section, view, view.Format.Titled(view.Say("caption.figures")));
        table.Add(view.Say("figure.totalCost"), result => result.TotalCost);
        table.Add(view.Say("figure.totalBenefit"), result => result.TotalBenefit);
        table.Add(view.Say("figure.netBenefit"), result => view.Format.Amount(view.NetOf(result)));
        table.Add(view.Say("figure.roi"), FigureUnit.Ratio, result => result.ReturnOnInvestment);
        foreach (RoiConvention convention in conventions)
        {
            table.Add(view.Language.NameOf(convention), FigureUnit.Ratio, result => result.ReturnOnInvestmentBy(convention));
        }

        table.Add(view.Say("figure.annualizedRoi"), FigureUnit.Ratio, result => result.AnnualizedReturnOnInvestment);
        table.Add(view.Say("figure.presentValueOfCosts"), result => result.PresentValueOfCosts);
        table.Add(view.Say("figure.presentValueOfBenefits"), result => result.PresentValueOfBenefits);
        table.Add(view.Say("figure.netPresentValue"), view.NetPresentValueOf);
        table.Add(view.Say("figure.discountedRoi"), FigureUnit.Ratio, result => result.DiscountedReturnOnInvestment);
        table.Add(view.Say("figure.benefitCostRatio"), FigureUnit.Index, result => result.BenefitCostRatio);
        table.Add(view.Say("figure.internalRateOfReturn"), result => RateText.Of(view, result.InternalRateOfReturn));
        table.Add(view.Say("figure.modifiedInternalRateOfReturn"), FigureUnit.Ratio, result => result.ModifiedInternalRateOfReturn);
        table.Add(view.Say("figure.profitabilityIndex"), FigureUnit.Index, result => result.ProfitabilityIndex);
        table.Add(view.Say("figure.paybackMonths"), FigureUnit.Months, result => result.Payback.FirstMonths);
        table.Add(view.Say("figure.durablePaybackMonths"), FigureUnit.Months, result => result.Payback.DurableMonths);
        table.Add(view.Say("figure.discountedPaybackMonths"), FigureUnit.Months, result => result.Payback.DiscountedFirstMonths);
        table.Add(view.Say("figure.discountedDurablePaybackMonths"), FigureUnit.Months, result => result.Payback.DiscountedDurableMonths);
        table.Add(view.Say("figure.averageAnnualCost"), result => result.AverageAnnualCost);
        table.Add(view.Say("figure.equivalentAnnualCost"), result => result.EquivalentAnnualCost);
    }
}
