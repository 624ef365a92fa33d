using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Periods;
using static TcmCrm.Roi.Tests.Impact.ImpactOracle;

namespace TcmCrm.Roi.Tests.Impact;

public class SeasonPlanTests
{
    [Fact]
    public void None_DoesNothing() => Assert.Equal((false, false, false), Members(SeasonPlan.None));

    [Theory]
    [InlineData(SpringFestivalTreatment.Auto, 35, true, false)]
    [InlineData(SpringFestivalTreatment.Auto, 36, false, true)]
    [InlineData(SpringFestivalTreatment.MergeMonths, 36, true, false)]
    [InlineData(SpringFestivalTreatment.Regressor, 35, false, true)]
    [InlineData(SpringFestivalTreatment.Regressor, 36, false, true)]
    [InlineData(SpringFestivalTreatment.None, 35, false, false)]
    [InlineData(SpringFestivalTreatment.None, 36, false, false)]
    public void Dummies_TakeTheFestivalAsTheStudyWants(SpringFestivalTreatment festival, int months, bool merges, bool hasRegressor) =>
        Assert.Equal((true, merges, hasRegressor), Members(SeasonPlan.Dummies(Series(2021, 1, months, 18), festival)));

    // Festivals: 16 February 2018, 5 February 2019, 25 January 2020, 12 February 2021, 1 February 2022, 22 January 2023.
    [Theory]
    [InlineData(2021, 1, 36, "", true)] // January shares of 0, 0 and 1.
    [InlineData(2021, 1, 37, "2022-02", false)] // 36 months, but of two festivals only.
    [InlineData(2021, 1, 37, "2023-01", false)] // The same, a January missing.
    [InlineData(2021, 2, 36, "", false)] // January 2021 comes too early, and 2024 ends in January.
    [InlineData(2021, 2, 37, "", true)] // With February 2024 there are three again.
    [InlineData(2018, 1, 60, "2020-01", false)] // Four festivals, all of them in February: the regressor would be a month dummy.
    [InlineData(2018, 1, 60, "2019-01", true)]
    public void Regressor_NeedsThreeYearsAndFestivalsThatMoved(int year, int month, int months, string missing, bool allowed)
    {
        SeasonPlan plan = SeasonPlan.Dummies(Series(year, month, months, 18, missing), SpringFestivalTreatment.Auto);
        Assert.Equal((true, !allowed, allowed), Members(plan));
    }

    [Theory]
    [InlineData(36, 24, "", true)]
    [InlineData(35, 23, "", false)] // Not two years.
    [InlineData(30, 24, "", true)]
    [InlineData(36, 24, "2021-05", true)] // Seen in the other year: a missing month costs a month.
    [InlineData(36, 24, "2021-05 2022-05", true)] // Never seen before: its month after tells nothing, the others do.
    [InlineData(28, 24, "2021-01 2022-01", true)] // One of four.
    public void TwoYearsBefore_ShowTheSeason(int months, int before, string missing, bool covers) =>
        Assert.Equal(covers, SeasonPlan.CoversSeason(Series(2021, 1, months, before, missing)));

    [Fact]
    public void EventTime_ShowsNoSeason() =>
        Assert.False(SeasonPlan.CoversSeason(new StudySeries(Month(2021, 1), new double[36], Month(2023, 1), 0, isLog: false, hasCalendar: false)));

    [Theory]
    [InlineData(1900, 2, 0)]
    [InlineData(1901, 2, 1)] // 19 February 1901.
    [InlineData(2020, 1, 1)] // 25 to 31 January.
    [InlineData(2025, 1, 3.0 / 7)] // From 29 January.
    [InlineData(2025, 2, 4.0 / 7)]
    [InlineData(2025, 3, 0)]
    [InlineData(2100, 2, 1)] // 9 February 2100.
    [InlineData(2101, 2, 0)]
    public void FestivalShare_IsThatOfTheTable_AndZeroOutsideIt(int year, int month, double share) =>
        Assert.Equal(share, SeasonPlan.FestivalShare(Month(year, month)), 1e-15);

    [Fact]
    public void CentredFestivalShare_IsThatOfTheTable_AndZeroOutsideIt()
    {
        foreach (int year in (int[])[1901, 2020, 2025, 2100])
        {
            for (int month = 1; month <= 11; month++)
            {
                double expected = SpringFestival.CenteredShareOfMonth(new YearMonth(year, month));
                Assert.Equal(expected, SeasonPlan.CenteredFestivalShare(Month(year, month)), 1e-15);
            }

            Assert.NotEqual(0, SeasonPlan.CenteredFestivalShare(Month(year, 1)));
        }

        Assert.Equal(0, SeasonPlan.CenteredFestivalShare(Month(1900, 1)));
        Assert.Equal(0, SeasonPlan.CenteredFestivalShare(Month(2101, 1)));
    }

    private static (bool, bool, bool) Members(SeasonPlan plan) => (plan.HasDummies, plan.MergesFestivalMonths, plan.HasFestivalRegressor);

    private static StudySeries Series(int year, int month, int months, int before, string missing = "")
    {
        int start = Month(year, month);
        double[] values = [.. Enumerable.Range(start, months).Select(m => FormattableString.Invariant($"{m / 12:0000}-{(m % 12) + 1:00}") == missing ? double.NaN : 1.0)];
        return new StudySeries(start, values, start + before, 0, isLog: false, hasCalendar: true);
    }
}
