namespace TcmCrm.Roi.Costs;

/// <summary>What the named values of costs mean.</summary>
internal static class CostFacts
{
    /// <summary>The months of a cycle: 1, 3, 6 or 12.</summary>
    internal static int Months(this BillingCycle cycle) => (int)cycle;

    /// <summary>The category that the element belongs to; null for <see cref="CostElement.Unspecified"/>, which fits any.</summary>
    internal static CostCategory? Category(this CostElement element) => element switch
    {
        CostElement.Unspecified => null,
        CostElement.Subscription or CostElement.PerpetualLicense => CostCategory.Software,
        CostElement.Configuration or CostElement.Customization or CostElement.DataMigration or CostElement.Integration or CostElement.Training => CostCategory.Implementation,
        CostElement.Support or CostElement.Upgrade or CostElement.Server => CostCategory.Maintenance,
        _ => CostCategory.Time,
    };
}
