using TcmCrm.Roi.Costs;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Costs;

/// <summary>When a cost begins and how long it runs.</summary>
public class CostTermTests
{
    [Fact]
    public void Term_IsOpenInMonthsOrUntilADate()
    {
        (CostTerm Term, int? Months, string? Until, bool Open, string Text)[] terms =
        [
            (CostTerm.Open, null, null, true, "Open"),
            (default, null, null, true, "Open"),
            (CostTerm.OfMonths(5), 5, null, false, "5 months"),
            (CostTerm.OfMonths(1200), 1200, null, false, "1200 months"),
            (CostTerm.OfYears(1), 12, null, false, "12 months"),
            (CostTerm.OfYears(3), 36, null, false, "36 months"),
            (CostTerm.OfYears(100), 1200, null, false, "1200 months"),
            (CostTerm.To(Date("2027-03-01")), null, "2027-03-01", false, "until 2027-03-01"),
        ];
        Assert.All(terms, entry =>
        {
            Assert.Equal((entry.Months, entry.Open, entry.Text), (entry.Term.Months, entry.Term.IsOpen, entry.Term.ToString()));
            Assert.Equal(entry.Until is null ? null : Date(entry.Until), entry.Term.Until);
        });
        Assert.Equal(1, CostTerm.OfMonths(1).Months);
        Assert.Equal(CostTerm.OfYears(2), CostTerm.OfMonths(24));
        Assert.NotEqual(CostTerm.OfYears(2), CostTerm.OfMonths(25));
    }

    [Fact]
    public void Term_OutsideItsRange_IsRefused()
    {
        Refused.OutOfRange("months", "0", "from 1 to 1200", () => CostTerm.OfMonths(0));
        Refused.OutOfRange("months", "1201", "from 1 to 1200", () => CostTerm.OfMonths(1201));
        Refused.OutOfRange("years", "0", "from 1 to 100", () => CostTerm.OfYears(0));
        Refused.OutOfRange("years", "101", "from 1 to 100", () => CostTerm.OfYears(101));
    }

    [Fact]
    public void Start_SaysWhatItIsTiedTo()
    {
        Assert.Equal(["CaseStart", "GoLive", "2025-07-01"], new[] { default, CostStart.GoLive, CostStart.On(Date("2025-07-01")) }.Select(start => start.ToString()));
        CostStart converted = Date("2025-07-01");
        Assert.Equal(CostStart.FromLocalDate(Date("2025-07-01")), converted);
        Assert.Equal(
            [Date("2025-01-01"), Date("2025-03-10"), Date("2025-07-01")],
            new[] { CostStart.CaseStart, CostStart.GoLive, converted }.Select(start => start.Resolve(Case("2025-01-01", "2025-03-10"))));
    }

    [Fact]
    public void YearsOfTerm_PayTheirYears() =>
        Assert.Equal(
            [Date("2025-01-01"), Date("2026-01-01")],
            Of(new RecurringCost(Money.Cny(1), BillingCycle.Yearly, term: CostTerm.OfYears(2)), Case("2025-01-01", period: "P5Y")).Flows.Select(flow => flow.Date));
}
