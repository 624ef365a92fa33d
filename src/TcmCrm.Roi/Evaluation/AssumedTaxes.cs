using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Taxation;

namespace TcmCrm.Roi.Evaluation;

/// <summary>Whose tax it is and what the figures after tax rest on, stated or not, and which of their rules were seen only in a secondary source.</summary>
internal static class AssumedTaxes
{
    private const string Id = "assumedTerm.taxation.";
    private const string Stated = ".stated";

    internal static IEnumerable<Message> Of(RoiEvaluation evaluation, TaxRules rules)
    {
        InvestmentCase source = evaluation.Case;
        if (source.Taxation is not { } tax)
        {
            yield break;
        }

        bool isGeneral = tax.VatPayer == VatPayer.General;
        IReadOnlyList<CostTaxUse> uses = evaluation.AfterTax[evaluation.AfterTax.Count - 1].Uses;
        CostTaxPlan[] plans = [.. uses.Select(use => use.Plan)];
        yield return new Message(Id + "vatPayer", MessageArgument.Part("payer", Message.NameOf(tax.VatPayer)));
        if (tax.IncomeTaxRate is { } stated)
        {
            yield return new Message(Id + "incomeTaxRate" + Stated, MessageArgument.Ratio("value", stated));
        }
        else if (rules.Find(TaxRuleKind.IncomeTax, source.Start) is { } usual)
        {
            yield return new Message(Id + "incomeTaxRate", MessageArgument.Ratio("value", usual.Value));
        }

        if (tax.VatExemptShare is { } exempt)
        {
            yield return new Message(Id + "exemptShare" + Stated, MessageArgument.Ratio("value", exempt));
        }
        else if (isGeneral)
        {
            yield return new Message(Id + "exemptShare");
        }

        yield return isGeneral && tax.SurchargeRate is { } surcharge ? new Message(Id + "surchargeRate", MessageArgument.Ratio("value", surcharge)) : new Message(Id + "noSurcharges");
        foreach (Message message in OfCosts(source, isGeneral, uses, rules).Concat(OfBenefits(source, tax, rules)).Concat(OfLosses(evaluation, tax, rules)))
        {
            yield return message;
        }

        if (tax.Payment is { } payment)
        {
            yield return new Message(Id + "payment", MessageArgument.Part("payment", Message.NameOf(payment)));
        }

        foreach (CostTaxPlan[] lines in Split(evaluation, plans))
        {
            yield return new Message(Id + "separateAssets", Lines(lines));
        }

        Message[] unverified = [.. evaluation.AfterTax.SelectMany(result => result.Rules).Where(rule => !rule.IsVerified).Select(rule => rule.Kind).Distinct().OrderBy(kind => kind).Select(kind => Message.NameOf(kind))];
        if (unverified.Length > 0)
        {
            yield return new Message(Id + "unverified", MessageArgument.Parts("rules", unverified));
        }

        // Limits are of the asset. What is one asset the case cannot say; each line is taken as its own, which keeps parts of one below the limit.
        static IEnumerable<CostTaxPlan[]> Split(RoiEvaluation evaluation, CostTaxPlan[] plans)
        {
            AfterTaxResult longest = evaluation.AfterTax[evaluation.AfterTax.Count - 1];
            bool isMixed = evaluation.Case.Taxation is { VatExemptShare: > 0 and < 1 };
            return plans.Where(plan => !plan.Cost.IsCredit && (plan.Treatment.Kind == TaxTreatmentKind.DeductedAtOnce || (isMixed && plan.IsAsset)))
                .Select(plan => (Plan: plan, Share: longest.ShareOfLimits(plan.Cost.Id).DefaultIfEmpty(0).Max()))
                .Where(one => one.Share is > 0 and <= 1)
                .GroupBy(one => one.Plan.IsSoftware)
                .Where(group => group.Count() > 1 && group.Sum(one => one.Share) > 1)
                .Select(group => group.Select(one => one.Plan).ToArray());
        }
    }

