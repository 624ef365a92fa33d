using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>An XmR chart of a series against limits that were frozen from a baseline, with its CUSUM and the alarms of a rule set.</summary>
public sealed class ControlChart
{
    /// <summary>k: what a deviation has to exceed, in sigma, to add to the CUSUM.</summary>
    public const double CusumSlack = ChartMonitor.CusumSlack;

    /// <summary>h: beyond this, in sigma, the CUSUM is an alarm.</summary>
    public const double CusumDecision = ChartMonitor.CusumDecision;

    private readonly ControlLimits? limits;

    private readonly int baselineFrom;

    private ControlChart(
        Message? reason, AlarmRuleSet rules, ChartBasis basis, ControlLimits? limits, int baselineFrom, ControlChartPoint[] points, SeasonModel season)
    {
        this.baselineFrom = baselineFrom;
        Model = season;
        Reason = reason;
        Rules = rules;
        Basis = basis;
        this.limits = limits;
        Points = Array.AsReadOnly(points);
        Alarms = Array.AsReadOnly(Array.FindAll(points, point => point.IsAlarm));
    }

    /// <summary>
    /// Why there is no chart; null where there is one. <c>tooFewBaselineValues</c>: the automatic baseline needs 12 values, a named one two.
    /// <c>seasonNotCovered</c>: a seasonal basis needs each calendar month at least twice in the baseline. <c>valuesNotPositive</c>: a basis of logarithms needs
    /// values above 0. <c>notMonthly</c>: a seasonal basis needs a monthly series.
    /// </summary>
    public Message? Reason { get; }

    /// <summary>Whether there is a chart.</summary>
    public bool IsAvailable => limits is not null;

    /// <summary>The season and the autocorrelation that limits and points take into account.</summary>
    internal SeasonModel Model { get; }

    /// <summary>The rule set.</summary>
    public AlarmRuleSet Rules { get; }

    /// <summary>What is charted.</summary>
    public ChartBasis Basis { get; }

    /// <summary>The limits.</summary>
    /// <exception cref="InvalidOperationException">There is no chart; see <see cref="Reason"/>.</exception>
    public ControlLimits Limits => limits ?? throw NoChart();

    /// <summary>The first month with a value that the limits were computed from.</summary>
    /// <exception cref="InvalidOperationException">There is no chart.</exception>
    public YearMonth BaselineFrom => IsAvailable ? Points[baselineFrom].Month : throw NoChart();

    /// <summary>The last month with a value that the limits were computed from.</summary>
    /// <exception cref="InvalidOperationException">There is no chart.</exception>
    public YearMonth BaselineTo => IsAvailable ? Points[baselineFrom + Limits.BaselineCount - 1].Month : throw NoChart();

    /// <summary>
    /// The share of KPIs like this one that raise at least one alarm within 12 months though nothing changes, as a fraction: for its rule set, the length of its
    /// baseline, its autocorrelation and its season. Within 5 points of what simulations find from 24 months on; under 24, where a season and an autocorrelation look alike, within 4 points
    /// for months without either, up to 8 points too low with an autocorrelation of 0.3.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no chart.</exception>
    public double FalseAlarmRate => AlarmRates.Of(Rules, Basis, Limits.BaselineCount, Model);

    /// <summary>What is known of the season, and whether it was taken out.</summary>
    public KpiSeason Season => Model.Season;

    /// <summary>The autocorrelation from month to month that the limits are widened for, 0 or more.</summary>
    public double Autocorrelation => Model.Autocorrelation;

    /// <summary>The points, oldest first, one for each month with a value; empty when there is no chart.</summary>
    public IReadOnlyList<ControlChartPoint> Points { get; }

    /// <summary>The points that are alarms, oldest first.</summary>
    public IReadOnlyList<ControlChartPoint> Alarms { get; }

    /// <summary>The index in <see cref="Points"/> of the first point whose CUSUM is beyond 5 sigma; -1 when there is none.</summary>
    public int FirstCusumSignal
    {
        get
        {
            for (int i = 0; i < Points.Count; i++)
            {
                if (Points[i].CusumHigh > ChartMonitor.CusumDecision || Points[i].CusumLow > ChartMonitor.CusumDecision)
                {
                    return i;
                }
            }

            return -1;
        }
    }

