using TcmCrm.Roi.Impact;
using static TcmCrm.Roi.Tests.Impact.ImpactOracle;

namespace TcmCrm.Roi.Tests.Impact;

public class StudySeriesTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void Transition_AndGaps_AreLeftOut()
    {
        // 2021-11 to 2022-08, go-live in 2022-02 with two months of transition.
        int start = Month(2021, 11);
        var series = new StudySeries(start, [1, Gap, 3, 90, 91, 4, Gap, 6, 7], start + 3, 2, isLog: false, hasCalendar: true);
        Assert.Equal([start, start + 2, start + 5, start + 7, start + 8], series.Months);
        Assert.Equal([1, 3, 4, 6, 7], series.Raw);
        Assert.Equal(series.Raw, series.Values);
        Assert.Equal((2, 3, start + 3, 2, start + 5), (series.Before, series.After, series.GoLive, series.Transition, series.FirstAfter));
        Assert.Equal([1, 3], series.ValuesBefore);
        Assert.Equal([4, 6, 7], series.ValuesAfter);
        Assert.Equal([start, start + 2], series.MonthsBefore);
        Assert.Equal([start + 5, start + 7, start + 8], series.MonthsAfter);
        Assert.Equal([start + 1, start + 6], series.Gaps());
    }

    [Fact]
    public void TheMonthsAroundATransition_AreGapsWhenTheyAreMissing()
    {
        int start = Month(2021, 11);
        var series = new StudySeries(start, [1, 2, Gap, 90, 91, Gap, 5, 6], start + 3, 2, isLog: false, hasCalendar: true);
        Assert.Equal([start + 2, start + 5], series.Gaps());
        Assert.Empty(new StudySeries(start, [1, 2, 3, Gap, Gap, 4, 5], start + 3, 2, isLog: false, hasCalendar: true).Gaps());
    }

    [Fact]
    public void OnTheLogScale_TheValuesAreLogarithms()
    {
        var series = new StudySeries(Month(2021, 11), [1, 2, 3], Month(2022, 1), 0, isLog: true, hasCalendar: false);
        Assert.Equal([1, 2, 3], series.Raw);
        Assert.Equal([0, Math.Log(2), Math.Log(3)], series.Values);
        Assert.True(series.IsLog);
        Assert.False(series.HasCalendar);
    }
}
