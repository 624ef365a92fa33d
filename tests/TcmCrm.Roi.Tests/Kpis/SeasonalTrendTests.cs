using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Kpis;

/// <summary>The seasonal trend against its definition, written out pair by pair.</summary>
public class SeasonalTrendTests
{
    [Theory]
    [InlineData(36, 1, 0.0, 0.0, 0)]
    [InlineData(48, 4, 0.6, 0.4, 0)]
    [InlineData(41, 7, 0.6, -0.8, 0)]
    [InlineData(60, 12, 0.5, 0.2, 3)]
    [InlineData(50, 10, 0.7, 0.0, 4)]
    [InlineData(40, 6, 0.99, 0.0, 5)]
    [InlineData(72, 2, 0.99, 1.5, 7)]
    public void Seasonal_EqualsItsDefinition(int months, int firstMonth, double rho, double slope, int gapEvery)
    {
        // Steps of a fixed generator, carried over from month to month, on a season and a line; whole numbers, so that ties are exact.
        var random = new Random(months + firstMonth);
        var y = new double?[months];
        double noise = 0;
        for (int i = 0; i < months; i++)
        {
            noise = (rho * noise) + random.Next(-30, 31);
            bool gap = gapEvery > 0 && i % gapEvery == gapEvery - 2 && i % 5 != 0;
            y[i] = gap ? null : Math.Round((slope * i) + noise) + (20 * ((firstMonth + i) % 12 / 3));
        }

        KpiSeries series = KpiSeries.FromValues(KpiCatalog.HoursSaved, new YearMonth(2020, firstMonth), y);
        KpiTrend trend = KpiTrend.Of(series);
        Assert.True(trend.IsSeasonal);
        AssertEqual(Defined(y, firstMonth - 1), trend);
    }

