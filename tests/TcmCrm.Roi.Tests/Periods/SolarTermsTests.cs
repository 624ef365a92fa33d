using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Tests.Statistics;

namespace TcmCrm.Roi.Tests.Periods;

public class SolarTermsTests
{
    [Fact]
    public void Dates_AgreeWithTheAlmanac_1990To2050()
    {
        JsonElement table = StatisticsCases.Load("solar-terms-1990-2050");
        int year = table.GetProperty("firstYear").GetInt32();
        var different = new List<string>();
        int count = 0;
        foreach (JsonElement row in table.GetProperty("days").EnumerateArray())
        {
            int index = 0;
            foreach (JsonElement day in row.EnumerateArray())
            {
                var expected = new LocalDate(year, 1 + (index / 2), day.GetInt32());
                LocalDate actual = SolarTerms.DateOf(year, (SolarTerm)index);
                Assert.InRange(NodaTime.Period.DaysBetween(expected, actual), -1, 1);
                if (actual != expected)
                {
                    different.Add(FormattableString.Invariant($"{(SolarTerm)index} {actual:uuuu-MM-dd}, almanac {expected:uuuu-MM-dd}"));
                }

                index++;
                count++;
            }

            year++;
        }

        Assert.Equal(1464, count);
        Assert.Empty(different);
    }

    // UTC instants of equinoxes and solstices, U.S. Naval Observatory, Earth's Seasons.
    [Theory]
    [InlineData(2024, SolarTerm.SpringEquinox, "2024-03-20T03:06")]
    [InlineData(2024, SolarTerm.SummerSolstice, "2024-06-20T20:51")]
    [InlineData(2024, SolarTerm.AutumnEquinox, "2024-09-22T12:44")]
    [InlineData(2024, SolarTerm.WinterSolstice, "2024-12-21T09:21")]
    [InlineData(2025, SolarTerm.SpringEquinox, "2025-03-20T09:01")]
    [InlineData(2025, SolarTerm.SummerSolstice, "2025-06-21T02:42")]
    [InlineData(2025, SolarTerm.AutumnEquinox, "2025-09-22T18:19")]
    [InlineData(2025, SolarTerm.WinterSolstice, "2025-12-21T15:03")]
    [InlineData(2000, SolarTerm.SpringEquinox, "2000-03-20T07:35")]
    public void Instants_AgreeToOneMinute(int year, SolarTerm term, string expected)
    {
        DateTime instant = new DateTime(2000, 1, 1, 12, 0, 0).AddDays(SolarTerms.UniversalJulianDayOf(year, term) - 2451545.0);
        DateTime published = DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(Math.Abs((instant - published).TotalMinutes) < 1.0, FormattableString.Invariant($"{instant:O} against {published:O}"));
    }

    [Fact]
    public void Terms_FollowEachOtherThroughTheYears()
    {
        LocalDate last = new(1900, 12, 22);
        for (int year = 1901; year <= 2100; year++)
        {
            foreach (SolarTerm term in Enum.GetValues<SolarTerm>())
            {
                LocalDate date = SolarTerms.DateOf(year, term);
                Assert.Equal(year, date.Year);
                Assert.Equal(1 + ((int)term / 2), date.Month);
                Assert.InRange(NodaTime.Period.DaysBetween(last, date), 14, 16);
                last = date;
            }
        }
    }

    // Dog days as announced: 初伏, 中伏, 末伏.
    [Theory]
    [InlineData(2022, "2022-07-16", "2022-07-26", "2022-08-15", 40)]
    [InlineData(2023, "2023-07-11", "2023-07-21", "2023-08-10", 40)]
    [InlineData(2024, "2024-07-15", "2024-07-25", "2024-08-14", 40)]
    [InlineData(2025, "2025-07-20", "2025-07-30", "2025-08-09", 30)]
    public void DogDays_AgreeWithTheAlmanac(int year, string first, string middle, string last, int days)
    {
        DogDays actual = DogDays.OfYear(year);
        Assert.Equal($"{first}, {middle}, {last}", actual.ToString());
        Assert.Equal(days, actual.Season.Days);
    }

    [Fact]
    public void DogDays_Last30Or40Days_InEveryYear()
    {
        for (int year = 1901; year <= 2100; year++)
        {
            Assert.Contains(DogDays.OfYear(year).Season.Days, new[] { 30, 40 });
        }
    }

    [Fact]
    public void PasteSeason_RunsFromStartOfWinterToStartOfSpring()
    {
        CalendarSeason season = PasteSeason.StartingIn(2024);
        Assert.Equal("[2024-11-07, 2025-02-03)", season.ToString());
        double shares = Enumerable.Range(0, 6).Sum(i => season.ShareOfMonth(new YearMonth(2024, 10).PlusMonths(i)));
        Assert.Equal(1.0, shares, 1e-12);
        Assert.True(season.Contains(new LocalDate(2025, 2, 2)));
        Assert.False(season.Contains(new LocalDate(2025, 2, 3)));
    }

    [Fact]
    public void Names_AreTheTermsInOrder()
    {
        Assert.Equal("立春", SolarTermNames.Chinese(SolarTerm.StartOfSpring));
        Assert.Equal("冬至", SolarTermNames.Chinese(SolarTerm.WinterSolstice));
        Assert.Equal("winter solstice", SolarTermNames.English(SolarTerm.WinterSolstice));
    }
}
