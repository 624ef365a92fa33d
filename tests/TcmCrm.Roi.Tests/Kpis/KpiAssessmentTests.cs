using CsCheck;
using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiAssessmentTests
{
    private static readonly YearMonth Start = new(2023, 1);

    [Theory]
    [InlineData(7, 1.0, KpiState.InsufficientData)]
    [InlineData(36, 1.0, KpiState.Improving)]
    [InlineData(36, -1.0, KpiState.Deteriorating)]
    [InlineData(36, 0.0, KpiState.Flat)]
    public void Trend_DecidesTheState(int months, double slope, KpiState state) =>
        Assert.Equal(state, KpiAssessment.Of(Series(KpiCatalog.HoursSaved, months, slope)).State);

    [Fact]
    public void DirectionDown_MirrorsDirectionUp() =>
        Gen.Select(Gen.Double[-3, 3].Array[8, 60], Gen.Double[-0.3, 0.3], Gen.Double[-5, 5]).Sample(
            (noise, slope, wanted) =>
            {
                double[] y = [.. noise.Select((value, i) => value + (slope * i))];
                YearMonth by = Start.PlusMonths(y.Length + 5);
                KpiAssessment up = KpiAssessment.Of(
                    KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, y), KpiAssessmentOptions.Default.WithTarget(new KpiTarget(wanted, by)));
                KpiAssessment down = KpiAssessment.Of(
                    KpiSeries.FromValues(KpiCatalog.HoursSaved.WithDirection(KpiDirection.LowerIsBetter), Start, [.. y.Select(value => -value)]),
                    KpiAssessmentOptions.Default.WithTarget(new KpiTarget(-wanted, by)));
                Assert.Equal(up.State, down.State);
                Assert.Equal(up.TargetState, down.TargetState);
                if (up.Forecast.IsAvailable)
                {
                    Assert.Equal(up.Forecast.Chance, down.Forecast.Chance, 1e-9);
                    Assert.Equal(up.Forecast.Mean, -down.Forecast.Mean, 1e-9);
                    Assert.Equal(up.Forecast.NeededMonthlyRate, -down.Forecast.NeededMonthlyRate, 1e-9);
                }
            },
            iter: 60);

    [Fact]
    public void NeutralKpi_IsNotJudged()
    {
        KpiAssessment assessment = KpiAssessment.Of(
            Series(KpiCatalog.PriceEffect, 36, 2), KpiAssessmentOptions.Default.WithTarget(new KpiTarget(5, new YearMonth(2030, 1))));
        Assert.Equal(KpiState.NotJudged, assessment.State);
        Assert.Equal(KpiTargetState.NoTarget, assessment.TargetState);
        Assert.Contains(assessment.Warnings, warning => warning.Code == "targetWithoutDirection");
    }

    [Fact]
    public void TrendAgainstAlarms_IsVolatile()
    {
        double[] y = [.. Enumerable.Range(0, 36).Select(i => i + (i % 3) - (i == 35 ? 90.0 : 0))];
        Assert.Equal(KpiState.Volatile, KpiAssessment.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, y)).State);
    }

    [Theory]
    [InlineData(100, KpiTargetState.OffTarget)]
    [InlineData(20, KpiTargetState.OnTarget)]
    public void Target_IsJudgedByTheChance(double wanted, KpiTargetState state)
    {
        KpiAssessment assessment = KpiAssessment.Of(
            Series(KpiCatalog.HoursSaved, 36, 1), KpiAssessmentOptions.Default.WithTarget(new KpiTarget(wanted, Start.PlusMonths(41))));
        Assert.Equal(state, assessment.TargetState);
        Assert.Equal(6, assessment.Forecast.MonthsAhead);
        Assert.InRange(assessment.Forecast.Mean, assessment.Forecast.Lower, assessment.Forecast.Upper);
    }

    [Fact]
    public void Target_WhoseMonthIsReached_IsJudgedByTheLatestValue()
    {
        KpiSeries series = Series(KpiCatalog.HoursSaved, 36, 1);
        KpiTargetState StateAt(double wanted) =>
            KpiAssessment.Of(series, KpiAssessmentOptions.Default.WithTarget(new KpiTarget(wanted, Start.PlusMonths(35)))).TargetState;
        series.TryGetValue(35, out double latest);
        Assert.Equal(KpiTargetState.OnTarget, StateAt(latest));
        Assert.Equal(KpiTargetState.OffTarget, StateAt(latest + 1e-9));
        KpiAssessment reached = KpiAssessment.Of(series, KpiAssessmentOptions.Default.WithTarget(new KpiTarget(3, Start.PlusMonths(20))));
        Assert.Equal("targetMonthReached", reached.Forecast.Reason?.Code);
    }

    [Fact]
    public void Path_BeginsAtTheBaseline()
    {
        KpiAssessment assessment = KpiAssessment.Of(
            Series(KpiCatalog.HoursSaved, 36, 1), KpiAssessmentOptions.Default.WithTarget(new KpiTarget(100, Start.PlusMonths(43))));
        KpiTarget target = assessment.Target;
        Assert.Equal(assessment.Chart.Limits.Center, target.ValueAt(Start.PlusMonths(23)));
        Assert.Equal((assessment.Chart.Limits.Center + 100) / 2, target.ValueAt(Start.PlusMonths(33)), 1e-9);
        Assert.Equal(100, target.ValueAt(Start.PlusMonths(60)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KpiTarget(Start, 1, 2, Start));
    }

    [Fact]
    public void Forecast_FollowsLineAndSeason()
    {
        double Truth(int i) => 50 + (2 * i) + (10 * Math.Sin(i * Math.PI / 6));
        double[] y = [.. Enumerable.Range(0, 60).Select(i => Truth(i) + (0.3 * ((i * i * 37 % 13) - 6)))];
        KpiForecast forecast = KpiForecast.To(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, y), new KpiTarget(Truth(69), Start.PlusMonths(69)));
        Assert.True(forecast.IsSeasonal);
        Assert.Equal(Truth(69), forecast.Mean, 2.0);
        Assert.Equal(2, forecast.AchievedMonthlyRate, 0.1);
        Assert.Equal(2, forecast.NeededMonthlyRate, 0.2);
    }

    [Fact]
    public void Forecast_OfALineWithoutNoise_HasNoChance()
    {
        double[] y = [.. Enumerable.Range(0, 20).Select(i => 2.0 * i)];
        KpiAssessment assessment = KpiAssessment.Of(
            KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, y), KpiAssessmentOptions.Default.WithTarget(new KpiTarget(99, Start.PlusMonths(30))));
        Assert.Equal("noVariation", assessment.Forecast.Reason?.Code);
        Assert.Equal(KpiTargetState.Warning, assessment.TargetState);
        Assert.Contains(assessment.Warnings, warning => warning.Code == "noForecast");
        Assert.Throws<InvalidOperationException>(() => assessment.Forecast.Chance);
    }

    [Theory]
    [InlineData(45, KpiTargetState.OffTarget)]
    [InlineData(60, KpiTargetState.OnTarget)]
    public void SeriesThatNeverMoved_MissesATargetThatItDoesNotMeet(double target, KpiTargetState expected)
    {
        KpiSeries days = KpiSeries.FromValues(KpiCatalog.Dso, new YearMonth(2025, 1), [.. Enumerable.Repeat(60.0, 12)]);
        KpiAssessment assessment = KpiAssessment.Of(days, KpiAssessmentOptions.Default.WithTarget(new KpiTarget(target, new YearMonth(2026, 12))));
        Assert.False(assessment.Forecast.IsAvailable);
        Assert.Equal(expected, assessment.TargetState);
    }

    [Fact]
    public void Warnings_TellWhatAReaderMustKnow()
    {
        string[] Codes(KpiSeries series, KpiAssessmentOptions? options = null) => [.. KpiAssessment.Of(series, options).Warnings.Select(warning => warning.Code)];
        Assert.Contains("tooFewValues", Codes(Series(KpiCatalog.HoursSaved, 5, 0)));
        Assert.Contains("noControlLimits", Codes(Series(KpiCatalog.HoursSaved, 11, 0)));
        Assert.Contains("baselineProvisional", Codes(Series(KpiCatalog.HoursSaved, 20, 0)));
        Assert.Contains("baselineTooShort", Codes(
            Series(KpiCatalog.HoursSaved, 20, 0), KpiAssessmentOptions.Default.WithBaseline(KpiBaseline.Months(Start, Start.PlusMonths(5)))));
        Assert.Contains("gaps", Codes(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, [1, null, 2])));
        Assert.Contains("valuesOutOfRange", Codes(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, [45.0, 50, 55]).WithDefinition(KpiCatalog.WinRate)));
        Assert.Contains("baselineWithoutVariation", Codes(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, new double[24])));
        Assert.Equal(KpiState.Flat, KpiAssessment.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, new double[24])).State);
        Assert.DoesNotContain("baselineProvisional", Codes(Series(KpiCatalog.HoursSaved, 30, 0)));
    }

    // Noise without a pattern that a rule or test would find.
    private static KpiSeries Series(KpiDefinition kpi, int months, double slope) =>
        KpiSeries.FromValues(kpi, Start, [.. Enumerable.Range(0, months).Select(i => (slope * i) + (i * i * 37 % 23) - 11)]);
}
