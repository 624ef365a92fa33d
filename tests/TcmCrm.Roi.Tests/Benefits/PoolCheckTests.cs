using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Benefits;

public class PoolCheckTests
{
    private static readonly ValuePool East = ValuePool.Revenue("east", "华东销售", Money.Cny(60_000_000));

    private static BenefitItem Uplift(string name, decimal revenue, params PoolDraw[] draws) =>
        SalesGrowth.Uplift(name, Money.Cny(revenue), 0.04m, Share.Percent(42)).WithPoolDraws(draws);

    [Fact]
    public void SameRevenueTwice_IsReportedWithNamesAndExcess()
    {
        IReadOnlyList<Message> warnings = PoolCheck.Warnings([East], [Uplift("赢单率", 60_000_000, new PoolDraw("east")), Uplift("拜访", 25_000_000, new PoolDraw("east"))]);
        Assert.Equal(["poolOverdrawn", "poolAttributionAboveWhole"], warnings.Select(warning => warning.Code));
        Assert.Equal(["赢单率", "拜访"], warnings[0].Subjects);
        Assert.Equal(Money.Cny(25_000_000), warnings[0].Find("excess")!.Value);
        Assert.Contains("超出的25,000,000.00元可能重复计算", Language.Of("zh").Say(warnings[0]), StringComparison.Ordinal);
        Assert.Equal(85 / 60m, (decimal)warnings[1].Find("share")!.Value, 10);
    }

    [Fact]
    public void SharedAttribution_StillOverdrawsThePool()
    {
        BenefitItem[] items =
        [
            Uplift("a", 60_000_000, new PoolDraw("east")).WithAttribution(Share.Percent(50)),
            Uplift("b", 60_000_000, new PoolDraw("east")).WithAttribution(Share.Percent(50)),
        ];
        Assert.Equal("poolOverdrawn", Assert.Single(PoolCheck.Warnings([East], items)).Code);
    }

    [Fact]
    public void DrawsWithinThePool_AreFine()
    {
        Assert.Empty(PoolCheck.Warnings([East], [Uplift("a", 30_000_000, new PoolDraw("east")), Uplift("b", 30_000_000, new PoolDraw("east"))]));
        Assert.Empty(PoolCheck.Warnings([East], [Uplift("a", 60_000_000, new PoolDraw("east")), Uplift("b", 50_000_000)]));
    }

    [Fact]
    public void StatedDraw_GoesBeforeTheImpliedOne() =>
        Assert.Empty(PoolCheck.Warnings([East], [Uplift("a", 60_000_000, new PoolDraw("east")), Uplift("b", 60_000_000, new PoolDraw("east", 0))]));

    [Fact]
    public void OneItemAbovePool_IsReportedAlone()
    {
        Message warning = Assert.Single(PoolCheck.Warnings([East], [Uplift("a", 80_000_000, new PoolDraw("east"))]));
        Assert.Equal(("drawAbovePool", "a"), (warning.Code, Assert.Single(warning.Subjects)));
    }

    [Fact]
    public void Hours_OfTwoBenefitsAreAdded()
    {
        ValuePool hours = ValuePool.Hours("assistants", "内勤工时", 3000);
        BenefitItem a = OperatingCostReduction.FromTasks("录单", [new("录单", 12, 4, 1000)], Money.Cny(85), 20, 1984).WithPoolDraws(new PoolDraw("assistants"));
        BenefitItem b = LongTermGain.ProcessEfficiency("报表", [new("报表", 90, 0, 100)], Money.Cny(85), 20, 1984).WithPoolDraws(new PoolDraw("assistants"));

        // 1,600 + 1,800 hours.
        Message warning = PoolCheck.Warnings([hours], [a, b])[0];
        Assert.Equal("poolOverdrawn", warning.Code);
        Assert.Contains("3,400 hours", Language.Of("en").Say(warning), StringComparison.Ordinal);
        Assert.Contains("400 hours may be counted twice", Language.Of("en").Say(warning), StringComparison.Ordinal);
    }

