using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiSeriesContentsTests
{
    private static readonly YearMonth Start = new(2025, 11);
    private static readonly KpiDefinition Hours = KpiCatalog.HoursSaved;

    [Fact]
    public void ObservedMonths_StandBesideTheirValues()
    {
        KpiSeries series = KpiSeries.FromValues(Hours, Start, [1, null, 3]);
        Assert.Equal([new YearMonth(2025, 11), new YearMonth(2026, 1)], series.ObservedMonths);
        Assert.Equal([1.0, 3], series.ObservedValues);
        Assert.Equal([new YearMonth(2025, 12)], series.Gaps);
        Assert.Equal(2, series.ObservedCount);
        Assert.Equal(3, series.Count);
    }

    [Fact]
    public void Values_AreFoundByIndexAndMonth()
    {
        KpiSeries series = KpiSeries.FromValues(Hours, Start, [1, null, 3]);
        Assert.True(series.TryGetValue(2, out double value));
        Assert.Equal(3, value);
        Assert.False(series.TryGetValue(1, out value));
        Assert.Equal(0, value);
        Assert.True(series.TryGetValue(new YearMonth(2026, 1), out value));
        Assert.Equal(3, value);
        Assert.False(series.TryGetValue(new YearMonth(2025, 12), out value));
        Assert.Equal(0, value);
        Assert.False(series.TryGetValue(new YearMonth(2026, 2), out _));
        Assert.False(series.TryGetValue(new YearMonth(2025, 10), out _));
    }

    [Theory]
    [InlineData(2025, 10, false, -1)]
    [InlineData(2025, 11, true, 0)]
    [InlineData(2025, 12, true, 1)]
    [InlineData(2026, 1, true, 2)]
    [InlineData(2026, 2, false, -1)]
    [InlineData(2024, 11, false, -1)]
    public void Months_HaveAnIndexInsideTheSeries(int year, int month, bool found, int index)
    {
        KpiSeries series = KpiSeries.FromValues(Hours, Start, [1, null, 3]);
        Assert.Equal(found, series.TryIndexOf(new YearMonth(year, month), out int at));
        Assert.Equal(index, at);
    }

    [Theory]
    [InlineData(2024, 10, false, -1)]
    [InlineData(2025, 1, true, 0)]
    [InlineData(2025, 2, false, -1)]
    [InlineData(2025, 4, true, 1)]
    [InlineData(2025, 6, false, -1)]
    [InlineData(2025, 7, true, 2)]
    [InlineData(2025, 10, false, -1)]
    public void Quarters_AreNamedByTheirFirstMonth(int year, int month, bool found, int index)
    {
        KpiSeries quarters = KpiSeries.FromValues(Hours, new YearMonth(2025, 1), new double[9]).Aggregate(KpiFrequency.Quarterly).Series;
        Assert.Equal(found, quarters.TryIndexOf(new YearMonth(year, month), out int at));
        Assert.Equal(index, at);
        Assert.Equal(new YearMonth(2025, 7), quarters.MonthAt(2));
        Assert.Equal(new YearMonth(2025, 7), quarters.End);
    }

    [Fact]
    public void Parts_AreFoundWhereThereAreAny()
    {
        KpiSeries series = KpiSeries.FromParts(KpiCatalog.WinRate, Start, [1, null, 5], [4, null, 0]);
        Assert.True(series.HasParts);
        Assert.True(series.TryGetParts(0, out double numerator, out double denominator));
        Assert.Equal((1.0, 4.0), (numerator, denominator));
        Assert.False(series.TryGetParts(1, out numerator, out denominator));
        Assert.Equal((0.0, 0.0), (numerator, denominator));
        Assert.True(series.TryGetParts(2, out numerator, out denominator));
        Assert.Equal((5.0, 0.0), (numerator, denominator));

        // 5 / 0 is no value, though the parts are known.
        Assert.Equal([0.25], series.ObservedValues);
        KpiSeries values = KpiSeries.FromValues(Hours, Start, [1.0]);
        Assert.False(values.HasParts);
        Assert.False(values.TryGetParts(0, out _, out _));
    }

    [Fact]
    public void IndexOutside_IsRefused()
    {
        KpiSeries series = KpiSeries.FromParts(KpiCatalog.WinRate, Start, [1, 2, 5], [4, 4, 8]);
        foreach (int index in new[] { -1, 3, 4 })
        {
            string message = FormattableString.Invariant($"index is {index}; allowed: from 0 to 2.");
            Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>("index", () => series.MonthAt(index)).Message, StringComparison.Ordinal);
            Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>("index", () => series.TryGetValue(index, out _)).Message, StringComparison.Ordinal);
            Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>("index", () => series.TryGetParts(index, out _, out _)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EachContent_DecidesEquality()
    {
        KpiSeries Of(KpiDefinition? kpi = null, string segment = "East", int start = 0, double?[]? above = null, double?[]? below = null) => KpiSeries.FromParts(
            kpi ?? KpiCatalog.WinRate, Start.PlusMonths(start), above ?? [1, null, 2], below ?? [2, null, 4], segment);

        Assert.Equal(Of(), Of());
        Assert.Equal(Of().GetHashCode(), Of().GetHashCode());
        KpiSeries[] others =
        [
            Of(kpi: KpiCatalog.WinRate.WithDirection(KpiDirection.Neutral)),
            Of(segment: "West"),
            Of(segment: "east"),
            Of(start: 1),
            Of(above: [1, null, 3]),
            Of(above: [2, null, 4], below: [4, null, 8]),
            Of(below: [2, null, 5]),
            Of(above: [1, 1, 2], below: [2, 2, 4]),
            Of(above: [1, null], below: [2, null]),
            Of(above: [1, null, 2, 3], below: [2, null, 4, 6]),
            KpiSeries.FromValues(KpiCatalog.WinRate, Start, [0.5, null, 0.5], "East"),
        ];
        Assert.All(others, other => Assert.NotEqual(Of(), other));
        Assert.All(others, other => Assert.NotEqual(other, Of()));
        Assert.False(Of().Equals(null));
        Assert.False(Of().Equals((object)"WinRate"));
        KpiSeries year = KpiSeries.FromValues(Hours, new YearMonth(2025, 1), new double[12]);
        Assert.NotEqual(year.Aggregate(KpiFrequency.Yearly).Series, KpiSeries.FromValues(Hours, new YearMonth(2025, 1), [0.0]));
    }

    [Fact]
    public void OtherDefinition_KeepsThePointsAndGivesPartsTheirValuesAnew()
    {
        KpiSeries parts = KpiSeries.FromParts(KpiCatalog.WinRate, Start, [1, null, 3], [4, null, 4], "East");
        KpiSeries scores = parts.WithDefinition(KpiCatalog.Nps);
        Assert.Equal(KpiSeries.FromParts(KpiCatalog.Nps, Start, [1, null, 3], [4, null, 4], "East"), scores);
        Assert.Equal([25.0, 75], scores.ObservedValues);
        KpiSeries values = KpiSeries.FromValues(KpiCatalog.WinRate, Start, [0.25, null], "East").WithDefinition(KpiCatalog.Csat);
        Assert.Equal(KpiSeries.FromValues(KpiCatalog.Csat, Start, [0.25, null], "East"), values);
        Assert.Throws<ArgumentNullException>("definition", () => parts.WithDefinition(null!));
        Assert.Throws<ArgumentNullException>("definition", () => values.WithDefinition(null!));
    }

    [Fact]
    public void Observations_OfValuesAndOfParts_MakeTheSameAsTheirLists()
    {
        YearMonth later = Start.PlusMonths(2);
        Assert.Equal(
            KpiSeries.FromValues(Hours, Start, [1, null, 3], "East"),
            KpiSeries.FromObservations(Hours, [KpiObservation.OfValue(later, 3), KpiObservation.OfValue(Start, 1)], "East"));
        Assert.Equal(
            KpiSeries.FromParts(KpiCatalog.WinRate, Start, [1, null, 3], [2, null, 4], "East"),
            KpiSeries.FromObservations(KpiCatalog.WinRate, [KpiObservation.OfParts(later, 3, 4), KpiObservation.OfParts(Start, 1, 2)], "East"));
    }

    [Fact]
    public void NullArguments_AreNamed()
    {
        IReadOnlyList<double?> one = [1];
        IReadOnlyList<double> plain = [1];
        KpiObservation[] observed = [KpiObservation.OfValue(Start, 1)];
        Assert.Throws<ArgumentNullException>("definition", () => KpiSeries.FromValues(null!, Start, one));
        Assert.Throws<ArgumentNullException>("segment", () => KpiSeries.FromValues(Hours, Start, one, null!));
        Assert.Throws<ArgumentNullException>("values", () => KpiSeries.FromValues(Hours, Start, (IReadOnlyList<double?>)null!));
        Assert.Throws<ArgumentNullException>("values", () => KpiSeries.FromValues(Hours, Start, (IReadOnlyList<double>)null!));
        Assert.Throws<ArgumentNullException>("definition", () => KpiSeries.FromValues(null!, Start, plain));
        Assert.Throws<ArgumentNullException>("definition", () => KpiSeries.FromParts(null!, Start, one, one));
        Assert.Throws<ArgumentNullException>("segment", () => KpiSeries.FromParts(Hours, Start, one, one, null!));
        Assert.Throws<ArgumentNullException>("numerators", () => KpiSeries.FromParts(Hours, Start, null!, one));
        Assert.Throws<ArgumentNullException>("denominators", () => KpiSeries.FromParts(Hours, Start, one, null!));
        Assert.Throws<ArgumentNullException>("definition", () => KpiSeries.FromObservations(null!, observed));
        Assert.Throws<ArgumentNullException>("segment", () => KpiSeries.FromObservations(Hours, observed, null!));
        Assert.Throws<ArgumentNullException>("observations", () => KpiSeries.FromObservations(Hours, null!));
    }

    [Fact]
    public void WrongContents_AreNamedWithTheirPlace()
    {
        Refused("values", "A series needs at least one place.", () => KpiSeries.FromValues(Hours, Start, Array.Empty<double?>()));
        Refused("values", "Index 2 is Infinity; allowed: a finite number, or null for a gap.", () => KpiSeries.FromValues(Hours, Start, [1, 2, double.PositiveInfinity]));
        Refused("numerators", "Index 0 is NaN; allowed: a finite number, or null for a gap.", () => KpiSeries.FromParts(Hours, Start, [double.NaN], [1]));
        Refused("denominators", "There are 1 numerators but 2 denominators.", () => KpiSeries.FromParts(Hours, Start, [1], [1, 2]));
        Refused("denominators", "Index 1 has one part but not the other.", () => KpiSeries.FromParts(Hours, Start, [1, null], [1, 2]));
        Refused("denominators", "The denominator at index 1 is -0.5; allowed: 0 or more.", () => KpiSeries.FromParts(Hours, Start, [1, 2], [1, -0.5]));
        Refused("observations", "A series needs at least one observation.", () => KpiSeries.FromObservations(Hours, []));
        Refused("observations", "2025-11 comes twice.", () => KpiSeries.FromObservations(Hours, [KpiObservation.OfValue(Start, 1), KpiObservation.OfValue(Start, 2)]));
        Refused(
            "observations",
            "2025-12 mixes values with numerators and denominators.",
            () => KpiSeries.FromObservations(Hours, [KpiObservation.OfValue(Start, 1), KpiObservation.OfParts(Start.PlusMonths(1), 1, 2)]));
        var julian = new YearMonth(2025, 11, CalendarSystem.Julian);
        Refused("start", "start is of the calendar Julian; allowed: ISO.", () => KpiSeries.FromValues(Hours, julian, [1.0]));
        Refused("start", "start is of the calendar Julian; allowed: ISO.", () => KpiSeries.FromParts(Hours, julian, [1], [1]));
        Refused("observations", "observations is of the calendar Julian; allowed: ISO.", () => KpiSeries.FromObservations(Hours, [KpiObservation.OfValue(julian, 1)]));
    }

    private static void Refused(string parameter, string message, Func<object> act) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(parameter, act).Message, StringComparison.Ordinal);
}
