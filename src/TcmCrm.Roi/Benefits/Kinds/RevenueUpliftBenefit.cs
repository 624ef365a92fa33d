namespace TcmCrm.Roi.Benefits;

/// <summary>More revenue on a baseline, or less of it, counted as contribution margin: baseline revenue a year x uplift x contribution margin.</summary>
internal sealed class RevenueUpliftBenefit : RunRateBenefit
{
    public RevenueUpliftBenefit(Money baselineRevenuePerYear, decimal uplift, Share contributionMargin)
        : base("revenueUplift", LineRange.Amount(baselineRevenuePerYear) * Check.InRange(uplift, -1, 100) * contributionMargin)
    {
        BaselineRevenuePerYear = baselineRevenuePerYear;
        Uplift = uplift;
        ContributionMargin = contributionMargin;
    }

    /// <summary>Revenue of a year without the CRM.</summary>
    public Money BaselineRevenuePerYear { get; }

    /// <summary>Rise as a fraction of the baseline; below 0 for a fall, as of a price cut.</summary>
    public decimal Uplift { get; }

    /// <summary>The part of revenue that is left after the costs that grow with it.</summary>
    public Share ContributionMargin { get; }

    internal override bool IsHarm => Uplift < 0;

    internal override object? PartOf => BaselineRevenuePerYear;

    /// <summary>For revenue: the whole baseline, since the uplift is claimed on all of it; nothing for a fall, which claims none.</summary>
    /// <param name="kind">The kind of pool.</param>
    public override decimal? ImpliedDraw(ValuePoolKind kind) => kind != ValuePoolKind.Revenue ? null : IsHarm ? 0 : BaselineRevenuePerYear.Amount;

    internal override void Examine(BenefitItem item, List<Message> warnings)
    {
        if (Uplift > 1)
        {
            warnings.Add(new Message("upliftAboveWhole", item.Argument(), MessageArgument.Ratio("uplift", Uplift)));
        }

        if (ContributionMargin == Share.Whole && AmountPerYear.Amount > 0)
        {
            warnings.Add(new Message("marginOfWhole", item.Argument()));
        }
    }

    private protected override bool HasSame(BenefitBasis other) =>
        other is RevenueUpliftBenefit it && (BaselineRevenuePerYear, Uplift, ContributionMargin).Equals((it.BaselineRevenuePerYear, it.Uplift, it.ContributionMargin));
}
