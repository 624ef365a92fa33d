using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Periods;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Benefits;

/// <summary>Two bases are equal where kind and all values are.</summary>
public class BenefitEqualityTests
{
    private static readonly Money One = Money.Cny(1);
    private static readonly Money Two = Money.Cny(2);
    private static readonly Share Some = Share.Percent(18);
    private static readonly Share Less = Share.Percent(15);
    private static readonly AutomatedTask Task = new("t", 2, 1, 1);

    private static void Holds(BenefitBasis value, BenefitBasis same, params BenefitBasis[] others) => EqualityLaw.Holds(value, same, others);

    [Fact]
    public void PlainKinds_CompareEveryValue()
    {
        Holds(new YearlyBenefit(One), new YearlyBenefit(One), new YearlyBenefit(Two), new YearlyBenefit(Money.Usd(1)), new NotMonetizedBenefit("a"));
        Holds(new NotMonetizedBenefit("a"), new NotMonetizedBenefit("a"), new NotMonetizedBenefit("b"));
        Holds(new DatedBenefit([new(Date("2025-01-01"), One)]), new DatedBenefit([new(Date("2025-01-01"), One)]), new DatedBenefit([new(Date("2025-01-02"), One)]));
        Holds(new ExpiryLossBenefit(One, Some), new ExpiryLossBenefit(One, Some), new ExpiryLossBenefit(Two, Some), new ExpiryLossBenefit(One, Less));
        Holds(
            new RevenueUpliftBenefit(One, 0.1m, Some), new RevenueUpliftBenefit(One, 0.1m, Some), new RevenueUpliftBenefit(Two, 0.1m, Some),
            new RevenueUpliftBenefit(One, 0.2m, Some), new RevenueUpliftBenefit(One, 0.1m, Less));
        Holds(
            new SafetyStockBenefit(1, 5, 2, 3, One, 0.1m), new SafetyStockBenefit(1, 5, 2, 3, One, 0.1m), new SafetyStockBenefit(2, 5, 2, 3, One, 0.1m),
            new SafetyStockBenefit(1, 6, 2, 3, One, 0.1m), new SafetyStockBenefit(1, 5, 3, 3, One, 0.1m), new SafetyStockBenefit(1, 5, 2, 4, One, 0.1m),
            new SafetyStockBenefit(1, 5, 2, 3, Two, 0.1m), new SafetyStockBenefit(1, 5, 2, 3, One, 0.2m));
    }

    [Fact]
    public void CustomersAndTasks_CompareEveryValue()
    {
        Holds(
            new CustomerMarginBenefit(1, Some, One), new CustomerMarginBenefit(1, Some, One), new CustomerMarginBenefit(2, Some, One),
            new CustomerMarginBenefit(1, Less, One), new CustomerMarginBenefit(1, Some, Two));
        Holds(
            new RetentionBenefit(1, Some, Less, One), new RetentionBenefit(1, Some, Less, One), new RetentionBenefit(2, Some, Less, One), new RetentionBenefit(1, Share.Whole, Less, One),
            new RetentionBenefit(1, Some, Share.None, One), new RetentionBenefit(1, Some, Less, Two), new RetentionBenefit(1, Some, Less, One, RetentionAccrual.FullYearAtOnce));
        Holds(
            new SatisfactionChainBenefit(2, Share.Percent(1), "a", 1, Some, One), new SatisfactionChainBenefit(2, Share.Percent(1), "a", 1, Some, One),
            new SatisfactionChainBenefit(1, Share.Percent(2), "a", 1, Some, One), new SatisfactionChainBenefit(2, Share.Percent(1), "b", 1, Some, One),
            new SatisfactionChainBenefit(2, Share.Percent(1), "a", 2, Some, One), new SatisfactionChainBenefit(2, Share.Percent(1), "a", 1, Share.Whole, One),
            new SatisfactionChainBenefit(2, Share.Percent(1), "a", 1, Some, Two), new SatisfactionChainBenefit(2, Share.Percent(1), "a", 1, Some, One, RetentionAccrual.SurvivalDifference));
        Holds(
            new TaskTimeBenefit([Task], One, 1, 8), new TaskTimeBenefit([new("t", 2, 1, 1)], One, 1, 8), new TaskTimeBenefit([Task, Task], One, 1, 8),
            new TaskTimeBenefit([Task], Two, 1, 8), new TaskTimeBenefit([Task], One, 2, 8), new TaskTimeBenefit([Task], One, 1, 9),
            new TaskTimeBenefit([Task], One, 1, 8, WorkTimeFactor.China2025));
    }

    [Fact]
    public void EveryKind_HasItsOwnWord()
    {
        BenefitBasis[] bases =
        [
            new YearlyBenefit(One), new NotMonetizedBenefit("a"), new DatedBenefit([new(Date("2025-01-01"), One)]), new ExpiryLossBenefit(One, Some),
            new RevenueUpliftBenefit(One, 0.1m, Some), new SafetyStockBenefit(1, 5, 2, 3, One, 0.1m), new CustomerMarginBenefit(1, Some, One),
            new RetentionBenefit(1, Some, Less, One), new SatisfactionChainBenefit(2, Share.Percent(1), "a", 1, Some, One), new TaskTimeBenefit([Task], One, 1, 8),
        ];
        Assert.Distinct(bases.Select(basis => basis.Kind));
        Assert.All(bases, basis => Assert.Empty(basis.Parameters));
        Assert.All(bases, basis => Refused.Argument("kind", "is one of the library", () => BenefitBasis.Custom(basis.Kind, Currency.Cny, (_, _) => [])));
    }
}
