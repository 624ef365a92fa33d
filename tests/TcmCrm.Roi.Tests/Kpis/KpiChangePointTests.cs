using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiChangePointTests
{
    private static readonly YearMonth January = new(2025, 1);

    [Fact]
    public void Change_IsDatedBetweenTheNeighbouringValues()
    {
        // Ranks 3 1 2 6 4 5: U_3 = 2 (3 + 1 + 2) - 3 x 7 = -9; p = 2 exp(-6 x 81 / (216 + 36)).
        Assert.True(KpiChangePoint.TryDate(Series(3, 1, 2, null, null, 16, 14, 15), out KpiChangePoint? change));
        Assert.Equal(9, change.K);
        Assert.Equal(2 * Math.Exp(-486.0 / 252), change.PValue, 1e-15);
        Assert.Equal(new YearMonth(2025, 3), change.LastMonthBefore);
        Assert.Equal(new YearMonth(2025, 6), change.FirstMonthAfter);
        Assert.Equal(2, change.LastIndexBefore);
        Assert.Equal("after 2025-03, K = 9, p = 0.2907", change.ToString());
    }

    [Fact]
    public void Change_AfterAnEarlyGap_KeepsItsMonths()
    {
        Assert.True(KpiChangePoint.TryDate(Series(3, null, 1, 2, 16, 14, 15), out KpiChangePoint? change));
        Assert.Equal((9.0, 2), (change.K, change.LastIndexBefore));
        Assert.Equal((new YearMonth(2025, 4), new YearMonth(2025, 5)), (change.LastMonthBefore, change.FirstMonthAfter));
    }

    [Fact]
    public void Change_OfASeriesWithoutGaps_IsDatedToo()
    {
        // Ranks 1 2 3: |U_1| = |2 - 4| = 2 comes first, |U_2| = |6 - 8| is no larger.
        Assert.True(KpiChangePoint.TryDate(Series(1, 2, 3), out KpiChangePoint? change));
        Assert.Equal(2, change.K);
        Assert.Equal(1, change.PValue);
        Assert.Equal(January, change.LastMonthBefore);
        Assert.Equal(new YearMonth(2025, 2), change.FirstMonthAfter);
        Assert.Equal(0, change.LastIndexBefore);
    }

    [Fact]
    public void FewerThanThreeValuesOrEqualOnes_HaveNoChange()
    {
        Assert.False(KpiChangePoint.TryDate(Series(1, 2), out KpiChangePoint? none));
        Assert.Null(none);
        Assert.False(KpiChangePoint.TryDate(Series(1, null, 2), out none));
        Assert.Null(none);
        Assert.False(KpiChangePoint.TryDate(Series(4, 4, 4, 4), out none));
        Assert.Null(none);
        Assert.Throws<ArgumentNullException>("series", () => KpiChangePoint.TryDate(null!, out _));
    }

    [Fact]
    public void Assessment_TellsTheChangeOrWhyThereIsNone()
    {
        KpiAssessment assessment = KpiAssessment.Of(Series(1, 2, 3));
        Assert.True(assessment.HasChange);
        Assert.Equal(January, assessment.Change.LastMonthBefore);
        KpiAssessment without = KpiAssessment.Of(Series(1, 2));
        Assert.False(without.HasChange);
        Assert.Equal("There are fewer than 3 values, or all are equal: no change to date.", Assert.Throws<InvalidOperationException>(() => without.Change).Message);
        Assert.False(without.HasTarget);
        Assert.Equal("No target was set.", Assert.Throws<InvalidOperationException>(() => without.Target).Message);
    }

    private static KpiSeries Series(params double?[] values) => KpiSeries.FromValues(KpiCatalog.HoursSaved, January, values);
}
