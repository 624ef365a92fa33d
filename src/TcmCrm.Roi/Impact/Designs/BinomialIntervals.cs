using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>Intervals of proportions: Wilson's score interval and Newcombe's hybrid score intervals of differences.</summary>
internal static class BinomialIntervals
{
    /// <summary>Wilson (1927).</summary>
    public static (double Lower, double Upper) Wilson(double successes, double trials, double confidence)
    {
        double z = NormalDistribution.TwoSidedCritical(confidence);
        double square = z * z;
        double failures = trials - successes;
        double centre = successes + (0.5 * square);
        double half = z * Math.Sqrt((successes * failures / trials) + (0.25 * square));
        double lower = successes == 0.0 ? 0.0 : (centre - half) / (trials + square);
        double upper = failures == 0.0 ? 1.0 : (centre + half) / (trials + square);
        return (Math.Max(lower, 0.0), Math.Min(upper, 1.0));
    }

    /// <summary>Newcombe (1998), method 10, of p1 - p2.</summary>
    public static (double Lower, double Upper) Difference(double x1, double n1, double x2, double n2, double confidence)
    {
        double p1 = x1 / n1;
        double p2 = x2 / n2;
        (double l1, double u1) = Wilson(x1, n1, confidence);
        (double l2, double u2) = Wilson(x2, n2, confidence);
        double difference = p1 - p2;
        return (difference - Length(p1 - l1, u2 - p2), difference + Length(u1 - p1, p2 - l2));
    }

    /// <summary>
    /// Newcombe (1998b), method 10, of p1 - p2 for paired answers: a both, b only the first, c only the second, d neither. The correlation phi is
    /// corrected for continuity where it is positive.
    /// </summary>
    public static (double Lower, double Upper) PairedDifference(double a, double b, double c, double d, double confidence)
    {
        double n = a + b + c + d;
        double p1 = (a + b) / n;
        double p2 = (a + c) / n;
        (double l1, double u1) = Wilson(a + b, n, confidence);
        (double l2, double u2) = Wilson(a + c, n, confidence);
        double margins = (a + b) * (c + d) * (a + c) * (b + d);
        double cross = (a * d) - (b * c);
        double corrected = cross > 0.0 ? Math.Max(cross - (0.5 * n), 0.0) : cross;
        double phi = margins > 0.0 ? corrected / Math.Sqrt(margins) : 0.0;
        double difference = p1 - p2;
        double down = PairedLength(p1 - l1, u2 - p2, phi);
        double up = PairedLength(u1 - p1, p2 - l2, phi);
        return (difference - down, difference + up);
    }

    /// <summary>McNemar's exact two-sided p-value: the discordant pairs are binomial with 1/2.</summary>
    public static double McNemarExact(double onlyFirst, double onlySecond)
    {
        double n = onlyFirst + onlySecond;
        if (n == 0.0)
        {
            return 1.0;
        }

        // P(X <= k) of a binomial(n, 1/2) is I_1/2(n-k, k+1).
        double k = Math.Min(onlyFirst, onlySecond);
        return Math.Min(2.0 * BetaFunction.Regularized(n - k, k + 1.0, 0.5), 1.0);
    }

    /// <summary>The two-sided p-value of the pooled two-sample score test.</summary>
    public static double ScoreP(double x1, double n1, double x2, double n2)
    {
        double pooled = (x1 + x2) / (n1 + n2);
        double variance = pooled * (1.0 - pooled) * ((1.0 / n1) + (1.0 / n2));
        return variance > 0.0 ? NormalDistribution.TwoSidedP(((x1 / n1) - (x2 / n2)) / Math.Sqrt(variance)) : 1.0;
    }

    private static double Length(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static double PairedLength(double a, double b, double phi) => Math.Sqrt(Math.Max((a * a) - (2.0 * phi * a * b) + (b * b), 0.0));
}
