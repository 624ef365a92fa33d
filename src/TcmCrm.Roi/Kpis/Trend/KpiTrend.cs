using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Kpis;

/// <summary>Whether and how fast a KPI rises or falls: Theil-Sen slope, Mann-Kendall test and, from 24 months, their seasonal form.</summary>
/// <remarks>
/// <para>Slope, interval and S are exact in O(n log n) time and O(n) memory, so daily data over ten years take milliseconds.</para>
/// <para>
/// The slope is the median of the slopes between all pairs of points. Sen (1968): N = n(n-1)/2 slopes in ascending order, C = z sqrt(varS); lower =
/// d_(round((N-C)/2)), upper = d_(round((N+C)/2)+1), counted from 1, rounded half to even, kept inside 1..N. The interval takes ties into account but no
/// autocorrelation; the corrected one uses the corrected variance.
/// </para>
/// <para>
/// The seasonal form compares each January with other Januaries only, so that the season neither hides nor feigns a trend. Hirsch, Slack and Smith (1982): S and
/// varS are the sums over the calendar months, the slope is the median of the slopes between equal months. Neighbouring months of an autocorrelated series rise
/// together: f is the sum over all pairs of months of sqrt(v_g v_h) (6/pi) asin(rho_gh / 2) over the sum of v_g, rho_gh = r^d + r^(12-d) for months d apart, with r
/// from the deseasonalised ranks.
/// </para>
/// </remarks>
public sealed class KpiTrend
{
    /// <summary>Fewer values than this have no trend.</summary>
    public const int MinimumCount = 3;

    /// <summary>From this many months with values the seasonal form is given.</summary>
    public const int SeasonalMinimumCount = 24;

    private const int ExactUpTo = 10;

    private readonly Line? line;
    private readonly MannKendallTest? test;
    private readonly SeasonalKendall? seasonal;

    private KpiTrend(int count, double confidenceLevel, Line? line, MannKendallTest? test, SeasonalKendall? seasonal)
    {
        Count = count;
        ConfidenceLevel = confidenceLevel;
        this.line = line;
        this.test = test;
        this.seasonal = seasonal;
    }

    /// <summary>How many values there are.</summary>
    public int Count { get; }

    /// <summary>Whether there are enough values, <see cref="MinimumCount"/> or more.</summary>
    public bool IsAvailable => line is not null;

    /// <summary>The confidence level of the intervals of the slope, such as 0.95.</summary>
    public double ConfidenceLevel { get; }

    /// <summary>The Theil-Sen slope, in units of the KPI a step (a month, or a point of a coarser series).</summary>
    /// <exception cref="InvalidOperationException">There are too few values; see <see cref="IsAvailable"/>.</exception>
    public double Slope => Get().Slope;

    /// <summary>Lower end of the interval of the slope.</summary>
    /// <exception cref="InvalidOperationException">There are too few values; see <see cref="IsAvailable"/>.</exception>
    public double SlopeLower => Get().Plain.Lower;

    /// <summary>Upper end of the interval of the slope.</summary>
    /// <exception cref="InvalidOperationException">There are too few values; see <see cref="IsAvailable"/>.</exception>
    public double SlopeUpper => Get().Plain.Upper;

    /// <summary>Lower end of the interval with the variance corrected for autocorrelation; never above <see cref="SlopeLower"/>.</summary>
    /// <exception cref="InvalidOperationException">There are too few values; see <see cref="IsAvailable"/>.</exception>
    public double CorrectedSlopeLower => Get().Corrected.Lower;

    /// <summary>Upper end of the interval with the variance corrected for autocorrelation; never below <see cref="SlopeUpper"/>.</summary>
    /// <exception cref="InvalidOperationException">There are too few values; see <see cref="IsAvailable"/>.</exception>
    public double CorrectedSlopeUpper => Get().Corrected.Upper;

    /// <summary>The test.</summary>
    /// <exception cref="InvalidOperationException">There are too few values; see <see cref="IsAvailable"/>.</exception>
    public MannKendallTest Test => test ?? throw TooFew();

    /// <summary>Whether there is a seasonal form: not under 24 months with values, for series that are not monthly, or when no calendar month comes twice.</summary>
    public bool IsSeasonal => seasonal is not null;

    /// <summary>The median slope between equal calendar months, in units of the KPI a year.</summary>
    /// <exception cref="InvalidOperationException">There is no seasonal form; see <see cref="IsSeasonal"/>.</exception>
    public double SeasonalSlopePerYear => (seasonal ?? throw NotSeasonal()).SlopePerYear;

    /// <summary>The test within calendar months; its p is never exact.</summary>
    /// <exception cref="InvalidOperationException">There is no seasonal form; see <see cref="IsSeasonal"/>.</exception>
    public MannKendallTest SeasonalTest => (seasonal ?? throw NotSeasonal()).Test;

