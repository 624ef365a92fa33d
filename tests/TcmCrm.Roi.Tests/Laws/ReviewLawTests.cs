using CsCheck;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Tests.Evaluation;

namespace TcmCrm.Roi.Tests.Laws;

/// <summary>What holds of every review, whatever the case, its conventions and the month.</summary>
public class ReviewLawTests
{
    private const int Cases = 1000;

    private static readonly string[] OfVariance =
        ["costOverrun", "unplannedCost", "benefitBelowPlan", "benefitDelayed", "benefitWithoutEvidence", "dataGap", "lowAdoption", "retentionBelowPlan"];

    /// <summary>A case, the months from its start to the review's, and how its actuals are made.</summary>
    private static readonly Gen<(InvestmentCase Case, int Month, int Way)> Reviews = Gen.Select(RandomCases.Any, Gen.Int[0, 60], Gen.Int[0, 2]);

    private static readonly Gen<(InvestmentCase Case, int Month, int Way)> PlainReviews = Gen.Select(RandomCases.Plain, Gen.Int[0, 60], Gen.Int[0, 2]);

    [Fact]
    public void ActualsEqualToThePlan_GiveTheFiguresOfTheEvaluationToTheLastBit() => Reviews.Sample(
        review => AssertSameBits(review.Case, review.Month, review.Way), iter: Cases);

    /// <summary>Every timing, day count and kind of discounting, from the first of a month and from inside one.</summary>
    [Fact]
    public void EveryConvention_GivesTheFiguresOfTheEvaluationToTheLastBit()
    {
        foreach (FlowTiming timing in Enum.GetValues<FlowTiming>())
        {
            foreach (DayCount dayCount in Enum.GetValues<DayCount>())
            {
                foreach (decimal? rate in new decimal?[] { null, 0, 0.08m, -0.2m })
                {
                    InvestmentCase source = Discounted(dayCount, timing, rate);
                    foreach (int month in new[] { 0, 7, 40 })
                    {
                        AssertSameBits(source.WithStart(new LocalDate(2024, 1, 31)), month, way: month % 3);
                        AssertSameBits(source, month, way: (month + 1) % 3);
                    }
                }
            }
        }
    }

    [Fact]
    public void Defaults_FillWhatTheCaseDoesNotState()
    {
        InvestmentCase source = Discounted(null, null, null);
        var defaults = new CaseTerms { DiscountRate = 0.1m, FlowTiming = FlowTiming.EndOfYear, Periods = [EvaluationPeriod.Parse("P4Y10D"), EvaluationPeriod.Parse("P100D")] };
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(source, new EvaluationSettings { Defaults = defaults });
        ReviewReport report = CaseReview.Review(
            source, new Actuals(OnPlan(source, source.Start.ToYearMonth().PlusMonths(9), 0)), source.Start.ToYearMonth().PlusMonths(9), new ReviewSettings { Defaults = defaults });
        Assert.Equal(evaluation.Terms, report.Forecast[0].Plan.Terms);
        AssertSame(evaluation, report);
    }

    [Fact]
    public void Limits_LieBetweenAllCostWithoutBenefitAndAllBenefitAtItsUpperEnd() => Gen.Select(PlainReviews, Gen.Int[0, 200].Array[12]).Sample(
        (review, parts) =>
        {
            YearMonth asOf = review.Case.Start.ToYearMonth().PlusMonths(review.Month);
            ReviewReport report = CaseReview.Review(review.Case, new Actuals(Off(review.Case, asOf, parts)), asOf);
            foreach (PeriodForecast forecast in report.Forecast)
            {
                Assert.InRange(forecast.Forecast.TotalCost.Amount, forecast.CostLower.Amount, forecast.CostUpper.Amount);
                Assert.InRange(forecast.Forecast.TotalBenefit.Amount, forecast.BenefitLower.Amount, forecast.BenefitUpper.Amount);
                Assert.True(forecast.BenefitLower.Amount >= 0);
                Assert.True(forecast.CostLower.Amount >= 0);
            }

            PeriodForecast longest = report.Forecast[^1];
            Assert.Equal(report.NetPresentValue, longest.Forecast.NetPresentValue);
            Assert.InRange(report.NetPresentValue.Value.Amount, report.NetPresentValueLower.Value.Amount, report.NetPresentValueUpper.Value.Amount);
            if (review.Case.Terms.DiscountRate == 0)
            {
                Assert.InRange((report.NetPresentValueLower.Value - (longest.BenefitLower - longest.CostUpper)).Amount, -0.01m, 0.01m);
                Assert.InRange((report.NetPresentValueUpper.Value - (longest.BenefitUpper - longest.CostLower)).Amount, -0.01m, 0.01m);
            }
        },
        iter: 300);

    [Fact]
    public void Variances_AddUpToTheLastDigit() => Gen.Select(Reviews, Gen.Int[0, 200].Array[12]).Sample(
        (review, parts) =>
        {
            YearMonth asOf = review.Case.Start.ToYearMonth().PlusMonths(review.Month);
            Actual[] actuals = [.. Off(review.Case, asOf, parts)];
            ReviewReport report = CaseReview.Review(review.Case, new Actuals(actuals), asOf);
            foreach (ReviewLine line in report.Lines)
            {
                LineVariance variance = line.Variance;
                Assert.Equal(variance.Actual - variance.Plan, variance.Timing + variance.VolumeAndAdoption + variance.PriceAndRate);
                Assert.Equal(variance.Plan, variance.Plan.RoundToMinorUnit());
            }

            Assert.Equal(report.Realized.Cost - report.PlanToDate.Cost, report.CostVariance.Total);
            Assert.Equal(report.Realized.Benefit - report.PlanToDate.Benefit, report.BenefitVariance.Total);
            decimal Booked(YearMonth through) => actuals.Where(row => row.Kind == ActualKind.Cost && row.Month <= through).Sum(row => row.Number);
            decimal after = actuals.Where(row => row.Kind == ActualKind.Cost && row.Month > report.AsOf).Sum(row => Math.Max(0, row.Number));
            Assert.InRange(report.Realized.Cost.Amount, Booked(report.AsOf), Booked(report.AsOf) + after);
            Assert.Equal(report.AsOf < asOf, report.Warnings.Any(warning => warning.Id is "caseEnded" or "caseEnded.rows"));
        },
        iter: 300);

