using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Review;

/// <summary>A benefit in the forecast: what was measured, and its share of the plan to come at the timing that was reached.</summary>
internal sealed class BenefitOutlook : LineOutlook
{
    /// <summary>No limit lies above this share of the plan.</summary>
    private const decimal MostShare = 1.5m;

    /// <summary>What a benefit that is not due yet may bring at most, as a share of its plan.</summary>
    private const decimal MostBeforeStart = 1.2m;

    private readonly Scratch _scratch;
    private readonly BenefitMeasurement _measured;
    private readonly int _late;
    private readonly bool _isOverdue;
    private readonly bool _isStale;
    private readonly bool _isOpenLoss;
    private readonly LineFlow[] _coming;

    internal BenefitOutlook(ReviewLine line, CaseTimeline timeline, ReviewMonths months, Scratch scratch, ReviewPolicy policy)
        : base(line, timeline.Grid, months)
    {
        _scratch = scratch;
        _measured = line.Measurement!;
        _isOverdue = !line.HasStarted && line.MonthsLate > 0;
        _late = _isOverdue ? 0 : line.MonthsLate;
        _isStale = line.HasStarted && !line.IsAsPlanned && months.AsOf - _measured.Last >= policy.EvidenceMonths;
        _isOpenLoss = line.Plan.IsReversed && !line.IsAsPlanned;
        bool isOnPlan = _late == 0 && !_isOpenLoss && _measured.PendingFrom > months.AsOf && line.Record.Until is null;
        _coming = isOnPlan ? line.Plan.Flows : ComingOf(scratch.Flows);
        Factor = _isOverdue ? 0 : FactorFor(line, policy);
        Rows = line.IsAsPlanned && Factor == 1 && line.Record.Until is null ? line.Plan.Flows : RowsOf(isOnPlan, scratch);
    }

    /// <summary>The share that the forecast uses: the measured one, and no more than the plan unless the host lifts that; of an expected harm no less than the plan.</summary>
    private decimal FactorFor(ReviewLine line, ReviewPolicy policy) =>
        line.Plan.IsReversed ? Math.Max(_measured.Share, 1) : Math.Min(_measured.Estimate.Expected, policy.MostBenefitShare);

    /// <summary>Adds a part of the plan to come, at the timing that was reached, from the first day after the review's month on, to its months before a date.</summary>
    internal void AddPlanned(decimal[] byMonth, decimal part, LocalDate end)
    {
        foreach (LineFlow flow in _coming)
        {
            if (flow.Date >= Today && flow.Date < end && flow.Amount > 0)
            {
                byMonth[Months.IndexOf(flow.Date) - Months.AsOf - 1] += flow.Amount * part;
            }
        }
    }

    internal override void Over(FlowSums sums, int line, ForecastRange[] into)
    {
        Open[] open = _scratch.Open;
        Array.Clear(open, 0, open.Length);
        foreach (LineFlow flow in _coming)
        {
            int bucket = IsComing(flow) ? BucketOf(sums, flow.Date, into.Length) : into.Length;
            if (bucket < into.Length)
            {
                double amount = (double)flow.Amount;
                open[bucket].Planned += flow.Amount;
                open[bucket].Unsure += flow.Date >= Line.Record.UnsureFrom ? flow.Amount : 0;
                open[bucket].Squares += amount * amount;
                open[bucket].Discounted += amount * FactorOf(flow, sums.Axis);
            }
        }

        AddMissing(open, sums, into.Length);
        for (int period = 0; period < into.Length; period++)
        {
            if (period > 0)
            {
                open[period].Add(open[period - 1]);
            }

            decimal total = sums.Total(line, period);
            (decimal planned, decimal missing, decimal doubted) = (open[period].Planned, open[period].Other, open[period].Doubted);
            double squares = open[period].Squares + open[period].DoubtedSquares;

            // Months in doubt count at the usual share, and are no better known than those to come.
            (decimal least, decimal most) = planned == 0 && missing == 0 && doubted == 0 ? (0, 0) : Limits(planned + doubted, missing, squares, squares + open[period].OtherSquares);
            // Without a contract that is known nothing is sure.
            least = least > 0 && open[period].Unsure > 0 ? least * Math.Max(0, 1 - (open[period].Unsure / (planned + doubted))) : least;
            decimal coming = planned * Factor;
            decimal expected = coming + (doubted * _measured.DoubtedShare);
            into[period] = new ForecastRange(total, total - expected + Math.Min(least, expected), total - expected + Math.Max(most, expected))
            {
                Coming = coming,
                Unmeasured = missing,
                Due = open[period].Due,
                Discount = planned + missing + doubted == 0 ? 0 : open[period].Discounted / (double)(planned + missing + doubted),
            };
        }
    }