    /// <summary>
    /// Rising (1), falling (-1) or neither (0) at a level: by the seasonal form where there is one, else by the plain test.
    /// </summary>
    /// <param name="level">The two-sided level, above 0 and below 1, such as 0.05.</param>
    /// <returns>1, -1 or 0; 0 also when there are too few values.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside.</exception>
    public int DirectionAt(double level)
    {
        if (level is not (> 0 and < 1))
        {
            throw Check.OutOfRange(nameof(level), level, "above 0 and below 1", AllowedRange.InsideOne);
        }

        return DirectionAt(level, hasSeason: true);
    }

    /// <summary>As <see cref="DirectionAt(double)"/>; a KPI without a season is judged by the plain test, which sees more.</summary>
    internal int DirectionAt(double level, bool hasSeason)
    {
        if (seasonal is not null && hasSeason)
        {
            return seasonal.Test.PValue <= level ? Math.Sign(seasonal.Test.S) : 0;
        }

        return test is not null && test.IsSignificant(level) ? Math.Sign(test.S) : 0;
    }

    /// <summary>The trend of a series; gaps keep their place in time, the slope is a point (a month in a monthly series).</summary>
    /// <param name="series">The series.</param>
    /// <param name="confidenceLevel">Of the interval of the slope; above 0 and below 1.</param>
    /// <returns>The trend.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidenceLevel"/> is outside.</exception>
    public static KpiTrend Of(KpiSeries series, double confidenceLevel = 0.95)
    {
        Check.NotNull(series);
        CheckLevel(confidenceLevel);
        (double[] values, int[]? times) = Observed(series);
        bool seasonal = series.Frequency == KpiFrequency.Monthly && values.Length >= SeasonalMinimumCount;
        return Of(values, times, confidenceLevel, seasonal ? SeasonalKendall.Of(values, times, series.Start.Month - 1) : null);
    }

    /// <summary>The trend of evenly spaced values, such as daily data; no seasonal form.</summary>
    /// <param name="values">The values, oldest first; finite. Copied.</param>
    /// <param name="confidenceLevel">Of the interval of the slope; above 0 and below 1.</param>
    /// <returns>The trend; the slope is a step.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidenceLevel"/> is outside.</exception>
    public static KpiTrend OfValues(IReadOnlyList<double> values, double confidenceLevel = 0.95)
    {
        double[] copy = [.. Check.NotNull(values)];
        foreach (double value in copy)
        {
            Check.Finite(value, nameof(values));
        }

        CheckLevel(confidenceLevel);
        return Of(copy, null, confidenceLevel, null);
    }

    /// <summary>The values of a series without its gaps, and their indices when there are gaps.</summary>
    internal static (double[] Values, int[]? Times) Observed(KpiSeries series)
    {
        double[] raw = series.RawValues;
        if (series.ObservedCount == raw.Length)
        {
            return (raw, null);
        }

        var values = new double[series.ObservedCount];
        var times = new int[values.Length];
        int next = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            if (!double.IsNaN(raw[i]))
            {
                values[next] = raw[i];
                times[next++] = i;
            }
        }

        return (values, times);
    }

    private static KpiTrend Of(double[] values, int[]? times, double confidenceLevel, SeasonalKendall? seasonal)
    {
        int n = values.Length;
        if (n < MinimumCount)
        {
            return new KpiTrend(n, confidenceLevel, null, null, null);
        }

        var slopes = new TheilSen(values, times);
        double median = slopes.Median();
        KendallScore score = Kendall.Score(values, 0, n, new double[2 * n]);
        double r = SerialDependence.Corrected(SerialDependence.RankLagOne(values, times, median), n);
        double factor = SerialDependence.VarianceFactor(r, n);
        (double z, double normal) = Kendall.NormalTail(score.S, score.Variance * factor);
        bool exact = n <= ExactUpTo && score.Tied == 0;
        double critical = NormalDistribution.TwoSidedCritical(confidenceLevel);
        ((double Lower, double Upper) plain, (double Lower, double Upper) corrected) = slopes.Intervals(critical, score.Variance, score.Variance * factor);
        return new KpiTrend(
            n,
            confidenceLevel,
            new Line(median, plain, corrected),
            new MannKendallTest(score.S, score.Variance, factor, r, z, normal, exact ? Kendall.ExactTail(score.S, n) : normal, exact),
            seasonal);
    }

    private static void CheckLevel(double confidenceLevel)
    {
        if (confidenceLevel is not (> 0 and < 1))
        {
            throw Check.OutOfRange(nameof(confidenceLevel), confidenceLevel, "above 0 and below 1", AllowedRange.InsideOne);
        }
    }

    private static InvalidOperationException TooFew() => new("There are fewer than 3 values: no trend.");

    private static InvalidOperationException NotSeasonal() => new("There is no seasonal form of the trend.");

    private Line Get() => line ?? throw TooFew();

    private sealed class Line(double slope, (double Lower, double Upper) plain, (double Lower, double Upper) corrected)
    {
        public double Slope { get; } = slope;

        public (double Lower, double Upper) Plain { get; } = plain;

        public (double Lower, double Upper) Corrected { get; } = corrected;
    }
}
