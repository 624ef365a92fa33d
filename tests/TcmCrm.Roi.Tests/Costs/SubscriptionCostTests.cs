using CsCheck;
using TcmCrm.Roi.Costs;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Costs;

public class SubscriptionCostTests
{
    private static readonly Gen<BillingCycle> Cycles = Gen.Int[0, 3].Select(i => Enum.GetValues<BillingCycle>()[i]);

    [Fact]
    public void Monthly_IsSeatsTimesPriceEveryMonth()
    {
        RecordedFlows recorded = Of(new SubscriptionCost(120, Money.Cny(150), BillingCycle.Monthly), Case("2025-01-01"));
        Assert.Equal(36, recorded.Flows.Count);
        Assert.All(recorded.Flows, flow => Assert.Equal(18_000m, flow.Amount));
        Assert.Equal(Date("2027-12-01"), recorded.Flows[^1].Date);
    }

    [Fact]
    public void EscalationAndGrowth_RoundSeatsUpToWholeOnes() =>
        // Seats 120, 132, 145.2 -> 146; price 1,800, 1,854, 1,909.62.
        Assert.Equal(
            [(Date("2025-01-01"), 216_000m), (Date("2026-01-01"), 132 * 1854m), (Date("2027-01-01"), 146 * 1909.62m)],
            Of(
                new SubscriptionCost(120, Money.Cny(1800), BillingCycle.Yearly, priceEscalationPerYear: 0.03m, seatGrowthPerYear: 0.1m),
                Case("2025-01-01")).Flows);

    [Fact]
    public void EscalationAlone_AndGrowthAlone_ChangeTheAmount()
    {
        IEnumerable<decimal> Amounts(decimal escalation, decimal growth) => Of(
            new SubscriptionCost(100, Money.Cny(10), BillingCycle.Yearly, priceEscalationPerYear: escalation, seatGrowthPerYear: growth),
            Case("2025-01-01")).Flows.Select(flow => flow.Amount);
        Assert.Equal([1000m, 1050m, 1102.5m], Amounts(0.05m, 0));
        Assert.Equal([1000m, 1200m, 1440m], Amounts(0, 0.2m));
        Assert.Equal([1000m, 1000m, 1000m], Amounts(0, 0));
    }

    [Fact]
    public void TermCutShort_PaysThePartOfTheLastCycle()
    {
        // Quarterly 90 x 10. Four months are one third of the second quarter; to 11 July are 10 of the 92 days of the third.
        RecordedFlows Quarterly(CostTerm term) => Of(new SubscriptionCost(10, Money.Cny(90), BillingCycle.Quarterly, term: term, renewal: term.Months is null ? null : ContractRenewal.Ends), Case("2025-01-01"));
        Assert.Equal([(Date("2025-01-01"), 900m), (Date("2025-04-01"), 900m * (1m / 3))], Quarterly(CostTerm.OfMonths(4)).Flows);
        Assert.Equal(
            [(Date("2025-01-01"), 900m), (Date("2025-04-01"), 900m), (Date("2025-07-01"), 900m * (10m / 92))],
            Quarterly(CostTerm.To(Date("2025-07-11"))).Flows);
    }

    [Fact]
    public void TermInMonths_EndsTheSeatsAddedInItsLastCycle() =>
        // Four months end on 1 May: 2 seats more from 16 April are paid for 15 of the 91 days of the quarter; a step after the end is not.
        Assert.Equal(
            [(Date("2025-01-01"), 900m), (Date("2025-04-01"), 900m * (1m / 3)), (Date("2025-04-16"), 180m * (15m / 91))],
            Of(
                new SubscriptionCost(
                    10, Money.Cny(90), BillingCycle.Quarterly, seatPlan: [new SeatStep(Date("2025-04-16"), 12), new SeatStep(Date("2025-05-02"), 20)], term: CostTerm.OfMonths(4), renewal: ContractRenewal.Ends),
                Case("2025-01-01")).Flows);

    [Fact]
    public void Shrinking_RoundsUpToo() =>
        Assert.Equal(
            [300m, 271m],
            Of(new SubscriptionCost(300, Money.Cny(1), BillingCycle.Yearly, seatGrowthPerYear: -0.0999m), Case("2025-01-01", period: "P2Y")).Flows.Select(flow => flow.Amount));

    [Fact]
    public void Plan_AddsSeatsForTheRestOfTheCycle() =>
        // A year of 365 days at 3,650: 10 seats; 5 more from 1 July for the remaining 184 days; 15 in the second year.
        Assert.Equal(
            [(Date("2025-01-01"), 36_500m), (Date("2025-07-01"), 5 * 3650m * (184m / 365)), (Date("2026-01-01"), 54_750m)],
            Of(
                new SubscriptionCost(10, Money.Cny(3650), BillingCycle.Yearly, seatPlan: [new SeatStep(Date("2025-07-01"), 15)]),
                Case("2025-01-01", period: "P2Y")).Flows);

    [Fact]
    public void Plan_PaysSeatsGivenUpToTheEndOfTheCycle() =>
        Assert.Equal(
            [(Date("2025-01-01"), 10m), (Date("2026-01-01"), 4m)],
            Of(
                new SubscriptionCost(10, Money.Cny(1), BillingCycle.Yearly, seatPlan: [new SeatStep(Date("2025-05-01"), 4), new SeatStep(Date("2025-08-01"), 9), new SeatStep(Date("2025-09-01"), 4)]),
                Case("2025-01-01", period: "P2Y")).Flows);

