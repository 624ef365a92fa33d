using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>A case compiled for trials: a trial multiplies the rows of the projection by one number a line and adds them up.</summary>
/// <remarks>
/// One row a line, and one set of rows for each delay of go-live in months, made by the same projection as every figure. The columns of a row are the flows by
/// date, then the total and the present value of each evaluation period. The evaluator in decimals is the oracle of it.
/// </remarks>
internal sealed class SimulationKernel
{
    private readonly double[][][] _rows;
    private readonly FlowSide[] _sides;
    private readonly bool[] _isCash;
    private readonly Point[] _points;
    private readonly int[] _pointsOf;
    private readonly int _monthsPerStep;
    private readonly int _columns;
    private readonly bool[] _hasRate;
    private readonly RateTable?[] _tables;

    /// <summary>Compiles a case.</summary>
    /// <param name="plan">The projection of the case.</param>
    /// <param name="mostDelay">Rows are made for delays of 0 to so many months.</param>
    internal SimulationKernel(Projection plan, int mostDelay)
    {
        _monthsPerStep = plan.Terms.FlowTiming!.Value == FlowTiming.EndOfYear ? 12 : 1;
        _sides = new FlowSide[plan.LineCount];
        _isCash = new bool[_sides.Length];
        for (int line = 0; line < _sides.Length; line++)
        {
            _sides[line] = plan.SideOf(line);
            _isCash[line] = plan.IsCash(line);
        }

        var delayed = new Projection[mostDelay + 1];
        var flows = new LineFlow[mostDelay + 1][][];
        for (int delay = 0; delay <= mostDelay; delay++)
        {
            delayed[delay] = delay == 0 ? plan : Projection.Of(plan.Case.WithGoLive(plan.Case.GoLive.PlusMonths(delay)), plan.Terms);
            flows[delay] = delayed[delay].AllFlows();
        }

        LocalDate[] ends = [.. plan.Periods.Select(period => period.EndFrom(plan.Case.Start))];
        _points = [.. PointsOf(plan, flows, ends[ends.Length - 1])];
        _pointsOf = [.. ends.Select(end => _points.Count(point => point.Date < end))];
        _hasRate = [.. ends.Select(end => end >= plan.Case.Start.PlusYears(1))];
        _tables = new RateTable?[(mostDelay + 1) * ends.Length * 2];
        _columns = _points.Length + (2 * ends.Length);
        _rows = new double[mostDelay + 1][][];
        for (int delay = 0; delay <= mostDelay; delay++)
        {
            _rows[delay] = [.. flows[delay].Select((lineFlows, line) => RowOf(delayed[delay], line, lineFlows))];
        }
    }

    internal int LineCount => _sides.Length;

    internal int MostDelay => _rows.Length - 1;

    internal int PeriodCount => _pointsOf.Length;

    /// <summary>What a line adds to the net present value of a period at a factor of 1: negative for a cost, 0 for what the basis leaves out.</summary>
    internal double PresentValue(int line, int delay, int period, CaseBasis basis) => Signed(line, delay, PresentValueColumn(period), basis);

    /// <summary>What a line adds to the net benefit of a period at a factor of 1.</summary>
    internal double Total(int line, int delay, int period, CaseBasis basis) => Signed(line, delay, TotalColumn(period), basis);

    internal Sums NewSums() => new(_columns);

    /// <summary>The sums of one trial.</summary>
    /// <param name="multipliers">One number a line.</param>
    /// <param name="delay">Months of delay, 0 to <see cref="MostDelay"/>.</param>
    /// <param name="sums">Takes the sums.</param>
    internal void Add(double[] multipliers, int delay, Sums sums)
    {
        sums.Clear();
        double[][] rows = _rows[delay];
        for (int line = 0; line < rows.Length; line++)
        {
            if (_sides[line] == FlowSide.LongTermBenefit)
            {
                continue;
            }

            double[] into = sums.Of(_sides[line], _isCash[line]);
            LaneMath.AddScaled(into, multipliers[line], rows[line]);
        }
    }

