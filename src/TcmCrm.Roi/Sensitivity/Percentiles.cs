namespace TcmCrm.Roi.Sensitivity;

/// <summary>Quantiles of outputs by Hyndman and Fan's type 7 (the default of R, numpy and Excel's PERCENTILE.INC), without sorting all of them.</summary>
/// <remarks>Outputs are counted into buckets of equal width; a bucket that holds a wanted rank is sorted. "Never" (infinity) ranks above every number, NaN has no rank.</remarks>
internal sealed class Percentiles
{
    private const int Buckets = 4_096;

    private readonly double[]?[] _sorted = new double[]?[Buckets];
    private readonly int[] _before = new int[Buckets + 1];
    private readonly double _low;
    private readonly double _scale;
    private readonly int _count;

    /// <summary>Quantiles of outputs.</summary>
    /// <param name="outputs">One a trial.</param>
    internal Percentiles(double[] outputs)
    {
        var finite = new double[outputs.Length];
        int count = 0;
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double output in outputs)
        {
            _count += double.IsNaN(output) ? 0 : 1;
            if (!double.IsNaN(output) && !double.IsInfinity(output))
            {
                finite[count++] = output;
                low = output < low ? output : low;
                high = output > high ? output : high;
            }
        }

        Array.Resize(ref finite, count);
        Finite = finite;
        _low = low;
        double width = high - low;
        _scale = width > 0 && !double.IsInfinity(Buckets / width) ? Buckets / width : 0;
        foreach (double value in finite)
        {
            _before[BucketOf(value) + 1]++;
        }

        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            _before[bucket + 1] += _before[bucket];
        }
    }

    /// <summary>The outputs that are numbers, as they came.</summary>
    internal double[] Finite { get; }

    /// <summary>The quantile; infinite where it lies among those that never come.</summary>
    /// <param name="probability">From 0 to 1. There must be an output.</param>
    internal double At(double probability)
    {
        double at = (_count - 1) * probability;
        int below = (int)at;
        double share = at - below;
        double left = OfRank(below);
        double right = share == 0 ? left : OfRank(below + 1);

        // Two values that are both beyond every number have no difference.
        return left == right ? left : left + (share * (right - left));
    }

    private double OfRank(int rank)
    {
        if (rank >= Finite.Length)
        {
            return double.PositiveInfinity;
        }

        int bucket = Array.BinarySearch(_before, rank);
        if (bucket < 0)
        {
            bucket = ~bucket - 1;
        }

        // Empty buckets begin at the same rank; the last of them holds it.
        while (_before[bucket + 1] <= rank)
        {
            bucket++;
        }

        return (_sorted[bucket] ??= Sorted(bucket))[rank - _before[bucket]];
    }

    private double[] Sorted(int bucket)
    {
        var values = new double[_before[bucket + 1] - _before[bucket]];
        int count = 0;
        foreach (double value in Finite)
        {
            if (BucketOf(value) == bucket)
            {
                values[count++] = value;
            }
        }

        Array.Sort(values);
        return values;
    }

    private int BucketOf(double value) => Math.Min(Buckets - 1, (int)((value - _low) * _scale));
}