    /// <summary>The least and the most that months not measured and months to come may bring.</summary>
    private (decimal Least, decimal Most) Limits(decimal planned, decimal missing, double squares, double allSquares)
    {
        decimal open = planned + missing;
        if (!_measured.IsMeasured && !Line.IsAsPlanned)
        {
            return _isOverdue ? (Math.Min(0, open), Math.Max(0, open)) : Between(0, MostBeforeStart * open);
        }

        if (_measured.Stretches == 0)
        {
            return Between(0, MostBeforeStart * open);
        }

        decimal least = (_measured.Share * planned) - Scaled(_measured.Estimate.Reach((double)planned, squares));
        decimal most = (Math.Max(Math.Max(_measured.Share, _measured.UpperShare), _measured.Estimate.RisingTo) * open) + Scaled(_measured.Estimate.Reach((double)open, allSquares));
        if (open < 0)
        {
            return (Math.Max(least, MostShare * open), _isStale ? Math.Max(most, 0) : most);
        }

        least = _measured.Share >= 0 ? Math.Max(0, least) : least;
        return (_isStale ? Math.Min(0, least) : least, Math.Min(most, MostShare * open));
    }

    private static (decimal, decimal) Between(decimal one, decimal other) => (Math.Min(one, other), Math.Max(one, other));

    /// <summary>What the plan has for months that were to be measured and were not, at the actual timing, for those in doubt, and for all that were to be.</summary>
    private void AddMissing(Open[] open, FlowSums sums, int count)
    {
        foreach (LineFlow flow in Line.Plan.Flows)
        {
            int month = Months.IndexOf(flow.Date) + _late;
            if (month > Months.AsOf || month >= _measured.PendingFrom || !TryMove(flow, out LineFlow moved))
            {
                continue;
            }

            int bucket = BucketOf(sums, moved.Date, count);
            if (bucket >= count)
            {
                continue;
            }

            open[bucket].Due += flow.Amount;
            if (_measured.IsInDoubt(month))
            {
                double amount = (double)flow.Amount;
                open[bucket].Doubted += flow.Amount;
                open[bucket].DoubtedSquares += amount * amount;
                open[bucket].Discounted += amount * FactorOf(moved, sums.Axis);
            }
            else if (_isOverdue || (!_isOpenLoss && _measured.IsUnmeasured(month)))
            {
                double amount = (double)flow.Amount;
                open[bucket].Other += flow.Amount;
                open[bucket].OtherSquares += amount * amount;
                open[bucket].Discounted += amount * FactorOf(moved, sums.Axis);
            }
        }
    }

    /// <summary>Whether a flow at the timing that was reached is still to come, or to be measured; a loss also where nobody measured its month.</summary>
    private bool IsComing(in LineFlow flow) =>
        flow.Date >= Today || Months.IndexOf(flow.Date) is var month && (month >= _measured.PendingFrom || (_isOpenLoss && !_measured.Covers(month)));

    private LineFlow[] ComingOf(List<LineFlow> scratch)
    {
        scratch.Clear();
        foreach (LineFlow flow in Line.Plan.Flows)
        {
            if (TryMove(flow, out LineFlow moved) && IsComing(moved) && !(moved.Date >= Line.Record.Until))
            {
                scratch.Add(moved);
            }
        }

        return [.. scratch];
    }

    private ForecastFlows RowsOf(bool isOnPlan, Scratch scratch)
    {
        LineFlow[] plan = Line.Plan.Flows;
        int past = TakePast(_measured.Placed ?? Line.Record.Amounts, scratch, out bool isPastFirst);
        LineFlow[] first = [.. scratch.Flows];
        if (!isOnPlan)
        {
            return new ForecastFlows(first, _coming, Factor == 0 ? _coming.Length : 0, Factor, []);
        }

        if (isPastFirst)
        {
            return new ForecastFlows(first, plan, Factor == 0 ? plan.Length : past, Factor, []);
        }

        scratch.Flows.Clear();
        foreach (LineFlow flow in plan)
        {
            if (flow.Date >= Today && Factor != 0)
            {
                scratch.Flows.Add(Factor == 1 ? flow : flow.Of(flow.Amount * Factor));
            }
        }

        return new ForecastFlows(first, plan, plan.Length, Factor, [.. scratch.Flows]);
    }

    /// <summary>A flow of the plan so many months later; false where that lies after the months of the projection.</summary>
    private bool TryMove(in LineFlow flow, out LineFlow moved)
    {
        moved = flow;
        if (_late == 0)
        {
            return true;
        }

        int month = flow.Month + _late;
        if (month >= Grid.Count)
        {
            return false;
        }

        if (flow.Place == FlowPlace.Within)
        {
            LocalDate date = flow.Date.PlusMonths(_late);
            bool isInside = date < Grid.End;
            moved = isInside ? Placed(date, flow.Amount) : flow;
            return isInside;
        }

        moved = new LineFlow(month, flow.Place, flow.Place == FlowPlace.Start ? Grid[month] : Grid[month + 1].PlusDays(-1), flow.Amount);
        return true;
    }
}
