namespace TcmCrm.Roi.Statistics;

/// <summary>How much autocorrelation inflates the variance of Kendall's S.</summary>
internal static class SerialDependence
{
    /// <summary>
    /// The lag-one autocorrelation of the ranks of <c>y - slope t</c>, over neighbours one step apart. The detrended values are rounded before they
    /// are ranked, so that values that are equal but for rounding share a rank: to 12 digits of the largest of them all.
    /// </summary>
    /// <param name="values">The values, oldest first.</param>
    /// <param name="times">The step each stands at, ascending; null when they are consecutive.</param>
    /// <param name="slope">The slope a step that is taken out.</param>
    public static double RankLagOne(double[] values, int[]? times, double slope)
    {
        int n = values.Length;
        double largest = 0;
        foreach (double value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        var residuals = new double[n];
        double quantum = largest > 0 ? Math.Pow(10, Math.Floor(Math.Log10(largest)) - 11) : 1;
        for (int i = 0; i < n; i++)
        {
            residuals[i] = Math.Round((values[i] - (slope * (times is null ? i : times[i] - times[0]))) / quantum);
        }

        return LagOne(Ranks.Of(residuals), times);
    }

    /// <summary>sum of (x_t - m)(x_t+1 - m) over sum of (x_t - m)^2; with gaps over the neighbours that are one step apart, scaled to n - 1 of them.</summary>
    public static double LagOne(double[] x, int[]? times)
    {
        int n = x.Length;
        double mean = 0;
        for (int i = 0; i < n; i++)
        {
            mean += x[i];
        }

        mean /= n;
        double square = 0;
        double product = 0;
        int neighbours = 0;
        for (int i = 0; i < n; i++)
        {
            double deviation = x[i] - mean;
            square += deviation * deviation;
            if (i > 0 && (times is null || times[i] - times[i - 1] == 1))
            {
                product += deviation * (x[i - 1] - mean);
                neighbours++;
            }
        }

        return square > 0 && neighbours > 0 ? product / square * (n - 1) / neighbours : 0;
    }

    /// <summary>r = clip(r1 + (1 + 4 r1) / n, 0, 0.9): r1 is biased towards zero in short series.</summary>
    public static double Corrected(double lagOne, int n) => Math.Min(Math.Max(lagOne + ((1 + (4 * lagOne)) / n), 0), 0.9);

    /// <summary>
    /// f = 1 + 2 / (n (n-1) (n-2)) sum over i = 1..n-2 of (n-i)(n-i-1)(n-i-2) (6/pi) asin(r^i / 2), never below 1: Hamed and Rao (1998) with the
    /// rank autocorrelation of an AR(1) process at every lag.
    /// </summary>
    public static double VarianceFactor(double r, int n)
    {
        if (n < 3 || r <= 0)
        {
            return 1;
        }

        double sum = 0;
        double power = r;
        for (int i = 1; i <= n - 2 && power > 1e-18; i++, power *= r)
        {
            sum += (double)(n - i) * (n - i - 1) * (n - i - 2) * (6 / Math.PI) * Math.Asin(power / 2);
        }

        return Math.Max(1, 1 + (2 * sum / ((double)n * (n - 1) * (n - 2))));
    }
}
