namespace TcmCrm.Roi.Costs;

/// <summary>Display names and lengths of <see cref="BillingCycle"/>.</summary>
public static class BillingCycleNames
{
    /// <summary>The Chinese name.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(this BillingCycle cycle) => Names(cycle).Chinese;

    /// <summary>The English name.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(this BillingCycle cycle) => Names(cycle).English;

    /// <summary>The months of a cycle: 1, 3, 6 or 12.</summary>
    /// <param name="cycle">The cycle.</param>
    public static int Months(this BillingCycle cycle) => (int)cycle;

    private static (string Chinese, string English) Names(BillingCycle cycle) => cycle switch
    {
        BillingCycle.Monthly => ("按月", "Monthly"),
        BillingCycle.Quarterly => ("按季", "Quarterly"),
        BillingCycle.HalfYearly => ("按半年", "Half-yearly"),
        BillingCycle.Yearly => ("按年", "Yearly"),
        _ => throw Check.OutOfRange(nameof(cycle), cycle, "a named billing cycle"),
    };
}
