namespace TcmCrm.Roi.Benefits;

/// <summary>Lines of the category sales growth (销售收入增长). Revenue is never a benefit: each needs a contribution margin.</summary>
public static partial class SalesGrowth
{
    /// <summary>More revenue on a baseline, counted as contribution margin: baseline revenue a year x uplift x contribution margin.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="baselineRevenuePerYear">Revenue of a year without the CRM, 0 to 1e15.</param>
    /// <param name="uplift">Rise as a fraction of the baseline, -1 to 100; 0.05 is 5 %, and -0.3 a fall by 30 %: a disbenefit.</param>
    /// <param name="contributionMargin">The part of revenue that is left after the costs that grow with it. A price cut (集采 for example) lowers no cost: 100 % of what it takes.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static BenefitItem Uplift(string name, Money baselineRevenuePerYear, decimal uplift, Share contributionMargin) =>
        new(name, BenefitCategory.SalesGrowth, new RevenueUpliftBenefit(baselineRevenuePerYear, uplift, contributionMargin));
}
