using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Review;

/// <summary>The flows of one line in the forecast: what was booked or measured, what is owed, and what is expected.</summary>
/// <remarks>
/// A month that is as planned to the minor unit has the plan's own flows, and so have the months to come of a line that is on time and at its pace: actuals
/// equal to the plan give the projection of the plan to the last bit.
/// </remarks>
internal abstract class LineOutlook
{
    private protected LineOutlook(ReviewLine line, MonthGrid grid, ReviewMonths months)
    {
        Line = line;
        Grid = grid;
        Months = months;
        Today = months.FirstAfter;
    }

    internal ReviewLine Line { get; }

    /// <summary>The flows of the line in the forecast.</summary>
    internal IReadOnlyList<LineFlow> Rows { get; private protected set; } = [];

    /// <summary>What the plan to come is multiplied with.</summary>
    internal decimal Factor { get; private protected set; } = 1;

    private protected MonthGrid Grid { get; }

    private protected ReviewMonths Months { get; }

    /// <summary>The first day after the review's month.</summary>
    private protected LocalDate Today { get; }

    /// <summary>The forecast of the line in every evaluation period, in its parts and with its limits.</summary>
    /// <param name="sums">What the rows come to, by period, and from when flows are discounted.</param>
    /// <param name="line">The place of the line in the sums.</param>
    /// <param name="into">Takes one for each period, the shortest first.</param>
    internal abstract void Over(FlowSums sums, int line, ForecastRange[] into);

    /// <summary>Adds the expected flows from the first day after the review's month on to their months: those before a date, and those on it and later.</summary>
    internal void AddComing(decimal[] before, decimal[] after, LocalDate end)
    {
        for (int i = 0; i < Rows.Count; i++)
        {
            LineFlow flow = Rows[i];
            int month = Months.IndexOf(flow.Date) - Months.AsOf - 1;
            if (month >= 0)
            {
                (flow.Date < end ? before : after)[month] += Line.IsCost ? -flow.Amount : flow.Amount;
            }
        }
    }

    /// <summary>What is expected from the first day after the review's month on: date and amount, positive on the side of the line.</summary>
    internal IEnumerable<(LocalDate Date, decimal Amount)> Coming()
    {
        for (int i = 0; i < Rows.Count; i++)
        {
            LineFlow flow = Rows[i];
            if (flow.Date >= Today)
            {
                yield return (flow.Date, flow.Amount);
            }
        }
    }

    /// <summary>The shortest period that holds a date; their number where none does.</summary>
    private protected static int BucketOf(FlowSums sums, LocalDate date, int count)
    {
        int bucket = 0;
        while (bucket < count && sums.End(bucket) <= date)
        {
            bucket++;
        }

        return bucket;
    }

    private protected static double FactorOf(in LineFlow flow, TimeAxis axis) => flow.Place switch
    {
        FlowPlace.Start => axis.FactorAtStart(flow.Month),
        FlowPlace.Through => axis.FactorThrough(flow.Month),
        _ => axis.Factor(axis.YearsOn(flow.Month, flow.Date)),
    };

    private protected static decimal Scaled(double amount) => MoneyConversion.TryScale(1, amount, out decimal scaled) ? scaled : 0;

    private protected LineFlow Placed(LocalDate date, decimal amount)
    {
        int month = Grid.IndexOf(date);
        FlowPlace place = Grid[month] == date ? FlowPlace.Start : Grid[month + 1].PlusDays(-1) == date ? FlowPlace.Through : FlowPlace.Within;
        return new LineFlow(month, place, date, amount);
    }

    /// <summary>The flows up to the review's month, in the order of the plan where a month has one flow; then what has no flow of its own in its month.</summary>
    /// <param name="amounts">What was booked or measured by month.</param>
    /// <param name="scratch">Working memory; holds the flows afterwards.</param>
    /// <param name="isPastFirst">Whether every flow up to the review's month stands before every later one.</param>
    /// <returns>How many flows of the plan lie up to the review's month.</returns>
    private protected int TakePast(decimal[] amounts, Scratch scratch, out bool isPastFirst)
    {
        LineFlow[] plan = Line.Plan.Flows;
        int[] flowsIn = scratch.FlowsIn;
        Array.Clear(flowsIn, 0, flowsIn.Length);
        int past = 0;
        isPastFirst = true;
        for (int i = 0; i < plan.Length; i++)
        {
            int month = Months.IndexOf(plan[i].Date);
            if (month <= Months.AsOf)
            {
                flowsIn[month]++;
                isPastFirst &= past == i;
                past++;
            }
        }

        scratch.Flows.Clear();
        foreach (LineFlow flow in plan)
        {
            int month = Months.IndexOf(flow.Date);
            if (month > Months.AsOf)
            {
                continue;
            }

            if (Line.Record.IsAsPlannedIn(month, amounts[month]))
            {
                scratch.Flows.Add(flow);
            }
            else if (flowsIn[month] == 1 && amounts[month] != 0)
            {
                // What was booked instead of one bill takes the bill's date.
                scratch.Flows.Add(flow.Of(amounts[month]));
            }
        }

        for (int month = 0; month <= Months.AsOf; month++)
        {
            if (flowsIn[month] != 1 && amounts[month] != 0 && !Line.Record.IsAsPlannedIn(month, amounts[month]))
            {
                AddBooked(month, amounts[month], scratch.Flows);
            }
        }

        return past;
    }

    /// <summary>A booking without a date of its own: the last day of its month; money of before the start counts at the start.</summary>
    private protected void AddBooked(int month, decimal amount, List<LineFlow> rows)
    {
        LocalDate last = Months.MonthAt(month).PlusMonths(1).OnDayOfMonth(1).PlusDays(-1);
        if (last < Grid.End)
        {
            rows.Add(Placed(last < Grid.Start ? Grid.Start : last, amount));
        }
    }

    /// <summary>Working memory that the lines of one review share.</summary>
    internal sealed class Scratch(ReviewMonths months, int periods)
    {
        /// <summary>Sums by period: what is open, its squares, and its discounted sum; and the same of what is missing.</summary>
        internal Open[] Open { get; } = new Open[periods + 1];

        internal List<LineFlow> Flows { get; } = new(months.Count);

        /// <summary>How many flows of the plan fall into each month to date.</summary>
        internal int[] FlowsIn { get; } = new int[months.AsOf + 1];
    }

    /// <summary>Sums of what is open within a period.</summary>
    internal struct Open
    {
        internal decimal Planned;
        internal decimal Unsure;
        internal decimal Other;
        internal decimal Due;
        internal decimal Doubted;
        internal double Squares;
        internal double OtherSquares;
        internal double DoubtedSquares;
        internal double Discounted;

        /// <summary>Adds what shorter periods hold.</summary>
        internal void Add(in Open shorter)
        {
            Planned += shorter.Planned;
            Unsure += shorter.Unsure;
            Other += shorter.Other;
            Due += shorter.Due;
            Doubted += shorter.Doubted;
            Squares += shorter.Squares;
            OtherSquares += shorter.OtherSquares;
            DoubtedSquares += shorter.DoubtedSquares;
            Discounted += shorter.Discounted;
        }
    }
}
