using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

/// <summary>A lasting step is a step: never a season, never an autocorrelation, at any length and in the tracker as in the assessment.</summary>
public class LevelBreakTests
{
    private static readonly YearMonth Start = new(2023, 1);
    private static readonly double[] Pattern = [0, 1, -1, 2, -2, 1, 0, -1, 1, -2, 2, -1, 1, 0, -2, 1, 2, -1, 0, 1, -1, -2, 2, 0, 1, -1, 0, 2, -2, 1, -1, 0, 1, 2, -1, -2, 0, 1, -1, 2];

    public static TheoryData<int, int> Places()
    {
        var places = new TheoryData<int, int>();
        foreach (int n in new[] { 24, 25, 28, 30, 34, 35, 36, 37, 40, 47, 48, 49, 60 })
        {
            for (int at = 8; at < n - 1; at += n < 40 ? 2 : 5)
            {
                places.Add(n, at);
            }
        }

        return places;
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_fall_of_a_third_is_a_deterioration_at_every_length_and_place(int n, int at)
    {
        KpiAssessment fall = Assess(n, i => i < at ? 100 : 66);

        Assert.Equal(KpiState.Deteriorating, fall.State);
        Assert.Equal(KpiState.Improving, Assess(n, i => i < at ? 100 : 134).State);
        Assert.True(fall.HasLevelBreak);
        Assert.Equal(Start.PlusMonths(at), fall.LevelBreakMonth);
        Assert.InRange(fall.Chart.Limits.Lower, 88, 100);
        Assert.InRange(fall.Chart.Limits.Upper, 100, 112);
        Assert.Contains(fall.Warnings, warning => warning.Code.StartsWith("levelBreak", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(24, 16)]
    [InlineData(30, 20)]
    [InlineData(36, 30)]
    [InlineData(48, 40)]
    public void A_season_does_not_hide_a_fall(int n, int at) =>
        Assert.Equal(KpiState.Deteriorating, Assess(n, i => (100 + (20 * Math.Sin(i * Math.PI / 6))) * (i < at ? 1 : 0.66)).State);

    [Theory]
    [InlineData(24, 14)]
    [InlineData(36, 14)]
    public void A_step_without_a_season_shows_none(int n, int at) => Assert.Equal(KpiSeason.None, Assess(n, i => i < at ? 100 : 66).Chart.Season);

    [Fact]
    public void The_tracker_never_loses_a_fall_that_it_has_told()
    {
        for (int at = 13; at <= 36; at++)
        {
            var tracker = new KpiTracker(KpiCatalog.SalesRevenue);
            var values = new List<double?>();
            for (int i = 0; i < 60; i++)
            {
                values.Add((i < at ? 100 : 66) + Pattern[i % Pattern.Length]);
                ControlChartPoint point = tracker.Observe(Start.PlusMonths(i), values[i]!.Value);
                Assert.Equal(i >= at, point.IsAlarm);
                if (i >= 24)
                {
                    ControlChart chart = ControlChart.Of(KpiSeries.FromValues(KpiCatalog.SalesRevenue, Start, values), KpiBaseline.Automatic, basis: ChartBasis.Adjusted);
                    Assert.Equal(chart.Limits, tracker.Limits);
                    Assert.Equal(chart.Points[i].ToString(), point.ToString());
                    Assert.Equal(chart.Points[i].IsInBaseline, point.IsInBaseline);
                    Assert.Equal(chart.FalseAlarmRate, tracker.FalseAlarmRate);
                }
            }
        }
    }

    [Theory]
    [InlineData(10, 7)]
    [InlineData(14, 10)]
    [InlineData(20, 8)]
    [InlineData(22, 9)]
    public void Under_24_months_a_fall_is_no_flat_course(int n, int at)
    {
        KpiAssessment assessment = Assess(n, i => i < at ? 100 : 66);

        Assert.NotEqual(KpiState.Flat, assessment.State);
        Assert.Equal(Start.PlusMonths(at), assessment.LevelBreakMonth);
        Assert.Contains(assessment.Warnings, warning => warning.Id == "levelBreak.short");
    }

    [Fact]
    public void A_first_stretch_too_short_for_a_baseline_is_left_out_of_it()
    {
        KpiAssessment assessment = Assess(30, i => i < 4 ? 66 : 100);

        Assert.Equal(Start.PlusMonths(4), assessment.Chart.BaselineFrom);
        Assert.Equal(KpiState.Flat, assessment.State);
    }

    [Fact]
    public void Where_the_level_holds_nothing_is_said()
    {
        KpiAssessment assessment = Assess(36, _ => 100);

        Assert.False(assessment.HasLevelBreak);
        Assert.Throws<InvalidOperationException>(() => assessment.LevelBreakMonth);
        Assert.DoesNotContain(assessment.Warnings, warning => warning.Code.StartsWith("levelBreak", StringComparison.Ordinal));
        Assert.Equal(24, assessment.Chart.Limits.BaselineCount);
    }

    [Fact]
    public void Gaps_keep_their_place()
    {
        double?[] values = [.. Enumerable.Range(0, 40).Select(i => i % 9 == 4 ? (double?)null : (i < 28 ? 100 : 66) + Pattern[i])];

        Assert.Equal(Start.PlusMonths(28), KpiAssessment.Of(KpiSeries.FromValues(KpiCatalog.SalesRevenue, Start, values)).LevelBreakMonth);
    }

    [Fact]
    public void A_target_that_is_met_is_no_change_to_come()
    {
        KpiSeries complaints = KpiSeries.FromValues(KpiCatalog.ComplaintRate, Start, Enumerable.Range(0, 30).Select(i => (double?)(0.03 + (0.001 * Pattern[i]))).ToArray());

        Assert.True(KpiAssessment.Of(complaints, KpiAssessmentOptions.Default.WithTarget(new KpiTarget(0.05, new YearMonth(2025, 12)))).MeetsTarget);
        Assert.False(KpiAssessment.Of(complaints, KpiAssessmentOptions.Default.WithTarget(new KpiTarget(0.01, new YearMonth(2025, 12)))).MeetsTarget);
        Assert.False(KpiAssessment.Of(complaints).MeetsTarget);
    }

    private static KpiAssessment Assess(int n, Func<int, double> level) =>
        KpiAssessment.Of(KpiSeries.FromValues(KpiCatalog.SalesRevenue, Start, [.. Enumerable.Range(0, n).Select(i => (double?)(level(i) + Pattern[i % Pattern.Length]))]));
}
