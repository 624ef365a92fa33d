using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Kpis;

/// <summary>The seasonal form of a trend; the remarks of <see cref="KpiTrend"/> say how it is computed.</summary>
internal sealed class SeasonalKendall
{
    private const int Seasons = 12;

    private SeasonalKendall(double slopePerYear, MannKendallTest test)
    {
        SlopePerYear = slopePerYear;
        Test = test;
    }

    public double SlopePerYear { get; }

    public MannKendallTest Test { get; }

    /// <param name="values">The values, oldest first.</param>
    /// <param name="times">Their indices in months; null when there are no gaps.</param>
    /// <param name="firstSeason">The calendar month, from 0, of index 0.</param>
    public static SeasonalKendall? Of(double[] values, int[]? times, int firstSeason)
    {
        int n = values.Length;
        var ordered = new double[n];
        var years = new int[n];
        var from = new int[Seasons + 1];
        for (int season = 0, next = 0; season < Seasons; season++)
        {
            from[season] = next;
            for (int i = 0; i < n; i++)
            {
                int month = firstSeason + (times is null ? i : times[i]);
                if (month % Seasons == season)
                {
                    ordered[next] = values[i];
                    years[next++] = month / Seasons;
                }
            }

            from[season + 1] = next;
        }

        double? slope = MedianSlope(ordered, years, from);
        if (slope is null)
        {
            return null;
        }

        long s = 0;
        var variances = new double[Seasons];
        var work = new double[2 * n];
        for (int season = 0; season < Seasons; season++)
        {
            KendallScore score = Kendall.Score(ordered, from[season], from[season + 1] - from[season], work);
            s += score.S;
            variances[season] = score.Variance;
        }

        double r = Autocorrelation(values, times, firstSeason, slope.Value / Seasons, ordered, years, from);
        double variance = variances.Sum();
        double factor = Factor(r, variances, from);
        (double z, double p) = Kendall.NormalTail(s, variance * factor);
        return new SeasonalKendall(slope.Value, new MannKendallTest(s, variance, factor, Math.Max(0, r), z, p, p, isExact: false));
    }

    private static double? MedianSlope(double[] ordered, int[] years, int[] from)
    {
        int count = 0;
        for (int season = 0; season < Seasons; season++)
        {
            int size = from[season + 1] - from[season];
            count += size * (size - 1) / 2;
        }

        if (count == 0)
        {
            return null;
        }

        var slopes = new double[count];
        int next = 0;
        for (int season = 0; season < Seasons; season++)
        {
            for (int i = from[season]; i < from[season + 1]; i++)
            {
                for (int j = i + 1; j < from[season + 1]; j++)
                {
                    slopes[next++] = (ordered[j] - ordered[i]) / (years[j] - years[i]);
                }
            }
        }

        double upper = OrderStatistic.Select(slopes, 0, count, count / 2);
        return count % 2 == 1 ? upper : (OrderStatistic.Select(slopes, 0, count, (count / 2) - 1) + upper) / 2;
    }

    /// <summary>The bias-corrected lag-one rank autocorrelation after trend and calendar-month medians are taken out.</summary>
    private static double Autocorrelation(
        double[] values, int[]? times, int firstSeason, double slopePerMonth, double[] ordered, int[] years, int[] from)
    {
        var medians = new double[Seasons];
        var work = new double[values.Length];
        for (int season = 0; season < Seasons; season++)
        {
            int size = from[season + 1] - from[season];
            for (int i = 0; i < size; i++)
            {
                int at = from[season] + i;
                work[i] = ordered[at] - (slopePerMonth * ((years[at] * Seasons) + season - firstSeason));
            }

            if (size > 0)
            {
                double upper = OrderStatistic.Select(work, 0, size, size / 2);
                medians[season] = size % 2 == 1 ? upper : (OrderStatistic.Select(work, 0, size, (size / 2) - 1) + upper) / 2;
            }
        }

        for (int i = 0; i < values.Length; i++)
        {
            int time = times is null ? i : times[i];
            work[i] = values[i] - (slopePerMonth * time) - medians[(firstSeason + time) % Seasons];
        }

        return SerialDependence.Corrected(SerialDependence.RankLagOne(work, times, 0), values.Length);
    }

    private static double Factor(double r, double[] variances, int[] from)
    {
        double total = variances.Sum();
        if (!(r > 0) || !(total > 0))
        {
            return 1;
        }

        double sum = 0;
        for (int d = 0; d < Seasons; d++)
        {
            // Distance 0 is a month with itself: its own series is autocorrelated at a lag of a year.
            double correlation = d == 0 ? 1 : 6 / Math.PI * Math.Asin(Math.Min(1, Math.Pow(r, d) + Math.Pow(r, Seasons - d)) / 2);
            for (int season = 0; season < Seasons; season++)
            {
                int other = (season + d) % Seasons;
                double own = d == 0 ? SerialDependence.VarianceFactor(Math.Pow(r, Seasons), from[season + 1] - from[season]) : 1;
                sum += own * correlation * Math.Sqrt(variances[season] * variances[other]);
            }
        }

        return Math.Max(1, sum / total);
    }
}