    /// <summary>Since when the cumulative sum of a point has been running: the first month of the unbroken run in which it was above 0, to the side of its alarm.</summary>
    /// <param name="index">The index in <see cref="Points"/> of a point whose alarm is <see cref="AlarmRule.Cusum"/>.</param>
    /// <returns>The month.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point, or its alarm is another.</exception>
    public YearMonth CusumSince(int index)
    {
        if (index < 0 || index >= Points.Count || Points[index].Rule != AlarmRule.Cusum)
        {
            throw Check.OutOfRange(nameof(index), index, "the index of a point whose alarm is of the cumulative sum", new Message("range.cumulativeAlarm"));
        }

        bool above = Points[index].IsAbove;
        int since = index;
        while (since > 0 && Points[since - 1].CusumOf(above) > 0)
        {
            since--;
        }

        return Points[since].Month;
    }

    /// <summary>
    /// Whether an alarm is one against the errors of the chart itself. A point outside the limits is. The mean of a baseline of 24 months is wrong by a fifth of sigma, which many
    /// months add up to a cumulative sum beyond 5: an adjusted chart asks that the latest 12 months, or those since the sum runs, lie 3.5 standard errors off.
    /// </summary>
    internal bool Holds(int index)
    {
        if (Basis != ChartBasis.Adjusted || Points[index].Rule != AlarmRule.Cusum || !(Limits.Sigma > 0))
        {
            return Points[index].IsAlarm;
        }

        bool above = Points[index].IsAbove;
        double sum = 0;
        int count = 0;
        for (int i = index; i >= 0 && count < 12 && Points[i].CusumOf(above) > 0; i--)
        {
            sum += Points[i].Value - Limits.Center;
            count++;
        }

        return Math.Abs(sum / count) >= 3.5 * Limits.Sigma * Math.Sqrt((1.0 / count) + (1.0 / Limits.BaselineCount));
    }

    /// <summary>Draws the chart of a series.</summary>
    /// <param name="series">The series. Moving ranges and runs are over neighbouring values; a gap between them is passed over.</param>
    /// <param name="baseline">The months that the limits are computed from; the CUSUM starts with the first value after them.</param>
    /// <param name="rules">The rule set.</param>
    /// <param name="basis">What is charted.</param>
    /// <param name="screenOutliers">Whether moving ranges beyond their own limit are left out of the baseline, as the NHS charts do.</param>
    /// <returns>The chart, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not defined.</exception>
    public static ControlChart Of(
        KpiSeries series, KpiBaseline baseline, AlarmRuleSet rules = AlarmRuleSet.Default, ChartBasis basis = ChartBasis.Values, bool screenOutliers = false)
    {
        Check.NotNull(series);
        Check.NotNull(baseline);
        Check.Defined(rules);
        Check.Defined(basis);
        (double[] values, int[]? times) = KpiTrend.Observed(series);
        (int from, int count) = Window(series, baseline, values.Length, times);
        if (count < 2)
        {
            return new ControlChart(new Message("tooFewBaselineValues"), rules, basis, null, 0, [], SeasonModel.Plain);
        }

        double widening = 1;
        SeasonModel season = SeasonModel.Plain;
        if (basis == ChartBasis.Adjusted)
        {
            if (series.Frequency == KpiFrequency.Monthly)
            {
                int firstSeason = series.Start.Month - 1;
                season = SeasonModel.Of(values, times, firstSeason, from, count, values.Length);
                values = season.Without(values, times, firstSeason);
            }
        }
        else if (basis != ChartBasis.Values)
        {
            values = (double[])values.Clone();
            if (Deseasonalise(series, values, times, from, count, basis, out widening) is { } reason)
            {
                return new ControlChart(new Message(reason), rules, basis, null, 0, [], SeasonModel.Plain);
            }
        }

        ControlLimits limits = basis == ChartBasis.Adjusted
            ? ControlLimits.OnOneLevel(values, from, count, season, screenOutliers)
            : ControlLimits.Of(values, from, count, screenOutliers, widening);
        (from, count) = season.OnOneLevel(from, count);
        return new ControlChart(null, rules, basis, limits, from, Run(series, values, times, from + count, limits, rules), season);
    }

