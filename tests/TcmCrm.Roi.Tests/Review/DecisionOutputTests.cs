using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>
/// The whole of each decision. Sales were never measured: seats of 15,000 and service of 10,000 are forecast in each of 18 months, and 18 x 8,000 of sales
/// are what the forecast leaves open.
/// </summary>
public class DecisionOutputTests
{
    private static readonly LocalDate Today = new(2026, 1, 1);
    private static readonly ContractTerms Contract = new(Seats, new LocalDate(2026, 7, 1), termMonths: 12, noticeMonths: 3);

    [Fact]
    public void Continue_IsTheForecast()
    {
        DecisionValue decision = Open()[0];
        Holds(
            decision, DecisionKind.Continue, -90_000, 0, 144_000, Today,
            "As forecast, to the end of the longest evaluation period.", "按预测继续执行至最长评估周期结束。");
        Assert.Equal($"Continue: {decision.Value} [{decision.Lower}, {decision.Upper}]", decision.ToString());
    }

    [Fact]
    public void Fix_ClosesPartOfTheGapAtItsCost()
    {
        // Half of 8,000 a month, in 2.5 + 13 full months.
        Holds(
            Open(new ReviewSettings { FixCost = Money.Cny(70_000) })[1], DecisionKind.Fix, -90_000 + 62_000 - 70_000, 0, 144_000, Today,
            "50.0% of the gap to plan is closed within 6 months, at a cost of CNY 70,000.00; worth doing up to CNY 62,000.00.",
            "6个月内弥补与计划差距的50.0%，整改投入70,000.00元；投入不超过62,000.00元即值得。");
        Assert.Equal("6个月内弥补与计划差距的50.0%，未计整改投入；投入不超过62,000.00元即值得。", Open()[1].Message.InChinese());
        Assert.Equal(
            "50.0% of the gap to plan is closed within 6 months, without the cost of doing so; worth doing up to CNY 62,000.00.", Open()[1].Message.InEnglish());
        Assert.Equal(-90_000 + 72_000, Open(new ReviewSettings { Policy = new ReviewPolicy { FixMonths = 0 } })[1].Value.Value.Amount);

        // (1 + ... + 18) / 60 months at 4,000, and at 8,000.
        Assert.Equal(-90_000 + 11_400, Open(new ReviewSettings { Policy = new ReviewPolicy { FixMonths = 60 } })[1].Value.Value.Amount);
        Assert.Equal(-90_000 + 22_800, Open(new ReviewSettings { Policy = new ReviewPolicy { FixMonths = 60, FixEffect = Share.Whole } })[1].Value.Value.Amount);

        double factor = Enumerable.Range(1, 18).Sum(k => Math.Min(1, k / 6.0) * Math.Pow(1.08, -k / 12.0));
        DecisionValue[] discounted = [.. CaseReview.Review(Case.WithDiscountRate(0.08m), new Actuals(OnPlan().Change(Sales, _ => null)), AsOf).Decisions];
        Assert.Equal(4_000 * factor, (double)(discounted[1].Value.Value - discounted[0].Value.Value).Amount, 0.02);
    }

    [Fact]
    public void WithoutAGapOrUnusedSeats_ThereIsNothingToFixOrRenegotiate()
    {
        IReadOnlyList<DecisionValue> decisions = EvenCase.Of(OnPlan(), new ReviewSettings { Contracts = [Contract] }).Decisions;
        Assert.Equal(
            [DecisionKind.Continue, DecisionKind.Fix, DecisionKind.Renegotiate, DecisionKind.Extend, DecisionKind.Exit], decisions.Select(decision => decision.Kind));
        None(decisions[1], "No benefit is forecast below its plan.", "没有预测低于计划的收益。");
        None(
            decisions[2], "Needs seats in use and the renewal terms of their contract, and unused seats after the renewal.",
            "需要席位使用数据和合同续约条款，且续约后仍有闲置席位。");

        static void None(DecisionValue decision, string english, string chinese)
        {
            Assert.Equal(NotApplicableReason.MissingInput, decision.Value.Reason);
            Assert.False(decision.Lower.IsApplicable || decision.Upper.IsApplicable);
            Assert.Equal((english, chinese, Today), (decision.Message.InEnglish(), decision.Message.InChinese(), decision.EffectiveFrom));
        }
    }

