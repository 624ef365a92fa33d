namespace TcmCrm.Roi.Statistics;

/// <summary>
/// Order statistics of the n (n - 1) / 2 slopes of a long series in O(n log n) a pass and O(n) memory, by counting and never by sampling alone.
/// </summary>
/// <remarks>
/// The slopes below theta are the pairs i &lt; j for which y - theta t falls, so one merge sort counts them (the dual of Cole, Salowe, Steiger and
/// Szemeredi 1989; bracketing by a sample as in Matousek 1991, here with a fixed sequence of pairs, so that the same input takes the same path).
/// Counting at two pivots brackets the rank; when few enough pairs are left between them those are listed, and the rank is selected among
/// their true slopes. The sample only makes pivots: every bracket is proven by a count. A count is taken where rounding of y - theta t cannot
/// turn a pair round: pivots stand beside the slopes of the sample, and one at which two values come too close is moved on. Slopes that differ by
/// less than that rounding (about 1e-15 of the size of the series) are told apart only where they can be listed.
/// </remarks>
internal sealed class SlopeSelection
{
    private const int SampleSize = 4096;

    /// <summary>Half-width of a bracket in standard deviations of the sample's rank.</summary>
    private const double Deviations = 3;

    /// <summary>How often a pivot is moved on, by twice as much each time, before the bracket is taken for one slope.</summary>
    private const int MostMoves = 12;

    /// <summary>2^-53, half the distance from 1 to the next double.</summary>
    private const double Ulp = 1.1102230246251565e-16;

    private readonly double[] y;
    private readonly double[] t;
    private readonly int n;
    private readonly long pairs;
    private readonly double[] work;
    private readonly double[] keys;
    private readonly int[] order;
    private readonly int[] spare;
    private readonly long listLimit;
    private readonly double largestValue;
    private readonly double largestTime;

    // Every count that was made, by ascending theta: (theta, slopes below it, slopes at or below it).
    private readonly List<(double Theta, long Below, long NotAbove)> known = [];
    private double[] listed = [];
    private int listedCount;
    private double listedLow = double.NaN;
    private double listedHigh = double.NaN;
    private double[]? sample;

    public SlopeSelection(double[] values, int[]? times)
    {
        n = values.Length;
        y = values;
        pairs = (long)n * (n - 1) / 2;
        listLimit = Math.Max(8L * n, 4 * SampleSize);
        t = new double[n];
        double middle = times is null ? Math.Floor(n / 2.0) : times[n / 2];
        for (int i = 0; i < n; i++)
        {
            t[i] = (times is null ? i : times[i]) - middle;
            largestValue = Math.Max(largestValue, Math.Abs(y[i]));
            largestTime = Math.Max(largestTime, Math.Abs(t[i]));
        }

        work = new double[2 * n];
        keys = new double[n];
        order = new int[n];
        spare = new int[n];
        known.Add((double.NegativeInfinity, 0, 0));
        known.Add((double.PositiveInfinity, pairs, pairs));

        // Nothing is rounded at zero, where y itself is compared. Ties of counted things collect here.
        TryCount(0);
    }

    /// <summary>The slope of a rank, counted from 0.</summary>
    public double Select(long rank)
    {
        bool interpolated = false;
        while (true)
        {
            int bracket = Bracket(rank);
            if (bracket < 0)
            {
                return known[~bracket].Theta;
            }

            (double low, long below, long notAboveLow) = known[bracket];
            (double high, long belowHigh, _) = known[bracket + 1];
            long inside = belowHigh - notAboveLow;
            if (low == listedLow && high == listedHigh)
            {
                return FromList(rank - notAboveLow);
            }

            if (inside <= listLimit)
            {
                List(low, high, 0, 1);
                return FromList(rank - notAboveLow);
            }

            if (!Narrow(rank, low, high, notAboveLow, inside, ref interpolated))
            {
                // Nothing between the ends can be told apart any more: they are one slope but for rounding.
                double[] alike = Sample(low, high, inside);
                return alike[Place((rank - notAboveLow + 0.5) / inside * alike.Length, alike.Length)];
            }
        }
    }

