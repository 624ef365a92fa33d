using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Benefits;

/// <summary>The whole texts of the warnings of pools, in both languages, and the values at which each begins.</summary>
public class PoolCheckTextTests
{
    private static BenefitItem Yearly(string name, params PoolDraw[] draws) =>
        BenefitItem.OfYearlyAmount(BenefitCategory.Retention, name, Money.Cny(1)).WithPoolDraws(draws);

    private static void Says(Message warning, string code, string english, string chinese)
    {
        Assert.Equal(code, warning.Code);
        Assert.Equal(english, Language.Of("en").Say(warning));
        Assert.Equal(chinese, Language.Of("zh").Say(warning));
    }

    [Fact]
    public void OverdrawnHours_AreTold()
    {
        ValuePool pool = ValuePool.Hours("assistants", "内勤工时", 3000);
        IReadOnlyList<Message> warnings = PoolCheck.Warnings(
            [pool], [Yearly("录单", new PoolDraw("assistants", 1600)), Yearly("报表", new PoolDraw("assistants", 1800.5m))]);
        Assert.Equal(2, warnings.Count);
        Says(
            warnings[0], "poolOverdrawn",
            "'录单', '报表' together draw 3,400.5 hours a year from the pool '内勤工时', which holds 3,000 hours: 400.5 hours may be counted twice.",
            "“录单”、“报表”合计每年占用价值池“内勤工时”3,400.5工时，超过其总量3,000工时，超出的400.5工时可能重复计算。");
        Says(
            warnings[1], "poolAttributionAboveWhole",
            "'录单', '报表' attribute 3,400.5 hours a year of the pool '内勤工时' to the CRM, more than all of it (113.4%).",
            "“录单”、“报表”按归因比例折算后每年仍有3,400.5工时归因于CRM，超过价值池“内勤工时”的全部（113.4%）。");
        Assert.All(warnings, warning => Assert.Equal(["录单", "报表"], warning.Subjects));
    }

    [Fact]
    public void APoolOfNothing_IsExceededWithoutAPercentage()
    {
        ValuePool pool = ValuePool.Customers("lost", "年流失客户", 0);
        IReadOnlyList<Message> warnings = PoolCheck.Warnings([pool], [Yearly("a", new PoolDraw("lost", 2)), Yearly("b", new PoolDraw("lost", 3))]);
        Assert.Equal(["drawAbovePool", "drawAbovePool", "poolOverdrawn", "poolAttributionAboveWhole"], warnings.Select(warning => warning.Code));
        Says(
            warnings[0], "drawAbovePool",
            "'a' alone draws 2 customers a year from the pool '年流失客户', which holds 0 customers.",
            "“a”单项每年占用价值池“年流失客户”2户，超过其总量0户。");
        Says(
            warnings[3], "poolAttributionAboveWhole",
            "'a', 'b' attribute 5 customers a year of the pool '年流失客户' to the CRM, which holds nothing.",
            "“a”、“b”按归因比例折算后每年仍有5户归因于CRM，而价值池“年流失客户”为空。");
    }

    [Fact]
    public void ABenefitThatDrawsNothing_IsNoneOfThoseCountedTwice()
    {
        ValuePool pool = ValuePool.Hours("h", "工时", 100);
        BenefitItem nothing = Yearly("nothing", new PoolDraw("h", 0));
        Message alone = Assert.Single(PoolCheck.Warnings([pool], [Yearly("all", new PoolDraw("h", 101)), nothing]));
        Assert.Equal(("drawAbovePool", "all"), (alone.Code, Assert.Single(alone.Subjects)));
        IReadOnlyList<Message> shared = PoolCheck.Warnings([pool], [Yearly("a", new PoolDraw("h", 60)), nothing, Yearly("b", new PoolDraw("h", 41))]);
        Assert.Equal(["a", "b"], shared[0].Subjects);
    }

    [Fact]
    public void DrawsUpToTheWholePool_AreFine()
    {
        ValuePool pool = ValuePool.Hours("h", "工时", 100);
        Assert.Empty(PoolCheck.Warnings([pool], [Yearly("a", new PoolDraw("h", 100))]));
        Assert.Empty(PoolCheck.Warnings([pool], [Yearly("a", new PoolDraw("h", 60)), Yearly("b", new PoolDraw("h", 40))]));

        // 200 hours of which half is due to the CRM: overdrawn, yet not more than the whole attributed.
        BenefitItem half = Yearly("a", new PoolDraw("h", 100)).WithAttribution(Share.Percent(50));
        Assert.Equal("poolOverdrawn", Assert.Single(PoolCheck.Warnings([pool], [half, half.WithName("b")])).Code);
    }