    [Fact]
    public void LostCustomers_CannotBeSavedTwice()
    {
        // 18 % of 3,200 leave: 576. Retention saves 320, satisfaction 288.
        ValuePool lost = ValuePool.Customers("lost", "年流失客户", 576);
        BenefitItem retention = RetentionGain.Of("预警", new CustomerBase(3200, Share.Percent(18), Money.Cny(4500)), Share.Percent(8)).WithPoolDraws(new PoolDraw("lost"));
        BenefitItem satisfaction = SatisfactionGain.ByRetention("满意度", new CustomerBase(3200, Share.Percent(18), Money.Cny(4500)), 9, Share.Percent(1), "x").WithPoolDraws(new PoolDraw("lost"));
        Message warning = PoolCheck.Warnings([lost], [retention, satisfaction])[0];
        Assert.Contains("32 customers may be counted twice", Language.Of("en").Say(warning), StringComparison.Ordinal);
        Assert.Contains("32户可能重复计算", Language.Of("zh").Say(warning), StringComparison.Ordinal);
    }

    [Fact]
    public void SatisfactionChainBesideRetention_NeedsACommonPool()
    {
        BenefitItem retention = RetentionGain.Of("预警", new CustomerBase(3200, Share.Percent(18), Money.Cny(4500)), Share.Percent(15));
        BenefitItem chain = SatisfactionGain.ByRetention("满意度", new CustomerBase(3200, Share.Percent(18), Money.Cny(4500)), 8, Share.Of(0.0025m), "x");
        Message warning = Assert.Single(PoolCheck.Warnings([], [retention, chain]));
        Assert.Equal("satisfactionAndRetention", warning.Code);
        Assert.Equal(["满意度", "预警"], warning.Subjects);
        Assert.Empty(PoolCheck.Warnings([], [chain]));

        BenefitItem members = SatisfactionGain.ByRetention("会员满意度", new CustomerBase(9000, Share.Percent(18), Money.Cny(260)), 8, Share.Of(0.0025m), "x");
        Assert.Empty(PoolCheck.Warnings([], [retention, members]));

        ValuePool lost = ValuePool.Customers("lost", "年流失客户", 576);
        PoolDraw draw = new("lost");
        Assert.Empty(PoolCheck.Warnings([lost], [retention.WithPoolDraws(draw), chain.WithPoolDraws(draw)]));
    }

