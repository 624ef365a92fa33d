using CsCheck;
using NodaTime;
using TcmCrm.Roi.Costs;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Costs;

public class RecurringCostTests
{
    private static readonly Gen<BillingCycle> Cycles = Gen.Int[0, 3].Select(i => Enum.GetValues<BillingCycle>()[i]);

    [Fact]
    public void Quarterly_IsPaidInAdvanceThroughTheGrid() =>
        Assert.Equal(
            [(Date("2025-01-01"), 300m), (Date("2025-04-01"), 300m), (Date("2025-07-01"), 300m), (Date("2025-10-01"), 300m)],
            Of(new RecurringCost(Money.Cny(300), BillingCycle.Quarterly), Case("2025-01-01", period: "P1Y")).Flows);

    [Fact]
    public void Escalation_CompoundsAtAnniversariesOfTheFirstDate() =>
        Assert.Equal(
            [(Date("2025-03-15"), 1000m), (Date("2026-03-15"), 1050m), (Date("2027-03-15"), 1102.5m)],
            Of(new RecurringCost(Money.Cny(1000), BillingCycle.Yearly, CostStart.GoLive, escalationPerYear: 0.05m), Case("2025-01-01", "2025-03-15")).Flows);

    [Fact]
    public void MonthEnd_IsCountedFromTheFirstDate() =>
        Assert.Equal(
            [Date("2025-01-31"), Date("2025-02-28"), Date("2025-03-31"), Date("2025-04-30")],
            Of(new RecurringCost(Money.Cny(1), BillingCycle.Monthly, Date("2025-01-31"), CostTerm.OfMonths(4)), Case("2025-01-01")).Flows.Select(flow => flow.Date));

    [Fact]
    public void CaseFromMonthEnd_SharesTheDatesOfTheGrid() =>
        Assert.Equal(
            [Date("2025-01-31"), Date("2025-02-28"), Date("2025-03-31")],
            Of(new RecurringCost(Money.Cny(1), BillingCycle.Monthly), Case("2025-01-31", period: "P3M")).Flows.Select(flow => flow.Date));

    [Fact]
    public void FirstDateOnAShortMonth_KeepsItsOwnDay() =>
        // The grid of 31 January has 28 February on it, but a cost from 28 February recurs on 28 March, not on 31 March.
        Assert.Equal(
            [Date("2025-02-28"), Date("2025-03-28"), Date("2025-04-28")],
            Of(new RecurringCost(Money.Cny(1), BillingCycle.Monthly, Date("2025-02-28"), CostTerm.OfMonths(3)), Case("2025-01-31")).Flows.Select(flow => flow.Date));

    [Fact]
    public void TermInMonths_PaysThePartOfTheLastCycle() =>
        Assert.Equal(
            [(Date("2025-01-01"), 1200m), (Date("2026-01-01"), 1200m), (Date("2027-01-01"), 600m)],
            Of(new RecurringCost(Money.Cny(1200), BillingCycle.Yearly, term: CostTerm.OfMonths(30)), Case("2025-01-01")).Flows);

    [Fact]
    public void TermToADate_PaysTheDaysOfTheLastCycle() =>
        // 1 to 11 March: 10 of 31 days.
        Assert.Equal(
            [(Date("2025-01-01"), 310m), (Date("2025-02-01"), 310m), (Date("2025-03-01"), 310m * (10m / 31))],
            Of(new RecurringCost(Money.Cny(310), BillingCycle.Monthly, term: CostTerm.To(Date("2025-03-11"))), Case("2025-01-01")).Flows);

    [Fact]
    public void TermToAMonthlyDate_IsCutByMonths() =>
        // 1 January to 1 May is four months: the second quarter counts one of its three, not 30 of its 91 days.
        Assert.Equal(
            [(Date("2025-01-01"), 300m), (Date("2025-04-01"), 300m * (1m / 3))],
            Of(new RecurringCost(Money.Cny(300), BillingCycle.Quarterly, term: CostTerm.To(Date("2025-05-01"))), Case("2025-01-01")).Flows);

    [Fact]
    public void TermToAnEarlierDayOfTheMonth_IsCutByDays() =>
        // From the 15th to 10 April: 26 of the 31 days from 15 March to 15 April.
        Assert.Equal(
            [(Date("2025-01-15"), 310m), (Date("2025-02-15"), 310m), (Date("2025-03-15"), 310m * (26m / 31))],
            Of(new RecurringCost(Money.Cny(310), BillingCycle.Monthly, Date("2025-01-15"), CostTerm.To(Date("2025-04-10"))), Case("2025-01-01")).Flows);

    [Fact]
    public void Escalation_ReachesFromNearlyNothingToDouble()
    {
        RecordedFlows Yearly(decimal escalation) =>
            Of(new RecurringCost(Money.Cny(100), BillingCycle.Yearly, term: CostTerm.OfYears(3), escalationPerYear: escalation), Case("2025-01-01"));
        Assert.Equal([100m, 1m, 0.01m], Yearly(-0.99m).Flows.Select(flow => flow.Amount));
        Assert.Equal([100m, 200m, 400m], Yearly(1).Flows.Select(flow => flow.Amount));
        Refused.OutOfRange("escalationPerYear", "-0.991", "from -0.99 to 1", () => new RecurringCost(Money.Cny(1), BillingCycle.Yearly, escalationPerYear: -0.991m));
        Refused.OutOfRange("escalationPerYear", "1.001", "from -0.99 to 1", () => new RecurringCost(Money.Cny(1), BillingCycle.Yearly, escalationPerYear: 1.001m));
        Refused.OutOfRange("amount", "-0.01", "from 0 to 1000000000000000", () => new RecurringCost(Money.Cny(-0.01m), BillingCycle.Yearly));
        Refused.OutOfRange("every", "2", "one of Monthly, Quarterly, HalfYearly, Yearly", () => new RecurringCost(Money.Cny(1), (BillingCycle)2));
    }

