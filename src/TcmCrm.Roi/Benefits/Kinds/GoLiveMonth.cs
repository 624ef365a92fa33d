using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>The grid month that holds go-live, from which benefits accrue.</summary>
internal readonly struct GoLiveMonth
{
    internal GoLiveMonth(CaseTimeline timeline)
    {
        LocalDate start = timeline.Start;
        LocalDate goLive = timeline.GoLive;
        UsedShare = 1;
        if (goLive >= timeline.Grid.End)
        {
            // Never used in the case; months so late may lie beyond the calendar.
            Index = timeline.Grid.Count;
            return;
        }

        Index = (12 * (goLive.Year - start.Year)) + goLive.Month - start.Month;
        LocalDate begin = start.PlusMonths(Index);
        if (begin > goLive)
        {
            begin = start.PlusMonths(--Index);
        }

        if (begin != goLive)
        {
            LocalDate end = start.PlusMonths(Index + 1);
            UsedShare = Period.DaysBetween(goLive, end) / (decimal)Period.DaysBetween(begin, end);
        }
    }

    /// <summary>Its index on the grid; below 0 where go-live lies before the case, <c>Count</c> where it lies after the grid.</summary>
    internal int Index { get; }

    /// <summary>The part of its days from go-live on; 1 where it begins with go-live.</summary>
    internal decimal UsedShare { get; }
}
