using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Costs;

/// <summary>What a contract may say: instalments, tiers, free months, usage, residual value, months from a milestone, credits, several currencies.</summary>
public class ContractCostTests
{
    private static readonly Instalment[] ThreeSixOne =
        [Instalment.AtSigning(Share.Percent(30)), Instalment.AtGoLive(Share.Percent(60)), Instalment.AtAcceptance(Share.Percent(10))];

    [Theory]
    [InlineData("2025-04-01", "2025-04-01", "2025-07-01")]
    [InlineData("2025-06-15", "2025-06-15", "2025-09-15")]
    public void ThreeSixOne_MovesWithGoLive(string goLive, string second, string third) =>
        Assert.Equal(
            [(Date("2025-01-01"), 300_000m), (Date(second), 600_000m), (Date(third), 100_000m)],
            Of(CostBasis.Instalments(Money.Cny(1_000_000), ThreeSixOne, acceptanceMonths: 3), Case("2025-01-01", goLive)).Flows);

    [Fact]
    public void Instalments_CountMonthsFromTheirMilestone()
    {
        CostBasis cost = CostBasis.Instalments(
            Money.Cny(1_000),
            [Instalment.AtSigning(Share.Percent(20), 1), Instalment.AtGoLive(Share.Percent(70), -1), Instalment.AtAcceptance(Share.Percent(10), 12)],
            signing: Date("2024-11-15"),
            acceptanceMonths: 2);
        Assert.Equal([(Date("2025-02-28"), 700m), (Date("2026-05-31"), 100m)], Of(cost, Case("2025-01-01", "2025-03-31")).Flows);
        Assert.Equal(200, ((InstalmentsCost)cost).Before(Case("2025-01-01", "2025-03-31")));
        Assert.Equal("70% at GoLive - 1 months", ((InstalmentsCost)cost).Parts[1].ToString());
    }

