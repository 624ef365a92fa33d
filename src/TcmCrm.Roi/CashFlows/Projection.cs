using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.CashFlows;

/// <summary>
/// The amounts of one case, line by line and month by month, with dates, sides and discount factors: what every figure is computed from.
/// </summary>
/// <remarks>
/// <para>A cost counts with its risk uplift: amount x (1 + uplift). A benefit counts as amount x attribution x (1 - risk reduction), with its realisation
/// profile. Both are positive on their own side. Costs are dated when they fall due; a benefit that accrues in the course of a month is dated the last day of
/// that month, and the month that holds the end of a period counts only where that day lies inside. Amounts are exact decimals, not rounded, in the currency
/// of the case; each flow in another currency is converted at the rate of its own date. Benefits that are not monetised have no flows.</para>
/// <para>Immutable. A review or a tax calculation makes another projection with other rows in place of those of the plan; every figure of it comes from the
/// same sums.</para>
/// </remarks>
public sealed class Projection
{
    private readonly FlowSums _sums;
    private readonly IReadOnlyList<LineFlow>[]? _replaced;
    private readonly IReadOnlyList<ProjectionLine> _added = [];
    private readonly bool _countsLongTerm;
    private ProjectionLine[]? _lines;
    private IReadOnlyList<ProjectionLine>? _linesView;
    private Projection? _lower;
    private Projection? _upper;
    private Projection? _cashable;
    private Func<BenefitItem, decimal>? _limit;

    private Projection(InvestmentCase source, CaseTerms terms, CaseTimeline timeline, FlowSums sums)
    {
        Case = source;
        Terms = terms;
        Timeline = timeline;
        _sums = sums;
    }

    private Projection(Projection plan, IReadOnlyList<LineFlow>[] rows, IReadOnlyList<ProjectionLine> added, bool countsLongTerm)
        : this(plan.Case, plan.Terms, plan.Timeline, plan._sums.Empty(rows.Length))
    {
        _replaced = rows;
        _added = added;
        _countsLongTerm = countsLongTerm;
        for (int line = 0; line < _replaced.Length; line++)
        {
            FlowSide side = SideOf(line);
            IReadOnlyList<LineFlow> flows = _replaced[line];
            for (int i = 0; i < flows.Count; i++)
            {
                _sums.Add(line, side, flows[i]);
            }
        }

        _sums.Close();
    }

    /// <summary>The case.</summary>
    public InvestmentCase Case { get; }

    /// <summary>Evaluation periods, rates and conventions in force; periods, day count and timing are never null here.</summary>
    public CaseTerms Terms { get; }

    /// <summary>Start, go-live and months, from the start of the case to the end of the longest period or later.</summary>
    public CaseTimeline Timeline { get; }

    /// <summary>The evaluation periods, shortest first.</summary>
    public IReadOnlyList<EvaluationPeriod> Periods => Terms.Periods!;

    /// <summary>The costs, then the benefits, in the order of the case; what a review adds to the plan stands last.</summary>
    public IReadOnlyList<ProjectionLine> Lines => _linesView ??= Array.AsReadOnly(LineArray);

    /// <summary>The same case with every measured benefit at the lower limit of its interval, and every measured disbenefit at the upper, at once; null where no benefit has an interval.</summary>
    /// <remarks>A cautious reading: that all measured benefits miss to the same side is rarer than each interval's level says.</remarks>
    public Projection? AtLowerLimit => HasIntervals ? _lower ??= AtLimit(benefit => benefit.WorseRatio) : null;

    /// <summary>The same case with every measured benefit at the upper limit of its interval, and every measured disbenefit at the lower, at once; null where no benefit has an interval.</summary>
    public Projection? AtUpperLimit => HasIntervals ? _upper ??= AtLimit(benefit => benefit.BetterRatio) : null;

    /// <summary>Whether it holds lines of the cash basis alone.</summary>
    internal bool IsCashableAlone { get; private set; }

    /// <summary>The same amounts on the cash basis alone (现金口径); this projection itself where every line is cash.</summary>
    internal Projection Cashable => _cashable ??= IsCashableAlone || HoldsCashableAlone() ? this : WithoutEfficiency();

    internal FlowSums Sums => _sums;

    /// <summary>Whether it holds the amounts of the case as planned, with none in their place.</summary>
    internal bool IsPlan => _replaced is null;

    internal bool IsDiscounted => Terms.DiscountRate is not null;

    internal int LineCount => _replaced?.Length ?? Case.Costs.Count + Case.Benefits.Count;

