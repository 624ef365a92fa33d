namespace TcmCrm.Roi.Statistics;

/// <summary>
/// Theil-Sen: order statistics of the slopes between all pairs of points, exact, without forming all of them when the series is long.
/// </summary>
internal sealed class TheilSen
{
    /// <summary>Up to this many slopes they are formed and selected from; measured break-even is about n = 150.</summary>
    private const long DirectLimit = 12_000;

    private readonly double[]? slopes;
    private readonly SlopeSelection? selection;

    /// <summary>Prepares the slopes of a series.</summary>
    /// <param name="values">The values, oldest first; at least two.</param>
    /// <param name="times">The step each stands at, strictly ascending; null when they are consecutive.</param>
    public TheilSen(double[] values, int[]? times)
        : this(values, times, DirectLimit)
    {
    }

    internal TheilSen(double[] values, int[]? times, long directLimit)
    {
        long n = values.Length;
        Pairs = n * (n - 1) / 2;
        if (Pairs > directLimit)
        {
            selection = new SlopeSelection(values, times);
            return;
        }

        slopes = new double[Pairs];
        int next = 0;
        for (int i = 0; i < values.Length; i++)
        {
            for (int j = i + 1; j < values.Length; j++)
            {
                slopes[next++] = (values[j] - values[i]) / (times is null ? j - i : times[j] - times[i]);
            }
        }
    }

    /// <summary>n (n - 1) / 2.</summary>
    public long Pairs { get; }

    /// <summary>The median slope a step: the middle one, or the mean of the two in the middle.</summary>
    public double Median()
    {
        double upper = Select(Pairs / 2);
        return Pairs % 2 == 1 ? upper : (Select((Pairs / 2) - 1) + upper) / 2;
    }

    /// <summary>The slope of a rank, counted from 0 for the lowest.</summary>
    public double Select(long rank) =>
        selection is not null ? selection.Select(rank) : OrderStatistic.Select(slopes!, 0, slopes!.Length, (int)rank);

    /// <summary>
    /// The interval by Sen's ranks: with C = z sqrt(variance), the d_(round((N-C)/2)) and the d_(round((N+C)/2)+1) lowest slope, counted from 1,
    /// rounded half to even, kept inside 1..N.
    /// </summary>
    public (double Lower, double Upper) Interval(double z, double variance) => (Select(LowerRank(z, variance)), Select(UpperRank(z, variance)));

    /// <summary>The intervals of two variances; neighbouring ranks are asked for one after the other, because what is counted for one serves the next.</summary>
    public ((double Lower, double Upper) First, (double Lower, double Upper) Second) Intervals(double z, double first, double second)
    {
        double firstLower = Select(LowerRank(z, first));
        double secondLower = Select(LowerRank(z, second));
        double firstUpper = Select(UpperRank(z, first));
        return ((firstLower, firstUpper), (secondLower, Select(UpperRank(z, second))));
    }

    private long LowerRank(double z, double variance) => Math.Max((long)Math.Round((Pairs - (z * Math.Sqrt(variance))) / 2), 1) - 1;

    private long UpperRank(double z, double variance) => Math.Min((long)Math.Round((Pairs + (z * Math.Sqrt(variance))) / 2) + 1, Pairs) - 1;
}
