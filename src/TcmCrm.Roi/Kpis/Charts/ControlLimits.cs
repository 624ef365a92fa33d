using System.Globalization;

namespace TcmCrm.Roi.Kpis;

/// <summary>The frozen limits of an XmR chart (individual values and moving ranges).</summary>
/// <remarks>
/// centre = mean of the baseline; limits = centre +- 2.66 mR, mR the mean of the absolute differences of neighbouring values; moving range limit
/// = 3.267 mR; sigma = mR / 1.128379 (2 / sqrt(pi)). Wheeler, Understanding Variation. Limits are computed once from a baseline and never moved
/// by later values.
/// </remarks>
public sealed class ControlLimits : IEquatable<ControlLimits>
{
    /// <summary>From this many points limits are provisional.</summary>
    public const int ProvisionalCount = 12;

    /// <summary>From this many points limits are firm.</summary>
    public const int FirmCount = 24;

    private const double LimitFactor = 2.66;
    private const double RangeFactor = 3.267;
    private const double SigmaFactor = 1.128379;

    internal ControlLimits(double center, double meanMovingRange, int baselineCount)
    {
        Center = center;
        MeanMovingRange = meanMovingRange;
        BaselineCount = baselineCount;
    }

    /// <summary>The centre line.</summary>
    public double Center { get; }

    /// <summary>The mean moving range of the baseline, 0 or more.</summary>
    public double MeanMovingRange { get; }

    /// <summary>How many values the baseline has.</summary>
    public int BaselineCount { get; }

    /// <summary>The lower limit; a value under it is an alarm.</summary>
    public double Lower => Center - (LimitFactor * MeanMovingRange);

    /// <summary>The upper limit; a value above it is an alarm.</summary>
    public double Upper => Center + (LimitFactor * MeanMovingRange);

    /// <summary>The limit of a single moving range.</summary>
    public double MovingRangeLimit => RangeFactor * MeanMovingRange;

    /// <summary>The standard deviation of single values without special causes.</summary>
    public double Sigma => MeanMovingRange / SigmaFactor;

    /// <summary>Whether the limits are firm: from 24 points or more.</summary>
    public bool IsFirm => BaselineCount >= FirmCount;

    /// <summary>Whether the limits are provisional: from 12 to 23 points. From fewer they are neither firm nor provisional, but a guess.</summary>
    public bool IsProvisional => BaselineCount is >= ProvisionalCount and < FirmCount;

    /// <summary>How far a value may lie from the centre and still be on it: what is left of the rounding of a mean.</summary>
    internal double Slack => SlackOf(Center);

    /// <summary>The limits of a baseline.</summary>
    /// <param name="baseline">At least two values, oldest first; finite. Neighbours in the list are neighbours in time.</param>
    /// <param name="screenOutliers">
    /// Whether moving ranges at or above 3.267 times their mean are left out and the mean taken again, once, as the NHS charts do.
    /// </param>
    /// <returns>The limits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="baseline"/> is null.</exception>
    /// <exception cref="ArgumentException">There are fewer than two values, or one is not finite.</exception>
    public static ControlLimits Of(IReadOnlyList<double> baseline, bool screenOutliers = false)
    {
        Check.NotNull(baseline);
        if (baseline.Count < 2)
        {
            throw new ArgumentException("A baseline needs at least two values.", nameof(baseline));
        }

        double[] copy = [.. baseline];
        foreach (double value in copy)
        {
            Check.Finite(value, nameof(baseline));
        }

        return Of(copy, 0, copy.Length, screenOutliers, 1);
    }

    /// <inheritdoc/>
    public bool Equals(ControlLimits? other) =>
        other is not null && Center.Equals(other.Center) && MeanMovingRange.Equals(other.MeanMovingRange) && BaselineCount == other.BaselineCount;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ControlLimits);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Center.GetHashCode() * 31) + MeanMovingRange.GetHashCode());

    /// <summary>An invariant text, such as <c>100.2 [89.6, 110.8], 24 points</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0:G6} [{1:G6}, {2:G6}], {3} points", Center, Lower, Upper, BaselineCount);

    /// <param name="values">The values.</param>
    /// <param name="offset">The first of the baseline.</param>
    /// <param name="count">How many, two or more.</param>
    /// <param name="screenOutliers">As in the public form.</param>
    /// <param name="widening">By what the mean moving range is multiplied, where estimated month effects have eaten some of it; else 1.</param>
    internal static ControlLimits Of(double[] values, int offset, int count, bool screenOutliers, double widening)
    {
        double sum = values[offset];
        double ranges = 0;
        for (int i = offset + 1; i < offset + count; i++)
        {
            sum += values[i];
            ranges += Math.Abs(values[i] - values[i - 1]);
        }

        double mean = ranges / (count - 1);
        if (screenOutliers && ranges > 0)
        {
            double limit = RangeFactor * mean;
            double kept = 0;
            int keptCount = 0;
            for (int i = offset + 1; i < offset + count; i++)
            {
                double range = Math.Abs(values[i] - values[i - 1]);
                if (range < limit)
                {
                    kept += range;
                    keptCount++;
                }
            }

            mean = keptCount > 0 ? kept / keptCount : mean;
        }

        // A mean of equal values, and month effects taken off them, differ from the values in their last digits: that is no variation.
        double center = sum / count;
        return mean <= SlackOf(center) ? new ControlLimits(ranges == 0 ? values[offset] : center, 0, count) : new ControlLimits(center, mean * widening, count);
    }

    /// <summary>
    /// The limits of a baseline of which some values may lie on another level: the centre is that of the values on one level, and where those are few, the moving ranges of
    /// the others count too, but those across a break.
    /// </summary>
    /// <param name="values">The values, without their season.</param>
    /// <param name="from">The first of the baseline.</param>
    /// <param name="count">How many, two or more.</param>
    /// <param name="season">Where the level broke, and the widening.</param>
    /// <param name="screenOutliers">As in the public form.</param>
    internal static ControlLimits OnOneLevel(double[] values, int from, int count, SeasonModel season, bool screenOutliers)
    {
        (int first, int kept) = season.OnOneLevel(from, count);
        if (kept == count || kept >= ProvisionalCount)
        {
            return Of(values, first, kept, screenOutliers, season.Widening);
        }

        var ranges = new List<double>(count);
        double sum = 0;
        for (int i = from; i < from + count; i++)
        {
            sum += i >= first && i < first + kept ? values[i] : 0;
            if (i > from && Array.IndexOf(season.Breaks, i) < 0)
            {
                ranges.Add(Math.Abs(values[i] - values[i - 1]));
            }
        }

        double mean = ranges.Average();
        if (screenOutliers && ranges.FindAll(range => range < RangeFactor * mean) is { Count: > 0 } usual)
        {
            mean = usual.Average();
        }

        double center = sum / kept;
        return new ControlLimits(center, mean <= SlackOf(center) ? 0 : mean * season.Widening, kept);
    }

    private static double SlackOf(double center) => 1e-12 * Math.Abs(center);
}
