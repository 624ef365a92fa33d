namespace TcmCrm.Roi.Statistics;

/// <summary>The log-rank test of two survival curves: Mantel (1966), hypergeometric variance, one degree of freedom.</summary>
internal static class LogRank
{
    /// <summary>Observed and expected events of the first group, and the variance of their difference.</summary>
    internal static (int Observed, double Expected, double Variance) Sums(KaplanMeier first, KaplanMeier second)
    {
        int observed = 0;
        double expected = 0;
        double variance = 0;
        foreach (double time in MergedTimes(first, second))
        {
            int d1 = first.EventsAt(time);
            int d = d1 + second.EventsAt(time);
            if (d == 0)
            {
                continue;
            }

            double n1 = first.AtRiskAt(time);
            double n = n1 + second.AtRiskAt(time);
            observed += d1;
            expected += d * n1 / n;
            if (n > 1)
            {
                variance += d * (n1 / n) * (1 - n1 / n) * (n - d) / (n - 1);
            }
        }

        return (observed, expected, variance);
    }

    private static IEnumerable<double> MergedTimes(KaplanMeier first, KaplanMeier second)
    {
        int i = 0;
        int j = 0;
        while (i < first.Times.Length || j < second.Times.Length)
        {
            double a = i < first.Times.Length ? first.Times[i] : double.PositiveInfinity;
            double b = j < second.Times.Length ? second.Times[j] : double.PositiveInfinity;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
            yield return Math.Min(a, b);
        }
    }
}
