using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>When a cost is due, or due for the first time: at the start of the case, at go-live, or on a date of its own.</summary>
/// <remarks><c>default(CostStart)</c> is <see cref="CaseStart"/>. A cost tied to go-live moves with it when go-live is late.</remarks>
public readonly record struct CostStart
{
    private CostStart(CostStartKind kind, LocalDate? date)
    {
        Kind = kind;
        Date = date;
    }

    /// <summary>The start of the case.</summary>
    public static CostStart CaseStart => default;

    /// <summary>The go-live date.</summary>
    public static CostStart GoLive { get; } = new(CostStartKind.GoLive, null);

    /// <summary>What the date is tied to.</summary>
    internal CostStartKind Kind { get; }

    /// <summary>The date of its own; null where it is tied to the start of the case or to go-live.</summary>
    public LocalDate? Date { get; }

    /// <summary>A date of its own.</summary>
    /// <param name="date">1900-01-01 to 2200-12-31; a flow before the start of the case is sunk and is not part of any evaluation.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public static CostStart On(LocalDate date) => new(CostStartKind.Date, LineRange.Date(date));

    /// <summary>A date of its own.</summary>
    /// <param name="date">1900-01-01 to 2200-12-31.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public static implicit operator CostStart(LocalDate date) => On(date);

    /// <summary>A date of its own; the named form of the conversion.</summary>
    /// <param name="date">1900-01-01 to 2200-12-31.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public static CostStart FromLocalDate(LocalDate date) => On(date);

    /// <summary><c>CaseStart</c>, <c>GoLive</c> or the ISO date.</summary>
    public override string ToString() => Date is { } date ? date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : Kind.ToString();

    internal LocalDate Resolve(CaseTimeline timeline) => Kind switch
    {
        CostStartKind.CaseStart => timeline.Start,
        CostStartKind.GoLive => timeline.GoLive,
        _ => Date!.Value,
    };
}