    private bool HasIntervals => _replaced is null && Case.Benefits.Any(benefit => benefit.Interval is not null);

    private ProjectionLine[] LineArray
    {
        get
        {
            if (_lines is null)
            {
                var lines = new ProjectionLine[LineCount];
                for (int i = 0; i < Case.Costs.Count; i++)
                {
                    lines[i] = new ProjectionLine(this, i, Case.Costs[i]);
                }

                for (int i = 0; i < Case.Benefits.Count; i++)
                {
                    int line = Case.Costs.Count + i;
                    lines[line] = new ProjectionLine(this, line, Case.Benefits[i], SideOf(line));
                }

                for (int i = 0; i < _added.Count; i++)
                {
                    int line = Case.Costs.Count + Case.Benefits.Count + i;
                    lines[line] = _added[i].In(this, line);
                }

                // Two threads that ask at once make equal lines, and one of the two answers is kept.
                _lines = lines;
            }

            return _lines;
        }
    }

    /// <summary>Projects a case onto its months.</summary>
    /// <param name="source">The case.</param>
    /// <param name="terms">Periods, rates and conventions; what is null in them is taken from the case, then from <see cref="CaseTerms.Usual"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Two periods end on the same date.</exception>
    /// <exception cref="InvalidOperationException">A line is in another currency and a rate for one of its flows is missing.</exception>
    /// <exception cref="OverflowException">An amount in another currency comes to more than 1e22 (a cost) or 1e18 (a benefit) when it is converted, a sum leaves the range of
    /// <see cref="decimal"/>, 7.9e28, or a period ends after the year 9999.</exception>
    /// <remarks>Costs time in proportion to lines x months; <c>RoiEvaluator</c> has a limit on it.</remarks>
    public static Projection Of(InvestmentCase source, CaseTerms terms)
    {
        CaseTerms complete = Check.NotNull(terms).Or(Check.NotNull(source).Terms).Or(CaseTerms.Usual).OrderedFrom(source.Start);
        EvaluationPeriod longest = complete.Periods![complete.Periods.Count - 1];
        return Of(source, complete, new CaseTimeline(source.Start, source.GoLive, longest), limit: null);
    }

    /// <summary>Which lines cannot be converted into the currency of the case, each by its first date without a rate, or on which an amount comes to too much.</summary>
    /// <param name="source">The case.</param>
    /// <param name="terms">As for <see cref="Of(InvestmentCase, CaseTerms)"/>.</param>
    /// <returns>Messages <c>missingRate</c> and <c>convertedTooLarge</c>; empty where the case can be projected.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Two periods end on the same date.</exception>
    public static IReadOnlyList<Message> MissingRates(InvestmentCase source, CaseTerms terms)
    {
        CaseTerms complete = Check.NotNull(terms).Or(Check.NotNull(source).Terms).Or(CaseTerms.Usual).OrderedFrom(source.Start);
        return RateCheck.Of(source, complete);
    }

    /// <summary>Name, currency and number of lines, invariant.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} lines over {2}", Case.Name, LineArray.Length, Periods[Periods.Count - 1]);

    /// <summary>The plan of the case on a longer timeline: months after the longest period belong to no period.</summary>
    /// <param name="source">The case.</param>
    /// <param name="complete">Terms without a gap, the periods in order.</param>
    /// <param name="timeline">The months.</param>
    /// <param name="mostCells">The most lines x months x evaluation periods.</param>
    /// <param name="cancellation">Ends the run.</param>
    internal static Projection Of(InvestmentCase source, CaseTerms complete, CaseTimeline timeline, int mostCells, CancellationToken cancellation)
    {
        WorkLimit.Check(source, timeline.Grid, complete.Periods!.Count, mostCells);
        return Of(source, complete, timeline, limit: null, cancellation);
    }

    /// <summary>The case on its own timeline, within a limit on the work.</summary>
    internal static Projection Of(InvestmentCase source, CaseTerms terms, int mostCells, CancellationToken cancellation)
    {
        CaseTerms complete = terms.Or(source.Terms).Or(CaseTerms.Usual).OrderedFrom(source.Start);
        return Of(source, complete, new CaseTimeline(source.Start, source.GoLive, complete.Periods![complete.Periods.Count - 1]), mostCells, cancellation);
    }

