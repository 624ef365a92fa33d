using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.ReviewCases;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>At no discount the values are sums that can be worked out by hand: 18 months are past and 18 to come.</summary>
public class DecisionTests
{
    private static readonly ContractTerms Contract = new(Seats, new LocalDate(2026, 7, 1), termMonths: 12, noticeMonths: 3);

    [Fact]
    public void ContinueAndExtend_CountOnlyWhatIsToCome()
    {
        // 20,000 + 10,000 of benefit less 15,000 of seats a month.
        ReviewReport report = Undiscounted(OnPlan());
        Assert.Equal(18 * 15_000m, Value(report, DecisionKind.Continue));
        Assert.Equal(18 * 15_000m, Value(report, DecisionKind.Extend));
        Assert.Equal(Money.Cny(12 * 15_000), Decision(report, DecisionKind.Extend).Beyond);
        Assert.Equal(Money.Cny(0), Decision(report, DecisionKind.Extend).DifferenceToContinue.Value);
        Assert.Equal(0, Value(report, DecisionKind.Exit));
        Assert.False(Decision(report, DecisionKind.Fix).Value.IsApplicable);
        Assert.False(Decision(report, DecisionKind.Renegotiate).Value.IsApplicable);
    }

    [Fact]
    public void SunkCost_ChangesNoDecision()
    {
        ReviewReport plain = Undiscounted(OnPlan());
        ReviewReport dear = Undiscounted([.. OnPlan(), Rows.UnplannedCost("Lawsuit", new YearMonth(2025, 2), 5_000_000)]);
        Assert.Equal(plain.Decisions.Select(d => d.ToString()), dear.Decisions.Select(d => d.ToString()));
        Assert.Equal(OriginalDecision.Stands, plain.OriginalDecision);
        Assert.Equal(OriginalDecision.DoesNotStand, dear.OriginalDecision);
    }

    [Fact]
    public void Fix_ClosesPartOfTheGapAfterAWhile()
    {
        List<Actual> actuals = OnPlan().Change(Service, actual => actual.Times(0.6m));
        Assert.False(Decision(Undiscounted(actuals), DecisionKind.Fix).Value.IsApplicable);
        Assert.Equal("gapWorth", Decision(Undiscounted(actuals), DecisionKind.Fix).Message.Id);
        var half = new ReviewPolicy { FixEffect = Share.Percent(50) };
        Assert.Equal("gapWorth.share", Decision(Undiscounted(actuals, new ReviewSettings { Policy = half }), DecisionKind.Fix).Message.Id);
        ReviewReport report = Undiscounted(actuals, new ReviewSettings { Policy = half, FixCost = Money.Cny(0) });

        // The gap is 4,000 a month; half of it is closed, rising evenly over six months: (1 + ... + 5) / 6 + 13 = 15.5 months.
        Assert.Equal(18 * 11_000m + 2_000m * 15.5m, Value(report, DecisionKind.Fix));
        ReviewReport paid = Undiscounted(actuals, new ReviewSettings { Policy = half, FixCost = Money.Cny(1_000) });
        Assert.Equal(Value(report, DecisionKind.Fix) - 1_000, Value(paid, DecisionKind.Fix));
    }

    [Fact]
    public void Renegotiation_SavesUnusedSeatsFromTheRenewalThatIsStillOpen()
    {
        IEnumerable<Actual> seats = Months(new YearMonth(2025, 10), 3).Select(month => Actual.Seats(Seats, month, 80, 100));
        ReviewReport report = Undiscounted([.. OnPlan(), .. seats], new ReviewSettings { Contracts = [Contract] });
        DecisionValue decision = Decision(report, DecisionKind.Renegotiate);
        Assert.Equal(new LocalDate(2026, 7, 1), decision.EffectiveFrom);
        Assert.Equal(18 * 15_000m + 12 * 3_000m, decision.Value.Value.Amount);
        Assert.Equal(new LocalDate(2026, 4, 1), new ReviewCalendar(Case.GoLive, [Contract]).NextAfter(new LocalDate(2026, 3, 2)));
    }