    [Fact]
    public void RevenueText_NamesTheCurrency()
    {
        ValuePool pool = ValuePool.Revenue("east", "华东", Money.Usd(1000));
        Says(
            Assert.Single(PoolCheck.Warnings([pool], [SalesGrowth.Uplift("a", Money.Usd(1500), 0.1m, Share.Percent(40)).WithPoolDraws(new PoolDraw("east"))])),
            "drawAbovePool",
            "'a' alone draws USD 1,500.00 a year from the pool '华东', which holds USD 1,000.00.",
            "“a”单项每年占用价值池“华东”1,500.00美元，超过其总量1,000.00美元。");
    }

    [Fact]
    public void OneOfSeveralCommonPools_IsEnoughForChainAndRetention()
    {
        BenefitItem retention = RetentionGain.Of("预警", new CustomerBase(3200, Share.Percent(18), Money.Cny(4500)), Share.Percent(15));
        BenefitItem chain = SatisfactionGain.ByRetention("满意度", new CustomerBase(3200, Share.Percent(18), Money.Cny(4500)), 8, Share.Of(0.0025m), "x");
        ValuePool[] pools = [ValuePool.Customers("lost", "年流失客户", 576), ValuePool.Customers("members", "会员", 576)];
        PoolDraw lost = new("lost", 1);
        PoolDraw members = new("members", 1);
        Assert.Empty(PoolCheck.Warnings(pools, [retention.WithPoolDraws(lost, members), chain.WithPoolDraws(lost)]));
        Assert.Empty(PoolCheck.Warnings(pools, [retention.WithPoolDraws(lost), chain.WithPoolDraws(members, lost)]));
        Assert.Equal(
            "satisfactionAndRetention", Assert.Single(PoolCheck.Warnings(pools, [retention.WithPoolDraws(members), chain.WithPoolDraws(lost)])).Code);
    }

    [Fact]
    public void PoolsOfOneIdentifier_AreRefused() =>
        Refused.Argument(
            "pools", "Two pools have the identifier 'east'; allowed: one.",
            () => PoolCheck.Warnings([ValuePool.Hours("east", "a", 1), ValuePool.Hours("west", "b", 1), ValuePool.Customers("east", "c", 1)], []));

    [Fact]
    public void SingleItems_AreImplausibleOnlyBeyondTheirOwnLimit()
    {
        // Hours saved a year: 10 minutes x 12 / 60 = 2 for each time a month; 500 times fill two people's 500 hours each.
        BenefitItem Tasks(decimal times) => OperatingCostReduction.FromTasks("a", [new("t", 10, 0, times)], Money.Cny(85), 2, 500);
        Assert.Empty(PoolCheck.Warnings([], [Tasks(500)]));
        Says(
            Assert.Single(PoolCheck.Warnings([], [Tasks(501)])), "hoursAboveCapacity",
            "'a' saves 1,002 hours a year, but 2 people work 1,000; only these are counted.",
            "“a”每年节省1,002工时，超过2人的总工时1,000工时；仅按总工时计算。");

        BenefitItem[] plausible =
        [
            LongTermGain.CrossSell("no customers", 0, Share.Whole, Money.Cny(1)),
            LongTermGain.CrossSell("a part of them", 10, Share.Percent(99), Money.Cny(1)),
            DecisionQuality.ExpiryLoss("no loss", Money.Cny(0), Share.Whole),
            DecisionQuality.ExpiryLoss("a part of it", Money.Cny(1), Share.Percent(99)),
            SalesGrowth.Uplift("no revenue", Money.Cny(0), 1, Share.Whole),
            RetentionGain.Of("no customers", new CustomerBase(0, Share.Percent(18), Money.Cny(1)), Share.None),
        ];
        Assert.Empty(PoolCheck.Warnings([], plausible));
        var basis = new ExpiryLossBenefit(Money.Cny(360), Share.Percent(25));
        Assert.Equal((Money.Cny(360), Share.Percent(25)), (basis.LossPerYear, basis.Avoided));
    }
}
