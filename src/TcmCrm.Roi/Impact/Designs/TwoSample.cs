namespace TcmCrm.Roi.Impact;

/// <summary>Comparisons of two means. Each needs two or more values a side and some variation; the caller checks.</summary>
internal static class TwoSample
{
    /// <summary>The largest autocorrelation that the effective sample size reckons with.</summary>
    private const double LargestCorrelation = 0.9;

    /// <summary>Welch's unequal-variance t: se^2 = s1^2/n1 + s2^2/n2, Satterthwaite's degrees of freedom.</summary>
    public static MeanComparison Welch(double[] before, double[] after)
    {
        double estimate = Mean(after) - Mean(before);
        return Combine(estimate, Variance(before), before.Length, before.Length - 1.0, Variance(after), after.Length, after.Length - 1.0, 0.0);
    }

    /// <summary>
    /// Welch with effective sample sizes (METHODS C2): r1 from the deviations from the own period's mean, r = clip(r1 + (1+4 r1)/n + 1/n, 0, 0.9),
    /// n_i* = max(n_i (1-r)/(1+r), 2). Deviations are paired only where their months follow each other.
    /// </summary>
    /// <param name="before">Values before, oldest first.</param>
    /// <param name="after">Values after, oldest first.</param>
    /// <param name="timeBefore">Month numbers before, or null for consecutive months throughout (the first after follows the last before).</param>
    /// <param name="timeAfter">Month numbers after; null exactly where <paramref name="timeBefore"/> is.</param>
    public static MeanComparison WelchEffective(double[] before, double[] after, int[]? timeBefore = null, int[]? timeAfter = null)
    {
        double meanBefore = Mean(before);
        double meanAfter = Mean(after);
        int n = before.Length + after.Length;
        double products = 0.0;
        double squares = 0.0;
        double previous = 0.0;
        int previousTime = 0;
        for (int i = 0; i < n; i++)
        {
            bool isBefore = i < before.Length;
            double deviation = isBefore ? before[i] - meanBefore : after[i - before.Length] - meanAfter;
            int time = timeBefore is null ? i : isBefore ? timeBefore[i] : timeAfter![i - before.Length];
            if (i > 0 && time - previousTime == 1)
            {
                products += deviation * previous;
            }

            squares += deviation * deviation;
            previous = deviation;
            previousTime = time;
        }

        double r1 = squares > 0.0 ? products / squares : 0.0;
        double r = Math.Min(Math.Max(r1 + ((1.0 + (4.0 * r1)) / n) + (1.0 / n), 0.0), LargestCorrelation);
        double shrink = (1.0 - r) / (1.0 + r);
        double effectiveBefore = Math.Max(before.Length * shrink, 2.0);
        double effectiveAfter = Math.Max(after.Length * shrink, 2.0);
        return Combine(
            meanAfter - meanBefore,
            Variance(before), effectiveBefore, Math.Max(effectiveBefore - 1.0, 1.0),
            Variance(after), effectiveAfter, Math.Max(effectiveAfter - 1.0, 1.0),
            r);
    }

    /// <summary>Student's t on paired differences.</summary>
    public static MeanComparison Paired(double[] differences)
    {
        int n = differences.Length;
        return new MeanComparison(Mean(differences), Math.Sqrt(Variance(differences) / n), n - 1.0, 0.0, n, n);
    }

    /// <summary>Welch from means, variances and sizes; variances with the divisor n - 1.</summary>
    public static MeanComparison Combine(
        double estimate, double varianceBefore, double sizeBefore, double degreesBefore, double varianceAfter, double sizeAfter, double degreesAfter, double rho)
    {
        double before = varianceBefore / sizeBefore;
        double after = varianceAfter / sizeAfter;
        double sum = before + after;

        // Shares instead of squares of the variances: no overflow or underflow, whatever the unit.
        double shareBefore = before / sum;
        double shareAfter = after / sum;
        double degrees = 1.0 / ((shareBefore * shareBefore / degreesBefore) + (shareAfter * shareAfter / degreesAfter));
        return new MeanComparison(estimate, Math.Sqrt(sum), degrees, rho, sizeBefore, sizeAfter);
    }

    /// <summary>The mean, with the rounding of the first pass taken out by a second one over the deviations.</summary>
    public static double Mean(double[] values)
    {
        double sum = 0.0;
        foreach (double value in values)
        {
            sum += value;
        }

        double mean = sum / values.Length;
        double rest = 0.0;
        foreach (double value in values)
        {
            rest += value - mean;
        }

        return mean + (rest / values.Length);
    }

    /// <summary>The variance with the divisor n - 1 by the corrected two-pass algorithm (Chan, Golub and LeVeque 1983).</summary>
    public static double Variance(double[] values)
    {
        double mean = Mean(values);
        double squares = 0.0;
        double rest = 0.0;
        foreach (double value in values)
        {
            double deviation = value - mean;
            squares += deviation * deviation;
            rest += deviation;
        }

        return (squares - (rest * rest / values.Length)) / (values.Length - 1);
    }
}
