using CsCheck;
using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Periods;

public class DayCountTests
{
    private static readonly Gen<LocalDate> Dates = Gen.Int[0, 60_000].Select(days => new LocalDate(1950, 1, 1).PlusDays(days));

    [Theory]
    [InlineData(DayCount.Anniversary, "2024-02-29", "2025-02-28", 1.0)]
    [InlineData(DayCount.Anniversary, "2024-03-01", "2027-03-01", 3.0)]
    [InlineData(DayCount.Anniversary, "2023-03-01", "2024-02-29", 365 / 366.0)]
    [InlineData(DayCount.Anniversary, "2025-01-01", "2025-07-01", 181 / 365.0)]
    [InlineData(DayCount.Actual365Fixed, "2024-01-01", "2025-01-01", 366 / 365.0)]
    [InlineData(DayCount.ActualActualIsda, "2003-11-01", "2004-05-01", (61 / 365.0) + (121 / 366.0))] // ISDA memorandum 1998, example 1
    [InlineData(DayCount.ActualActualIsda, "1999-02-01", "1999-07-01", 150 / 365.0)] // example 2
    [InlineData(DayCount.ActualActualIsda, "2000-07-30", "2003-01-30", (155 / 366.0) + 2 + (29 / 365.0))]
    [InlineData(DayCount.Thirty360, "2007-01-31", "2007-03-31", 60 / 360.0)]
    [InlineData(DayCount.Thirty360, "2007-01-15", "2007-01-31", 16 / 360.0)]
    [InlineData(DayCount.Thirty360, "2006-08-31", "2007-02-28", 178 / 360.0)]
    public void YearFraction_FollowsItsDefinition(DayCount dayCount, string start, string end, double expected) =>
        Assert.Equal(expected, dayCount.YearFraction(Date(start), Date(end)), 14);

    [Theory]
    [InlineData(DayCount.Anniversary, "2025-03-31", "2026-03-30", 364 / 365.0)]
    [InlineData(DayCount.Anniversary, "2023-06-01", "2025-06-11", 2 + (10 / 365.0))]
    [InlineData(DayCount.Anniversary, "2023-06-01", "2024-05-31", 365 / 366.0)]
    [InlineData(DayCount.Actual365Fixed, "2025-01-01", "2025-01-02", 1 / 365.0)]
    [InlineData(DayCount.ActualActualIsda, "2024-01-01", "2024-12-31", 365 / 366.0)]
    [InlineData(DayCount.ActualActualIsda, "2023-12-31", "2024-01-01", 1 / 365.0)]
    [InlineData(DayCount.Thirty360, "2007-01-30", "2007-03-31", 60 / 360.0)]
    [InlineData(DayCount.Thirty360, "2007-01-29", "2007-03-31", 62 / 360.0)]
    [InlineData(DayCount.Thirty360, "2007-01-31", "2008-02-28", 388 / 360.0)]
    public void YearFraction_OfEdges_FollowsItsDefinition(DayCount dayCount, string start, string end, double expected)
    {
        Assert.Equal(expected, dayCount.YearFraction(Date(start), Date(end)), 14);
        Assert.Equal(-expected, dayCount.YearFraction(Date(end), Date(start)), 14);
    }

    [Fact]
    public void UnnamedDayCount_IsRefused()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => ((DayCount)9).YearFraction(Date("2025-01-01"), Date("2025-01-02")));
        Assert.Equal("dayCount", error.ParamName);
        Assert.StartsWith("dayCount is 9; allowed: a named day count.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void YearFraction_IsAntisymmetricAndNeverDecreases() =>
        Gen.Select(Gen.Int[0, 3].Select(value => (DayCount)value), Dates, Dates).Sample((dayCount, start, end) =>
        {
            Assert.Equal(dayCount.YearFraction(start, end), -dayCount.YearFraction(end, start));
            Assert.True(end < start || dayCount.YearFraction(start, end.PlusDays(1)) >= dayCount.YearFraction(start, end));
            Assert.Equal(0, dayCount.YearFraction(start, start));
        });

    [Fact]
    public void Anniversary_IsExactOnEveryAnniversary() =>
        Gen.Select(Dates, Gen.Int[0, 80]).Sample((start, years) => Assert.Equal(years, DayCount.Anniversary.YearFraction(start, start.PlusYears(years))));

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
