using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiTextTests
{
    private static readonly YearMonth January = new(2026, 1);
    private static readonly YearMonth March = new(2026, 3);

    [Fact]
    public void Series_TellSegmentSpanAndGaps()
    {
        Assert.Equal(
            "WinRate [Hospital] 2026-01..2026-03 Monthly, 2 of 3 points",
            KpiSeries.FromValues(KpiCatalog.WinRate, January, [0.1, null, 0.3], "Hospital").ToString());
        Assert.Equal("HoursSaved 2026-01..2026-01 Monthly, 1 of 1 points", KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [4.0]).ToString());
    }

    [Fact]
    public void Observations_TellValueOrParts()
    {
        Assert.Equal("2026-03: 12/48", KpiObservation.OfParts(March, 12, 48).ToString());
        Assert.Equal("2026-03: 0.25", KpiObservation.OfValue(March, 0.25).ToString());
    }

    [Fact]
    public void Definitions_TellTheirIdentifier() => Assert.Equal("WinRate", KpiCatalog.WinRate.ToString());

    [Fact]
    public void Baselines_TellTheirMonths()
    {
        Assert.Equal("automatic", KpiBaseline.Automatic.ToString());
        Assert.Equal("2026-01..2026-03", KpiBaseline.Months(January, March).ToString());
    }

    [Fact]
    public void Targets_TellValueAndMonth()
    {
        Assert.Equal("0.9@2026-12", new KpiTarget(0.9, new YearMonth(2026, 12)).ToString());
        Assert.Equal("-1.5@2026-03", new KpiTarget(January, 3, -1.5, March).ToString());
    }

    [Fact]
    public void Corrections_TellBothValues() => Assert.Equal("2026-03 v2: 12 -> 14.5", new KpiCorrection(March, 2, 12, 14.5).ToString());

    [Fact]
    public void Limits_TellCentreAndReach() =>

        // Mean 2, moving ranges 2 and 1: 2 +- 2.66 x 1.5.
        Assert.Equal("2 [-1.99, 5.99], 3 points", ControlLimits.Of([1, 3, 2]).ToString());

    [Fact]
    public void Points_TellTheirAlarm()
    {
        KpiSeries series = KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [1.0, 3, 97.2, 2]);
        ControlChart chart = ControlChart.Of(series, KpiBaseline.Months(January, January.PlusMonths(1)));
        Assert.Equal("2026-03: 97.2 OutsideLimits Above", chart.Points[2].ToString());
        Assert.Equal("2026-01: 1", chart.Points[0].ToString());
    }

    [Fact]
    public void TrackersLatest_TellsMonthAndAlarm()
    {
        var tracker = new KpiTracker(KpiCatalog.HoursSaved, baseline: KpiBaseline.Months(January, January.PlusMonths(1)));
        Assert.Equal("2026-01: 1", tracker.Observe(January, 1).ToString());
        tracker.Observe(January.PlusMonths(1), 3);
        Assert.Equal("2026-04: -97 OutsideLimits Below", tracker.Observe(January.PlusMonths(3), -97).ToString());
        Assert.Equal("2026-04: -97 OutsideLimits Below", tracker.Observe(March, 2).ToString());
        Assert.Equal("2026-04: 2", tracker.Correct(January.PlusMonths(3), 2).ToString());
    }

    [Fact]
    public void TrackerStates_TellHowMuchTheyHold() => Assert.Equal(
        "WinRate from 2026-01, 3 months, 1 corrections",
        new KpiTrackerState("WinRate", "", AlarmRuleSet.Nhs, KpiBaseline.Automatic, January, [0.5, null, 0.25], [new KpiCorrection(January, 2, 0.1, 0.5)]).ToString());

    [Fact]
    public void Aggregations_TellTheirSeriesOrTheReason()
    {
        KpiSeries months = KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [1.0, 2, 3]);
        Assert.Equal("HoursSaved 2026-01..2026-01 Quarterly, 1 of 1 points", months.Aggregate(KpiFrequency.Quarterly).ToString());
        Assert.Equal("noCompletePeriod(subject: HoursSaved, kpi: kpi.HoursSaved(own: HoursSaved))", months.Aggregate(KpiFrequency.Yearly).ToString());
    }

    [Fact]
    public void TrendTests_TellTheirFigures()
    {
        Assert.Equal("S = 415, z = 2.31, p = 0.021, f = 1.71", new MannKendallTest(415, 18000, 1.71, 0.3, 2.31, 0.022, 0.021, false).ToString());
    }

    [Fact]
    public void Assessments_TellBothStates() => Assert.Equal(
        "HoursSaved 2026-01..2026-03 Monthly, 3 of 3 points: InsufficientData, OnTarget",
        KpiAssessment.Of(
            KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [1.0, 2, 3]), KpiAssessmentOptions.Default.WithTarget(new KpiTarget(3, March))).ToString());
}
