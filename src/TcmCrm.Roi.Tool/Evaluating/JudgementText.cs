using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>What a CFO acts on: whether the case is worth its cost on cash and on all benefits, by how much, what that rests on, and what would change it.</summary>
internal static class JudgementText
{
    internal static IEnumerable<string> Of(EvaluationView view)
    {
        PeriodResult all = view.Longest;
        if (all.TotalBenefit.IsZero || all.TotalCost.Amount <= 0)
        {
            yield break;
        }

        string measure = view.Evaluation.Terms.DiscountRate is null ? "netBenefit" : "netPresentValue";
        if (!view.TryAmount(view.Measure(measure), all, out decimal onAll) || !view.TryAmount(view.Measure(measure), all.Cashable, out decimal onCash))
        {
            yield break;
        }

        string name = view.Say("judgement." + measure);
        (string, string)[] amounts =
            [("measure", name), ("all", view.Format.AmountWithUnit(Math.Abs(onAll))), ("cash", view.Format.AmountWithUnit(Math.Abs(onCash))), ("roi", view.Cell("roi", all)), ("cashRoi", view.Cell("roi", all.Cashable))];
        yield return all.IsCashableAlone
            ? view.Say(onAll >= 0 ? "judgement.oneBasis.worth" : "judgement.oneBasis.not", amounts)
            : view.Say((onAll >= 0, onCash >= 0) switch { (true, true) => "judgement.both", (true, false) => "judgement.allOnly", (false, false) => "judgement.neither", _ => "judgement.cashOnly" }, amounts);
        if (!all.IsCashableAlone && onCash < 0)
        {
            yield return Payback(view, all.Cashable);
        }

        yield return RestsOn(view, all);
        if (Change(view, all, onAll) is { } change)
        {
            yield return change;
        }
    }

    private static string Payback(EvaluationView view, PeriodResult cashable) =>
        cashable.Payback.DurableMonths.TryGetValue(out double months)
            ? view.Say("judgement.cashPayback", ("months", view.Format.Months(months)))
            : view.Say("judgement.cashNeverPaidBack");

    private static string RestsOn(EvaluationView view, PeriodResult all)
    {
        LineResult largest = all.BenefitLines().Where(line => line.Line.Side == CashFlows.FlowSide.Benefit).OrderByDescending(line => line.Total.Amount).First();
        BenefitItem? benefit = largest.Line.Benefit;
        return view.Say(
            "judgement.restsOn",
            ("line", largest.Line.Name),
            ("share", FigureFormat.Percent(largest.Total / all.TotalBenefit)),
            ("evidence", benefit is null ? string.Empty : view.Language.NameOf(benefit.Evidence).ToLowerInvariant()));
    }

    /// <summary>Where the answer turns: by the benefit alone, and by the cost alone.</summary>
    private static string? Change(EvaluationView view, PeriodResult all, decimal onAll)
    {
        bool isDiscounted = view.Evaluation.Terms.DiscountRate is not null;
        decimal cost = isDiscounted && all.PresentValueOfCosts.TryGetValue(out Money costs) ? costs.Amount : all.TotalCost.Amount;
        decimal benefit = isDiscounted && all.PresentValueOfBenefits.TryGetValue(out Money benefits) ? benefits.Amount : all.TotalBenefit.Amount;
        if (cost <= 0 || benefit <= 0)
        {
            return null;
        }

        decimal needed = cost / benefit;
        return onAll >= 0
            ? view.Say("judgement.turns", ("share", FigureFormat.Percent(needed)), ("rise", FigureFormat.Percent((benefit / cost) - 1)))
            : view.Say("judgement.needs", ("more", FigureFormat.Percent(needed - 1)), ("less", FigureFormat.Percent(1 - (benefit / cost))));
    }
}
