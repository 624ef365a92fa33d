using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>
/// A case whose months are all alike, so that every figure can be worked out by hand: 15,000 of seats, 10,000 of service and 8,000 of sales in each month
/// from July 2024 on, without a discount. To December 2025 there are 18 months, 270,000 of cost and 324,000 of benefit; 18 months follow.
/// </summary>
internal static class EvenCase
{
    internal const string Seats = ReviewCases.Seats;
    internal const string Service = ReviewCases.Service;
    internal const string Sales = ReviewCases.Sales;

    internal static readonly YearMonth First = new(2024, 7);
    internal static readonly YearMonth AsOf = new(2025, 12);

    internal static InvestmentCase Case { get; } = Of(Currency.Cny);

    internal static InvestmentCase Of(Currency currency) => InvestmentCase.Create("Even", currency, ReviewCases.Start)
        .WithDiscountRate(0)
        .WithCosts(new CostItem(Seats, CostCategory.Software, new SubscriptionCost(100, new Money(150, currency), BillingCycle.Monthly)))
        .WithBenefits(
            BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, Service, new Money(120_000, currency)),
            BenefitItem.OfYearlyAmount(BenefitCategory.SalesGrowth, Sales, new Money(96_000, currency)));

    internal static List<Actual> OnPlan() => ReviewCases.OnPlan(Case, AsOf);

    /// <summary>The actuals of the plan without a line's between two months, both included.</summary>
    internal static List<Actual> Without(this List<Actual> actuals, string line, YearMonth first, YearMonth last) =>
        actuals.Change(line, actual => actual.Month >= first && actual.Month <= last ? null : actual);

    internal static ReviewReport Of(IEnumerable<Actual> actuals, ReviewSettings? settings = null) => CaseReview.Review(Case, new Actuals(actuals), AsOf, settings);

    internal static IEnumerable<YearMonth> Months(int count = 18) => ReviewCases.Months(First, count);
}
