using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.CashFlows;

/// <summary>The sums of a projection: by line and period, and by side and month, so that every shorter period is a prefix of the longest.</summary>
/// <remarks>
/// Each flow is counted in the bucket of the shortest period that holds its date; summing buckets upwards gives every period. Sums of money are decimal;
/// the conversion to double happens here and nowhere else. The same flows in the same order give the same bits, whoever adds them.
/// </remarks>
internal sealed class FlowSums
{
    private const int Sides = 3;

    private readonly LocalDate[] _ends;
    private readonly int[] _bucketAtStart;
    private readonly int[] _bucketThrough;
    private readonly decimal[]?[] _atStart = new decimal[]?[Sides];
    private readonly decimal[]?[] _through = new decimal[]?[Sides];
    private readonly decimal[] _totals;
    private readonly double[] _presentValues;
    private List<OtherFlow>? _others;
    private int[]? _firstOther;

    internal FlowSums(MonthGrid months, TimeAxis axis, LocalDate[] ends, int lines)
        : this(months, axis, ends, Buckets(months, ends), lines)
    {
    }

    private FlowSums(MonthGrid months, TimeAxis axis, LocalDate[] ends, (int[] AtStart, int[] Through) buckets, int lines)
    {
        Months = months;
        Axis = axis;
        _ends = ends;
        (_bucketAtStart, _bucketThrough) = buckets;
        _totals = new decimal[lines * ends.Length];
        _presentValues = new double[lines * ends.Length];
    }

    internal TimeAxis Axis { get; }

    internal MonthGrid Months { get; }

    /// <summary>An empty set of sums on the same months and periods.</summary>
    internal FlowSums Empty(int lines) => new(Months, Axis, _ends, (_bucketAtStart, _bucketThrough), lines);

    internal void Add(int line, FlowSide side, in LineFlow flow)
    {
        switch (flow.Place)
        {
            case FlowPlace.Start:
                AddAtStart(line, side, flow.Month, flow.Amount);
                break;
            case FlowPlace.Through:
                AddThrough(line, side, flow.Month, flow.Amount);
                break;
            default:
                AddOn(line, side, flow.Month, flow.Date, flow.Amount);
                break;
        }
    }

    internal void AddAtStart(int line, FlowSide side, int month, decimal amount)
    {
        AddTo(_atStart, side, month, _bucketAtStart[month], amount);
        Add(line, _bucketAtStart[month], amount, Axis.FactorAtStart(month));
    }

    internal void AddThrough(int line, FlowSide side, int month, decimal amount)
    {
        AddTo(_through, side, month, _bucketThrough[month], amount);
        Add(line, _bucketThrough[month], amount, Axis.FactorThrough(month));
    }

    internal void AddOn(int line, FlowSide side, int month, LocalDate date, decimal amount)
    {
        double years = Axis.YearsOn(month, date);
        var other = new OtherFlow(_others?.Count ?? 0, month, date, side, amount, years, Axis.Factor(years));
        (_others ??= []).Add(other);
        Add(line, BucketOf(date, _ends), amount, other.Factor);
    }

    /// <summary>Ends the adding: sums the buckets of each line, and brings the flows within months into order of date.</summary>
    internal void Close()
    {
        for (int first = 0; first < _totals.Length; first += _ends.Length)
        {
            for (int index = first + 1; index < first + _ends.Length; index++)
            {
                _totals[index] += _totals[index - 1];
                _presentValues[index] += _presentValues[index - 1];
            }
        }

        // Sorting keeps no order among equals, and another timeline would sort in another way: flows of one date stay in the order in which they came.
        if (_others is not null)
        {
            _others.Sort((left, right) => left.Date != right.Date ? left.Date.CompareTo(right.Date) : left.Place.CompareTo(right.Place));
            _firstOther = FirstOfMonths(_others, Months.Count);
        }
    }

    /// <summary>The total of a line within a period.</summary>
    internal decimal Total(int line, int period) => _totals[(line * _ends.Length) + period];

    /// <summary>The present value of a line within a period.</summary>
    internal double PresentValue(int line, int period) => _presentValues[(line * _ends.Length) + period];

    internal LocalDate End(int period) => _ends[period];

    /// <summary>How many months a period reaches into, a begun last month included.</summary>
    internal int MonthsOf(int period) => Months.IndexOf(_ends[period].PlusDays(-1)) + 1;

    /// <summary>What a side holds in a month within a period, the start date left out.</summary>
    internal decimal Amount(FlowSide side, int month, int period)
    {
        decimal sum = month == 0 ? 0 : AtStart(side, month, period);
        if (_bucketThrough[month] <= period && _through[(int)side] is { } through)
        {
            sum += through[month];
        }

        for (int i = FirstOther(month); i < FirstOther(month + 1); i++)
        {
            OtherFlow other = _others![i];
            if (other.Side == side && other.Date < _ends[period])
            {
                sum += other.Amount;
            }
        }

        return sum;
    }

    /// <summary>What a side holds on the start date.</summary>
    internal decimal Initial(FlowSide side) => In(_atStart, side, 0);

    /// <summary>The discounted amount of a side in a month within a period, the start date left out.</summary>
    internal double Discounted(FlowSide side, int month, int period)
    {
        double sum = month == 0 ? 0 : (double)AtStart(side, month, period) * Axis.FactorAtStart(month);
        if (_bucketThrough[month] <= period)
        {
            sum += (double)In(_through, side, month) * Axis.FactorThrough(month);
        }

        for (int i = FirstOther(month); i < FirstOther(month + 1); i++)
        {
            OtherFlow other = _others![i];
            if (other.Side == side && other.Date < _ends[period])
            {
                sum += (double)other.Amount * other.Factor;
            }
        }

        return sum;
    }

