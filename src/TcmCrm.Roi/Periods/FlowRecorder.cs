using NodaTime;

namespace TcmCrm.Roi.Periods;

/// <summary>
/// Where a cost or benefit writes its amounts, one after the other and in any order, all positive or zero and in its own currency.
/// Writing by the index of a grid month is the fast way: the dates of the grid are computed once for all items.
/// </summary>
internal abstract class FlowRecorder
{
    /// <summary>Whether it wants to know what time an amount pays for; the walk of an evaluation does not, and is spared the dates.</summary>
    internal virtual bool AsksForCover => false;

    /// <summary>Says what time the next amount pays for in advance: from a date, included, up to another, excluded.</summary>
    internal virtual void Covers(LocalDate from, LocalDate until)
    {
    }

    /// <summary>An amount on the first day of a grid month, 0 to Count - 1.</summary>
    internal abstract void AtMonthStart(int month, decimal amount);

    /// <summary>An amount that accrues in the course of a grid month, dated its last day.</summary>
    internal abstract void ThroughMonth(int month, decimal amount);

    /// <summary>An amount on any date; a date outside the grid is passed over.</summary>
    internal abstract void On(LocalDate date, decimal amount);
}
