using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Texts;

/// <summary>What the core refuses is told in the reader's language: the place, the value, and what is allowed.</summary>
public class RefusalWordsTests
{
    private static readonly YearMonth January = new(2025, 1);

    private static readonly InvestmentCase Plan = InvestmentCase.Create("a", Currency.Cny, new LocalDate(2025, 1, 1))
        .AddCosts(CostItem.OfAmounts(CostCategory.Software, "fee", [new DatedAmount(new LocalDate(2025, 1, 1), Money.Cny(1))]));

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "WinRate is 5 in 2025-03; allowed: from 0 to 1", "WinRate在2025年3月为5；应为0至1", "impossible" },
        { "2025-03 stands twice; allowed: once", "2025年3月出现两次；只能一次", "monthTwice" },
        { "the denominator of 2025-01 is -1; allowed: 0 or more", "2025年1月的分母为-1；应为0或以上", "denominator" },
        { "2025-01 has one part of the rate but not the other", "2025年1月只有分子或只有分母", "part" },
        { "the series is empty; allowed: one value at least", "序列为空；至少须有一个值", "empty" },
        { "the shares come to 0.9; allowed: 1 together, each above 0", "各份额合计为0.9；合计须为1，且每份大于0", "instalments" },
        { "the shares come to 0.6; allowed: 1 together, each above 0", "各份额合计为0.6；合计须为1，且每份大于0", "waves" },
        { "share is 0%; allowed: more than 0", "“share”为“0%”；应为大于0的数", "share" },
        { "tier 2 begins at 5; allowed: from 2 on, each above the one before", "第2档的起点为5；应从2起，且逐档递增", "tiers" },
        { "goLive is 2025-01; allowed: a month after 2025-01 and up to 2025-04", "“goLive”为“2025-01”；应为晚于2025年1月且不晚于2025年4月的月份", "goLive" },
        { "level is 2; allowed: from 0.5 to 0.999", "“level”为“2”；应为0.5至0.999", "level" },
        { "the case has no cost 'x', booked for 2025-01; a cost outside the plan is entered as an unplanned cost", "案例中没有成本“x”（2025年1月入账）；计划外支出应按计划外成本填写", "unknown" },
        { "'Own Kind' is no word; allowed: 1 to 50 ASCII letters and digits, the first a small letter", "“Own Kind”不符合要求；应为1至50个ASCII字母或数字，首字符为小写字母", "kind" },
        { "high is 1; allowed: above 2", "“high”为“1”；应为大于2的数", "distribution" },
        { "the driver 'd' acts on 'x', which is no line and no tag of the case", "因素“d”作用于“x”，案例中没有这一项目或标签", "driver" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Refusal_NamesPlaceValueAndRange(string english, string chinese, string act)
    {
        ArgumentException refused = Assert.ThrowsAny<ArgumentException>(() => Do(act));
        Message? said = Message.Of(refused);
        Assert.NotNull(said);
        Assert.Equal(english, Language.Of("en").Say(said));
        Assert.Equal(chinese, Language.Of("zh").Say(said));
    }

    private static object Do(string act) => act switch
    {
        "impossible" => KpiSeries.FromValues(KpiCatalog.WinRate, January, [0.5, 0.5, 5]),
        "monthTwice" => KpiSeries.FromObservations(KpiCatalog.WinRate, [KpiObservation.OfValue(January.PlusMonths(2), 0.5), KpiObservation.OfValue(January.PlusMonths(2), 0.5)]),
        "denominator" => KpiSeries.FromParts(KpiCatalog.WinRate, January, [1.0], [-1.0]),
        "part" => KpiSeries.FromParts(KpiCatalog.WinRate, January, [1.0, 1], [null, 1]),
        "empty" => KpiSeries.FromValues(KpiCatalog.WinRate, January, (double[])[]),
        "instalments" => CostBasis.Instalments(Money.Cny(1), [Instalment.AtSigning(Share.Percent(90))]),
        "waves" => Plan.WithWaves(new GoLiveWave("a", 0, Share.Percent(60))),
        "share" => new GoLiveWave("a", 0, Share.None),
        "tiers" => SoftwareCost.Subscription("s", 1, Money.Cny(1), BillingCycle.Monthly, new SubscriptionOptions { SeatTiers = [new PriceTier(9, Money.Cny(1)), new PriceTier(5, Money.Cny(1))] }),
        "goLive" => new ImpactStudy(KpiSeries.FromValues(KpiCatalog.Arpu, January, [1, 2, 3, 4]), January),
        "level" => new ImpactStudy(KpiSeries.FromValues(KpiCatalog.Arpu, January, [1, 2, 3, 4]), January.PlusMonths(2)).WithConfidenceLevel(2),
        "unknown" => CaseReview.Review(Plan, new Actuals([Actual.Cost("x", January, Money.Cny(1))]), January),
        "kind" => CostBasis.Custom("Own Kind", Currency.Cny, (_, _) => []),
        "distribution" => Distribution.Pert(2, 2, 1),
        "driver" => Plan.WithDrivers(UncertaintyDriver.OfAmounts("d", Distribution.Pert(1, 2, 3), [LineSelector.Of(new LineId("x"))])),
        _ => throw new InvalidOperationException(act),
    };
}
