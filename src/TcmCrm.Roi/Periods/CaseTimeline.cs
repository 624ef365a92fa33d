using NodaTime;

namespace TcmCrm.Roi.Periods;

/// <summary>The time frame that costs and benefits of a case unfold on: its start, its go-live, and its months.</summary>
public sealed class CaseTimeline
{
    /// <summary>A time frame.</summary>
    /// <param name="start">The first day of the evaluation: t = 0.</param>
    /// <param name="goLive">The first day of use; benefits accrue from it on. May lie before the start (a system already in use) or after the last month.</param>
    /// <param name="longest">The longest evaluation period that is asked for.</param>
    /// <exception cref="ArgumentNullException">The period is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date is not of the ISO calendar, or the start is after the year 9898.</exception>
    public CaseTimeline(LocalDate start, LocalDate goLive, EvaluationPeriod longest)
    {
        Grid = MonthGrid.Covering(start, Check.NotNull(longest));
        GoLive = Check.Iso(goLive);
    }

    private CaseTimeline(MonthGrid grid, LocalDate goLive)
    {
        Grid = grid;
        GoLive = goLive;
    }

    /// <summary>The first day of the evaluation.</summary>
    public LocalDate Start => Grid.Start;

    /// <summary>The first day of use.</summary>
    public LocalDate GoLive { get; }

    /// <summary>The months from the start on.</summary>
    public MonthGrid Grid { get; }

    /// <summary>The same months with another first day of use.</summary>
    internal CaseTimeline WithGoLive(LocalDate goLive) => goLive == GoLive ? this : new CaseTimeline(Grid, goLive);
}
