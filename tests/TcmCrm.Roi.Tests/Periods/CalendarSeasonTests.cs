using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Periods;

public class CalendarSeasonTests
{
    /// <summary>The dog days of 2025: 12 days of July and 18 of August.</summary>
    private static readonly CalendarSeason Season = new(new LocalDate(2025, 7, 20), new LocalDate(2025, 8, 19));

    [Fact]
    public void Season_HasStartEndAndDays()
    {
        Assert.Equal((new LocalDate(2025, 7, 20), new LocalDate(2025, 8, 19), 30), (Season.Start, Season.End, Season.Days));
        Assert.Equal("[2025-07-20, 2025-08-19)", Season.ToString());
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    [InlineData(31, false)]
    public void Contains_IsHalfOpen(int day, bool expected) => Assert.Equal(expected, Season.Contains(Season.Start.PlusDays(day)));

    [Theory]
    [InlineData(2025, 6, 0)]
    [InlineData(2025, 7, 12 / 30.0)]
    [InlineData(2025, 8, 18 / 30.0)]
    [InlineData(2025, 9, 0)]
    [InlineData(2024, 7, 0)]
    public void Month_HoldsItsShareOfTheDays(int year, int month, double expected) => Assert.Equal(expected, Season.ShareOfMonth(new YearMonth(year, month)), 1e-15);

    [Fact]
    public void SeasonWithinAMonth_IsAllInIt()
    {
        var season = new CalendarSeason(new LocalDate(2025, 7, 1), new LocalDate(2025, 8, 1));
        Assert.Equal([0.0, 1.0, 0.0], new[] { 6, 7, 8 }.Select(month => season.ShareOfMonth(new YearMonth(2025, month))));
    }

    [Fact]
    public void SeasonOfNoDay_IsRefused()
    {
        var day = new LocalDate(2025, 7, 20);
        Assert.Equal(1, new CalendarSeason(day, day.PlusDays(1)).Days);
        Assert.Contains("allowed: after 2025-07-20.", Assert.Throws<ArgumentOutOfRangeException>("end", () => new CalendarSeason(day, day)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("end", () => new CalendarSeason(day, day.PlusDays(-1)));
    }

    [Fact]
    public void PasteSeason_IsBoundedByTheTermsGiven()
    {
        // Almanac: 霜降 on 23 October 2024, 大寒 on 20 January 2025.
        CalendarSeason season = CalendarSeason.HerbalPaste(2024, SolarTerm.FrostDescent, SolarTerm.MajorCold);
        Assert.Equal("[2024-10-23, 2025-01-20)", season.ToString());
        Assert.Equal(2099, CalendarSeason.HerbalPaste(2099).Start.Year);
        Assert.Equal(1901, CalendarSeason.HerbalPaste(1901).Start.Year);
    }
}