    [Fact]
    public void Instalments_MustBeTheWholeSum()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => CostBasis.Instalments(Money.Cny(1), [Instalment.AtSigning(Share.Percent(30)), Instalment.AtGoLive(Share.Percent(60))]));
        Assert.Contains("come to 0.9; allowed: 1 together", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CostBasis.Instalments(Money.Cny(1), ThreeSixOne, signing: CostStart.GoLive));
        Assert.Throws<ArgumentOutOfRangeException>(() => CostBasis.Instalments(Money.Cny(1), []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Instalment.AtGoLive(Share.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => Instalment.AtGoLive(Share.Whole, 601));
        Assert.Throws<ArgumentException>(() => CostBasis.Instalments(Money.Cny(1), [Instalment.AtSigning(Share.Whole), default]));
    }

    [Fact]
    public void Start_CountsMonths()
    {
        Assert.Equal(Date("2025-02-28"), CostStart.GoLive.PlusMonths(1).Resolve(Case("2025-01-01", "2025-01-31")));
        Assert.Equal(Date("2024-12-01"), CostStart.CaseStart.PlusMonths(-1).Resolve(Case("2025-01-01")));
        Assert.Equal(Date("2026-03-05"), CostStart.On(Date("2026-01-05")).PlusMonths(3).PlusMonths(-1).Resolve(Case("2025-01-01")));
        Assert.Equal("GoLive + 3 months", CostStart.GoLive.PlusMonths(3).ToString());
        Assert.Equal("2026-01-05 - 2 months", CostStart.On(Date("2026-01-05")).PlusMonths(-2).ToString());
        Assert.Equal(CostStart.GoLive, CostStart.GoLive.PlusMonths(3).PlusMonths(-3));
        Assert.Throws<ArgumentOutOfRangeException>(() => CostStart.GoLive.PlusMonths(400).PlusMonths(201));
        Assert.Throws<ArgumentOutOfRangeException>(() => CostStart.GoLive.PlusMonths(int.MaxValue));
    }

    // 100 x 2,400 + 100 x 2,160 + 60 x 1,920; all at the price that is reached: 260 x 1,920.
    [Theory]
    [InlineData(0, false, 0)]
    [InlineData(100, false, 240_000)]
    [InlineData(101, false, 242_160)]
    [InlineData(200, false, 456_000)]
    [InlineData(260, false, 571_200)]
    [InlineData(100, true, 240_000)]
    [InlineData(101, true, 218_160)]
    [InlineData(260, true, 499_200)]
    public void SeatTiers_PriceEachSeatOrAll(int seats, bool all, int yearly) =>
        Assert.Equal(yearly, Of(Tiers(seats, all), Case("2025-01-01", period: "P1Y")).Total);

    [Fact]
    public void SeatTiers_PriceSeatsThatAStepAdds()
    {
        // From 90 to 110 seats on 1 July, 184 of 365 days: 10 at 2,400 and 10 at 2,160. All at the tier's price they cost 237,600 - 216,000.
        RecordedFlows Stepped(bool all) => Of(
            SoftwareCost.Subscription("s", 90, Money.Cny(2_400), BillingCycle.Yearly, new SubscriptionOptions
            {
                SeatPlan = [new SeatStep(Date("2025-07-01"), 110)],
                SeatTiers = [new PriceTier(101, Money.Cny(2_160))],
                AllSeatsAtTierPrice = all,
            }).Basis,
            Case("2025-01-01", period: "P1Y"));
        Assert.Equal((Date("2025-07-01"), 45_600m * (184m / 365)), Stepped(false).Flows[1]);
        Assert.Equal((Date("2025-07-01"), 21_600m * (184m / 365)), Stepped(true).Flows[1]);
        Assert.Equal(216_000m, Stepped(true).Flows[0].Amount);
    }

    [Fact]
    public void Step_ThatReachesACheaperTier_NeverLowersWhatIsPaid()
    {
        // 100 x 10 are 1,000, 101 x 9 only 909: the step costs nothing until the next bill.
        RecordedFlows stepped = Of(
            SoftwareCost.Subscription("s", 100, Money.Cny(10), BillingCycle.HalfYearly, new SubscriptionOptions
            {
                SeatPlan = [new SeatStep(Date("2025-03-01"), 101)],
                SeatTiers = [new PriceTier(101, Money.Cny(9))],
                AllSeatsAtTierPrice = true,
            }).Basis,
            Case("2025-01-01", period: "P1Y"));
        Assert.Equal([(Date("2025-01-01"), 1_000m), (Date("2025-07-01"), 909m)], stepped.Flows);
    }

    [Theory]
    [InlineData(BillingCycle.Yearly, 2, "2025-01-01 1000; 2026-01-01 1200; 2027-01-01 1200")]
    [InlineData(BillingCycle.Yearly, 14, "2026-01-01 1000; 2027-01-01 1200")]
    [InlineData(BillingCycle.HalfYearly, 9, "2025-07-01 300; 2026-01-01 600; 2026-07-01 600; 2027-01-01 600; 2027-07-01 600")]
    public void FreeMonths_MakeTheFirstBillsSmaller(BillingCycle cycle, int free, string bills) =>
        Assert.Equal(
            bills,
            string.Join("; ", Of(
                SoftwareCost.Subscription("s", 10, Money.Cny(10 * (int)cycle), cycle, new SubscriptionOptions { FreeMonths = free }).Basis,
                Case("2025-01-01")).Flows.Select(flow => FormattableString.Invariant($"{flow.Date:uuuu-MM-dd} {decimal.Round(flow.Amount, 9):0.#####}"))));

    [Fact]
    public void FreeMonths_CountWithinTheTerm()
    {
        RecordedFlows recorded = Of(
            SoftwareCost.Subscription("s", 1, Money.Cny(12), BillingCycle.Yearly, new SubscriptionOptions { FreeMonths = 3, Term = CostTerm.OfMonths(9), Renews = false }).Basis, Case("2025-01-01"));
        Assert.Equal([(Date("2025-01-01"), 6m)], recorded.Flows);
    }

    [Fact]
    public void FreeMonths_FreeTheSeatsThatAreAddedInThem()
    {
        // One seat more from 15 February, free until 1 March: 31 of the 90 days of the quarter.
        RecordedFlows recorded = Of(
            SoftwareCost.Subscription("s", 1, Money.Cny(90), BillingCycle.Quarterly, new SubscriptionOptions { FreeMonths = 2, SeatPlan = [new SeatStep(Date("2025-02-15"), 2)] }).Basis,
            Case("2025-01-01", period: "P3M"));
        Assert.Equal([(Date("2025-01-01"), 90m * (1 - (2 / 3m))), (Date("2025-02-15"), 90m * (31m / 90))], recorded.Flows);
    }

    [Fact]
    public void Usage_IsPricedAboveWhatIsIncluded()
    {
        // 90,000 - 10,000: 50,000 at 0.055 and 30,000 at 0.045 are 4,100 a month; a year later 103,500 - 10,000 at prices 2 % up: (2,750 + 1,957.5) x 1.02.
        UsageOptions options = new()
        {
            IncludedPerMonth = 10_000,
            UnitGrowthPerYear = 0.15m,
            PriceEscalationPerYear = 0.02m,
            Tiers = [new PriceTier(50_001, Money.Cny(0.045m))],
        };
        RecordedFlows recorded = Of(CostBasis.Usage(90_000, Money.Cny(0.055m), BillingCycle.Quarterly, options), Case("2025-01-01", period: "P15M"));
        Assert.Equal(
            [
                (Date("2025-01-01"), 12_300m), (Date("2025-04-01"), 12_300m), (Date("2025-07-01"), 12_300m), (Date("2025-10-01"), 12_300m),
                (Date("2026-01-01"), 3 * 4_707.5m * 1.02m),
            ],
            recorded.Flows);
        Assert.Empty(Of(CostBasis.Usage(100, Money.Cny(1), options: new UsageOptions { IncludedPerMonth = 100 }), Case("2025-01-01")).Flows);
        Assert.Equal(80_000 * 0.045m, Of(CostBasis.Usage(80_000, Money.Cny(0.055m), options: new UsageOptions { Tiers = options.Tiers, AllUnitsAtTierPrice = true }), Case("2025-01-01", period: "P1M")).Total);
    }

    [Fact]
    public void Tiers_AreRefusedOutOfOrder()
    {
        Assert.Throws<ArgumentException>(() => Tiered(new PriceTier(101, Money.Cny(1)), new PriceTier(101, Money.Cny(2))));
        Assert.Throws<ArgumentException>(() => Tiered(new PriceTier(101, Money.Usd(1))));
        Assert.Throws<ArgumentException>(() => Tiered(default(PriceTier)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PriceTier(1, Money.Cny(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PriceTier(2.5m, Money.Cny(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tiered([.. Enumerable.Range(2, 51).Select(i => new PriceTier(i, Money.Cny(1)))]));

        static CostItem Tiered(params PriceTier[] tiers) => SoftwareCost.Subscription("s", 1, Money.Cny(1), BillingCycle.Yearly, new SubscriptionOptions { SeatTiers = tiers });
    }

    [Fact]
    public void ResidualValue_IsACreditOnTheLastDayOfUse()
    {
        CostItem residual = new("residual", CostCategory.Maintenance, CostBasis.ResidualValue(Money.Cny(9_000), 36), CostElement.Server);
        Assert.True(residual.IsCredit);
        Assert.Equal(residual, residual.AsCredit());
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(With(residual, MaintenanceCost.ServerPurchase("server", Money.Cny(180_000))));
        Assert.Equal(Money.Cny(180_000), evaluation[EvaluationPeriod.OneYear].TotalCost);
        Assert.Equal(Money.Cny(171_000), evaluation[EvaluationPeriod.ThreeYears].TotalCost);
        Assert.Equal([(Date("2027-12-31"), 9_000m)], Of(residual.Basis, Case("2025-01-01")).Flows);
        Assert.Equal([(Date("2026-01-14"), 9_000m)], Of(CostBasis.ResidualValue(Money.Cny(9_000), 12, Date("2025-01-15")), Case("2025-01-01")).Flows);
    }

    [Fact]
    public void Credit_IsLessCost_AndRiskMakesItSmaller()
    {
        CostItem rebate = new CostItem("rebate", CostCategory.Software, CostBasis.OneOff(Money.Cny(1_000), CostStart.CaseStart.PlusMonths(6))).AsCredit().WithRiskUplift(0.2m);
        PeriodResult year = RoiEvaluator.Evaluate(With(rebate, ImplementationCost.Training("training", Money.Cny(5_000))))[EvaluationPeriod.OneYear];
        Assert.Equal(Money.Cny(4_200), year.TotalCost);
        Assert.Equal(Money.Cny(-800), year.CostLines()[0].Total);
        Assert.Equal(Money.Cny(-800), year.CostByCategory[CostCategory.Software]);
        Assert.Equal(Money.Cny(800), Assert.Single(year.CostLines()[0].Line.Flows).Amount);
        Assert.Contains("allowed: 0 to 1", Assert.Throws<ArgumentException>(() => rebate.WithRiskUplift(1.01m)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => rebate.WithRiskUplift(0).WithBasis(rebate.Basis).WithRiskUplift(2));
        Assert.True(rebate.WithName("x").WithTags("y").WithElement(CostElement.Subscription).IsCredit);
        Assert.NotEqual(rebate, new CostItem("rebate", CostCategory.Software, rebate.Basis, riskUplift: 0.2m));
    }

    [Fact]
    public void CreditsAlone_GiveNoReturn()
    {
        PeriodResult year = RoiEvaluator.Evaluate(
            With(new CostItem("refund", CostCategory.Software, CostBasis.OneOff(Money.Cny(1_000))).AsCredit())
                .WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, "b", Money.Cny(100))))[EvaluationPeriod.OneYear];
        Assert.Equal(Money.Cny(-1_000), year.TotalCost);
        Assert.Equal(NotApplicableReason.NoCost, year.ReturnOnInvestment.Reason);
        Assert.Equal(Money.Cny(1_100), year.NetBenefit);
    }

    [Fact]
    public void OneLine_MayHaveSeveralCurrencies()
    {
        CostItem line = CostItem.OfAmounts(
            CostCategory.Implementation, "abroad",
            [new DatedAmount(Date("2025-02-01"), Money.Usd(100)), new DatedAmount(Date("2025-02-10"), Money.Cny(50)), new DatedAmount(Date("2025-07-01"), Money.Usd(10))]);
        InvestmentCase source = With(line).WithExchangeRates(new ExchangeRates(
            [new ExchangeRate(Currency.Usd, Currency.Cny, Date("2025-01-01"), 7), new ExchangeRate(Currency.Usd, Currency.Cny, Date("2025-06-01"), 8)]));
        Assert.Equal(Money.Cny(700 + 50 + 80), RoiEvaluator.Evaluate(source)[EvaluationPeriod.OneYear].TotalCost);
        Assert.Equal(Currency.Usd, line.Currency);

        Message missing = Assert.Single(TcmCrm.Roi.CashFlows.Projection.MissingRates(source.WithExchangeRates(ExchangeRates.None), CaseTerms.None));
        Assert.Equal("missingRate", missing.Id);
    }

    [Fact]
    public void AmountsBeforeTheStart_AreNamedInEachCurrency()
    {
        CostItem line = CostItem.OfAmounts(
            CostCategory.Implementation, "abroad", [new DatedAmount(Date("2024-12-01"), Money.Usd(100)), new DatedAmount(Date("2024-12-02"), Money.Cny(50)), new DatedAmount(Date("2025-07-01"), Money.Cny(10))]);
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(With(line).WithExchangeRates(new ExchangeRates([new ExchangeRate(Currency.Usd, Currency.Cny, Date("2024-01-01"), 7)])));
        Assert.Equal(
            [Money.Usd(100), Money.Cny(50)],
            evaluation.Warnings.Where(warning => warning.Id == "amountBeforeStart").Select(warning => (Money)warning.Find("amount")!.Value));
    }

    private static CostBasis Tiers(int seats, bool all) => SoftwareCost.Subscription("s", seats, Money.Cny(2_400), BillingCycle.Yearly, new SubscriptionOptions
    {
        SeatTiers = [new PriceTier(101, Money.Cny(2_160)), new PriceTier(201, Money.Cny(1_920))],
        AllSeatsAtTierPrice = all,
    }).Basis;

    private static InvestmentCase With(params CostItem[] costs) => InvestmentCase.Create("contract", Currency.Cny, Date("2025-01-01")).WithCosts(costs);
}
