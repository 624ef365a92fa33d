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

    /// <summary>The forecast of the line before a date, in its parts and with its limits.</summary>
    /// <param name="total">What the rows come to before it.</param>
    /// <param name="end">The first date after the evaluation period.</param>
    /// <param name="axis">From when flows are discounted.</param>
    internal abstract ForecastRange Over(decimal total, LocalDate end, TimeAxis axis);

    /// <summary>Takes the expected flows from the first day after the review's month on: date and amount, positive on the side of the line.</summary>
    internal void ForEachComing(Action<LocalDate, decimal> take)
    {
        for (int i = 0; i < Rows.Count; i++)
        {
            LineFlow flow = Rows[i];
            if (flow.Date >= Today)
            {
                take(flow.Date, flow.Amount);
            }
        }
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

            if (Line.Record.IsSame(amounts[month], Line.Plan.Exact(month)))
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
            if (flowsIn[month] != 1 && amounts[month] != 0 && !Line.Record.IsSame(amounts[month], Line.Plan.Exact(month)))
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
    internal sealed class Scratch(ReviewMonths months)
    {
        internal List<LineFlow> Flows { get; } = new(months.Count);

        /// <summary>How many flows of the plan fall into each month to date.</summary>
        internal int[] FlowsIn { get; } = new int[months.AsOf + 1];
    }
}