    /// <summary>How prices, rates and deduction of the costs went into the figures: what was used, not what would be.</summary>
    private static IEnumerable<Message> OfCosts(InvestmentCase source, bool isGeneral, IReadOnlyList<CostTaxUse> uses, TaxRules rules)
    {
        CostTaxPlan[] open = [.. uses.Select(use => use.Plan).Where(plan => plan.Cost.Tax?.PriceIncludesVat is null)];
        if (source.TaxBasis is null && isGeneral && open.Length > 0)
        {
            yield return new Message(Id + "priceIncludesVat", Lines(open));
        }

        foreach (var group in uses.SelectMany(use => use.Vat.Select((vat, i) => (use.Plan, vat.Kind, vat.Rate, From: i == 0 ? null : RuleStart(vat, rules))))
            .GroupBy(use => (use.Kind, use.Rate, use.From)).OrderBy(group => group.Key.Kind is null).ThenBy(group => group.Key.Kind).ThenBy(group => group.Key.From ?? LocalDate.MinIsoValue))
        {
            MessageArgument rate = MessageArgument.Ratio("rate", group.Key.Rate);
            MessageArgument lines = Lines(group.Select(use => use.Plan));
            yield return group.Key is not { Kind: { } kind } ? new Message(Id + "vatRate" + Stated, rate, lines)
                : group.Key.From is { } from ? new Message(Id + "vatRate.from", MessageArgument.Part("rule", Message.NameOf(kind)), rate, MessageArgument.Date("from", from), lines)
                : new Message(Id + "vatRate", MessageArgument.Part("rule", Message.NameOf(kind)), rate, lines);
        }

        foreach (var group in uses.GroupBy(use => (use.Plan.IsUsual, HasYears: use.Plan.Treatment.Years is not null, use.Plan.Treatment.Kind, Years: use.Years.FirstOrDefault()))
            .OrderBy(group => !group.Key.IsUsual).ThenBy(group => group.Key.Kind).ThenBy(group => group.Key.Years))
        {
            MessageArgument treatment = MessageArgument.Part("treatment", Message.NameOf(group.Key.Kind));
            MessageArgument lines = Lines(group.Select(use => use.Plan));
            string stated = group.Key.IsUsual ? string.Empty : group.Key.HasYears || group.Key.Years == 0 ? Stated : ".kindStated";
            yield return group.Key.Years == 0 ? new Message(Id + "treatment" + stated, treatment, lines)
                : new Message(Id + "treatmentYears" + stated, treatment, MessageArgument.Number("years", group.Key.Years), lines);
        }

        foreach (IGrouping<decimal, CostTaxUse> group in uses.Where(use => use.Years.Count > 0 && use.Plan.Treatment.Salvage != 0).GroupBy(use => use.Plan.Treatment.Salvage))
        {
            yield return new Message(Id + "salvage", MessageArgument.Ratio("value", group.Key), Lines(group.Select(use => use.Plan)));
        }
    }

    private static IEnumerable<Message> OfBenefits(InvestmentCase source, CaseTaxation tax, TaxRules rules)
    {
        bool isIncluded = source.TaxBasis == TaxBasis.IncludingVat;
        bool isGeneral = tax.VatPayer == VatPayer.General;
        TaxRuleKind kind = isGeneral ? TaxRuleKind.VatOnGoods : TaxRuleKind.VatLevy;
        if (!isIncluded)
        {
            yield return new Message(Id + "benefitsWithoutVat");
        }

        // The rate is used to take the tax off, and for the surcharges on it.
        if (isIncluded || (isGeneral && tax.SurchargeRate is > 0))
        {
            if (tax.BenefitVatRate is { } stated)
            {
                yield return new Message(Id + "benefitVatRate" + Stated, MessageArgument.Ratio("value", stated));
            }
            else if (rules.Find(kind, LocalDate.Max(source.Start, source.GoLive)) is { } rule)
            {
                yield return new Message(Id + (isIncluded ? "benefitVatRate" : "surchargeBase"), MessageArgument.Part("rule", Message.NameOf(kind)), MessageArgument.Ratio("rate", rule.Value));
            }
        }
    }

    private static IEnumerable<Message> OfLosses(RoiEvaluation evaluation, CaseTaxation tax, TaxRules rules)
    {
        bool isHighTech = tax.IncomeTaxRate is { } rate && rules.IncomeTaxAt(rate) == TaxRuleKind.IncomeTaxHighTech;
        if (tax.LossRelief is not LossRelief.CarryForward)
        {
            yield return new Message(Id + "lossRelief" + (tax.LossRelief is null ? string.Empty : Stated));
        }
        else if (evaluation.AfterTax.Any(result => result.Reasons.Any(reason => reason.Id == "tax.tooManyLossYears")))
        {
            // The years are refused: nothing rests on them.
        }
        else if (tax.LossYears is { } years)
        {
            yield return new Message(Id + "carryForward" + Stated, MessageArgument.Number("years", years));
            if (rules.Find(TaxRuleKind.LossYears, evaluation.Case.Start) is { } least && years > least.Value && !isHighTech)
            {
                yield return new Message(Id + "lossYears", MessageArgument.Number("years", years), MessageArgument.Number("usual", least.Value));
            }
        }
        else if (rules.Find(isHighTech ? TaxRuleKind.LossYearsHighTech : TaxRuleKind.LossYears, evaluation.Case.Start) is { } usual)
        {
            yield return new Message(Id + "carryForward", MessageArgument.Number("years", usual.Value));
        }
    }

    private static LocalDate? RuleStart(CostVatUse use, TaxRules rules) => use.Kind is { } kind && rules.Find(kind, use.First) is { } rule ? rule.From : null;

    private static MessageArgument Lines(IEnumerable<CostTaxPlan> plans) => MessageArgument.Parts("lines", plans.Select(plan => new Message("line", plan.Cost.Argument())));
}
