using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>
/// Watches one KPI month by month: limits, CUSUM and alarms after each observation, at constant cost and without allocation (but for the growth
/// of its history). What it says of the latest month is what <see cref="ControlChart"/> says of that month in the series so far.
/// </summary>
/// <remarks>
/// The automatic baseline is the first 12 values (provisional), replaced once by the first 24 (firm); the CUSUM starts again after them. A late
/// value or a correction costs as much as the months observed; a correction is a new version of its month and is kept.
/// Not safe for use by several threads at once.
/// </remarks>
/// <example>
/// <code>
/// var tracker = new KpiTracker(KpiCatalog.Nps);
/// for (int month = 1; month &lt;= 12; month++)
/// {
///     tracker.Observe(new YearMonth(2024, month), 60 + (month % 3));
/// }
///
/// ControlChartPoint point = tracker.Observe(new YearMonth(2025, 1), 40);
/// bool isAlarm = point.IsAlarm;                      // far below its limits
/// KpiTrackerState saved = tracker.Save();            // for a database: plain data
/// KpiTracker again = KpiTracker.Restore(KpiCatalog.Nps, saved);
/// </code>
/// </example>
public sealed partial class KpiTracker
{
    private const int InitialCapacity = 64;

    private readonly List<KpiCorrection> corrections = [];
    private double[] values;
    private double[]? numerators;
    private double[]? denominators;
    private YearMonth start;
    private YearMonth latest;
    private int count;
    /// <summary>More months than lie between the first and the last that a tracker takes.</summary>
    private const int MostCapacity = 100_000;

    private int observed;
    private int baselineObserved;
    private int reserved;
    private ControlLimits? limits;
    private ChartMonitor monitor;
    private SeasonModel season = SeasonModel.Plain;
    private double charted;
    private int baselineFirst;
    private bool isInBaseline;
    private AlarmRule rule;
    private AlarmSide side;

    /// <summary>A tracker without observations.</summary>
    /// <param name="definition">The KPI.</param>
    /// <param name="rules">The alarm rules.</param>
    /// <param name="baseline">The months that the limits are computed from; automatic when null. Named months count once a later month is observed.</param>
    /// <param name="segment">The segment; empty for the whole.</param>
    /// <param name="capacity">Months of history to make room for, 1 to 100,000; it grows when needed.</param>
    /// <param name="basis">What is charted: <see cref="ChartBasis.Adjusted"/> or <see cref="ChartBasis.Values"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> or <paramref name="segment"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not defined or not allowed, or the capacity is outside 1 to 100,000.</exception>
    public KpiTracker(
        KpiDefinition definition,
        AlarmRuleSet rules = AlarmRuleSet.Default,
        KpiBaseline? baseline = null,
        string segment = "",
        int capacity = InitialCapacity,
        ChartBasis basis = ChartBasis.Adjusted)
    {
        Definition = Check.NotNull(definition);
        Rules = Check.Defined(rules);
        Baseline = baseline ?? KpiBaseline.Automatic;
        Basis = basis is ChartBasis.Adjusted or ChartBasis.Values ? basis : throw Check.OutOfRange(nameof(basis), basis, "Adjusted or Values", AllowedRange.OneOf("Adjusted, Values"));
        Segment = Check.NotNull(segment);
        values = new double[Check.InRange(capacity, 1, MostCapacity)];
        reserved = capacity;
    }

    /// <summary>The KPI.</summary>
    public KpiDefinition Definition { get; }

    /// <summary>The alarm rules.</summary>
    public AlarmRuleSet Rules { get; }

    /// <summary>The baseline.</summary>
    public KpiBaseline Baseline { get; }

    /// <summary>What is charted.</summary>
    public ChartBasis Basis { get; }

    /// <summary>The segment; empty for the whole.</summary>
    public string Segment { get; }

    /// <summary>How many months have a value.</summary>
    public int ObservedCount => observed;

    /// <summary>The latest month with a value.</summary>
    /// <exception cref="InvalidOperationException">Nothing was observed yet.</exception>
    public YearMonth LatestMonth => observed > 0 ? latest : throw new InvalidOperationException("Nothing was observed yet.");

    /// <summary>Whether there are limits: not while there are too few values for them.</summary>
    public bool HasLimits => limits is not null;

    /// <summary>The limits.</summary>
    /// <exception cref="InvalidOperationException">There are too few values for limits yet; see <see cref="HasLimits"/>.</exception>
    public ControlLimits Limits => limits ?? throw new InvalidOperationException("There are too few values for limits yet.");

    /// <summary>What is known of the season, and whether it is taken out.</summary>
    public KpiSeason Season => season.Season;