    private static InvestmentCase Discounted(DayCount? dayCount, FlowTiming? timing, decimal? rate) => InvestmentCase
        .Create("conventions", Currency.Cny, new LocalDate(2024, 3, 15), new LocalDate(2024, 2, 1))
        .WithTerms(new CaseTerms { DayCount = dayCount, FlowTiming = timing, DiscountRate = rate })
        .WithCosts(
            new CostItem("seats", CostCategory.Software, new SubscriptionCost(7, Money.Cny(33.33m), BillingCycle.Monthly)),
            CostItem.OfAmounts(
                CostCategory.Implementation, "work", [new DatedAmount(new LocalDate(2024, 5, 17), Money.Cny(999.99m)), new DatedAmount(new LocalDate(2024, 4, 30), Money.Cny(1_000.005m))])
                .WithRiskUplift(0.123m))
        .WithBenefits(
            BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, "time", Money.Cny(10_000)).WithProfile(RealizationProfile.SCurve(9)).WithAttribution(Share.Percent(37)),
            BenefitItem.OfYearlyAmount(BenefitCategory.CrossSell, "cross", Money.Cny(0.07m)));

    private static void AssertSameBits(InvestmentCase source, int months, int way)
    {
        YearMonth asOf = source.Start.ToYearMonth().PlusMonths(months);
        ReviewReport report = CaseReview.Review(source, new Actuals(OnPlan(source, asOf, way)), asOf);
        AssertSame(RoiEvaluator.Evaluate(source), report);
        Assert.DoesNotContain(report.Findings, finding => OfVariance.Contains(finding.Rule));
    }

    private static void AssertSame(RoiEvaluation evaluation, ReviewReport report)
    {
        for (int period = 0; period < evaluation.Periods.Count; period++)
        {
            PeriodForecast forecast = report.Forecast[period];
            foreach (Measure measure in Measure.All)
            {
                MeasureValue expected = measure.Of(evaluation.Periods[period]);
                Assert.True(expected.Equals(measure.Of(forecast.Plan)), $"plan: {measure.Id} over {forecast.Period}");
                Assert.True(expected.Equals(measure.Of(forecast.Forecast)), $"{measure.Id} over {forecast.Period}: {expected} and {measure.Of(forecast.Forecast)}");
            }

            Assert.Equal(evaluation.Periods[period].MonthlyTable().Select(row => row.ToString()), forecast.Forecast.MonthlyTable().Select(row => row.ToString()));
        }

        PeriodResult longest = evaluation.Periods[^1];
        Assert.Equal(longest.NetPresentValue, report.NetPresentValue);
        Assert.Equal((report.PlannedPaybackDate, report.PlannedDurablePaybackDate), (report.PaybackDate, report.DurablePaybackDate));
    }

    /// <summary>Actuals of the plan to date: each month rounded to the minor unit, the same without months that round to nothing, or as the review rounds the plan.</summary>
    private static IEnumerable<Actual> OnPlan(InvestmentCase source, YearMonth asOf, int way)
    {
        if (way == 2)
        {
            return Review.ReviewCases.OnPlan(source, asOf);
        }

        // What the plan holds later than a year after the longest period is no part of a review.
        CaseTerms terms = Projection.Of(source, CaseTerms.None).Terms;
        EvaluationPeriod longest = terms.Periods![^1];
        Projection plan = Projection.Of(source, new CaseTerms { Periods = [EvaluationPeriod.Of(new PeriodBuilder { Months = longest.Months + 12, Days = longest.Days }.Build())] });
        return plan.Lines
            .SelectMany(line => line.Flows
                .GroupBy(flow => flow.Date.ToYearMonth())
                .Where(month => month.Key <= asOf)
                .Select(month => (Line: line, Month: month.Key, Amount: decimal.Round(month.Sum(flow => flow.Amount.Amount), 2, MidpointRounding.AwayFromZero) * (line.Side == FlowSide.Cost ? -1 : 1))))
            .Where(row => way == 0 || row.Amount != 0)
            .Select(row => row.Line.Side == FlowSide.Cost ? Review.Rows.Cost(row.Line.Id.Text, row.Month, row.Amount) : Review.Rows.Benefit(row.Line.Id.Text, row.Month, row.Amount));
    }

    /// <summary>The plan times a percentage that changes from row to row; without a row where it is 0.</summary>
    private static IEnumerable<Actual> Off(InvestmentCase source, YearMonth asOf, int[] parts) => OnPlan(source, asOf, 0)
        .Select((row, i) => (Row: row, Part: parts[i % parts.Length]))
        .Where(pair => pair.Part != 0)
        .Select(pair => pair.Row.Kind == ActualKind.Cost
            ? Review.Rows.Cost(pair.Row.Line, pair.Row.Month, pair.Row.Number * pair.Part / 100)
            : Review.Rows.Benefit(pair.Row.Line, pair.Row.Month, pair.Row.Number * pair.Part / 100));
}
