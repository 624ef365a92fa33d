using System.Text.Json;
using CsCheck;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Statistics;

public class TheilSenTests
{
    [Fact]
    public void RandomSeries_SlopeAndIntervalAgreeWithScipy()
    {
        foreach (JsonElement item in StatisticsCases.Each("random-series-200"))
        {
            string id = item.GetProperty("id").GetString()!;
            double[] y = item.GetProperty("inputs").GetProperty("y").Doubles();
            JsonElement expected = item.GetProperty("expected").GetProperty("theilSen");
            var slopes = new TheilSen(y, null);
            KendallScore score = Kendall.Score(y, 0, y.Length, new double[2 * y.Length]);
            (double lower, double upper) = slopes.Interval(NormalDistribution.TwoSidedCritical(0.95), score.Variance);
            StatisticsCases.Close(expected.Number("slope"), slopes.Median(), 1e-12, id, 1e-12);
            StatisticsCases.Close(expected.Number("lower95"), lower, 1e-12, id, 1e-12);
            StatisticsCases.Close(expected.Number("upper95"), upper, 1e-12, id, 1e-12);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(700)]
    public void Counting_FindsWhatSortingFinds(int n) =>
        Gen.Select(Gen.Double[-50, 50].Array[n], Gen.Int[0, 3], Gen.Double[-2, 2]).Sample(
            (noise, kind, slope) =>
            {
                double[] y = Series(noise, kind, slope);
                AssertSame(y, null);
            },
            iter: n > 100 ? 12 : 300);

    [Fact]
    public void Counting_ManySlopesThatDifferByRoundingOnly_KeepsItsPlace()
    {
        // A line to one decimal, half of its points off it: very many pairs have a slope that is the same number but for its last bits.
        var random = new Random(20261128);
        for (int run = 0; run < 60; run++)
        {
            double slope = (4 * random.NextDouble()) - 2;
            double[] y = [.. Enumerable.Range(0, 700).Select(i => Math.Round((slope * i) + (i % 2 == 0 ? 0 : (100 * random.NextDouble()) - 50), 1))];
            AssertSame(y, null);
        }
    }

    [Fact]
    public void Counting_WithGaps_FindsWhatSortingFinds() =>
        Gen.Select(Gen.Double[-50, 50].Array[90], Gen.Int[1, 5].Array[90]).Sample(
            (noise, steps) =>
            {
                var times = new int[steps.Length];
                for (int i = 1; i < times.Length; i++)
                {
                    times[i] = times[i - 1] + steps[i];
                }

                AssertSame(noise, times);
            },
            iter: 100);

    [Fact]
    public void Counting_DailyDataOverTenYears_FindsTheSameBitsAsSorting()
    {
        var random = new Random(20260101);
        double[] y = [.. Enumerable.Range(0, 3650).Select(i => (0.01 * i) + (30 * random.NextDouble()))];
        var direct = new TheilSen(y, null, directLimit: long.MaxValue);
        var counting = new TheilSen(y, null);
        Assert.Equal(direct.Median(), counting.Median());
        Assert.Equal(direct.Interval(1.96, 5e9), counting.Interval(1.96, 5e9));
        Assert.Equal(direct.Select(0), counting.Select(0));
        Assert.Equal(direct.Select(direct.Pairs - 1), counting.Select(direct.Pairs - 1));
    }

    [Fact]
    public void Counting_ManyPairsWithOneSlope_FindsIt()
    {
        // Half of all pairs lie exactly on slope 0.25; no bracket can be narrowed to fewer than those.
        double[] y = [.. Enumerable.Range(0, 3000).Select(i => (0.25 * i) + (i % 7 == 0 ? i % 11 : 0))];
        var slopes = new TheilSen(y, null, directLimit: 0);
        Assert.Equal(0.25, slopes.Median());
    }

    [Fact]
    public void Counting_ConstantSeries_HasSlopeZero()
    {
        var slopes = new TheilSen(new double[2000], null, directLimit: 0);
        Assert.Equal(0, slopes.Median());
        Assert.Equal((0.0, 0.0), slopes.Interval(1.96, 0));
    }

    // 1, 4, 2, 8: slopes -2, 1/2, 2, 7/3, 3, 6; at the steps 0, 1, 3, 4 they are -1, 1/3, 4/3, 7/4, 3, 6.
    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(0)]
    public void FourPoints_ByHand(long directLimit)
    {
        var even = new TheilSen([1, 4, 2, 8], null, directLimit);
        var gaps = new TheilSen([1, 4, 2, 8], [0, 1, 3, 4], directLimit);
        Assert.Equal((6L, 6L), (even.Pairs, gaps.Pairs));
        Assert.Equal([-2, 0.5, 2, 7 / 3.0, 3, 6], Enumerable.Range(0, 6).Select(rank => even.Select(rank)));
        Assert.Equal([-1, 1 / 3.0, 4 / 3.0, 7 / 4.0, 3, 6], Enumerable.Range(0, 6).Select(rank => gaps.Select(rank)));
        Assert.Equal((2 + (7 / 3.0)) / 2, even.Median());
        Assert.Equal(((4 / 3.0) + (7 / 4.0)) / 2, gaps.Median());
        Assert.Equal(0.5, new TheilSen([1, 4, 2], null, directLimit).Median());

        // C = z sqrt(variance): ranks (6 - C) / 2 and (6 + C) / 2 + 1, halves to the even one, kept inside 1 to 6.
        (double Z, double Variance, double Lower, double Upper)[] intervals =
        [
            (1, 0, 2, 7 / 3.0), (1, 1, 0.5, 3), (1, 4, 0.5, 3), (2, 1, 0.5, 3), (1, 9, 0.5, 3), (1, 16, -2, 6), (2, 4, -2, 6), (1, 1e6, -2, 6),
        ];
        Assert.All(intervals, at => Assert.Equal((at.Lower, at.Upper), even.Interval(at.Z, at.Variance)));
        Assert.Equal(((2, 7 / 3.0), (-2, 6)), even.Intervals(1, 0, 16));
        Assert.Equal(((-2, 6), (0.5, 3)), even.Intervals(2, 4, 1));
    }

    private static void AssertSame(double[] y, int[]? times)
    {
        var direct = new TheilSen(y, times, directLimit: long.MaxValue);
        var counting = new TheilSen(y, times, directLimit: 0);
        foreach (double share in new[] { 0, 0.02, 0.3, 0.49, 0.5, 0.51, 0.8, 0.999, 1 })
        {
            long rank = (long)(share * (direct.Pairs - 1));

            // The generator makes values that differ by 1e-20: slopes closer than rounding may change places.
            Assert.Equal(direct.Select(rank), counting.Select(rank), 1e-13);
        }

        Assert.Equal(direct.Median(), counting.Median(), 1e-13);
    }

    // Continuous, to one decimal, integers of a few values, and a line with few departures: from no ties to almost nothing but ties.
    private static double[] Series(double[] noise, int kind, double slope) => [.. noise.Select((value, i) => kind switch
    {
        0 => value + (slope * i),
        1 => Math.Round(value + (slope * i), 1),
        2 => Math.Round(value / 20),
        _ => (0.5 * i) + (value > 40 ? Math.Round(value) : 0),
    })];
}