    /// <summary>As <see cref="ControlChart.FalseAlarmRate"/>, of the chart as it is now.</summary>
    /// <exception cref="InvalidOperationException">There are too few values for limits yet.</exception>
    public double FalseAlarmRate => AlarmRates.Of(Rules, Basis, Limits.BaselineCount, season);

    /// <summary>
    /// The latest month with a value as a point of the chart: the most serious rule that it breaks, as far as is known with it, and the cumulative sums. Without
    /// limits no rule is broken, the sums are 0 and the month counts as one of the baseline.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing was observed yet.</exception>
    public ControlChartPoint Latest => new(observed - 1, LatestMonth, charted, isInBaseline, rule, side, monitor.High, monitor.Low, values[count - 1]);

    /// <summary>
    /// Whether the latest observation or correction made the limits others than before: they became provisional (12 values) or firm (24), or a month of their
    /// baseline came late or was corrected.
    /// </summary>
    public bool LimitsChanged { get; private set; }

    /// <summary>All corrections, oldest first; a copy.</summary>
    public IReadOnlyList<KpiCorrection> Corrections => Array.AsReadOnly(corrections.ToArray());

    /// <summary>A tracker as it was when its state was saved.</summary>
    /// <param name="definition">The KPI; its id has to be the state's.</param>
    /// <param name="state">The state.</param>
    /// <returns>The tracker.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The state is of another KPI, or its contents contradict each other.</exception>
    public static KpiTracker Restore(KpiDefinition definition, KpiTrackerState state)
    {
        Check.NotNull(definition);
        Check.NotNull(state);
        if (definition.Id != state.KpiId)
        {
            throw Check.Wrong($"The state is of {state.KpiId}, not of {definition.Id}.", nameof(state), "argument.otherKpi", MessageArgument.Text("found", state.KpiId), MessageArgument.Text("kpi", definition.Id));
        }

        state.CheckContents();
        var tracker = new KpiTracker(
            definition, state.Rules, state.BaselineOf(), state.Segment, Math.Max(InitialCapacity, state.Values.Count), state.Basis);
        tracker.corrections.AddRange(state.CorrectionsOf());
        tracker.start = state.StartOf();
        if (state.Numerators is not null)
        {
            tracker.numerators = new double[tracker.reserved];
            tracker.denominators = new double[tracker.reserved];
        }

        foreach (double? value in state.Values)
        {
            if (state.Numerators is not null)
            {
                tracker.numerators![tracker.count] = state.Numerators[tracker.count] ?? double.NaN;
                tracker.denominators![tracker.count] = state.Denominators![tracker.count] ?? double.NaN;
            }

            tracker.values[tracker.count++] = value ?? double.NaN;
        }

        tracker.Replay();
        return tracker;
    }

    /// <summary>Takes the first value of a month.</summary>
    /// <param name="month">
    /// A month that has no value yet. After the latest one it is new, and months between them are gaps; before it, it is late and all that
    /// follows is computed again.
    /// </param>
    /// <param name="value">The value in the unit of the KPI; finite.</param>
    /// <returns><see cref="Latest"/>, which is of the latest month also when this one came late.</returns>
    /// <exception cref="ArgumentException">The month has a value already: use <see cref="Correct(YearMonth, double)"/>; or it is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite or outside the range of the KPI, or the month is more than 2,400 away.</exception>
    /// <exception cref="InvalidOperationException">Months before were observed as numerators and denominators.</exception>
    public ControlChartPoint Observe(YearMonth month, double value)
    {
        CheckRange(Check.Finite(value));
        CheckKind(parts: false);
        return Take(month, value, double.NaN, double.NaN);
    }

    /// <summary>Takes the first numerator and denominator of a month; the tracker keeps them, so that <see cref="ToSeries"/> has them for longer periods.</summary>
    /// <param name="month">As for a value.</param>
    /// <param name="numerator">The numerator; finite.</param>
    /// <param name="denominator">The denominator, above 0: a month without a base has no value and is left out.</param>
    /// <returns>As for a value.</returns>
    /// <exception cref="ArgumentException">The month has a value already, or it is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part is not finite, the value is outside the range of the KPI, the denominator is not above 0, or the month is more than 2,400 away.</exception>
    /// <exception cref="InvalidOperationException">Months before were observed as values.</exception>
    public ControlChartPoint Observe(YearMonth month, double numerator, double denominator)
    {
        double value = ValueOf(month, numerator, denominator);
        CheckKind(parts: true);
        return Take(month, value, numerator, denominator);
    }

