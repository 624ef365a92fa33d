using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>A case compiled for trials: a trial multiplies the rows of the projection by one number a line and adds them up.</summary>
/// <remarks>
/// One row a line, and one set of rows for each delay of go-live in months, made by the same projection as every figure. The columns of a row are its totals and present
/// values of each evaluation period, as a cost and as a benefit, then its flows by date, a cost's below 0, up to the last that is not 0. Lines on which no factor acts are
/// added up beforehand. The evaluator in decimals is the oracle of it.
/// </remarks>
internal sealed class SimulationKernel
{
    private readonly double[][][] _rows;
    private readonly double[][][] _fixed;
    private readonly int[] _varying;
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
    /// <param name="model">Its factors. Rows are made for delays of 0 to the most that it has.</param>
    internal SimulationKernel(Projection plan, UncertaintyModel model)
    {
        int mostDelay = model.MostDelay;
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
        _columns = (4 * ends.Length) + _points.Length;
        _varying = [.. Enumerable.Range(0, _sides.Length).Where(line => _sides[line] != FlowSide.LongTermBenefit && model.FactorsOf(line).Length > 0)];
        _rows = new double[mostDelay + 1][][];
        _fixed = new double[mostDelay + 1][][];
        for (int delay = 0; delay <= mostDelay; delay++)
        {
            _rows[delay] = [.. flows[delay].Select((lineFlows, line) => RowOf(delayed[delay], line, lineFlows))];
            _fixed[delay] = [new double[_columns], new double[_columns]];
            for (int line = 0; line < _sides.Length; line++)
            {
                if (_sides[line] != FlowSide.LongTermBenefit && model.FactorsOf(line).Length == 0)
                {
                    LaneMath.AddScaled(_fixed[delay][_isCash[line] ? 1 : 0], 1, _rows[delay][line]);
                }
            }
        }
    }

    internal int LineCount => _sides.Length;

    internal int MostDelay => _rows.Length - 1;

    internal int PeriodCount => _pointsOf.Length;

    /// <summary>What a line adds to the net present value of a period at a factor of 1: negative for a cost, 0 for what the basis leaves out.</summary>
    internal double PresentValue(int line, int delay, int period, CaseBasis basis) => Signed(line, delay, PresentValueColumn(period), basis);

    /// <summary>Room for the sums of a trial.</summary>
    internal Sums NewSums() => new(_columns, PeriodCount);

    /// <summary>The sums of one trial.</summary>
    /// <param name="multipliers">One number a line; what lines without a factor have is taken as 1.</param>
    /// <param name="delay">Months of delay, 0 to <see cref="MostDelay"/>.</param>
    /// <param name="sums">Takes the sums.</param>
    internal void Add(double[] multipliers, int delay, Sums sums)
    {
        double[][] rows = _rows[delay];
        double[] cash = sums.Of(CaseBasis.Cashable);
        double[] all = sums.Of(CaseBasis.All);
        Array.Copy(_fixed[delay][0], all, all.Length);
        Array.Copy(_fixed[delay][1], cash, cash.Length);
        foreach (int line in _varying)
        {
            LaneMath.AddScaled(_isCash[line] ? cash : all, multipliers[line], rows[line]);
        }

        LaneMath.AddScaled(all, 1, cash);
    }

    internal double NetPresentValue(Sums sums, int period, CaseBasis basis) => Benefit(sums, PresentValueColumn(period), basis) - Cost(sums, PresentValueColumn(period), basis);

    /// <summary>(Benefit - cost) / cost; NaN where there is no cost, or credits leave less than none.</summary>
    internal double ReturnOnInvestment(Sums sums, int period, CaseBasis basis)
    {
        int column = TotalColumn(period);
        double cost = Cost(sums, column, basis);
        return cost > 0 ? (Benefit(sums, column, basis) - cost) / cost : double.NaN;
    }

    /// <summary>Discounted benefit / discounted cost; NaN where there is no cost, or credits leave less than none.</summary>
    internal double BenefitCostRatio(Sums sums, int period, CaseBasis basis)
    {
        int column = PresentValueColumn(period);
        double cost = Cost(sums, column, basis);
        return cost > 0 ? Benefit(sums, column, basis) / cost : double.NaN;
    }

