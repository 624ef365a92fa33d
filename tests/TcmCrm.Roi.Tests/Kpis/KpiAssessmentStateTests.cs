using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiAssessmentStateTests
{
    private static readonly YearMonth January = new(2023, 1);
    private static readonly KpiAssessmentOptions Default = KpiAssessmentOptions.Default;

    [Theory]
    [InlineData(KpiFrequency.Monthly, 2025, 12)]
    [InlineData(KpiFrequency.Quarterly, 2025, 12)]
    [InlineData(KpiFrequency.Quarterly, 2025, 10)]
    [InlineData(KpiFrequency.Yearly, 2025, 12)]
    [InlineData(KpiFrequency.Yearly, 2025, 3)]
    public void MissedTarget_WhoseMonthTheLastPointCovers_IsOffTarget(KpiFrequency frequency, int year, int month)
    {
        // From ten hours a month in 2014 on a straight line, which has no forecast; a series that never moved would be off target before its time.
        KpiSeries months = KpiSeries.FromValues(KpiCatalog.HoursSaved, new YearMonth(2014, 1), [.. Enumerable.Range(0, 144).Select(i => 10 + (i / 16.0))]);
        KpiSeries series = months.Aggregate(frequency).Series;
        KpiAssessment Against(double value, YearMonth by) => KpiAssessment.Of(series, Default.WithTarget(new KpiTarget(value, by)));
        Assert.Equal(KpiTargetState.OffTarget, Against(1000, new YearMonth(year, month)).TargetState);
        Assert.Equal(KpiTargetState.OnTarget, Against(10, new YearMonth(year, month)).TargetState);
        Assert.Equal(KpiTargetState.Warning, Against(1000, new YearMonth(2026, 1)).TargetState);
    }

    [Fact]
    public void EightValues_AreEnoughForAState()
    {
        Assert.Equal(KpiState.InsufficientData, KpiAssessment.Of(Series([1, 2, 3, 4, 5, 6, 7])).State);
        Assert.Equal(KpiState.Improving, KpiAssessment.Of(Series([1, 2, 3, 4, 5, 6, 7, 8])).State);
    }

    [Theory]
    [InlineData(3, KpiState.Improving)]
    [InlineData(4, KpiState.Flat)]
    public void AlarmAmongTheLastThreePoints_DecidesWithoutATrend(int fromTheEnd, KpiState state)
    {
        double?[] y = Alternating(36);
        y[36 - fromTheEnd] = 5.4;
        KpiAssessment assessment = KpiAssessment.Of(Series(y));
        Assert.Equal(0, assessment.Trend.DirectionAt(0.05));
        Assert.Equal([36 - fromTheEnd], assessment.Chart.Alarms.Select(alarm => alarm.Index));
        Assert.Equal(state, assessment.State);
    }

    [Theory]
    [InlineData(6, KpiState.Improving, KpiState.Deteriorating)]
    [InlineData(-6, KpiState.Deteriorating, KpiState.Improving)]
    public void Alarm_IsJudgedByTheBetterDirection(double last, KpiState higherIsBetter, KpiState lowerIsBetter)
    {
        double?[] y = Alternating(36);
        y[35] = last;
        Assert.Equal(higherIsBetter, KpiAssessment.Of(Series(y)).State);
        Assert.Equal(lowerIsBetter, KpiAssessment.Of(Series(y, KpiDirection.LowerIsBetter)).State);
        Assert.Equal(KpiState.NotJudged, KpiAssessment.Of(Series(y, KpiDirection.Neutral)).State);
    }

    [Fact]
    public void AlarmsOnBothSides_AreVolatile()
    {
        double?[] y = Alternating(36);
        y[34] = 6;
        y[35] = -6;
        KpiAssessment assessment = KpiAssessment.Of(Series(y));
        Assert.Equal(0, assessment.Trend.DirectionAt(0.05));
        Assert.Equal(KpiState.Volatile, assessment.State);
    }

    [Fact]
    public void TrendAgainstAlarmsOfOneSide_IsVolatile()
    {
        double?[] y = [.. Enumerable.Range(0, 60).Select(i => (double?)(i >= 57 ? -90 : i + (i % 3)))];
        KpiAssessment assessment = KpiAssessment.Of(Series(y));
        Assert.Equal(1, assessment.Trend.DirectionAt(0.05));
        Assert.All(assessment.Chart.Points.TakeLast(3), point => Assert.Equal(AlarmSide.Below, point.Side));
        Assert.Equal(KpiState.Volatile, assessment.State);
    }

    [Fact]
    public void TrendWithoutAlarms_DecidesAlone()
    {
        // All months are baseline, and no value leaves the limits of about 21 to each side, while the line rises by 10.5 in all.
        double?[] y = [.. Enumerable.Range(0, 36).Select(i => (double?)((0.3 * i) + (8 * (i % 2))))];
        KpiAssessmentOptions all = Default.WithBaseline(KpiBaseline.Months(January, January.PlusMonths(35)));
        KpiAssessment assessment = KpiAssessment.Of(Series(y), all);
        Assert.Empty(assessment.Chart.Alarms);
        Assert.Equal(1, assessment.Trend.DirectionAt(0.05));
        Assert.Equal(KpiState.Improving, assessment.State);
        Assert.Equal(KpiState.Deteriorating, KpiAssessment.Of(Series(y, KpiDirection.LowerIsBetter), all).State);
        Assert.Equal(KpiState.NotJudged, KpiAssessment.Of(Series(y, KpiDirection.Neutral), all).State);
    }

    [Theory]
    [InlineData(new[] { 3.3, -3.3, 0.5 }, KpiState.Flat)]
    [InlineData(new[] { 3.3, -3.3, 3.3 }, KpiState.Volatile)]
    [InlineData(new[] { 3.267, -3.267, 3.267 }, KpiState.Flat)]
    [InlineData(new[] { 3.268, -3.267, 3.268 }, KpiState.Volatile)]
    public void TwoMovingRangesBeyondTheirLimit_AreVolatile(double[] last, KpiState state)
    {
        // The baseline alternates between 1 and -1: mR = 2, limits 0 +- 5.32, moving ranges up to 6.534.
        double?[] y = [.. Alternating(24), .. last.Select(value => (double?)value)];
        KpiAssessment assessment = KpiAssessment.Of(Series(y));
        Assert.Equal(0, assessment.Trend.DirectionAt(0.05));
        Assert.Empty(assessment.Chart.Alarms);
        Assert.Equal(state, assessment.State);
    }

    [Fact]
    public void WideMovingRanges_CountAfterTheBaselineAndInTheLastTwelve()
    {
        double?[] within = [.. Alternating(24), 4.5, -4.5, 4.5];
        KpiAssessment assessment = KpiAssessment.Of(Series(within), Default.WithBaseline(KpiBaseline.Months(January, January.PlusMonths(26))));
        Assert.Empty(assessment.Chart.Alarms);
        Assert.True(9 > assessment.Chart.Limits.MovingRangeLimit);
        Assert.Equal(KpiState.Flat, assessment.State);

        // The two wide ranges are the points 25 and 26: the first is the 12th from the end at 37 points, and no longer at 38.
        double?[] Then(int more) => [.. Alternating(24), 3.3, -3.3, 3.3, .. Alternating(more)];
        Assert.Equal(KpiState.Volatile, KpiAssessment.Of(Series(Then(10))).State);
        Assert.Equal(KpiState.Flat, KpiAssessment.Of(Series(Then(11))).State);
    }

    [Fact]
    public void LatestValue_IsFoundBeforeGaps()
    {
        KpiAssessmentOptions target = Default.WithTarget(new KpiTarget(5, January));
        Assert.Equal(KpiTargetState.OnTarget, KpiAssessment.Of(Series([5, null]), target).TargetState);
        Assert.Equal(KpiTargetState.OffTarget, KpiAssessment.Of(Series([4, null]), target).TargetState);
        Assert.Equal(KpiTargetState.OnTarget, KpiAssessment.Of(Series([4, 5, null]), target).TargetState);
        KpiAssessment nothing = KpiAssessment.Of(Series([null, null]), target);
        Assert.Equal(KpiTargetState.NoTarget, nothing.TargetState);
        Assert.Equal(KpiState.InsufficientData, nothing.State);
        Assert.Equal(KpiTargetState.NoTarget, KpiAssessment.Of(Series([5.0])).TargetState);
    }

    [Fact]
    public void TargetWithoutAUsableForecast_IsOnTargetOrAWarningByTheLatestValue()
    {
        // A line without noise has no forecast; a parabola about a line has its autocorrelation at the edge.
        double?[] line = [.. Enumerable.Range(0, 20).Select(i => (double?)(2 * i))];
        double?[] parabola = [.. Enumerable.Range(0, 20).Select(i => (double?)(i * i))];
        KpiTargetState State(double?[] y, double wanted) =>
            KpiAssessment.Of(Series(y), Default.WithTarget(new KpiTarget(wanted, January.PlusMonths(30)))).TargetState;
        Assert.Equal(KpiTargetState.OnTarget, State(line, 38));
        Assert.Equal(KpiTargetState.Warning, State(line, 38.001));
        Assert.Equal(KpiTargetState.OnTarget, State(parabola, 361));
        Assert.Equal(KpiTargetState.Warning, State(parabola, 361.001));
        Assert.Equal(KpiTargetState.Warning, State(parabola, 1e6));
    }

    [Fact]
    public void TargetWithAnEvenChance_IsAWarning()
    {
        double?[] y = [.. Enumerable.Range(0, 36).Select(i => (double?)(i + (i * i * 37 % 23) - 11))];
        YearMonth by = January.PlusMonths(40);
        double mean = KpiForecast.To(Series(y), new KpiTarget(0, by)).Mean;
        KpiAssessment even = KpiAssessment.Of(Series(y), Default.WithTarget(new KpiTarget(mean, by)));
        Assert.Equal(0.5, even.Forecast.Chance, 1e-9);
        Assert.Equal(KpiTargetState.Warning, even.TargetState);
        Assert.Equal(KpiTargetState.OnTarget, KpiAssessment.Of(Series(y), Default.WithTarget(new KpiTarget(mean - 1000, by))).TargetState);
        Assert.Equal(KpiTargetState.OffTarget, KpiAssessment.Of(Series(y), Default.WithTarget(new KpiTarget(mean + 1000, by))).TargetState);
    }

    [Fact]
    public void Target_OfTheLastBaselineMonth_HasNoPath()
    {
        KpiTarget Of(YearMonth by) => KpiAssessment.Of(Series(Alternating(30)), Default.WithTarget(new KpiTarget(3, by))).Target;
        Assert.False(Of(January.PlusMonths(23)).HasPath);
        Assert.True(Of(January.PlusMonths(24)).HasPath);
        Assert.Equal(0, Of(January.PlusMonths(25)).ValueAt(January.PlusMonths(23)));
        Assert.Equal(1.5, Of(January.PlusMonths(25)).ValueAt(January.PlusMonths(24)));
        var own = new KpiTarget(January, 1, 3, January.PlusMonths(40));
        Assert.Same(own, KpiAssessment.Of(Series(Alternating(30)), Default.WithTarget(own)).Target);
    }

    private static double?[] Alternating(int months) => [.. Enumerable.Range(0, months).Select(i => (double?)(i % 2 == 0 ? 1 : -1))];

    private static KpiSeries Series(double?[] values, KpiDirection direction = KpiDirection.HigherIsBetter) =>
        KpiSeries.FromValues(KpiCatalog.HoursSaved.WithDirection(direction), January, values);
}