    [Fact]
    public void AutocorrelationAtItsBound_InflatesTheVarianceOfTheWholeYear()
    {
        // Months of a year that stay on one side: the ranks hardly change from month to month, r is at its bound 0.9.
        double?[] y = [.. Enumerable.Range(0, 60).Select(i => (double?)((i / 12 * 7 % 5 * 100) + i))];
        Answer expected = Defined(y, 0);
        Assert.True(expected.VarianceFactor > 8);
        AssertEqual(expected, KpiTrend.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, new YearMonth(2020, 1), y)));
    }

    [Fact]
    public void SeriesWithoutDependence_KeepsThePlainVariance()
    {
        // The sign changes from month to month: the lag-one autocorrelation is below zero.
        double?[] y = [.. Enumerable.Range(0, 48).Select(i => (double?)((i % 2 == 0 ? 1 : -1) * (i % 7)))];
        KpiTrend trend = KpiTrend.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, new YearMonth(2020, 1), y));
        Assert.Equal(1, trend.SeasonalTest.VarianceFactor);
        AssertEqual(Defined(y, 0), trend);
    }

    [Fact]
    public void EqualValues_HaveNoSeasonalTrend()
    {
        KpiTrend trend = KpiTrend.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, new YearMonth(2020, 1), Enumerable.Repeat(5.0, 30).ToArray()));
        Assert.Equal(0, trend.SeasonalTest.S);
        Assert.Equal(0, trend.SeasonalSlopePerYear);
        Assert.Equal(0, trend.SeasonalTest.Variance);
        Assert.Equal(1, trend.SeasonalTest.VarianceFactor);
        Assert.Equal(0, trend.SeasonalTest.Z);
        Assert.Equal(1, trend.SeasonalTest.PValue);
    }

    [Fact]
    public void MonthsThatComeOnce_HaveNoSeasonalTrend()
    {
        Assert.Null(SeasonalKendall.Of([.. Enumerable.Range(0, 12).Select(i => (double)i)], null, 4));
        SeasonalKendall? pair = SeasonalKendall.Of([.. Enumerable.Range(0, 13).Select(i => (double)i)], null, 4);
        Assert.Equal((12.0, 1L, 1.0), (pair!.SlopePerYear, pair.Test.S, pair.Test.Variance));
    }

    private static void AssertEqual(Answer expected, KpiTrend trend)
    {
        MannKendallTest actual = trend.SeasonalTest;
        Assert.Equal(expected.S, actual.S);
        Assert.Equal(expected.SlopePerYear, trend.SeasonalSlopePerYear, 1e-12);
        Assert.Equal((actual.PValue, false), (actual.NormalPValue, actual.IsExact));
        Assert.Equal(expected.Variance, actual.Variance, 1e-9);
        Assert.Equal(expected.VarianceFactor, actual.VarianceFactor, 1e-9);
        Assert.Equal(expected.Z, actual.Z, 1e-9);
        Assert.Equal(expected.PValue, actual.PValue, 1e-9);
    }

    /// <summary>Hirsch, Slack and Smith (1982) with the factor f of the remarks on <see cref="KpiTrend"/>.</summary>
    private static Answer Defined(double?[] y, int firstSeason)
    {
        int[] times = [.. Enumerable.Range(0, y.Length).Where(i => y[i] is not null)];
        double[] values = [.. times.Select(i => y[i]!.Value)];
        double[][] seasons = [.. Enumerable.Range(0, 12).Select(g => times.Where(t => (firstSeason + t) % 12 == g).Select(t => y[t]!.Value).ToArray())];
        double slope = Median([.. from a in times from b in times where a < b && (b - a) % 12 == 0 select (y[b]!.Value - y[a]!.Value) / ((b - a) / 12)]);
        long s = (from a in times from b in times where a < b && (b - a) % 12 == 0 select (long)Math.Sign(y[b]!.Value - y[a]!.Value)).Sum();
        double[] variances = [.. seasons.Select(Variance)];

        double[] level = [.. times.Select(t => y[t]!.Value - (slope / 12 * t))];
        double[] medians = [.. Enumerable.Range(0, 12).Select(g => Median([.. level.Where((_, i) => (firstSeason + times[i]) % 12 == g)]))];
        double[] residuals = [.. level.Select((value, i) => value - medians[(firstSeason + times[i]) % 12])];
        double r = SerialDependence.Corrected(SerialDependence.RankLagOne(residuals, times.Length == y.Length ? null : times, 0), values.Length);
        double sum = 0;
        for (int g = 0; g < 12; g++)
        {
            for (int h = 0; h < 12; h++)
            {
                int d = Math.Abs(g - h);
                double correlation = d == 0
                    ? SerialDependence.VarianceFactor(Math.Pow(r, 12), seasons[g].Length)
                    : 6 / Math.PI * Math.Asin(Math.Min(1, Math.Pow(r, d) + Math.Pow(r, 12 - d)) / 2);
                sum += Math.Sqrt(variances[g] * variances[h]) * correlation;
            }
        }

        double total = variances.Sum();
        double factor = r > 0 && total > 0 ? Math.Max(1, sum / total) : 1;
        double z = total > 0 ? (s - Math.Sign(s)) / Math.Sqrt(total * factor) : 0;
        return new Answer(slope, s, total, factor, z, total > 0 ? 2 * NormalDistribution.Cdf(-Math.Abs(z)) : 1);
    }

    /// <summary>[n(n-1)(2n+5) - sum t(t-1)(2t+5)] / 18.</summary>
    private static double Variance(double[] x)
    {
        double Term(double n) => n * (n - 1) * ((2 * n) + 5);
        return (Term(x.Length) - x.GroupBy(value => value).Sum(tied => Term(tied.Count()))) / 18;
    }

    private static double Median(double[] x)
    {
        double[] sorted = [.. x.Order()];
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private sealed record Answer(double SlopePerYear, long S, double Variance, double VarianceFactor, double Z, double PValue);
}
