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
        // A power of two of blocks whose sizes differ by one at most: then the halves of every merge do so too, which the merge relies on.
        int blocks = 1;
        while (n > (long)Block * blocks)
        {
            blocks *= 2;
        }

        long count = 0;
        for (int i = 0; i < blocks; i++)
        {
            count += InsertionSort(work, Boundary(i, n, blocks), Boundary(i + 1, n, blocks));
        }

        int source = 0;
        for (int width = 1; width < blocks; width *= 2)
        {
            int target = n - source;
            for (int i = 0; i < blocks; i += 2 * width)
            {
                int from = Boundary(i, n, blocks);
                count += Merge(
                    work, source + from, source + Boundary(i + width, n, blocks), source + Boundary(i + (2 * width), n, blocks), target + from);
            }

            source = target;
        }

        if (source != 0)
        {
            Array.Copy(work, n, work, 0, n);
        }

        return count;
    }

    private static int Boundary(int block, int n, int blocks) => (int)((long)block * n / blocks);

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

    /// <summary>
    /// Merges two runs whose lengths differ by one at most, from both ends at once: neither side can run out before the middle, and the two chains
    /// of comparisons do not wait for each other. No branch depends on the values.
    /// </summary>
    private static long Merge(double[] work, int left, int middle, int end, int target)
    {
        int steps = Math.Min(middle - left, end - middle);
        int right = middle;
        int lastLeft = middle - 1;
        int lastRight = end - 1;
        int lastTarget = target + end - left - 1;
        long fromFront = 0;
        long fromBack = 0;
        for (int i = 0; i < steps; i++)
        {
            // From the front: a value taken from the right passes all that are left on the left.
            int takeRight = work[right] < work[left] ? 1 : 0;
            work[target + i] = work[left + ((right - left) & -takeRight)];
            fromFront += (middle - left) & -takeRight;
            right += takeRight;
            left += 1 - takeRight;

            // From the back: a value taken from the left passes all that are left on the right, also those that the front will take.
            int takeLeft = work[lastRight] < work[lastLeft] ? 1 : 0;
            work[lastTarget - i] = work[lastRight + ((lastLeft - lastRight) & -takeLeft)];
            fromBack += (lastRight - middle + 1) & -takeLeft;
            lastLeft -= takeLeft;
            lastRight -= 1 - takeLeft;
        }

        // What the back took from the left had passed what the front took from the right: counted twice.
        long count = fromFront + fromBack - ((long)(middle - 1 - lastLeft) * (right - middle));
        if (left <= lastLeft)
        {
            work[target + steps] = work[left];
            return count;
        }

        if (right <= lastRight)
        {
            // The last one, from the right: everything that the back took from the left passed it, and was counted there.
            work[target + steps] = work[right];
        }

        return count;
    }
}
