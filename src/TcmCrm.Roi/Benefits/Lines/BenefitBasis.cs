using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>What a benefit amounts to and when. The kinds that the library knows come from the factories of the categories and from those here; <see cref="Custom"/> is one of a host's own.</summary>
/// <remarks>
/// Describes only; figures are computed elsewhere. Amounts are 0 or more, before attribution and risk reduction: at most 1e15 where they are stated, and at
/// most 1e18 in a year by customers, hours and units. Dates lie between 1900-01-01 and 2200-12-31. Immutable; two bases are equal where kind and all
/// values are.
/// </remarks>
public abstract class BenefitBasis : IEquatable<BenefitBasis>
{
    private static readonly string[] OwnKinds =
    [
        "amounts", "yearly", "notMonetised", "revenueUplift", "retention", "satisfactionChain", "customerMargin", "taskTime", "safetyStock", "expiryLoss", "impact",
    ];

    private protected BenefitBasis(string kind, Currency currency)
    {
        Kind = kind;
        Currency = currency;
    }

    /// <summary>The word for the kind in documents, for example <c>revenueUplift</c>.</summary>
    public string Kind { get; }

    /// <summary>The currency of every amount; <see cref="Currency.None"/> for a benefit that is not monetised.</summary>
    public Currency Currency { get; }

    /// <summary>What a host's own kind is computed from, by name; empty for a kind of the library.</summary>
    public virtual IReadOnlyDictionary<string, decimal> Parameters => HostKind.NoParameters;

    /// <summary>Whether the benefit is expressed in money.</summary>
    public virtual bool IsMonetised => true;

    /// <summary>Whether a realisation profile applies. It does not to plain dated amounts, which already say when they come.</summary>
    public virtual bool UsesProfile => true;

    /// <summary>Plain dated amounts: the form that any published table can be written in. No realisation profile applies.</summary>
    /// <param name="flows">One or more amounts of one currency, in any order, each at most 1e15 and from 1900-01-01 to 2200-12-31; several on one date are allowed.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">The list is empty or mixes currencies.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount or a date is outside its range.</exception>
    public static BenefitBasis Amounts(IEnumerable<DatedAmount> flows) => new DatedBenefit(flows);

    /// <summary>A plain amount a year from go-live on: a twelfth a grid month, dated the last day of the month.</summary>
    /// <param name="amountPerYear">The full yearly amount once everything is realised, 0 to 1e15. For more sales: contribution margin, not revenue.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is outside its range.</exception>
    public static BenefitBasis Yearly(Money amountPerYear) => new YearlyBenefit(amountPerYear);

    /// <summary>A kind of a host's own: a pure function from the months of the case to dated amounts.</summary>
    /// <param name="kind">The word for it in documents: camelCase, 1 to 50 ASCII letters and digits, none of the library's own words.</param>
    /// <param name="currency">The currency of every amount; not <see cref="Currency.None"/>.</param>
    /// <param name="amounts">
    /// Gives the full amounts for a time frame and the parameters. It must give the same for the same, without side effects, and may be called often and
    /// from several threads. An amount outside the grid is passed over.
    /// </param>
    /// <param name="parameters">Plain values that it computes from and that a document carries; none by default. Names as of kinds.</param>
    /// <param name="usesProfile">
    /// Whether the realisation profile of the line applies: an amount in the grid month m months after that of go-live counts for the profile's share of m,
    /// one before go-live for nothing. By default the function says itself when what is realised, as plain dated amounts do.
    /// </param>
    /// <returns>A basis that equals another where kind, currency, parameters and function (the same method of the same object) do.</returns>
    /// <exception cref="ArgumentNullException">The kind or the function is null.</exception>
    /// <exception cref="ArgumentException">The kind or the name of a parameter is not allowed, or there is no currency.</exception>
    /// <remarks>
    /// Where the function throws, gives null, or gives an amount in another currency or above 1e15, evaluating the case throws
    /// <see cref="InvalidOperationException"/> that names the kind; the exception of the function is its inner exception.
    /// </remarks>
    public static BenefitBasis Custom(
        string kind,
        Currency currency,
        Func<CaseTimeline, IReadOnlyDictionary<string, decimal>, IEnumerable<DatedAmount>> amounts,
        IReadOnlyDictionary<string, decimal>? parameters = null,
        bool usesProfile = false) =>
        new CustomBenefit(new HostKind(kind, OwnKinds, currency, amounts, parameters), usesProfile);

    /// <summary>What the benefit takes from a pool of a kind in a year, as far as its own figures imply it.</summary>
    /// <param name="kind">The kind of pool.</param>
    /// <returns>Revenue in <see cref="Currency"/>, hours, or customers; null where the figures say nothing of the kind.</returns>
    public virtual decimal? ImpliedDraw(ValuePoolKind kind) => null;

    /// <inheritdoc/>
    public bool Equals(BenefitBasis? other) =>
        other is not null && GetType() == other.GetType() && Kind == other.Kind && Currency == other.Currency && HasSame(other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as BenefitBasis);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => (StringComparer.Ordinal.GetHashCode(Kind) * 397) ^ Currency.GetHashCode();

    /// <summary>The invariant text: kind and currency, for example <c>revenueUplift (CNY)</c>.</summary>
    public sealed override string ToString() => Kind + " (" + Currency + ")";

    /// <summary>Writes the full amounts that fall on the grid of the case, with the profile but before attribution and risk.</summary>
    internal abstract void Record(CaseTimeline timeline, RealizationProfile profile, FlowRecorder recorder);

    /// <summary>Says what is implausible in the benefit's own figures.</summary>
    /// <param name="line">The line, as an argument of messages.</param>
    /// <param name="warnings">Where it is added.</param>
    internal virtual void Examine(MessageArgument line, List<Message> warnings)
    {
    }

    /// <summary>Whether another basis of the same type has the same values.</summary>
    private protected abstract bool HasSame(BenefitBasis other);

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
}
