namespace TcmCrm.Roi.Benefits;

/// <summary>More revenue on a baseline, counted as contribution margin: baseline revenue a year x uplift x contribution margin.</summary>
public sealed class RevenueUpliftBenefit : RunRateBenefit
{
    /// <summary>An uplift of revenue.</summary>
    /// <param name="baselineRevenuePerYear">Revenue of a year without the CRM, 0 or more.</param>
    /// <param name="uplift">Rise as a fraction of the baseline, 0 to 100; 0.05 is 5 %. Above 1 it is reported as implausible.</param>
    /// <param name="contributionMargin">The part of revenue that is left after the costs that grow with it (边际贡献率). Revenue itself is never a benefit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public RevenueUpliftBenefit(Money baselineRevenuePerYear, decimal uplift, Share contributionMargin)
        : base(NotNegative(baselineRevenuePerYear, nameof(baselineRevenuePerYear)) * Check.InRange(uplift, 0, 100) * contributionMargin)
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

    internal override void Examine(string itemName, List<Message> warnings)
    {
        if (Uplift > 1)
        {
            warnings.Add(new Message(
                "upliftAboveWhole",
                $"'{itemName}' claims an uplift of {Percentage.Text(Uplift)} of the baseline revenue; above 100 % it needs strong evidence.",
                $"“{itemName}”的销售提升幅度为基线收入的 {Percentage.Text(Uplift)},超过 100% 需有充分证据。",
                itemName));
        }

        if (ContributionMargin == Share.Whole && !AmountPerYear.IsZero)
        {
            warnings.Add(new Message(
                "marginOfWhole",
                $"'{itemName}' has a contribution margin of 100 %: that counts revenue as benefit.",
                $"“{itemName}”的边际贡献率为 100%,等于把收入直接计为收益。",
                itemName));
        }
    }
}
