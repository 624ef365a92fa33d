using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

public abstract partial class CostBasis
{
    private static readonly string[] OwnKinds =
        ["amounts", "oneOff", "recurring", "subscription", "perpetualLicense", "licenseShare", "learning", "productivityDip", "instalments", "usage", "residualValue"];

    /// <summary>Plain dated amounts: the form that any published table can be written in.</summary>
    /// <param name="flows">One or more amounts of one currency, in any order, each at most 1e15 and from 1900-01-01 to 2200-12-31; several on one date are allowed.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">The list is empty or mixes currencies.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount or a date is outside its range.</exception>
    public static CostBasis Amounts(IEnumerable<DatedAmount> flows) => new DatedCost(flows);

    /// <summary>A cost paid once.</summary>
    /// <param name="amount">0 to 1e15.</param>
    /// <param name="on">When it is paid; the start of the case by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is outside its range.</exception>
    public static CostBasis OneOff(Money amount, CostStart on = default) => new OneOffCost(amount, on);

    /// <summary>A cost that recurs, paid in advance on the first day of each cycle.</summary>
    /// <param name="amount">For one cycle, 0 to 1e15, at the prices of the first year.</param>
    /// <param name="every">The cycle.</param>
    /// <param name="from">The first billing date; the start of the case by default.</param>
    /// <param name="term">How long it runs; open by default, which is at most 100 years from the first date.</param>
    /// <param name="escalationPerYear">Price rise at each anniversary of the first date, as a fraction: 0.03 is 3 %; -0.99 to 1, and such that no payment of the term exceeds 1e21.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    /// <remarks>
    /// Amount of the cycle that begins m months after the first date: amount x (1 + escalation)^floor(m / 12). Billing dates are counted from the first
    /// date, never from the one before. A last cycle that the term cuts short is paid in part: by months where the term ends on a monthly date of the
    /// cost, by days otherwise. The end of an evaluation cuts nothing: what was paid in advance was paid.
    /// </remarks>
    public static CostBasis Recurring(Money amount, BillingCycle every, CostStart from = default, CostTerm term = default, decimal escalationPerYear = 0) =>
        new RecurringCost(amount, every, from, term, escalationPerYear);

    /// <summary>A contract sum in instalments at milestones: 3-6-1 is 30 % at signing, 60 % at go-live, 10 % at acceptance.</summary>
    /// <param name="contractSum">0 to 1e15.</param>
    /// <param name="instalments">1 to 100; their shares are 100 % together.</param>
    /// <param name="signing">When the contract is signed; the start of the case by default. Not go-live: the milestones do not move with each other.</param>
    /// <param name="acceptanceMonths">Months from go-live to acceptance, 0 to 600; 0 by default, the earliest that it can be due.</param>
    /// <exception cref="ArgumentNullException">The instalments are null.</exception>
    /// <exception cref="ArgumentException">The shares are not 100 % together, or signing is tied to go-live.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    /// <remarks>Each instalment is a bill of contract sum x share on its date; those of go-live and of acceptance move with go-live, and with the wave of the line.</remarks>
    public static CostBasis Instalments(Money contractSum, IEnumerable<Instalment> instalments, CostStart signing = default, int acceptanceMonths = 0) =>
        new InstalmentsCost(contractSum, instalments, signing, acceptanceMonths);

    /// <summary>A price by usage: messages, calls, storage; paid in advance on the first day of each cycle, as for a package of units.</summary>
    /// <param name="unitsPerMonth">Units of a month in the first year, 0 to 1e15.</param>
    /// <param name="pricePerUnit">For one unit, 0 to 1e15, at the prices of the first year.</param>
    /// <param name="every">The billing cycle; a month by default.</param>
    /// <param name="options">First date, term, price rise, growth of the units, units that are included, tiers; none by default.</param>
    /// <exception cref="ArgumentException">The tiers are not in ascending order, or not in the currency of the price.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or a payment of the term would exceed 1e21.</exception>
    /// <remarks>
    /// Amount of the cycle that begins m months after the first date: price of (units x (1 + growth)^floor(m / 12) - included units, at least 0) x months of
    /// the cycle x (1 + escalation)^floor(m / 12).
    /// </remarks>
    public static CostBasis Usage(decimal unitsPerMonth, Money pricePerUnit, BillingCycle every = BillingCycle.Monthly, UsageOptions? options = null) =>
        new UsageCost(unitsPerMonth, pricePerUnit, every, options);

    /// <summary>What is got for a thing at the end of its use (残值), for example for servers that are sold: a credit, dated the last day of its use.</summary>
    /// <param name="amount">0 to 1e15.</param>
    /// <param name="afterMonths">Months of use, 1 to 1,200. A shorter evaluation period does not hold it.</param>
    /// <param name="from">When the use begins; the start of the case by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static CostBasis ResidualValue(Money amount, int afterMonths, CostStart from = default) => new ResidualValueCost(amount, afterMonths, from);

    /// <summary>A kind of a host's own: a pure function from the months of the case to dated amounts.</summary>
    /// <param name="kind">The word for it in documents: camelCase, 1 to 50 ASCII letters and digits, none of the library's own words.</param>
    /// <param name="currency">The currency of every amount; not <see cref="Currency.None"/>.</param>
    /// <param name="amounts">
    /// Gives the amounts for a time frame and the parameters. It must give the same for the same, without side effects, and may be called often and from
    /// several threads. An amount outside the grid is passed over.
    /// </param>
    /// <param name="parameters">Plain values that it computes from and that a document carries; none by default. Names as of kinds.</param>
    /// <returns>A basis that equals another where kind, currency, parameters and function (the same method of the same object) do.</returns>
    /// <exception cref="ArgumentNullException">The kind or the function is null.</exception>
    /// <exception cref="ArgumentException">The kind or the name of a parameter is not allowed, or there is no currency.</exception>
    /// <remarks>
    /// Where the function throws, gives null, or gives an amount in another currency or above 1e15, evaluating the case throws
    /// <see cref="InvalidOperationException"/> that names the kind; the exception of the function is its inner exception.
    /// </remarks>
    public static CostBasis Custom(
        string kind,
        Currency currency,
        Func<CaseTimeline, IReadOnlyDictionary<string, decimal>, IEnumerable<DatedAmount>> amounts,
        IReadOnlyDictionary<string, decimal>? parameters = null) =>
        new CustomCost(new HostKind(kind, OwnKinds, currency, amounts, parameters));
}
