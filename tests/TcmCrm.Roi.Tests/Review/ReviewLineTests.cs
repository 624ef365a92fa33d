using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>What a review shows of its lines and offers to rules.</summary>
public class ReviewLineTests
{
    [Fact]
    public void ALine_ShowsPlanAndActualByMonth()
    {
        ReviewReport report = EvenCase.Of([.. OnPlan().Without(Service, First, First).Change(Service, actual => actual.Times(0.8m)), Rows.Benefit(Sales, AsOf.PlusMonths(1), 5)]);
        ReviewLine line = report.Context.FindBenefit(Service)!;
        Assert.Equal((Service, FlowSide.Benefit, false, true, 1, 17), (line.Name, line.Side, line.IsUnplanned, line.HasStarted, line.MonthsLate, line.MeasuredMonths));
        Assert.Same(Case.Benefits[0], line.Benefit);
        Assert.Null(line.Cost);
        Assert.Same(Case.Costs[0], report.Lines[0].Cost);
        Assert.Equal((10_000m, 0m), (line.PlanIn(First), line.PlanIn(First.PlusMonths(-1))));
        Assert.Equal((false, 0m), Known(First.PlusMonths(-1)));
        Assert.Equal((false, 0m), Known(First));
        Assert.Equal((true, 8_000m), Known(First.PlusMonths(1)));
        Assert.Equal((true, 8_000m), Known(AsOf));
        Assert.Equal((false, 0m), Known(AsOf.PlusMonths(1)));
        Assert.True(line.TryGetRealization(out decimal ratio));
        Assert.Equal(0.8m, ratio);
        Assert.Equal("Service: " + line.Variance, line.ToString());
        Assert.Equal(
            $"{line.Variance.Total} = timing {line.Variance.Timing} + volume {line.Variance.VolumeAndAdoption} + price {line.Variance.PriceAndRate}",
            line.Variance.ToString());

        (bool, decimal) Known(YearMonth month) => (line.TryGetActual(month, out decimal amount), amount);
    }

    [Fact]
    public void ALineThatWasMeasuredAsNothing_HasStarted()
    {
        ReviewLine line = EvenCase.Of(OnPlan().Change(Service, actual => actual.Times(0))).Context.FindBenefit(Service)!;
        Assert.Equal((true, 0, 18), (line.HasStarted, line.MonthsLate, line.MeasuredMonths));
        Assert.True(line.TryGetActual(AsOf, out decimal amount));
        Assert.Equal(0, amount);
        Assert.True(line.TryGetRealization(out decimal ratio));
        Assert.Equal(0, ratio);
    }

    [Fact]
    public void Variances_AddUpPartByPart()
    {
        var one = new LineVariance(Money.Cny(1), Money.Cny(20), Money.Cny(300), Money.Cny(4_000));
        var two = new LineVariance(Money.Cny(5), Money.Cny(60), Money.Cny(700), Money.Cny(8_000));
        Assert.Equal(new LineVariance(Money.Cny(6), Money.Cny(80), Money.Cny(1_000), Money.Cny(12_000)), one + two);
        Assert.Equal((Money.Cny(19), Money.Cny(19 - 300 - 4_000)), (one.Total, one.PriceAndRate));
        Refused.Null("left", () => null! + one);
        Refused.Null("right", () => one + null!);
        Assert.Throws<InvalidOperationException>(() => one + LineVariance.None(Currency.Usd));
        Assert.Equal(one, one + LineVariance.None(Currency.Cny));
    }

    [Fact]
    public void VariancesAndTotals_AreEqualByTheirMoney()
    {
        EqualityLaw.Holds(Variance(1, 2, 3, 4), Variance(1, 2, 3, 4), Variance(9, 2, 3, 4), Variance(1, 9, 3, 4), Variance(1, 2, 9, 4), Variance(1, 2, 3, 9));
        EqualityLaw.Holds(Totals(1, 2), Totals(1, 2), Totals(9, 2), Totals(1, 9));

        static LineVariance Variance(decimal plan, decimal actual, decimal timing, decimal volume) =>
            new(Money.Cny(plan), Money.Cny(actual), Money.Cny(timing), Money.Cny(volume));

        static ReviewTotals Totals(decimal cost, decimal benefit) => new(Money.Cny(cost), Money.Cny(benefit));
    }

