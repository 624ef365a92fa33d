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
        ReportSection section = report.AddSection(view.Say("Conclusion", "结论"));
        section.AddParagraph(Verdict(view));
        if (Range(view) is { } range)
        {
            section.AddParagraph(range);
        }

        section.AddParagraph(EvidenceInWords(view));
        if (!view.Longest.TotalLongTermBenefit.IsZero)
        {
            string amount = view.Format.AmountWithUnit(view.Longest.TotalLongTermBenefit.Amount);
            section.AddParagraph(view.Say(
                $"Long-term benefits of {amount} are shown apart and are not counted in these figures.",
                $"长期收益 {amount} 另列,不计入上述指标。"));
        }

        int warnings = view.Evaluation.Warnings.Count + view.Horizons.Sum(horizon => horizon.Warnings.Count);
        if (warnings > 0)
        {
            section.AddParagraph(view.Say(
                $"{warnings} {(warnings == 1 ? "warning" : "warnings")}: see the section on risks and data quality.",
                $"共 {warnings} 条警示,见“风险与数据质量”。"));
        }

        AddFigures(section, view, conventions);
    }

    private static string Verdict(EvaluationView view)
    {
        HorizonResult longest = view.Longest;
        string period = $"{view.NameOf(longest.Period)}{view.Say(" ", "")}({view.DatesOf(longest)})";
        string cost = view.Format.AmountWithUnit(longest.TotalCost.Amount);
        string benefit = view.Format.AmountWithUnit(longest.TotalBenefit.Amount);
        string net = view.Format.AmountWithUnit(EvaluationView.NetOf(longest));
        string roi = view.Cell(longest.ReturnOnInvestment);
        string payback = Payback(view, longest.Payback);
        return view.Say(
            $"Over {period} the case costs {cost} and brings {benefit}: net {net}, ROI {roi}. {PresentValue(view)}{payback}",
            $"{period}:总成本 {cost},总收益 {benefit},净收益 {net},投资回报率 {roi}。{PresentValue(view)}{payback}");
    }

    /// <summary>A gain that the discount rate turns into a loss must not read as a gain.</summary>
    private static string PresentValue(EvaluationView view)
    {
        if (view.Evaluation.DiscountRate is not { } rate || !EvaluationView.NetPresentValueOf(view.Longest).TryGetValue(out Money value))
        {
            return "";
        }

        string amount = view.Format.AmountWithUnit(value.Amount);
        return view.Say($"Discounted at {FigureFormat.Rate(rate)} its net present value is {amount}. ", $"按折现率 {FigureFormat.Rate(rate)} 计,净现值 {amount}。");
    }

    /// <summary>What the measured intervals make of the ROI; null where no benefit has one.</summary>
    private static string? Range(EvaluationView view)
    {
        if (view.Longest is not { AtLowerLimit: { } lower, AtUpperLimit: { } upper })
        {
            return null;
        }

        return view.Say(
            $"With every measured benefit at its lower limit the ROI is {view.Cell(lower.ReturnOnInvestment)}, at its upper limit {view.Cell(upper.ReturnOnInvestment)}.",
            $"各项实测收益同时取下限时投资回报率为 {view.Cell(lower.ReturnOnInvestment)},同时取上限时为 {view.Cell(upper.ReturnOnInvestment)}。");
    }

    /// <summary>A payback that does not last is not called one without saying so.</summary>
    private static string Payback(EvaluationView view, PaybackFigures payback)
    {
        if (!payback.FirstMonths.TryGetValue(out double first))
        {
            string reason = view.TextOf(payback.FirstMonths.Reason!.Value);
            return view.Say($"Payback: {reason}.", $"静态投资回收期:{reason}。");
        }

        string months = view.Format.Months(first);
        if (!payback.DurableMonths.TryGetValue(out double durable))
        {
            return view.Say(
                $"It is first paid back after {months}, but falls below again and does not recover within the period.",
                $"第 {months}首次收回投资,但其后再度为负,期间内未能恢复。");
        }

        return durable == first
            ? view.Say($"It pays back after {months}.", $"静态投资回收期 {months}。")
            : view.Say(
                $"It is first paid back after {months}, and for good after {view.Format.Months(durable)}.",
                $"静态投资回收期 {months}(首次),持续收回为 {view.Format.Months(durable)}。");
    }

    private static string EvidenceInWords(EvaluationView view)
    {
        HorizonResult longest = view.Longest;
        if (longest.TotalBenefit.IsZero)
        {
            return view.Say("No benefit is expressed in money.", "没有货币化的收益。");
        }

        string shares = string.Join(view.Say(", ", "、"), new[] { Evidence.Measured, Evidence.Estimated, Evidence.Assumed }.Select(evidence =>
            view.Words.NameOf(evidence).ToLowerInvariant() + " " + view.Cell(longest.ShareOfBenefit(evidence))));
        return view.Say($"What the benefit rests on: {shares}.", $"收益的证据构成:{shares}。");
    }

    private static void AddFigures(ReportSection section, EvaluationView view, IReadOnlyList<RoiConvention> conventions)
    {
        ReportTable table = section.AddTable(view.Format.Titled("Figures", "主要指标"), view.ColumnsByHorizon(view.Say("Figure", "指标")));
        Row("Total cost", "总成本", horizon => view.Format.Amount(horizon.TotalCost));
        Row("Total benefit", "总收益", horizon => view.Format.Amount(horizon.TotalBenefit));
        Row("Net benefit", "净收益", horizon => view.Format.Amount(EvaluationView.NetOf(horizon)));
        Row("Return on investment (ROI)", "投资回报率", horizon => view.Cell(horizon.ReturnOnInvestment));
        foreach (RoiConvention convention in conventions)
        {
            table.AddRow([view.NameOf(convention), .. view.ByHorizon(horizon => view.Cell(horizon.ReturnOnInvestmentBy(convention)))]);
        }

        Row("Annualised ROI", "年化投资回报率", horizon => view.Cell(horizon.AnnualizedReturnOnInvestment));
        Row("Present value of costs", "成本现值", horizon => view.Cell(horizon.PresentValueOfCosts));
        Row("Present value of benefits", "收益现值", horizon => view.Cell(horizon.PresentValueOfBenefits));
        Row("Net present value (NPV)", "净现值", horizon => view.Cell(EvaluationView.NetPresentValueOf(horizon)));
        Row("Discounted ROI", "折现投资回报率", horizon => view.Cell(horizon.DiscountedReturnOnInvestment));
        Row("Benefit-cost ratio", "效益成本比", horizon => view.Cell(horizon.BenefitCostRatio, ratio => FigureFormat.Number(ratio, 2)));
        Row("Internal rate of return (IRR)", "内部收益率", horizon => RateText.Of(view, horizon.InternalRateOfReturn));
        Row("Modified internal rate of return (MIRR)", "修正内部收益率", horizon => view.Cell(horizon.ModifiedInternalRateOfReturn));
        Row("Profitability index", "盈利指数", horizon => view.Cell(horizon.ProfitabilityIndex, ratio => FigureFormat.Number((decimal)ratio, 2)));
        Row("Payback", "静态投资回收期", horizon => view.Cell(horizon.Payback.FirstMonths, view.Format.Months));
        Row("Payback for good", "静态投资回收期(持续收回)", horizon => view.Cell(horizon.Payback.DurableMonths, view.Format.Months));
        Row("Discounted payback", "动态投资回收期", horizon => view.Cell(horizon.Payback.DiscountedFirstMonths, view.Format.Months));
        Row("Discounted payback for good", "动态投资回收期(持续收回)", horizon => view.Cell(horizon.Payback.DiscountedDurableMonths, view.Format.Months));
        Row("Average annual cost", "年均拥有成本", horizon => view.Cell(horizon.AverageAnnualCost));
        Row("Equivalent annual cost", "等额年成本", horizon => view.Cell(horizon.EquivalentAnnualCost));

        void Row(string english, string chinese, Func<HorizonResult, string> cell) =>
            table.AddRow([view.Say(english, chinese), .. view.ByHorizon(cell)]);
    }
}