    internal double NetPresentValue(Sums sums, int period, CaseBasis basis) => sums.Net(PresentValueColumn(period), basis);

    /// <summary>(Benefit - cost) / cost; NaN where there is no cost, or credits leave less than none.</summary>
    internal double ReturnOnInvestment(Sums sums, int period, CaseBasis basis)
    {
        int column = TotalColumn(period);
        double cost = sums.Cost(column, basis);
        return cost > 0 ? sums.Net(column, basis) / cost : double.NaN;
    }

    /// <summary>Discounted benefit / discounted cost; NaN where there is no cost, or credits leave less than none.</summary>
    internal double BenefitCostRatio(Sums sums, int period, CaseBasis basis)
    {
        int column = PresentValueColumn(period);
        double cost = sums.Cost(column, basis);
        return cost > 0 ? sums.Benefit(column, basis) / cost : double.NaN;
    }

    /// <summary>
    /// Months to the first payback and to the durable one, as <see cref="PaybackFigures"/> counts them, for every period; infinite where it does not come within the
    /// period.
    /// </summary>
    /// <remarks>One walk for all periods: each is a prefix of the longest, but for flows of its last, begun month.</remarks>
    /// <param name="sums">The sums of a trial.</param>
    /// <param name="basis">Which benefits count.</param>
    /// <param name="first">Takes one number a period.</param>
    /// <param name="durable">Takes one number a period.</param>
    internal void PaybackMonths(Sums sums, CaseBasis basis, double[] first, double[] durable)
    {
        var walk = default(PaybackWalk);
        int point = 0;
        for (int period = 0; period < first.Length; period++)
        {
            for (; point < _pointsOf[period]; point++)
            {
                if (_points[point].Step != walk.Step)
                {
                    walk.Close(_points[point].Step);
                }

                walk.Flow += sums.Net(point, basis);
            }

            PaybackWalk end = walk;
            end.Close(walk.Step);
            first[period] = end.First * _monthsPerStep;
            durable[period] = end.Durable * _monthsPerStep;
        }
    }

    /// <remarks>
    /// One rate is certain where the flows change sign once (Descartes), or where the sums from the start and the sums from the end change sign once together: the
    /// former count the rates above 0 (Norstrom, 1972), the latter those below, both integrated by parts. Else the table counts the rates from -99 % to 1,002 %, and where it
    /// cannot tell the certified solver does.
    /// </remarks>
    /// <summary>The internal rate of return; NaN where it has no answer or more than one, and for periods under a year, in which nothing is annualised.</summary>
    /// <param name="sums">The sums of a trial.</param>
    /// <param name="multipliers">The numbers that they were made with.</param>
    /// <param name="delay">The delay that they were made with.</param>
    /// <param name="period">The period.</param>
    /// <param name="basis">Which benefits count.</param>
    internal double InternalRateOfReturn(Sums sums, double[] multipliers, int delay, int period, CaseBasis basis)
    {
        if (!_hasRate[period])
        {
            return double.NaN;
        }

        int count = 0;
        int changes = 0;
        int forward = 0;
        double cumulative = 0;
        int sign = 0;
        for (int point = 0; point < _pointsOf[period]; point++)
        {
            double net = sums.Net(point, basis);
            if (net == 0)
            {
                continue;
            }

            changes += count > 0 && (net < 0) != (sums.Amounts[count - 1] < 0) ? 1 : 0;
            sums.Years[count] = _points[point].Years;
            sums.Amounts[count++] = net;
            cumulative += net;
            Follow(cumulative, ref sign, ref forward);
        }

        // Flows that sum to nothing have a rate of 0, which neither side counts.
        int backward = cumulative == 0 ? 2 : 0;
        sign = 0;
        cumulative = 0;
        for (int i = count - 1; i >= 0 && changes > 1; i--)
        {
            cumulative += sums.Amounts[i];
            Follow(cumulative, ref sign, ref backward);
        }

        if (changes == 0 || (changes > 1 && forward + backward == 0))
        {
            return double.NaN;
        }

        RateTable table = TableOf(delay, period, basis);
        bool isOnly = changes == 1 || forward + backward == 1;
        int rates = isOnly ? 1 : table.CountRates(multipliers, sums.Amounts[count - 1], sums.Amounts[0]);
        double rate = double.NaN;
        if (rates > 1 || (rates == 1 && (table.TrySolve(multipliers, out rate) || (isOnly && RateTable.TryFind(sums.Amounts, sums.Years, count, out rate)))))
        {
            return rate;
        }

        RealsBuffer amounts = sums.Amounts;
        RealsBuffer years = sums.Years;
        return RateFinder.Dated(amounts.Slice(0, count), years.Slice(0, count)).TryGetRate(out rate) ? rate : double.NaN;
    }

