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
        Assert.Throws<ArgumentException>(() => Table.IsWorkingDay(new LocalDate(2024, 12, 31)));
    }

    [Fact]
    public void WorkedWeekendDay_OnAWeekday_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new WorkingDayTable(new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 1), [], [new(2025, 1, 27)]));
}
