using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Costs;

/// <summary>What a line accepts, it can also record over a hundred years; what it cannot is refused at birth.</summary>
public class LineRangeTests
{
    private const int Most = 10_000_000;
    private static readonly Money Largest = Money.Cny(1_000_000_000_000_000);
    private static readonly Money Tiny = Money.Cny(1e-20m);
    private static readonly CaseTimeline Century = Case("1999-12-31", period: "P100Y");

    private static CostBasis Subscription(int seats, decimal price, SubscriptionOptions options) => SoftwareCost.Subscription("a", seats, Money.Cny(price), BillingCycle.Monthly, options).Basis;

    /// <summary>A case takes dates near its start alone; the basis by itself takes all.</summary>
    private static bool StatesFarDates(CostBasis basis)
    {
        bool isFar = false;
        basis.VisitDates(date => isFar |= Math.Abs(date.Year - Century.Start.Year) >= 10);
        return isFar;
    }

    [Fact]
    public void CostsAtTheirEnds_RecordAHundredYears()
    {
        CostBasis[] bases =
        [
            CostBasis.OneOff(Largest), CostBasis.Amounts([new(Date("2000-01-01"), Largest), new(Date("2200-12-31"), Largest)]),
            CostBasis.Recurring(Largest, BillingCycle.Monthly, escalationPerYear: 0.14m), CostBasis.Recurring(Largest, BillingCycle.Monthly, escalationPerYear: -0.99m),
            CostBasis.Recurring(Money.Cny(1), BillingCycle.Yearly, Date("1900-01-01"), escalationPerYear: 0.6m),
            CostBasis.Recurring(Money.Cny(1), BillingCycle.Monthly, term: CostTerm.OfYears(50), escalationPerYear: 1),
            Subscription(Most, 1e14m, new()), Subscription(1, 1, new() { SeatGrowthPerYear = 0.6m }), Subscription(0, 0, new() { SeatGrowthPerYear = -0.99m, PriceEscalationPerYear = 0.6m }),
            Subscription(1, 1e5m, new() { SeatPlan = [new(Date("1900-01-01"), Most), new(Date("2200-12-31"), 0)], PriceEscalationPerYear = 0.2m }),
            SoftwareCost.PerpetualLicense("a", Money.Cny(1e14m), Most).Basis, MaintenanceCost.ShareOfLicense("a", Largest, Share.Whole, escalationPerYear: 0.14m).Basis,
            TimeCost.Learning("a", Most, 100_000, Money.Cny(1e9m)).Basis, TimeCost.ProductivityDip("a", Most, 168, Money.Cny(1e9m), Share.Whole, 520).Basis,
            CostBasis.OneOff(Tiny), CostBasis.Recurring(Tiny, BillingCycle.Monthly, escalationPerYear: -0.99m), TimeCost.ProductivityDip("a", 1, 1, Tiny, Share.Whole, 1).Basis,
        ];
        Assert.All(bases, basis => Assert.True(Of(basis, Century).Total >= 0));
        Assert.All(bases.Where(basis => !StatesFarDates(basis)), basis => Evaluate(InvestmentCase.Create("a", Currency.Cny, Century.Start).WithCosts(new CostItem("a", CostCategory.Time, basis, riskUplift: 10))));
    }

