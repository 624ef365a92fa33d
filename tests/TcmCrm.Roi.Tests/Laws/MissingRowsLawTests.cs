using CsCheck;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Tests.Evaluation;

namespace TcmCrm.Roi.Tests.Laws;

/// <summary>What nobody booked or measured never makes a case better than its plan, whatever the kinds of its lines.</summary>
public class MissingRowsLawTests
{
    private static readonly Gen<(InvestmentCase Case, int Month, int[] Drops)> Reviews =
        Gen.Select(RandomCases.Any.Select(made => made.WithDiscountRate(0)), Gen.Int[0, 35], Gen.Int[0, 99].Array[23]);

    // Of a few dated amounts it cannot be told which one a late row is.
    private static readonly Gen<(InvestmentCase Case, int Month, int[] Drops)> PlainReviews =
        Gen.Select(RandomCases.Plain.Select(made => made.WithDiscountRate(0).WithBenefits(made.Benefits.Where(benefit => benefit.Basis.Kind != "amounts"))), Gen.Int[0, 35], Gen.Int[0, 99].Array[23]);

    [Fact]
    public void NoRowsAtAll_AreNoBetterThanThePlan() => Reviews.Sample(review => AssertNotBetter(review.Case, review.Month, []), iter: 500);

    [Fact]
    public void RowsOfThePlan_SomeOfThemMissing_AreNoBetterThanThePlan() => Reviews.Sample(
        review =>
        {
            YearMonth asOf = review.Case.Start.ToYearMonth().PlusMonths(review.Month);
            List<Actual> all = Review.ReviewCases.OnPlan(review.Case, asOf);
            AssertNotBetter(review.Case, review.Month, all.Where((_, i) => review.Drops[Place(i)] >= review.Drops[0]));
        },
        iter: 1000);

    [Fact]
    public void RowsOfThePlan_SomeOfThemLate_AreNoBetterThanThePlan() => PlainReviews.Sample(
        review =>
        {
            YearMonth asOf = review.Case.Start.ToYearMonth().PlusMonths(review.Month);
            List<Actual> all = Review.ReviewCases.OnPlan(review.Case, asOf);
            AssertNotBetter(review.Case, review.Month, all.Select((row, i) => Late(row, Math.Max(0, (review.Drops[Place(i)] % 9) - 5), $"{i + 1}")).Where(row => row.Month <= asOf));
        },
        iter: 500);

    private static int Place(int row) => ((7 * row) + (row / 23)) % 23;

    private static Actual Late(Actual row, int months, string document) => row.Kind == ActualKind.Cost
        ? Review.Rows.Cost(row.Line, row.Month.PlusMonths(months), row.Number, document: document)
        : Review.Rows.Benefit(row.Line, row.Month.PlusMonths(months), row.Number, document: document);

    private static void AssertNotBetter(InvestmentCase source, int month, IEnumerable<Actual> rows)
    {
        ReviewReport report = CaseReview.Review(source, new Actuals(rows), source.Start.ToYearMonth().PlusMonths(month));
        PeriodResult planned = RoiEvaluator.Evaluate(source).Periods[^1];
        PeriodResult forecast = report.Forecast[^1].Forecast;

        // Each month of each line is rounded to the minor unit, and amounts within 2 % of each other are the same bill.
        decimal rounding = 0.01m * (month + 1) * (source.Costs.Count + source.Benefits.Count);
        decimal bills = planned.CostLines().Where(line => line.Total.Amount > 0).Sum(line => line.Total.Amount);
        Assert.True(
            (forecast.TotalBenefit - planned.TotalBenefit).Amount <= rounding && (planned.TotalCost - forecast.TotalCost).Amount <= rounding + (0.02m * bills),
            $"{forecast.TotalBenefit} less {forecast.TotalCost}, planned {planned.TotalBenefit} less {planned.TotalCost}");
    }
}
