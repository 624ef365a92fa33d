namespace TcmCrm.Roi.Statistics;

/// <summary>Kendall's S of a series against its own order, in O(n log n) by counting inversions while merging; and its variance and tails.</summary>
internal static class Kendall
{
    /// <summary>S, the number of rising pairs minus the number of falling pairs, and the two sums over ties that its variance needs.</summary>
    /// <param name="values">The values, oldest first; left as they are.</param>
    /// <param name="work">At least <c>2 n</c> places; on return the first n hold the values in ascending order.</param>
    /// <param name="n">How many values.</param>
    /// <param name="offset">The index of the first value.</param>
    public static KendallScore Score(double[] values, int offset, int n, double[] work)
    {
        Array.Copy(values, offset, work, 0, n);
        long falling = Inversions.SortAndCount(work, n);
        long tiedPairs = 0;
        double tieVariance = 0;
        for (int from = 0; from < n;)
        {
            int to = from + 1;
            while (to < n && work[to] == work[from])
            {
                to++;
            }

            long t = to - from;
            tiedPairs += t * (t - 1) / 2;
            tieVariance += (double)t * (t - 1) * (2 * t + 5);
            from = to;
        }

        long pairs = (long)n * (n - 1) / 2;
        double variance = (((double)n * (n - 1) * (2L * n + 5)) - tieVariance) / 18.0;
        return new KendallScore(pairs - tiedPairs - (2 * falling), variance, pairs, falling, tiedPairs);
    }

    /// <summary>The two-sided normal tail of (S - sgn S) / sqrt(variance), and that z; z 0 and p 1 when all values are equal.</summary>
    public static (double Z, double P) NormalTail(long s, double variance)
    {
        if (!(variance > 0))
        {
            return (0, 1);
        }

        double z = (s - Math.Sign(s)) / Math.Sqrt(variance);
        return (z, Math.Min(1, 2 * NormalDistribution.Cdf(-Math.Abs(z))));
    }

    /// <summary>The exact two-sided p of S for n values without ties: min(1, 2 P(S' >= |S|)) over all n! orders.</summary>
    /// <remarks>By Mahonian numbers: the count of orders of n with k inversions. O(n^3); meant for n up to about 50.</remarks>
    public static double ExactTail(long s, int n)
    {
        int most = n * (n - 1) / 2;
        var share = new double[most + 1];
        share[0] = 1;
        for (int size = 2, reach = 0; size <= n; size++)
        {
            // Putting the size-th value in adds 0..size-1 inversions, each as likely: a moving average of the distribution.
            reach += size - 1;
            double window = 0;
            var next = new double[most + 1];
            for (int k = 0; k <= reach; k++)
            {
                window += share[k] - (k >= size ? share[k - size] : 0);
                next[k] = window / size;
            }

            share = next;
        }

        // |S| = most - 2 inversions, so the tail beyond |S| holds at most (most - |S|) / 2 inversions.
        double tail = 0;
        for (int k = 0; k <= (most - Math.Abs(s)) / 2; k++)
        {
            tail += share[k];
        }

        return Math.Min(1, 2 * tail);
    }
}