    [Fact]
    public void BenefitsAtTheirEnds_RecordAHundredYears()
    {
        AutomatedTask[] tasks = [new("t", 100_000, 0, 1_000_000_000_000)];
        BenefitItem[] lines =
        [
            BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "a", Largest), SalesGrowth.Uplift("a", Largest, 100, Share.Whole),
            RetentionGain.Of("a", new CustomerBase(int.MaxValue, Share.Whole, Money.Cny(1e8m)), Share.None), RetentionGain.Of("a", new CustomerBase(int.MaxValue, Share.Whole, Money.Cny(1e8m)) { Accrual = RetentionAccrual.SurvivalDifference }, Share.None),
            RetentionGain.Of("a", new CustomerBase(1, Share.Of(1e-20m), Tiny), Share.None), RetentionGain.Of("a", new CustomerBase(1, Share.Of(1e-20m), Tiny) { Accrual = RetentionAccrual.SurvivalDifference }, Share.None),
            SatisfactionGain.ByRetention("a", new CustomerBase(int.MaxValue, Share.Whole, Money.Cny(1e8m)), 1, Share.Whole, "x"), LongTermGain.Loyalty("a", int.MaxValue, Share.Whole, Money.Cny(1e8m)),
            OperatingCostReduction.FromTasks("a", tasks, Money.Cny(1e6m), Most, 8784), DecisionQuality.SafetyStock("a", new() { ServiceFactor = 10, ErrorBefore = 1e12m, ErrorAfter = 0, LeadTimeMonths = 120, UnitCost = Money.Cny(100), CarryingRatePerYear = 10 }),
            DecisionQuality.ExpiryLoss("a", Largest, Share.Whole), BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "a", Tiny), SalesGrowth.Uplift("a", Tiny, 1e-20m, Share.Of(1e-20m)),
        ];
        Assert.All(lines, line => Assert.True(Of(line.Basis, Century, RealizationProfile.SCurve(600).WithFade(0, Share.Percent(99))).Total >= 0));
        Assert.All(lines, line => Evaluate(InvestmentCase.Create("a", Currency.Cny, Century.Start).WithBenefits(
            line.WithInterval(new BenefitInterval(-1_000_000, 1_000_000, Share.Percent(95))).WithPoolDraws(new PoolDraw("p", 1e15m)))));
    }

    [Fact]
    public void PoolOfNearlyNothing_IsStillChecked()
    {
        ValuePool pool = ValuePool.Hours("p", "p", 1e-20m);
        BenefitItem Line(string name) => BenefitItem.OfYearlyAmount(BenefitCategory.Retention, name, Tiny).WithPoolDraws(new PoolDraw("p", 1e15m));
        Assert.Equal("poolAttributionAboveWhole", PoolCheck.Warnings([pool], [Line("a"), Line("b")])[3].Id);
    }

    [Fact]
    public void WhatWouldOverflow_IsRefusedByName()
    {
        const string TooMuch = "what comes, with the other values of the line, to at most 1e";
        Refused.OutOfRange("escalationPerYear", "escalationPerYear is 1; allowed: " + TooMuch + "21.", () => CostBasis.Recurring(Money.Cny(1), BillingCycle.Yearly, escalationPerYear: 1));
        Refused.OutOfRange("escalationPerYear", TooMuch, () => CostBasis.Recurring(Money.Cny(1), BillingCycle.Yearly, Date("1900-01-01"), CostTerm.To(Date("2199-01-01")), 1));
        Refused.OutOfRange("priceEscalationPerYear", TooMuch, () => Subscription(0, 1, new() { PriceEscalationPerYear = 1 }));
        Refused.OutOfRange("seatGrowthPerYear", TooMuch, () => Subscription(1, 0, new() { SeatGrowthPerYear = 1 }));
        Refused.OutOfRange("seatGrowthPerYear", TooMuch, () => Subscription(1, 1, new() { SeatGrowthPerYear = 0.5m, PriceEscalationPerYear = 0.5m }));
        Refused.OutOfRange("pricePerSeat", TooMuch, () => Subscription(Most, 1e15m, new()));
        Refused.OutOfRange("pricePerUnit", TooMuch, () => SoftwareCost.PerpetualLicense("a", Largest, Most));
        Refused.OutOfRange("loadedHourlyRate", TooMuch, () => TimeCost.Learning("a", Most, 100_000, Largest));
        Refused.OutOfRange("loadedHourlyRate", TooMuch, () => TimeCost.ProductivityDip("a", Most, 168, Largest, Share.Whole, 520));
        Refused.OutOfRange("marginPerCustomerYear", TooMuch, () => RetentionGain.Of("a", new CustomerBase(int.MaxValue, Share.Of(0.1m), Largest), Share.Of(0.1m)));
        Refused.OutOfRange("marginPerCustomerYear", TooMuch, () => LongTermGain.UpSell("a", int.MaxValue, Share.Whole, Largest));
        Refused.OutOfRange("unitCost", TooMuch + "18.", () => DecisionQuality.SafetyStock("a", new() { ServiceFactor = 10, ErrorBefore = 1e12m, ErrorAfter = 0, LeadTimeMonths = 120, UnitCost = Largest, CarryingRatePerYear = 0 }));
        Refused.OutOfRange("loadedHourlyRate", TooMuch, () => OperatingCostReduction.FromTasks("a", [new("t", 100_000, 0, 1e12m)], Largest, Most, 8784));
    }

    [Fact]
    public void AmountsCountsAndDates_HaveOneRange()
    {
        Refused.OutOfRange("amount", "1000000000000001", "from 0 to 1000000000000000", () => CostBasis.OneOff(Money.Cny(1_000_000_000_000_001)));
        Refused.OutOfRange("amountPerYear", "1000000000000001", "from 0 to 1000000000000000", () => BenefitBasis.Yearly(Money.Cny(1_000_000_000_000_001)));
        Refused.OutOfRange("flows", "1000000000000001", "from 0 to 1000000000000000", () => BenefitBasis.Amounts([new(Date("2025-01-01"), Money.Cny(1_000_000_000_000_001))]));
        Refused.OutOfRange("people", "10000001", "from 0 to 10000000", () => TimeCost.Learning("a", Most + 1, 1, Money.Cny(1)));
        Refused.OutOfRange("units", "10000001", "from 1 to 10000000", () => SoftwareCost.PerpetualLicense("a", Money.Cny(1), Most + 1));
        Refused.OutOfRange("seats", "10000001", "from 0 to 10000000", () => new SeatStep(Date("2025-01-01"), Most + 1));
        foreach (LocalDate outside in new[] { new LocalDate(1899, 12, 31), new LocalDate(2201, 1, 1), LocalDate.MinIsoValue, LocalDate.MaxIsoValue, default })
        {
            Refused.OutOfRange("date", "from 1900-01-01 to 2200-12-31", () => CostStart.On(outside));
            Refused.OutOfRange("until", "from 1900-01-01 to 2200-12-31", () => CostTerm.To(outside));
            Refused.OutOfRange("from", "from 1900-01-01 to 2200-12-31", () => new SeatStep(outside, 1));
            Refused.OutOfRange("flows", "from 1900-01-01 to 2200-12-31", () => CostBasis.Amounts([new(outside, Money.Cny(1))]));
            Refused.OutOfRange("flows", "from 1900-01-01 to 2200-12-31", () => BenefitBasis.Amounts([new(outside, Money.Cny(1))]));
        }

        Refused.OutOfRange("workedDaysPerMonth", "at least a hundredth of the paid days", () => new WorkTimeFactor(31, 1e-28m, "x"));
        Refused.OutOfRange("seatPlan", "from 1900-01-01 to 2200-12-31", () => Subscription(1, 1, new() { SeatPlan = [default] }));
    }

    [Fact]
    public void ACost_RunsAtMostAHundredYears()
    {
        CaseTimeline late = Case("2024-01-01", period: "P10Y");
        CostTerm[] terms = [CostTerm.Open, CostTerm.OfYears(100), CostTerm.To(Date("2200-12-31"))];
        Assert.All(terms, term => Assert.Equal(
            Date("2026-01-01"), Of(CostBasis.Recurring(Money.Cny(1), BillingCycle.Yearly, Date("1927-01-01"), term), late).Flows[^1].Date));
    }

    [Fact]
    public void PlanAndGrowthOfSeats_AreNotBothGiven() => Refused.Argument(
        "seatPlan", "allowed: one of the two", () => Subscription(1, 1, new() { SeatGrowthPerYear = 0.1m, SeatPlan = [new(Date("2025-01-01"), 1)] }));

    private static void Evaluate(InvestmentCase source) => Assert.NotEmpty(RoiEvaluator.Evaluate(source.WithPeriods(EvaluationPeriod.Parse("P100Y")).WithDiscountRate(0.08m)).Periods[0].Explain());
}
