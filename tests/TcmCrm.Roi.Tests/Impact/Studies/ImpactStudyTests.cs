using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Periods;
using static TcmCrm.Roi.Tests.Impact.StudySamples;

namespace TcmCrm.Roi.Tests.Impact;

public class ImpactStudyTests
{
    private static readonly KpiSeries Year = Series([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

    [Fact]
    public void GoLive_IsInsideTheSeries_ButNotItsFirstMonth()
    {
        Assert.Equal(new YearMonth(2021, 2), new ImpactStudy(Year, new YearMonth(2021, 2)).GoLive);
        Assert.Equal(new YearMonth(2021, 12), new ImpactStudy(Year, new YearMonth(2021, 12)).GoLive);
        foreach ((YearMonth month, string text) in new[] { (new YearMonth(2021, 1), "2021-01"), (new YearMonth(2022, 1), "2022-01") })
        {
            string message = $"goLive is {text}; allowed: after 2021-01 and up to 2021-12, the months of the series.";
            Refused.OutOfRange("goLive", message, () => new ImpactStudy(Year, month));
            Refused.OutOfRange("goLive", message, () => Halves().WithStaggeredUnit(Year, month));
        }
    }

    [Fact]
    public void Series_IsMonthly()
    {
        KpiSeries quarters = Year.Aggregate(KpiFrequency.Quarterly).Series;
        Refused.Null("series", () => new ImpactStudy(null!, new YearMonth(2021, 7)));
        Refused.Argument("series", "The series is Quarterly; allowed: Monthly.", () => new ImpactStudy(quarters, new YearMonth(2021, 7)));
        Refused.Argument("controls", "The series is Quarterly; allowed: Monthly.", () => Halves().WithControls(Year, quarters));
        Refused.Null("controls", () => Halves().WithControls(null!));
        Refused.Null("controls", () => Halves().WithControls(Year, null!));
        Refused.Null("series", () => Halves().WithStaggeredUnit(null!, new YearMonth(2021, 7)));
        Refused.Argument("series", "The series is Quarterly; allowed: Monthly.", () => Halves().WithStaggeredUnit(quarters, new YearMonth(2021, 7)));
    }

    [Fact]
    public void Defaults_AndCopies_LeaveTheOriginalAlone()
    {
        ImpactStudy study = Halves();
        var table = new WorkingDayTable(new LocalDate(2021, 1, 1), new LocalDate(2022, 1, 1), [], []);
        ImpactStudy copy = study.WithTransition(2).WithControls(Year).WithStaggeredUnit(Year, new YearMonth(2021, 9)).WithPromise(0.08).WithConfidenceLevel(0.9)
            .WithSeason(SeasonTreatment.MonthDummies, SpringFestivalTreatment.MergeMonths).WithScale(EffectScale.Linear).WithWorkingDays(table).AsExperiment();
        Assert.Equal(
            (2, 0.08, 0.9, SeasonTreatment.MonthDummies, SpringFestivalTreatment.MergeMonths, EffectScale.Linear, true),
            (copy.TransitionMonths, copy.Promise, copy.ConfidenceLevel, copy.Season, copy.SpringFestival, copy.Scale, copy.IsExperiment));
        Assert.Same(Year, Assert.Single(copy.Controls));
        Assert.Equal((Year, new YearMonth(2021, 9)), (Assert.Single(copy.OtherUnits).Series, copy.OtherUnits[0].GoLive));
        Assert.Equal(2, copy.WithStaggeredUnit(Year, new YearMonth(2021, 10)).OtherUnits.Count);
        Assert.Same(table, copy.WorkingDays);
        Assert.Equal(
            (0, (double?)null, 0.95, SeasonTreatment.Auto, SpringFestivalTreatment.Auto, EffectScale.Auto, false),
            (study.TransitionMonths, study.Promise, study.ConfidenceLevel, study.Season, study.SpringFestival, study.Scale, study.IsExperiment));
        Assert.Empty(study.Controls);
        Assert.Empty(study.OtherUnits);
        Assert.Null(study.WorkingDays);
        Assert.Same(study.Series, copy.Series);
        Assert.Equal(study.GoLive, copy.GoLive);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.999)]
    public void ConfidenceLevel_MayBeFromAHalf(double level) => Assert.Equal(level, Halves().WithConfidenceLevel(level).ConfidenceLevel);

    [Fact]
    public void WrongNumbers_AreRefused()
    {
        ImpactStudy study = Halves();
        Refused.OutOfRange("level", "level is 0.499; allowed: from 0.5 to 0.999.", () => study.WithConfidenceLevel(0.499));
        Refused.OutOfRange("level", "level is 0.9991; allowed: from 0.5 to 0.999.", () => study.WithConfidenceLevel(0.9991));
        Refused.OutOfRange("level", "level is NaN; allowed: from 0.5 to 0.999.", () => study.WithConfidenceLevel(double.NaN));
        Assert.Equal(1e-9, study.WithPromise(1e-9).Promise);
        Refused.OutOfRange("improvement", "improvement is 0; allowed: above 0.", () => study.WithPromise(0));
        Refused.OutOfRange("improvement", "improvement is -0.08; allowed: above 0.", () => study.WithPromise(-0.08));
        Refused.OutOfRange("improvement", "improvement is NaN; allowed: a finite number.", () => study.WithPromise(double.NaN));
        Assert.Equal(0, study.WithTransition(0).TransitionMonths);
        Assert.Equal(24, study.WithTransition(24).TransitionMonths);
        Refused.OutOfRange("months", "months is -1; allowed: from 0 to 24.", () => study.WithTransition(-1));
        Refused.OutOfRange("months", "months is 25; allowed: from 0 to 24.", () => study.WithTransition(25));
        Refused.OutOfRange("season", "season is 4; allowed: one of Auto, ", () => study.WithSeason((SeasonTreatment)4));
        Refused.OutOfRange(
            "festival", "festival is 4; allowed: one of Auto, ", () => study.WithSeason(SeasonTreatment.None, (SpringFestivalTreatment)4));
        Refused.OutOfRange("scale", "scale is 3; allowed: one of Auto, Log, Linear.", () => study.WithScale((EffectScale)3));
    }

    [Fact]
    public void WorkingDays_CoverEveryMonth_AndNoneIsEmpty()
    {
        Refused.Null("table", () => Halves().WithWorkingDays(null!));

        // The last day of the last month is missing, and the first of the first.
        const string last = "The working-day table has no working days for 2021-12.";
        const string first = "The working-day table has no working days for 2021-01.";
        Refused.Argument("table", last, () => Halves().WithWorkingDays(Table(new LocalDate(2021, 1, 1), new LocalDate(2021, 12, 31))));
        Refused.Argument("table", first, () => Halves().WithWorkingDays(Table(new LocalDate(2021, 1, 2), new LocalDate(2022, 1, 1))));

        // Covered, but every day off.
        LocalDate[] december = [.. Enumerable.Range(1, 31).Select(day => new LocalDate(2021, 12, day))];
        Refused.Argument("table", last, () => Halves().WithWorkingDays(Table(new LocalDate(2021, 1, 1), new LocalDate(2022, 1, 1), december)));
        WorkingDayTable oneDay = Table(new LocalDate(2021, 1, 1), new LocalDate(2022, 1, 1), december[1..]);
        Assert.Same(oneDay, Halves().WithWorkingDays(oneDay).WorkingDays);
    }

    [Fact]
    public void LowerIsBetter_IsThatOfTheKpi()
    {
        Assert.False(Halves().LowerIsBetter);
        Assert.True(new ImpactStudy(KpiSeries.FromValues(KpiCatalog.Cac, Start, [1.0, 2, 3]), new YearMonth(2021, 2)).LowerIsBetter);
    }

    [Fact]
    public void Text_IsSeriesAndGoLive() => Assert.Equal("Sales 2021-01..2021-12 Monthly, 12 of 12 points, go-live 2021-07", Halves().ToString());

    private static ImpactStudy Halves() => new(Year, new YearMonth(2021, 7));

    private static WorkingDayTable Table(LocalDate start, LocalDate end, params LocalDate[] daysOff) => new(start, end, daysOff, []);
}
