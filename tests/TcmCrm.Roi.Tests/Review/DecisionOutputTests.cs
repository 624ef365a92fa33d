using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>
/// The whole of each decision. Sales were never measured: seats of 15,000 and service of 10,000 are forecast in each of 18 months, and what sales may bring the
/// forecast leaves open.
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
            decision, DecisionKind.Continue, -90_000, Today,
            "As forecast, to the end of the longest evaluation period.", "按预测继续执行至最长评估周期结束。");
        Assert.Equal($"Continue: {decision.Value} [{decision.Lower}, {decision.Upper}]", decision.ToString());
    }

    [Fact]
    public void Fix_ClosesPartOfTheGapAtItsCost()
    {
        // Half of 8,000 a month, in 2.5 + 13 full months.
        Holds(
            Open(Half(70_000))[1], DecisionKind.Fix, -90_000 + 62_000 - 70_000, Today,
            "50.0% of the gap to plan is closed within 6 months, at a cost of CNY 70,000.00; worth doing up to CNY 62,000.00.",
            "6个月内弥补与计划差距的50.0%，整改投入70,000.00元；投入不超过62,000.00元即值得。");
        Assert.Equal(
            "Closing the whole gap to plan within 6 months would be worth CNY 124,000.00: no more than that may be spent on it. What it costs and how much of the gap it closes is not known.",
            Open()[1].Message.InEnglish());
        Assert.Equal("若在6个月内弥补与计划的全部差距，价值为124,000.00元，整改投入不应超过此数；整改费用和可弥补的差距均未提供。", Open()[1].Message.InChinese());
        Assert.False(Open(new ReviewSettings { FixCost = Money.Cny(1) })[1].Value.IsApplicable);
        Assert.Equal(-90_000 + 72_000, Open(Half(0, 0))[1].Value.Value.Amount);

        // (1 + ... + 18) / 60 months at 4,000.
        Assert.Equal(-90_000 + 11_400, Open(Half(0, 60))[1].Value.Value.Amount);

        double factor = Enumerable.Range(1, 18).Sum(k => Math.Min(1, k / 6.0) * Math.Pow(1.08, -k / 12.0));
        DecisionValue[] discounted = [.. CaseReview.Review(Case.WithDiscountRate(0.08m), new Actuals(OnPlan().Change(Sales, _ => null)), AsOf, Half(0)).Decisions];
        Assert.Equal(4_000 * factor, (double)(discounted[1].Value.Value - discounted[0].Value.Value).Amount, 0.02);
    }

    [Fact]
    public void WithoutAGapOrUnusedSeats_ThereIsNothingToFixOrRenegotiate()
    {
        IReadOnlyList<DecisionValue> decisions = EvenCase.Of(OnPlan(), new ReviewSettings { Contracts = [Contract] }).Decisions;
        Assert.Equal(
            [DecisionKind.Continue, DecisionKind.Fix, DecisionKind.Renegotiate, DecisionKind.Extend, DecisionKind.Exit], decisions.Select(decision => decision.Kind));
        None(NotApplicableReason.NothingToGain, decisions[1], "No benefit is forecast below its plan.", "没有预测低于计划的收益。");
        None(
            NotApplicableReason.MissingInput, decisions[2], "Needs seats in use and the renewal terms of their contract, and unused seats after the renewal.",
            "需要席位使用数据和合同续约条款，且续约后仍有闲置席位。");

        static void None(NotApplicableReason reason, DecisionValue decision, string english, string chinese)
        {
            Assert.Equal(reason, decision.Value.Reason);
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
                decisions[2], DecisionKind.Renegotiate, (18 * (18_000 - 21_150)) + 36_000 + 45_000, new LocalDate(2026, 4, 1),
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
    public void Extend_DiffersOnlyBeyondTheWindow()
    {
        DecisionValue decision = Open()[3];
        Holds(
            decision, DecisionKind.Extend, -90_000, new LocalDate(2027, 7, 1),
            "12 months more after the longest evaluation period, with every contract that runs then renewed and at the pace that was reached: CNY -60,000.00 beyond the window, and no difference within it.",
            "在最长评估周期之后再使用12个月，届时有效的合同全部续约，沿用当前实现水平：评估周期之后净额-60,000.00元，周期内无差别。");
        Assert.Equal((Money.Cny(0), Money.Cny(-60_000)), (decision.DifferenceToContinue.Value, decision.Beyond));
        Assert.Equal(Money.Cny(-25_000), Open(new ReviewSettings { Policy = new ReviewPolicy { ExtensionMonths = 5 } })[3].Beyond);
    }

    [Fact]
    public void AfterTheLongestPeriod_OnlyAnExtensionHasSomethingToCome()
    {
        // December 2027 is the sixth month after it: six of the twelve are left.
        YearMonth asOf = new(2027, 12);
        IReadOnlyList<DecisionValue> decisions = CaseReview.Review(Case, new Actuals(ReviewCases.OnPlan(Case, asOf)), asOf).Decisions;
        Assert.Equal((0, 6 * 3_000, 0), (decisions[0].Value.Value.Amount, decisions[3].Beyond.Amount, decisions[4].Value.Value.Amount));
        Assert.Equal(decisions[4].Value, decisions[4].Upper);
    }

    [Fact]
    public void Exit_StopsWithTheLastContract()
    {
        Holds(
            Open()[4], DecisionKind.Exit, 0, Today,
            "Use and payments stop at once; no contract terms are given, and no cost of leaving.", "立即停止使用和付款；未提供合同条款，也未计退出费用。");

        // Six of 18 months, and so a third of what is open.
        ContractTerms early = new(Service, new LocalDate(2026, 4, 1));
        foreach (ContractTerms[] contracts in new ContractTerms[][] { [Contract, early], [early, Contract] })
        {
            Holds(
                Open(new ReviewSettings { Contracts = contracts })[4], DecisionKind.Exit, 6 * -5_000, new LocalDate(2026, 7, 1),
                "Use and payments go on until the last contract can end, and no cost of leaving is known.",
                "使用和付款持续至最后一份合同可终止之日，未计退出费用。");
        }

        // A contract past the window: all 18 months of it, and what binds beyond it apart.
        DecisionValue late = Open(new ReviewSettings { Contracts = [new ContractTerms(Seats, new LocalDate(2029, 1, 1))] })[4];
        Assert.Equal((18 * -5_000m, Money.Cny(12 * -5_000), Money.Cny(0)), (late.Value.Value.Amount, late.Beyond, late.DifferenceToContinue.Value));
    }

    /// <summary>What is worth most is recommended where its lead is clear; the alternatives are told by their difference to carrying on.</summary>
    [Fact]
    public void ARecommendation_HasItsMargin()
    {
        ReviewReport report = EvenCase.Of(OnPlan());
        Assert.Equal([true, false, false, false, false], report.Decisions.Select(decision => decision.IsRecommended));
        Assert.Equal("Recommended: carry on as forecast, ahead of the next decision by CNY 54,000.00.", report.Recommendation.InEnglish());
        Assert.Equal("建议：按预测继续执行，较次优方案多54,000.00元。", report.Recommendation.InChinese());
        Assert.Equal(Money.Cny(-54_000), report.Decisions[4].DifferenceToContinue.Value);

        // Fewer seats are ahead of as many by what they save.
        report = EvenCase.Of([.. OnPlan(), Actual.Seats(Seats, AsOf, 80, 100)], new ReviewSettings { Contracts = [Contract] });
        Assert.Equal([DecisionKind.Renegotiate], report.Decisions.Where(decision => decision.IsRecommended).Select(decision => decision.Kind));
        Assert.Equal("Recommended: renew fewer seats, ahead of the next decision by CNY 36,000.00.", report.Recommendation.InEnglish());

        // Benefits at a tenth, measured for 18 months: what leaving saves is beyond doubt.
        report = EvenCase.Of(OnPlan().Change(Service, actual => actual.Times(0.1m)).Change(Sales, actual => actual.Times(0.1m)));
        Assert.True(report.Decisions[4].IsRecommended);
        Assert.Equal("recommend.exit", report.Recommendation.Id);

        // Sales that may come turn it round; and when all is over nothing differs.
        report = EvenCase.Of(OnPlan().Change(Sales, _ => null));
        Assert.DoesNotContain(report.Decisions, decision => decision.IsRecommended);
        Assert.Equal("tooClose", report.Recommendation.Id);
        YearMonth over = new(2027, 6);
        Assert.Equal("tooClose.same", CaseReview.Review(Case, new Actuals(ReviewCases.OnPlan(Case, over)), over).Recommendation.Id);
    }

    /// <summary>Notice for July 2026 had to be given by the end of 2025: today it is too late, and the next renewal is after the window's better part.</summary>
    [Fact]
    public void Renegotiation_AfterTheNoticeSaysSo()
    {
        ContractTerms contract = new(Seats, new LocalDate(2026, 7, 1), termMonths: 6, noticeMonths: 7);
        DecisionValue decision = EvenCase.Of([.. OnPlan(), Actual.Seats(Seats, AsOf, 80, 100)], new ReviewSettings { Contracts = [contract] }).Decisions[2];
        Assert.Equal(("noticePassed", new LocalDate(2027, 1, 1), Money.Cny(6 * 3_000)), (decision.Message.Id, decision.EffectiveFrom, decision.DifferenceToContinue.Value));
        Assert.Equal(
            "The day to give notice for the renewal of 2026-07-01 has passed; from 2027-01-01 on the seats that stand unused are not renewed: saves CNY 18,000.00.",
            decision.Message.InEnglish());
        contract = new ContractTerms(Seats, new LocalDate(2026, 7, 1), termMonths: 24, noticeMonths: 7);
        decision = EvenCase.Of([.. OnPlan(), Actual.Seats(Seats, AsOf, 80, 100)], new ReviewSettings { Contracts = [contract] }).Decisions[2];
        Assert.Equal(("noticePassed.nothing", false), (decision.Message.Id, decision.Value.IsApplicable));
    }

    /// <summary>A plan whose seats end with the three years: an extension renews them all the same.</summary>
    [Fact]
    public void AnExtension_RenewsTheContractsThatThePlanEnds()
    {
        InvestmentCase plan = Case.WithCosts(
            new CostItem(Seats, CostCategory.Software, new SubscriptionCost(100, Money.Cny(150), BillingCycle.Monthly, term: CostTerm.OfMonths(36))));
        DecisionValue decision = CaseReview.Review(plan, new Actuals(ReviewCases.OnPlan(plan, AsOf)), AsOf).Decisions[3];
        Assert.Equal((Money.Cny(0), Money.Cny(12 * 3_000)), (decision.DifferenceToContinue.Value, decision.Beyond));
    }

    /// <summary>A fix that closes half of the gap.</summary>
    private static ReviewSettings Half(decimal cost, int months = 6) =>
        new() { FixCost = Money.Cny(cost), Policy = new ReviewPolicy { FixEffect = Share.Percent(50), FixMonths = months } };

    private static IReadOnlyList<DecisionValue> Open(ReviewSettings? settings = null) => EvenCase.Of(OnPlan().Change(Sales, _ => null), settings).Decisions;

    private static void Holds(
        DecisionValue decision, DecisionKind kind, decimal value, LocalDate from, string english, string chinese)
    {
        Assert.Equal((kind, from), (decision.Kind, decision.EffectiveFrom));
        Assert.Equal(Money.Cny(value), decision.Value.Value);
        MoneyRange.Holds(decision.Value.Value, decision.Lower.Value, decision.Upper.Value);
        Assert.Equal(english, decision.Message.InEnglish());
        Assert.Equal(chinese, decision.Message.InChinese());
    }
}
