using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>Benefits need a system that somebody pays for: 15,000 of seats and 18,000 of benefit in each of 36 months from July 2024, reviewed in December 2025.</summary>
public class ContractStopTests
{
    private static readonly LocalDate End = new(2026, 7, 1);
    private static readonly ReviewSettings Ends = new() { Contracts = [new ContractTerms(Seats, End, 0)] };

    [Fact]
    public void AContractThatTheActualsEnd_TakesItsBillsAndTheBenefitsWithIt()
    {
        ReviewReport report = Of(OnPlan(), Ends);
        PeriodForecast longest = report.Forecast[^1];
        Assert.Equal((24 * 15_000m, 24 * 18_000m), (longest.Forecast.TotalCost.Amount, longest.Forecast.TotalBenefit.Amount));
        Assert.True(longest.BenefitUpper.Amount < 30 * 18_000);
        Assert.Equal((540_000m, 648_000m), (longest.Plan.TotalCost.Amount, longest.Plan.TotalBenefit.Amount));
        Finding[] found = [.. report.Findings.Where(finding => finding.Rule == "benefitBeyondContract")];
        Assert.Equal([("benefitBeyondContract.stopped", Service, 120_000m), ("benefitBeyondContract.stopped", Sales, 96_000m)],
            found.Select(finding => (finding.Message.Id, finding.Subject!, finding.AtStake.Amount)));
        Assert.Contains("the forecast counts neither that nor the bills of the contract after it", found[0].Message.InEnglish(), StringComparison.Ordinal);

        // Nothing runs that could be extended, and an exit stops with the contract.
        DecisionValue extend = report.Decisions.Single(decision => decision.Kind == DecisionKind.Extend);
        Assert.Equal((false, "nothingToExtend", 0m), (extend.Value.IsApplicable, extend.Message.Id, extend.Beyond.Amount));
        Assert.Equal(NotApplicableReason.NothingToGain, extend.Value.Reason);
        Assert.Equal(report.Decisions[0].Value, report.Decisions.Single(decision => decision.Kind == DecisionKind.Exit).Value);
    }

    [Fact]
    public void AContractThatRenews_StopsNothing()
    {
        ReviewReport report = Of(OnPlan(), new ReviewSettings { Contracts = [new ContractTerms(Seats, End)] });
        Assert.Equal((540_000m, 648_000m), (report.Forecast[^1].Forecast.TotalCost.Amount, report.Forecast[^1].Forecast.TotalBenefit.Amount));
        Assert.Empty(report.Findings);
        Assert.True(report.Decisions.Single(decision => decision.Kind == DecisionKind.Extend).Value.IsApplicable);
    }

    /// <summary>Bills of after the end are not owed; bookings of after it are told.</summary>
    [Fact]
    public void AContractThatHasEnded_LeavesNoBillOwed()
    {
        var ended = new ReviewSettings { Contracts = [new ContractTerms(Seats, new LocalDate(2025, 7, 1), 0)] };
        ReviewReport report = Of(OnPlan().Without(Seats, new YearMonth(2025, 7), AsOf), ended);
        Assert.Equal((0m, 180_000m, 324_000m), (report.Owed.Amount, report.Forecast[^1].Forecast.TotalCost.Amount, report.Forecast[^1].Forecast.TotalBenefit.Amount));
        Assert.DoesNotContain(report.Findings, finding => finding.Rule == "costNotBooked");
    }

    /// <summary>Software that goes on without stated terms may carry the benefits: then plan and bills stay, and the benefit is not sure.</summary>
    [Fact]
    public void OtherSoftwareThatIsPaidFor_KeepsBillsAndBenefits()
    {
        InvestmentCase two = Case.WithCosts([.. Case.Costs, new CostItem("platform", CostCategory.Software, new SubscriptionCost(1, Money.Cny(1_000), BillingCycle.Monthly))]);
        ReviewReport report = CaseReview.Review(two, new Actuals(ReviewCases.OnPlan(two, AsOf)), AsOf, Ends);
        PeriodForecast longest = report.Forecast[^1];
        Assert.Equal((576_000m, 648_000m), (longest.Forecast.TotalCost.Amount, longest.Forecast.TotalBenefit.Amount));
        Assert.Contains(report.Findings, finding => finding.Message.Id == "benefitBeyondContract.others");
        Assert.True(longest.BenefitLower.Amount < 432_000);
    }

    /// <summary>The case itself ends the contract after 24 months: the plan stays the forecast, and what lies beyond is not sure.</summary>
    [Fact]
    public void AContractThatTheCaseEnds_LeavesTheBenefitsBeyondItUnsure()
    {
        InvestmentCase ended = Case.WithCosts(new CostItem(
            Seats, CostCategory.Software, new SubscriptionCost(100, Money.Cny(150), BillingCycle.Monthly, term: CostTerm.OfMonths(24), renewal: ContractRenewal.Ends)));
        ReviewReport report = CaseReview.Review(ended, new Actuals(ReviewCases.OnPlan(ended, AsOf)), AsOf);
        PeriodForecast longest = report.Forecast[^1];
        Assert.Equal(RoiEvaluator.Evaluate(ended).Periods[^1].NetPresentValue, report.NetPresentValue);
        Assert.InRange(longest.BenefitLower.Amount, 324_000, 432_000);
        DecisionValue extend = report.Decisions.Single(decision => decision.Kind == DecisionKind.Extend);
        Assert.Equal("nothingToExtend", extend.Message.Id);
        Assert.Equal("最后一份合同于2026年7月1日终止，早于最长评估周期的结束日；届时没有可以续约的合同。", extend.Message.InChinese());

        // One that ends with the period runs until then, and an extension renews it at what it costs.
        ended = Case.WithCosts(new CostItem(
            Seats, CostCategory.Software, new SubscriptionCost(100, Money.Cny(150), BillingCycle.Monthly, term: CostTerm.OfMonths(36), renewal: ContractRenewal.Ends)));
        extend = CaseReview.Review(ended, new Actuals(ReviewCases.OnPlan(ended, AsOf)), AsOf).Decisions.Single(decision => decision.Kind == DecisionKind.Extend);
        Assert.Equal(12 * 3_000m, extend.Beyond.Amount);
    }
}