    /// <summary>
    /// Months to the first payback and to the durable one, as <see cref="PaybackFigures"/> counts them, for every period, into the room of the sums; infinite where it does
    /// not come within the period.
    /// </summary>
    /// <remarks>One walk for all periods: each is a prefix of the longest, but for flows of its last, begun month.</remarks>
    /// <param name="sums">The sums of a trial.</param>
    /// <param name="basis">Which benefits count.</param>
    internal void PaybackMonths(Sums sums, CaseBasis basis)
    {
        double[] first = sums.Paybacks[(int)basis];
        double[] durable = sums.Durable[(int)basis];
        var walk = default(PaybackWalk);
        double[] net = sums.Of(basis);
        int start = 4 * PeriodCount;
        int point = 0;
        for (int period = 0; period < first.Length; period++)
        {
            for (; point < _pointsOf[period]; point++)
            {
                if (_points[point].Step != walk.Step)
                {
                    walk.Close(_points[point].Step);
                }

                walk.Flow += net[start + point];
            }

            PaybackWalk end = walk;
            end.Close(walk.Step);
            first[period] = end.First * _monthsPerStep;
            durable[period] = end.Durable * _monthsPerStep;
        }
    }

    /// <summary>The internal rate of return; NaN where it has no answer or more than one, where it is what borrowed money costs, and for periods under a year, in which nothing is annualised.</summary>
    /// <remarks>
    /// One rate is certain where the flows change sign once (Descartes), or where the sums from the start and the sums from the end change sign once together: the
    /// former count the rates above 0 (Norstrom, 1972), the latter those below, both integrated by parts. Else the table counts the rates from -99 % to 1,002 %, and where it
    /// cannot tell the certified solver does.
    /// </remarks>
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

        double[] net = sums.Of(basis);
        int start = 4 * PeriodCount;
        int end = start + _pointsOf[period];
        int changes = 0;
        int forward = 0;
        double first = 0;
        double last = 0;
        double cumulative = 0;
        bool isBelow = false;
        bool isBegun = false;
        for (int i = start; i < end; i++)
        {
            double amount = net[i];
            if (amount == 0)
            {
                continue;
            }

            changes += last != 0 && amount < 0 != last < 0 ? 1 : 0;
            first = last == 0 ? amount : first;
            last = amount;
            cumulative += amount;
            if (cumulative != 0)
            {
                forward += isBegun && cumulative < 0 != isBelow ? 1 : 0;
                isBelow = cumulative < 0;
                isBegun = true;
            }
        }

        if (changes == 0)
        {
            return double.NaN;
        }

        bool isOnly = changes == 1;
        if (!isOnly)
        {
            // Flows that sum to nothing have a rate of 0, which neither side counts.
            int backward = cumulative == 0 ? 2 : SignChangesFromTheEnd(net, start, end);
            if (forward + backward == 0)
            {
                return double.NaN;
            }

            isOnly = forward + backward == 1;
        }

        RateTable table = TableOf(delay, period, basis);
        int rates = isOnly ? 1 : table.CountRates(multipliers, first, last, sums.Terms);
        double rate = double.NaN;
        if (rates > 1 || (rates == 1 && last < 0))
        {
            // Several; or the only one of flows that are negative below it, which is what the money costs.
            return rate;
        }

