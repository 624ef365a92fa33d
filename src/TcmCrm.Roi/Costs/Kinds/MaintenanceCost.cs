namespace TcmCrm.Roi.Costs;

/// <summary>Lines of the category Maintenance (维护费用), paid in advance on the first day of each cycle.</summary>
public static class MaintenanceCost
{
    /// <summary>Technical support (技术支持): a fixed amount a cycle.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="amount">For one cycle, 0 to 1e15.</param>
    /// <param name="every">The cycle; a year by default.</param>
    /// <param name="from">The first billing date; go-live by default.</param>
    /// <param name="term">How long it runs; open by default.</param>
    /// <param name="escalationPerYear">Price rise a year as a fraction; -0.99 to 1, and such that no payment of the term exceeds 1e21.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static CostItem Support(
        string name, Money amount, BillingCycle every = BillingCycle.Yearly, CostStart? from = null, CostTerm term = default, decimal escalationPerYear = 0) =>
        Of(name, CostElement.Support, new RecurringCost(amount, every, from ?? CostStart.GoLive, term, escalationPerYear));

    /// <summary>Upgrades (系统升级): a fixed amount a cycle.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="amount">For one cycle, 0 to 1e15.</param>
    /// <param name="every">The cycle; a year by default.</param>
    /// <param name="from">The first billing date; go-live by default.</param>
    /// <param name="term">How long it runs; open by default.</param>
    /// <param name="escalationPerYear">Price rise a year as a fraction; -0.99 to 1, and such that no payment of the term exceeds 1e21.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static CostItem Upgrades(
        string name, Money amount, BillingCycle every = BillingCycle.Yearly, CostStart? from = null, CostTerm term = default, decimal escalationPerYear = 0) =>
        Of(name, CostElement.Upgrade, new RecurringCost(amount, every, from ?? CostStart.GoLive, term, escalationPerYear));

    /// <summary>Servers and their running (服务器成本); belongs to on-premises and hybrid deployment: a fixed amount a cycle.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="amount">For one cycle, 0 to 1e15.</param>
    /// <param name="every">The cycle; a year by default.</param>
    /// <param name="from">The first billing date; go-live by default.</param>
    /// <param name="term">How long it runs; open by default.</param>
    /// <param name="escalationPerYear">Price rise a year as a fraction; -0.99 to 1, and such that no payment of the term exceeds 1e21.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static CostItem Servers(
        string name, Money amount, BillingCycle every = BillingCycle.Yearly, CostStart? from = null, CostTerm term = default, decimal escalationPerYear = 0) =>
        Of(name, CostElement.Server, new RecurringCost(amount, every, from ?? CostStart.GoLive, term, escalationPerYear));

    /// <summary>Servers bought once (服务器成本).</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="amount">0 to 1e15.</param>
    /// <param name="on">When they are paid; the start of the case by default.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is outside its range.</exception>
    public static CostItem ServerPurchase(string name, Money amount, CostStart on = default) => Of(name, CostElement.Server, new OneOffCost(amount, on));

    /// <summary>Support as a yearly share of the licence price: price x share x months of the cycle / 12, escalated as <see cref="CostBasis.Recurring"/> is.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="licensePrice">What the licence costs once, 0 to 1e15.</param>
    /// <param name="sharePerYear">The part of it that is due each year; 0.18 is 18 %.</param>
    /// <param name="every">The cycle; a year by default.</param>
    /// <param name="from">The first billing date; go-live by default.</param>
    /// <param name="term">How long it runs; open by default.</param>
    /// <param name="escalationPerYear">Price rise a year as a fraction; -0.99 to 1, and such that no payment of the term exceeds 1e21.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static CostItem ShareOfLicense(
        string name,
        Money licensePrice,
        Share sharePerYear,
        BillingCycle every = BillingCycle.Yearly,
        CostStart? from = null,
        CostTerm term = default,
        decimal escalationPerYear = 0) =>
        Of(name, CostElement.Support, new LicenseShareCost(licensePrice, sharePerYear, every, from ?? CostStart.GoLive, term, escalationPerYear));

    private static CostItem Of(string name, CostElement element, CostBasis basis) => new(name, CostCategory.Maintenance, basis, element);
}
