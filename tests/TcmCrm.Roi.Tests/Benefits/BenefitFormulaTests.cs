using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Periods;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Benefits;

/// <summary>The yearly amounts of the run-rate formulas, by hand.</summary>
public class BenefitFormulaTests
{
    [Fact]
    public void SalesUplift_CountsMarginOnly()
    {
        // 60 million x 4 % x 42 %.
        var benefit = new RevenueUpliftBenefit(Money.Cny(60_000_000), 0.04m, Share.Percent(42));
        Assert.Equal(Money.Cny(1_008_000), benefit.AmountPerYear);
        Assert.Equal(60_000_000, benefit.ImpliedDraw(ValuePoolKind.Revenue));
        Assert.Equal((Date("2025-01-31"), 84_000m), Of(benefit, Case("2025-01-01")).Flows[0]);
    }

    [Fact]
    public void Tasks_AreHoursTimesRate()
    {
        // Orders: 8 minutes x 900 x 12 / 60 = 1,440 h; e-mails: 3 x 2,000 x 12 / 60 = 1,200 h; new upkeep: -5 x 100 x 12 / 60 = -100 h.
        AutomatedTask[] tasks = [new("录单", 12, 4, 900), new("邮件", 3, 0, 2000), new("数据维护", 0, 5, 100)];
        var benefit = new TaskTimeBenefit(tasks, Money.Cny(85), people: 20, hoursPerPersonYear: 1984);
        Assert.Equal((2540m, 39_680m, 2540m), (benefit.HoursSavedPerYear, benefit.CapacityHoursPerYear, benefit.CountedHoursPerYear));
        Assert.Equal(Money.Cny(215_900), benefit.AmountPerYear);
        Assert.Equal(2540, benefit.ImpliedDraw(ValuePoolKind.Hours));
        Assert.Equal(
            Math.Round(215_900m * 21.75m / 20.67m, 6),
            Math.Round(new TaskTimeBenefit(tasks, Money.Cny(85), 20, 1984, WorkTimeFactor.China2025).AmountPerYear.Amount, 6));
    }

    [Fact]
    public void Tasks_AreCappedByCapacity()
    {
        var benefit = new TaskTimeBenefit([new("录单", 12, 4, 9000)], Money.Cny(85), people: 2, hoursPerPersonYear: 1984);
        Assert.Equal((14_400m, 3968m), (benefit.HoursSavedPerYear, benefit.CountedHoursPerYear));
        Assert.Equal(Money.Cny(3968 * 85), benefit.AmountPerYear);
    }

    [Fact]
    public void SafetyStock_IsTheTextbookForm()
    {
        // 1.645 x (800 - 600) x sqrt(2.25) = 493.5 units; x 120 x 12 % = 7,106.40 a year.
        var benefit = new SafetyStockBenefit(1.645m, 800, 600, 2.25m, Money.Cny(120), 0.12m);
        Assert.Equal(493.5m, benefit.ReleasedUnits);
        Assert.Equal(Money.Cny(7106.4m), benefit.AmountPerYear);

        // sqrt(2) to twelve decimals.
        Assert.Equal(1.414213562373m, new SafetyStockBenefit(1, 1, 0, 2, Money.Cny(1), 1).ReleasedUnits);
    }

    [Fact]
    public void ExpiryLoss_IsThePartAvoided() =>
        Assert.Equal(Money.Cny(90_000), new ExpiryLossBenefit(Money.Cny(360_000), Share.Percent(25)).AmountPerYear);

    [Fact]
    public void CustomerMargin_IsTheAdditionalRateOnly()
    {
        var benefit = new CustomerMarginBenefit(3200, Share.Percent(5), Money.Cny(1500));
        Assert.Equal(Money.Cny(240_000), benefit.AmountPerYear);
        Assert.Equal(160, benefit.ImpliedDraw(ValuePoolKind.Customers));
    }

    [Fact]
    public void WrongArguments_Throw()
    {
        AutomatedTask task = new("a", 2, 1, 10);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RevenueUpliftBenefit(Money.Cny(-1), 0.1m, Share.Whole));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RevenueUpliftBenefit(Money.Cny(1), -1.1m, Share.Whole));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RevenueUpliftBenefit(Money.Cny(1), 100.1m, Share.Whole));
        Assert.Throws<ArgumentException>(() => new TaskTimeBenefit([], Money.Cny(1), 1, 1000));
        Assert.Throws<ArgumentNullException>(() => new TaskTimeBenefit([null!], Money.Cny(1), 1, 1000));
        Assert.Throws<ArgumentException>(() => new TaskTimeBenefit([new("a", 1, 2, 10)], Money.Cny(1), 1, 1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TaskTimeBenefit([task], Money.Cny(-1), 1, 1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TaskTimeBenefit([task], Money.Cny(1), 0, 1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TaskTimeBenefit([task], Money.Cny(1), 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TaskTimeBenefit([task], Money.Cny(1), 1, 8785));
        Assert.Throws<ArgumentException>(() => new AutomatedTask(" ", 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AutomatedTask("a", -1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SafetyStockBenefit(1, 1, 2, 1, Money.Cny(1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SafetyStockBenefit(11, 1, 1, 1, Money.Cny(1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SafetyStockBenefit(1, 1, 1, 121, Money.Cny(1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SafetyStockBenefit(1, 1, 1, 1, Money.Cny(1), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExpiryLossBenefit(Money.Cny(-1), Share.Whole));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CustomerMarginBenefit(-1, Share.Whole, Money.Cny(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CustomerMarginBenefit(1, Share.Whole, Money.Cny(-1)));
    }
}
