using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Kpis;

/// <summary>The forecast against the formula of its remarks, from the fitted regression.</summary>
public class KpiForecastTests
{
    private static readonly YearMonth May = new(2022, 5);

    [Theory]
    [InlineData(20, 1, 0, false)]
    [InlineData(20, 5, 0, false)]
    [InlineData(20, 4, 3, false)]
    [InlineData(23, 3, 0, false)]
    [InlineData(24, 1, 0, true)]
    [InlineData(40, 7, 0, true)]
    [InlineData(48, 5, 7, true)]
    public void Forecast_EqualsItsFormula(int months, int ahead, int gapEvery, bool seasonal)
    {
        // Noise that carries over by 0.7 from month to month, on a line and a season.
        var random = new Random(20 * months);
        double noise = 0;
        var y = new double?[months];
        for (int i = 0; i < months; i++)
        {
            noise = (0.7 * noise) + random.Next(-20, 21);
            y[i] = gapEvery > 0 && i % gapEvery == 2 ? null : 50 + (1.5 * i) + noise + (seasonal ? 30 * Math.Sin(i) : 0);
        }

        y[months - 1] ??= 60;
        int[] times = [.. Enumerable.Range(0, months).Where(i => y[i] is not null)];
        double[] values = [.. times.Select(i => y[i]!.Value)];
        int n = values.Length;
        int columns = seasonal ? 13 : 2;
        double[] RowOf(int time)
        {
            var row = new double[columns];
            (row[0], row[1]) = (1, time);
            int calendarMonth = May.PlusMonths(time).Month;
            if (seasonal && calendarMonth > 1)
            {
                row[calendarMonth] = 1;
            }

            return row;
        }

        var design = new DesignMatrix(n, columns);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                design[i, j] = RowOf(times[i])[j];
            }
        }

        Ar1RemlFit fit = Ar1Reml.Fit(design, values, gapEvery > 0 ? times : null);
        Assert.True(fit.IsFitted && !fit.IsAtEdge && Math.Abs(fit.Rho) > 0.05);
        double[] future = RowOf(months - 1 + ahead);
        double[] last = RowOf(months - 1);
        double carry = Math.Pow(fit.Rho, ahead);
        double trend = fit.Combination(future);
        double mean = trend + (carry * (values[^1] - fit.Combination(last)));
        double[] g = [.. future.Select((value, j) => value - (carry * last[j]))];
        double own = fit.InnovationVariance * (1 - Math.Pow(fit.Rho, 2 * ahead)) / (1 - (fit.Rho * fit.Rho));
        double variance = own + fit.CombinationVariance(g);
        SeasonModel season = seasonal ? SeasonModel.Of(values, gapEvery > 0 ? times : null, 4, 0, n, n) : SeasonModel.Plain;
        ForecastCheck check = ForecastCheck.Of(season.Without(values, gapEvery > 0 ? times : null, 4), gapEvery > 0 ? times : null);
        Assert.Equal(0, check.BreakAt);
        double reach = ahead + (n / 4.0);
        double error = Math.Sqrt(variance + Math.Min(check.SlopeVariance * reach * reach, KpiForecast.MostDrift * variance));
        double critical = StudentT.TwoSidedCritical(0.9, fit.DegreesOfFreedom);
        double wanted = mean + (0.7 * error);

        var target = new KpiTarget(wanted, May.PlusMonths(months - 1 + ahead));
        KpiForecast forecast = KpiForecast.To(KpiSeries.FromValues(KpiCatalog.HoursSaved, May, y), target, 0.9);
        Assert.True(forecast.IsAvailable);
        Assert.Null(forecast.Reason);
        Assert.Equal(seasonal, forecast.IsSeasonal);
        Assert.Equal((target.By, ahead, 0.9, false), (forecast.Month, forecast.MonthsAhead, forecast.ConfidenceLevel, forecast.IsAtEdge));
        Assert.Equal(mean, forecast.Mean, 1e-6);
        Assert.Equal(error, forecast.StandardError, 1e-6);
        Assert.Equal(mean - (critical * error), forecast.Lower, 1e-6);
        Assert.Equal(mean + (critical * error), forecast.Upper, 1e-6);
        Assert.Equal(fit.DegreesOfFreedom, forecast.DegreesOfFreedom, 1e-6);
        Assert.Equal(fit.Rho, forecast.Autocorrelation, 1e-6);
        Assert.Equal(StudentT.Cdf(-0.7, fit.DegreesOfFreedom), forecast.Chance, 1e-6);
        Assert.Equal(fit.Beta[1], forecast.AchievedMonthlyRate, 1e-6);
        Assert.Equal(fit.StandardError(1), forecast.AchievedMonthlyRateStandardError, 1e-6);
        Assert.Equal((wanted - (trend - (fit.Beta[1] * ahead))) / ahead, forecast.NeededMonthlyRate, 1e-6);
        Assert.Equal(
            FormattableString.Invariant($"{target.By.Year}-{target.By.Month:00}: {forecast.Mean:G6} [{forecast.Lower:G6}, {forecast.Upper:G6}], chance {forecast.Chance:G3}"),
            forecast.ToString());
    }

    [Fact]
    public void CalendarMonths_NeedAllTwelve()
    {
        // 27 values in three years without any September: a line, no calendar months.
        double?[] y = [.. Enumerable.Range(0, 36).Select(i => May.PlusMonths(i).Month is 9 or 10 or 11 ? null : (double?)((i * i * 37 % 23) + i))];
        KpiForecast forecast = KpiForecast.To(KpiSeries.FromValues(KpiCatalog.HoursSaved, May, y), new KpiTarget(50, May.PlusMonths(40)));
        Assert.True(forecast.IsAvailable);
        Assert.False(forecast.IsSeasonal);

        // A year in full and four months more are under 24 values, though they hold all twelve.
        double?[] shorter = [.. Enumerable.Range(0, 16).Select(i => (double?)(i * i * 37 % 23))];
        Assert.False(KpiForecast.To(KpiSeries.FromValues(KpiCatalog.HoursSaved, May, shorter), new KpiTarget(50, May.PlusMonths(20))).IsSeasonal);
    }

    [Fact]
    public void Gaps_AtTheEnd_MakeTheForecastReachFurther()
    {
        double?[] y = [.. Enumerable.Range(0, 12).Select(i => (double?)(i * i * 37 % 23)), null, null];
        KpiForecast forecast = KpiForecast.To(KpiSeries.FromValues(KpiCatalog.HoursSaved, May, y), new KpiTarget(5, May.PlusMonths(14)));
        Assert.Equal(3, forecast.MonthsAhead);
        Assert.Null(KpiForecast.To(KpiSeries.FromValues(KpiCatalog.HoursSaved, May, y), new KpiTarget(5, May.PlusMonths(12))).Reason);
    }

    [Fact]
    public void MissingForecast_TellsWhy()
    {
        double?[] noise = [.. Enumerable.Range(0, 12).Select(i => (double?)(i * i * 37 % 23))];
        KpiForecast To(double?[] y, int month) => KpiForecast.To(KpiSeries.FromValues(KpiCatalog.HoursSaved, May, y), new KpiTarget(5, May.PlusMonths(month)));
        Missing("tooFewValues", To(noise[..7], 20));
        Missing("tooFewValues", To(noise[..7], 0));
        Missing("tooFewValues", To([null, null], 20));
        Missing("targetMonthReached", To(noise, 11));
        Missing("noVariation", To([.. Enumerable.Range(0, 12).Select(i => (double?)i)], 20));
        Missing(
            "notMonthly",
            KpiForecast.To(
                KpiSeries.FromValues(KpiCatalog.HoursSaved, new YearMonth(2020, 1), [.. Enumerable.Range(0, 36).Select(i => (double)(i * i * 37 % 23))])
                    .Aggregate(KpiFrequency.Quarterly).Series,
                new KpiTarget(5, May.PlusMonths(40))));
        Assert.Null(To(noise[..8], 20).Reason);
        Assert.Equal(1, To(noise, 12).MonthsAhead);
    }

    [Fact]
    public void NullArguments_AreNamed()
    {
        KpiSeries series = KpiSeries.FromValues(KpiCatalog.HoursSaved, May, [1.0]);
        Assert.Throws<ArgumentNullException>("series", () => KpiForecast.To(null!, new KpiTarget(1, May)));
        Assert.Throws<ArgumentNullException>("target", () => KpiForecast.To(series, null!));
    }

    private static void Missing(string status, KpiForecast forecast)
    {
        Assert.False(forecast.IsAvailable);
        Assert.Equal(status, forecast.Reason?.Code);
        Assert.Equal(forecast.Reason!.Id, forecast.ToString());
        Assert.Equal("There is no forecast: " + forecast.Reason.Id + ".", Assert.Throws<InvalidOperationException>(() => forecast.Mean).Message);
    }
}

