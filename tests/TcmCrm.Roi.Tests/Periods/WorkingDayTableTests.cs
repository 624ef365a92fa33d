using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Periods;

public class WorkingDayTableTests
{
    // 国务院办公厅 notice for 2025: Spring Festival 28 January to 4 February, 26 January and 8 February (weekends) worked.
    private static readonly WorkingDayTable Table = new(
        new LocalDate(2025, 1, 1),
        new LocalDate(2025, 3, 1),
        [new(2025, 1, 1), .. Enumerable.Range(0, 8).Select(i => new LocalDate(2025, 1, 28).PlusDays(i))],
        [new(2025, 1, 26), new(2025, 2, 8)]);

    [Fact]
    public void WorkingDays_OfAMonth_FollowTheNotice()
    {
        Assert.Equal(19, Table.WorkingDaysIn(new YearMonth(2025, 1)));
        Assert.Equal(19, Table.WorkingDaysIn(new YearMonth(2025, 2)));
        Assert.True(Table.IsWorkingDay(new LocalDate(2025, 1, 26)));
        Assert.False(Table.IsWorkingDay(new LocalDate(2025, 1, 29)));
        Assert.False(Table.IsWorkingDay(new LocalDate(2025, 2, 1)));
    }

    [Fact]
    public void OutsideTheRange_IsRefused_NotGuessed()
    {
        Assert.False(Table.Covers(new YearMonth(2025, 3)));
        Assert.Throws<ArgumentException>(() => Table.WorkingDaysIn(new YearMonth(2025, 3)));
        Assert.Throws<ArgumentException>(() => Table.WorkingDaysIn(new YearMonth(9999, 12)));
        Assert.Throws<ArgumentException>(() => Table.IsWorkingDay(new LocalDate(2024, 12, 31)));
    }

    [Fact]
    public void WorkedWeekendDay_OnAWeekday_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new WorkingDayTable(new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 1), [], [new(2025, 1, 27)]));

    [Theory]
    [InlineData("2025-01-01", false)]
    [InlineData("2025-01-02", true)]
    [InlineData("2025-01-04", false)]
    [InlineData("2025-01-05", false)]
    [InlineData("2025-01-26", true)]
    [InlineData("2025-01-27", true)]
    [InlineData("2025-02-04", false)]
    [InlineData("2025-02-05", true)]
    [InlineData("2025-02-08", true)]
    [InlineData("2025-02-28", true)]
    public void Days_AreWorkedByTheNotice(string date, bool isWorked) => Assert.Equal(isWorked, Table.IsWorkingDay(Date(date)));

    [Theory]
    [InlineData("2025-01-01", "2025-01-01", 0)]
    [InlineData("2025-01-01", "2025-01-03", 1)]
    [InlineData("2025-01-24", "2025-01-29", 3)]
    [InlineData("2025-03-01", "2025-03-01", 0)]
    [InlineData("2025-01-01", "2025-03-01", 38)]
    public void WorkingDays_OfARange_AreCountedToItsEndExclusive(string start, string end, int expected) =>
        Assert.Equal(expected, Table.WorkingDaysBetween(Date(start), Date(end)));

    [Theory]
    [InlineData("2024-12-31", "2025-01-03")]
    [InlineData("2025-02-01", "2025-03-02")]
    [InlineData("2025-01-03", "2025-01-02")]
    public void RangeThatIsNotInside_IsNamedWithWhatIsCovered(string first, string last) =>
        Assert.StartsWith(
            $"[{first}, {last}) is not inside the range covered, [2025-01-01, 2025-03-01).",
            Assert.Throws<ArgumentException>("end", () => Table.WorkingDaysBetween(Date(first), Date(last))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("2024-12-31")]
    [InlineData("2025-03-01")]
    public void DayOutsideTheRange_IsNamedWithWhatIsCovered(string day)
    {
        string message = day + " is outside the range covered, [2025-01-01, 2025-03-01).";
        Assert.StartsWith(message, Assert.Throws<ArgumentException>("date", () => Table.IsWorkingDay(Date(day))).Message, StringComparison.Ordinal);
        Assert.StartsWith(message, Assert.Throws<ArgumentException>("daysOff", () => New([Date(day)], [])).Message, StringComparison.Ordinal);
        Assert.StartsWith(message, Assert.Throws<ArgumentException>("workedWeekendDays", () => New([], [Date(day)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_ThatContradict_AreNamed()
    {
        Assert.StartsWith("2025-01-27 is a Monday; allowed: Saturday or Sunday.", Assert.Throws<ArgumentException>("workedWeekendDays", () => New([], [new(2025, 1, 27)])).Message, StringComparison.Ordinal);
        Assert.StartsWith("2025-01-26 (Sunday) is both a day off and worked.", Assert.Throws<ArgumentException>("workedWeekendDays", () => New([new(2025, 1, 26)], [new(2025, 1, 26)])).Message, StringComparison.Ordinal);
        Assert.False(New([new(2025, 1, 25)], [new(2025, 1, 26)]).IsWorkingDay(new LocalDate(2025, 1, 25)));
        Assert.Throws<ArgumentNullException>("daysOff", () => New(null!, []));
        Assert.Throws<ArgumentNullException>("workedWeekendDays", () => New([], null!));
    }

    [Fact]
    public void EmptyRange_IsRefused()
    {
        var day = new LocalDate(2025, 1, 1);
        Assert.Contains("allowed: after 2025-01-01.", Assert.Throws<ArgumentOutOfRangeException>("end", () => new WorkingDayTable(day, day, [], [])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("end", () => new WorkingDayTable(day, day.PlusDays(-1), [], []));
        Assert.True(new WorkingDayTable(day, day.PlusDays(1), [], []).IsWorkingDay(day));
    }

    [Fact]
    public void Months_AreCoveredAsAWholeOrNot()
    {
        Assert.True(Table.Covers(new YearMonth(2025, 1)));
        Assert.True(Table.Covers(new YearMonth(2025, 2)));
        Assert.False(Table.Covers(new YearMonth(2024, 12)));
        Assert.False(Table.Covers(new YearMonth(2025, 3)));
        Assert.Equal("working days [2025-01-01, 2025-03-01)", Table.ToString());
    }

    private static WorkingDayTable New(LocalDate[] daysOff, LocalDate[] worked) => new(new LocalDate(2025, 1, 1), new LocalDate(2025, 3, 1), daysOff, worked);

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
