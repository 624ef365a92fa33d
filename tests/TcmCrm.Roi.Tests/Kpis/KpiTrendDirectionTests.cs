using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiTrendDirectionTests
{
    private static readonly YearMonth January = new(2020, 1);

    [Theory]
    [InlineData(0.03, 0.04, 0.04, true)]
    [InlineData(0.04, 0.03, 0.04, true)]
    [InlineData(0.03, 0.04, 0.0399, false)]
    [InlineData(0.04, 0.03, 0.0399, false)]
    public void Significance_NeedsBothPsAtOrUnderTheLevel(double normal, double reported, double level, bool significant) =>
        Assert.Equal(significant, new MannKendallTest(20, 90, 1, 0, 2, normal, reported, true).IsSignificant(level));

    [Fact]
    public void FourRisingValues_HaveTheirExactP()
    {
        // S = 6 of 4! orders in one: two-sided 2 / 24. varS = 4 x 3 x 13 / 18.
        MannKendallTest test = KpiTrend.OfValues([1, 3, 4, 9]).Test;
        Assert.Equal((6L, true), (test.S, test.IsExact));
        Assert.Equal(156.0 / 18, test.Variance, 1e-12);
        Assert.Equal(2.0 / 24, test.PValue, 1e-12);
        Assert.Equal(5 / Math.Sqrt(test.Variance * test.VarianceFactor), test.Z, 1e-12);
        Assert.NotEqual(test.PValue, test.NormalPValue);
        MannKendallTest tied = KpiTrend.OfValues([1, 3, 3, 9]).Test;
        Assert.Equal((5L, false), (tied.S, tied.IsExact));
        Assert.Equal(tied.NormalPValue, tied.PValue);

        // A tied pair takes 2 x 1 x 9 / 18 away.
        Assert.Equal(138.0 / 18, tied.Variance, 1e-12);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(48)]
    public void Direction_IsTheSignOfTheTrend(int months)
    {
        // On a line of 2 a month the values alternate by 3: no doubt of the direction, and no autocorrelation above zero.
        double[] y = [.. Enumerable.Range(0, months).Select(i => (2.0 * i) + (i % 2 * 3))];
        KpiTrend rising = KpiTrend.Of(Series(y));
        KpiTrend falling = KpiTrend.Of(Series([.. y.Select(value => -value)]));
        Assert.Equal(months == 48, rising.IsSeasonal);
        Assert.Equal((1, -1), (rising.DirectionAt(0.05), falling.DirectionAt(0.05)));
        double p = rising.IsSeasonal ? rising.SeasonalTest.PValue : Math.Max(rising.Test.PValue, rising.Test.NormalPValue);
        Assert.Equal((1, 0), (rising.DirectionAt(p), rising.DirectionAt(p * 0.999)));
        Assert.Equal((-1, 0), (falling.DirectionAt(p), falling.DirectionAt(p * 0.999)));
    }

    [Fact]
    public void SeasonalForm_IsOfMonthsFromTwentyFourOn()
    {
        double?[] y = [.. Enumerable.Range(0, 75).Select(i => (double?)(i * i * 37 % 23))];
        Assert.True(KpiTrend.Of(Series(y[..24])).IsSeasonal);
        Assert.False(KpiTrend.Of(Series(y[..23])).IsSeasonal);
        Assert.False(KpiTrend.Of(Series([.. y[..23], null, null])).IsSeasonal);
        Assert.Equal(
            "There is no seasonal form of the trend.", Assert.Throws<InvalidOperationException>(() => KpiTrend.Of(Series(y[..23])).SeasonalTest).Message);
        Assert.Throws<InvalidOperationException>(() => KpiTrend.Of(Series(y[..23])).SeasonalSlopePerYear);
        KpiTrend quarters = KpiTrend.Of(Series(y).Aggregate(KpiFrequency.Quarterly).Series);
        Assert.Equal((25, false), (quarters.Count, quarters.IsSeasonal));
    }

    [Fact]
    public void TooFewValues_AreTold()
    {
        KpiTrend two = KpiTrend.OfValues([1, 2]);
        Assert.Equal("There are fewer than 3 values: no trend.", Assert.Throws<InvalidOperationException>(() => two.Slope).Message);
        Assert.Equal("There are fewer than 3 values: no trend.", Assert.Throws<InvalidOperationException>(() => two.Test).Message);
        Assert.True(KpiTrend.OfValues([1, 2, 3]).IsAvailable);
        Assert.Equal(1, KpiTrend.OfValues([1, 2, 3]).Slope);
        Assert.Throws<ArgumentNullException>("series", () => KpiTrend.Of(null!));
        Assert.Throws<ArgumentNullException>("values", () => KpiTrend.OfValues(null!));
        Assert.StartsWith(
            "values is Infinity; allowed: a finite number.",
            Assert.Throws<ArgumentOutOfRangeException>("values", () => KpiTrend.OfValues([1, double.PositiveInfinity, 3])).Message,
            StringComparison.Ordinal);
    }

    private static KpiSeries Series(double[] values) => KpiSeries.FromValues(KpiCatalog.HoursSaved, January, values);

    private static KpiSeries Series(double?[] values) => KpiSeries.FromValues(KpiCatalog.HoursSaved, January, values);
}