    private double FromList(long rank) =>
        OrderStatistic.Select(listed, 0, listedCount, (int)Math.Min(Math.Max(rank, 0), listedCount - 1));

    /// <summary>The index of the known count at or under the rank, or the complement of the index of a theta that is the answer itself.</summary>
    private int Bracket(long rank)
    {
        for (int i = 0; i < known.Count - 1; i++)
        {
            if (rank >= known[i].Below && rank < known[i].NotAbove)
            {
                return ~i;
            }

            if (rank >= known[i].NotAbove && rank < known[i + 1].Below)
            {
                return i;
            }
        }

        return known.Count - 2;
    }

    /// <summary>Counts at pivots around the rank; false when no theta between the ends is left to count at.</summary>
    private bool Narrow(long rank, double low, double high, long notAboveLow, long inside, ref bool interpolated)
    {
        double share = (rank - notAboveLow + 0.5) / inside;
        bool open = double.IsInfinity(low) || double.IsInfinity(high);
        if (open || inside > pairs / 10)
        {
            double[] whole = WholeSample();
            int from = FirstAbove(whole, low);
            int to = FirstAbove(whole, high);
            if (to - from >= 64 && CountAround(whole, from, to - from, share, low, high))
            {
                return true;
            }
        }

        if (!open && !interpolated)
        {
            // Inside a narrow bracket slopes lie almost evenly; where they do not, the next round samples them.
            const double margin = 0.015;
            interpolated = true;
            bool below = CountBeside(low + ((high - low) * (share - margin)), -1, low, high);
            if (CountBeside(low + ((high - low) * (share + margin)), 1, low, high) || below)
            {
                return true;
            }
        }

        interpolated = false;
        double[] pivots = Sample(low, high, inside);
        return CountAround(pivots, 0, pivots.Length, share, low, high);
    }

    /// <summary>Counts on both sides of where a share of a sorted sample lies, and there itself when that tells nothing.</summary>
    private bool CountAround(double[] pivots, int from, int m, double share, double low, double high)
    {
        double spread = (Deviations * Math.Sqrt(m * share * (1 - share))) + 1;
        bool left = CountBeside(pivots[from + Place((share * m) - spread, m)], -1, low, high);
        bool right = CountBeside(pivots[from + Place((share * m) + spread, m)], 1, low, high);
        if (left || right)
        {
            return true;
        }

        double middle = pivots[from + Place(share * m, m)];
        left = CountBeside(middle, -1, low, high);
        return CountBeside(middle, 1, low, high) || left;
    }

    private static int FirstAbove(double[] sorted, double theta)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (sorted[middle] > theta)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private static int Place(double index, int m) => (int)Math.Min(Math.Max(index, 0), m - 1);

