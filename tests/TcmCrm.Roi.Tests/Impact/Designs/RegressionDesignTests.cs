using TcmCrm.Roi.Impact;
using static TcmCrm.Roi.Tests.Impact.ImpactOracle;

namespace TcmCrm.Roi.Tests.Impact;

public class RegressionDesignTests
{
    private static readonly SeasonPlan Merging = Plan(SpringFestivalTreatment.MergeMonths);

    [Fact]
    public void WithoutMerging_EveryMonthIsAPoint()
    {
        int december = Month(2024, 12);
        SeriesPoint[] points = SeriesPoint.Of([december, december + 1, december + 3], december + 1, SeasonPlan.None);
        Assert.Equal(
            [
                new SeriesPoint(december, december, 11, 0, false, 0, 1),
                new SeriesPoint(december + 1, december + 1, 0, 0, true, 1, 1),
                new SeriesPoint(december + 3, december + 3, 2, 0, true, 2, 1),
            ],
            points);
    }

    [Fact]
    public void Merging_MakesJanuaryAndFebruaryOnePoint_OfAYearOfEleven()
    {
        int december = Month(2024, 12);
        SeriesPoint[] points = SeriesPoint.Of([.. Enumerable.Range(december, 5)], december + 1, Merging);
        Assert.Equal(
            [
                new SeriesPoint((2024 * 11) + 10, december, 11, 0, false, 0, 1),
                new SeriesPoint(2025 * 11, december + 1.5, 0, 0, true, 1, 2),
                new SeriesPoint((2025 * 11) + 1, december + 3, 2, 0, true, 3, 1),
                new SeriesPoint((2025 * 11) + 2, december + 4, 3, 0, true, 4, 1),
            ],
            points);
    }

    [Theory]
    [InlineData("12 1", 99, "12")] // January comes last.
    [InlineData("11 1 3 4", 99, "11 3 4")] // February is missing.
    [InlineData("12 2 3", 99, "12 3")] // January is missing.
    [InlineData("2 3", 99, "3")]
    [InlineData("12 1 2 3", 1, "12 1 3")] // Go-live in January.
    [InlineData("12 1 2 3", 2, "12 3")] // Go-live in February: the two lie on different sides.
    [InlineData("12 1 2 3", 3, "12 1 3")]
    [InlineData("1 2 3", 99, "1 3")]
    public void January_WithoutItsFebruary_IsLeftOut(string months, int goLive, string kept)
    {
        static int Number(int month) => month > 9 && month < 13 ? Month(2024, month) : Month(2025, 1) + month - 1;
        int[] numbers = [.. months.Split(' ').Select(int.Parse).Select(Number)];
        SeriesPoint[] points = SeriesPoint.Of(numbers, Number(goLive), Merging);
        Assert.Equal(kept.Split(' ').Select(int.Parse), points.Select(p => p.Season + 1));
        Assert.All(points, p => Assert.Equal(p.Season == 0 ? 2 : 1, p.Months));
        Assert.All(points, p => Assert.Equal(numbers[p.FirstIndex] >= Number(goLive), p.IsAfter));
    }

