using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Evaluation;

/// <summary>
/// All flows of a case, projected once for its longest period: by line and by month, so that every shorter period is a prefix.
/// </summary>
/// <remarks>
/// Each flow is counted in the bucket of the shortest period that holds its date; summing buckets upwards gives every period. Sums of
/// money are decimal; the conversion to double happens here and nowhere else, at <see cref="Add"/> and <see cref="Amount"/>.
/// </remarks>
internal sealed class Ledger : ItemRecorder
{
    private const int Sides = 3;

    private readonly LocalDate[] _ends;
    private readonly int[] _bucketAtStart;
    private readonly int[] _bucketThrough;
    private readonly decimal[] _atStart;
    private readonly decimal[] _through;
    private readonly decimal[] _totals;
    private readonly double[] _presentValues;
    private List<OtherFlow>? _others;
    private int _line;
    private FlowSide _side;

    internal Ledger(InvestmentCase source, EvaluationPeriod[] horizons, CaseTimeline timeline, decimal? rate, Func<BenefitItem, decimal>? limit)
        : base(timeline, source.Currency, source.ExchangeRates)
    {
        Axis = new TimeAxis(Grid, source.FlowTiming, source.DayCount, rate);
        _ends = new LocalDate[horizons.Length];
        for (int i = 0; i < _ends.Length; i++)
        {
            _ends[i] = horizons[i].EndFrom(timeline.Start);
        }

        (_bucketAtStart, _bucketThrough) = Buckets();
        _atStart = new decimal[Sides * Grid.Count];
        _through = new decimal[Sides * Grid.Count];
        int lines = source.Costs.Count + source.Benefits.Count;
        _totals = new decimal[lines * _ends.Length];
        _presentValues = new double[lines * _ends.Length];
        for (int i = 0; i < source.Costs.Count; i++, _line++)
        {
            Record(source.Costs[i]);
        }

        for (int i = 0; i < source.Benefits.Count; i++, _line++)
        {
            BenefitItem benefit = source.Benefits[i];
            if (benefit.Evidence != Evidence.NotMonetised)
            {
                _side = benefit.IsLongTerm ? FlowSide.LongTerm : FlowSide.Benefit;
                Record(benefit, limit is null ? 1 : limit(benefit));
            }
        }

        SumBuckets(lines);
        _others?.Sort((left, right) => left.Date.CompareTo(right.Date));
    }

    internal TimeAxis Axis { get; }

    internal MonthGrid Months => Grid;

    /// <summary>The total of a line within a period; lines are the costs, then the benefits, in the order of the case.</summary>
    internal decimal Total(int line, int horizon) => _totals[(line * _ends.Length) + horizon];

    /// <summary>The present value of a line within a period.</summary>
    internal double PresentValue(int line, int horizon) => _presentValues[(line * _ends.Length) + horizon];

    internal LocalDate End(int horizon) => _ends[horizon];

    /// <summary>How many months a period reaches into, a begun last month included.</summary>
    internal int MonthsOf(int horizon)
    {
        int month = Grid.IndexOf(_ends[horizon].PlusDays(-1));
        return month + 1;
    }

    /// <summary>What a side holds in a month within a period.</summary>
    internal decimal Amount(FlowSide side, int month, int horizon)
    {
        decimal sum = month == 0 ? 0 : AtStart(side, month, horizon);
        if (_bucketThrough[month] <= horizon)
        {
            sum += _through[Index(side, month)];
        }

        if (_others is not null)
        {
            foreach (OtherFlow other in _others)
            {
                if (other.Month == month && other.Side == side && other.Date < _ends[horizon])
                {
                    sum += other.Amount;
                }
            }
        }

        return sum;
    }

    /// <summary>What a side holds on the start date.</summary>
    internal decimal Initial(FlowSide side) => _atStart[Index(side, 0)];

