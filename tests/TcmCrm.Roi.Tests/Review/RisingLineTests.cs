using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>
/// Lines whose plan rises by 1,000 a month, 1,000 in July 2024 and 36,000 in June 2027: it matters from which month a late line takes its plan. To December
/// 2025 they come to 171,000, two months late to 136,000; in the 18 months that follow, two months late, to 459,000.
/// </summary>
public class RisingLineTests
{
    private const string Rising = "Rising";

    private static readonly DatedAmount[] Amounts = [.. Enumerable.Range(0, 36).Select(k => new DatedAmount(ReviewCases.Start.PlusMonths(k), Money.Cny(1_000 * (k + 1))))];

    private static readonly InvestmentCase OfBenefit = InvestmentCase.Create("Rising", Currency.Cny, ReviewCases.Start).WithDiscountRate(0)
        .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.OperatingCost, Rising, Amounts));

    private static readonly InvestmentCase OfCost = InvestmentCase.Create("Rising", Currency.Cny, ReviewCases.Start).WithDiscountRate(0)
        .WithCosts(CostItem.OfAmounts(CostCategory.Software, Rising, Amounts));

    [Fact]
    public void ALateBenefit_IsHeldAgainstItsMovedPlan()
    {
        ReviewReport report = Late(OfBenefit, 1);
        Finding delayed = Assert.Single(report.Findings);
        Assert.Equal(("benefitDelayed", 35_000m), (delayed.Rule, delayed.AtStake.Amount));
        Assert.Equal(Money.Cny(136_000 + 459_000), report.Forecast[2].Forecast.TotalBenefit);
        Assert.Equal(report.Forecast[2].Forecast.TotalBenefit, report.NetPresentValue.Value);

        // A fifth less of the moved plan: 27,200, and a fifth of the 16,000 that December would have had.
        report = Late(OfBenefit, 0.8m);
        Assert.Equal(["benefitDelayed", "benefitBelowPlan"], report.Findings.Select(finding => finding.Rule));
        Assert.Equal((27_200m, 3_200m), (report.Findings[1].AtStake.Amount, report.Findings[1].PerMonth.Amount));
        Assert.Equal(Money.Cny(108_800 + 367_200), report.Forecast[2].Forecast.TotalBenefit);
        Assert.Equal(report.Forecast[2].Forecast.TotalBenefit, report.NetPresentValue.Value);

        // Half of the fifth is closed in 2.5 months of the first six and all later ones; the moved plan rises from 17,000 to 34,000.
        report = Late(OfBenefit, 0.8m, settings: new ReviewSettings { Policy = new ReviewPolicy { FixEffect = Share.Percent(50) }, FixCost = Money.Cny(0) });
        decimal gap = Enumerable.Range(1, 18).Sum(k => 200m * (16 + k) * Math.Min(k, 6) / 6);
        Assert.Equal(Money.Cny(367_200 + (gap / 2)).RoundToMinorUnit(), report.Decisions[1].Value.Value);
    }

    [Fact]
    public void ALateBenefitWithAGap_MissesItsMovedPlan()
    {
        YearMonth gap = First.PlusMonths(5);
        ReviewReport report = Late(OfBenefit, 1, actual => actual.Month >= gap && actual.Month < gap.PlusMonths(3) ? null : actual);
        Assert.Equal(4_000 + 5_000 + 6_000, report.Findings.Single(finding => finding.Rule == "dataGap").AtStake.Amount);
    }

    [Fact]
    public void ALateBenefitWithLowAdoption_LosesOfItsMovedPlan()
    {
        ReviewReport report = Late(OfBenefit, 0.75m, null, Months().Select(month => Actual.Adoption(month, 60, 100, line: Rising)));
        Finding finding = report.Findings.Single(finding => finding.Rule == "lowAdoption");
        Assert.Equal((34_000m, 4_000m), (finding.AtStake.Amount, finding.PerMonth.Amount));
    }

    [Fact]
    public void ALateCost_OwesItsLastBills()
    {
        // A fifth more for each bill, two months late: 16 of 18 bills are booked, and the last two, 17,000 and 18,000, are owed at the same price.
        ReviewReport report = Late(OfCost, 1.2m, null, Months().Select(month => Actual.Seats(Rising, month, 80, 100)));
        Assert.Equal(["costOverrun", "unusedSeats"], report.Findings.Select(finding => finding.Rule));
        Assert.Equal((0.2m * 171_000, 24_500 * 0.2m), (report.Findings[0].AtStake.Amount, report.Findings[0].PerMonth.Amount));
        Assert.Equal([("actual", 1.2m * 171_000), ("due", 171_000m)], report.Findings[0].Evidence.Select(figure => (figure.Name, ((Money)figure.Value).Amount)));
        PeriodForecast longest = report.Forecast[2];
        Assert.Equal((1.2m * 666_000, 1.2m * 136_000, 1.2m * 35_000), (longest.Forecast.TotalCost.Amount, longest.Booked.Amount, longest.Accrued.Amount));
        Assert.Equal((2, -35_000m), (report.Lines[0].MonthsLate, report.Lines[0].Variance.Timing.Amount));
    }

    [Fact]
    public void ACostThatNeverCame_IsOwedOnItsDates()
    {
        ReviewReport report = CaseReview.Review(OfCost.WithDiscountRate(0.08m), new Actuals([]), AsOf);
        Assert.Equal(RoiEvaluator.Evaluate(OfCost.WithDiscountRate(0.08m))[EvaluationPeriod.ThreeYears].NetPresentValue.Value.Amount, report.NetPresentValue.Value.Amount, 8);
        Assert.Equal((Money.Cny(666_000), Money.Cny(171_000)), (report.Forecast[2].Forecast.TotalCost, report.Forecast[2].Accrued));
        Assert.Equal((Money.Cny(21_000), Money.Cny(21_000)), (report.Forecast[0].Forecast.TotalCost, report.Forecast[0].Accrued));
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(("costNotBooked", 171_000m, First), (finding.Rule, finding.AtStake.Amount, finding.Since));

        // Its unused seats cost what the plan has in the next year, 19,000 to 30,000 a month.
        report = CaseReview.Review(OfCost, new Actuals([Actual.Seats(Rising, AsOf, 80, 100)]), AsOf, new ReviewSettings { Rules = [ReviewRules.UnusedSeats] });
        Assert.Equal((0m, 24_500 * 0.2m), (Assert.Single(report.Findings).AtStake.Amount, report.Findings[0].PerMonth.Amount));
    }

    [Fact]
    public void AfterTheLastMonth_AllThatNeverCameIsOwed()
    {
        // The last month that a review looks at is itself the past.
        YearMonth asOf = new(2028, 7);
        ReviewReport report = CaseReview.Review(OfCost, new Actuals([]), asOf);
        Assert.Equal(asOf, report.Context.Months.MonthAt(report.Context.Months.Count - 1));
        Assert.Equal(Money.Cny(-666_000), report.NetPresentValue.Value);
    }

    /// <summary>The rising line booked or measured two months late, at a part of its moved plan.</summary>
    private static ReviewReport Late(InvestmentCase plan, decimal part, Func<Actual, Actual?>? change = null, IEnumerable<Actual>? more = null, ReviewSettings? settings = null)
    {
        List<Actual> actuals =
        [
            .. Enumerable.Range(0, 16).Select(k => plan.Costs.Count > 0
                ? Rows.Cost(Rising, First.PlusMonths(k + 2), part * 1_000 * (k + 1))
                : Rows.Benefit(Rising, First.PlusMonths(k + 2), part * 1_000 * (k + 1))),
        ];
        actuals = change is null ? actuals : actuals.Change(Rising, change);
        return CaseReview.Review(plan, new Actuals([.. actuals, .. more ?? []]), AsOf, settings);
    }
}
