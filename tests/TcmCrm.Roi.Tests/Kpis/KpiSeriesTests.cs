using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiSeriesTests
{
    private static readonly YearMonth Start = new(2025, 11);

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