    [Fact]
    public void Totals_HaveAReturnOnlyOnACost()
    {
        var totals = new ReviewTotals(Money.Cny(100), Money.Cny(160));
        Assert.Equal((Money.Cny(60), 0.6m), (totals.NetBenefit, totals.ReturnOnInvestment.Value));
        Assert.Equal("cost CNY 100, benefit CNY 160, ROI 0.6", totals.ToString());
        Assert.Equal(NotApplicableReason.NoCost, new ReviewTotals(Money.Cny(0), Money.Cny(160)).ReturnOnInvestment.Reason);
        Assert.Equal(NotApplicableReason.NoCost, new ReviewTotals(Money.Cny(-1), Money.Cny(160)).ReturnOnInvestment.Reason);
        Assert.Equal(15_999m, new ReviewTotals(Money.Cny(0.01m), Money.Cny(160)).ReturnOnInvestment.Value);
    }

    [Fact]
    public void Lines_AreFoundByNameAndSide()
    {
        InvestmentCase twins = Case.WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, Seats, Money.Cny(1_200)).WithId(new LineId("saved seats")), Case.Benefits[1]);
        ReviewContext context = CaseReview.Review(twins, new Actuals([]), First).Context;
        Assert.Same(context.Lines[0], context.FindCost(Seats));
        Assert.Same(context.Lines[1], context.FindBenefit(Seats));
        Assert.Null(context.FindCost(Sales));
        Assert.Null(context.FindBenefit(Service));
        Assert.Same(context.Lines[2], context.FindBenefit(Sales));
    }

    [Fact]
    public void AFindingBefore_IsKnownByRuleAndSubject()
    {
        ReviewContext context = EvenCase.Of(OnPlan().Change(Service, actual => actual.Times(0.5m)).Change(Seats, actual => actual.Times(1.5m))).Context;
        Assert.True(context.WasFound("benefitBelowPlan", Service));
        Assert.True(context.WasFound("costOverrun", Seats));
        Assert.False(context.WasFound("benefitBelowPlan", Seats));
        Assert.False(context.WasFound("costOverrun", Service));
        Assert.Equal(2, context.Found.Count);
        Assert.Equal((new LocalDate(2026, 1, 1), AsOf), (context.Today, context.AsOf));
        Assert.Same(ReviewPolicy.Default, context.Policy);
    }

    /// <summary>The scale is the larger of planned cost and benefit to date: 324,000 with benefits, 270,000 of cost without.</summary>
    [Theory]
    [InlineData(true, "3240", "9720", "32400")]
    [InlineData(false, "2700", "8100", "27000")]
    public void AnAmount_MattersBesideThePlan(bool hasBenefits, string material, string medium, string high)
    {
        ReviewContext context = CaseReview.Review(hasBenefits ? Case : Case.WithBenefits(), new Actuals([]), AsOf).Context;
        Money fen = Money.Cny(0.01m);
        Assert.True(context.IsMaterial(Amount(material)));
        Assert.False(context.IsMaterial(Amount(material) - fen));
        Assert.False(context.IsMaterial(-Amount(high)));
        Assert.Equal(FindingSeverity.High, context.SeverityOf(Amount(high)));
        Assert.Equal(FindingSeverity.Medium, context.SeverityOf(Amount(high) - fen));
        Assert.Equal(FindingSeverity.Medium, context.SeverityOf(Amount(medium)));
        Assert.Equal(FindingSeverity.Low, context.SeverityOf(Amount(medium) - fen));
        Assert.Equal(FindingSeverity.Low, context.SeverityOf(Money.Cny(0)));

        static Money Amount(string text) => Money.Parse("CNY " + text);
    }

    [Fact]
    public void WithoutAPlanToDate_EveryAmountMattersAndNothingDoesNot()
    {
        InvestmentCase later = Case.WithCosts().WithBenefits(Case.Benefits[0].WithProfile(RealizationProfile.Immediate.WithLag(6)));
        ReviewContext context = CaseReview.Review(later, new Actuals([]), First).Context;
        Assert.True(context.IsMaterial(Money.Cny(0.01m)));
        Assert.False(context.IsMaterial(Money.Cny(0)));
        Assert.Equal(FindingSeverity.High, context.SeverityOf(Money.Cny(0.01m)));
        Assert.Equal(FindingSeverity.Low, context.SeverityOf(Money.Cny(0)));
    }

    [Fact]
    public void AdoptionAndSeats_AreTheMeanOfTheRecentMonthsThatWereObserved()
    {
        ReviewContext context = EvenCase.Of(
        [
            .. OnPlan(), Actual.Adoption(First, 8, 100, line: Service), Actual.Adoption(First.PlusMonths(3), 40, 100, line: Service),
            Actual.Adoption(First.PlusMonths(9), 60, 100, line: Service), Actual.Adoption(AsOf, 80, 100, line: Service),
            Actual.Seats(Seats, First, 0, 100), Actual.Seats(Seats, First.PlusMonths(9), 60, 100), Actual.Seats(Seats, AsOf.PlusMonths(-1), 70, 100), Actual.Seats(Seats, AsOf, 80, 100),
        ]).Context;
        Assert.True(context.TryGetAdoption(context.FindBenefit(Service)!, out decimal ratio));
        Assert.Equal(0.75m, ratio);
        Assert.True(context.TryGetUnusedSeats(context.FindCost(Seats)!, out decimal unused));
        Assert.Equal(0.3m, unused);
        Assert.False(context.TryGetAdoption(context.FindBenefit(Sales)!, out ratio));
        Assert.False(context.TryGetUnusedSeats(context.FindBenefit(Sales)!, out unused));
        Assert.Equal((1, 0), (ratio, unused));
        Refused.Null("line", () => context.TryGetAdoption(null!, out _));
        Refused.Null("line", () => context.TryGetUnusedSeats(null!, out _));
    }

    [Fact]
    public void AdoptionOfAll_StandsForTheBenefitsWithoutTheirOwn()
    {
        ReviewContext context = EvenCase.Of([.. OnPlan(), Actual.Adoption(AsOf, 40, 100), Actual.Adoption(AsOf, 60, 100, line: Service)]).Context;
        Assert.Equal((0.75m, 0.5m), (Ratio(Service), Ratio(Sales)));
        Assert.False(context.TryGetAdoption(context.FindCost(Seats)!, out _));

        decimal Ratio(string name) => context.TryGetAdoption(context.FindBenefit(name)!, out decimal ratio) ? ratio : -1;
    }

    [Fact]
    public void TheMonthsOfAReview_AreCountedAcrossTheYears()
    {
        var months = new ReviewMonths(new YearMonth(2024, 11), new YearMonth(2025, 2), new YearMonth(2026, 1));
        Assert.Equal((3, 15), (months.AsOf, months.Count));
        Assert.Equal([-1, 0, 1, 2, 14], new[] { (2024, 10), (2024, 11), (2024, 12), (2025, 1), (2026, 1) }.Select(at => months.IndexOf(new YearMonth(at.Item1, at.Item2))));
        Assert.Equal((1, 2), (months.IndexOf(new LocalDate(2024, 12, 31)), months.IndexOf(new LocalDate(2025, 1, 1))));
        Assert.Equal(
            [new YearMonth(2024, 11), new YearMonth(2024, 12), new YearMonth(2025, 1), new YearMonth(2025, 12)], new[] { 0, 1, 2, 13 }.Select(months.MonthAt));
        Assert.Equal(4, new ReviewMonths(new YearMonth(2024, 11), new YearMonth(2025, 2), new YearMonth(2024, 12)).Count);
    }

    [Fact]
    public void TheCalendar_FindsTheNextReviewFromAnyDay()
    {
        var calendar = new ReviewCalendar(new LocalDate(2024, 9, 1));
        (string Date, string Next)[] reviews =
        [
            ("2020-01-01", "2024-10-01"), ("2024-09-01", "2024-10-01"), ("2024-10-01", "2024-11-01"), ("2025-02-28", "2025-03-01"),
            ("2025-03-01", "2025-06-01"), ("2025-05-31", "2025-06-01"), ("2025-06-01", "2025-09-01"), ("2030-05-15", "2030-06-01"), ("2030-06-01", "2030-09-01"),
        ];
        Assert.All(reviews, review => Assert.Equal(Day(review.Next), calendar.NextAfter(Day(review.Date))));
        Assert.Equal([new LocalDate(2024, 11, 1), new LocalDate(2024, 12, 1)], calendar.Between(new LocalDate(2024, 10, 1), new LocalDate(2024, 12, 1)));
        Assert.Empty(calendar.Between(new LocalDate(2024, 10, 1), new LocalDate(2024, 10, 31)));
        Assert.Equal((new LocalDate(2024, 9, 1), 0), (calendar.GoLive, calendar.Contracts.Count));

        // The earliest of several notices, in either order; one after the next review changes nothing.
        ContractTerms early = new("a", new LocalDate(2025, 9, 1), 12, 2);
        ContractTerms late = new("b", new LocalDate(2025, 11, 1), 12, 2);
        Assert.Equal(new LocalDate(2025, 7, 1), new ReviewCalendar(calendar.GoLive, [early, late]).NextAfter(new LocalDate(2025, 6, 1)));
        Assert.Equal(new LocalDate(2025, 7, 1), new ReviewCalendar(calendar.GoLive, [late, early]).NextAfter(new LocalDate(2025, 6, 1)));
        Assert.Equal(new LocalDate(2025, 9, 1), new ReviewCalendar(calendar.GoLive, [late]).NextAfter(new LocalDate(2025, 7, 1)));
        Assert.Equal([late], new ReviewCalendar(calendar.GoLive, [late]).Contracts);

        static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
    }
}