    [Fact]
    public void PlanOnBillingDates_ChangesTheWholeCycle() =>
        Assert.Equal(
            [(Date("2025-01-01"), 10m), (Date("2025-02-01"), 10m), (Date("2025-03-01"), 25m), (Date("2025-04-01"), 25m)],
            Of(
                new SubscriptionCost(10, Money.Cny(1), BillingCycle.Monthly, seatPlan: [new SeatStep(Date("2025-03-01"), 25)], term: CostTerm.OfMonths(4), renewal: ContractRenewal.Ends),
                Case("2025-01-01")).Flows);

    [Fact]
    public void StepInACycleBegunBeforeTheCase_IsPaidInTheCase() =>
        // Billed on 1 July 2024 and 2025; 5 seats from 1 April 2025 for 91 of 365 days.
        Assert.Equal(
            [(Date("2025-04-01"), 5 * 365m * (91m / 365)), (Date("2025-07-01"), 15 * 365m)],
            Of(
                new SubscriptionCost(10, Money.Cny(365), BillingCycle.Yearly, seatPlan: [new SeatStep(Date("2025-04-01"), 15)], from: Date("2024-07-01")),
                Case("2025-01-01", period: "P1Y")).Flows);

    [Fact]
    public void TermCutShort_CutsAddedSeatsToo()
    {
        // Quarterly at 90 a seat. Term to 11 July: 10 of the 92 days of the third quarter; 2 seats more on 5 July for 6 days.
        var cost = new SubscriptionCost(10, Money.Cny(90), BillingCycle.Quarterly, seatPlan: [new SeatStep(Date("2025-07-05"), 12)], term: CostTerm.To(Date("2025-07-11")));
        Assert.Equal(
            [(Date("2025-01-01"), 900m), (Date("2025-04-01"), 900m), (Date("2025-07-01"), 900m * (10m / 92)), (Date("2025-07-05"), 180m * (6m / 92))],
            Of(cost, Case("2025-01-01")).Flows);
    }

    [Fact]
    public void ConstantPlan_IsNoPlan() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 90], Cycles, Gen.Int[-100, 400]).Sample((seats, offset, every, step) =>
        {
            var start = Date("2025-01-15").PlusDays(offset);
            Assert.Equal(
                Of(new SubscriptionCost(seats, Money.Cny(12.5m), every, start), Case("2025-01-15")).Flows,
                Of(new SubscriptionCost(seats, Money.Cny(12.5m), every, seatPlan: [new SeatStep(Date("2025-01-15").PlusDays(step), seats)], from: start), Case("2025-01-15")).Flows);
        });

    [Fact]
    public void Scaling_ScalesEveryFlow() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[1, 1000], Gen.Int[0, 20]).Sample((seats, price, growth) =>
        {
            var one = Of(new SubscriptionCost(seats, Money.Cny(price), BillingCycle.Monthly, seatGrowthPerYear: growth / 100m), Case("2025-01-01")).Flows;
            var ten = Of(new SubscriptionCost(seats, Money.Cny(10 * price), BillingCycle.Monthly, seatGrowthPerYear: growth / 100m), Case("2025-01-01")).Flows;
            Assert.Equal(one.Select(flow => (flow.Date, 10 * flow.Amount)), ten);
        });

    [Fact]
    public void StepOutOfOrder_IsNamed()
    {
        Refused.Argument(
            "seatPlan", "Step 2 (2025-02-01: 3 seats) is not after the one before (2025-02-01: 2 seats).",
            () => new SubscriptionCost(
                1, Money.Cny(1), BillingCycle.Monthly, seatPlan: [new SeatStep(Date("2025-01-01"), 9), new SeatStep(Date("2025-02-01"), 2), new SeatStep(Date("2025-02-01"), 3)]));
        Refused.OutOfRange("seats", "-1", "from 0 to 10000000", () => new SeatStep(Date("2025-02-01"), -1));
        Refused.OutOfRange("seats", "-1", "from 0 to 10000000", () => new SubscriptionCost(-1, Money.Cny(1), BillingCycle.Monthly));
        Refused.OutOfRange("pricePerSeat", "-1", "from 0 to 1000000000000000", () => new SubscriptionCost(1, Money.Cny(-1), BillingCycle.Monthly));
        Refused.OutOfRange(
            "seatGrowthPerYear", "1.01", "from -0.99 to 1", () => new SubscriptionCost(1, Money.Cny(1), BillingCycle.Monthly, seatGrowthPerYear: 1.01m));
        Refused.OutOfRange(
            "priceEscalationPerYear", "-1", "from -0.99 to 1", () => new SubscriptionCost(1, Money.Cny(1), BillingCycle.Monthly, priceEscalationPerYear: -1));
        Assert.Equal("2025-07-01: 150 seats", new SeatStep(Date("2025-07-01"), 150).ToString());
    }

    [Fact]
    public void WrongArguments_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SubscriptionCost(-1, Money.Cny(1), BillingCycle.Monthly));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SubscriptionCost(1, Money.Cny(-1), BillingCycle.Monthly));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SubscriptionCost(1, Money.Cny(1), BillingCycle.Monthly, seatGrowthPerYear: 2));
        Assert.Throws<ArgumentNullException>(() => new SubscriptionOptions { SeatPlan = null! });
        Assert.Throws<ArgumentException>(() => new SubscriptionCost(
            1, Money.Cny(1), BillingCycle.Monthly, seatPlan: [new SeatStep(Date("2025-02-01"), 2), new SeatStep(Date("2025-02-01"), 3)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeatStep(Date("2025-02-01"), -1));
    }
}