    private static void Follow(double cumulative, ref int sign, ref int changes)
    {
        int now = Math.Sign(cumulative);
        changes += now != 0 && sign != 0 && now != sign ? 1 : 0;
        sign = now == 0 ? sign : now;
    }

    private RateTable TableOf(int delay, int period, CaseBasis basis)
    {
        // Two threads that ask at once make equal tables, and one of the two is kept.
        ref RateTable? table = ref _tables[(((delay * PeriodCount) + period) * 2) + (int)basis];
        return table ??= new RateTable(
            [.. Enumerable.Range(0, LineCount).Select(line => Enumerable.Range(0, _pointsOf[period]).Select(point => Signed(line, delay, point, basis)).ToArray())],
            [.. _points.Take(_pointsOf[period]).Select(point => point.Years)]);
    }

    private int TotalColumn(int period) => _points.Length + (2 * period);

    private int PresentValueColumn(int period) => _points.Length + (2 * period) + 1;

    private double Signed(int line, int delay, int column, CaseBasis basis) => basis == CaseBasis.Cashable && !_isCash[line] ? 0 : _sides[line] switch
    {
        FlowSide.Cost => -_rows[delay][line][column],
        FlowSide.Benefit => _rows[delay][line][column],
        _ => 0,
    };

    private double[] RowOf(Projection projection, int line, LineFlow[] flows)
    {
        var row = new double[_columns];
        foreach (LineFlow flow in flows)
        {
            int point = Array.BinarySearch(_points, PointOf(projection, flow, _monthsPerStep));
            if (point >= 0)
            {
                row[point] += (double)flow.Amount;
            }
        }

        for (int period = 0; period < PeriodCount; period++)
        {
            row[TotalColumn(period)] = (double)projection.Sums.Total(line, period);
            row[PresentValueColumn(period)] = projection.Sums.PresentValue(line, period);
        }

        return row;
    }

    /// <summary>Every time at which a line has a flow under any delay, within the longest period.</summary>
    private static SortedSet<Point> PointsOf(Projection plan, LineFlow[][][] flows, LocalDate end)
    {
        int monthsPerStep = plan.Terms.FlowTiming!.Value == FlowTiming.EndOfYear ? 12 : 1;
        var points = new SortedSet<Point>();
        foreach (LineFlow[][] lines in flows)
        {
            foreach (LineFlow flow in lines.SelectMany(line => line))
            {
                if (flow.Date < end)
                {
                    points.Add(PointOf(plan, flow, monthsPerStep));
                }
            }
        }

        return points;
    }

