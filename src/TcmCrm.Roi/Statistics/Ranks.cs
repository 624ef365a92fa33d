namespace TcmCrm.Roi.Statistics;

/// <summary>Mid-ranks: equal values share the mean of the places they take.</summary>
internal static class Ranks
{
    /// <summary>The mid-ranks, from 1, of values in their own order.</summary>
    public static double[] Of(double[] values)
    {
        int n = values.Length;
        var sorted = (double[])values.Clone();
        var order = new int[n];
        for (int i = 0; i < n; i++)
        {
            order[i] = i;
        }

        Array.Sort(sorted, order);
        var ranks = new double[n];
        for (int from = 0; from < n;)
        {
            int to = from + 1;
            while (to < n && sorted[to] == sorted[from])
            {
                to++;
            }

            double rank = (from + 1 + to) * 0.5;
            for (int i = from; i < to; i++)
            {
                ranks[order[i]] = rank;
            }

            from = to;
        }

        return ranks;
    }
}