    [Fact]
    public void Exit_WaitsForTheContract()
    {
        ReviewReport report = Undiscounted(OnPlan(), new ReviewSettings { Contracts = [Contract] });
        Assert.Equal(6 * 15_000m, Value(report, DecisionKind.Exit));
        Assert.Equal(new LocalDate(2026, 7, 1), Decision(report, DecisionKind.Exit).EffectiveFrom);
    }

    [Fact]
    public void Limits_HoldTheValue()
    {
        ReviewReport report = OnPlan().Change(Sales, actual => actual.Times(actual.Month.Month % 2 == 0 ? 0.6m : 1.3m)).Review();
        foreach (DecisionValue decision in report.Decisions.Where(decision => decision.Value.IsApplicable))
        {
            Assert.InRange(decision.Value.Value.Amount, decision.Lower.Value.Amount, decision.Upper.Value.Amount);
        }

        Assert.True(Decision(report, DecisionKind.Continue).Lower.Value < Decision(report, DecisionKind.Continue).Value.Value);
    }

    [Fact]
    public void Discounting_IsByTheMonthAtTheRateOfTheCase()
    {
        double expected = Enumerable.Range(1, 18).Sum(k => 15_000 * Math.Pow(1.08, -k / 12.0));
        Assert.Equal(expected, (double)Value(OnPlan().Review(), DecisionKind.Continue), 0.01);
    }

    private static ReviewReport Undiscounted(List<Actual> actuals, ReviewSettings? settings = null) =>
        CaseReview.Review(Case.WithDiscountRate(0), new Actuals(actuals), AsOf, settings);

    private static DecisionValue Decision(ReviewReport report, DecisionKind kind) => report.Decisions.Single(decision => decision.Kind == kind);

    private static decimal Value(ReviewReport report, DecisionKind kind) => Decision(report, kind).Value.Value.Amount;

    /// <summary>The seats of the fifteenth on which three years end belong to the extension: not to what is left of the three years.</summary>
    [Fact]
    public void PeriodThatEndsWithinAMonth_LeavesTheBillOfItsEndToTheExtension()
    {
        LocalDate start = new(2025, 3, 15);
        InvestmentCase plan = InvestmentCase.Create("mid-month", Currency.Cny, start)
            .WithPeriods(EvaluationPeriod.ThreeYears)
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "seats", Enumerable.Range(0, 60).Select(month => new DatedAmount(start.PlusMonths(month), Money.Cny(1_000)))))
            .WithBenefits(BenefitItem.OfAmounts(
                BenefitCategory.OperatingCost, "saving", Enumerable.Range(1, 60).Select(month => new DatedAmount(start.PlusMonths(month).PlusDays(-1), Money.Cny(2_000)))));
        IEnumerable<Actual> booked = Enumerable.Range(0, 15).Select(month => Rows.Cost("seats", new YearMonth(2025, 3).PlusMonths(month), 1_000))
            .Concat(Enumerable.Range(1, 14).Select(month => Rows.Benefit("saving", new YearMonth(2025, 3).PlusMonths(month), 2_000)));
        ReviewReport review = CaseReview.Review(
            plan,
            new Actuals([.. booked, Actual.Seats("seats", new YearMonth(2026, 5), 6, 10)]),
            new YearMonth(2026, 5),
            new ReviewSettings { Contracts = [new ContractTerms("seats", new LocalDate(2027, 3, 15), termMonths: 12, noticeMonths: 1)] });
        DecisionValue kept = review.Decisions.Single(decision => decision.Kind == DecisionKind.Continue);
        DecisionValue extended = review.Decisions.Single(decision => decision.Kind == DecisionKind.Extend);

        // 36,000 of the plan less 13,000 that is past; then twelve months more.
        Assert.Equal(23_000, kept.Value.Value.Amount);

        // Four seats in ten are unused in the twelve bills from the renewal on; the bill of the end is none of them.
        Assert.Equal(23_000 + 4_800, review.Decisions.Single(decision => decision.Kind == DecisionKind.Renegotiate).Value.Value.Amount);
        Assert.Equal((23_000, 12_000), (extended.Value.Value.Amount, extended.Beyond.Amount));
        Assert.Equal(new LocalDate(2028, 3, 15), extended.EffectiveFrom);
    }
}