    [Fact]
    public void Renegotiate_AddsUpTheContractsWithUnusedSeats()
    {
        // A fifth of 15,000 from July 2026 on, 12 months, and half of 6,000 from April 2026 on, 15 months. Notice for April can still be given today.
        InvestmentCase plan = Case.WithCosts(
            Case.Costs[0], new CostItem("Desk", CostCategory.Software, new SubscriptionCost(40, Money.Cny(150), BillingCycle.Monthly)),
            new CostItem("Full", CostCategory.Software, new SubscriptionCost(1, Money.Cny(150), BillingCycle.Monthly)));
        ContractTerms[] contracts =
        [
            new("Full", new LocalDate(2026, 2, 1), 12, 0), new("Nothing", new LocalDate(2026, 2, 1), 12, 0), Contract, new("Desk", new LocalDate(2026, 4, 1)),
        ];
        IEnumerable<Actual> actuals =
        [
            .. ReviewCases.OnPlan(plan, AsOf), Actual.Seats(Seats, AsOf, 80, 100), Actual.Seats("Desk", AsOf, 20, 40), Actual.Seats("Full", AsOf, 1, 1),
        ];
        foreach (ContractTerms[] order in new[] { contracts, [.. contracts.Reverse()] })
        {
            IReadOnlyList<DecisionValue> decisions = CaseReview.Review(plan, new Actuals(actuals), AsOf, new ReviewSettings { Contracts = order }).Decisions;
            Holds(
                decisions[2], DecisionKind.Renegotiate, (18 * (18_000 - 21_150)) + 36_000 + 45_000, 0, 0, new LocalDate(2026, 4, 1),
                "The seats that stand unused are not renewed: saves CNY 81,000.00.", "续约时不再续订闲置席位：节省81,000.00元。");
        }

        double saving = Enumerable.Range(7, 12).Sum(k => 3_000 * Math.Pow(1.08, -k / 12.0));
        DecisionValue[] discounted =
        [
            .. CaseReview.Review(
                Case.WithDiscountRate(0.08m), new Actuals([.. OnPlan(), Actual.Seats(Seats, AsOf, 80, 100)]), AsOf, new ReviewSettings { Contracts = [Contract] }).Decisions,
        ];
        Assert.Equal(saving, (double)(discounted[2].Value.Value - discounted[0].Value.Value).Amount, 0.02);
    }

    [Fact]
    public void Renegotiate_CountsNothingOfWhatIsPast()
    {
        // Without notice the renewal of this very day is open, and the first month of it is the first to come.
        ReviewReport report = EvenCase.Of(
            [.. OnPlan(), Actual.Seats(Seats, AsOf, 80, 100)], new ReviewSettings { Contracts = [new(Seats, new LocalDate(2026, 1, 1), 12, 0)] });
        Assert.Equal((18 * 3_000) + (18 * 3_000), report.Decisions[2].Value.Value.Amount);
        Assert.Equal(Today, report.Decisions[2].EffectiveFrom);
    }

    [Fact]
    public void Extend_GoesOnPastTheLongestPeriod()
    {
        Holds(
            Open()[3], DecisionKind.Extend, -90_000 - (12 * 5_000), 0, 144_000, new LocalDate(2027, 7, 1),
            "12 months more, on the recurring lines of the case and at the pace that was reached.",
            "在最长评估周期之后再使用12个月，沿用案例中的经常性项目和当前实现水平。");
        Assert.Equal(-90_000 - (5 * 5_000), Open(new ReviewSettings { Policy = new ReviewPolicy { ExtensionMonths = 5 } })[3].Value.Value.Amount);
    }

    [Fact]
    public void AfterTheLongestPeriod_OnlyAnExtensionHasSomethingToCome()
    {
        // December 2027 is the sixth month after it: six of the twelve are left.
        YearMonth asOf = new(2027, 12);
        IReadOnlyList<DecisionValue> decisions = CaseReview.Review(Case, new Actuals(ReviewCases.OnPlan(Case, asOf)), asOf).Decisions;
        Assert.Equal((0, 6 * 3_000, 0), (decisions[0].Value.Value.Amount, decisions[3].Value.Value.Amount, decisions[4].Value.Value.Amount));
        Assert.Equal(decisions[4].Value, decisions[4].Upper);
    }

