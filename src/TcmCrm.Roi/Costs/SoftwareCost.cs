namespace TcmCrm.Roi.Costs;

/// <summary>Lines of the category Software (软件费用).</summary>
public static class SoftwareCost
{
    /// <summary>A subscription per seat; see <see cref="SubscriptionCost"/>.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="seats">Seats at the start, 0 or more.</param>
    /// <param name="pricePerSeat">For one seat and one billing cycle, 0 or more.</param>
    /// <param name="every">The billing cycle.</param>
    /// <param name="from">The first billing date; the start of the case by default.</param>
    /// <param name="term">How long it runs; open by default.</param>
    /// <param name="priceEscalationPerYear">Price rise a year as a fraction; -0.99 to 1.</param>
    /// <param name="seatGrowthPerYear">Growth of the seats a year as a fraction; -0.99 to 1.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static CostItem Subscription(
        string name,
        int seats,
        Money pricePerSeat,
        BillingCycle every,
        CostStart from = default,
        CostTerm term = default,
        decimal priceEscalationPerYear = 0,
        decimal seatGrowthPerYear = 0) =>
        Of(name, CostElement.Subscription, new SubscriptionCost(seats, pricePerSeat, every, from, term, priceEscalationPerYear, seatGrowthPerYear));

    /// <summary>A subscription per seat whose seats follow a plan; see <see cref="SubscriptionCost"/>.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="seats">Seats before the first step of the plan, 0 or more.</param>
    /// <param name="pricePerSeat">For one seat and one billing cycle, 0 or more.</param>
    /// <param name="every">The billing cycle.</param>
    /// <param name="seatPlan">The steps by ascending date.</param>
    /// <param name="from">The first billing date; the start of the case by default.</param>
    /// <param name="term">How long it runs; open by default.</param>
    /// <param name="priceEscalationPerYear">Price rise a year as a fraction; -0.99 to 1.</param>
    /// <exception cref="ArgumentException">The name is blank, or the steps are not in ascending order of date.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static CostItem Subscription(
        string name,
        int seats,
        Money pricePerSeat,
        BillingCycle every,
        IEnumerable<SeatStep> seatPlan,
        CostStart from = default,
        CostTerm term = default,
        decimal priceEscalationPerYear = 0) =>
        Of(name, CostElement.Subscription, new SubscriptionCost(seats, pricePerSeat, every, seatPlan, from, term, priceEscalationPerYear));

    /// <summary>A licence bought once.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="pricePerUnit">For one unit, 0 or more.</param>
    /// <param name="units">1 or more; 1 where the price is for the whole.</param>
    /// <param name="on">When it is paid; the start of the case by default.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static CostItem PerpetualLicense(string name, Money pricePerUnit, int units = 1, CostStart on = default) =>
        Of(name, CostElement.PerpetualLicense, new PerpetualLicenseCost(pricePerUnit, units, on));

    private static CostItem Of(string name, CostElement element, CostBasis basis) => new(name, CostCategory.Software, basis, element);
}
