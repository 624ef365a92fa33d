using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Reporting.Figures;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>What a CFO acts on: whether the case is worth its cost on cash and on all benefits, by how much, what that rests on, and what would change it.</summary>
internal static class JudgementText
{
    internal static IEnumerable<string> Of(EvaluationView view, bool isAfterTax)
    {
        PeriodResult all = view.Longest;
        if (all.TotalCost.Amount <= 0)
        {
            // Where nothing was planned to be paid, the warning of it says all there is to say.
            if (view.Case.Costs.Count > 0)
            {
                yield return view.Say("judgement.noCost", ("cost", view.Format.AmountWithUnit(view.Printed(all).TotalCost.Amount)));
            }

            yield break;
        }

        string measure = view.Evaluation.Terms.DiscountRate is null ? "netBenefit" : "netPresentValue";
        if (!view.TryAmount(view.Measure(measure), all, out decimal onAll) || !view.TryAmount(view.Measure(measure), all.Cashable, out decimal onCash))
        {
            yield break;
        }

        string name = view.Say("judgement." + measure);
        (string, string)[] amounts =
            [("measure", name), ("all", view.Format.AmountWithUnit(onAll)), ("cash", view.Format.AmountWithUnit(onCash)), ("roi", view.Text("roi", all)), ("cashRoi", view.Text("roi", all.Cashable))];
        yield return all.TotalBenefit.IsZero && all.Cashable.TotalBenefit.IsZero ? view.Say(view.HasMoney ? "judgement.nothingCounted" : "judgement.nothingGained", amounts)
            : onAll == 0 && IsUnsaid(all) ? view.Say("judgement.tooSmall", amounts)
            : onAll > 0 && all.NetBenefit.Amount < 0 ? view.Say("judgement.atRateOnly", [.. amounts, .. AtRate(view, all)])
            : onAll == 0 ? view.Say(all.IsCashableAlone ? "judgement.breaksEven" : "judgement.breaksEven.bases", amounts)
            : all.IsCashableAlone ? view.Say(onAll > 0 ? "judgement.oneBasis.worth" : all.TotalBenefit.Amount < 0 ? "judgement.lossAlone" : "judgement.oneBasis.not", amounts)
            : view.Say((onAll >= 0, onCash >= 0) switch { (true, true) => "judgement.both", (true, false) => "judgement.allOnly", (false, false) => "judgement.neither", _ => "judgement.cashOnly" }, amounts);
        if (!all.IsCashableAlone && onCash > 0 && all.Cashable.NetBenefit.Amount < 0)
        {
            yield return view.Say("judgement.atRateOnly.cash", [.. AtRate(view, all.Cashable)]);
        }

        if (isAfterTax && AfterTax(view, measure, name, onAll) is { } afterTax)
        {
            yield return afterTax;
        }

        if (!all.IsCashableAlone && onCash < 0)
        {
            yield return Payback(view, all.Cashable);
        }

        if (onAll >= 0 && all.TotalBenefit.Amount > 0)
        {
            foreach (string caution in Cautions(view, all, measure))
            {
                yield return caution;
            }
        }

        if (all.TotalBenefit.Amount > 0)
        {
            yield return RestsOn(view, all);
        }

        if (onAll != 0 && Change(view, all, onAll, onAll >= 0 ? "judgement.turns" : "judgement.needs") is { } change)
        {
            yield return change;
        }

        // What would make it pay in money is another question than what would make it pay with hours.
        if (!all.IsCashableAlone && onAll >= 0 && onCash < 0 && Change(view, all.Cashable, onCash, "judgement.needs.cash") is { } cash)
        {
            yield return cash;
        }
    }

    /// <summary>What rounds to nothing, and is not the nothing of a case that breaks even: more than a hundredth of its cost.</summary>
    private static bool IsUnsaid(PeriodResult all)
    {
        decimal net = all.NetPresentValue.TryGetValue(out Money present) ? present.Amount : all.NetBenefit.Amount;
        return 100 * Math.Abs(net) > all.TotalCost.Amount;
    }

    /// <summary>A gain that comes of discounting alone: what is left without it, and the rate below which it is a loss.</summary>
    private static (string, string)[] AtRate(EvaluationView view, PeriodResult result)
    {
        decimal rate = view.Evaluation.Terms.DiscountRate ?? 0;
        return
        [
            ("rate", FigureFormat.Rate(rate)), ("net", view.TryAmount(view.Measure("netBenefit"), result, out decimal net) ? view.Format.AmountWithUnit(net) : string.Empty),
            ("netRoi", view.Text("roi", result)),
            ("below", result.InternalRateOfReturn.LastBelow((double)rate).TryGetValue(out double below) ? view.Say("judgement.lossBelow", ("rate", view.Format.RateOf(below))) : string.Empty),
        ];
    }