        return rates == 1 && (table.TrySolve(multipliers, last, sums.Terms, out rate) || (isOnly && RateTable.TryFind(net, start, table.Years, out rate)))
            ? rate >= ProjectRates.Lowest ? rate : double.NaN
            : Certified(net, start, table.Years);
    }

    private static int SignChangesFromTheEnd(double[] net, int start, int end)
    {
        int changes = 0;
        double sum = 0;
        bool isBelow = false;
        bool isBegun = false;
        for (int i = end - 1; i >= start; i--)
        {
            sum += net[i];
            if (sum != 0)
            {
                changes += isBegun && sum < 0 != isBelow ? 1 : 0;
                isBelow = sum < 0;
                isBegun = true;
            }
        }

        return changes;
    }

    private static double Certified(double[] net, int start, double[] years)
    {
        var amounts = new double[years.Length];
        var times = new double[years.Length];
        int count = 0;
        for (int i = 0; i < years.Length; i++)
        {
            if (net[start + i] != 0)
            {
                times[count] = years[i];
                amounts[count++] = net[start + i];
            }
        }

        RealsBuffer values = amounts;
        RealsBuffer at = times;
        return ProjectRates.Of(values.Slice(0, count), at.Slice(0, count)).TryGetRate(out double rate) ? rate : double.NaN;
    }

    private RateTable TableOf(int delay, int period, CaseBasis basis)
    {
        // Two threads that ask at once make equal tables, and one of the two is kept.
        ref RateTable? table = ref _tables[(((delay * PeriodCount) + period) * 2) + (int)basis];
        if (table is null)
        {
            double[] years = [.. _points.Take(_pointsOf[period]).Select(point => point.Years)];
            int start = 4 * PeriodCount;
            double[] rest = [.. Enumerable.Range(0, years.Length).Select(point =>
                _fixed[delay][1][start + point] + (basis == CaseBasis.All ? _fixed[delay][0][start + point] : 0))];
            int[] lines = [.. _varying.Where(line => (basis == CaseBasis.All || _isCash[line]) && _rows[delay][line].Length > start)];
            table = new RateTable(
                rest, lines, [.. lines.Select(line => Enumerable.Range(0, years.Length).Select(point => Signed(line, delay, start + point, basis)).ToArray())], years);
        }

        return table;
    }

    private static double Cost(Sums sums, int column, CaseBasis basis) => sums.Of(basis)[column];

    private double Benefit(Sums sums, int column, CaseBasis basis) => sums.Of(basis)[(2 * PeriodCount) + column];

    private static int TotalColumn(int period) => 2 * period;

    private static int PresentValueColumn(int period) => (2 * period) + 1;

    /// <summary>An amount of a row at a factor of 1, a cost's below 0; 0 for what the basis leaves out.</summary>
    private double Signed(int line, int delay, int column, CaseBasis basis)
    {
        double[] row = _rows[delay][line];
        bool isFlow = column >= 4 * PeriodCount;
        bool isCost = _sides[line] == FlowSide.Cost;
        int place = isFlow || isCost ? column : (2 * PeriodCount) + column;
        return _sides[line] == FlowSide.LongTermBenefit || (basis == CaseBasis.Cashable && !_isCash[line]) || place >= row.Length ? 0 : isCost && !isFlow ? -row[place] : row[place];
    }

    private double[] RowOf(Projection projection, int line, LineFlow[] flows)
    {
        var row = new double[_columns];
        int start = 4 * PeriodCount;
        bool isCost = _sides[line] == FlowSide.Cost;
        int used = start;
        foreach (LineFlow flow in flows)
        {
            int point = Array.BinarySearch(_points, PointOf(projection, flow, _monthsPerStep));
            if (point >= 0)
            {
                row[start + point] += isCost ? -(double)flow.Amount : (double)flow.Amount;
                used = Math.Max(used, start + point + 1);
            }
        }

        int side = isCost ? 0 : 2 * PeriodCount;
        for (int period = 0; period < PeriodCount; period++)
        {
            row[side + TotalColumn(period)] = (double)projection.Sums.Total(line, period);
            row[side + PresentValueColumn(period)] = projection.Sums.PresentValue(line, period);
        }

        // Whole lanes are added faster than a rest one by one; what is behind the last flow is 0.
        Array.Resize(ref row, Math.Min(_columns, (used + LaneMath.Width - 1) / LaneMath.Width * LaneMath.Width));
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

    /// <summary>The sums of one trial by column, on each basis, kept from trial to trial.</summary>
    internal sealed class Sums
    {
        private readonly double[] _all;
        private readonly double[] _cash;

        internal Sums(int columns, int periods)
        {
            _all = new double[columns];
            _cash = new double[columns];
            Paybacks = [new double[periods], new double[periods]];
            Durable = [new double[periods], new double[periods]];
        }

        /// <summary>Room for the polynomial of a rate.</summary>
        internal double[] Terms { get; } = new double[RateTable.Terms];

        /// <summary>Room for months to the first payback, by basis and period.</summary>
        internal double[][] Paybacks { get; }

        /// <summary>Room for months to the durable payback, by basis and period.</summary>
        internal double[][] Durable { get; }

        internal double[] Of(CaseBasis basis) => basis == CaseBasis.All ? _all : _cash;
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
