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
        CalendarSeason actual = CalendarSeason.DogDays(year);
        Assert.Equal([first, middle, last], new[] { actual.Start, actual.Start.PlusDays(10), actual.End.PlusDays(-10) }.Select(date => date.ToString("uuuu-MM-dd", null)));
        Assert.Equal(days, actual.Days);
    }

    [Fact]
    public void DogDays_Last30Or40Days_InEveryYear()
    {
        for (int year = 1901; year <= 2100; year++)
        {
            Assert.Contains(CalendarSeason.DogDays(year).Days, new[] { 30, 40 });
        }
    }

    [Fact]
    public void PasteSeason_RunsFromStartOfWinterToStartOfSpring()
    {
        CalendarSeason season = CalendarSeason.HerbalPaste(2024);
        Assert.Equal("[2024-11-07, 2025-02-03)", season.ToString());
        double shares = Enumerable.Range(0, 6).Sum(i => season.ShareOfMonth(new YearMonth(2024, 10).PlusMonths(i)));
        Assert.Equal(1.0, shares, 1e-12);
        Assert.True(season.Contains(new LocalDate(2025, 2, 2)));
        Assert.False(season.Contains(new LocalDate(2025, 2, 3)));
    }

    [Fact]
    public void DogDays_BeginOnGengDaysAfterTheirTerms()
    {
        // 20 July 2025 is a 庚 day (庚午); the ten stems recur every ten days.
        var geng = new LocalDate(2025, 7, 20);
        for (int year = 1901; year <= 2100; year++)
        {
            CalendarSeason days = CalendarSeason.DogDays(year);
            LocalDate last = days.End.PlusDays(-10);
            Assert.All([days.Start, last], date => Assert.Equal(0, NodaTime.Period.DaysBetween(geng, date) % 10));
            Assert.InRange(NodaTime.Period.DaysBetween(SolarTerms.DateOf(year, SolarTerm.SummerSolstice), days.Start), 20, 29);
            Assert.InRange(NodaTime.Period.DaysBetween(SolarTerms.DateOf(year, SolarTerm.StartOfAutumn), last), 0, 9);
        }
    }

    // J. Meeus, Astronomical Algorithms, example 25.b: 1992 October 13.0 TD; the complete theory gives 199 degrees 54' 21.818".
    [Fact]
    public void ApparentLongitude_AgreesWithThePublishedExample() =>
        Assert.Equal(199 + (54 / 60.0) + (21.818 / 3600), SunLongitude.ApparentDegrees(2448908.5), 0.5 / 3600);

    // J. Meeus, Astronomical Algorithms, table 27.E: instants of the complete theory in dynamical time, to the second.
    [Theory]
    [InlineData("1996-03-20T08:04:07", "1996-06-21T02:24:46", "1996-09-22T18:01:08", "1996-12-21T14:06:56")]
    [InlineData("1997-03-20T13:55:42", "1997-06-21T08:20:59", "1997-09-22T23:56:49", "1997-12-21T20:08:05")]
    [InlineData("1998-03-20T19:55:35", "1998-06-21T14:03:38", "1998-09-23T05:38:15", "1998-12-22T01:57:31")]
    [InlineData("1999-03-21T01:46:53", "1999-06-21T19:50:11", "1999-09-23T11:32:34", "1999-12-22T07:44:52")]
    [InlineData("2000-03-20T07:36:19", "2000-06-21T01:48:46", "2000-09-22T17:28:40", "2000-12-21T13:38:30")]
    [InlineData("2001-03-20T13:31:47", "2001-06-21T07:38:48", "2001-09-22T23:05:32", "2001-12-21T19:22:34")]
    [InlineData("2002-03-20T19:17:13", "2002-06-21T13:25:29", "2002-09-23T04:56:28", "2002-12-22T01:15:26")]
    [InlineData("2003-03-21T01:00:50", "2003-06-21T19:11:32", "2003-09-23T10:47:53", "2003-12-22T07:04:53")]
    [InlineData("2004-03-20T06:49:42", "2004-06-21T00:57:57", "2004-09-22T16:30:54", "2004-12-21T12:42:40")]
    [InlineData("2005-03-20T12:34:29", "2005-06-21T06:47:12", "2005-09-22T22:24:14", "2005-12-21T18:36:01")]
    public void ApparentLongitude_IsAQuarterTurnAtEachInstant(params string[] instants)
    {
        for (int quarter = 0; quarter < 4; quarter++)
        {
            DateTime instant = DateTime.Parse(instants[quarter], System.Globalization.CultureInfo.InvariantCulture);
            double degrees = SunLongitude.ApparentDegrees(2451545.0 + (instant - new DateTime(2000, 1, 1, 12, 0, 0)).TotalDays);
            Assert.InRange(degrees, 0, 360);
            Assert.Equal(0, Math.IEEERemainder(degrees - (90 * quarter), 360) * 3600, 0.5);
        }
    }

    // Observed values of dynamical less universal time, Astronomical Almanac.
    [Theory]
    [InlineData(1905, 3.86)]
    [InlineData(1910, 10.46)]
    [InlineData(1915, 17.20)]
    [InlineData(1920, 21.16)]
    [InlineData(1925, 23.62)]
    [InlineData(1930, 24.02)]
    [InlineData(1935, 23.93)]
    [InlineData(1940, 24.33)]
    [InlineData(1945, 26.77)]
    [InlineData(1950, 29.15)]
    [InlineData(1955, 31.07)]
    [InlineData(1960, 33.15)]
    [InlineData(1965, 35.73)]
    [InlineData(1970, 40.18)]
    [InlineData(1975, 45.48)]
    [InlineData(1980, 50.54)]
    [InlineData(1985, 54.34)]
    [InlineData(1990, 56.86)]
    [InlineData(1995, 60.78)]
    [InlineData(2000, 63.83)]
    public void DynamicalLessUniversalTime_IsNearTheObserved(double year, double seconds) =>
        Assert.Equal(seconds, SunLongitude.DynamicalMinusUniversalSeconds(year), 0.5);

    // The polynomials as NASA/TP-2006-214141 prints them, at the first year of each and inside.
    [Theory]
    [InlineData(1919.5)]
    [InlineData(1920)]
    [InlineData(1930.5)]
    [InlineData(1941)]
    [InlineData(1955)]
    [InlineData(1961)]
    [InlineData(1980)]
    [InlineData(1986)]
    [InlineData(1995)]
    [InlineData(2005)]
    [InlineData(2025)]
    [InlineData(2050)]
    [InlineData(2099.5)]
    public void DynamicalLessUniversalTime_IsThePublishedPolynomial(double year)
    {
        double expected = year switch
        {
            < 1920 => Polynomial(year - 1900, -2.79, 1.494119, -0.0598939, 0.0061966, -0.000197),
            < 1941 => Polynomial(year - 1920, 21.20, 0.84493, -0.076100, 0.0020936),
            < 1961 => Polynomial(year - 1950, 29.07, 0.407, -1 / 233.0, 1 / 2547.0),
            < 1986 => Polynomial(year - 1975, 45.45, 1.067, -1 / 260.0, -1 / 718.0),
            < 2005 => Polynomial(year - 2000, 63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599),
            < 2050 => Polynomial(year - 2000, 62.92, 0.32217, 0.005589),
            _ => Polynomial((year - 1820) / 100, -20, 0, 32) - (0.5628 * (2150 - year)),
        };
        Assert.Equal(expected, SunLongitude.DynamicalMinusUniversalSeconds(year), 1e-9);

        static double Polynomial(double t, params double[] coefficients) => coefficients.Select((coefficient, power) => coefficient * Math.Pow(t, power)).Sum();
    }
}
