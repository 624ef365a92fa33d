using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Periods;
using static TcmCrm.Roi.Tests.Impact.ImpactOracle;

namespace TcmCrm.Roi.Tests.Impact;

public class StudyPreparationTests
{
    private const double Gap = double.NaN;

    private static readonly YearMonth Start = new(2021, 1);

    [Fact]
    public void OneSeries_HasNoGapAndNoControls()
    {
        StudyContext context = StudyPreparation.Prepare(
            Linear(Start, [1, 2, Gap, 4, 5], new(2021, 4)).WithTransition(1), out IReadOnlyList<(string Segment, StudySeries Series)> controls, out StudySeries? gap);
        Assert.Null(gap);
        Assert.Empty(controls);
        Assert.Equal(EffectUnit.KpiUnit, context.Unit);
        AssertSeries(context.Series, Month(2021, 1), [1, 2, Gap, Gap, 5], 2, Month(2021, 4), 1, isLog: false, hasCalendar: true);
        Assert.Empty(context.Warnings);
    }

    [Theory]
    [InlineData(false, new double[] { 7, 14, 0, 26 })]
    [InlineData(true, new double[] { 10.0 / 3, 20.0 / 6, 1, 40.0 / 14 })]
    public void OneControl_GivesTheGapInTheMonthsOfBoth(bool isLog, double[] expected)
    {
        // The control begins two months before the series and ends a month before it: 3, 6, 30, 14.
        ImpactStudy study = new ImpactStudy(Series(Start, [10, 20, 30, 40, 50]), new(2021, 3))
            .WithScale(isLog ? EffectScale.Log : EffectScale.Linear).WithControls(Series(new(2020, 11), [1, 2, 3, 6, 30, 14]));
        StudyContext context = StudyPreparation.Prepare(study, out IReadOnlyList<(string Segment, StudySeries Series)> controls, out StudySeries? gap);
        AssertSeries(context.Series, Month(2021, 1), [10, 20, 30, 40, 50], 2, Month(2021, 3), 0, isLog, hasCalendar: true);
        AssertSeries(gap!, Month(2021, 1), expected, 2, Month(2021, 3), 0, isLog, hasCalendar: true);
        (string name, StudySeries control) = Assert.Single(controls);
        Assert.Empty(name);
        AssertSeries(control, Month(2021, 1), [3, 6, 30, 14], 2, Month(2021, 3), 0, isLog, hasCalendar: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SeveralControls_AreComparedByTheirMean_AndEachWithTheOthers(bool isLog)
    {
        // The second begins a month late and has a gap in April.
        ImpactStudy study = new ImpactStudy(Series(Start, [10, 20, 30, 40, 50]), new(2021, 4))
            .WithScale(isLog ? EffectScale.Log : EffectScale.Linear).WithTransition(1)
            .WithControls(Series(Start, [2, 4, 6, 8, 10]), Series(new(2021, 2), [8, 2, Gap, 6], "north"), Series(Start, [1, 3, 1, 1, 5]));
        StudyPreparation.Prepare(study, out IReadOnlyList<(string Segment, StudySeries Series)> controls, out StudySeries? gap);
        double Compare(double a, double b) => isLog ? a / b : a - b;
        AssertSeries(gap!, Month(2021, 1), [Gap, Compare(20, 5), Compare(30, 3), Gap, Compare(50, 7)], 2, Month(2021, 4), 1, isLog, hasCalendar: true);
        Assert.Equal(["", "north", ""], controls.Select(c => c.Segment));
        AssertSeries(controls[0].Series, Month(2021, 1), [Gap, Compare(4, 5.5), Compare(6, 1.5), Gap, Compare(10, 5.5)], 2, Month(2021, 4), 1, isLog, hasCalendar: true);
        AssertSeries(controls[1].Series, Month(2021, 1), [Gap, Compare(8, 3.5), Compare(2, 3.5), Gap, Compare(6, 7.5)], 2, Month(2021, 4), 1, isLog, hasCalendar: true);

        // The third has the second among the others, so the same months.
        AssertSeries(controls[2].Series, Month(2021, 1), [Gap, Compare(3, 6), Compare(1, 4), Gap, Compare(5, 8)], 2, Month(2021, 4), 1, isLog, hasCalendar: true);
    }

    [Fact]
    public void WorkingDays_ScaleTheSeriesToTheMeanMonth_AndLeaveTheGapAlone()
    {
        var table = new WorkingDayTable(new LocalDate(2021, 1, 1), new LocalDate(2022, 1, 1), [], []);

        // Weekdays of January to April 2021: 21, 20, 23 and 22, on average 21.5.
        ImpactStudy study = Linear(Start, [42, 60, 46, 66], new(2021, 3)).WithWorkingDays(table).WithControls(Series(Start, [40, 50, 40, 60]));
        StudyContext context = StudyPreparation.Prepare(study, out _, out StudySeries? gap);
        AssertSeries(context.Series, Month(2021, 1), [2 * 21.5, 3 * 21.5, 2 * 21.5, 3 * 21.5], 2, Month(2021, 3), 0, isLog: false, hasCalendar: true);
        AssertSeries(gap!, Month(2021, 1), [2, 10, 6, 6], 2, Month(2021, 3), 0, isLog: false, hasCalendar: true);
        Assert.Equal([42, 60, 46, 66], study.Series.RawValues);
    }

    [Theory]
    [InlineData(EffectScale.Auto, KpiUnit.Money, EffectUnit.Relative)]
    [InlineData(EffectScale.Auto, KpiUnit.MoneyPerDay, EffectUnit.Relative)]
    [InlineData(EffectScale.Auto, KpiUnit.Number, EffectUnit.KpiUnit)]
    [InlineData(EffectScale.Auto, KpiUnit.Ratio, EffectUnit.Share)]
    [InlineData(EffectScale.Auto, KpiUnit.Score, EffectUnit.ScorePoints)]
    [InlineData(EffectScale.Auto, KpiUnit.NetScore, EffectUnit.ScorePoints)]
    [InlineData(EffectScale.Linear, KpiUnit.Money, EffectUnit.KpiUnit)]
    [InlineData(EffectScale.Log, KpiUnit.Number, EffectUnit.Relative)]
    public void Scale_IsLogarithmicForMoney_UnlessSaidOtherwise(EffectScale scale, KpiUnit unit, EffectUnit expected)
    {
        var definition = new KpiDefinition(
            "K", unit, KpiDirection.HigherIsBetter, KpiAggregation.Recompute, KpiAggregation.Recompute);
        KpiSeries series = KpiSeries.FromValues(definition, Start, [0.2, 0.3, 0.4]);
        StudyContext context = Prepare(new ImpactStudy(series, new(2021, 2)).WithScale(scale));
        Assert.Equal(expected, context.Unit);
        Assert.Equal(expected == EffectUnit.Relative, context.Series.IsLog);
    }

    // A value of zero in the treated series, in a control and in another unit; the first in that order is named.
    [Theory]
    [InlineData(0, -2, -3, "2021-02 is 0; on the log scale every value has to be above 0.")]
    [InlineData(1, -2, -3, "north, 2021-02 is -2; on the log scale every value has to be above 0.")]
    [InlineData(1, 2, -0.5, "branch, 2021-02 is -0.5; on the log scale every value has to be above 0.")]
    public void TheLogScale_RefusesTheFirstValueNotAboveZero(double own, double control, double other, string message)
    {
        ImpactStudy study = new ImpactStudy(Series(Start, [1, own, 2]), new(2021, 3))
            .WithControls(Series(Start, [1, control, 2], "north"))
            .WithStaggeredUnit(Series(Start, [1, other, 2], "branch"), new(2021, 3));
        ArgumentException refused = Assert.Throws<ArgumentException>("study", () => Prepare(study.WithScale(EffectScale.Log)));
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
        StudyContext auto = Prepare(study);
        Assert.Equal(EffectUnit.KpiUnit, auto.Unit);
        Assert.Equal(["notOnLogScale", "staggeredStack"], Codes(auto.Warnings));
    }

    [Fact]
    public void AGap_IsNoValueBelowZero() =>
        Assert.True(Prepare(new ImpactStudy(Series(Start, [1, Gap, 2]), new(2021, 3)).WithScale(EffectScale.Log)).Series.IsLog);

    [Fact]
    public void StaggeredUnits_AreAveragedInTheTimeSinceTheirOwnGoLive()
    {
        // From two months before to the second month after, which both have: (1, 3, 5, 7) and (20, 30, 40, 50); go-lives in March and April.
        ImpactStudy study = Linear(Start, [1, 3, 5, 7], new(2021, 3))
            .WithStaggeredUnit(Series(Start, [10, 20, 30, 40, 50, 60]), new(2021, 4));
        StudyContext context = StudyPreparation.Prepare(study, out IReadOnlyList<(string Segment, StudySeries Series)> controls, out StudySeries? gap);
        Assert.Null(gap);
        Assert.Empty(controls);
        int first = context.Series.Months[0];
        AssertSeries(context.Series, first, [10.5, 16.5, 22.5, 28.5], 2, first + 2, 0, isLog: false, hasCalendar: false);
        Assert.Equal(
            "2 units are lined up by their own go-live, over the 2 months before and 2 after that all of them have; the season is not taken out.",
            Assert.Single(context.Warnings).InEnglish());
    }

    [Fact]
    public void OnTheLogScale_TheAverageIsGeometric()
    {
        ImpactStudy study = new ImpactStudy(Series(Start, [1, 3, 5, 7]), new(2021, 3))
            .WithStaggeredUnit(Series(Start, [10, 20, 30, 40, 50]), new(2021, 4));
        StudySeries series = Prepare(study).Series;
        AssertSeries(
            series, series.Months[0], [Math.Sqrt(20), Math.Sqrt(90), Math.Sqrt(200), Math.Sqrt(350)], 2, series.Months[0] + 2, 0, isLog: true, hasCalendar: false);
    }

    [Fact]
    public void AGapOfOneUnit_LeavesTheMonthOut_AndAmountsMayBeBelowZero()
    {
        ImpactStudy study = Linear(Start, [-1, Gap, 3, 5, 7], new(2021, 4))
            .WithStaggeredUnit(Series(Start, [0, 20, 30, 40, 50]), new(2021, 4));
        StudySeries series = Prepare(study).Series;

        // Before, the first unit is at 1 on average and the second at 50/3; after a month without one of them the mean changes are the same.
        double level = (1 + (50.0 / 3)) / 2;
        AssertSeries(
            series, series.Months[0],
            [level + (-2 - (50.0 / 3)) / 2, Gap, level + (2 + 30 - (50.0 / 3)) / 2, level + (4 + 40 - (50.0 / 3)) / 2, level + (6 + 50 - (50.0 / 3)) / 2],
            2, series.Months[0] + 3, 0, isLog: false, hasCalendar: false);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void StaggeredUnitsWithAControl_AreComparedInTheirOwnMonths(bool isLog)
    {
        // The control in the months of the first unit: 2, 4, 8, 10; of the second (a month later): 4, 8, 10, 5. Transition of a month.
        ImpactStudy study = new ImpactStudy(Series(Start, [1, 3, 5, 7]), new(2021, 3)).WithTransition(1)
            .WithScale(isLog ? EffectScale.Log : EffectScale.Linear)
            .WithStaggeredUnit(Series(new(2021, 2), [20, 30, 40, 50]), new(2021, 4))
            .WithControls(Series(Start, [2, 4, 8, 10, 5]));
        StudyContext context = StudyPreparation.Prepare(study, out IReadOnlyList<(string Segment, StudySeries Series)> controls, out StudySeries? gap);
        Assert.Empty(controls);
        double Average(double a, double b) => isLog ? Math.Sqrt(a * b) : (a + b) / 2;
        double Compare(double a, double b) => isLog ? a / b : a - b;
        int first = context.Series.Months[0];
        AssertSeries(context.Series, first, [Average(1, 20), Average(3, 30), Gap, Average(7, 50)], 2, first + 2, 1, isLog, hasCalendar: false);
        double[] expected =
        [
            Average(Compare(1, 2), Compare(20, 4)), Average(Compare(3, 4), Compare(30, 8)), Gap, Average(Compare(7, 10), Compare(50, 5)),
        ];
        AssertSeries(gap!, first, expected, 2, first + 2, 1, isLog, hasCalendar: false);
    }

    [Fact]
    public void MonthsThatNotAllUnitsHave_AreDropped()
    {
        // The second has a month more before its go-live.
        ImpactStudy study = Linear(Start, [1, 3], new(2021, 2)).WithStaggeredUnit(Series(Start, [10, 20, 30]), new(2021, 3));
        StudySeries series = Prepare(study).Series;
        AssertSeries(series, series.Months[0], [10.5, 16.5], 1, series.Months[0] + 1, 0, isLog: false, hasCalendar: false);
    }

    [Fact]
    public void AUnitNotObservedBefore_LeavesTheMonthsAfter()
    {
        ImpactStudy study = Linear(Start, [1, Gap, 5, 7], new(2021, 3)).WithStaggeredUnit(Series(Start, [10, 20, 30]), new(2021, 2));
        StudySeries series = Prepare(study).Series;
        AssertSeries(series, series.GoLive, [12.5, 18.5], 0, series.GoLive, 0, isLog: false, hasCalendar: false);
    }

    private static void AssertSeries(
        StudySeries actual, int start, double[] raw, int before, int goLive, int transition, bool isLog, bool hasCalendar)
    {
        int[] observed = [.. Enumerable.Range(0, raw.Length).Where(i => !double.IsNaN(raw[i]))];
        Assert.Equal(observed.Select(i => start + i), actual.Months);
        for (int i = 0; i < observed.Length; i++)
        {
            Near(raw[observed[i]], actual.Raw[i], "value");
            Near(isLog ? Math.Log(raw[observed[i]]) : raw[observed[i]], actual.Values[i], "value on the scale");
        }

        Assert.Equal((before, goLive, transition), (actual.Before, actual.GoLive, actual.Transition));
        Assert.Equal((isLog, hasCalendar), (actual.IsLog, actual.HasCalendar));
    }
}
