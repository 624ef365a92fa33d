using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>What is known about a KPI, put together: trend, alarms, forecast, the two states, and the warnings that go with them.</summary>
/// <remarks>
/// <see cref="State"/>, in this order. Fewer than 8 values: InsufficientData. Under 24 months whose season is unknown (<see cref="KpiSeason.Unknown"/>): a
/// trend counts only where it is there beside a free wave a year; a trend that a season could explain, alarms, or a broken level are InsufficientData. Let T be the direction of the trend at the level
/// (<see cref="KpiTrend.DirectionAt(double)"/>; by the plain test where no season is there) and A the side of the alarms among the last 3 points of the chart; an
/// alarm of the cumulative sum counts while the latest 12 months, or those since the sum runs, lie 3.5 standard errors off the centre. A on both sides, or T against A:
/// Volatile. T or A to one side: Improving or Deteriorating by the better direction of the KPI, NotJudged without one. Neither: Volatile when
/// two or more of the last 12 moving ranges after the baseline are above their limit; else Flat. Alarms are against the frozen baseline, so
/// Improving may also mean that the KPI is now, and stays, on a better level than in the baseline.
/// <see cref="TargetState"/>: when the month of the target is reached, OnTarget if the latest value meets the target, else OffTarget. Before it, by the chance
/// of the forecast: OnTarget from 80 %, OffTarget under 20 %, else Warning. Without a forecast, or with one whose autocorrelation lies at the edge: OnTarget if the
/// latest value meets the target, else Warning; a series that has never moved and does not meet it is OffTarget.
/// </remarks>
/// <example>
/// <code>
/// KpiAssessment assessment = KpiAssessment.Of(nps);
/// foreach (ControlChartPoint point in assessment.Chart.Points.Where(point =&gt; point.IsAlarm))
/// {
///     Console.WriteLine($"{point.Month}: {Language.Of("en").Say(point.AlarmName)}");
/// }
/// </code>
/// </example>
public sealed class KpiAssessment
{
    /// <summary>Fewer values than this are InsufficientData.</summary>
    public const int MinimumCount = 8;

    /// <summary>From this chance on a target counts as reached in time.</summary>
    public const double OnTargetChance = 0.8;

    /// <summary>Under this chance a target counts as missed.</summary>
    public const double OffTargetChance = 0.2;

    private readonly KpiChangePoint? change;
    private readonly KpiTarget? target;
    private readonly int levelBreak;

    private KpiAssessment(KpiSeries series, KpiAssessmentOptions options)
    {
        Series = series;
        Options = options;
        Trend = KpiTrend.Of(series, 1 - options.Level);
        Chart = ControlChart.Of(series, options.Baseline, options.Rules, options.Basis, options.ScreenOutliers);
        HasChange = KpiChangePoint.TryDate(series, out change);
        if (options.Target is { } wanted && !series.Definition.IsInRange(wanted.Value))
        {
            throw Check.OutOfRange("target", wanted.Value, series.Definition.RangeText, series.Definition.Range);
        }

        bool mayBreak = IsSeasonUnknown || !Chart.IsAvailable || Chart.Basis != ChartBasis.Adjusted || Chart.Model.Breaks.Length > 0 || Chart.Alarms.Count > 0;
        levelBreak = mayBreak ? LevelBreaks.LatestOf(series) : 0;
        target = WithPath(options.Target, Chart);
        Forecast = target is null ? KpiForecast.None("noTarget") : KpiForecast.To(series, target, 1 - options.Level);
        State = Decide();
        TargetState = DecideTarget();
        Warnings = KpiWarnings.Of(this);
    }

    /// <summary>What was assessed.</summary>
    public KpiSeries Series { get; }

    /// <summary>How.</summary>
    public KpiAssessmentOptions Options { get; }

    /// <summary>Slope and test.</summary>
    public KpiTrend Trend { get; }

    /// <summary>Limits, CUSUM and alarms.</summary>
    public ControlChart Chart { get; }

