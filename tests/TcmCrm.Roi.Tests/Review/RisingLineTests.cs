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
    public void ALateCost_IsHeldAgainstItsMovedPlan()
    {
        // A fifth more than the 136,000 due by now; a twelfth of the moved plan of the next year, 17,000 to 28,000, is 22,500.
        ReviewReport report = Late(OfCost, 1.2m, null, Months().Select(month => Actual.Seats(Rising, month, 80, 100)));
        Assert.Equal(["unusedSeats", "costOverrun"], report.Findings.Select(finding => finding.Rule));
        Assert.Equal((27_200m, 4_500m), (report.Findings[1].AtStake.Amount, report.Findings[1].PerMonth.Amount));
        Assert.Equal([("actual", 163_200m), ("due", 136_000m)], report.Findings[1].Evidence.Select(figure => (figure.Name, ((Money)figure.Value).Amount)));
        Assert.Equal((163_200 * 0.2m, 27_000 * 0.2m), (report.Findings[0].AtStake.Amount, report.Findings[0].PerMonth.Amount));
        Assert.Equal(Money.Cny(163_200 + 550_800), report.Forecast[2].Forecast.TotalCost);
        Assert.Equal(Money.Cny(-163_200 - 550_800), report.NetPresentValue.Value);
    }

    [Fact]
    public void ACostThatNeverCame_IsExpectedAtOnceAndInTime()
    {
        // Of the 666,000 of all months 171,000 are due: they come on the first day of the next month, a year and a half from the start, and the rest by its plan.
        ReviewReport report = CaseReview.Review(OfCost.WithDiscountRate(0.08m), new Actuals([]), AsOf);
        double expected = (171_000 * Factor(18)) + Enumerable.Range(19, 18).Sum(k => 1_000.0 * k * Factor(k - 1));
        Assert.Equal(-expected, (double)report.NetPresentValue.Value.Amount, 0.01);
        Assert.Equal((Money.Cny(666_000), Money.Cny(0), Money.Cny(666_000)), Cost(report, 2));

        // A period that is past holds what was booked in it, which is nothing.
        Assert.Equal((Money.Cny(0), Money.Cny(0), Money.Cny(0)), Cost(report, 0));
        report = CaseReview.Review(OfCost, new Actuals([]), First.PlusMonths(11));
        Assert.Equal((Money.Cny(0), Money.Cny(0), Money.Cny(0)), Cost(report, 1));
        report = CaseReview.Review(OfCost, new Actuals([]), First.PlusMonths(6));
        Assert.Equal((Money.Cny(0), Money.Cny(0), Money.Cny(0)), Cost(report, 0));

        // Its unused seats cost what the plan has in the next year, 19,000 to 30,000 a month.
        report = CaseReview.Review(OfCost, new Actuals([Actual.Seats(Rising, AsOf, 80, 100)]), AsOf, new ReviewSettings { Rules = [ReviewRules.UnusedSeats] });
        Assert.Equal((0m, 24_500 * 0.2m), (Assert.Single(report.Findings).AtStake.Amount, report.Findings[0].PerMonth.Amount));

        static double Factor(int month) =>
            Math.Pow(1.08, -DayCount.Anniversary.YearFraction(ReviewCases.Start, ReviewCases.Start.PlusMonths(month)));

        static (Money, Money, Money) Cost(ReviewReport report, int period) =>
            (report.Forecast[period].Forecast.TotalCost, report.Forecast[period].CostLower, report.Forecast[period].CostUpper);
    }

    [Fact]
    public void AfterTheLastMonth_NothingMoreIsExpectedOfACostThatNeverCame()
    {
        // The last month that a review looks at is itself the past.
        YearMonth asOf = new(2028, 7);
        ReviewReport report = CaseReview.Review(OfCost, new Actuals([]), asOf);
        Assert.Equal(asOf, report.Context.Months.MonthAt(report.Context.Months.Count - 1));
        Assert.Equal(Money.Cny(0), report.NetPresentValue.Value);
    }

    /// <summary>The rising line booked or measured two months late, at a part of its moved plan.</summary>
    private static ReviewReport Late(InvestmentCase plan, decimal part, Func<Actual, Actual?>? change = null, IEnumerable<Actual>? more = null)
    {
        List<Actual> actuals =
        [
            .. Enumerable.Range(0, 16).Select(k => plan.Costs.Count > 0
                ? Rows.Cost(Rising, First.PlusMonths(k + 2), part * 1_000 * (k + 1))
                : Rows.Benefit(Rising, First.PlusMonths(k + 2), part * 1_000 * (k + 1))),
        ];
        actuals = change is null ? actuals : actuals.Change(Rising, change);
        return CaseReview.Review(plan, new Actuals([.. actuals, .. more ?? []]), AsOf);
    }
}