public class KpiForecastCoverageTests
{
    private static readonly YearMonth Start = new(2020, 1);

    [Theory]
    [InlineData("stable")]
    [InlineData("step")]
    [InlineData("drift")]
    [InlineData("money")]
    public void Interval_HoldsTheValueInNineOfTen(string kind)
    {
        // A smaller run of the table in docs/kpis.md, 36 months, 12 ahead; standard error 1.7 points.
        const int runs = 300;
        var random = new Random(12);
        int covered = 0;
        int broken = 0;
        for (int run = 0; run < runs; run++)
        {
            var values = new double[48];
            double slope = 0;
            double level = 0;
            for (int i = 0; i < values.Length; i++)
            {
                slope += 0.15 * Normal(random);
                level += slope;
                double noise = Normal(random);
                values[i] = kind == "money" ? 100 * Math.Exp((0.01 * i) + (0.05 * noise)) : 100 + (5 * noise) + (kind == "drift" ? level : kind == "step" && i >= 18 ? 25 : 0);
            }

            KpiForecast forecast = KpiForecast.To(
                KpiSeries.FromValues(kind == "money" ? KpiCatalog.SalesRevenue : KpiCatalog.HoursSaved, Start, values[..36]), new KpiTarget(120, Start.PlusMonths(47)));
            covered += forecast.Lower <= values[47] && values[47] <= forecast.Upper ? 1 : 0;
            broken += forecast.HasBreak ? 1 : 0;
            Assert.Equal(kind == "money", forecast.IsOfLogs);
            if (kind == "step" && forecast.HasBreak)
            {
                Assert.InRange(forecast.BreakMonth, Start.PlusMonths(16), Start.PlusMonths(20));
            }
        }

        Assert.InRange(covered, 0.88 * runs, runs);
        Assert.InRange(broken, kind == "step" ? 0.8 * runs : 0, kind == "stable" ? 0.1 * runs : runs);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
