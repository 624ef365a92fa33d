using CsCheck;
using NodaTime;
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
}
