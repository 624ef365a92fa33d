using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>A small case, and actuals that follow its plan except where a test says otherwise.</summary>
internal static class ReviewCases
{
    internal const string Seats = "Seats";
    internal const string Migration = "Migration";
    internal const string Sales = "Sales";
    internal const string Service = "Service";
    internal const string CrossSelling = "Cross-sell";

    internal static readonly LocalDate Start = new(2024, 7, 1);

    /// <summary>100 seats at 150 a month, a migration of 80,000 in the third month, two short-term benefits and one of the long-term block.</summary>
    internal static InvestmentCase Case { get; } = InvestmentCase.Create("Review", Currency.Cny, goLive: new LocalDate(2024, 9, 1), start: Start)
        .WithDiscountRate(0.08m)
        .WithCosts(
            new CostItem(Seats, CostCategory.Software, new SubscriptionCost(100, Money.Cny(150), BillingCycle.Monthly)),
            CostItem.OfAmounts(CostCategory.Implementation, Migration, [new DatedAmount(new LocalDate(2024, 9, 10), Money.Cny(80_000))]))
        .WithBenefits(
            BenefitItem.OfYearlyAmount(BenefitCategory.SalesGrowth, Sales, Money.Cny(240_000)).WithProfile(RealizationProfile.Linear(6)),
            BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, Service, Money.Cny(120_000)),
            BenefitItem.OfYearlyAmount(BenefitCategory.CrossSell, CrossSelling, Money.Cny(60_000)).WithProfile(RealizationProfile.Immediate.WithLag(6)));

    internal static YearMonth AsOf { get; } = new(2025, 12);

    /// <summary>Actuals equal to the plan for every line and month with one, up to a month.</summary>
    internal static List<Actual> OnPlan(InvestmentCase plan, YearMonth through)
    {
        ReviewReport empty = CaseReview.Review(plan, new Actuals([]), through);
        var actuals = new List<Actual>();
        foreach (ReviewLine line in empty.Lines)
        {
            for (YearMonth month = plan.Start.ToYearMonth(); month <= through; month = month.PlusMonths(1))
            {
                decimal amount = line.PlanIn(month);
                if (amount != 0)
                {
                    actuals.Add(line.Side == FlowSide.Cost ? Rows.Cost(line.Name, month, amount) : Rows.Benefit(line.Name, month, amount));
                }
            }
        }

        return actuals;
    }

    internal static List<Actual> OnPlan() => OnPlan(Case, AsOf);

    /// <summary>The same actuals with those of one line changed: another amount, or none.</summary>
    internal static List<Actual> Change(this List<Actual> actuals, string line, Func<Actual, Actual?> change) =>
        [.. actuals.Select(actual => actual.Line == line ? change(actual) : actual).OfType<Actual>()];

    internal static Actual Times(this Actual actual, decimal factor) => actual.Kind == ActualKind.Cost
        ? Rows.Cost(actual.Line, actual.Month, actual.Number * factor)
        : Rows.Benefit(actual.Line, actual.Month, actual.Number * factor);

    internal static ReviewReport Review(this IEnumerable<Actual> actuals, ReviewSettings? settings = null) =>
        CaseReview.Review(Case, new Actuals(actuals), AsOf, settings);

    internal static IEnumerable<YearMonth> Months(YearMonth first, int count) => Enumerable.Range(0, count).Select(k => first.PlusMonths(k));
}
