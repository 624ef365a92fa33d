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
public sealed class KpiTracker
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

    /// <summary>The upper cumulative sum in sigma; 0 without limits.</summary>
    public double CusumHigh => monitor.High;

    /// <summary>The lower cumulative sum in sigma; 0 without limits.</summary>
    public double CusumLow => monitor.Low;

    /// <summary>The most serious rule that the latest month breaks, as far as is known with it.</summary>
    public AlarmRule Rule => rule;

    /// <summary>The side of that alarm.</summary>
    public AlarmSide Side => side;

    /// <summary>All corrections, oldest first; a copy.</summary>
    public IReadOnlyList<KpiCorrection> Corrections => corrections.ToArray();

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
    /// <returns>What it did.</returns>
    /// <exception cref="ArgumentException">The month has a value already: use <see cref="Correct"/>; or it is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite, or the month is more than 2,400 away.</exception>
    public KpiTrackerUpdate Observe(YearMonth month, double value)
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
        ControlLimits? before = limits;
        Replay();
        return new KpiTrackerUpdate(month, KpiObservationKind.Late, 1, rule, side, !Equals(before, limits));
    }

    /// <summary>Replaces the value of a month by a new version and computes all that follows again.</summary>
    /// <param name="month">A month with a value.</param>
    /// <param name="value">The value from now on; finite. It may be the same: the version is counted all the same.</param>
    /// <returns>What it did.</returns>
    /// <exception cref="ArgumentException">The month has no value: use <see cref="Observe"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public KpiTrackerUpdate Correct(YearMonth month, double value)
    {
        Check.Finite(value);
        int index = KpiSeries.MonthsBetween(start, month);
        if (index < 0 || index >= count || double.IsNaN(values[index]))
        {
            throw new ArgumentException($"{month.Year:0000}-{month.Month:00} has no value that could be corrected.", nameof(month));
        }

        int version = VersionOf(month) + 1;
        corrections.Add(new KpiCorrection(month, version, values[index], value));
        values[index] = value;
        ControlLimits? before = limits;
        Replay();
        return new KpiTrackerUpdate(month, KpiObservationKind.Correction, version, rule, side, !Equals(before, limits));
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

    private double?[] Current()
    {
        var current = new double?[count];
        for (int i = 0; i < count; i++)
        {
            current[i] = double.IsNaN(values[i]) ? null : values[i];
        }

        return current;
    }

    private KpiTrackerUpdate Append(YearMonth month, int index, double value)
    {
        Reserve(index + 1);
        while (count < index)
        {
            values[count++] = double.NaN;
        }

        values[count++] = value;
        latest = month;
        bool changed = Advance(index, value);
        return new KpiTrackerUpdate(month, KpiObservationKind.New, 1, rule, side, changed);
    }

    private void Reserve(int months)
    {
        if (months > reserved)
        {
            reserved = Math.Max(months, 2 * reserved);
            Array.Resize(ref values, reserved);
        }
    }

    private void Replay()
    {
        observed = 0;
        baselineObserved = 0;
        limits = null;
        monitor = default;
        rule = AlarmRule.None;
        side = AlarmSide.None;
        for (int i = 0; i < count; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                latest = start.PlusMonths(i);
                Advance(i, values[i]);
            }
        }
    }

    /// <summary>Takes the value at an index into limits and monitor; true when the limits changed.</summary>
    private bool Advance(int index, double value)
    {
        observed++;
        bool inBaseline = Baseline.IsAutomatic
            ? observed is ControlLimits.ProvisionalCount or ControlLimits.FirmCount
            : latest <= Baseline.To && latest >= Baseline.From;
        if (inBaseline)
        {
            baselineObserved = Baseline.IsAutomatic ? observed : baselineObserved + 1;
        }

        if (inBaseline && baselineObserved >= 2)
        {
            return Freeze(index);
        }

        if (limits is not null)
        {
            (rule, side) = monitor.Next(value, inBaseline: false);
        }

        return false;
    }

    /// <summary>Computes the limits of the baseline that ends at an index and runs the chart up to there again.</summary>
    private bool Freeze(int lastIndex)
    {
        // A baseline has at most 24 values, or the months that the caller named: a bounded cost, once (a month, for named ones).
        var baseline = new double[baselineObserved];
        int next = baseline.Length;
        for (int i = lastIndex; next > 0; i--)
        {
            if (!double.IsNaN(values[i]))
            {
                baseline[--next] = values[i];
            }
        }

        limits = ControlLimits.Of(baseline, 0, baseline.Length, false, 1);
        monitor = new ChartMonitor(limits, Rules);
        for (int i = 0; i <= lastIndex; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                (rule, side) = monitor.Next(values[i], inBaseline: true);
            }
        }

        return true;
    }
}
