using TcmCrm.Roi.Benefits;

namespace TcmCrm.Roi.Tests.Benefits;

/// <summary>Equality, texts and guards of the small values of benefits.</summary>
public class BenefitValueTests
{
    [Fact]
    public void Task_ComparesEveryMember()
    {
        EqualityLaw.Holds(
            new AutomatedTask("录单", 12, 4, 900),
            new AutomatedTask("录单", 12, 4, 900),
            new AutomatedTask("邮件", 12, 4, 900),
            new AutomatedTask("录单", 13, 4, 900),
            new AutomatedTask("录单", 12, 5, 900),
            new AutomatedTask("录单", 12, 4, 901));
        Assert.Equal("data entry: 12.5 to 4 minutes, 900 times a month", new AutomatedTask("data entry", 12.5m, 4, 900).ToString());
    }

    [Fact]
    public void Task_TakesEachNumberUpToItsEnds()
    {
        Assert.Equal((0m, 100_000m), (new AutomatedTask("a", 0, 100_000, 0).MinutesBefore, new AutomatedTask("a", 0, 100_000, 0).MinutesAfter));
        Assert.Equal(1_000_000_000_000m, new AutomatedTask("a", 100_000, 0, 1_000_000_000_000).TimesPerMonth);
        Refused.OutOfRange("minutesBefore", "100000.1", "from 0 to 100000", () => new AutomatedTask("a", 100_000.1m, 0, 0));
        Refused.OutOfRange("minutesAfter", "-0.1", "from 0 to 100000", () => new AutomatedTask("a", 0, -0.1m, 0));
        Refused.OutOfRange("timesPerMonth", "1000000000001", "from 0 to 1000000000000", () => new AutomatedTask("a", 0, 0, 1_000_000_000_001));
        Refused.Argument("name", "must not be blank", () => new AutomatedTask("\t", 0, 0, 0));
    }

    [Fact]
    public void Interval_ComparesEveryMember()
    {
        EqualityLaw.Holds(
            new BenefitInterval(0.7m, 1.2m, Share.Percent(95)),
            new BenefitInterval(0.7m, 1.2m, Share.Percent(95)),
            new BenefitInterval(0.6m, 1.2m, Share.Percent(95)),
            new BenefitInterval(0.7m, 1.3m, Share.Percent(95)),
            new BenefitInterval(0.7m, 1.2m, Share.Percent(90)));
        Assert.Equal("x 0.7 to x 1.2 at 95%", new BenefitInterval(0.7m, 1.2m, Share.Percent(95)).ToString());
    }

    [Fact]
    public void Interval_HoldsTheEstimateAndAConfidenceInside()
    {
        // The estimate itself, a ratio of 1, is the last allowed end on either side.
        var point = new BenefitInterval(1, 1, Share.Of(0.001m));
        Assert.Equal((1m, 1m, 0.001m), (point.LowerRatio, point.UpperRatio, point.Confidence.Value));
        Refused.OutOfRange("lowerRatio", "1.01", "from -1000000 to 1", () => new BenefitInterval(1.01m, 2, Share.Percent(95)));
        Refused.OutOfRange("upperRatio", "0.99", "from 1 to 1000000", () => new BenefitInterval(0, 0.99m, Share.Percent(95)));
        Refused.OutOfRange("confidence", "0%", "above 0 % and below 100 %", () => new BenefitInterval(0, 1, Share.None));
        Refused.OutOfRange("confidence", "100%", "above 0 % and below 100 %", () => new BenefitInterval(0, 1, Share.Whole));
    }

    [Fact]
    public void Draw_ComparesPoolAndAmount()
    {
        EqualityLaw.Holds(new PoolDraw("p", 5), new PoolDraw("p", 5.0m), new PoolDraw("q", 5), new PoolDraw("p", 6), new PoolDraw("p"));
        EqualityLaw.Holds(new PoolDraw("p"), new PoolDraw("p"), new PoolDraw("q"), new PoolDraw("p", 0));
        Assert.Equal("sales-hours: 1200.5", new PoolDraw("sales-hours", 1200.5m).ToString());
        Assert.Equal("sales-hours: by its basis", new PoolDraw("sales-hours").ToString());
        Assert.Equal(0, new PoolDraw("p", 0).AmountPerYear);
        Refused.OutOfRange("amountPerYear", "-0.01", "from 0 to 1000000000000000", () => new PoolDraw("p", -0.01m));
        Refused.Argument("poolId", "must not be blank", () => new PoolDraw(" "));
    }

    [Fact]
    public void Pool_NamesItsUnit()
    {
        EqualityLaw.Holds(
            ValuePool.Hours("h", "a", 1), ValuePool.Hours("h", "a", 1.0m), ValuePool.Hours("i", "a", 1), ValuePool.Hours("h", "b", 1), ValuePool.Hours("h", "a", 2),
            ValuePool.Customers("h", "a", 1), ValuePool.Revenue("h", "a", Money.Cny(1)));
        EqualityLaw.Holds(ValuePool.Revenue("h", "a", Money.Cny(1)), ValuePool.Revenue("h", "a", Money.Cny(1)), ValuePool.Revenue("h", "a", Money.Usd(1)));
        Assert.Equal("sales-hours: 41000 Hours a year", ValuePool.Hours("sales-hours", "销售工时", 41_000).ToString());
        Assert.Equal("east: 60000000 Revenue a year", ValuePool.Revenue("east", "华东", Money.Usd(60_000_000)).ToString());
        Assert.Equal("lost: 576.5 Customers a year", ValuePool.Customers("lost", "流失", 576.5m).ToString());
        Assert.Equal((Currency.Usd, Currency.None), (ValuePool.Revenue("east", "华东", Money.Usd(1)).Currency, ValuePool.Customers("lost", "流失", 1).Currency));
    }
}
