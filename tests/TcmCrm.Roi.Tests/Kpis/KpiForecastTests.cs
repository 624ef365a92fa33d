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
        double error = Math.Sqrt(own + fit.CombinationVariance(g));
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
