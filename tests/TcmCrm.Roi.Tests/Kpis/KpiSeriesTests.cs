using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiSeriesTests
{
    private static readonly YearMonth Start = new(2025, 11);

    [Fact]
    public void Null_IsOfOneOverload()
    {
        Assert.Throws<ArgumentNullException>(() => KpiSeries.FromValues(KpiCatalog.Csat, new YearMonth(2025, 1), null!));
        Assert.Throws<ArgumentNullException>(() => KpiSeries.FromValues(KpiCatalog.Csat, new YearMonth(2025, 1), null!, "a"));
        Assert.Throws<ArgumentNullException>(() => KpiSeries.FromParts(KpiCatalog.Csat, new YearMonth(2025, 1), null!, null!));
        Assert.Equal(2, KpiSeries.FromValues(KpiCatalog.Csat, new YearMonth(2025, 1), [0.5, 0.6]).Count);
    }

    [Fact]
    public void Observations_InAnyOrder_MakeACalendarWithGaps()
    {
        KpiSeries series = KpiSeries.FromObservations(
            KpiCatalog.WinRate,
            [KpiObservation.OfParts(new YearMonth(2026, 2), 3, 12), KpiObservation.OfParts(Start, 1, 4), KpiObservation.OfParts(new YearMonth(2026, 3), 0, 0)]);
        Assert.Equal(Start, series.Start);
        Assert.Equal(new YearMonth(2026, 3), series.End);
        Assert.Equal([new YearMonth(2025, 12), new YearMonth(2026, 1), new YearMonth(2026, 3)], series.Gaps);
        Assert.Equal([0.25, 0.25], series.ObservedValues);
        Assert.False(series.TryGetParts(1, out _, out _));
        Assert.True(series.TryGetParts(4, out _, out double denominator));
        Assert.Equal(0, denominator);
        Assert.False(series.TryGetValue(new YearMonth(2030, 1), out _));
    }

    [Fact]
    public void Contents_DecideEquality()
    {
        KpiSeries one = KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, [1, null, 3]);
        Assert.Equal(one, KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, [1, null, 3]));
        Assert.Equal(one.GetHashCode(), KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, [1, null, 3]).GetHashCode());
        Assert.NotEqual(one, KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, [1, 2, 3]));
        Assert.NotEqual(one, KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, [1, null, 3], "Hospital"));
        Assert.NotEqual(one, KpiSeries.FromValues(KpiCatalog.ExpiryLoss, Start, [1, null, 3]));
    }

    [Fact]
    public void ValuesOfParts_CarryTheScaleAndTheDays()
    {
        Assert.True(KpiSeries.FromParts(KpiCatalog.Nps, Start, [12], [48]).TryGetValue(0, out double nps));
        Assert.Equal(25, nps);

        // 90 receivables at the end of November over 60 sold in it: 1.5 x 30 days.
        Assert.True(KpiSeries.FromParts(KpiCatalog.Dso, Start, [90], [60]).TryGetValue(0, out double dso));
        Assert.Equal(45, dso);
    }

    [Fact]
    public void WrongArguments_NameTheirPlace()
    {
        Assert.Contains("Index 1", Assert.Throws<ArgumentException>(() => KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, [1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Contains("index 1", Assert.Throws<ArgumentException>(() => KpiSeries.FromParts(KpiCatalog.WinRate, Start, [1, 1], [2, -1])).Message, StringComparison.Ordinal);
        Assert.Contains("Index 0", Assert.Throws<ArgumentException>(() => KpiSeries.FromParts(KpiCatalog.WinRate, Start, [null], [2])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => KpiSeries.FromParts(KpiCatalog.WinRate, Start, [1], [2, 3]));
        Assert.Throws<ArgumentException>(() => KpiSeries.FromValues(KpiCatalog.WinRate, Start, Array.Empty<double>()));
        Assert.Contains("2025-11", Assert.Throws<ArgumentException>(() => KpiSeries.FromObservations(
            KpiCatalog.WinRate, [KpiObservation.OfValue(Start, 1), KpiObservation.OfValue(Start, 1)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => KpiSeries.FromObservations(
            KpiCatalog.WinRate, [KpiObservation.OfValue(Start, 1), KpiObservation.OfParts(Start.PlusMonths(1), 1, 2)]));
    }
}

public class KpiRangeTests
{
    private static readonly YearMonth Start = new(2024, 1);

    [Fact]
    public void WhatCannotBe_IsRefusedAtEveryDoor()
    {
        static void Refused(string told, Func<object?> act) => Assert.Contains(told, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);
        Refused("WinRate is 5 in 2024-02 (index 1); allowed: 0 to 1, where 0.25 is 25 %.", () => KpiSeries.FromValues(KpiCatalog.WinRate, Start, [0.5, 5]));
        Refused("WinRate is 1.25 in 2024-01 (index 0)", () => KpiSeries.FromParts(KpiCatalog.WinRate, Start, [5], [4]));
        Refused("Dso is -3 in 2024-03 (index 0); allowed: 0 or more.", () => KpiSeries.FromObservations(KpiCatalog.Dso, [KpiObservation.OfValue(new YearMonth(2024, 3), -3)]));
        Refused("allowed: 0 to 1", () => new KpiTracker(KpiCatalog.WinRate).Observe(Start, 45));
        Refused("allowed: 0 to 1", () => new KpiTracker(KpiCatalog.WinRate).Observe(Start, 5, 4));
        Refused("allowed: -100 to 100", () => KpiAssessment.Of(
            KpiSeries.FromValues(KpiCatalog.Nps, Start, [30.0]), KpiAssessmentOptions.Default.WithTarget(new KpiTarget(101, Start))));
        Assert.Equal(1, KpiSeries.FromValues(KpiCatalog.WinRate, Start, [1 + 1e-12]).ObservedCount);
    }

    [Fact]
    public void Parts_AreTakenAsDoublesIntegersAndDecimals()
    {
        int[] won = [3, 5];
        int[] all = [4, 10];
        KpiSeries integers = KpiSeries.FromParts(KpiCatalog.WinRate, Start, won, all);
        Assert.Equal(integers, KpiSeries.FromParts(KpiCatalog.WinRate, Start, [3.0, 5.0], [4.0, 10.0]));
        Assert.Equal(integers, KpiSeries.FromParts(KpiCatalog.WinRate, Start, [3m, 5m], [4m, 10m]));
        Assert.Equal(integers, KpiSeries.FromParts(KpiCatalog.WinRate, Start, [(double?)3, 5], [4, 10]));
        Assert.Equal("East", KpiSeries.FromParts(KpiCatalog.WinRate, Start, won, all, "East").Segment);
        Assert.Equal([0.75, 0.5], integers.ObservedValues);
    }
}
