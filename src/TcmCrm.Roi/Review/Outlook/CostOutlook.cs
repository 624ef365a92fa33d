using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Review;

/// <summary>A cost in the forecast: what was booked, what is due and not booked, the bills to come at their price ratio, and what keeps coming outside the bills.</summary>
internal sealed class CostOutlook : LineOutlook
{
    private const double PriorWeight = 5;

    // Prices of contracts hardly move; a line of which little was booked leans on this.
    private const double PriorSpread = 0.02;
    private const double LeastFreedom = 5;

    // What is open costs at most what the dearest bill did, or half more than its plan or price: no limit lies without bound.
    private const decimal LeastBound = 1.5m;

    // A rebate depends on more than a price does: what is bought, and that the supplier pays.
    private const double PriorSpreadOfCredit = 0.25;

    private readonly Scratch _scratch;
    private readonly LineFlow[] _owed;
    private readonly double _spread;
    private readonly double _shared;
    private readonly double _own;
    private readonly decimal _mostAbove;
    private readonly bool _isEstimated;

    internal CostOutlook(ReviewLine line, CaseTimeline timeline, ReviewMonths months, Scratch scratch, LineScratch t, List<(LocalDate Date, decimal Amount)> beyondCase)
        : base(line, timeline.Grid, months)
    {
        _scratch = scratch;
        CostSettlement paid = line.Settlement!;
        Factor = paid.PriceRatio;
        int n = Math.Max(1, paid.Matched);
        double prior = line.Plan.IsReversed ? PriorSpreadOfCredit : PriorSpread;
        _shared = paid.Dependence / n;
        _own = paid.Dependence;
        _isEstimated = !line.Record.IsAgreed; // What was not billed of usage may never have been used.
        decimal most = Math.Max(paid.HighestRatio, LeastBound * Math.Max(1, Factor));
        _mostAbove = line.Plan.IsReversed || Factor == 0 ? decimal.MaxValue : (most / Factor) - 1;
        double scale = line.Record.IsAgreed || Factor == 0 ? 1 : 1 / (double)Factor; // Ratios of estimated bills lie anywhere, and what is to come has theirs.
        _spread = scale * t.Of(Math.Max(LeastFreedom, n - 1)) * Math.Sqrt(((PriorWeight * prior * prior) + paid.Squares) / (PriorWeight + n - 1));
        _owed = paid.Accrued > 0 ? Owed(paid) : [];
        Rows = line.IsAsPlanned && Factor == 1 && beyondCase.Count == 0 && line.Record.Until is null ? line.Plan.Flows : RowsOf(paid, scratch, beyondCase);
    }

    internal override void Over(FlowSums sums, int line, ForecastRange[] into)
    {
        Open[] open = _scratch.Open;
        Array.Clear(open, 0, open.Length);
        for (int i = 0; i < Rows.Count; i++)
        {
            LineFlow flow = Rows[i];
            if (flow.Date >= Today)
            {
                Add(ref open[BucketOf(sums, flow.Date, into.Length)].Planned, flow, sums, open, into.Length);
            }
        }

        foreach (LineFlow flow in _owed)
        {
            Add(ref open[BucketOf(sums, flow.Date, into.Length)].Other, flow, sums, open, into.Length);
        }

        for (int period = 0; period < into.Length; period++)
        {
            if (period > 0)
            {
                open[period].Add(open[period - 1]);
            }

            decimal total = sums.Total(line, period);
            decimal still = open[period].Planned + open[period].Other;
            decimal reach = still == 0 ? 0 : Scaled(_spread * Math.Sqrt((_shared * (double)still * (double)still) + (_own * open[period].Squares)));
            (decimal below, decimal above) = still < 0 ? (Math.Min(reach, -still / 2), Math.Min(reach, -still)) : (Math.Min(reach + (_isEstimated ? open[period].Other : 0), still), Math.Min(reach, _mostAbove == decimal.MaxValue ? reach : still * _mostAbove));
            into[period] = new ForecastRange(total, total - below, total + above)
            {
                Coming = open[period].Planned,
                Accrued = open[period].Other,
                Discount = still == 0 ? 0 : open[period].Discounted / (double)still,
            };
        }
    }

    private static void Add(ref decimal sum, in LineFlow flow, FlowSums sums, Open[] open, int count)
    {
        int bucket = BucketOf(sums, flow.Date, count);
        if (bucket < count)
        {
            double amount = (double)flow.Amount;
            sum += flow.Amount;
            open[bucket].Squares += amount * amount;
            open[bucket].Discounted += amount * FactorOf(flow, sums.Axis);
        }
    }

    /// <summary>What is owed, on the dates on which it was due.</summary>
    private LineFlow[] Owed(CostSettlement paid)
    {
        var owed = new List<LineFlow>();
        foreach (LineFlow flow in Line.Plan.Flows)
        {
            int month = Months.IndexOf(flow.Date);
            if (month <= Months.AsOf && paid.OwedShareOf(month) is > 0 and var share)
            {
                owed.Add(flow.Of(flow.Amount * share));
            }
        }

        return [.. owed];
    }

    private ForecastFlows RowsOf(CostSettlement paid, Scratch scratch, List<(LocalDate Date, decimal Amount)> beyondCase)
    {
        LineFlow[] plan = Line.Plan.Flows;
        int past = TakePast(Line.Record.Amounts, scratch, out bool isPastFirst);
        LineFlow[] first = [.. scratch.Flows, .. _owed];
        scratch.Flows.Clear();
        bool isPlain = isPastFirst && paid.PrepaidPlan == 0 && Factor != 0 && !paid.HasSeasons && Line.Record.Until is null;
        for (int i = 0; i < plan.Length && !isPlain; i++)
        {
            int month = Months.IndexOf(plan[i].Date);
            if (month > Months.AsOf && Factor != 0 && !paid.IsPrepaid(month) && !(plan[i].Date >= Line.Record.Until))
            {
                decimal price = paid.PriceIn(month);
                scratch.Flows.Add(price == 1 ? plan[i] : plan[i].Of(plan[i].Amount * price));
            }
        }

        foreach ((LocalDate date, decimal amount) in beyondCase)
        {
            // Where they are booked already they are what keeps coming outside the plan.
            if (date >= Today && paid.Recurring is null && Factor != 0)
            {
                scratch.Flows.Add(Placed(date, amount * Factor));
            }
        }

        if (paid.Recurring is { } recurring)
        {
            for (int month = Months.AsOf + 1; month < Months.Count; month++)
            {
                AddBooked(month, recurring.PerMonth, scratch.Flows);
            }
        }

        return new ForecastFlows(first, plan, isPlain ? past : plan.Length, Factor, [.. scratch.Flows]);
    }
}
