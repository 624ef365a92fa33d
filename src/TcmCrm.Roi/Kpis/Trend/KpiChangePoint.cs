using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Kpis;

/// <summary>
/// When a change of level most likely happened, by Pettitt's (1979) rank test. It dates a change that is known otherwise (an alarm, a trend); it is
/// not an alarm itself, because a trend or autocorrelation also makes its p small.
/// </summary>
public sealed class KpiChangePoint
{
    private KpiChangePoint(double k, double pValue, YearMonth lastBefore, YearMonth firstAfter, int lastIndexBefore)
    {
        K = k;
        PValue = pValue;
        LastMonthBefore = lastBefore;
        FirstMonthAfter = firstAfter;
        LastIndexBefore = lastIndexBefore;
    }

    /// <summary>max |U_t|, U_t = 2 sum of the first t ranks - t (n + 1).</summary>
    public double K { get; }

    /// <summary>min(1, 2 exp(-6 K^2 / (n^3 + n^2))): approximate, and for independent months only.</summary>
    public double PValue { get; }

    /// <summary>The last month with a value before the change.</summary>
    public YearMonth LastMonthBefore { get; }

    /// <summary>The first month with a value after the change.</summary>
    public YearMonth FirstMonthAfter { get; }

    /// <summary>The index, from 0 among the values without gaps, of <see cref="LastMonthBefore"/>.</summary>
    public int LastIndexBefore { get; }

    /// <summary>Dates the most likely change.</summary>
    /// <param name="series">The series.</param>
    /// <param name="change">The change; null when there is none.</param>
    /// <returns>False with fewer than 3 values, or when all are equal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is null.</exception>
    public static bool TryDate(KpiSeries series, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out KpiChangePoint? change)
    {
        Check.NotNull(series);
        (double[] values, int[]? times) = KpiTrend.Observed(series);
        change = null;
        if (values.Length < 3)
        {
            return false;
        }

        (double k, int last, double p) = Pettitt.Of(values);
        if (k == 0 || last == values.Length - 1)
        {
            return false;
        }

        change = new KpiChangePoint(
            k, p, series.MonthAt(times is null ? last : times[last]), series.MonthAt(times is null ? last + 1 : times[last + 1]), last);
        return true;
    }

    /// <summary>An invariant text, such as <c>after 2025-03, K = 104, p = 0.0059</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "after {0:uuuu-MM}, K = {1}, p = {2:G4}", LastMonthBefore, K, PValue);
}