    /// <summary>Counts beside a theta, on its lower side (-1) or its upper (1), as near as rounding allows; false where that is not between the ends.</summary>
    private bool CountBeside(double theta, int side, double low, double high)
    {
        double step = 8 * Rounding(theta);
        for (int moves = 0; moves < MostMoves; moves++, step *= 2)
        {
            double pivot = theta + (side * step);
            if (!(pivot > low && pivot < high))
            {
                return false;
            }

            if (TryCount(pivot))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A bound on what rounding can change in the difference of two values y - theta t.</summary>
    private double Rounding(double theta) => 4 * Ulp * (largestValue + (Math.Abs(theta) * largestTime));

    /// <summary>Counts at a theta; false, with nothing noted, where two values are so close that rounding may have turned a pair round.</summary>
    private bool TryCount(double theta)
    {
        for (int i = 0; i < n; i++)
        {
            work[i] = y[i] - (theta * t[i]);
        }

        long below = Inversions.SortAndCount(work, n);
        double rounding = Rounding(theta);
        long tied = 0;
        long run = 0;
        for (int i = 1; i < n; i++)
        {
            double gap = work[i] - work[i - 1];
            if (gap <= rounding && theta != 0)
            {
                return false;
            }

            run = gap == 0 ? run + 1 : 0;
            tied += run;
        }

        known.Insert(known.FindIndex(count => count.Theta > theta), (theta, below, below + tied));
        return true;
    }

    /// <summary>The slopes of a fixed sequence of pairs, ascending.</summary>
    private double[] WholeSample()
    {
        if (sample is null)
        {
            sample = new double[SampleSize];
            ulong state = 0x9E3779B97F4A7C15;
            for (int filled = 0; filled < SampleSize;)
            {
                state = unchecked((state * 6364136223846793005) + 1442695040888963407);
                int i = (int)((state >> 33) * (ulong)n >> 31);
                state = unchecked((state * 6364136223846793005) + 1442695040888963407);
                int j = (int)((state >> 33) * (ulong)n >> 31);
                if (i != j)
                {
                    sample[filled++] = (y[j] - y[i]) / (t[j] - t[i]);
                }
            }

            Array.Sort(sample);
        }

        return sample;
    }

    /// <summary>The slopes of pairs at equal steps through those between two thetas, ascending.</summary>
    private double[] Sample(double low, double high, long inside)
    {
        long stride = Math.Max(1, inside / SampleSize);
        List(low, high, stride / 2, stride);
        var found = new double[Math.Max(listedCount, 1)];
        Array.Copy(listed, found, listedCount);
        if (listedCount == 0)
        {
            found[0] = double.IsInfinity(low) ? high : low;
        }

        listedLow = double.NaN;
        Array.Sort(found);
        return found;
    }

    /// <summary>Lists the slopes of the pairs strictly between two thetas, from the given one on every so many.</summary>
    private void List(double low, double high, long first, long stride)
    {
        listedCount = 0;
        listedLow = low;
        listedHigh = high;

        // In the order at low, a pair between the thetas is one that the order at high turns round. A pair equal at low is put in the order it has
        // above, so that it is not counted.
        for (int i = 0; i < n; i++)
        {
            order[i] = i;
            keys[i] = double.IsInfinity(low) ? t[i] : y[i] - (low * t[i]);
        }

        Array.Sort(keys, order);
        for (int from = 0; from < n;)
        {
            int to = from + 1;
            while (to < n && keys[to] == keys[from])
            {
                to++;
            }

            if (to - from > 1)
            {
                Array.Sort(order, from, to - from);
                Array.Reverse(order, from, to - from);
            }

            from = to;
        }

        for (int i = 0; i < n; i++)
        {
            keys[i] = double.IsInfinity(high) ? -t[i] : y[i] - (high * t[i]);
        }

        long next = first;
        long seen = 0;
        int[] source = order;
        int[] target = spare;
        for (int width = 1; width < n; width *= 2)
        {
            for (int from = 0; from < n; from += 2 * width)
            {
                int middle = Math.Min(from + width, n);
                int end = Math.Min(middle + width, n);
                int left = from;
                int right = middle;
                for (int at = from; at < end; at++)
                {
                    if (right >= end || (left < middle && keys[source[left]] <= keys[source[right]]))
                    {
                        target[at] = source[left++];
                        continue;
                    }

                    for (seen += middle - left; next < seen; next += stride)
                    {
                        int other = source[middle - (int)(seen - next)];
                        Add((y[source[right]] - y[other]) / (t[source[right]] - t[other]));
                    }

                    target[at] = source[right++];
                }
            }

            (source, target) = (target, source);
        }
    }

    private void Add(double slope)
    {
        if (listedCount == listed.Length)
        {
            Array.Resize(ref listed, Math.Max(SampleSize, 2 * listed.Length));
        }

        listed[listedCount++] = slope;
    }
}
