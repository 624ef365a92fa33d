using System.Text.Json;
using CsCheck;
using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiTrackerTests
{
    private static readonly YearMonth Start = new(2021, 3);
    private static readonly KpiDefinition Kpi = KpiCatalog.HoursSaved;

    [Theory]
    [InlineData(AlarmRuleSet.Default)]
    [InlineData(AlarmRuleSet.Nhs)]
    [InlineData(AlarmRuleSet.WesternElectric)]
    public void FedOneByOne_EqualsTheChartOfTheSeriesSoFar(AlarmRuleSet rules) =>
        Gen.Select(Gen.Int[-12, 12].Array[30, 60], Gen.Int[0, 9].Array[60], Gen.Bool).Sample(
            (steps, gaps, named) =>
            {
                KpiBaseline baseline = named ? KpiBaseline.Months(Start.PlusMonths(2), Start.PlusMonths(17)) : KpiBaseline.Automatic;
                var tracker = new KpiTracker(Kpi, rules, baseline);
                for (int i = 0; i < steps.Length; i++)
                {
                    if (gaps[i] == 0 && i > 0)
                    {
                        continue;
                    }

                    ControlChartPoint latest = tracker.Observe(Start.PlusMonths(i), steps[i] + (i > 40 ? 0.4 * i : 0));
                    Assert.Equal(tracker.Latest, latest);
                    Assert.Equal(Start.PlusMonths(i), latest.Month);
                    AssertEqualsChart(tracker);
                }
            },
            iter: 60);

    [Fact]
    public void SavingAndRestoring_ChangesNoLaterBit() =>
        Gen.Select(Gen.Double[-100, 100].Array[40, 60], Gen.Int[0, 39], Gen.Int[0, 2]).Sample(
            (values, at, rules) =>
            {
                var whole = new KpiTracker(Kpi, (AlarmRuleSet)rules);
                KpiTracker restored = whole;
                for (int i = 0; i < values.Length; i++)
                {
                    if (i == at)
                    {
                        if (i > 3)
                        {
                            whole.Correct(Start.PlusMonths(2), 1.0 / 3);
                        }

                        restored = KpiTracker.Restore(Kpi, ThroughJson(whole.Save()));
                        Assert.Equal(whole.Save(), restored.Save());
                    }

                    ControlChartPoint latest = whole.Observe(Start.PlusMonths(i), values[i]);
                    if (i >= at)
                    {
                        ControlChartPoint other = restored.Observe(Start.PlusMonths(i), values[i]);
                        Assert.Equal(latest, other);
                        Assert.Equal(whole.LimitsChanged, restored.LimitsChanged);
                        Assert.Equal(BitConverter.DoubleToInt64Bits(latest.CusumHigh), BitConverter.DoubleToInt64Bits(other.CusumHigh));
                        Assert.Equal(BitConverter.DoubleToInt64Bits(latest.CusumLow), BitConverter.DoubleToInt64Bits(other.CusumLow));
                        Assert.Equal(whole.HasLimits, restored.HasLimits);
                        Assert.True(!whole.HasLimits || whole.Limits.Equals(restored.Limits));
                    }
                }
            },
            iter: 100);

    [Fact]
    public void LateValues_InAnyOrder_LeadToTheSameTracker() =>
        Gen.Select(Gen.Double[-100, 100].Array[30], Gen.Shuffle(Enumerable.Range(0, 30).ToArray())).Sample((values, order) =>
        {
            var inOrder = new KpiTracker(Kpi);
            var late = new KpiTracker(Kpi);
            for (int i = 0; i < values.Length; i++)
            {
                inOrder.Observe(Start.PlusMonths(i), values[i]);
                int latest = order[..(i + 1)].Max();
                ControlChartPoint point = late.Observe(Start.PlusMonths(order[i]), values[order[i]]);
                Assert.Equal((Start.PlusMonths(latest), values[latest]), (point.Month, point.Observed));
            }

            Assert.Equal(inOrder.Save(), late.Save());
            Assert.Equal(inOrder.Limits, late.Limits);
            Assert.Equal(inOrder.Latest, late.Latest);
        });

    [Fact]
    public void Correction_IsANewVersionAndRecomputesWhatFollows()
    {
        KpiTracker tracker = Fed(30);
        ControlLimits before = tracker.Limits;
        ControlChartPoint latest = tracker.Correct(Start.PlusMonths(5), 500);
        Assert.Equal(Start.PlusMonths(29), latest.Month);
        Assert.Equal(2, tracker.VersionOf(Start.PlusMonths(5)));
        Assert.True(tracker.LimitsChanged);
        Assert.NotEqual(before, tracker.Limits);
        AssertEqualsChart(tracker);
        tracker.Correct(Start.PlusMonths(5), 5);
        Assert.Equal([2, 3], tracker.Corrections.Select(correction => correction.Version));
        Assert.Equal(500, tracker.Corrections[1].Before);
        Assert.Equal(3, tracker.VersionOf(Start.PlusMonths(5)));
        Assert.Equal(1, tracker.VersionOf(Start.PlusMonths(6)));
        Assert.Equal(0, tracker.VersionOf(Start.PlusMonths(99)));
        Assert.Equal(3, tracker.Correct(Start.PlusMonths(29), 3).Observed);
        Assert.False(tracker.LimitsChanged);
    }

    [Fact]
    public void SecondValueOfAMonth_IsRefusedUnlessCalledACorrection()
    {
        KpiTracker tracker = Fed(3);
        Assert.Throws<ArgumentException>(() => tracker.Observe(Start.PlusMonths(1), 4));
        Assert.Throws<ArgumentException>(() => tracker.Correct(Start.PlusMonths(9), 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => tracker.Observe(Start.PlusMonths(3), double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => tracker.Observe(Start.PlusMonths(9000), 1));
        Assert.Equal(3, tracker.ObservedCount);
    }

    [Fact]
    public void Limits_BecomeProvisionalThenFirmAndAreFrozenWithTheSeason()
    {
        var tracker = new KpiTracker(Kpi);
        var changes = new List<int>();
        for (int i = 0; i < 60; i++)
        {
            tracker.Observe(Start.PlusMonths(i), i % 5);
            if (tracker.LimitsChanged)
            {
                changes.Add(i);
                Assert.Equal((i >= 23, i == 11), (tracker.Limits.IsFirm, tracker.Limits.IsProvisional));
            }
        }

        Assert.Equal([11, 23, 35, 47], changes);
        Assert.True(tracker.Limits.IsFirm);
    }

    [Fact]
    public void Observing_AllocatesNothing()
    {
        var tracker = new KpiTracker(Kpi, capacity: 4000);
        for (int i = 0; i < 1000; i++)
        {
            tracker.Observe(Start.PlusMonths(i), i % 7);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 1000; i < 3000; i++)
        {
            tracker.Observe(Start.PlusMonths(i), i % 7);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void State_ThatContradictsItself_IsRefused()
    {
        KpiTrackerState State(IReadOnlyList<double?> values, params KpiCorrection[] corrections) =>
            new("HoursSaved", "", AlarmRuleSet.Default, KpiBaseline.Automatic, Start, values, corrections);

        Assert.Throws<ArgumentException>(() => State([1, null]));
        Assert.Throws<ArgumentException>(() => State([double.NaN]));
        Assert.Throws<ArgumentException>(() => State([1.0], new KpiCorrection(Start, 2, 3, 2)));
        Assert.Throws<ArgumentException>(() => State([2.0], new KpiCorrection(Start, 3, 3, 2)));
        Assert.Throws<ArgumentException>(() => State([2.0], new KpiCorrection(Start.PlusMonths(1), 2, 3, 2)));
        Assert.Throws<ArgumentException>(() => KpiTracker.Restore(KpiCatalog.Dso, State([2.0], new KpiCorrection(Start, 2, 3, 2))));
    }

    private static KpiTracker Fed(int months)
    {
        var tracker = new KpiTracker(Kpi);
        for (int i = 0; i < months; i++)
        {
            tracker.Observe(Start.PlusMonths(i), i * i % 11);
        }

        return tracker;
    }

    private static void AssertEqualsChart(KpiTracker tracker)
    {
        ControlChart chart = ControlChart.Of(tracker.ToSeries(), tracker.Baseline, tracker.Rules, tracker.Basis);
        Assert.Equal(chart.IsAvailable, tracker.HasLimits);
        if (chart.IsAvailable)
        {
            Assert.Equal(chart.Limits, tracker.Limits);
            Assert.Equal(chart.Points[^1], tracker.Latest);
        }
        else
        {
            ControlChartPoint latest = tracker.Latest;
            Assert.Equal((AlarmRule.None, true, 0.0, 0.0), (latest.Rule, latest.IsInBaseline, latest.CusumHigh, latest.CusumLow));
        }
    }

    [Fact]
    public void Ratio_KeepsItsParts_ThroughJsonLateValuesAndCorrections()
    {
        var tracker = new KpiTracker(KpiCatalog.WinRate, segment: "East", capacity: 2);
        for (int i = 3; i < 30; i++)
        {
            tracker.Observe(Start.PlusMonths(i), 10 + (i % 4), 40);
        }

        tracker.Observe(Start, 8, 32);
        tracker.Observe(Start.PlusMonths(2), 1, 64);
        tracker.Correct(Start.PlusMonths(2), 16, 64);
        KpiTracker restored = KpiTracker.Restore(KpiCatalog.WinRate, ThroughJson(tracker.Save()));
        Assert.Equal(tracker.Save(), restored.Save());
        Assert.Equal(tracker.Latest, restored.Latest);
        foreach (KpiSeries series in new[] { tracker.ToSeries(), restored.ToSeries() })
        {
            Assert.True(series.HasParts);
            Assert.Equal("East", series.Segment);
            Assert.Equal([Start.PlusMonths(1)], series.Gaps);
            Assert.True(series.TryGetParts(2, out double numerator, out double denominator));
            Assert.Equal((16.0, 64.0), (numerator, denominator));
            Assert.Equal(24.0 / 96, series.Aggregate(KpiFrequency.Monthly).Series.TryGetValue(0, out double first) ? first : -1);
        }

        Assert.Equal(0.25, tracker.Save().Values[2]);
        Assert.Throws<InvalidOperationException>(() => tracker.Observe(Start.PlusMonths(31), 0.4));
        Assert.Throws<InvalidOperationException>(() => tracker.Correct(Start, 0.4));
        Assert.Throws<InvalidOperationException>(() => Fed(3).Observe(Start.PlusMonths(4), 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>("denominator", () => tracker.Observe(Start.PlusMonths(31), 1, 0));
        Assert.Equal(0.375, tracker.Observe(Start.PlusMonths(30), 12, 32).Observed);
    }

    [Fact]
    public void State_IsPlainJson()
    {
        KpiTracker tracker = Fed(2);
        tracker.Correct(Start, 0.1);
        Assert.Equal(
            "{\"KpiId\":\"HoursSaved\",\"Segment\":\"\",\"Rules\":0,\"Basis\":3,\"BaselineFrom\":null,\"BaselineTo\":null,\"Start\":\"2021-03\",\"Values\":[0.1,1],\"Numerators\":null,"
            + "\"Denominators\":null,\"CorrectedMonths\":[\"2021-03\"],\"Versions\":[2],\"ValuesBefore\":[0],\"ValuesAfter\":[0.1]}",
            JsonSerializer.Serialize(tracker.Save()));
        Assert.Throws<ArgumentException>(() => KpiTracker.Restore(Kpi, JsonSerializer.Deserialize<KpiTrackerState>("{\"KpiId\":\"HoursSaved\",\"Start\":\"March\",\"Values\":[1]}")!));
        Assert.Throws<ArgumentException>(() => KpiTracker.Restore(Kpi, JsonSerializer.Deserialize<KpiTrackerState>("{\"KpiId\":\"HoursSaved\",\"Values\":[1]}")!));
    }

    // As a host keeps it.
    private static KpiTrackerState ThroughJson(KpiTrackerState state) => JsonSerializer.Deserialize<KpiTrackerState>(JsonSerializer.Serialize(state))!;
}
