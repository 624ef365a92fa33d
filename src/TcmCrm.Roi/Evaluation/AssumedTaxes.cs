using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Taxation;

namespace TcmCrm.Roi.Evaluation;

/// <summary>What the figures after tax rest on beyond what the case states, and which of their rules were seen only in a secondary source.</summary>
internal static class AssumedTaxes
{
    private const string Id = "assumedTerm.taxation.";

    internal static IEnumerable<Message> Of(RoiEvaluation evaluation, TaxRules rules)
    {
        InvestmentCase source = evaluation.Case;
        if (source.Taxation is not { } tax)
        {
            yield break;
        }

        bool isGeneral = tax.VatPayer == VatPayer.General;
        CostTaxPlan[] plans = [.. source.Costs.Select(cost => CostTaxPlan.Of(cost, source)).Where(plan => plan is not null).Select(plan => plan!)];
        if (isGeneral && tax.VatExemptShare is null)
        {
            yield return new Message(Id + "exemptShare");
        }

        CostTaxPlan[] open = [.. plans.Where(plan => plan.Cost.Tax?.PriceIncludesVat is null)];
        if (source.TaxBasis is null && isGeneral && open.Length > 0)
        {
            yield return new Message(Id + "priceIncludesVat", Lines(open));
        }

        foreach (IGrouping<TaxRuleKind, CostTaxPlan> group in plans
            .Where(plan => plan.Cost.Tax?.VatRate is null && (isGeneral || !(plan.Cost.Tax?.PriceIncludesVat ?? source.TaxBasis != TaxBasis.ExcludingVat))).GroupBy(plan => plan.Vat).OrderBy(group => group.Key))
        {
            yield return new Message(Id + "vatRate", MessageArgument.Part("rule", Message.NameOf(group.Key)), Lines(group));
        }

        foreach (IGrouping<TaxTreatmentKind, CostTaxPlan> group in plans.Where(plan => plan.IsUsual).GroupBy(plan => plan.Treatment.Kind).OrderBy(group => group.Key))
        {
            yield return new Message(Id + "treatment", MessageArgument.Part("treatment", Message.NameOf(group.Key)), Lines(group));
        }

        if (source.TaxBasis != TaxBasis.IncludingVat)
        {
            yield return new Message(Id + "benefitsWithoutVat");
        }
        else if (tax.BenefitVatRate is null)
        {
            yield return new Message(Id + "benefitVatRate", MessageArgument.Part("rule", Message.NameOf(isGeneral ? TaxRuleKind.VatOnGoods : TaxRuleKind.VatLevy)));
        }

        if (!isGeneral || tax.SurchargeRate is null)
        {
            yield return new Message(Id + "noSurcharges");
        }

        if (tax.IncomeTaxRate is null && rules.Find(TaxRuleKind.IncomeTax, source.Start) is { } usual)
        {
            yield return new Message(Id + "incomeTaxRate", MessageArgument.Ratio("value", usual.Value));
        }

        if (tax.LossRelief is null)
        {
            yield return new Message(Id + "lossRelief");
        }

        if (tax is { LossRelief: LossRelief.CarryForward, LossYears: { } years } && rules.Find(TaxRuleKind.LossYears, source.Start) is { } least && years > least.Value
            && !(tax.IncomeTaxRate is { } rate && rules.IncomeTaxAt(rate) == TaxRuleKind.IncomeTaxHighTech))
        {
            yield return new Message(Id + "lossYears", MessageArgument.Number("years", years), MessageArgument.Number("usual", least.Value));
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

        static MessageArgument Lines(IEnumerable<CostTaxPlan> plans) => MessageArgument.Parts("lines", plans.Select(plan => new Message("line", plan.Cost.Argument())));
    }
}
