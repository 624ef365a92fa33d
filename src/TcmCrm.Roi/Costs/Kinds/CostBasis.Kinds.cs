using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

public abstract partial class CostBasis
{
    private static readonly string[] OwnKinds =
        ["amounts", "oneOff", "recurring", "subscription", "perpetualLicense", "licenseShare", "learning", "productivityDip"];

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
