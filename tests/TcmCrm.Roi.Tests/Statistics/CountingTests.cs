using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Statistics;

/// <summary>What is counted and ordered in O(n log n), against the definition in O(n^2).</summary>
public class CountingTests
{
    public static IEnumerable<object[]> Samples
    {
        get
        {
            var random = new Random(7);
            foreach (int n in Enumerable.Range(0, 42).Concat([63, 64, 65, 100, 129, 1000]))
            {
                // From no ties to almost nothing but ties, and both orders.
                yield return [n, Enumerable.Range(0, n).Select(_ => random.NextDouble()).ToArray()];
                yield return [n, Enumerable.Range(0, n).Select(_ => (double)random.Next(5)).ToArray()];
                yield return [n, Enumerable.Range(0, n).Select(i => (double)i).ToArray()];
                yield return [n, Enumerable.Range(0, n).Select(i => -(double)i).ToArray()];
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Inversions_AreTheFallingPairs_AndTheValuesComeOutSorted(int n, double[] values)
    {
        long falling = 0;
        for (int i = 0; i < n; i++)
        {
            falling += values.Skip(i + 1).Count(later => later < values[i]);
        }

        var work = new double[2 * n];
        values.CopyTo(work, 0);
        Assert.Equal(falling, Inversions.SortAndCount(work, n));
        Assert.Equal(values.Order(), work.Take(n));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void EveryRank_IsFoundWithoutSorting(int n, double[] values)
    {
        double[] sorted = [.. values.Order()];
        foreach (int rank in new[] { 0, 1, n / 3, n / 2, n - 2, n - 1 }.Where(rank => rank >= 0 && rank < n))
        {
            // Places before and behind are not looked at.
            double[] places = [double.MaxValue, double.MinValue, .. values, double.MinValue];
            Assert.Equal(sorted[rank], OrderStatistic.Select(places, 2, n, rank));
            Assert.Equal((double.MaxValue, double.MinValue, double.MinValue), (places[0], places[1], places[^1]));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void ARank_IsOneMoreThanTheSmaller_AndHalfOfItsOtherEquals(int n, double[] values)
    {
        double[] ranks = Ranks.Of(values);
        Assert.Equal(n, ranks.Length);
        for (int i = 0; i < n; i++)
        {
            Assert.Equal(1 + values.Count(value => value < values[i]) + (0.5 * (values.Count(value => value == values[i]) - 1)), ranks[i]);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Kendall_CountsPairsAndTies(int n, double[] values)
    {
        long rising = 0, falling = 0, tied = 0;
        for (int i = 0; i < n; i++)
        {
            rising += values.Skip(i + 1).Count(later => later > values[i]);
            falling += values.Skip(i + 1).Count(later => later < values[i]);
            tied += values.Skip(i + 1).Count(later => later == values[i]);
        }

        double variance = ((double)n * (n - 1) * ((2 * n) + 5) / 18) - values.GroupBy(value => value).Sum(group => (double)group.Count() * (group.Count() - 1) * ((2 * group.Count()) + 5) / 18);
        double[] padded = [9, .. values];
        KendallScore score = Kendall.Score(padded, 1, n, new double[2 * n]);
        Assert.Equal((rising - falling, falling, tied, rising + falling + tied), (score.S, score.Falling, score.Tied, score.Pairs));
        Assert.Equal(variance, score.Variance, 1e-12 * (1 + variance));
    }

    // All orders of a few values, counted out.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void ExactTail_IsTheShareOfOrdersThatAreAsExtreme(int n)
    {
        long[] scores = [.. Orders([.. Enumerable.Range(0, n)]).Select(order => Score(order))];
        foreach (long s in scores.Distinct())
        {
            double beyond = scores.Count(score => score >= Math.Abs(s)) / (double)scores.Length;
            Assert.Equal(Math.Min(1, 2 * beyond), Kendall.ExactTail(s, n), 1e-14);
        }
    }

    [Fact]
    public void NormalTail_IsCorrectedByOneTowardsZero()
    {
        (double z, double p) = Kendall.NormalTail(21, 100);
        Assert.Equal(2, z);
        Assert.Equal(0.045500263896358414, p, 1e-15);
        Assert.Equal(-2, Kendall.NormalTail(-21, 100).Z);
        Assert.Equal(p, Kendall.NormalTail(-21, 100).P);
        Assert.Equal((0.0, 1.0), Kendall.NormalTail(0, 100));
        Assert.Equal((0.0, 1.0), Kendall.NormalTail(5, 0));
    }

    [Fact]
    public void LagOne_SkipsWhatIsNotAStepApart()
    {
        // Deviations -2, -1, 0, 3 of 1, 2, 3, 6: products 2 + 0 + 0 over squares 14.
        Assert.Equal(2.0 / 14, SerialDependence.LagOne([1, 2, 3, 6], null), 1e-15);
        Assert.Equal(2.0 / 14, SerialDependence.LagOne([1, 2, 3, 6], [5, 6, 7, 8]), 1e-15);

        // A gap before the last: two neighbours of three, scaled to three.
        Assert.Equal(2.0 / 14 * 3 / 2, SerialDependence.LagOne([1, 2, 3, 6], [0, 1, 2, 9]), 1e-15);
        Assert.Equal(0, SerialDependence.LagOne([1, 2, 3, 6], [0, 2, 4, 6]));
        Assert.Equal(0, SerialDependence.LagOne([4, 4, 4], null));
    }

    [Fact]
    public void RankLagOne_TakesTheTrendOut_AndSharesRanksThatDifferByRounding()
    {
        // Without its slope of 0.1 the series is constant but for rounding.
        double[] line = [.. Enumerable.Range(0, 12).Select(i => 7 + (0.1 * i))];
        Assert.Equal(0, SerialDependence.RankLagOne(line, null, 0.1));
        int[] times = [.. Enumerable.Range(0, 12).Select(i => 3 + (2 * i))];
        Assert.Equal(0, SerialDependence.RankLagOne([.. times.Select(t => 7 + (0.1 * t))], times, 0.1));
        Assert.Equal(0, SerialDependence.RankLagOne(new double[5], null, 0));

        // Ranks 1, 2, 3, 4 of a rising series whose slope is not taken out: deviations -1.5, -0.5, 0.5, 1.5.
        Assert.Equal(1.25 / 5, SerialDependence.RankLagOne([1, 2, 3, 40], null, 0), 1e-15);
    }

    [Theory]
    [InlineData(-0.5, 10, 0)]
    [InlineData(0, 10, 0.1)]
    [InlineData(0.4, 13, 0.6)]
    [InlineData(0.85, 10, 0.9)]
    public void LagOne_IsCorrectedForItsBias(double lagOne, int n, double corrected) => Assert.Equal(corrected, SerialDependence.Corrected(lagOne, n), 1e-15);

    [Fact]
    public void VarianceFactor_IsItsSum()
    {
        // n = 4, r = 0.5: lags 1 and 2, weights 3 x 2 x 1 and 0.
        Assert.Equal(1 + (2.0 / 24 * 6 * (6 / Math.PI) * Math.Asin(0.25)), SerialDependence.VarianceFactor(0.5, 4), 1e-15);

        // n = 5: weights 4 x 3 x 2 and 3 x 2 x 1.
        Assert.Equal(1 + (2.0 / 60 * (6 / Math.PI) * ((24 * Math.Asin(0.45)) + (6 * Math.Asin(0.405)))), SerialDependence.VarianceFactor(0.9, 5), 1e-14);
        Assert.Equal(1, SerialDependence.VarianceFactor(0.9, 2));
        Assert.Equal(1, SerialDependence.VarianceFactor(0, 50));
        Assert.Equal(1, SerialDependence.VarianceFactor(-0.3, 50));
        Assert.Equal(1, SerialDependence.VarianceFactor(0.9, 3));
    }

    [Fact]
    public void SmallArguments_LoseNoDigits()
    {
        foreach (double x in new[] { 1e-300, 1e-17, 1e-10, 1e-5, 0.1, 1, 20, -1e-17, -1e-8, -0.5 })
        {
            Assert.Equal(1, ElementaryFunctions.LogOnePlus(x) / TcmCrm.Roi.Returns.ElementaryFunctions.LogP1(x), 1e-15);
            Assert.Equal(1, ElementaryFunctions.ExpMinusOne(x) / TcmCrm.Roi.Returns.ElementaryFunctions.ExpM1(x), 2e-15);
        }

        Assert.Equal(-1, ElementaryFunctions.ExpMinusOne(-800));
        Assert.Equal(double.PositiveInfinity, ElementaryFunctions.ExpMinusOne(800));
        Assert.Equal(double.PositiveInfinity, ElementaryFunctions.LogOnePlus(double.PositiveInfinity));
        Assert.Equal(0, ElementaryFunctions.LogOnePlus(0));
        Assert.Equal(0, ElementaryFunctions.ExpMinusOne(0));
    }

    private static long Score(int[] order)
    {
        long score = 0;
        for (int i = 0; i < order.Length; i++)
        {
            for (int j = i + 1; j < order.Length; j++)
            {
                score += Math.Sign(order[j] - order[i]);
            }
        }

        return score;
    }

    private static IEnumerable<int[]> Orders(int[] items) =>
        items.Length <= 1 ? [items] : items.SelectMany(first => Orders([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
