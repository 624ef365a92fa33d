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
public sealed partial class KpiTracker
{
    private const int InitialCapacity = 64;

    private readonly List<KpiCorrection> corrections = [];
    private double[] values;
    private YearMonth start;
    private YearMonth latest;
    private int count;
    private int observed;
    private int baselineObserved;
    private int reserved;
    private ControlLimits? limits;
    private ChartMonitor monitor;
    private bool isInBaseline;
    private AlarmRule rule;
    private AlarmSide side;

    /// <summary>A tracker without observations.</summary>
    /// <param name="definition">The KPI.</param>
    /// <param name="rules">The alarm rules.</param>
    /// <param name="baseline">The months that the limits are computed from; automatic when null. Named months count once a later month is observed.</param>
    /// <param name="segment">The segment; empty for the whole.</param>
    /// <param name="capacity">Months of history to make room for, 1 or more; it grows when needed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> or <paramref name="segment"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not defined, or the capacity is under 1.</exception>
    public KpiTracker(
        KpiDefinition definition, AlarmRuleSet rules = AlarmRuleSet.Default, KpiBaseline? baseline = null, string segment = "", int capacity = InitialCapacity)
    {
        Definition = Check.NotNull(definition);
        Rules = Check.Defined(rules);
        Baseline = baseline ?? KpiBaseline.Automatic;
        Segment = Check.NotNull(segment);
        values = new double[Check.Positive(capacity)];
        reserved = capacity;
    }

    /// <summary>The KPI.</summary>
    public KpiDefinition Definition { get; }

    /// <summary>The alarm rules.</summary>
    public AlarmRuleSet Rules { get; }

    /// <summary>The baseline.</summary>
    public KpiBaseline Baseline { get; }

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

    /// <summary>
    /// The latest month with a value as a point of the chart: the most serious rule that it breaks, as far as is known with it, and the cumulative sums. Without
    /// limits no rule is broken, the sums are 0 and the month counts as one of the baseline.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing was observed yet.</exception>
    public ControlChartPoint Latest => new(observed - 1, LatestMonth, values[count - 1], isInBaseline, rule, side, monitor.High, monitor.Low);

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
    /// <exception cref="ArgumentException">The state is of another KPI.</exception>
    public static KpiTracker Restore(KpiDefinition definition, KpiTrackerState state)
    {
        Check.NotNull(definition);
        Check.NotNull(state);
        if (definition.Id != state.KpiId)
        {
            throw new ArgumentException($"The state is of {state.KpiId}, not of {definition.Id}.", nameof(state));
        }

        var tracker = new KpiTracker(definition, state.Rules, state.Baseline, state.Segment, Math.Max(InitialCapacity, state.Values.Count));
        tracker.corrections.AddRange(state.Corrections);
        tracker.start = state.Start;
        foreach (double? value in state.Values)
        {
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
    /// <exception cref="ArgumentException">The month has a value already: use <see cref="Correct"/>; or it is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite, or the month is more than 2,400 away.</exception>
    public ControlChartPoint Observe(YearMonth month, double value)
    {
        KpiSeries.CheckMonth(month);
        Check.Finite(value);
        if (count == 0)
        {
            start = month;
        }

        int index = KpiSeries.MonthsBetween(start, month);
        if (index >= count && index < count + 2400)
        {
            return Append(month, index, value);
        }

        if (index >= count || index < -2400)
        {
            throw Check.OutOfRange(nameof(month), month, "within 2,400 months of the months observed");
        }

        if (index >= 0 && !double.IsNaN(values[index]))
        {
            throw new ArgumentException($"{month.Year:0000}-{month.Month:00} has a value already; a new version of it is a correction.", nameof(month));
        }

        if (index < 0)
        {
            Reserve(count - index);
            Array.Copy(values, 0, values, -index, count);
            for (int i = 0; i < -index; i++)
            {
                values[i] = double.NaN;
            }

            count -= index;
            start = month;
            index = 0;
        }

        values[index] = value;
        return ReplayFrom(limits);
    }

    /// <summary>Replaces the value of a month by a new version and computes all that follows again.</summary>
    /// <param name="month">A month with a value.</param>
    /// <param name="value">The value from now on; finite. It may be the same: the version is counted all the same.</param>
    /// <returns><see cref="Latest"/>, which is of the latest month also when another was corrected.</returns>
    /// <exception cref="ArgumentException">The month has no value: use <see cref="Observe"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public ControlChartPoint Correct(YearMonth month, double value)
    {
        Check.Finite(value);
        int index = KpiSeries.MonthsBetween(start, month);
        if (index < 0 || index >= count || double.IsNaN(values[index]))
        {
            throw new ArgumentException($"{month.Year:0000}-{month.Month:00} has no value that could be corrected.", nameof(month));
        }

        corrections.Add(new KpiCorrection(month, VersionOf(month) + 1, values[index], value));
        values[index] = value;
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
    public KpiTrackerState Save() => new(Definition.Id, Segment, Rules, Baseline, start, Current(), corrections);

    /// <summary>What was observed so far, by the latest version of each month.</summary>
    /// <returns>The series.</returns>
    /// <exception cref="InvalidOperationException">Nothing was observed yet.</exception>
    public KpiSeries ToSeries() => observed > 0
        ? KpiSeries.FromValues(Definition, start, Current(), Segment)
        : throw new InvalidOperationException("Nothing was observed yet.");
}