    private static Point PointOf(Projection projection, LineFlow flow, int monthsPerStep)
    {
        TimeAxis axis = projection.Sums.Axis;
        bool isInitial = flow.Month == 0 && flow.Place == FlowPlace.Start;
        double years = flow.Place switch
        {
            FlowPlace.Start => axis.YearsAtStart(flow.Month),
            FlowPlace.Through => axis.YearsThrough(flow.Month),
            _ => axis.YearsOn(flow.Month, flow.Date),
        };
        return new Point(flow.Date, isInitial ? 0 : (flow.Month / monthsPerStep) + 1, years);
    }

    /// <summary>The sums of one trial by column, cash and the rest apart, kept from trial to trial.</summary>
    internal sealed class Sums(int columns)
    {
        private readonly double[] _cashCost = new double[columns];
        private readonly double[] _otherCost = new double[columns];
        private readonly double[] _cashBenefit = new double[columns];
        private readonly double[] _otherBenefit = new double[columns];

        internal double[] Years { get; } = new double[columns];

        internal double[] Amounts { get; } = new double[columns];

        /// <summary>Where a line is added.</summary>
        internal double[] Of(FlowSide side, bool isCash) =>
            side == FlowSide.Cost ? (isCash ? _cashCost : _otherCost) : isCash ? _cashBenefit : _otherBenefit;

        internal double Cost(int column, CaseBasis basis) => basis == CaseBasis.Cashable ? _cashCost[column] : _cashCost[column] + _otherCost[column];

        internal double Benefit(int column, CaseBasis basis) => basis == CaseBasis.Cashable ? _cashBenefit[column] : _cashBenefit[column] + _otherBenefit[column];

        internal double Net(int column, CaseBasis basis) => Benefit(column, basis) - Cost(column, basis);

        internal void Clear()
        {
            Array.Clear(_cashCost, 0, _cashCost.Length);
            Array.Clear(_otherCost, 0, _otherCost.Length);
            Array.Clear(_cashBenefit, 0, _cashBenefit.Length);
            Array.Clear(_otherBenefit, 0, _otherBenefit.Length);
        }
    }

    /// <summary>The cumulative net flow on its way to the first and to the durable payback.</summary>
    private struct PaybackWalk
    {
        private double _cumulative;
        private double _size;
        private double _first;
        private double _latest;
        private bool _isBelow;
        private bool _wasBelow;
        private bool _isPaidBack;

        internal int Step { get; private set; }

        internal double Flow { get; set; }

        /// <summary>Steps to the first payback; 0 where nothing was ever to be paid back, infinite where it does not come.</summary>
        internal readonly double First => !_wasBelow ? 0 : _isPaidBack ? _first : double.PositiveInfinity;

        /// <summary>Steps to the payback after which the sum stays at 0 or above.</summary>
        internal readonly double Durable => !_wasBelow ? 0 : _isBelow ? double.PositiveInfinity : _latest;

        /// <summary>Ends a step.</summary>
        internal void Close(int next)
        {
            double before = _cumulative;
            _cumulative += Flow;
            _size += Math.Abs(Flow);
            bool isBelow = _cumulative < -4 * ExponentialSum.Ulp * _size;
            if (_isBelow && !isBelow)
            {
                _latest = Step - 1 + Math.Min(1, -before / Flow);
                _first = _isPaidBack ? _first : _latest;
                _isPaidBack = true;
            }

            _isBelow = isBelow;
            _wasBelow |= isBelow;
            Flow = 0;
            Step = next;
        }
    }

    /// <summary>A time at which something flows: its date, the payback step that holds it (0 for the start date), and its years from the start.</summary>
    private readonly struct Point(LocalDate date, int step, double years) : IComparable<Point>
    {
        internal LocalDate Date { get; } = date;

        internal int Step { get; } = step;

        internal double Years { get; } = years;

        // Years last: the last day of a month and an amount that accrues in its course share the date and differ in time under some timings.
        public int CompareTo(Point other) =>
            Step != other.Step ? Step.CompareTo(other.Step) : Date != other.Date ? Date.CompareTo(other.Date) : Years.CompareTo(other.Years);
    }
}