    /// <summary>Whether a most likely change can be dated: not with fewer than 3 values, or when all are equal.</summary>
    public bool HasChange { get; }

    /// <summary>When the level most likely changed.</summary>
    /// <exception cref="InvalidOperationException">It cannot be dated; see <see cref="HasChange"/>.</exception>
    public KpiChangePoint Change => change ?? throw new InvalidOperationException("There are fewer than 3 values, or all are equal: no change to date.");

    /// <summary>
    /// Whether the level broke: a lasting step that is larger than what season, slope and autocorrelation explain (docs/kpis.md). Under 24 months with values a season may be at the bottom of it.
    /// Not looked for in series that are not monthly, with fewer than 8 values, nor where the chart has neither an alarm nor a break in what it learned from.
    /// </summary>
    public bool HasLevelBreak => levelBreak > 0;

    /// <summary>The first month on the level that the KPI has been on since its latest break.</summary>
    /// <exception cref="InvalidOperationException">The level did not break; see <see cref="HasLevelBreak"/>.</exception>
    public YearMonth LevelBreakMonth => HasLevelBreak ? LevelBreaks.MonthOf(Series, levelBreak) : throw new InvalidOperationException("The level did not break.");

    /// <summary>Whether a target was set.</summary>
    public bool HasTarget => target is not null;

    /// <summary>The target with its path, which begins at the centre and the end of the baseline where it has none of its own.</summary>
    /// <exception cref="InvalidOperationException">No target was set; see <see cref="HasTarget"/>.</exception>
    public KpiTarget Target => target ?? throw new InvalidOperationException("No target was set.");

    /// <summary>Whether the latest value meets the target; false without a target or a better direction.</summary>
    public bool MeetsTarget =>
        target is not null && Series.Definition.Direction != KpiDirection.Neutral && TryGetLatest(out _, out double latest) && KpiTarget.Meets(latest, target.Value, Series.Definition.Direction);

    /// <summary>The forecast to the target.</summary>
    public KpiForecast Forecast { get; }

    /// <summary>What the KPI is doing.</summary>
    public KpiState State { get; }

    /// <summary>How it stands to its target.</summary>
    public KpiTargetState TargetState { get; }

    /// <summary>What a reader has to know, most important first.</summary>
    public IReadOnlyList<Message> Warnings { get; }

    /// <summary>Assesses a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">How; <see cref="KpiAssessmentOptions.Default"/> when null.</param>
    /// <returns>The assessment.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target is outside the range of the KPI.</exception>
    public static KpiAssessment Of(KpiSeries series, KpiAssessmentOptions? options = null) =>
        new(Check.NotNull(series), options ?? KpiAssessmentOptions.Default);

    /// <summary>An invariant text, such as <c>WinRate 2024-01..2025-12 ...: Improving, OnTarget</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1}, {2}", Series, State, TargetState);

    /// <summary>Whether a season could be what moves the KPI: fewer than 24 months, and nobody said that there is no season.</summary>
    internal bool IsSeasonUnknown =>
        Options.Basis == ChartBasis.Adjusted && Series.Frequency == KpiFrequency.Monthly && Series.ObservedCount < SeasonModel.MinimumCount;

    /// <summary>Whether the seasonal test decides on a trend: not where a season was looked for and is not there.</summary>
    internal bool HasSeason => Chart.Season != KpiSeason.None;

    /// <summary>The values before and since the latest break, up to the break before it: their means without the season that the chart takes out.</summary>
    internal (double Before, double Since) Levels()
    {
        (double[] values, int[]? times) = KpiTrend.Observed(Series);
        int first = Series.Start.Month - 1;
        double[] rest = Chart.Model.Without(values, times, first);
        int[] breaks = values.Length < LevelBreaks.MinimumCount ? [levelBreak] : LevelBreaks.Of(values, times, first, values.Length);
        int from = breaks.Length > 1 ? breaks[breaks.Length - 2] : 0;
        return (rest.Skip(from).Take(levelBreak - from).Average(), rest.Skip(levelBreak).Average());
    }

