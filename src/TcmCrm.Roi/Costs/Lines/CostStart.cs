using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>When a cost is due, or due for the first time: at the start of the case, at go-live, or on a date of its own, or so many months from there.</summary>
/// <remarks><c>default(CostStart)</c> is <see cref="CaseStart"/>. A cost tied to go-live moves with it when go-live is late.</remarks>
public readonly record struct CostStart
{
    internal const int MostMonths = 600;

    private CostStart(CostStartKind kind, LocalDate? date, int months = 0)
    {
        Kind = kind;
        Date = date;
        Months = months;
    }

    /// <summary>The start of the case.</summary>
    public static CostStart CaseStart => default;

    /// <summary>The go-live date.</summary>
    public static CostStart GoLive { get; } = new(CostStartKind.GoLive, null);

    /// <summary>What the date is tied to.</summary>
    internal CostStartKind Kind { get; }

    /// <summary>The date of its own; null where it is tied to the start of the case or to go-live.</summary>
    public LocalDate? Date { get; }

    /// <summary>Months from there; below 0 for months before.</summary>
    public int Months { get; }

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

    /// <summary>So many months later, of the same day of the month or the last day of a shorter month: three months after go-live, for example.</summary>
    /// <param name="months">Added to the months there are; the sum from -600 to 600. Below 0 it is earlier.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sum is outside that range.</exception>
    public CostStart PlusMonths(int months) =>
        new(Kind, Date, Check.InRange(Check.InRange(months, -2 * MostMonths, 2 * MostMonths) + Months, -MostMonths, MostMonths, nameof(months)));

    /// <summary><c>CaseStart</c>, <c>GoLive</c> or the ISO date, and the months from there: <c>GoLive + 3 months</c>.</summary>
    public override string ToString()
    {
        string from = Date is { } date ? date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : Kind.ToString();
        return Months == 0 ? from : string.Format(CultureInfo.InvariantCulture, "{0} {1} {2} months", from, Months < 0 ? '-' : '+', Math.Abs(Months));
    }

    internal LocalDate Resolve(CaseTimeline timeline)
    {
        LocalDate from = Kind switch
        {
            CostStartKind.CaseStart => timeline.Start,
            CostStartKind.GoLive => timeline.GoLive,
            _ => Date!.Value,
        };
        return Months == 0 ? from : from.PlusMonths(Months);
    }
}
