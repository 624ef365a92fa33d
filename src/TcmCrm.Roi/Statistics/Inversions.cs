namespace TcmCrm.Roi.Statistics;

/// <summary>Merge sort that counts: how many pairs stand in falling order.</summary>
internal static class Inversions
{
    private const int Block = 8;

    /// <summary>Sorts the first <paramref name="n"/> places ascending and counts the pairs i &lt; j with value i > value j; equal values do not count.</summary>
    /// <param name="work">The values in the first n places, room for n more behind them.</param>
    /// <param name="n">How many values.</param>
    public static long SortAndCount(double[] work, int n)
    {
        long count = 0;
        for (int from = 0; from < n; from += Block)
        {
            count += InsertionSort(work, from, Math.Min(from + Block, n));
        }

        int source = 0;
        for (int width = Block; width < n; width *= 2)
        {
            int target = n - source;
            for (int from = 0; from < n; from += 2 * width)
            {
                int middle = Math.Min(from + width, n);
                count += Merge(work, source + from, source + middle, source + Math.Min(middle + width, n), target + from);
            }

            source = target;
        }

        if (source != 0)
        {
            Array.Copy(work, n, work, 0, n);
        }

        return count;
    }

    private static long InsertionSort(double[] work, int from, int to)
    {
        long count = 0;
        for (int i = from + 1; i < to; i++)
        {
            double value = work[i];
            int at = i;
            while (at > from && work[at - 1] > value)
            {
                work[at] = work[at - 1];
                at--;
            }

            work[at] = value;
            count += i - at;
        }

        return count;
    }

    private static long Merge(double[] work, int left, int middle, int end, int target)
    {
        long count = 0;
        int right = middle;
        while (left < middle && right < end)
        {
            double first = work[left];
            double second = work[right];

            // A value taken from the right passes all that are left on the left. Written without a branch to predict.
            int fromRight = second < first ? 1 : 0;
            work[target++] = fromRight != 0 ? second : first;
            count += (middle - left) & -fromRight;
            right += fromRight;
            left += 1 - fromRight;
        }

        Array.Copy(work, left, work, target, middle - left);
        target += middle - left;
        Array.Copy(work, right, work, target, end - right);
        return count;
    }
}
