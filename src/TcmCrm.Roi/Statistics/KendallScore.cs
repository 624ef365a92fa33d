namespace TcmCrm.Roi.Statistics;

/// <summary>Kendall's S, its variance without change or trend (ties taken into account), and the pairs that it was counted over.</summary>
internal readonly struct KendallScore(long s, double variance, long pairs, long falling, long tied)
{
    public long S { get; } = s;

    public double Variance { get; } = variance;

    public long Pairs { get; } = pairs;

    public long Falling { get; } = falling;

    public long Tied { get; } = tied;
}
