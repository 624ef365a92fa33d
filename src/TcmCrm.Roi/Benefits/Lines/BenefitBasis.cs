using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>What a benefit amounts to and when. The kinds that the library knows come from the factories of the categories and from those here; <see cref="Custom"/> is one of a host's own.</summary>
/// <remarks>
/// Describes only; figures are computed elsewhere. Amounts are 0 or more, before attribution and risk reduction: at most 1e15 where they are stated, and at
/// most 1e18 in a year by customers, hours and units. Dates lie between 1900-01-01 and 2200-12-31. Immutable; two bases are equal where kind and all
/// values are.
/// </remarks>
public abstract partial class BenefitBasis : IEquatable<BenefitBasis>
{
    private protected BenefitBasis(string kind, Currency currency)
    {
        Kind = kind;
        Currency = currency;
    }

    /// <summary>The word for the kind in documents, for example <c>revenueUplift</c>.</summary>
    public string Kind { get; }

    /// <summary>The currency of every amount, of the first where dated amounts are in several; <see cref="Currency.None"/> for a benefit that is not monetised.</summary>
    public Currency Currency { get; }

    /// <summary>What a host's own kind is computed from, by name; empty for a kind of the library.</summary>
    public virtual IReadOnlyDictionary<string, decimal> Parameters => HostKind.NoParameters;

    /// <summary>Whether the benefit is expressed in money.</summary>
    public virtual bool IsMonetized => true;

    /// <summary>Whether a realisation profile applies. It does not to plain dated amounts, which already say when they come.</summary>
    public virtual bool UsesProfile => true;

    /// <summary>What the benefit takes from a pool of a kind in a year, as far as its own figures imply it.</summary>
    /// <param name="kind">The kind of pool.</param>
    /// <returns>Revenue in <see cref="Currency"/>, hours, or customers; null where the figures say nothing of the kind.</returns>
    public virtual decimal? ImpliedDraw(ValuePoolKind kind) => null;

    /// <summary>What it is a part of, such as the revenue of which some is won: two lines of a kind with the same may count one thing twice. Null where its figures do not say.</summary>
    internal virtual object? PartOf => null;

    /// <summary>Whether its own figures make it a loss: a price cut, customers who pay later.</summary>
    internal virtual bool IsHarm => false;

    /// <summary>Whether its dates hang on go-live, so that waves of go-live divide it.</summary>
    internal virtual bool MovesWithGoLive => true;

    /// <summary>One basis for each currency where amounts are in several; null where all are in <see cref="Currency"/>.</summary>
    internal virtual IReadOnlyList<BenefitBasis>? ByCurrency => null;

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
    /// <param name="item">The line that it is the basis of, or a part of that basis.</param>
    /// <param name="warnings">Where it is added.</param>
    internal virtual void Examine(BenefitItem item, List<Message> warnings)
    {
    }

    /// <summary>Whether it values hours that people no longer need for a task: efficiency, until the case says that posts or overtime go.</summary>
    internal virtual bool IsSavedHours => false;

    /// <summary>The class that a benefit of this kind has in a category unless another is given.</summary>
    internal BenefitClass UsualClass(BenefitCategory category) => IsSavedHours ? BenefitClass.Efficiency : IsHarm ? BenefitClass.Cashable : category.UsualClass();

    /// <summary>What is dated before the start of the case, and so in no figure.</summary>
    internal virtual decimal Before(CaseTimeline timeline) => 0;

    /// <summary>What is dated on or after a date, and so in no figure of a period that ends there; 0 for what accrues as long as one looks.</summary>
    internal virtual decimal After(CaseTimeline timeline, LocalDate end) => 0;

    /// <summary>Visits the dates that the benefit states of its own.</summary>
    internal virtual void VisitDates(Action<LocalDate> visit)
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
