using MathNet.Numerics.Distributions;
using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Tests.Impact;

public class MannWhitneyTests
{
    [Fact]
    public void WithoutTies_IsTheNormalApproximationWithContinuity()
    {
        // Ranks after: 3, 5, 6 and 7 of 7; U = 21 - 10 = 11 of 12, centre 6, variance 3 * 4 * 8 / 12 = 8.
        MannWhitney test = MannWhitney.Test([1, 2, 5], [3, 6, 8, 9], 0.95);
        Assert.Equal(11, test.U);
        Assert.Equal(2 * Normal.CDF(0, 1, -4.5 / Math.Sqrt(8)), test.PValue, 1e-9);
        Assert.False(test.HasTies);

        // Differences -2, 1, 1, 2, 3, 4, 4, 5, 6, 7, 7, 8: median (4 + 4) / 2; 6 - 1.96 sqrt(8) = 0.46, so the first and the last.
        Assert.Equal((4.0, -2.0, 8.0), (test.Shift, test.Lower, test.Upper));

        // At 80 %: 6 - 1.2816 sqrt(8) = 2.4, the second and the last but one; at 50 %: 6 - 0.6745 sqrt(8) = 4.09, the fourth;
        // at 55 %: 6 - 0.7554 sqrt(8) = 3.86, the third.
        MannWhitney at80 = MannWhitney.Test([1, 2, 5], [3, 6, 8, 9], 0.8);
        Assert.Equal((4.0, 1.0, 7.0), (at80.Shift, at80.Lower, at80.Upper));
        MannWhitney at50 = MannWhitney.Test([1, 2, 5], [3, 6, 8, 9], 0.5);
        Assert.Equal((4.0, 2.0, 6.0), (at50.Shift, at50.Lower, at50.Upper));
        MannWhitney at55 = MannWhitney.Test([1, 2, 5], [3, 6, 8, 9], 0.55);
        Assert.Equal((4.0, 1.0, 7.0), (at55.Shift, at55.Lower, at55.Upper));
    }

    [Fact]
    public void AnEvenNumberOfDifferences_HasTheMiddleOfTwoAsItsMedian()
    {
        // Differences 1, 2, 4, 8, 9, 11 (from 0 and 7 against 8, 9 and 11): 6; an odd number, from 0 against 8, 9 and 11: 9.
        Assert.Equal(6, MannWhitney.Test([0, 7], [8, 9, 11], 0.95).Shift);
        Assert.Equal(9, MannWhitney.Test([0], [8, 9, 11], 0.95).Shift);
    }

    [Fact]
    public void Ties_ShareRanksAndNarrowTheVariance()
    {
        // 1, 2, 2 | 2, 3, 3: ranks 1, 3, 3, 3, 5.5, 5.5; U = 14 - 6 = 8, centre 4.5; ties 24 + 6; variance 9/12 (7 - 30/30) = 4.5.
        MannWhitney test = MannWhitney.Test([1, 2, 2], [2, 3, 3], 0.95);
        Assert.Equal(8, test.U);
        Assert.Equal(2 * Normal.CDF(0, 1, -3 / Math.Sqrt(4.5)), test.PValue, 1e-9);
        Assert.True(test.HasTies);
    }

    [Fact]
    public void AFall_IsTheMirrorOfARise()
    {
        MannWhitney rise = MannWhitney.Test([1, 2, 5], [3, 6, 8, 9], 0.8);
        MannWhitney fall = MannWhitney.Test([-1, -2, -5], [-3, -6, -8, -9], 0.8);
        Assert.Equal(1, fall.U);
        Assert.Equal(rise.PValue, fall.PValue, 1e-15);
        Assert.Equal((-rise.Shift, -rise.Upper, -rise.Lower), (fall.Shift, fall.Lower, fall.Upper));
    }

    [Theory]
    [InlineData(new double[] { 4, 4, 4 }, new double[] { 4, 4 })] // No variance at all.
    [InlineData(new double[] { 1, 4 }, new double[] { 2, 3 })] // U at its centre.
    public void NothingToTell_HasAPOfOne(double[] before, double[] after) => Assert.Equal(1, MannWhitney.Test(before, after, 0.95).PValue);
}
