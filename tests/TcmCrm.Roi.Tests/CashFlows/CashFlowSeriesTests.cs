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
    public void Texts_AreInvariant()
    {
        Assert.Equal("2025-01-01 CNY -100.10", First.ToString());
        Assert.Equal("2 flows, CNY -39.90", new CashFlowSeries(Currency.Cny, [First, Second]).ToString());
    }

    [Fact]
    public void Refusals_NameTheFlowAndTheIndex()
    {
        var series = new CashFlowSeries(Currency.Cny, [First, Second]);
        Refused.Argument("flows", "The flow 2025-01-01 CNY -100.10 is not in USD.", () => new CashFlowSeries(Currency.Usd, [First]));
        Refused.Null("flows", () => new CashFlowSeries(Currency.Usd, null!));
        Refused.OutOfRange("index", "2", "0 to 1", () => series[2]);
        Refused.OutOfRange("index", "-1", "0 to 1", () => series[-1]);
        Assert.Equal((First, Second), (series[0], series[1]));
    }

    [Fact]
    public void Equality_ComparesCurrencyAndFlows()
    {
        EqualityLaw.Holds(
            new CashFlowSeries(Currency.Cny, [First, Second]),
            new CashFlowSeries(Currency.Cny, [Second, First]),
            new CashFlowSeries(Currency.Cny, [First]),
            new CashFlowSeries(Currency.Cny, [First, Third]),
            new CashFlowSeries(Currency.Cny, [First, new(Second.Date, Money.Cny(1))]));
        EqualityLaw.Holds(new CashFlowSeries(Currency.Cny, []), new CashFlowSeries(Currency.Cny, []), new CashFlowSeries(Currency.Usd, []));
    }

    [Fact]
    public void AnotherCurrency_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new CashFlowSeries(Currency.Usd, [First]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CashFlowSeries(Currency.Cny, [First])[1]);
    }

    [Fact]
    public void Index_OutsideIsNamedWithWhatThereIs()
    {
        var one = new CashFlowSeries(Currency.Cny, [new CashFlow(new LocalDate(2025, 1, 1), Money.Cny(1))]);
        Refused.OutOfRange("index", "1", "0 to 0", () => one[1]);
        Refused.OutOfRange("index", "0", "none, the series is empty", () => new CashFlowSeries(Currency.Cny, [])[0]);
    }
}
