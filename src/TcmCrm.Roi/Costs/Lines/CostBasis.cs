using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>What a cost amounts to and when it is paid. The kinds that the library knows come from the factories of the four categories and from those here; <see cref="Custom"/> is one of a host's own.</summary>
/// <remarks>
/// Describes only; figures are computed elsewhere. Amounts are 0 or more, before the risk uplift of the line: at most 1e15 where they are stated, and at
/// most 1e21 in one payment by seats, units and escalation. Dates lie between 1900-01-01 and 2200-12-31. Immutable; two bases are equal where kind and
/// all values are.
/// </remarks>
public abstract class CostBasis : IEquatable<CostBasis>
{
    private static readonly string[] OwnKinds =
        ["amounts", "oneOff", "recurring", "subscription", "perpetualLicense", "licenseShare", "learning", "productivityDip"];

    private protected CostBasis(string kind, Currency currency)
    {
        Kind = kind;
        Currency = currency;
    }

    /// <summary>The word for the kind in documents, for example <c>subscription</c>.</summary>
    public string Kind { get; }

    /// <summary>The currency of every amount of this cost.</summary>
    public Currency Currency { get; }

    /// <summary>What a host's own kind is computed from, by name; empty for a kind of the library.</summary>
    public virtual IReadOnlyDictionary<string, decimal> Parameters => HostKind.NoParameters;

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

    /// <inheritdoc/>
    public bool Equals(CostBasis? other) =>
        other is not null && GetType() == other.GetType() && Kind == other.Kind && Currency == other.Currency && HasSame(other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as CostBasis);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => (StringComparer.Ordinal.GetHashCode(Kind) * 397) ^ Currency.GetHashCode();

    /// <summary>The invariant text: kind and currency, for example <c>subscription (CNY)</c>.</summary>
    public sealed override string ToString() => Kind + " (" + Currency + ")";

    /// <summary>Writes the amounts that fall on the grid of the case, in <see cref="Currency"/>.</summary>
    internal abstract void Record(CaseTimeline timeline, FlowRecorder recorder);

    /// <summary>Whether another basis of the same type has the same values.</summary>
    private protected abstract bool HasSame(CostBasis other);

    private protected static void RecordOn(CaseTimeline timeline, FlowRecorder recorder, LocalDate date, decimal amount)
    {
        if (timeline.Grid.TryGetBoundary(date, out int month) && month < timeline.Grid.Count)
        {
            recorder.AtMonthStart(month, amount);
        }
        else
        {
            recorder.On(date, amount);
        }
    }

    /// <summary>
    /// A yearly change as a fraction: the upper end is far above any contract, the lower keeps a price above zero, and no year of the term takes the
    /// amount above the most.
    /// </summary>
    private protected static decimal YearlyChange(decimal value, double amount, CostStart from, CostTerm term, string name)
    {
        Check.InRange(value, -0.99m, 1m, name);
        return amount * Math.Max(1, Math.Pow(1 + (double)value, term.Anniversaries(from))) <= LineRange.MostCost
            ? value
            : throw LineRange.TooLarge(name, value, LineRange.MostCost);
    }
}