    public static TheoryData<string, BenefitItem, BenefitItem, bool> Pairs => new()
    {
        { "one revenue, two uplifts", SalesGrowth.Uplift("a", Money.Cny(1000), 0.1m, Share.Percent(42)), SalesGrowth.Uplift("b", Money.Cny(1000), 0.2m, Share.Percent(40)), true },
        { "two revenues", SalesGrowth.Uplift("a", Money.Cny(1000), 0.1m, Share.Percent(42)), SalesGrowth.Uplift("b", Money.Cny(1001), 0.1m, Share.Percent(42)), false },
        { "two currencies", SalesGrowth.Uplift("a", Money.Cny(1000), 0.1m, Share.Percent(42)), SalesGrowth.Uplift("b", Money.Usd(1000), 0.1m, Share.Percent(42)), false },
        { "a loss", SalesGrowth.Uplift("a", Money.Cny(1000), 0.1m, Share.Percent(42)), SalesGrowth.Uplift("b", Money.Cny(1000), -0.1m, Share.Percent(42)), false },
        {
            "one list of customers", RetentionGain.Of("a", new CustomerBase(3200, Share.Percent(18), Money.Cny(4500)), Share.Percent(15)),
            RetentionGain.Of("b", new CustomerBase(3200, Share.Percent(18), Money.Cny(4000)), Share.Percent(16)), true
        },
        { "one loss from expiry", DecisionQuality.ExpiryLoss("a", Money.Cny(500), Share.Percent(10)), DecisionQuality.ExpiryLoss("b", Money.Cny(500), Share.Percent(20)), true },
        {
            "a line copied", OperatingCostReduction.FromTasks("a", [new("t", 12, 4, 90)], Money.Cny(85), 2, 1984),
            OperatingCostReduction.FromTasks("b", [new("t", 12, 4, 90)], Money.Cny(85), 2, 1984), true
        },
        {
            "other tasks", OperatingCostReduction.FromTasks("a", [new("t", 12, 4, 90)], Money.Cny(85), 2, 1984),
            OperatingCostReduction.FromTasks("b", [new("u", 12, 4, 90)], Money.Cny(85), 2, 1984), false
        },
        { "round amounts", BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "a", Money.Cny(100)), BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "b", Money.Cny(100)), false },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void LinesOnOneBase_NeedACommonPool(string what, BenefitItem first, BenefitItem second, bool isTwice)
    {
        Assert.NotEmpty(what);
        Message[] warnings = [.. PoolCheck.Warnings([], [first, second])];
        Assert.Equal(isTwice ? ["countedTwice"] : [], warnings.Select(warning => warning.Code));
        Assert.All(warnings, warning => Assert.Equal(["a", "b"], warning.Subjects));

        PoolDraw draw = new("common", 0);
        Assert.DoesNotContain(
            PoolCheck.Warnings([ValuePool.Revenue("common", "common", Money.Cny(1))], [first.WithPoolDraws(draw), second.WithPoolDraws(draw)]), warning => warning.Code == "countedTwice");
    }

    [Fact]
    public void UnknownPoolAndUnstatedDraw_AreReported()
    {
        BenefitItem plain = BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "a", Money.Cny(1));
        Assert.Equal("poolUnknown", Assert.Single(PoolCheck.Warnings([], [plain.WithPoolDraws(new PoolDraw("east", 1))])).Code);
        Assert.Equal("poolDrawUnstated", Assert.Single(PoolCheck.Warnings([East], [plain.WithPoolDraws(new PoolDraw("east"))])).Code);
        BenefitItem dollars = SalesGrowth.Uplift("b", Money.Usd(1), 0.1m, Share.Percent(42)).WithPoolDraws(new PoolDraw("east"));
        Assert.Equal("poolDrawUnstated", Assert.Single(PoolCheck.Warnings([East], [dollars])).Code);
    }

    public static TheoryData<string, BenefitItem> Implausible => new()
    {
        { "hoursAboveCapacity", OperatingCostReduction.FromTasks("a", [new("t", 12, 4, 9000)], Money.Cny(85), 2, 1984) },
        { "upliftAboveWhole", SalesGrowth.Uplift("a", Money.Cny(1), 1.01m, Share.Percent(42)) },
        { "marginOfWhole", SalesGrowth.Uplift("a", Money.Cny(1), 0.5m, Share.Whole) },
        { "churnOfZero", RetentionGain.Of("a", new CustomerBase(1, Share.Percent(18), Money.Cny(1)), Share.None) },
        { "churnOfZero", SatisfactionGain.ByRetention("a", new CustomerBase(1, Share.Percent(18), Money.Cny(1)), 18, Share.Percent(1), "x") },
        { "expiryLossOfZero", DecisionQuality.ExpiryLoss("a", Money.Cny(1), Share.Whole) },
        { "satisfactionWithoutChain", BenefitItem.OfYearlyAmount(BenefitCategory.Satisfaction, "a", Money.Cny(1)) },
        { "marginNotShown", BenefitItem.OfAmounts(BenefitCategory.SalesGrowth, "a", [new(new(2025, 1, 1), Money.Cny(1))]) },
        { "everyCustomerBuys", LongTermGain.CrossSell("a", 1, Share.Whole, Money.Cny(1)) },
    };

    [Theory]
    [MemberData(nameof(Implausible))]
    public void SingleItems_AreExaminedByTheirOwnFigures(string code, BenefitItem item)
    {
        Message warning = Assert.Single(PoolCheck.Warnings([], [item]));
        Assert.Equal((code, "a"), (warning.Code, Assert.Single(warning.Subjects)));
    }

    [Fact]
    public void PlausibleItems_GiveNoWarning() =>
        Assert.Empty(PoolCheck.Warnings(
            [],
            [
                OperatingCostReduction.FromTasks("a", [new("t", 12, 4, 900)], Money.Cny(85), 2, 1984),
                SalesGrowth.Uplift("a", Money.Cny(1), 1, Share.Percent(99)),
                RetentionGain.Of("a", new CustomerBase(1, Share.None, Money.Cny(1)), Share.None),
                SatisfactionGain.NotMonetized("a", "b"),
            ]));

    [Fact]
    public void WrongArguments_Throw()
    {
        Assert.Throws<ArgumentException>(() => PoolCheck.Warnings([East, ValuePool.Hours("east", "x", 1)], []));
        Assert.Throws<ArgumentNullException>(() => PoolCheck.Warnings(null!, []));
        Assert.Throws<ArgumentNullException>(() => PoolCheck.Warnings([], null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => ValuePool.Hours("a", "b", -1));
        Assert.Throws<ArgumentException>(() => ValuePool.Hours(" ", "b", 1));
    }
}