    private ControlChartPoint Take(YearMonth month, double value, double numerator, double denominator)
    {
        KpiSeries.CheckMonth(month);
        if (count == 0)
        {
            start = month;
        }

        int index = KpiSeries.MonthsBetween(start, month);
        if (index >= count && index < count + 2400)
        {
            return Append(month, index, value, numerator, denominator);
        }

        if (index >= count || index < -2400)
        {
            throw Check.OutOfRange(nameof(month), month, "within 2,400 months of the months observed", new Message("range.nearMonths", MessageArgument.Number("months", 2400)));
        }

        if (index >= 0 && !double.IsNaN(values[index]))
        {
            throw Check.Wrong($"{month.Year:0000}-{month.Month:00} has a value already; a new version of it is a correction.", nameof(month), "argument.observedAlready", MessageArgument.Month("month", month));
        }

        if (index < 0)
        {
            Reserve(count - index);
            Array.Copy(values, 0, values, -index, count);
            for (int i = 0; i < -index; i++)
            {
                values[i] = double.NaN;
            }

            if (numerators is not null)
            {
                Array.Copy(numerators, 0, numerators, -index, count);
                Array.Copy(denominators!, 0, denominators!, -index, count);
                for (int i = 0; i < -index; i++)
                {
                    numerators[i] = denominators![i] = double.NaN;
                }
            }

            count -= index;
            start = month;
            index = 0;
        }

        values[index] = value;
        SetParts(index, numerator, denominator);
        return ReplayFrom(limits);
    }

    /// <summary>Replaces the value of a month by a new version and computes all that follows again.</summary>
    /// <param name="month">A month with a value.</param>
    /// <param name="value">The value from now on; finite. It may be the same: the version is counted all the same.</param>
    /// <returns><see cref="Latest"/>, which is of the latest month also when another was corrected.</returns>
    /// <exception cref="ArgumentException">The month has no value: use <see cref="Observe(YearMonth, double)"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite or outside the range of the KPI.</exception>
    /// <exception cref="InvalidOperationException">Numerators and denominators were observed.</exception>
    public ControlChartPoint Correct(YearMonth month, double value)
    {
        CheckRange(Check.Finite(value));
        CheckKind(parts: false);
        return Change(month, value, double.NaN, double.NaN);
    }

    /// <summary>Replaces the numerator and denominator of a month by a new version and computes all that follows again.</summary>
    /// <param name="month">A month with a value.</param>
    /// <param name="numerator">The numerator from now on; finite.</param>
    /// <param name="denominator">The denominator from now on; above 0.</param>
    /// <returns>As for a value.</returns>
    /// <exception cref="ArgumentException">The month has no value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part is not finite, or the denominator is not above 0.</exception>
    /// <exception cref="InvalidOperationException">Values without parts were observed.</exception>
    public ControlChartPoint Correct(YearMonth month, double numerator, double denominator)
    {
        double value = ValueOf(month, numerator, denominator);
        CheckKind(parts: true);
        return Change(month, value, numerator, denominator);
    }

    private ControlChartPoint Change(YearMonth month, double value, double numerator, double denominator)
    {
        int index = KpiSeries.MonthsBetween(start, month);
        if (index < 0 || index >= count || double.IsNaN(values[index]))
        {
            throw Check.Wrong($"{month.Year:0000}-{month.Month:00} has no value that could be corrected.", nameof(month), "argument.nothingToCorrect", MessageArgument.Month("month", month));
        }

        corrections.Add(new KpiCorrection(month, VersionOf(month) + 1, values[index], value));
        values[index] = value;
        SetParts(index, numerator, denominator);
        return ReplayFrom(limits);
    }

    /// <summary>The version of a month: 0 without a value, 1 as first observed, one more with each correction.</summary>
    /// <param name="month">Any month.</param>
    /// <returns>The version.</returns>
    public int VersionOf(YearMonth month)
    {
        for (int i = corrections.Count - 1; i >= 0; i--)
        {
            if (corrections[i].Month == month)
            {
                return corrections[i].Version;
            }
        }

        int index = KpiSeries.MonthsBetween(start, month);
        return index >= 0 && index < count && !double.IsNaN(values[index]) ? 1 : 0;
    }

    /// <summary>The state, to be kept and restored from.</summary>
    /// <returns>A snapshot that later observations do not change.</returns>
    public KpiTrackerState Save() => 
        new(Definition.Id, Segment, Rules, Basis, Baseline, start, Current(values), numerators is null ? null : Current(numerators), denominators is null ? null : Current(denominators), corrections);

    /// <summary>What was observed so far, by the latest version of each month.</summary>
    /// <returns>The series.</returns>
    /// <exception cref="InvalidOperationException">Nothing was observed yet.</exception>
    /// <exception cref="ArgumentException">A value that the parts give is outside the range of the KPI.</exception>
    public KpiSeries ToSeries() => observed > 0
        ? numerators is null
            ? KpiSeries.FromValues(Definition, start, Current(values), Segment)
            : KpiSeries.FromParts(Definition, start, Current(numerators), Current(denominators!), Segment)
        : throw new InvalidOperationException("Nothing was observed yet.");
}
