using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>A case that starts inside a month: its periods end inside months too.</summary>
public class MidMonthReviewTests
{
    private static readonly InvestmentCase Case = InvestmentCase.Create("mid", Currency.Cny, new LocalDate(2024, 1, 31))
        .WithCosts(
            new CostItem("seats", CostCategory.Software, new SubscriptionCost(10, Money.Cny(100.10m), BillingCycle.Monthly)),
            CostItem.OfAmounts(CostCategory.Implementation, "work", [new DatedAmount(new LocalDate(2024, 7, 30), Money.Cny(700)), new DatedAmount(new LocalDate(2024, 7, 31), Money.Cny(300))]))
        .WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, "time", Money.Cny(20_000)));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(30)]
    [InlineData(36)]
    [InlineData(40)]
    public void ActualsEqualToPlan_ForecastThePlanOfTheEvaluation(int month)
    {
        YearMonth asOf = new YearMonth(2024, 1).PlusMonths(month);
        ReviewReport report = CaseReview.Review(Case, new Actuals(ReviewCases.OnPlan(Case, asOf)), asOf);
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(Case);
        Assert.Empty(report.Findings);
        foreach (PeriodForecast forecast in report.Forecast)
        {
            Assert.Equal(evaluation[forecast.Period].TotalCost, forecast.Forecast.TotalCost);
            Assert.Equal(evaluation[forecast.Period].TotalBenefit, forecast.Forecast.TotalBenefit);
            Assert.Equal(evaluation[forecast.Period].NetBenefit, forecast.Plan.NetBenefit);
        }
    }
}
