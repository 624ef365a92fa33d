namespace TcmCrm.Roi.Statistics;

/// <summary>Pettitt's (1979) test: where the ranks divide best into an earlier and a later part.</summary>
internal static class Pettitt
{
    /// <summary>K = max |U_t|, the last index (from 0) before the change, and p = min(1, 2 exp(-6 K^2 / (n^3 + n^2))).</summary>
    public static (double K, int LastBefore, double P) Of(double[] values)
    {
        double[] ranks = Ranks.Of(values);
        double n = values.Length;
        double largest = -1;
        int last = 0;
        double sum = 0;
        for (int t = 0; t < values.Length; t++)
        {
            sum += ranks[t];
            double u = Math.Abs((2 * sum) - ((t + 1) * (n + 1)));
            if (u > largest)
            {
                largest = u;
                last = t;
            }
        }

        return (largest, last, Math.Min(1, 2 * Math.Exp(-6 * largest * largest / ((n * n * n) + (n * n)))));
    }
}
