namespace TcmCrm.Roi.Costs;

/// <summary>Lines of the category Software (软件费用).</summary>
public static class SoftwareCost
{
    /// <summary>A subscription: seats x price per seat, paid in advance on the first day of each billing cycle.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="seats">Seats at the start, 0 to 10,000,000.</param>
    /// <param name="pricePerSeat">For one seat and one billing cycle (not for a month), 0 to 1e15, at the prices of the first year.</param>
    /// <param name="every">The billing cycle.</param>
    /// <param name="options">First date, term, price rise, growth of the seats or a plan of them; constant seats from the start of the case by default.</param>
    /// <exception cref="ArgumentException">The name is not allowed, the steps of the plan are not in ascending order of date, the tiers not of number or in another currency, a plan and a growth are given, or a renewal without a term in months.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or a payment of the term would exceed 1e21.</exception>
    /// <remarks>
    /// <para>Price of the cycle that begins m months after the first date: price x (1 + escalation)^floor(m / 12).</para>
    /// <para>Seats by growth: seats x (1 + growth)^floor(m / 12), up to the next whole seat. Seats by plan: the last step on or before the billing date, the
    /// initial seats before the first step. Seats that a step adds within a cycle are paid on the date of the step for the remaining days of the cycle; seats
    /// that a step gives up are paid to the end of the cycle.</para>
    /// <para>Tiers: each seat has the price of the tier that it falls into, the price per seat below the first; or all seats that of the tier that is reached.</para>
    /// <para>Free months: a cycle is paid for its months that are not free, on its first day.</para>
    /// <para>A term in months renews unless the contract ends: bills go on in their rhythm, at the price that escalation has brought them to. A last cycle that the end cuts short is paid in part, as <see cref="CostBasis.Recurring"/> says.</para>
    /// </remarks>
    public static CostItem Subscription(string name, int seats, Money pricePerSeat, BillingCycle every, SubscriptionOptions? options = null)
    {
        SubscriptionOptions given = options ?? SubscriptionOptions.None;
        return Of(
            name,
            CostElement.Subscription,
            new SubscriptionCost(
                seats, pricePerSeat, every, given.From, given.Term, given.PriceEscalationPerYear, given.SeatGrowthPerYear, given.SeatPlan, given.FreeMonths, given.SeatTiers,
                given.AllSeatsAtTierPrice, given.Renews is { } renews ? renews ? ContractRenewal.Renews : ContractRenewal.Ends : null));
    }

    /// <summary>A licence bought once.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="pricePerUnit">For one unit, 0 to 1e15.</param>
    /// <param name="units">1 to 10,000,000; 1 where the price is for the whole.</param>
    /// <param name="on">When it is paid; the start of the case by default.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static CostItem PerpetualLicense(string name, Money pricePerUnit, int units = 1, CostStart on = default) =>
        Of(name, CostElement.PerpetualLicense, new PerpetualLicenseCost(pricePerUnit, units, on));

    private static CostItem Of(string name, CostElement element, CostBasis basis) => new(name, CostCategory.Software, basis, element);
}