    [Fact]
    public void Exit_StopsWithTheLastContract()
    {
        Holds(
            Open()[4], DecisionKind.Exit, 0, 0, 0, Today,
            "Use and payments stop at once; no contract terms are given, and no cost of leaving.", "立即停止使用和付款；未提供合同条款，也未计退出费用。");

        // Six of 18 months, and so a third of what is open.
        ContractTerms early = new(Service, new LocalDate(2026, 4, 1));
        foreach (ContractTerms[] contracts in new ContractTerms[][] { [Contract, early], [early, Contract] })
        {
            Holds(
                Open(new ReviewSettings { Contracts = contracts })[4], DecisionKind.Exit, 6 * -5_000, 0, 48_000, new LocalDate(2026, 7, 1),
                "Use and payments go on until the last contract can end, and no cost of leaving is known.",
                "使用和付款持续至最后一份合同可终止之日，未计退出费用。");
        }

        // A contract past the extension: all 30 months that the review looks at, and no more than all that is open.
        DecisionValue late = Open(new ReviewSettings { Contracts = [new ContractTerms(Seats, new LocalDate(2029, 1, 1))] })[4];
        Assert.Equal((30 * -5_000m, Money.Cny(144_000)), (late.Value.Value.Amount, late.Upper.Value - late.Value.Value));
    }

    [Fact]
    public void TheLimits_AreWhatTheForecastLeavesOpenOnBothSides()
    {
        // Two months of each line: seats at 1.2 (34 x 3,000 less is possible), service at half (34 x 5,000 either way), sales at 1.5 (34 x 12,000 less).
        YearMonth asOf = First.PlusMonths(1);
        IEnumerable<Actual> actuals = ReviewCases.OnPlan(Case, asOf).Change(Service, actual => actual.Times(0.5m))
            .Change(Sales, actual => actual.Times(1.5m)).Change(Seats, actual => actual.Times(1.2m));
        ReviewReport report = CaseReview.Review(Case, new Actuals(actuals), asOf);
        decimal go = 34 * (17_000 - 18_000);
        Assert.Equal((go, go - (34 * 17_000), go + (34 * 8_000)), Amounts(report.Decisions[0]));
        Assert.Equal(
            (36 * -1_000, (36 * -1_000) - (34 * 17_000), (36 * -1_000) + (34 * 8_000)),
            (report.NetPresentValue.Value.Amount, report.NetPresentValueLower.Value.Amount, report.NetPresentValueUpper.Value.Amount));

        // Seats at 0.8: what may still come up to the plan is a risk.
        actuals = ReviewCases.OnPlan(Case, asOf).Change(Service, actual => actual.Times(0.5m)).Change(Seats, actual => actual.Times(0.8m));
        report = CaseReview.Review(Case, new Actuals(actuals), asOf);
        go = 34 * (13_000 - 12_000);
        Assert.Equal((go, go - (34 * (13_000 + 3_000)), go + (34 * 5_000)), Amounts(report.Decisions[0]));
        Assert.Equal((36_000, 36_000 - (34 * 16_000)), (report.NetPresentValue.Value.Amount, report.NetPresentValueLower.Value.Amount));
        Assert.Equal(OriginalDecision.Doubtful, report.OriginalDecision);

        static (decimal, decimal, decimal) Amounts(DecisionValue decision) =>
            (decision.Value.Value.Amount, decision.Lower.Value.Amount, decision.Upper.Value.Amount);
    }

    private static IReadOnlyList<DecisionValue> Open(ReviewSettings? settings = null) => EvenCase.Of(OnPlan().Change(Sales, _ => null), settings).Decisions;

    private static void Holds(
        DecisionValue decision, DecisionKind kind, decimal value, decimal below, decimal above, LocalDate from, string english, string chinese)
    {
        Assert.Equal((kind, from), (decision.Kind, decision.EffectiveFrom));
        Assert.Equal(
            (Money.Cny(value), Money.Cny(value - below), Money.Cny(value + above)),
            (decision.Value.Value, decision.Lower.Value, decision.Upper.Value));
        Assert.Equal(english, decision.Message.InEnglish());
        Assert.Equal(chinese, decision.Message.InChinese());
    }
}
