using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Evaluation;

/// <summary>A year paid in October uses up nine months of the next, which are in no figure: 700 % on accrual is not held against 100 %.</summary>
public class EarlierBillsTests
{
    private static readonly LocalDate Start = new(2025, 1, 1);

    [Theory]
    [InlineData(2024, 10, "unexpiredPrepayment.share")]
    [InlineData(2025, 10, "unexpiredPrepayment")]
    public void RatioOnAccrual_IsNotPraised_WhereABillBeforeTheStartPaidForTimeAfterIt(int year, int month, string warning)
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(InvestmentCase.Create("early", Currency.Cny, Start).WithPeriods(EvaluationPeriod.OneYear)
            .WithCosts(SoftwareCost.Subscription("seats", 1, Money.Cny(120_000), BillingCycle.Yearly, new SubscriptionOptions { From = CostStart.On(new LocalDate(year, month, 1)) }))
            .WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.SalesGrowth, "benefit", Money.Cny(240_000))));
        Assert.Contains(evaluation.Periods[0].Warnings, one => one.Id == warning);
        Assert.Equal(month == 10 && year == 2024, evaluation.Warnings.Any(one => one.Id == "prepaidBeforeStart"));
        Assert.Equal(7m, evaluation.Periods[0].ReturnOnInvestmentOnAccrual.Value);
    }
}
