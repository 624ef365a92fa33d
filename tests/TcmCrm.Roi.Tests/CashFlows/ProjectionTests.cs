using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.CashFlows;

public class ProjectionTests
{
    private static readonly ExchangeRates Rates = new(
    [
        new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 1, 1), 7m),
        new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 1, 10), 7.2m),
        new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 1, 31), 7.5m),
        new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 2, 1), 8m),
    ]);

    private static CostItem Dated(params (string Date, Money Amount)[] flows) =>
        CostItem.OfAmounts(CostCategory.Software, "a", [.. flows.Select(flow => new DatedAmount(Date(flow.Date), flow.Amount))]);

    private static CashFlow Cny(string date, decimal amount) => new(Date(date), Money.Cny(amount));

    [Fact]
    public void Cost_IsNegativeWithItsUplift() =>
        Assert.Equal(
            [Cny("2025-01-01", -105), Cny("2025-01-15", -210)],
            ProjectedFlows.Of(
                Dated(("2025-01-01", Money.Cny(100)), ("2025-01-15", Money.Cny(200))).WithRiskUplift(0.05m), Case("2025-01-01"), Currency.Cny, ExchangeRates.None));

    [Fact]
    public void ForeignCost_IsConvertedAtTheRateOfItsDate() =>
        // 105 x 7 on the first; 210 x 7.2 on the 15th.
        Assert.Equal(
            [Cny("2025-01-01", -735), Cny("2025-01-15", -1512)],
            ProjectedFlows.Of(Dated(("2025-01-01", Money.Usd(100)), ("2025-01-15", Money.Usd(200))).WithRiskUplift(0.05m), Case("2025-01-01"), Currency.Cny, Rates));

    [Fact]
    public void Benefit_IsPositiveAtItsAttributionLessItsRisk()
    {
        // A month 100 x 60 % x (1 - 10 %) = 54, at the end of each month: at 7.5 on 31 January, at 8 on 28 February.
        BenefitItem Item(Money perYear) =>
            BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "a", perYear).WithAttribution(Share.Percent(60)).WithRiskReduction(Share.Percent(10));
        Assert.Equal(
            [Cny("2025-01-31", 54), Cny("2025-02-28", 54)],
            ProjectedFlows.Of(Item(Money.Cny(1200)), Case("2025-01-01", period: "P2M"), Currency.Cny, ExchangeRates.None));
        Assert.Equal(
            [Cny("2025-01-31", 405), Cny("2025-02-28", 432)],
            ProjectedFlows.Of(Item(Money.Usd(1200)), Case("2025-01-01", period: "P2M"), Currency.Cny, Rates));
    }

    [Fact]
    public void Flows_OutsideTheMonthsOrOfNothing_AreLeftOut() =>
        Assert.Equal(
            [Cny("2025-01-01", -4), Cny("2025-02-14", -8), Cny("2025-02-28", -16)],
            ProjectedFlows.Of(
                Dated(
                    ("2024-12-01", Money.Cny(1)), ("2024-12-31", Money.Cny(2)), ("2025-01-01", Money.Cny(4)), ("2025-01-20", Money.Cny(0)), ("2025-02-01", Money.Cny(0)),
                    ("2025-02-14", Money.Cny(8)), ("2025-02-28", Money.Cny(16)), ("2025-03-01", Money.Cny(32)), ("2025-03-02", Money.Cny(64)), ("2026-01-15", Money.Cny(128))),
                Case("2025-01-01", period: "P2M"), Currency.Cny, ExchangeRates.None));

    [Fact]
    public void DatedBenefits_KeepTheirDays() =>
        Assert.Equal(
            [Cny("2025-01-01", 7), Cny("2025-01-20", 14.4m)],
            ProjectedFlows.Of(
                BenefitItem.OfAmounts(BenefitCategory.Retention, "a", [new(Date("2025-01-20"), Money.Usd(2)), new(Date("2025-01-01"), Money.Usd(1))]),
                Case("2025-01-01"), Currency.Cny, Rates));

    [Fact]
    public void BillingDateThatFallsOnAShortMonthsBoundary_IsPaidOnIt() =>
        // Months from 31 January have a boundary on 28 February; a cost from the 28th is billed on it, and on 28 March within a month.
        Assert.Equal(
            [Cny("2025-02-28", -800), Cny("2025-03-28", -800)],
            ProjectedFlows.Of(
                new CostItem("a", CostCategory.Software, new RecurringCost(Money.Usd(100), BillingCycle.Monthly, Date("2025-02-28"), CostTerm.OfMonths(2))),
                Case("2025-01-31"), Currency.Cny, Rates));

    [Fact]
    public void MissingRate_AndMissingArguments_AreRefused()
    {
        CostItem cost = Dated(("2025-01-15", Money.Usd(1)));
        BenefitItem benefit = BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "a", Money.Usd(1200));
        Assert.Throws<InvalidOperationException>(() => ProjectedFlows.Of(cost, Case("2025-01-01"), Currency.Cny, ExchangeRates.None));
        Assert.Throws<InvalidOperationException>(() => ProjectedFlows.Of(benefit, Case("2025-01-01"), Currency.Cny, ExchangeRates.None));
        Refused.Null("source", () => Projection.Of(null!, CaseTerms.None));
        Refused.Null("terms", () => Projection.Of(InvestmentCase.Create("a", Currency.Cny, Date("2025-01-01")), null!));
    }

    /// <summary>Released capital is converted at the ends of the periods and stands in no flow: its missing rate is found where all others are.</summary>
    [Fact]
    public void ReleasedCapitalWithoutARate_IsAMissingRate()
    {
        BenefitItem receivables = OperatingCostReduction.WorkingCapital("receivables", new Money(1_000_000, Currency.Usd), 90, 60, 0);
        InvestmentCase source = InvestmentCase.Create("case", Currency.Cny, new LocalDate(2025, 1, 1)).WithBenefits(receivables);
        Assert.Equal(["missingRate"], Projection.MissingRates(source, CaseTerms.None).Select(message => message.Id));
        Assert.Throws<InvalidOperationException>(() => Projection.Of(source, CaseTerms.None));

        InvestmentCase converted = source.WithExchangeRates(Rates);
        Assert.Empty(Projection.MissingRates(converted, CaseTerms.None));
        Assert.NotEmpty(RoiEvaluator.Evaluate(converted).Periods[0].BenefitLines());
    }
}
