using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Review;

/// <summary>The flows of one line in the forecast: what was booked or measured, then the rest of the plan at the timing and the pace that were reached.</summary>
/// <remarks>
/// A month that is as planned to the minor unit has the plan's own flows, and so have the months to come of a line that is on time and at its pace: actuals
/// equal to the plan give the projection of the plan to the last bit.
/// </remarks>
internal sealed class LineOutlook
{
    private readonly bool _isOverdue;
    private readonly int _late;
    private readonly LocalDate _today;
    private readonly LineFlow[] _coming;

    internal LineOutlook(ReviewLine line, CaseTimeline timeline, ReviewMonths months, Scratch scratch)
    {
        Line = line;
        _isOverdue = !line.HasStarted && line.MonthsLate > 0;
        _late = _isOverdue ? 0 : line.MonthsLate;
        Factor = !_isOverdue ? line.Realization.Factor : line.IsCost ? 1 : 0;
        _today = months.FirstAfter;
        _coming = _late == 0 && !(_isOverdue && line.IsCost) ? line.Plan.Flows : ComingOf(timeline.Grid, months, scratch.Flows);
        Rows = line.IsAsPlanned && _late == 0 && Factor == 1 ? line.Plan.Flows : RowsOf(timeline.Grid, months, scratch);
    }

    internal ReviewLine Line { get; }

    /// <summary>The flows of the line in the forecast.</summary>
    internal IReadOnlyList<LineFlow> Rows { get; }

    /// <summary>What the coming flows are multiplied with.</summary>
    internal decimal Factor { get; }

    /// <summary>The least and the most that the line may come to before a date, and what the plan still holds until then.</summary>
    /// <param name="total">What the forecast comes to.</param>
    /// <param name="end">The first date after the evaluation period.</param>
    /// <param name="months">The months of the review.</param>
    /// <param name="byMonth">Room for a sum of each month to come.</param>
    internal (decimal Lower, decimal Upper, decimal Planned) Range(decimal total, LocalDate end, ReviewMonths months, decimal[] byMonth)
    {
        decimal planned = 0;
        bool hasSpread = !_isOverdue && Line.Realization.HasSpread;
        if (hasSpread)
        {
            Array.Clear(byMonth, 0, byMonth.Length);
        }

        foreach (LineFlow flow in _coming)
        {
            if (flow.Date >= _today && flow.Date < end)
            {
                planned += flow.Amount;
                if (hasSpread)
                {
                    byMonth[months.IndexOf(flow.Date) - months.AsOf - 1] += flow.Amount;
                }
            }
        }

        decimal estimate = planned * Factor;
        if (hasSpread)
        {
            decimal reach = ReachOf(planned, byMonth);
            return (reach < Math.Max(0, estimate) ? total - reach : AtLeast(total, estimate, end, months), total + reach, planned);
        }

        decimal lower = Line.IsCost && !_isOverdue ? total - Math.Max(0, estimate - planned) : AtLeast(total, estimate, end, months);
        return (lower, total + Math.Max(0, planned - estimate), planned);
    }

    /// <summary>Adds what the plan still holds before a date to sums of the months to come, times a factor.</summary>
    internal void AddComing(decimal[] byMonth, decimal factor, ReviewMonths months, LocalDate end)
    {
        foreach (LineFlow flow in _coming)
        {
            if (flow.Date >= _today && flow.Date < end)
            {
                byMonth[months.IndexOf(flow.Date) - months.AsOf - 1] += flow.Amount * factor;
            }
        }
    }

    /// <summary>The present value of what the plan still holds before a date, over the sum of it.</summary>
    internal double DiscountOf(LocalDate end, TimeAxis axis, decimal planned)
    {
        double sum = 0;
        foreach (LineFlow flow in _coming)
        {
            sum += flow.Date >= _today && flow.Date < end ? (double)flow.Amount * FactorOf(flow, axis) : 0;
        }

        return planned == 0 ? 0 : sum / (double)planned;
    }

    private static double FactorOf(in LineFlow flow, TimeAxis axis) => flow.Place switch
    {
        FlowPlace.Start => axis.FactorAtStart(flow.Month),
        FlowPlace.Through => axis.FactorThrough(flow.Month),
        _ => axis.Factor(axis.YearsOn(flow.Month, flow.Date)),
    };

    /// <summary>Nothing of what is expected: what was booked or measured. An expected harm is no reason to hope for less of it.</summary>
    private decimal AtLeast(decimal total, decimal estimate, LocalDate end, ReviewMonths months)
    {
        if (estimate <= 0)
        {
            return total;
        }

        decimal sum = 0;
        for (int i = 0; i < Rows.Count; i++)
        {
            LineFlow flow = Rows[i];
            sum += flow.Date < end && months.IndexOf(flow.Date) <= months.AsOf ? flow.Amount : 0;
        }

        return sum;
    }

    private decimal ReachOf(decimal planned, decimal[] byMonth)
    {
        double squares = 0;
        foreach (decimal amount in byMonth)
        {
            squares += (double)amount * (double)amount;
        }

        return MoneyConversion.TryScale(1, Line.Realization.Reach((double)planned, squares), out decimal scaled) ? scaled : 0;
    }

