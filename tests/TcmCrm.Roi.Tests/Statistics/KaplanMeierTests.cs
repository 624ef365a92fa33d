using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Statistics;

/// <summary>The product-limit table and the log-rank sums of a handful of customers, by hand.</summary>
public class KaplanMeierTests
{
    // Lost at 1, 2, 3.5 and 6; still there at 2 and 5. Given out of order.
    private static readonly KaplanMeier Six = KaplanMeier.Estimate([5, 2, 6, 1, 3.5, 2], [false, true, true, true, true, false]);

    [Fact]
    public void Table_IsTheProductLimit()
    {
        Assert.Equal([1, 2, 3.5, 5, 6], Six.Times);
        Assert.Equal([6, 5, 3, 2, 1], Six.AtRisk);
        Assert.Equal([1, 1, 1, 0, 1], Six.Events);
        Equal([5 / 6.0, 2 / 3.0, 4 / 9.0, 4 / 9.0, 0], Six.Survival);

        // 1 / (6 x 5), + 1 / (5 x 4), + 1 / (3 x 2), + 0, + 1 / (1 x 0).
        Equal([1 / 30.0, 1 / 12.0, 0.25, 0.25, double.PositiveInfinity], Six.Greenwood);
    }

    [Theory]
    [InlineData(0, 1, 6, 0)]
    [InlineData(0.999, 1, 6, 0)]
    [InlineData(1, 5 / 6.0, 6, 1)]
    [InlineData(1.5, 5 / 6.0, 5, 0)]
    [InlineData(2, 2 / 3.0, 5, 1)]
    [InlineData(2.5, 2 / 3.0, 3, 0)]
    [InlineData(3.5, 4 / 9.0, 3, 1)]
    [InlineData(5, 4 / 9.0, 2, 0)]
    [InlineData(5.5, 4 / 9.0, 1, 0)]
    [InlineData(6, 0, 1, 1)]
    [InlineData(7, 0, 0, 0)]
    public void Steps_HoldFromTheirTenureOn_AndAtRiskUpToIt(double tenure, double survival, int atRisk, int events)
    {
        Assert.Equal(survival, Six.At(tenure), 1e-15);
        Assert.Equal((atRisk, events), (Six.AtRiskAt(tenure), Six.EventsAt(tenure)));
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 3.5, 5, 6 }, "LLLLL", true, 3.5)]
    [InlineData(new[] { 1.0, 2 }, "LL", true, 1.5)]
    [InlineData(new[] { 1.0, 2, 3, 4 }, "LLLL", true, 2.5)]
    [InlineData(new[] { 1.0, 2, 3, 4 }, "LLSL", true, 3)]
    [InlineData(new[] { 1.0, 2, 3, 4 }, "LLSS", true, 2)]
    [InlineData(new[] { 1.0, 1, 3, 7 }, "LLSS", true, 1)]
    [InlineData(new[] { 1.0, 2, 3 }, "LSS", false, 0)]
    [InlineData(new[] { 1.0 }, "S", false, 0)]
    [InlineData(new[] { 4.0 }, "L", true, 4)]
    [InlineData(new double[0], "", false, 0)]
    public void Median_IsWhereHalfAreLost_OrTheMiddleOfTheStepAtOneHalf(double[] tenures, string lostOrStill, bool known, double expected)
    {
        Assert.Equal(known, KaplanMeier.Estimate(tenures, [.. lostOrStill.Select(c => c == 'L')]).TryGetMedian(out double median));
        Assert.Equal(expected, median);
    }

    [Fact]
    public void Interval_IsOnTheScaleOfLogMinusLog()
    {
        // S = 2/3 with variance 1/12 of log S: log(-log S) has the error sqrt(1/12) / |log S|.
        double logMinusLog = Math.Log(-Math.Log(2 / 3.0));
        double reach = 1.5 * Math.Sqrt(1 / 12.0) / -Math.Log(2 / 3.0);
        Assert.True(Six.TryGetInterval(1, 1.5, out double lower, out double upper));
        Assert.Equal(Math.Exp(-Math.Exp(logMinusLog + reach)), lower, 1e-14);
        Assert.Equal(Math.Exp(-Math.Exp(logMinusLog - reach)), upper, 1e-14);

        Assert.False(Six.TryGetInterval(4, 1.5, out lower, out upper));
        Assert.Equal((0.0, 1.0), (lower, upper));
        Assert.False(KaplanMeier.Estimate([3], [false]).TryGetInterval(0, 1.5, out lower, out upper));
        Assert.Equal((0.0, 1.0), (lower, upper));
    }

    [Fact]
    public void WeightedSum_HasGreenwoodsVariance()
    {
        // S(0..4) = 1, 5/6, 2/3, 2/3, 4/9. What is left of the sum from periods 1, 2 and 4 on: 89/18, 37/9, 16/9.
        Assert.Equal(125 / 18.0, Six.WeightedSum([2, 1, 3, 0.5, 4], out double variance), 1e-14);
        Assert.Equal((89 / 18.0 * 89 / 18 / 30) + (37 / 9.0 * 37 / 9 / 20) + (16 / 9.0 * 16 / 9 / 6), variance, 1e-13);

        // S(5) = 4/9 and S(6) = 0, after which nothing varies: (4/9)^2 (1/30 + 1/20 + 1/6).
        Assert.Equal(4 / 9.0, Six.WeightedSum([0, 0, 0, 0, 0, 1, 9], out variance), 1e-15);
        Assert.Equal(4 / 81.0, variance, 1e-15);

        // Two lost of three at 1: 2 / (3 x 1) of the square of what follows, 1/3.
        Assert.Equal(1 + (1 / 3.0), KaplanMeier.Estimate([1, 1, 4], [true, true, false]).WeightedSum([1, 1], out variance), 1e-15);
        Assert.Equal(2 / 27.0, variance, 1e-15);
        Assert.Equal(0, Six.WeightedSum([], out variance));
        Assert.Equal(0, variance);
    }

    [Fact]
    public void LogRankSums_ByHand()
    {
        // At 1: 3 of 6, at 2: 2 of 5, at 3: 2 of 4, at 5: 0 of 1 are of the first group, one lost each time.
        KaplanMeier first = KaplanMeier.Estimate([1, 3, 4], [true, true, false]);
        KaplanMeier second = KaplanMeier.Estimate([2, 3, 5], [true, false, true]);
        Sums(2, 0.5 + 0.4 + 0.5, 0.25 + 0.24 + 0.25, LogRank.Sums(first, second));
        Sums(2, 0.5 + 0.6 + 0.5 + 1, 0.25 + 0.24 + 0.25, LogRank.Sums(second, first));

        // Two of three lost at once, one of the three in the first group: 2 x 1/3 x 2/3 x (3 - 2) / (3 - 1).
        KaplanMeier one = KaplanMeier.Estimate([2], [true]);
        KaplanMeier two = KaplanMeier.Estimate([2, 3], [true, false]);
        Sums(1, 2 / 3.0, 2 / 9.0, LogRank.Sums(one, two));
        Sums(1, 4 / 3.0, 2 / 9.0, LogRank.Sums(two, one));
        Sums(0, 0, 0, LogRank.Sums(KaplanMeier.Estimate([1], [false]), KaplanMeier.Estimate([9], [false])));
    }

    private static void Sums(int observed, double expected, double variance, (int Observed, double Expected, double Variance) sums)
    {
        Assert.Equal(observed, sums.Observed);
        Assert.Equal(expected, sums.Expected, 1e-14);
        Assert.Equal(variance, sums.Variance, 1e-14);
    }

    private static void Equal(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }
}