    /// <summary>The discounted amount of a side in a month within a period, the start date left out.</summary>
    internal double Discounted(FlowSide side, int month, int horizon)
    {
        double sum = month == 0 ? 0 : (double)AtStart(side, month, horizon) * Axis.FactorAtStart(month);
        if (_bucketThrough[month] <= horizon)
        {
            sum += (double)_through[Index(side, month)] * Axis.FactorThrough(month);
        }

        if (_others is not null)
        {
            foreach (OtherFlow other in _others)
            {
                if (other.Month == month && other.Side == side && other.Date < _ends[horizon])
                {
                    sum += (double)other.Amount * other.Factor;
                }
            }
        }

        return sum;
    }

    /// <summary>The net flows of a period by time, without the long-term block, flows of one time merged, in order of time.</summary>
    internal TimedFlows NetFlows(int horizon)
    {
        int months = MonthsOf(horizon);
        var flows = new TimedFlows.Builder((2 * months) + (_others?.Count ?? 0));
        int next = 0;
        for (int month = 0; month < months; month++)
        {
            if (_bucketAtStart[month] <= horizon)
            {
                flows.Add(Axis.YearsAtStart(month), Net(_atStart, month));
            }

            for (; _others is not null && next < _others.Count && _others[next].Month == month; next++)
            {
                OtherFlow other = _others[next];
                if (other.Date < _ends[horizon] && other.Side != FlowSide.LongTerm)
                {
                    flows.Add(other.Years, other.Side == FlowSide.Cost ? -(double)other.Amount : (double)other.Amount);
                }
            }

            if (_bucketThrough[month] <= horizon)
            {
                flows.Add(Axis.YearsThrough(month), Net(_through, month));
            }
        }

        return flows.ToFlows();
    }

    protected override void AddAtStart(int month, decimal amount)
    {
        _atStart[Index(_side, month)] += amount;
        Add(_bucketAtStart[month], amount, Axis.FactorAtStart(month));
    }

    protected override void AddThrough(int month, decimal amount)
    {
        _through[Index(_side, month)] += amount;
        Add(_bucketThrough[month], amount, Axis.FactorThrough(month));
    }

    protected override void AddOn(int month, LocalDate date, decimal amount)
    {
        double years = Axis.YearsOn(month, date);
        var other = new OtherFlow(month, date, _side, amount, years, Axis.Factor(years));
        (_others ??= []).Add(other);
        Add(BucketOf(date), amount, other.Factor);
    }

    private void Add(int bucket, decimal amount, double factor)
    {
        if (bucket < _ends.Length)
        {
            int index = (_line * _ends.Length) + bucket;
            _totals[index] += amount;
            _presentValues[index] += (double)amount * factor;
        }
    }

    private decimal AtStart(FlowSide side, int month, int horizon) => _bucketAtStart[month] <= horizon ? _atStart[Index(side, month)] : 0;

    private double Net(decimal[] amounts, int month) =>
        (double)(amounts[Index(FlowSide.Benefit, month)] - amounts[Index(FlowSide.Cost, month)]);

    private int Index(FlowSide side, int month) => ((int)side * Grid.Count) + month;

    private (int[] AtStart, int[] Through) Buckets()
    {
        var atStart = new int[Grid.Count];
        var through = new int[Grid.Count];
        for (int month = 0; month < Grid.Count; month++)
        {
            atStart[month] = BucketOf(Grid[month]);
            through[month] = BucketOf(Grid[month + 1].PlusDays(-1));
        }

        return (atStart, through);
    }

    private int BucketOf(LocalDate date)
    {
        int bucket = 0;
        while (bucket < _ends.Length && _ends[bucket] <= date)
        {
            bucket++;
        }

        return bucket;
    }

    private void SumBuckets(int lines)
    {
        for (int line = 0; line < lines; line++)
        {
            for (int bucket = 1; bucket < _ends.Length; bucket++)
            {
                int index = (line * _ends.Length) + bucket;
                _totals[index] += _totals[index - 1];
                _presentValues[index] += _presentValues[index - 1];
            }
        }
    }

    private readonly struct OtherFlow(int month, LocalDate date, FlowSide side, decimal amount, double years, double factor)
    {
        internal int Month { get; } = month;

        internal LocalDate Date { get; } = date;

        internal FlowSide Side { get; } = side;

        internal decimal Amount { get; } = amount;

        internal double Years { get; } = years;

        internal double Factor { get; } = factor;
    }
}