    /// <summary>Every amount of a side within a period with its date, the amounts of a side and a date that are kept together as one.</summary>
    internal void Visit(FlowSide side, int period, Action<LocalDate, decimal> visit)
    {
        int months = MonthsOf(period);
        for (int month = 0; month < months; month++)
        {
            if (AtStart(side, month, period) is var atStart and not 0)
            {
                visit(Months[month], atStart);
            }

            if (_bucketThrough[month] <= period && In(_through, side, month) is var through and not 0)
            {
                visit(Months[month + 1].PlusDays(-1), through);
            }
        }

        foreach (OtherFlow other in _others ?? [])
        {
            if (other.Side == side && other.Date < _ends[period])
            {
                visit(other.Date, other.Amount);
            }
        }
    }

    /// <summary>At most so many times have a net flow in a period.</summary>
    internal int MostNetFlows(int period) => (2 * MonthsOf(period)) + (_others?.Count ?? 0);

    /// <summary>The net flows of a period, without the long-term block, in order of time, flows of one time merged: their times in years, and their amounts.</summary>
    /// <param name="period">The period.</param>
    /// <param name="years">Takes the times; room for <see cref="MostNetFlows"/>.</param>
    /// <param name="amounts">Takes the amounts, as many.</param>
    /// <returns>How many there are.</returns>
    internal int NetFlows(int period, RealsBuffer years, RealsBuffer amounts)
    {
        int months = MonthsOf(period);
        int count = 0;
        int next = 0;
        for (int month = 0; month < months; month++)
        {
            if (_bucketAtStart[month] <= period)
            {
                Add(years, amounts, ref count, Axis.YearsAtStart(month), Net(_atStart, month));
            }

            for (; _others is not null && next < _others.Count && _others[next].Month == month; next++)
            {
                OtherFlow other = _others[next];
                if (other.Date < _ends[period] && other.Side != FlowSide.LongTermBenefit)
                {
                    Add(years, amounts, ref count, other.Years, other.Side == FlowSide.Cost ? -(double)other.Amount : (double)other.Amount);
                }
            }

            if (_bucketThrough[month] <= period)
            {
                Add(years, amounts, ref count, Axis.YearsThrough(month), Net(_through, month));
            }
        }

        return count;
    }

    private static void Add(RealsBuffer years, RealsBuffer amounts, ref int count, double time, double amount)
    {
        if (count > 0 && years[count - 1] == time)
        {
            amounts[count - 1] += amount;
        }
        else if (amount != 0)
        {
            years[count] = time;
            amounts[count] = amount;
            count++;
        }
    }

    private void Add(int line, int bucket, decimal amount, double factor)
    {
        if (bucket < _ends.Length)
        {
            int index = (line * _ends.Length) + bucket;
            _totals[index] += amount;
            _presentValues[index] += (double)amount * factor;
        }
    }

    private decimal AtStart(FlowSide side, int month, int period) => _bucketAtStart[month] <= period ? In(_atStart, side, month) : 0;

    private static double Net(decimal[]?[] amounts, int month) =>
        (double)(In(amounts, FlowSide.Benefit, month) - In(amounts, FlowSide.Cost, month));

    private static decimal In(decimal[]?[] amounts, FlowSide side, int month) => amounts[(int)side] is { } bySide ? bySide[month] : 0;

    /// <summary>Costs seldom accrue and benefits seldom fall on a day: a side has a place for each month when something needs it.</summary>
    private void AddTo(decimal[]?[] amounts, FlowSide side, int month, int bucket, decimal amount)
    {
        if (bucket < _ends.Length)
        {
            (amounts[(int)side] ??= new decimal[MonthsOf(_ends.Length - 1)])[month] += amount;
        }
    }

    /// <summary>Where the flows within a month begin among those in order of date.</summary>
    private int FirstOther(int month) => _firstOther is null ? 0 : _firstOther[month];

    private static int[] FirstOfMonths(List<OtherFlow> sorted, int months)
    {
        var first = new int[months + 1];
        int next = 0;
        for (int month = 0; month <= months; month++)
        {
            while (next < sorted.Count && sorted[next].Month < month)
            {
                next++;
            }

            first[month] = next;
        }

        return first;
    }

    private static (int[] AtStart, int[] Through) Buckets(MonthGrid months, LocalDate[] ends)
    {
        var atStart = new int[months.Count];
        var through = new int[months.Count];
        for (int month = 0; month < months.Count; month++)
        {
            atStart[month] = BucketOf(months[month], ends);
            through[month] = BucketOf(months[month + 1].PlusDays(-1), ends);
        }

        return (atStart, through);
    }

    private static int BucketOf(LocalDate date, LocalDate[] ends)
    {
        int bucket = 0;
        while (bucket < ends.Length && ends[bucket] <= date)
        {
            bucket++;
        }

        return bucket;
    }

    private readonly struct OtherFlow(int place, int month, LocalDate date, FlowSide side, decimal amount, double years, double factor)
    {
        internal int Place { get; } = place;

        internal int Month { get; } = month;

        internal LocalDate Date { get; } = date;

        internal FlowSide Side { get; } = side;

        internal decimal Amount { get; } = amount;

        internal double Years { get; } = years;

        internal double Factor { get; } = factor;
    }
}