    /// <summary>The share of KPIs without any change that raise at least one alarm within 12 months, as a fraction, with limits from a baseline of 24 months.</summary>
    /// <param name="rules">The rule set.</param>
    /// <remarks>
    /// Measured by the simulation that docs/methods.md describes, for independent normal months. Autocorrelation raises it: with 0.4 from month to month the default
    /// set alarms falsely in 47 % of years, the others in 59 % and 63 %. Runs and patterns may begin in the baseline, as on the NHS charts; counted within the
    /// watched months only, NHS alarms falsely in 18 %, Western Electric in 19 %.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rules"/> is not a defined value.</exception>
    public static double FalseAlarmRateOf(AlarmRuleSet rules) => Check.Defined(rules) == AlarmRuleSet.Default ? 0.13 : 0.22;

    /// <summary>The share of drops by 1.5 sigma that raise an alarm within 6 months, as a fraction, with limits from a baseline of 24 months.</summary>
    /// <param name="rules">The rule set.</param>
    /// <remarks>As <see cref="FalseAlarmRateOf"/>; counted within the watched months only, NHS finds 55 %, Western Electric 72 %.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rules"/> is not a defined value.</exception>
    public static double DetectionRateOf(AlarmRuleSet rules) => Check.Defined(rules) switch
    {
        AlarmRuleSet.Nhs => 0.69,
        AlarmRuleSet.WesternElectric => 0.78,
        _ => 0.68,
    };

    /// <summary>How many of the first values an automatic baseline takes: 24, or 12, or none.</summary>
    internal static int AutomaticCount(int observed) =>
        observed >= ControlLimits.FirmCount ? ControlLimits.FirmCount : observed >= ControlLimits.ProvisionalCount ? ControlLimits.ProvisionalCount : 0;

    private InvalidOperationException NoChart() => new("There is no chart: " + Reason + ".");

    private static (int From, int Count) Window(KpiSeries series, KpiBaseline baseline, int observed, int[]? times)
    {
        if (baseline.IsAutomatic)
        {
            return (0, AutomaticCount(observed));
        }

        int from = 0;
        while (from < observed && series.MonthAt(times is null ? from : times[from]) < baseline.From)
        {
            from++;
        }

        int to = from;
        while (to < observed && series.MonthAt(times is null ? to : times[to]) <= baseline.To)
        {
            to++;
        }

        return (from, to - from);
    }

    private static ControlChartPoint[] Run(KpiSeries series, double[] values, int[]? times, int monitoredFrom, ControlLimits limits, AlarmRuleSet rules)
    {
        var monitor = new ChartMonitor(limits, rules);
        (AlarmRule Rule, AlarmSide Side)[]? marks = rules == AlarmRuleSet.Nhs ? NhsMarks.Of(values, limits) : null;
        var points = new ControlChartPoint[values.Length];
        for (int i = 0; i < points.Length; i++)
        {
            (AlarmRule rule, AlarmSide side) = monitor.Next(values[i], i < monitoredFrom);
            if (marks is not null)
            {
                (rule, side) = marks[i];
            }

            points[i] = new ControlChartPoint(
                i, series.MonthAt(times is null ? i : times[i]), values[i], i < monitoredFrom, rule, side, monitor.High, monitor.Low, series.RawValues[times is null ? i : times[i]]);
        }

        return points;
    }

    /// <summary>Takes the calendar months out; the id of the reason where that cannot be done, else null.</summary>
    private static string? Deseasonalise(
        KpiSeries series, double[] values, int[]? times, int from, int count, ChartBasis basis, out double widening)
    {
        widening = 1;
        if (series.Frequency != KpiFrequency.Monthly)
        {
            return "notMonthly";
        }

        if (basis == ChartBasis.SeasonalLogs)
        {
            for (int i = 0; i < values.Length; i++)
            {
                if (!(values[i] > 0))
                {
                    return "valuesNotPositive";
                }

                values[i] = Math.Log(values[i]);
            }
        }

        var sums = new double[12];
        var counts = new int[12];
        int Season(int i) => (series.Start.Month - 1 + (times is null ? i : times[i])) % 12;
        for (int i = from; i < from + count; i++)
        {
            sums[Season(i)] += values[i];
            counts[Season(i)]++;
        }

        int least = counts.Min();
        if (least < 2)
        {
            return "seasonNotCovered";
        }

        double overall = 0;
        for (int season = 0; season < 12; season++)
        {
            sums[season] /= counts[season];
            overall += sums[season] / 12;
        }

        for (int i = 0; i < values.Length; i++)
        {
            values[i] -= sums[Season(i)] - overall;
        }

        // K values a month with their mean taken out vary by (K-1)/K of what they did.
        widening = Math.Sqrt(least / (least - 1.0));
        return null;
    }
}