    /// <summary>The same case with these flows in place of those of the plan, line by line, and lines that the plan does not have behind them.</summary>
    /// <param name="rows">The flows of each line, those of the added lines last; kept.</param>
    /// <param name="added">Lines that the plan does not have.</param>
    /// <param name="countsLongTerm">Whether the long-term block counts as benefit, so that every figure holds it.</param>
    internal Projection With(IReadOnlyList<LineFlow>[] rows, IReadOnlyList<ProjectionLine> added, bool countsLongTerm = false) =>
        new(this, rows, added, countsLongTerm);

    /// <summary>The benefit behind a line, without making the lines; null for a cost and for a line that the case does not have.</summary>
    internal BenefitItem? BenefitOf(int line)
    {
        int benefit = line - Case.Costs.Count;
        return benefit >= 0 && benefit < Case.Benefits.Count ? Case.Benefits[benefit] : null;
    }

    /// <summary>The cost behind a line, without making the lines; null for a benefit and for a line that the case does not have.</summary>
    internal CostItem? CostOf(int line) => line < Case.Costs.Count ? Case.Costs[line] : null;

    /// <summary>Where the amounts of a line count, without making the lines.</summary>
    internal FlowSide SideOf(int line) =>
        line >= Case.Costs.Count + Case.Benefits.Count ? _added[line - Case.Costs.Count - Case.Benefits.Count].Side
        : BenefitOf(line) is not { } benefit ? FlowSide.Cost
        : benefit.IsLongTerm && !_countsLongTerm ? FlowSide.LongTermBenefit : FlowSide.Benefit;

    /// <summary>
    /// Capital that a line has released at the end of a period, in the currency of the case, as far as it counts; it is returned there. 0 for a line that
    /// releases none.
    /// </summary>
    internal decimal ReleasedCapital(int line, int period)
    {
        if (BenefitOf(line) is not { Basis: WorkingCapitalBenefit basis } benefit)
        {
            return 0;
        }

        LocalDate end = _sums.End(period);
        decimal released = 0;
        if (WaveSet.Of(Timeline, Case.Waves) is { } waves)
        {
            foreach ((CaseTimeline timeline, decimal share) in waves.PartsOf(benefit.Tags, isBenefit: true))
            {
                released += basis.Released(timeline, benefit.Profile, end) * share;
            }
        }
        else
        {
            released = basis.Released(Timeline, benefit.Profile, end);
        }

        released *= benefit.CountedFactor;
        return released == 0 || benefit.Currency == Case.Currency
            ? released
            : Case.ExchangeRates.Convert(new Money(released, benefit.Currency), Case.Currency, end.PlusDays(-1)).Amount;
    }

    /// <summary>Released capital is in no flow, so that its rate would be missed only by who asks for the line.</summary>
    private void ConvertReleasedCapital()
    {
        for (int benefit = 0; benefit < Case.Benefits.Count; benefit++)
        {
            if (Case.Benefits[benefit] is { Basis: WorkingCapitalBenefit } item && item.Currency != Case.Currency)
            {
                for (int period = 0; period < Periods.Count; period++)
                {
                    _ = ReleasedCapital(Case.Costs.Count + benefit, period);
                }
            }
        }
    }

    /// <summary>The flows of a line in the order in which they were added to the sums.</summary>
    internal LineFlow[] FlowsOf(int line)
    {
        if (_replaced is not null)
        {
            return [.. _replaced[line]];
        }

        return Collected(new FlowCollector(Timeline, Case), line);
    }

    /// <summary>The flows of every line.</summary>
    internal LineFlow[][] AllFlows()
    {
        if (_replaced is not null)
        {
            return [.. _replaced.Select(rows => rows.ToArray())];
        }

        var collector = new FlowCollector(Timeline, Case);
        var flows = new LineFlow[LineCount][];
        for (int line = 0; line < flows.Length; line++)
        {
            flows[line] = Collected(collector, line);
        }

        return flows;
    }

    private LineFlow[] Collected(FlowCollector collector, int line)
    {
        if (IsCashableAlone && !IsCash(line))
        {
            return [];
        }

        if (line < Case.Costs.Count)
        {
            collector.Record(Case.Costs[line]);
        }
        else if (Case.Benefits[line - Case.Costs.Count] is { Basis.IsMonetized: true } benefit)
        {
            collector.Record(benefit);
        }

        return collector.TakeAll();
    }

    /// <summary>A limit is on the basis of what it is the limit of.</summary>
    private Projection AtLimit(Func<BenefitItem, decimal> limit)
    {
        Projection made = Of(Case, Terms, Timeline, limit);
        return IsCashableAlone ? made.Cashable : made;
    }