    /// <summary>What is left after tax; null where the case is not taxed, or its rules give no figure, which its section tells.</summary>
    private static string? AfterTax(EvaluationView view, string measure, string name, decimal beforeTax)
    {
        if (view.Evaluation.AfterTax is not { Count: > 0 } results || results[results.Count - 1] is not { Reasons.Count: 0 } taxed
            || !Amount(taxed).TryGetValue(out Money onAll) || !Amount(taxed.Cashable).TryGetValue(out Money onCash))
        {
            return null;
        }

        bool isTurned = beforeTax >= 0 && onAll.Amount < 0;
        return view.Say(
            "judgement.afterTax" + (isTurned ? ".not" : string.Empty) + (view.Longest.IsCashableAlone ? string.Empty : ".bases"),
            ("measure", name), ("all", view.Format.AmountWithUnit(onAll.Amount)), ("cash", view.Format.AmountWithUnit(onCash.Amount)));

        Figure<Money> Amount(AfterTaxResult one) => measure == "netPresentValue" ? AfterTaxPrinted.NetPresentValue(view, one) : AfterTaxPrinted.Sum(view, one, row => row.Net);
    }

    private static string Payback(EvaluationView view, PeriodResult cashable) =>
        cashable.Payback.DurableMonths.TryGetValue(out double months)
            ? view.Say("judgement.cashPayback", ("months", view.Format.Months(months)))
            : view.Say("judgement.cashNeverPaidBack");

    /// <summary>What is worth its cost on paper alone, or no longer at the lower limits of what was measured, must not read as settled.</summary>
    private static IEnumerable<string> Cautions(EvaluationView view, PeriodResult all, string measure)
    {
        LineResult[] measured = [.. all.BenefitLines().Where(line => line.Line is { Side: CashFlows.FlowSide.Benefit, Benefit.Evidence: Evidence.Measured } && line.Total.Amount != 0)];
        if (measured.Length == 0)
        {
            yield return view.Say("judgement.nothingMeasured");
        }
        else if (MeasuredAlone(all, measured) is { } net && net.RoundToMinorUnit().Amount < 0)
        {
            yield return view.Say("judgement.measuredAlone", ("measure", view.Say("judgement." + measure)), ("amount", view.Format.AmountWithUnit(net.RoundToMinorUnit().Amount)));
        }

        if (all.AtLowerLimit is { } lower && view.TryAmount(view.Measure(measure), lower, out decimal atLower) && atLower < 0)
        {
            yield return view.Say("judgement.notAtLowerLimit", ("measure", view.Say("judgement." + measure)), ("amount", view.Format.AmountWithUnit(atLower)));
        }
    }

    /// <summary>What is left of the measured benefits after all cost, discounted where there is a rate.</summary>
    private static Money MeasuredAlone(PeriodResult all, LineResult[] measured)
    {
        Money net = -all.PresentValueOfCosts.GetValueOrDefault(all.TotalCost);
        foreach (LineResult line in measured)
        {
            net += all.PresentValueOfCosts.IsApplicable ? line.PresentValue.GetValueOrDefault(line.Total) : line.Total;
        }

        return net;
    }

    private static string RestsOn(EvaluationView view, PeriodResult all)
    {
        // Of what is gained: beside losses, a line may bring more than is left.
        LineResult[] gains = [.. all.BenefitLines().Where(line => line.Line.Side == CashFlows.FlowSide.Benefit && line.Total.Amount > 0)];
        LineResult largest = gains.OrderByDescending(line => line.Total.Amount).First();
        BenefitItem? benefit = largest.Line.Benefit;
        bool isLossBeside = all.BenefitLines().Any(line => line.Line.Side == CashFlows.FlowSide.Benefit && line.Total.Amount < 0);
        return view.Say(
            isLossBeside ? "judgement.restsOn.beforeLosses" : "judgement.restsOn",
            ("line", largest.Line.Name),
            ("share", FigureFormat.Percent(largest.Total.Amount / gains.Sum(line => line.Total.Amount))),
            ("basis", RestsOnHow(view, benefit)));
    }

    /// <summary>How well the largest line is known: its evidence, whether it is money, and who answers for it.</summary>
    private static string RestsOnHow(EvaluationView view, BenefitItem? benefit)
    {
        if (benefit is null)
        {
            return view.Say("judgement.unplanned");
        }

        var said = new List<string> { view.Language.NameOf(benefit.Evidence).ToLowerInvariant(), view.Say(benefit.IsCashable ? "judgement.isCash" : "judgement.isNotCash") };
        said.Add(benefit.Owner.Length > 0 ? view.Say("judgement.owner", ("owner", benefit.Owner)) : view.Say("judgement.noOwner"));
        return string.Join(view.Say("separator"), said);
    }

    /// <summary>Where the answer turns: by the benefit alone, and by the cost alone.</summary>
    private static string? Change(EvaluationView view, PeriodResult all, decimal net, string id)
    {
        bool isDiscounted = view.Evaluation.Terms.DiscountRate is not null;
        decimal cost = isDiscounted && all.PresentValueOfCosts.TryGetValue(out Money costs) ? costs.Amount : all.TotalCost.Amount;
        decimal benefit = isDiscounted && all.PresentValueOfBenefits.TryGetValue(out Money benefits) ? benefits.Amount : all.TotalBenefit.Amount;
        if (cost <= 0 || benefit <= 0)
        {
            return null;
        }

        decimal needed = cost / benefit;
        return net >= 0
            ? view.Say(id, ("share", FigureFormat.Percent(needed)), ("rise", FigureFormat.Percent((benefit / cost) - 1)))
            : view.Say(id, ("more", FigureFormat.Percent(needed - 1)), ("less", FigureFormat.Percent(1 - (benefit / cost))));
    }
}
