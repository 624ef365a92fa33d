using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Tests.Statistics;

namespace TcmCrm.Roi.Tests.Periods;

public class SpringFestivalTests
{
    [Fact]
    public void Table_AgreesWithThePlatformCalendar()
    {
        var calendar = new ChineseLunisolarCalendar();
        for (int year = SpringFestival.FirstYear; year <= SpringFestival.LastYear; year++)
        {
            Assert.Equal(LocalDate.FromDateTime(calendar.ToDateTime(year, 1, 1, 0, 0, 0, 0)), SpringFestival.DateOf(year));
        }
    }

    [Fact]
    public void Dates_AgreeWithThePublishedTable()
    {
        JsonElement dates = StatisticsCases.Each("chinese-new-year").First().GetProperty("expected").GetProperty("dates");
        int year = 1947;
        foreach (JsonElement date in dates.EnumerateArray())
        {
            Assert.Equal(LocalDatePattern.Iso.Parse(date.GetString()!).Value, SpringFestival.DateOf(year++));
        }

        Assert.Equal(2031, year);
    }

    public static TheoryData<string> Holidays => [.. StatisticsCases.Each("chinese-new-year").Skip(1).Select(c => c.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Holidays))]
    public void ShareOfMonth_AgreesWithGenhol(string id)
    {
        JsonElement c = StatisticsCases.Each("chinese-new-year").Single(x => x.GetProperty("id").GetString() == id);
        JsonElement inputs = c.GetProperty("inputs");
        int first = inputs.GetProperty("windowStartDay").GetInt32();
        int last = inputs.GetProperty("windowEndDay").GetInt32();
        bool centred = inputs.GetProperty("centering").GetString() == "calendar";

        // The centring years of the file include three years whose festival is one day off in its table: 0.004 apart, as the file says.
        double tolerance = centred ? 0.004 : 1e-12;
        var month = new YearMonth(2010, 1);
        foreach (double expected in c.GetProperty("expected").GetProperty("values").Doubles())
        {
            double actual = centred
                ? SpringFestival.CenteredShareOfMonth(month, first, last, 1930, 2030)
                : SpringFestival.ShareOfMonth(month, first, last);
            Assert.Equal(expected, actual, tolerance);
            month = month.PlusMonths(1);
        }

        Assert.Equal(new YearMonth(2031, 1), month);
    }

    [Fact]
    public void Shares_SumToOneOverTheYear()
    {
        for (int year = 1902; year <= 2099; year++)
        {
            double sum = Enumerable.Range(-1, 5).Sum(i => SpringFestival.ShareOfMonth(new YearMonth(year, 1).PlusMonths(i), -28, 28));
            double centred = Enumerable.Range(1, 12).Sum(m => SpringFestival.CenteredShareOfMonth(new YearMonth(year, m)));
            Assert.Equal(1.0, sum, 1e-12);
            Assert.Equal(0.0, centred, 1e-12);
        }
    }

    [Fact]
    public void January_HoldsTheFestivalIn30Of84Years() =>
        Assert.Equal(30, Enumerable.Range(1947, 84).Count(year => SpringFestival.IsIn(new YearMonth(year, 1))));

    [Theory]
    [InlineData(1900)]
    [InlineData(2101)]
    public void YearOutsideTheTable_IsRefused(int year) => Assert.Throws<ArgumentOutOfRangeException>(() => SpringFestival.DateOf(year));

    [Fact]
    public void WindowThatEndsBeforeItBegins_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SpringFestival.ShareOfMonth(new YearMonth(2025, 1), 3, 2));

    // The festival of 2025 is on 29 January, that of 2024 on 10 February.
    [Theory]
    [InlineData(2025, 1, 0, 6, 3.0 / 7)]
    [InlineData(2025, 2, 0, 6, 4.0 / 7)]
    [InlineData(2025, 3, 0, 6, 0)]
    [InlineData(2025, 1, 0, 0, 1)]
    [InlineData(2025, 1, -30, 30, 31.0 / 61)]
    [InlineData(2024, 12, -30, 30, 2.0 / 61)]
    [InlineData(2025, 2, -30, 30, 28.0 / 61)]
    [InlineData(2024, 1, -30, -1, 21.0 / 30)]
    [InlineData(2100, 12, 0, 6, 0)]
    public void Share_CountsTheDaysOfTheWindowInTheMonth(int year, int month, int firstDay, int lastDay, double expected) =>
        Assert.Equal(expected, SpringFestival.ShareOfMonth(new YearMonth(year, month), firstDay, lastDay), 1e-12);

    [Fact]
    public void CentredShare_IsLessTheMeanOfTheYears()
    {
        // January holds all of the day itself in 2023 (22 January) and 2025 (29 January), nothing in 2024: a mean of two thirds.
        Assert.Equal(1.0 / 3, SpringFestival.CenteredShareOfMonth(new YearMonth(2025, 1), 0, 0, 2023, 2025), 1e-12);
        Assert.Equal(-2.0 / 3, SpringFestival.CenteredShareOfMonth(new YearMonth(2024, 1), 0, 0, 2023, 2025), 1e-12);
        Assert.Equal(0, SpringFestival.CenteredShareOfMonth(new YearMonth(2025, 1), 0, 0, 2025, 2025), 1e-12);
    }

    [Fact]
    public void Festival_IsInOneMonthOfItsYear()
    {
        Assert.True(SpringFestival.IsIn(new YearMonth(2025, 1)));
        Assert.False(SpringFestival.IsIn(new YearMonth(2025, 2)));
        Assert.True(SpringFestival.IsIn(new YearMonth(2024, 2)));
    }

    [Fact]
    public void WrongArguments_AreNamed()
    {
        var january = new YearMonth(2025, 1);
        Refused("year is 1900; allowed: from 1901 to 2100.", () => SpringFestival.DateOf(1900));
        Refused("year is 2101; allowed: from 1901 to 2100.", () => SpringFestival.DateOf(2101));
        Refused("firstDay is -31; allowed: from -30 to 30.", () => SpringFestival.ShareOfMonth(january, -31));
        Refused("lastDay is 31; allowed: from 0 to 30.", () => SpringFestival.ShareOfMonth(january, 0, 31));
        Refused("lastDay is 2; allowed: from 3 to 30.", () => SpringFestival.ShareOfMonth(january, 3, 2));
        Refused("meanFromYear is 1900; allowed: from 1901 to 2100.", () => SpringFestival.CenteredShareOfMonth(january, meanFromYear: 1900));
        Refused("meanToYear is 2101; allowed: from 1947 to 2100.", () => SpringFestival.CenteredShareOfMonth(january, meanToYear: 2101));
        Refused("meanToYear is 2009; allowed: from 2010 to 2100.", () => SpringFestival.CenteredShareOfMonth(january, 0, 6, 2010, 2009));
        Refused("year is 1900; allowed: from 1901 to 2099.", () => CalendarSeason.HerbalPaste(1900));
        Refused("year is 2100; allowed: from 1901 to 2099.", () => CalendarSeason.HerbalPaste(2100));
        Refused("year is 2101; allowed: from 1901 to 2100.", () => SolarTerms.DateOf(2101, SolarTerm.MajorCold));
        Refused("term is 24; allowed: one of MinorCold, ", () => SolarTerms.DateOf(2025, (SolarTerm)24));

        static void Refused(string message, Func<object> call)
        {
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(call);
            Assert.Equal(message[..message.IndexOf(' ', StringComparison.Ordinal)], error.ParamName);
            Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        }
    }
}
