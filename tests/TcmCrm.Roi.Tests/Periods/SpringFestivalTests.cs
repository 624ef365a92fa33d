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
                ? SpringFestival.CentredShareOfMonth(month, first, last, 1930, 2030)
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
            double centred = Enumerable.Range(1, 12).Sum(m => SpringFestival.CentredShareOfMonth(new YearMonth(year, m)));
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
}
