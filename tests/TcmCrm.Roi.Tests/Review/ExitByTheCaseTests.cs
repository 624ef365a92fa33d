using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>A contract whose term stands in the case binds an exit, also where the actuals say nothing of it.</summary>
public class ExitByTheCaseTests
{
    private static readonly LocalDate Start = new(2025, 1, 1);

    [Theory]
    [InlineData(36, BillingCycle.Yearly, 2028)]
    [InlineData(36, BillingCycle.Monthly, 2028)]
    [InlineData(12, BillingCycle.Yearly, 2026)]
    public void Exit_IsAtTheEndOfTheTermThatTheCaseStates(int months, BillingCycle every, int year)
    {
        ReviewReport report = Review(CostTerm.OfMonths(months), every);
        DecisionValue exit = report.Decisions.Single(decision => decision.Kind == DecisionKind.Exit);
        Assert.Equal(new LocalDate(year, 1, 1), exit.EffectiveFrom);
        Assert.Equal("exitWithContracts", exit.Message.Id);
        if (year == 2028)
        {
            // Bound to the end of the window: nothing is gained by leaving.
            Assert.Equal(0, exit.DifferenceToContinue.Value.Amount);
            Assert.False(exit.IsRecommended);
        }
    }

    [Fact]
    public void WithoutATerm_ExitIsAtOnce() => Assert.Equal(
        "exitAtOnce", Review(CostTerm.Open, BillingCycle.Monthly).Decisions.Single(decision => decision.Kind == DecisionKind.Exit).Message.Id);

    private static ReviewReport Review(CostTerm term, BillingCycle every)
    {
        decimal price = every == BillingCycle.Yearly ? 3_600 : 300;
        InvestmentCase plan = InvestmentCase.Create("bound", Currency.Cny, Start).WithDiscountRate(0).WithPeriods(EvaluationPeriod.OneYear, EvaluationPeriod.ThreeYears)
            .WithCosts(SoftwareCost.Subscription("seats", 100, Money.Cny(price), every, new SubscriptionOptions { From = CostStart.CaseStart, Term = term }))
            .WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.SalesGrowth, "benefit", Money.Cny(240_000)));
        YearMonth first = Start.ToYearMonth();
        Actual[] rows =
        [
            .. Enumerable.Range(0, 12).Where(month => every == BillingCycle.Monthly || month == 0).Select(month => Actual.Cost("seats", first.PlusMonths(month), Money.Cny(100 * price))),
            .. Enumerable.Range(0, 12).Select(month => Actual.Benefit("benefit", first.PlusMonths(month), Money.Cny(5_000))),
        ];
        return CaseReview.Review(plan, new Actuals(rows), first.PlusMonths(11));
    }
}
