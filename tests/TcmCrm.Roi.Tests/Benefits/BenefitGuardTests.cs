using TcmCrm.Roi.Benefits;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Benefits;

/// <summary>What the lines and bases of benefits refuse, with the words that say why; and the last values that they take.</summary>
public class BenefitGuardTests
{
    private static BenefitItem Yearly() => BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "少流失", Money.Cny(120));

    private static BenefitItem InWords() => BenefitItem.NotMonetized(BenefitCategory.Satisfaction, "满意度", "78% 至 86%");

    [Fact]
    public void Item_NamesWhatIsMissing()
    {
        Refused.Argument("name", "must not be blank", () => Yearly().WithName(" "));
        Refused.Null("name", () => Yearly().WithName(null!));
        Refused.Null("basis", () => new BenefitItem("a", BenefitCategory.Retention, null!));
        Refused.Null("profile", () => Yearly().WithProfile(null!));
        Refused.Null("owner", () => Yearly().WithOwner(null!));
        Refused.Null("interval", () => Yearly().WithInterval(null!));
        Refused.Null("draws", () => Yearly().WithPoolDraws(null!));
        Refused.Null("draws", () => Yearly().WithPoolDraws([null!]));
        Refused.Null("draws", () => Yearly().WithPoolDraws(new PoolDraw("p"), null!));
    }

    [Fact]
    public void Item_NamesTheUnknownValue()
    {
        Refused.OutOfRange("evidence", "9", "one of Measured, Estimated, Assumed, NotMonetized", () => Yearly().WithEvidence((Evidence)9));
        string categories = "one of SalesGrowth, Satisfaction, Retention, OperatingCost, DecisionQuality, Loyalty, CrossSell, UpSell, ProcessEfficiency";
        Refused.OutOfRange("category", "9", categories, () => new BenefitItem("a", (BenefitCategory)9, new YearlyBenefit(Money.Cny(1))));
        Refused.OutOfRange("category", "9", categories, () => new BenefitItem("a", (BenefitCategory)9, new NotMonetizedBenefit("b")));
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => Yearly().WithClass((BenefitClass)9)).Message;
        Assert.Contains("class is 9; allowed: one of Cashable, Efficiency, Qualitative.", message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Item_SaysWhyItsPartsDoNotFit()
    {
        Refused.Argument(
            "evidence", "The evidence does not fit: the benefit '少流失' has amounts; allowed: Measured, Estimated, Assumed.", () => Yearly().WithEvidence(Evidence.NotMonetized));
        Refused.Argument(
            "evidence", "The evidence does not fit: the benefit '满意度' is not monetised; allowed: NotMonetised.", () => InWords().WithEvidence(Evidence.Estimated));
        Refused.Argument(
            "class", "The class does not fit: the benefit '少流失' has amounts; allowed: Cashable, Efficiency.", () => Yearly().WithClass(BenefitClass.Qualitative));
        Refused.Argument(
            "class", "The class does not fit: the benefit '满意度' is not monetised; allowed: Qualitative.", () => InWords().WithClass(BenefitClass.Efficiency));
        Refused.Argument(
            "profile",
            "The profile does not fit: the benefit '满意度' is of the kind 'notMonetised', which says itself when it comes; allowed: Immediate.",
            () => InWords().WithProfile(RealizationProfile.Linear(2)));
    }

    [Fact]
    public void Draws_NameEachPoolOnce()
    {
        PoolDraw[] draws = [new("a"), new("b", 1), new("c", 2), new("d")];
        Assert.Equal(draws, Yearly().WithPoolDraws(draws).PoolDraws);
        Refused.Argument(
            "draws", "Two draws name the pool 'b'; allowed: one.", () => Yearly().WithPoolDraws(new("a"), new("b", 1), new("c"), new("b", 2)));
    }

    [Fact]
    public void DatedAmounts_NameTheAmountThatDoesNotFit()
    {
        Refused.Argument("flows", "At least one dated amount is needed.", () => new DatedBenefit([]));
        Refused.Argument(
            "flows", "The amount 2025-03-02 XXX 0 has no currency.",
            () => new DatedBenefit([new(Date("2025-03-01"), Money.Cny(1)), new(Date("2025-03-02"), default)]));
    }

    [Fact]
    public void Tasks_SayHowMuchLongerTheyTake()
    {
        // (1 - 2) minutes x 6,000 x 12 / 60.
        Refused.Argument(
            "tasks", "The tasks take 1,200 hours a year longer than before; that is a cost.",
            () => new TaskTimeBenefit([new("a", 1, 2, 6000)], Money.Cny(1), 1, 1984));
        Refused.Argument("tasks", "At least one task is needed.", () => new TaskTimeBenefit([], Money.Cny(1), 1, 1984));
        Refused.Null("tasks", () => new TaskTimeBenefit([null!], Money.Cny(1), 1, 1984));
        Refused.OutOfRange("hoursPerPersonYear", "8784.5", "more than 0 and at most 8784", () => new TaskTimeBenefit([new("a", 2, 1, 1)], Money.Cny(1), 1, 8784.5m));
        Refused.OutOfRange("people", "0", "from 1 to 10000000", () => new TaskTimeBenefit([new("a", 2, 1, 1)], Money.Cny(1), 0, 8));

        // As much saved as added is no cost.
        Assert.Equal(Money.Cny(0), new TaskTimeBenefit([new("a", 2, 1, 10), new("b", 1, 2, 10)], Money.Cny(1), 1, 8784).AmountPerYear);
    }

    [Fact]
    public void SafetyStock_NamesTheFactorThatIsOutside()
    {
        const decimal Most = 1_000_000_000_000;
        Assert.Equal(Most, new SafetyStockBenefit(1, Most, 0, 1, Money.Cny(1), 1).ReleasedUnits);
        Assert.Equal(Money.Cny(0), new SafetyStockBenefit(10, 5, 5, 120, Money.Cny(1), 10).AmountPerYear);
        Refused.OutOfRange("errorBefore", "1000000000001", "from 0 to 1000000000000", () => new SafetyStockBenefit(1, Most + 1, 0, 1, Money.Cny(1), 1));
        Refused.OutOfRange("errorBefore", "-1", "from 0 to 1000000000000", () => new SafetyStockBenefit(1, -1, 0, 1, Money.Cny(1), 1));
        Refused.OutOfRange("errorAfter", "5.5", "from 0 to 5", () => new SafetyStockBenefit(1, 5, 5.5m, 1, Money.Cny(1), 1));
        Refused.OutOfRange("serviceFactor", "10.1", "from 0 to 10", () => new SafetyStockBenefit(10.1m, 1, 1, 1, Money.Cny(1), 1));
        Refused.OutOfRange("leadTimeMonths", "120.1", "from 0 to 120", () => new SafetyStockBenefit(1, 1, 1, 120.1m, Money.Cny(1), 1));
        Refused.OutOfRange("carryingRatePerYear", "10.1", "from 0 to 10", () => new SafetyStockBenefit(1, 1, 1, 1, Money.Cny(1), 10.1m));
        Refused.OutOfRange("unitCost", "-1", "from 0 to 1000000000000000", () => new SafetyStockBenefit(1, 1, 1, 1, Money.Cny(-1), 1));
    }

    [Fact]
    public void Churn_DoesNotRise()
    {
        Assert.Equal(0, new RetentionBenefit(10, Share.Percent(15), Share.Percent(15), Money.Cny(1)).CustomersSavedPerYear);
        Refused.OutOfRange(
            "churnAfter", "15.1%", "0% to the churn before, 15%", () => new RetentionBenefit(10, Share.Percent(15), Share.Percent(15.1m), Money.Cny(1)));
        Refused.OutOfRange("customers", "-1", "0 or more", () => new RetentionBenefit(-1, Share.Percent(15), Share.Percent(10), Money.Cny(1)));
    }

    [Fact]
    public void SatisfactionChain_SavesAtMostTheChurnThereWas()
    {
        Assert.Equal(Share.None, new SatisfactionChainBenefit(9, Share.Percent(2), "own data", 10, Share.Percent(18), Money.Cny(1)).ChurnAfter);
        Refused.OutOfRange(
            "pointsGained", "9.5", "points x retention a point up to the churn before, 18%; they give 19%",
            () => new SatisfactionChainBenefit(9.5m, Share.Percent(2), "own data", 10, Share.Percent(18), Money.Cny(1)));
        Assert.Equal(200, new SatisfactionChainBenefit(200, Share.None, "own data", 10, Share.Percent(18), Money.Cny(1)).PointsGained);
        Refused.OutOfRange(
            "pointsGained", "201", "from 0 to 200", () => new SatisfactionChainBenefit(201, Share.None, "own data", 10, Share.Percent(18), Money.Cny(1)));
        Refused.Argument("linkSource", "must not be blank", () => new SatisfactionChainBenefit(1, Share.None, " ", 10, Share.Percent(18), Money.Cny(1)));
    }

    [Fact]
    public void ImpliedDraws_AreOfTheirOwnKindOnly()
    {
        (BenefitBasis Basis, ValuePoolKind Own, decimal Draw)[] bases =
        [
            (new RevenueUpliftBenefit(Money.Cny(500), 0.1m, Share.Whole), ValuePoolKind.Revenue, 500),
            (new TaskTimeBenefit([new("a", 12, 4, 900)], Money.Cny(85), 2, 1984), ValuePoolKind.Hours, 1440),
            (new CustomerMarginBenefit(3200, Share.Percent(5), Money.Cny(9)), ValuePoolKind.Customers, 160),
            (new RetentionBenefit(3200, Share.Percent(18), Share.Percent(15), Money.Cny(9)), ValuePoolKind.Customers, 96),
            (new SatisfactionChainBenefit(2, Share.Percent(1), "x", 100, Share.Percent(18), Money.Cny(9)), ValuePoolKind.Customers, 2),
        ];
        Assert.All(bases, entry => Assert.All(Enum.GetValues<ValuePoolKind>(), kind =>
            Assert.Equal(kind == entry.Own ? entry.Draw : null, entry.Basis.ImpliedDraw(kind))));
    }
}