    [Theory]
    [InlineData(SpringFestivalTreatment.Regressor)]
    [InlineData(SpringFestivalTreatment.None)]
    public void TheRegressor_HoldsTheMovingPartOfTheFestival(SpringFestivalTreatment festival)
    {
        SeriesPoint[] points = SeriesPoint.Of([.. Enumerable.Range(Month(2025, 1), 4)], Month(2025, 3), Plan(festival));
        double[] expected = festival == SpringFestivalTreatment.None
            ? [0, 0, 0, 0]
            : [.. Enumerable.Range(1, 4).Select(m => Roi.Periods.SpringFestival.CenteredShareOfMonth(new(2025, m)))];
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(expected[i], points[i].Festival, 1e-15);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheValueOfTwoMonths_IsTheirMeanAsObserved(bool isLog)
    {
        var series = new StudySeries(Month(2024, 12), [5, 10, 30, 7], Month(2025, 3), 0, isLog, hasCalendar: true);
        SeriesPoint[] points = SeriesPoint.Of(series.Months, series.FirstAfter, Merging);
        double[] expected = isLog ? [Math.Log(5), Math.Log(20), Math.Log(7)] : [5, 20, 7];
        Assert.Equal(expected, SeriesPoint.ValuesOf(points, series));
        Assert.Equal(series.Values, SeriesPoint.ValuesOf(SeriesPoint.Of(series.Months, series.FirstAfter, SeasonPlan.None), series));
    }

    [Fact]
    public void CountedMonths_AreThoseBehindThePoints()
    {
        SeriesPoint[] points = SeriesPoint.Of([.. Enumerable.Range(Month(2024, 11), 17)], Month(2025, 3), Merging);

        // 2024-11 to 2025-02, and 2025-03 to 2026-03 with January and February 2026 in one.
        Assert.Equal((3, 12), (points.Count(p => !p.IsAfter), points.Count(p => p.IsAfter)));
        Assert.Equal((4, 13), (MeanDesigns.Count(points, after: false), MeanDesigns.Count(points, after: true)));
    }

    [Fact]
    public void AStep_IsAConstantAndOnesAfter()
    {
        RegressionDesign design = Build([10, 11, 13], 11, SeasonPlan.None, hasTrend: false, hasSlopeChange: false);
        AssertRows(design, [1, 0], [1, 1], [1, 1]);
        Assert.Equal((1, -1, 11.0), (design.Level, design.Slope, design.Origin));
        Assert.Equal([10, 11, 13], design.Clock);
    }

    [Fact]
    public void AnInterruptedSeries_HasTheTrendFromTheFirstMonth_AndTheNewSlopeFromTheFirstAfter()
    {
        RegressionDesign design = Build([10, 11, 13, 14, 16], 12, SeasonPlan.None, hasTrend: true, hasSlopeChange: true);
        AssertRows(design, [1, 0, 0, 0], [1, 1, 0, 0], [1, 3, 1, 0], [1, 4, 1, 1], [1, 6, 1, 3]);
        Assert.Equal((2, 3, 13.0), (design.Level, design.Slope, design.Origin));
    }

    [Fact]
    public void MonthDummies_LeaveOutTheFirstCalendarMonthSeen()
    {
        // December, January, February, and December and January again: January is the reference.
        int december = Month(2024, 12);
        RegressionDesign design = Build([december, december + 1, december + 2, december + 12, december + 13], december + 2, Plan(SpringFestivalTreatment.None), hasTrend: true, hasSlopeChange: false);
        AssertRows(design, [1, 0, 0, 0, 1], [1, 1, 0, 0, 0], [1, 2, 1, 1, 0], [1, 12, 1, 0, 1], [1, 13, 1, 0, 0]);
        Assert.Equal((2, -1), (design.Level, design.Slope));
    }

    [Fact]
    public void TheFestival_IsTheLastColumn()
    {
        int january = Month(2025, 1);
        double Share(int month) => SeasonPlan.CenteredFestivalShare(january + month);
        RegressionDesign design = Build([january, january + 1, january + 2], january + 2, Plan(SpringFestivalTreatment.Regressor), hasTrend: false, hasSlopeChange: false);
        AssertRows(design, [1, 0, 0, 0, Share(0)], [1, 0, 1, 0, Share(1)], [1, 1, 0, 1, Share(2)]);
    }

    [Fact]
    public void PointsAllAfter_OrNone_BuildADesignToo()
    {
        Assert.Equal(10, Build([10, 11], 5, SeasonPlan.None, hasTrend: true, hasSlopeChange: true).Origin);
        Assert.Equal(0, Build([10, 11], 20, SeasonPlan.None, hasTrend: true, hasSlopeChange: true).Origin);
        RegressionDesign empty = Build([], 5, SeasonPlan.None, hasTrend: true, hasSlopeChange: true);
        Assert.Equal((0, 4, 0.0), (empty.Matrix.Rows, empty.Matrix.Columns, empty.Origin));
    }

    private static SeasonPlan Plan(SpringFestivalTreatment festival) =>
        SeasonPlan.Dummies(new StudySeries(Month(2025, 1), [1, 1], Month(2025, 2), 0, isLog: false, hasCalendar: true), festival);

    private static RegressionDesign Build(int[] months, int firstAfter, SeasonPlan plan, bool hasTrend, bool hasSlopeChange) =>
        RegressionDesign.Build(SeriesPoint.Of(months, firstAfter, plan), plan, hasTrend, hasSlopeChange);

    private static void AssertRows(RegressionDesign design, params double[][] rows)
    {
        Assert.Equal((rows.Length, rows[0].Length), (design.Matrix.Rows, design.Matrix.Columns));
        for (int i = 0; i < rows.Length; i++)
        {
            Assert.Equal(rows[i], Enumerable.Range(0, rows[i].Length).Select(j => design.Matrix[i, j]));
        }
    }
}
