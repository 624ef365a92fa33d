using NodaTime;
using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Tests.CashFlows;

public class CashFlowSeriesTests
{
    private static readonly CashFlow First = new(new LocalDate(2025, 1, 1), Money.Cny(-100.10m));
    private static readonly CashFlow Second = new(new LocalDate(2025, 6, 1), Money.Cny(60.20m));
    private static readonly CashFlow Third = new(new LocalDate(2026, 1, 1), Money.Cny(60));

    [Fact]
    public void Flows_AreSortedByDateAndSummedExactly()
    {
        var series = new CashFlowSeries(Currency.Cny, [Third, First, Second]);
        Assert.Equal([First, Second, Third], series);
        Assert.Equal(Money.Cny(20.10m), series.Total);
        Assert.Equal(new CashFlowSeries(Currency.Cny, [Second, Third, First]), series);
    }

    [Fact]
    public void Between_ExcludesTheEnd() =>
        Assert.Equal([First, Second], new CashFlowSeries(Currency.Cny, [Third, First, Second]).Between(First.Date, Third.Date));

    [Fact]
    public void AnotherCurrency_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new CashFlowSeries(Currency.Usd, [First]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CashFlowSeries(Currency.Cny, [First])[1]);
    }
}