    /// <summary>What the plan still holds after the review's month, at the timing that was reached; what is due and was not booked comes first.</summary>
    private LineFlow[] ComingOf(MonthGrid grid, ReviewMonths months, List<LineFlow> scratch)
    {
        scratch.Clear();
        if (_isOverdue && Line.IsCost && _today < grid.End)
        {
            decimal due = 0;
            for (int month = 0; month <= months.AsOf; month++)
            {
                due += Line.Record.IsAsPlannedIn(month) ? 0 : Line.Plan.Exact(month);
            }

            scratch.Add(Placed(grid, _today, due));
        }

        foreach (LineFlow flow in Line.Plan.Flows)
        {
            if (months.IndexOf(flow.Date) + _late > months.AsOf && TryMove(grid, flow, out LineFlow moved))
            {
                scratch.Add(moved);
            }
        }

        return [.. scratch];
    }

    private ForecastFlows RowsOf(MonthGrid grid, ReviewMonths months, Scratch scratch)
    {
        LineRecord record = Line.Record;
        LineFlow[] plan = Line.Plan.Flows;
        int[] flowsIn = scratch.FlowsIn;
        Array.Clear(flowsIn, 0, flowsIn.Length);
        int past = 0;
        bool isPastFirst = true;
        for (int i = 0; i < plan.Length; i++)
        {
            int month = months.IndexOf(plan[i].Date);
            if (month <= months.AsOf)
            {
                flowsIn[month]++;
                isPastFirst &= past == i;
                past++;
            }
        }

        scratch.Flows.Clear();
        foreach (LineFlow flow in plan)
        {
            int month = months.IndexOf(flow.Date);
            if (month > months.AsOf)
            {
                // In the order of the plan, so that the sums of a line that is on time are added up as the plan's are.
                if (_late == 0 && !isPastFirst)
                {
                    AddComing(flow, scratch.Flows);
                }
            }
            else if (record.IsAsPlannedIn(month))
            {
                scratch.Flows.Add(flow);
            }
            else if (flowsIn[month] == 1 && record.Amounts[month] != 0)
            {
                // What was booked instead of one bill takes the bill's date.
                scratch.Flows.Add(flow.Of(record.Amounts[month]));
            }
        }

        LineFlow[] first = [.. scratch.Flows];
        scratch.Flows.Clear();
        for (int month = 0; month <= months.AsOf; month++)
        {
            if (flowsIn[month] != 1 && record.Amounts[month] != 0 && !record.IsAsPlannedIn(month))
            {
                AddBooked(grid, months.MonthAt(month), record.Amounts[month], scratch.Flows);
            }
        }

        if (_late != 0)
        {
            return new ForecastFlows([.. first, .. scratch.Flows], _coming, Factor == 0 ? _coming.Length : 0, Factor, []);
        }

        if (_isOverdue && Line.IsCost && _coming.Length > 0)
        {
            AddComing(_coming[0], scratch.Flows);
        }

        return new ForecastFlows(first, plan, isPastFirst && Factor != 0 ? past : plan.Length, Factor, [.. scratch.Flows]);
    }

    /// <summary>A booking without a date of its own: the last day of its month; money of before the start counts at the start.</summary>
    private static void AddBooked(MonthGrid grid, YearMonth month, decimal amount, List<LineFlow> rows)
    {
        LocalDate last = month.PlusMonths(1).OnDayOfMonth(1).PlusDays(-1);
        if (last < grid.End)
        {
            rows.Add(Placed(grid, last < grid.Start ? grid.Start : last, amount));
        }
    }

    private static LineFlow Placed(MonthGrid grid, LocalDate date, decimal amount)
    {
        int month = grid.IndexOf(date);
        FlowPlace place = grid[month] == date ? FlowPlace.Start : grid[month + 1].PlusDays(-1) == date ? FlowPlace.Through : FlowPlace.Within;
        return new LineFlow(month, place, date, amount);
    }

    private void AddComing(in LineFlow flow, List<LineFlow> rows)
    {
        if (Factor != 0)
        {
            // A factor of 1 would leave the value and change the scale of the decimal.
            rows.Add(Factor == 1 ? flow : flow.Of(flow.Amount * Factor));
        }
    }

    /// <summary>A flow of the plan so many months later; false where that lies after the months of the projection.</summary>
    private bool TryMove(MonthGrid grid, in LineFlow flow, out LineFlow moved)
    {
        moved = flow;
        if (_late == 0)
        {
            return true;
        }

        int month = flow.Month + _late;
        if (month >= grid.Count)
        {
            return false;
        }

        if (flow.Place == FlowPlace.Within)
        {
            LocalDate date = flow.Date.PlusMonths(_late);
            bool isInside = date < grid.End;
            moved = isInside ? Placed(grid, date, flow.Amount) : flow;
            return isInside;
        }

        moved = new LineFlow(month, flow.Place, flow.Place == FlowPlace.Start ? grid[month] : grid[month + 1].PlusDays(-1), flow.Amount);
        return true;
    }

    /// <summary>Working memory that the lines of one review share.</summary>
    internal sealed class Scratch(ReviewMonths months)
    {
        internal List<LineFlow> Flows { get; } = new(months.Count);

        /// <summary>How many flows of the plan fall into each month to date.</summary>
        internal int[] FlowsIn { get; } = new int[months.AsOf + 1];
    }
}