    [Theory]
    [InlineData("2025-06-01", "2025-06-01", 0)]
    [InlineData("2025-06-01", "2025-01-15", 0)]
    [InlineData("2025-06-01", "2025-06-02", 1)]
    [InlineData("2025-06-01", "2025-07-01", 1)]
    [InlineData("2025-06-01", "2025-07-02", 2)]
    [InlineData("2025-01-31", "2025-02-28", 1)]
    public void TermToADate_EndsBeforeIt(string from, string until, int payments) =>
        Assert.Equal(payments, Of(new RecurringCost(Money.Cny(1), BillingCycle.Monthly, Date(from), CostTerm.To(Date(until))), Case("2025-01-01")).Flows.Count);

    [Theory]
    [InlineData("2023-05-01")]
    [InlineData("2023-05-20")]
    public void FirstDateBeforeTheCase_KeepsItsRhythmAndEscalation(string from)
    {
        // Second anniversary of the first date, the first that lies in the case.
        RecordedFlows recorded = Of(new RecurringCost(Money.Cny(100), BillingCycle.Yearly, Date(from), escalationPerYear: 0.1m), Case("2025-01-01", period: "P1Y"));
        Assert.Equal([(Date(from).PlusYears(2), 121m)], recorded.Flows);
    }

    [Fact]
    public void GoLiveAfterTheGrid_RecordsNothing() =>
        Assert.Empty(Of(new RecurringCost(Money.Cny(100), BillingCycle.Monthly, CostStart.GoLive), Case("2025-01-01", "2028-01-01")).Flows);

    [Fact]
    public void DatesAtTheEndOfTheCalendar_RecordNothing()
    {
        Assert.Empty(Of(new RecurringCost(Money.Cny(1), BillingCycle.Monthly, CostStart.GoLive, CostTerm.OfYears(3)), Case("2025-01-01", "9999-12-31")).Flows);
        Assert.Empty(Of(new ProductivityDipCost(1, 40, Money.Cny(1), Share.Whole, 9), Case("2025-01-01", "9999-12-31")).Flows);
        Assert.Equal(36, Of(new RecurringCost(Money.Cny(1), BillingCycle.Monthly, term: CostTerm.To(Date("2200-12-31"))), Case("2025-01-01")).Flows.Count);
    }

    [Fact]
    public void LicenseShare_IsThePartOfAYear() =>
        // 18 % of 400,000 a year, by half-years.
        Assert.Equal(
            [(Date("2025-01-01"), 36_000m), (Date("2025-07-01"), 36_000m)],
            Of(new LicenseShareCost(Money.Cny(400_000), Share.Percent(18), BillingCycle.HalfYearly), Case("2025-01-01", period: "P1Y")).Flows);

    [Fact]
    public void Dates_AreThoseOfNodaTimeAndWithinTheTerm() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Int[-800, 800], Cycles, Gen.Int[1, 40])
            .Sample((startDay, offset, every, term) =>
            {
                LocalDate start = new LocalDate(2020, 1, 1).PlusDays(startDay);
                LocalDate first = start.PlusDays(offset);
                LocalDate end = start.PlusMonths(36);
                RecordedFlows recorded = Of(new RecurringCost(Money.Cny(1), every, first, CostTerm.OfMonths(term)), new(start, start, TcmCrm.Roi.Periods.EvaluationPeriod.ThreeYears));
                IEnumerable<LocalDate> expected = Enumerable.Range(0, 40)
                    .Where(cycle => cycle * every.Months() < term)
                    .Select(cycle => first.PlusMonths(cycle * every.Months()))
                    .Where(date => date >= start && date < end);
                Assert.Equal(expected, recorded.Flows.Select(flow => flow.Date));
            });

    [Fact]
    public void WholeTerm_SumsToMonthsTimesPrice() =>
        Gen.Select(Gen.Int[1, 36], Cycles).Sample((months, every) =>
            Assert.Equal(
                12_000m * months,
                Math.Round(Of(new RecurringCost(Money.Cny(12_000 * every.Months()), every, term: CostTerm.OfMonths(months)), Case("2025-01-01")).Total, 10)));

    [Fact]
    public void WrongArguments_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecurringCost(Money.Cny(-1), BillingCycle.Monthly));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecurringCost(Money.Cny(1), (BillingCycle)2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecurringCost(Money.Cny(1), BillingCycle.Monthly, escalationPerYear: 1.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecurringCost(Money.Cny(1), BillingCycle.Monthly, escalationPerYear: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CostTerm.OfMonths(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LicenseShareCost(Money.Cny(-1), Share.Whole));
    }
}
