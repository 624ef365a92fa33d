using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>
/// The change of a ratio of several segments between two stretches of months, split into what the ratios of the segments did (rate) and what their weights did (mix). Where
/// every segment moves one way and the total the other, the total says the opposite of what happened in each of them.
/// </summary>
/// <remarks>
/// The weight of a segment is its share of the denominators. Rate: sum of (r1 - r0) (w0 + w1) / 2. Mix: sum of (w1 - w0) (r0 + r1) / 2. The two sum to the change
/// (E. M. Kitagawa, Journal of the American Statistical Association 50 (1955) 1168-1194).
/// </remarks>
public sealed class RateMixSplit
{
    private RateMixSplit(string kpi, (string Segment, double Before, double After)[] segments, double before, double after, double rate)
    {
        Kpi = kpi;
        Segments = Array.AsReadOnly(segments);
        Before = before;
        After = after;
        Rate = rate;
        Mix = after - before - rate;
    }

    /// <summary>The id of the KPI.</summary>
    public string Kpi { get; }

    /// <summary>The ratio of each segment before and after, in the order given.</summary>
    public IReadOnlyList<(string Segment, double Before, double After)> Segments { get; }

    /// <summary>The ratio of the total before.</summary>
    public double Before { get; }

    /// <summary>The ratio of the total after.</summary>
    public double After { get; }

    /// <summary>The change of the total, the sum of <see cref="Rate"/> and <see cref="Mix"/>.</summary>
    public double Change => After - Before;

    /// <summary>What the ratios of the segments did.</summary>
    public double Rate { get; }

    /// <summary>What their weights did.</summary>
    public double Mix { get; }

    /// <summary>Whether every segment moved one way and the total the other.</summary>
    public bool IsReversal => Change != 0 && Segments.All(segment => Math.Sign(segment.After - segment.Before) == -Math.Sign(Change));

    /// <summary>The reversal as a message (<c>mixReversal</c>) with the split; null where there is none.</summary>
    public Message? Warning => !IsReversal ? null : new Message(
        Change < 0 ? "mixReversal.down" : "mixReversal.up",
        MessageArgument.Text("subject", Kpi), MessageArgument.Number("segments", Segments.Count),
        MessageArgument.Ratio("before", Before), MessageArgument.Ratio("after", After),
        MessageArgument.Number("rate", Math.Abs(100 * Rate), 1), MessageArgument.Number("mix", Math.Abs(100 * Mix), 1));

    /// <summary>Splits the change between the months before one and those from another one on.</summary>
    /// <param name="segments">Series with parts of one ratio KPI, two at least, each segment once; they are disjoint.</param>
    /// <param name="firstAfter">The first month of the second stretch.</param>
    /// <param name="leftOut">How many months before it belong to neither, 0 or more.</param>
    /// <returns>The split over the months that every segment has; null where a series has no parts, or one of the segments has nothing in its denominators before or after.</returns>
    /// <exception cref="ArgumentNullException">The list or a series is null.</exception>
    /// <exception cref="ArgumentException">There are fewer than two series, they are not of one KPI and monthly, or a segment comes twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="leftOut"/> is negative.</exception>
    public static RateMixSplit? Between(IReadOnlyList<KpiSeries> segments, YearMonth firstAfter, int leftOut = 0)
    {
        KpiSeries[] all = [.. Check.NotNull(segments).Select(series => Check.NotNull(series, nameof(segments)))];
        Check.NotNegative(leftOut);
        if (all.Length < 2)
        {
            throw Check.Wrong($"There are {all.Length} segments; a split needs 2 at least.", nameof(segments), "argument.fewSegments", MessageArgument.Number("count", all.Length));
        }

        KpiSeries? odd = Array.Find(all, series => series.Definition != all[0].Definition || series.Frequency != KpiFrequency.Monthly);
        if (odd is not null || all.Select(series => series.Segment).Distinct(StringComparer.Ordinal).Count() < all.Length)
        {
            throw Check.Wrong("The segments are to be monthly series of one KPI, each segment once.", nameof(segments), "argument.unlikeSegments");
        }

        if (!Array.TrueForAll(all, series => series.HasParts))
        {
            return null;
        }

        var sums = new (double Above, double Below)[2, all.Length];
        for (YearMonth month = all.Max(series => series.Start); month <= all.Min(series => series.End); month = month.PlusMonths(1))
        {
            if (month < firstAfter && month >= firstAfter.PlusMonths(-leftOut))
            {
                continue;
            }

            var parts = new (double Above, double Below)[all.Length];
            bool isWhole = true;
            for (int i = 0; i < all.Length && isWhole; i++)
            {
                isWhole = all[i].TryIndexOf(month, out int index) && all[i].TryGetParts(index, out parts[i].Above, out parts[i].Below);
            }

            for (int i = 0; i < all.Length && isWhole; i++)
            {
                ref (double Above, double Below) sum = ref sums[month < firstAfter ? 0 : 1, i];
                sum = (sum.Above + parts[i].Above, sum.Below + parts[i].Below);
            }
        }

        return Of(all, sums);
    }

    /// <summary>An invariant text: <c>0.42 -> 0.40: rate 0.03, mix -0.05</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:0.####} -> {1:0.####}: rate {2:0.####}, mix {3:0.####}", Before, After, Rate, Mix);

    private static RateMixSplit? Of(KpiSeries[] all, (double Above, double Below)[,] sums)
    {
        double[] above = new double[2];
        double[] below = new double[2];
        for (int i = 0; i < all.Length; i++)
        {
            for (int side = 0; side < 2; side++)
            {
                if (!(sums[side, i].Below > 0))
                {
                    return null;
                }

                above[side] += sums[side, i].Above;
                below[side] += sums[side, i].Below;
            }
        }

        double scale = all[0].Definition.PartsScale;
        double rate = 0;
        var segments = new (string Segment, double Before, double After)[all.Length];
        for (int i = 0; i < all.Length; i++)
        {
            double before = scale * sums[0, i].Above / sums[0, i].Below;
            double after = scale * sums[1, i].Above / sums[1, i].Below;
            segments[i] = (all[i].Segment, before, after);
            rate += 0.5 * (after - before) * ((sums[0, i].Below / below[0]) + (sums[1, i].Below / below[1]));
        }

        return new RateMixSplit(all[0].Definition.Id, segments, scale * above[0] / below[0], scale * above[1] / below[1], rate);
    }
}
