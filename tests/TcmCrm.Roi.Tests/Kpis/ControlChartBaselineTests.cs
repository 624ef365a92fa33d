using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class ControlChartBaselineTests
{
    private static readonly YearMonth March = new(2021, 3);

    [Fact]
    public void Baseline_IsNamedByItsMonthsWithValues()
    {
        KpiSeries series = Series([1, null, 3, 2, null, 4, 1, 2]);
        ControlChart chart = ControlChart.Of(series, KpiBaseline.Months(March.PlusMonths(1), March.PlusMonths(4)));
        Assert.Equal((March.PlusMonths(2), March.PlusMonths(3)), (chart.BaselineFrom, chart.BaselineTo));
        Assert.Equal(ControlLimits.Of([3, 2]), chart.Limits);
        Assert.Equal([0, 2, 3, 5, 6, 7], chart.Points.Select(point => KpiSeries.MonthsBetween(March, point.Month)));
        Assert.Equal([true, true, true, false, false, false], chart.Points.Select(point => point.IsInBaseline));
        Assert.Equal([1.0, 3, 2, 4, 1, 2], chart.Points.Select(point => point.Value));
    }

    [Fact]
    public void MissingChart_TellsWhy()
    {
        ControlChart chart = ControlChart.Of(Series([1, null, 3]), KpiBaseline.Months(March, March.PlusMonths(1)));
        const string message = "There is no chart: tooFewBaselineValues.";
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => chart.Limits).Message);
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => chart.BaselineFrom).Message);
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => chart.BaselineTo).Message);
        Assert.Equal(-1, chart.FirstCusumSignal);
    }

    [Fact]
    public void FirstCusumSignal_IsBeyondTheDecisionAndNotAtIt()
    {
        // Moving ranges of 1.128379: sigma is 1. The CUSUM goes 2.5, 5, 7.5 on one side after the other.
        const double sigma = 1.128379;
        double?[] start = [-sigma / 2, sigma / 2];
        KpiBaseline two = KpiBaseline.Months(March, March.PlusMonths(1));
        int Signal(params double?[] after) => ControlChart.Of(Series([.. start, .. after]), two).FirstCusumSignal;
        Assert.Equal(-1, Signal(3, 3));
        Assert.Equal(4, Signal(3, 3, 0.75));
        Assert.Equal(-1, Signal(-3, -3));
        Assert.Equal(4, Signal(-3, -3, -0.75));
    }

    [Theory]
    [InlineData(24, ChartBasis.SeasonalResiduals)]
    [InlineData(36, ChartBasis.SeasonalResiduals)]
    [InlineData(24, ChartBasis.SeasonalLogs)]
    [InlineData(36, ChartBasis.SeasonalLogs)]
    public void SeasonalChart_TakesOutTheMeanOfEachMonth(int baseline, ChartBasis basis)
    {
        // Month m stands at 10 m; the first year is off by -+1 in turn, the second by +-1, the third not at all: the means of the months are 10 m,
        // their mean is 55, and what is charted is 55 and how far the month is off. After the baseline: a gap, then 3 too high.
        double Off(int i) => (i / 12 == 0 ? -1 : i / 12 == 1 ? 1 : 0) * (i % 2 == 0 ? 1 : -1);
        double?[] raw = [.. Enumerable.Range(0, baseline).Select(i => (double?)(10 * (i % 12)) + Off(i)), null, 10 + 3];
        bool logs = basis == ChartBasis.SeasonalLogs;
        double?[] y = [.. raw.Select(value => logs && value is { } number ? Math.Exp(number / 10) : value)];
        double scale = logs ? 0.1 : 1;

        ControlChart chart = ControlChart.Of(Series(y), KpiBaseline.Months(March, March.PlusMonths(baseline - 1)), basis: basis);
        Assert.True(chart.IsAvailable);
        Assert.Equal(55 * scale, chart.Limits.Center, 1e-12);

        // 24 months: 22 moving ranges of 2 and one of 0; with the third year one of 1 and eleven of 0. K years: times sqrt(K / (K - 1)).
        double range = baseline == 24 ? 44.0 / 23 * Math.Sqrt(2) : 45.0 / 35 * Math.Sqrt(1.5);
        Assert.Equal(range * scale, chart.Limits.MeanMovingRange, 1e-12);
        Assert.Equal(baseline + 1, chart.Points.Count);
        Assert.All(chart.Points.Take(baseline), point => Assert.Equal((55 + Off(point.Index)) * scale, point.Value, 1e-12));
        Assert.Equal(58 * scale, chart.Points[^1].Value, 1e-12);
        Assert.Equal(March.PlusMonths(baseline + 1), chart.Points[^1].Month);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void Logarithms_NeedValuesAboveZero(double wrong)
    {
        double?[] y = [.. Enumerable.Range(1, 30).Select(i => (double?)i)];
        Assert.Null(ControlChart.Of(Series(y), KpiBaseline.Automatic, basis: ChartBasis.SeasonalLogs).Reason);
        y[29] = wrong;
        Assert.Equal("valuesNotPositive", ControlChart.Of(Series(y), KpiBaseline.Automatic, basis: ChartBasis.SeasonalLogs).Reason?.Code);
        Assert.Null(ControlChart.Of(Series(y), KpiBaseline.Automatic, basis: ChartBasis.SeasonalResiduals).Reason);
    }

    [Fact]
    public void Screening_LeavesOutMovingRangesAtTheirLimitOrBeyond()
    {
        // Moving ranges 3267, 233, 300, 200: their mean is 1000 and their limit 3267; without the first the mean is 733 / 3.
        Assert.Equal(1000, ControlLimits.Of([0, 3267, 3500, 3800, 4000]).MeanMovingRange);
        Assert.Equal(733.0 / 3, ControlLimits.Of([0, 3267, 3500, 3800, 4000], screenOutliers: true).MeanMovingRange, 1e-12);

        // 3266 is under the limit of its own baseline, 3.267 x (3266 + 734) / 4.
        Assert.Equal(1000, ControlLimits.Of([0, 3266, 3500, 3800, 4000], screenOutliers: true).MeanMovingRange);
        Assert.Equal(0, ControlLimits.Of([4, 4, 4], screenOutliers: true).MeanMovingRange);
    }

    [Fact]
    public void Limits_AreEqualWhenAllOfThemIs()
    {
        ControlLimits one = ControlLimits.Of([1, 3]);
        Assert.Equal(one, ControlLimits.Of([1, 3]));
        Assert.Equal(one.GetHashCode(), ControlLimits.Of([1, 3]).GetHashCode());
        Assert.NotEqual(one, ControlLimits.Of([2, 4]));
        Assert.NotEqual(one, ControlLimits.Of([0, 4]));
        Assert.NotEqual(one, ControlLimits.Of([1, 3, 1, 3]));
        Assert.False(one.Equals(null));
        Assert.False(one.Equals((object)"2"));
    }

    [Fact]
    public void WrongArguments_AreNamed()
    {
        KpiSeries series = Series([1, 2, 3]);
        Assert.Throws<ArgumentNullException>("series", () => ControlChart.Of(null!, KpiBaseline.Automatic));
        Assert.Throws<ArgumentNullException>("baseline", () => ControlChart.Of(series, null!));
        Assert.StartsWith(
            "rules is 3; allowed: one of Default, Nhs, WesternElectric.",
            Assert.Throws<ArgumentOutOfRangeException>("rules", () => ControlChart.Of(series, KpiBaseline.Automatic, (AlarmRuleSet)3)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "basis is 9; allowed: one of Values, ",
            Assert.Throws<ArgumentOutOfRangeException>("basis", () => ControlChart.Of(series, KpiBaseline.Automatic, basis: (ChartBasis)9)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("baseline", () => ControlLimits.Of(null!));
        Assert.StartsWith(
            "A baseline needs at least two values.", Assert.Throws<ArgumentException>("baseline", () => ControlLimits.Of([1])).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "baseline is NaN; allowed: a finite number.",
            Assert.Throws<ArgumentOutOfRangeException>("baseline", () => ControlLimits.Of([1, double.NaN])).Message,
            StringComparison.Ordinal);
        Assert.Equal(2, ControlLimits.Of([1, 3]).BaselineCount);
    }

    private static KpiSeries Series(double?[] values) => KpiSeries.FromValues(KpiCatalog.HoursSaved, March, values);
}
