using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiTrackerHistoryTests
{
    private static readonly YearMonth January = new(2024, 1);
    private static readonly KpiDefinition Kpi = KpiCatalog.HoursSaved;

    [Fact]
    public void NewTracker_KnowsNothing()
    {
        KpiBaseline baseline = KpiBaseline.Months(January, January);
        var tracker = new KpiTracker(Kpi, AlarmRuleSet.Nhs, baseline, "East");
        Assert.Equal((Kpi, AlarmRuleSet.Nhs, baseline, "East", 0, false), (tracker.Definition, tracker.Rules, tracker.Baseline, tracker.Segment, tracker.ObservedCount, tracker.HasLimits));
        Assert.Same(KpiBaseline.Automatic, new KpiTracker(Kpi).Baseline);
        Assert.Equal("Nothing was observed yet.", Assert.Throws<InvalidOperationException>(() => tracker.LatestMonth).Message);
        Assert.Equal("Nothing was observed yet.", Assert.Throws<InvalidOperationException>(tracker.ToSeries).Message);
        Assert.Equal("There are too few values for limits yet.", Assert.Throws<InvalidOperationException>(() => tracker.Limits).Message);
        Assert.Equal("Nothing was observed yet.", Assert.Throws<InvalidOperationException>(() => tracker.Latest).Message);
        Assert.False(tracker.LimitsChanged);
        Assert.Equal(0, tracker.VersionOf(January));
    }

    [Fact]
    public void History_GrowsInBothDirectionsFromASingleMonth()
    {
        var tracker = new KpiTracker(Kpi, segment: "East", capacity: 1);
        tracker.Observe(January, 1);
        tracker.Observe(January.PlusMonths(1), 2);
        tracker.Observe(January.PlusMonths(200), 3);
        ControlChartPoint latest = tracker.Observe(January.PlusMonths(-300), 4);
        Assert.Equal((January.PlusMonths(200), 3.0, 3), (latest.Month, latest.Value, latest.Index));
        Assert.Equal(1, tracker.VersionOf(January.PlusMonths(-300)));
        Assert.Equal(January.PlusMonths(200), tracker.LatestMonth);
        Assert.Equal(4, tracker.ObservedCount);
        KpiSeries series = tracker.ToSeries();
        Assert.Equal((January.PlusMonths(-300), January.PlusMonths(200), "East", 501), (series.Start, series.End, series.Segment, series.Count));
        Assert.Equal([4.0, 1, 2, 3], series.ObservedValues);
        Assert.Equal([January.PlusMonths(-300), January, January.PlusMonths(1), January.PlusMonths(200)], series.ObservedMonths);

        var second = new KpiTracker(Kpi, capacity: 1);
        second.Observe(January, 1);
        second.Observe(January.PlusMonths(-1), 2);
        Assert.Equal([2.0, 1], second.ToSeries().ObservedValues);
    }

    [Fact]
    public void Months_MayBeTwoHundredYearsAwayAndNoMore()
    {
        var tracker = new KpiTracker(Kpi);
        tracker.Observe(January, 1);
        foreach (YearMonth month in new[] { January.PlusMonths(2500), January.PlusMonths(-2401) })
        {
            Assert.StartsWith(
                FormattableString.Invariant($"month is {month.Year}-{month.Month:00}; allowed: within 2,400 months of the months observed."),
                Assert.Throws<ArgumentOutOfRangeException>("month", () => tracker.Observe(month, 1)).Message,
                StringComparison.Ordinal);
        }

        Assert.Equal(1, tracker.ObservedCount);
        tracker.Observe(January.PlusMonths(2400), 2);
        tracker.Observe(January.PlusMonths(-2400), 3);
        Assert.Equal([3.0, 1, 2], tracker.ToSeries().ObservedValues);
    }

    [Fact]
    public void LateValues_ChangeTheLimitsOnlyInsideTheBaseline()
    {
        var tracker = new KpiTracker(Kpi, baseline: KpiBaseline.Months(January, January.PlusMonths(3)));
        tracker.Observe(January, 1);
        Assert.True(Changes(2, 3));
        Assert.True(Changes(3, 2));
        Assert.False(Changes(6, 2));
        Assert.False(Changes(5, 2));
        Assert.True(Changes(1, 9));
        Assert.Equal(ControlLimits.Of([1, 9, 3, 2]), tracker.Limits);

        bool Changes(int month, double value)
        {
            tracker.Observe(January.PlusMonths(month), value);
            return tracker.LimitsChanged;
        }
    }

    [Fact]
    public void MonthsWithAValue_AreCorrectedAndOthersObserved()
    {
        var tracker = new KpiTracker(Kpi, capacity: 100);
        tracker.Observe(January, 1);
        tracker.Observe(January.PlusMonths(2), 3);
        foreach (int month in new[] { 0, 2 })
        {
            Assert.StartsWith(
                FormattableString.Invariant($"2024-{month + 1:00} has a value already; a new version of it is a correction."),
                Assert.Throws<ArgumentException>("month", () => tracker.Observe(January.PlusMonths(month), 9)).Message,
                StringComparison.Ordinal);
        }

        foreach ((int month, string name) in new[] { (-1, "2023-12"), (1, "2024-02"), (3, "2024-04"), (4, "2024-05") })
        {
            Assert.StartsWith(
                name + " has no value that could be corrected.",
                Assert.Throws<ArgumentException>("month", () => tracker.Correct(January.PlusMonths(month), 9)).Message,
                StringComparison.Ordinal);
            Assert.Equal(0, tracker.VersionOf(January.PlusMonths(month)));
        }

        Assert.Equal((1, 1), (tracker.VersionOf(January), tracker.VersionOf(January.PlusMonths(2))));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => tracker.Correct(January, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => tracker.Observe(January.PlusMonths(1), double.PositiveInfinity));
        tracker.Correct(January, 4);
        Assert.Equal(2, tracker.VersionOf(January));
        Assert.Equal([4.0, 3], tracker.ToSeries().ObservedValues);
        Assert.Equal([new KpiCorrection(January, 2, 1, 4)], tracker.Corrections);
    }

    [Fact]
    public void Restore_NeedsTheSameKpi()
    {
        KpiTrackerState state = new KpiTracker(Kpi).Save();
        Assert.StartsWith(
            "The state is of HoursSaved, not of Dso.",
            Assert.Throws<ArgumentException>("state", () => KpiTracker.Restore(KpiCatalog.Dso, state)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("definition", () => KpiTracker.Restore(null!, state));
        Assert.Throws<ArgumentNullException>("state", () => KpiTracker.Restore(Kpi, null!));
        Assert.Equal(0, KpiTracker.Restore(Kpi, state).ObservedCount);
    }

    [Fact]
    public void EachContent_DecidesTheEqualityOfStates()
    {
        KpiTrackerState Of(
            string kpi = "HoursSaved", string segment = "East", AlarmRuleSet rules = AlarmRuleSet.Nhs, KpiBaseline? baseline = null, int start = 0, double?[]? values = null, KpiCorrection[]? corrections = null) =>
            new(kpi, segment, rules, baseline ?? KpiBaseline.Automatic, January.PlusMonths(start), values ?? [1, null, 3], corrections ?? []);

        Assert.Equal(Of(), Of());
        Assert.Equal(Of().GetHashCode(), Of().GetHashCode());
        KpiTrackerState[] others =
        [
            Of(kpi: "Dso"),
            Of(kpi: "hoursSaved"),
            Of(segment: "West"),
            Of(rules: AlarmRuleSet.Default),
            Of(baseline: KpiBaseline.Months(January, January)),
            Of(start: 1),
            Of(values: [1, null, 4]),
            Of(values: [1, 2, 3]),
            Of(values: [1, 3]),
            Of(corrections: [new KpiCorrection(January, 2, 0, 1)]),
        ];
        Assert.All(others, other => Assert.NotEqual(Of(), other));
        Assert.False(Of().Equals(null));
        Assert.False(Of().Equals((object)"HoursSaved"));

        // Without values there is no first month to tell apart.
        Assert.Equal(Of(values: []), Of(start: 7, values: []));
        Assert.NotEqual(Of(values: []), Of(segment: "West", start: 7, values: []));
    }

    [Fact]
    public void StatesThatContradictThemselves_AreRefusedWithTheirPlace()
    {
        KpiTrackerState State(double?[] values, params KpiCorrection[] corrections) => new("HoursSaved", "", AlarmRuleSet.Default, KpiBaseline.Automatic, January, values, corrections);
        void Refused(string parameter, string message, Func<object> act) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(parameter, act).Message, StringComparison.Ordinal);

        Refused("values", "The value at index 1 is not finite.", () => State([1, double.NegativeInfinity]));
        Refused("values", "The value at index 0 is not finite.", () => State([double.NaN]));
        Refused("values", "The first and the last month need a value.", () => State([null, 1]));
        Refused("values", "The first and the last month need a value.", () => State([1, null]));
        const string follow = " does not follow what is known of its month.";
        YearMonth third = January.PlusMonths(2);
        Refused("corrections", "2023-12 v2: 3 -> 1" + follow, () => State([1, null, 2], new KpiCorrection(January.PlusMonths(-1), 2, 3, 1)));
        Refused("corrections", "2024-02 v2: 3 -> 1" + follow, () => State([1, null, 2], new KpiCorrection(January.PlusMonths(1), 2, 3, 1)));
        Refused("corrections", "2024-04 v2: 3 -> 1" + follow, () => State([1, null, 2], new KpiCorrection(January.PlusMonths(3), 2, 3, 1)));
        Refused("corrections", "2024-01 v3: 3 -> 1" + follow, () => State([1, null, 2], new KpiCorrection(January, 3, 3, 1)));
        Refused("corrections", "2024-03 v4: 7 -> 2" + follow, () => State([1, null, 2], new KpiCorrection(third, 2, 5, 7), new KpiCorrection(third, 4, 7, 2)));
        Refused("corrections", "2024-03 v2: 7 -> 2" + follow, () => State([1, null, 2], new KpiCorrection(third, 2, 5, 7), new KpiCorrection(third, 2, 7, 2)));
        Refused("corrections", "2024-03 v3: 6 -> 2" + follow, () => State([1, null, 2], new KpiCorrection(third, 2, 5, 7), new KpiCorrection(third, 3, 6, 2)));
        Refused("corrections", "2024-03 v3: 7 -> 4 does not lead to the value that its month has.", () => State([1, null, 2], new KpiCorrection(third, 2, 5, 7), new KpiCorrection(third, 3, 7, 4)));
        KpiTrackerState good = State([1, null, 2], new KpiCorrection(January, 2, 3, 1), new KpiCorrection(third, 2, 5, 7), new KpiCorrection(third, 3, 7, 2));
        Assert.Equal([2, 2, 3], good.Versions);
        Assert.Equal(3, KpiTracker.Restore(Kpi, good).VersionOf(third));
    }

    [Fact]
    public void Months_AreOfTheIsoCalendarAndWithin2400()
    {
        var julian = new YearMonth(2024, 2, CalendarSystem.Julian);
        KpiTracker Observed()
        {
            var tracker = new KpiTracker(Kpi);
            tracker.Observe(January, 1);
            return tracker;
        }

        Tests.Refused.Argument("month", "month is of the calendar Julian; allowed: ISO.", () => Observed().Observe(julian, 1));
        Tests.Refused.Argument("by", "allowed: ISO", () => new KpiTarget(1, julian));
        Tests.Refused.Argument("pathStart", "allowed: ISO", () => new KpiTarget(julian, 0, 1, January));
        Tests.Refused.Argument("from", "allowed: ISO", () => KpiBaseline.Months(julian, January));
        Tests.Refused.Argument("to", "allowed: ISO", () => KpiBaseline.Months(January, julian));
        Assert.Equal(January.PlusMonths(2400), Observed().Observe(January.PlusMonths(2400), 1).Month);
        Tests.Refused.OutOfRange("month", "within 2,400 months", () => Observed().Observe(January.PlusMonths(2401), 1));
        Tests.Refused.OutOfRange("month", "within 2,400 months", () => Observed().Observe(January.PlusMonths(-2401), 1));
    }
}
