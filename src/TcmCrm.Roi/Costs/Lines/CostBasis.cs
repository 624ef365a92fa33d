using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>What a cost amounts to and when it is paid. The kinds that the library knows come from the factories of the four categories and from those here; <see cref="Custom"/> is one of a host's own.</summary>
/// <remarks>
/// Describes only; figures are computed elsewhere. Amounts are 0 or more, before the risk uplift of the line: at most 1e15 where they are stated, and at
/// most 1e21 in one payment by seats, units and escalation. Dates lie between 1900-01-01 and 2200-12-31. Immutable; two bases are equal where kind and
/// all values are.
/// </remarks>
public abstract partial class CostBasis : IEquatable<CostBasis>
{
    private protected CostBasis(string kind, Currency currency)
    {
        Kind = kind;
        Currency = currency;
    }

    /// <summary>The word for the kind in documents, for example <c>subscription</c>.</summary>
    public string Kind { get; }

    /// <summary>The currency of every amount of this cost; of the first where dated amounts are in several.</summary>
    public Currency Currency { get; }

    /// <summary>What a host's own kind is computed from, by name; empty for a kind of the library.</summary>
    public virtual IReadOnlyDictionary<string, decimal> Parameters => HostKind.NoParameters;

    /// <summary>Whether its amounts come back whatever the line says: a residual value.</summary>
    internal virtual bool IsCredit => false;

    /// <summary>Whether a date of it is tied to go-live, so that waves of go-live divide it.</summary>
    internal virtual bool MovesWithGoLive => false;

    /// <summary>One basis for each currency where amounts are in several; null where all are in <see cref="Currency"/>.</summary>
    internal virtual IReadOnlyList<CostBasis>? ByCurrency => null;

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

    /// <summary>What is paid before the start of the case, and so in no figure; 0 for bills that come round again, which only begin on the grid.</summary>
    internal virtual decimal Before(CaseTimeline timeline) => 0;

    /// <summary>What is paid on or after a date, and so in no figure of a period that ends there; 0 for bills that come round again.</summary>
    internal virtual decimal After(CaseTimeline timeline, LocalDate end) => 0;

    /// <summary>Visits the dates that the cost states of its own, not those that hang on the start or on go-live, nor the end of a term.</summary>
    internal virtual void VisitDates(Action<LocalDate> visit)
    {
    }

    /// <summary>Whether it comes round again: the cost of a year then belongs to that year, and is not shared out over the period.</summary>
    internal virtual bool IsRecurring => false;

    /// <summary>The first date after its term; null where it has none.</summary>
    internal virtual LocalDate? TermEnd(CaseTimeline timeline) => null;

    /// <summary>Whether another basis of the same type has the same values.</summary>
    private protected abstract bool HasSame(CostBasis other);

    private protected static decimal Before(CaseTimeline timeline, LocalDate date, decimal amount) => date < timeline.Start ? amount : 0;

    private protected static decimal After(LocalDate end, LocalDate date, decimal amount) => date >= end ? amount : 0;

    private protected static void VisitDate(CostStart start, Action<LocalDate> visit)
    {
        if (start.Date is { } date)
        {
            visit(date);
        }
    }

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