    private bool HoldsCashableAlone()
    {
        for (int line = 0; line < LineCount; line++)
        {
            if (!IsCash(line) && BenefitOf(line) is not { Basis.IsMonetized: false })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether the amounts of a line are cash: a benefit that is cashable, and a cost that is paid, which hours of one's own staff are not. A benefit that the case does
    /// not have says nothing of its class and is not taken for cash; such a cost is.
    /// </summary>
    internal bool IsCash(int line) => SideOf(line) == FlowSide.Cost ? CostOf(line) is not { Category: CostCategory.Time } : BenefitOf(line) is { IsCashable: true };

    private Projection WithoutEfficiency()
    {
        if (_replaced is not null)
        {
            IReadOnlyList<LineFlow>[] rows = [.. _replaced.Select((flows, line) => IsCash(line) ? flows : [])];
            return new Projection(this, rows, _added, _countsLongTerm) { IsCashableAlone = true };
        }

        FlowSums sums = _sums.Empty(LineCount);
        new CaseRecorder(Timeline, Case, sums).Record(_limit, isCashableAlone: true);
        sums.Close();
        return new Projection(Case, Terms, Timeline, sums) { IsCashableAlone = true, _limit = _limit };
    }

    private static Projection Of(InvestmentCase source, CaseTerms terms, CaseTimeline timeline, Func<BenefitItem, decimal>? limit, CancellationToken cancellation = default)
    {
        var ends = new LocalDate[terms.Periods!.Count];
        for (int i = 0; i < ends.Length; i++)
        {
            ends[i] = terms.Periods[i].EndFrom(timeline.Start);
        }

        var axis = new TimeAxis(timeline.Grid, terms.FlowTiming!.Value, terms.DayCount!.Value, terms.DiscountRate);
        var sums = new FlowSums(timeline.Grid, axis, ends, source.Costs.Count + source.Benefits.Count);
        new CaseRecorder(timeline, source, sums).Record(limit, cancellation: cancellation);
        sums.Close();
        var projection = new Projection(source, terms, timeline, sums) { _limit = limit };
        projection.ConvertReleasedCapital();
        return projection;
    }

    /// <summary>Adds every line of a case to sums.</summary>
    private sealed class CaseRecorder(CaseTimeline timeline, InvestmentCase source, FlowSums sums) : ItemRecorder(timeline, source)
    {
        private readonly InvestmentCase _case = source;
        private readonly FlowSums _into = sums;
        private int _line;
        private FlowSide _side;

        internal void Record(Func<BenefitItem, decimal>? limit, bool isCashableAlone = false, CancellationToken cancellation = default)
        {
            for (int i = 0; i < _case.Costs.Count; i++, _line++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!isCashableAlone || _case.Costs[i].Category != CostCategory.Time)
                {
                    Record(_case.Costs[i]);
                }
            }

            for (int i = 0; i < _case.Benefits.Count; i++, _line++)
            {
                cancellation.ThrowIfCancellationRequested();
                BenefitItem benefit = _case.Benefits[i];
                if (benefit.Basis.IsMonetized && (!isCashableAlone || benefit.IsCashable))
                {
                    _side = benefit.IsLongTerm ? FlowSide.LongTermBenefit : FlowSide.Benefit;
                    Record(benefit, limit is null ? 1 : limit(benefit));
                }
            }
        }

        protected override void AddAtStart(int month, decimal amount) => _into.AddAtStart(_line, _side, month, amount);

        protected override void AddThrough(int month, decimal amount) => _into.AddThrough(_line, _side, month, amount);

        protected override void AddOn(int month, LocalDate date, decimal amount) => _into.AddOn(_line, _side, month, date, amount);
    }

    /// <summary>Writes down the flows of one line.</summary>
    private sealed class FlowCollector(CaseTimeline timeline, InvestmentCase source) : ItemRecorder(timeline, source)
    {
        private readonly List<LineFlow> _flows = new(timeline.Grid.Count);

        /// <summary>What was recorded since the last time.</summary>
        internal LineFlow[] TakeAll()
        {
            LineFlow[] flows = [.. _flows];
            _flows.Clear();
            return flows;
        }

        protected override void AddAtStart(int month, decimal amount) => _flows.Add(new LineFlow(month, FlowPlace.Start, Grid[month], amount));

        protected override void AddThrough(int month, decimal amount) =>
            _flows.Add(new LineFlow(month, FlowPlace.Through, Grid[month + 1].PlusDays(-1), amount));

        protected override void AddOn(int month, LocalDate date, decimal amount) => _flows.Add(new LineFlow(month, FlowPlace.Within, date, amount));
    }
}
