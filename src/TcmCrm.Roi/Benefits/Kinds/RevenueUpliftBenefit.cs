namespace TcmCrm.Roi.Benefits;

/// <summary>More revenue on a baseline, counted as contribution margin: baseline revenue a year x uplift x contribution margin.</summary>
internal sealed class RevenueUpliftBenefit : RunRateBenefit
{
    public RevenueUpliftBenefit(Money baselineRevenuePerYear, decimal uplift, Share contributionMargin)
        : base("revenueUplift", LineRange.Amount(baselineRevenuePerYear) * Check.InRange(uplift, 0, 100) * contributionMargin)
    {
        BaselineRevenuePerYear = baselineRevenuePerYear;
        Uplift = uplift;
        ContributionMargin = contributionMargin;
    }

    /// <summary>Revenue of a year without the CRM.</summary>
    public Money BaselineRevenuePerYear { get; }

    /// <summary>Rise as a fraction of the baseline.</summary>
    public decimal Uplift { get; }

    /// <summary>The part of revenue that is left after the costs that grow with it.</summary>
    public Share ContributionMargin { get; }

    /// <summary>For revenue: the whole baseline, since the uplift is claimed on all of it.</summary>
    /// <param name="kind">The kind of pool.</param>
    public override decimal? ImpliedDraw(ValuePoolKind kind) => kind == ValuePoolKind.Revenue ? BaselineRevenuePerYear.Amount : null;

    internal override void Examine(BenefitItem item, List<Message> warnings)
    {
        if (Uplift > 1)
        {
            warnings.Add(new Message("upliftAboveWhole", item.Argument(), MessageArgument.Ratio("uplift", Uplift)));
        }

        if (ContributionMargin == Share.Whole && !AmountPerYear.IsZero)
        {
            warnings.Add(new Message("marginOfWhole", item.Argument()));
        }
    }

    private protected override bool HasSame(BenefitBasis other) =>
        other is RevenueUpliftBenefit it && (BaselineRevenuePerYear, Uplift, ContributionMargin).Equals((it.BaselineRevenuePerYear, it.Uplift, it.ContributionMargin));
}
