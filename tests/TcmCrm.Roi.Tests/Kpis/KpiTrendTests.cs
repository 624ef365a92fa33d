using System.Text.Json;
using CsCheck;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Tests.Statistics;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiTrendTests
{
    private static readonly YearMonth Start = new(2021, 1);

    [Fact]
    public void SeasonalTest_AgreesWithPymannkendall()
    {
        int cases = 0;
        foreach (JsonElement item in StatisticsCases.Each("random-series-200"))
        {
            if (!item.GetProperty("expected").TryGetProperty("seasonalMannKendall12", out JsonElement expected))
            {
                continue;
            }

            string id = item.GetProperty("id").GetString()!;
            KpiTrend trend = KpiTrend.Of(Series(item.GetProperty("inputs").GetProperty("y").Doubles()));
            MannKendallTest seasonal = trend.SeasonalTest;
            Assert.Equal(expected.Number("S"), seasonal.S);
            StatisticsCases.Close(expected.Number("varS"), seasonal.Variance, 1e-12, id);
            StatisticsCases.Close(expected.Number("slopePerYear"), trend.SeasonalSlopePerYear, 1e-12, id, 1e-12);
            StatisticsCases.Close(expected.Number("z"), seasonal.Z * Math.Sqrt(seasonal.VarianceFactor), 1e-3, id, 2.0 / Math.Sqrt(seasonal.Variance));
            cases++;
        }

        Assert.Equal(50, cases);
    }

    [Fact]
    public void Maxau_AgreesWithR()
    {
        JsonElement item = StatisticsCases.Each("trend-published").First();
        JsonElement expected = item.GetProperty("expected");
        KpiTrend trend = KpiTrend.OfValues(item.GetProperty("inputs").GetProperty("y").Doubles());
        Assert.Equal(expected.Number("S"), trend.Test.S);
        Assert.Equal(expected.Number("varS"), trend.Test.Variance);
        StatisticsCases.Close(expected.Number("sensSlope"), trend.Slope, 1e-9, "slope");
        StatisticsCases.Close(expected.Number("sensLower95"), trend.SlopeLower, 1e-9, "lower");
        StatisticsCases.Close(expected.Number("sensUpper95"), trend.SlopeUpper, 1e-9, "upper");
        StatisticsCases.Close(expected.Number("z"), trend.Test.Z * Math.Sqrt(trend.Test.VarianceFactor), 1e-9, "z");
    }

    [Fact]
    public void ReversedTime_FlipsSlopeAndTest() =>
        Gen.Double[-50, 50].Array[3, 60].Sample(y =>
        {
            KpiTrend forward = KpiTrend.OfValues(y);
            KpiTrend backward = KpiTrend.OfValues([.. Enumerable.Reverse(y)]);
            Assert.Equal(forward.Slope, -backward.Slope, 1e-12);
            Assert.Equal(forward.SlopeLower, -backward.SlopeUpper, 1e-12);
            Assert.Equal(forward.Test.S, -backward.Test.S);
            Assert.Equal(forward.Test.Variance, backward.Test.Variance);
        });

    [Fact]
    public void Slope_LiesInItsIntervals() =>
        Gen.Double[-50, 50].Array[3, 60].Sample(y =>
        {
            KpiTrend trend = KpiTrend.OfValues(y);
            Assert.InRange(trend.Slope, trend.SlopeLower, trend.SlopeUpper);
            Assert.InRange(trend.SlopeLower, trend.CorrectedSlopeLower, trend.SlopeUpper);
            Assert.InRange(trend.SlopeUpper, trend.SlopeLower, trend.CorrectedSlopeUpper);
        });

    [Fact]
    public void Gaps_KeepTheirPlaceInTime()
    {
        KpiSeries series = KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, [0, 1, null, null, 4, 5, null, 7]);
        Assert.Equal(1, KpiTrend.Of(series).Slope);
        Assert.Equal(5, KpiTrend.Of(series).Count);
    }

    [Fact]
    public void Season_DoesNotFeignATrend()
    {
        // Two and a half years that begin in the low season: the plain slope rises, within equal months nothing does.
        double[] y = [.. Enumerable.Range(0, 30).Select(i => -50 * Math.Cos(i * Math.PI / 6))];
        KpiTrend trend = KpiTrend.Of(Series(y));
        Assert.Equal(0, trend.SeasonalSlopePerYear, 1e-9);
        Assert.Equal(0, trend.DirectionAt(0.05));
    }

    [Fact]
    public void TooFewValues_HaveNoTrend()
    {
        KpiTrend trend = KpiTrend.OfValues([1, 2]);
        Assert.False(trend.IsAvailable);
        Assert.Throws<InvalidOperationException>(() => trend.Slope);
        Assert.Equal(0, trend.DirectionAt(0.05));
        Assert.Throws<ArgumentOutOfRangeException>(() => trend.DirectionAt(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => KpiTrend.OfValues([1, double.NaN, 3]));
    }

    [Fact]
    public void TenValuesWithoutTies_HaveAnExactPAndElevenDoNot()
    {
        double[] y = [1, 3, 2, 5, 4, 7, 6, 9, 8, 10, 11];
        Assert.True(KpiTrend.OfValues(y[..10]).Test.IsExact);
        Assert.False(KpiTrend.OfValues(y).Test.IsExact);
        Assert.False(KpiTrend.OfValues([1, 1, 2, 3]).Test.IsExact);
    }

    private static KpiSeries Series(double[] y) => KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, y);
}