    /// <summary>The latest value; false when there is none.</summary>
    internal bool TryGetLatest(out int index, out double value)
    {
        for (index = Series.Count - 1; index >= 0; index--)
        {
            if (Series.TryGetValue(index, out value))
            {
                return true;
            }
        }

        value = 0;
        return false;
    }

    private static KpiTarget? WithPath(KpiTarget? target, ControlChart chart)
    {
        if (target is null || target.HasPath || !chart.IsAvailable || chart.Basis is not (ChartBasis.Values or ChartBasis.Adjusted))
        {
            return target;
        }

        ControlChartPoint end = chart.Points.Last(point => point.IsInBaseline);
        return end.Month < target.By ? new KpiTarget(end.Month, chart.Limits.Center, target.Value, target.By) : target;
    }

    private KpiState Decide()
    {
        if (Series.ObservedCount < MinimumCount)
        {
            return KpiState.InsufficientData;
        }

        int trend = Trend.DirectionAt(Options.Level, HasSeason);
        if (IsSeasonUnknown && (trend != 0 || Chart.Alarms.Count > 0 || HasLevelBreak))
        {
            (double[] values, int[]? times) = KpiTrend.Observed(Series);
            if (trend == 0 || ShortTrend.DirectionOf(values, times, Options.Level) != trend)
            {
                return KpiState.InsufficientData;
            }
        }

        int alarm = 0;
        for (int i = Math.Max(0, Chart.Points.Count - 3); i < Chart.Points.Count; i++)
        {
            int side = !Chart.Holds(i) ? 0 : Chart.Points[i].Side switch { AlarmSide.Above => 1, AlarmSide.Below => -1, _ => 0 };
            if (side * alarm < 0)
            {
                return KpiState.Volatile;
            }

            alarm = side != 0 ? side : alarm;
        }

        if (trend * alarm < 0)
        {
            return KpiState.Volatile;
        }

        int direction = trend != 0 ? trend : alarm;
        if (direction == 0)
        {
            return WideRanges() >= 2 ? KpiState.Volatile : KpiState.Flat;
        }

        return Series.Definition.Direction switch
        {
            KpiDirection.Neutral => KpiState.NotJudged,
            KpiDirection.LowerIsBetter => direction < 0 ? KpiState.Improving : KpiState.Deteriorating,
            _ => direction > 0 ? KpiState.Improving : KpiState.Deteriorating,
        };
    }

    private int WideRanges()
    {
        int wide = 0;
        for (int i = Math.Max(1, Chart.Points.Count - 12); i < Chart.Points.Count; i++)
        {
            bool beyond = Math.Abs(Chart.Points[i].Value - Chart.Points[i - 1].Value) > Chart.Limits.MovingRangeLimit;
            wide += beyond && !Chart.Points[i].IsInBaseline ? 1 : 0;
        }

        return wide;
    }

    private KpiTargetState DecideTarget()
    {
        KpiDirection direction = Series.Definition.Direction;
        if (target is null || direction == KpiDirection.Neutral || !TryGetLatest(out int index, out double latest))
        {
            return KpiTargetState.NoTarget;
        }

        bool meets = KpiTarget.Meets(latest, target.Value, direction);
        if (Series.LastMonthOf(index) >= target.By)
        {
            return meets ? KpiTargetState.OnTarget : KpiTargetState.OffTarget;
        }

        if (!Forecast.IsAvailable || Forecast.IsAtEdge)
        {
            return meets ? KpiTargetState.OnTarget : HasEverMoved() ? KpiTargetState.Warning : KpiTargetState.OffTarget;
        }

        return Forecast.Chance >= OnTargetChance ? KpiTargetState.OnTarget
            : Forecast.Chance < OffTargetChance ? KpiTargetState.OffTarget
            : KpiTargetState.Warning;
    }

    private bool HasEverMoved()
    {
        double? first = null;
        for (int i = 0; i < Series.Count; i++)
        {
            if (Series.TryGetValue(i, out double value))
            {
                first ??= value;
                if (value != first)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
