namespace TcmCrm.Roi.Statistics;

/// <summary>Selection of a rank without sorting.</summary>
internal static class OrderStatistic
{
    /// <summary>The value of a rank (from 0) among <paramref name="count"/> places; reorders them. No NaN. O(n) on average, pivots are medians of three.</summary>
    public static double Select(double[] values, int offset, int count, int rank)
    {
        int low = offset;
        int high = offset + count - 1;
        int wanted = offset + rank;
        for (int rounds = 0; high - low > 24; rounds++)
        {
            if (rounds > 60)
            {
                // A series of bad pivots: sorting bounds the time.
                Array.Sort(values, low, high - low + 1);
                return values[wanted];
            }

            double pivot = MedianOfThree(values[low], values[low + ((high - low) / 2)], values[high]);
            int i = low;
            int j = high;
            while (i <= j)
            {
                while (values[i] < pivot)
                {
                    i++;
                }

                while (values[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            if (wanted <= j)
            {
                high = j;
            }
            else if (wanted >= i)
            {
                low = i;
            }
            else
            {
                return values[wanted];
            }
        }

        for (int i = low + 1; i <= high; i++)
        {
            double value = values[i];
            int at = i;
            for (; at > low && values[at - 1] > value; at--)
            {
                values[at] = values[at - 1];
            }

            values[at] = value;
        }

        return values[wanted];
    }

    private static double MedianOfThree(double a, double b, double c) =>
        Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
