using CsCheck;
using NodaTime;
using NodaTime.Text;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Periods;

public class MonthGridTests
{
    private static readonly Gen<LocalDate> Dates = Gen.Int[0, 60_000].Select(days => new LocalDate(1950, 1, 1).PlusDays(days));

    [Fact]
    public void EndOfMonthStart_IsCountedFromTheStart()
    {
        var grid = new MonthGrid(new LocalDate(2024, 1, 31), 4);
        Assert.Equal([new LocalDate(2024, 1, 31), new LocalDate(2024, 2, 29), new LocalDate(2024, 3, 31), new LocalDate(2024, 4, 30)], Enumerable.Range(0, 4).Select(month => grid[month]));
        Assert.Equal(0, grid.IndexOf(new LocalDate(2024, 2, 28)));
        Assert.Equal(1, grid.IndexOf(new LocalDate(2024, 2, 29)));
        Assert.Equal(1, grid.IndexOf(new LocalDate(2024, 3, 30)));
    }

    [Fact]
    public void EveryDate_LiesInExactlyOneMonth() =>
        Gen.Select(Dates, Gen.Int[1, 130], Gen.Int[-40, 4100]).Sample((start, count, offset) =>
        {
            var grid = new MonthGrid(start, count);
            LocalDate date = start.PlusDays(offset);
            int expected = date < start ? -1 : Enumerable.Range(0, count).FirstOrDefault(month => grid[month] <= date && date < grid[month + 1], count);
            Assert.Equal(expected, grid.IndexOf(date));
            Assert.Equal(Enumerable.Range(0, count + 1).Any(month => grid[month] == date), grid.TryGetBoundary(date, out int boundary));
            Assert.True(boundary < 0 || grid[boundary] == date);
        });

    [Fact]
    public void Covering_IsTheSmallestGridThatReachesTheEnd() =>
        Gen.Select(Dates, Gen.Int[0, 40], Gen.Int[0, 70]).Where((_, months, days) => months + days > 0).Sample((start, months, days) =>
        {
            EvaluationPeriod period = EvaluationPeriod.Of(new PeriodBuilder { Months = months, Days = days }.Build());
            MonthGrid grid = MonthGrid.Covering(start, period);
            Assert.True(grid.End >= period.EndFrom(start));
            Assert.True(grid.Count == 1 || grid[grid.Count - 1] < period.EndFrom(start));
        });

    [Fact]
    public void Index_OutsideTheGrid_Throws()
    {
        var grid = new MonthGrid(new LocalDate(2025, 1, 1), 12);
        Assert.Equal(grid.End, grid[12]);
        Assert.Throws<ArgumentOutOfRangeException>(() => grid[13]);
        Assert.Throws<ArgumentOutOfRangeException>(() => grid[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonthGrid(new LocalDate(2025, 1, 1), 0));
    }

    [Theory]
    [InlineData("2025-01-14", -1)]
    [InlineData("2025-01-15", 0)]
    [InlineData("2025-02-14", 0)]
    [InlineData("2025-02-15", 1)]
    [InlineData("2026-01-14", 11)]
    [InlineData("2026-01-15", 12)]
    [InlineData("2026-03-01", 12)]
    public void IndexOf_IsTheMonthThatHoldsTheDate(string date, int month) =>
        Assert.Equal(month, new MonthGrid(new LocalDate(2025, 1, 15), 12).IndexOf(LocalDatePattern.Iso.Parse(date).Value));

    [Theory]
    [InlineData("2025-01-14", -1)]
    [InlineData("2025-01-15", 0)]
    [InlineData("2025-01-16", -1)]
    [InlineData("2025-12-15", 11)]
    [InlineData("2026-01-15", 12)]
    [InlineData("2026-02-15", -1)]
    public void Boundary_IsTheFirstDayOfAMonthOrTheEnd(string date, int month)
    {
        Assert.Equal(month >= 0, new MonthGrid(new LocalDate(2025, 1, 15), 12).TryGetBoundary(LocalDatePattern.Iso.Parse(date).Value, out int actual));
        Assert.Equal(month, actual);
    }

    [Theory]
    [InlineData("P1D", 1)]
    [InlineData("P1M", 1)]
    [InlineData("P1M1D", 2)]
    [InlineData("P1Y", 12)]
    [InlineData("P100D", 4)]
    [InlineData("P100Y", 1200)]
    public void Covering_CountsABegunMonth(string period, int months) =>
        Assert.Equal(months, MonthGrid.Covering(new LocalDate(2025, 1, 15), EvaluationPeriod.Parse(period)).Count);

    [Fact]
    public void WrongArguments_AreNamed()
    {
        var start = new LocalDate(2025, 1, 1);
        Refused("count is 0; allowed: from 1 to 1201.", () => new MonthGrid(start, 0));
        Refused("count is 1202; allowed: from 1 to 1201.", () => new MonthGrid(start, 1202));
        Refused("month is -1; allowed: from 0 to 12.", () => new MonthGrid(start, 12)[-1]);
        Refused("month is 13; allowed: from 0 to 12.", () => new MonthGrid(start, 12)[13]);
        Assert.Throws<ArgumentNullException>("period", () => MonthGrid.Covering(start, null!));
        Assert.Throws<ArgumentNullException>("longest", () => new CaseTimeline(start, start, null!));
        Assert.Equal(new LocalDate(2125, 2, 1), new MonthGrid(start, 1201).End);

        static void Refused(string message, Func<object> call) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(call).Message, StringComparison.Ordinal);
    }
}
