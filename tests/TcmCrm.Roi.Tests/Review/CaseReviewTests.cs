using CsCheck;
using NodaTime;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Tests.Review;

public class CaseReviewTests
{
    private static readonly Gen<decimal> Factor = Gen.Int[-20, 300].Select(percent => percent / 100m);

    /// <summary>Actuals of random amounts, some missing, some with units, some with adoption.</summary>
    private static readonly Gen<List<Actual>> SomeActuals =
        Gen.Select(Factor, Gen.Int[0, 4], Gen.Bool, Gen.Int[0, 100]).Array[60].Select(draws =>
        {
            var actuals = new List<Actual>();
            int next = 0;
            foreach (Actual actual in ReviewCases.OnPlan())
            {
                (decimal factor, int kind, bool hasUnits, int _) = draws[next++ % draws.Length];
                if (kind == 0)
                {
                    continue;
                }

                decimal amount = decimal.Round(actual.Number * factor, 2);
                actuals.Add(actual.Kind == ActualKind.Cost
                    ? hasUnits ? Rows.Cost(actual.Line, actual.Month, amount, 90 + kind, 100) : Rows.Cost(actual.Line, actual.Month, amount)
                    : hasUnits ? Rows.Benefit(actual.Line, actual.Month, amount, 10 * kind, 30) : Rows.Benefit(actual.Line, actual.Month, amount));
            }

            foreach (YearMonth month in ReviewCases.Months(new YearMonth(2024, 9), 16))
            {
                actuals.Add(Actual.Adoption(month, draws[next++ % draws.Length].Item4, 100, 0.8m));
            }

            actuals.Add(Rows.UnplannedCost("Consultant", new YearMonth(2025, 2), 1234.56m));
            return actuals;
        });

    public static TheoryData<int> AsOfMonths => [.. Enumerable.Range(0, 48)];

    [Theory]
    [MemberData(nameof(AsOfMonths))]
    public void ActualsEqualToPlan_HaveNoFindingAndForecastThePlan(int month)
    {
        YearMonth asOf = ReviewCases.Start.ToYearMonth().PlusMonths(month);
        var actuals = new Actuals(ReviewCases.OnPlan(ReviewCases.Case, asOf));
        ReviewReport report = CaseReview.Review(ReviewCases.Case, actuals, asOf);
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(ReviewCases.Case);

        Assert.Empty(report.Findings);
        Assert.Equal(report.PlanToDate, report.Realized);
        Assert.True(report.CostVariance.Total.IsZero && report.BenefitVariance.Total.IsZero);
        foreach (PeriodForecast forecast in report.Forecast)
        {
            PeriodResult plan = evaluation[forecast.Period];
            Assert.All(Measure.All, measure => Assert.Equal((measure.Of(plan), measure.Of(plan)), (measure.Of(forecast.Plan), measure.Of(forecast.Forecast))));
            Assert.True(forecast.Lower.Value <= forecast.Forecast.ReturnOnInvestment.Value);
            Assert.True(forecast.Upper.Value >= forecast.Forecast.ReturnOnInvestment.Value);
        }

        Assert.Equal(report.PlannedPaybackDate, report.PaybackDate);
        double months = evaluation[EvaluationPeriod.ThreeYears].Payback.FirstMonths.Value;
        LocalDate expected = ReviewCases.Start.PlusMonths((int)months).PlusDays((int)((months - (int)months) * 30));
        Assert.InRange(Period.DaysBetween(expected, report.PaybackDate.Value), -1, 1);
        Assert.All(report.Register, entry => Assert.Contains(entry.Status!.Value, new[] { BenefitStatus.OnTrack, BenefitStatus.Planned }));
    }

    [Fact]
    public void AVarianceIsTheExactSumOfItsParts() => SomeActuals.Sample(actuals =>
    {
        ReviewReport report = actuals.Review();
        foreach (ReviewLine line in report.Lines)
        {
            LineVariance variance = line.Variance;
            Assert.Equal(variance.Actual - variance.Plan, variance.Total);
            Assert.Equal(variance.Total, variance.Timing + variance.VolumeAndAdoption + variance.PriceAndRate);
        }

        LineVariance cost = report.CostVariance;
        Assert.Equal(report.Realized.Cost - report.PlanToDate.Cost, cost.Total);
        Assert.Equal(cost.Total, cost.Timing + cost.VolumeAndAdoption + cost.PriceAndRate);
        LineVariance benefit = report.BenefitVariance;
        Assert.Equal(report.Realized.Benefit - report.PlanToDate.Benefit, benefit.Total);
        Assert.Equal(benefit.Total, benefit.Timing + benefit.VolumeAndAdoption + benefit.PriceAndRate);
    }, iter: 200);

    [Fact]
    public void TheOrderOfActuals_SaysNothing() => SomeActuals.SelectMany(actuals => Gen.Shuffle(actuals.ToArray()).Select(other => (actuals, other)))
        .Sample((actuals, other) => Assert.Equal(Everything(actuals.Review()), Everything(other.Review())), iter: 100);

    [Fact]
    public void ActualsAfterTheMonth_AreNotUsed()
    {
        YearMonth asOf = new(2025, 6);
        List<Actual> until = ReviewCases.OnPlan(ReviewCases.Case, asOf).Change(ReviewCases.Sales, actual => actual.Times(0.7m));
        IEnumerable<Actual> later =
        [
            .. ReviewCases.Months(asOf.PlusMonths(1), 12).Select(month => Rows.Benefit(ReviewCases.Sales, month, 9_999)),
            Rows.UnplannedCost("Consultant", asOf.PlusMonths(1), 50_000),
            Actual.Adoption(asOf.PlusMonths(2), 1, 100),
            Actual.Kpi("Csat", asOf.PlusMonths(1), 80, 100),
            Actual.Seats(ReviewCases.Seats, asOf.PlusMonths(1), 10, 100),
        ];
        Assert.Equal(
            Everything(CaseReview.Review(ReviewCases.Case, new Actuals(until), asOf)),
            Everything(CaseReview.Review(ReviewCases.Case, new Actuals([.. until, .. later]), asOf)));
    }

    [Fact]
    public void AForecast_LiesInItsInterval() => SomeActuals.Sample(actuals =>
    {
        foreach (PeriodForecast forecast in actuals.Review().Forecast)
        {
            Assert.InRange(forecast.Forecast.TotalCost.Amount, forecast.CostLower.Amount, forecast.CostUpper.Amount);
            Assert.InRange(forecast.Forecast.TotalBenefit.Amount, forecast.BenefitLower.Amount, forecast.BenefitUpper.Amount);
        }
    }, iter: 200);

    [Fact]
    public void ABenefitAtEightyPercent_IsForecastAtEightyPercent()
    {
        ReviewReport report = ReviewCases.OnPlan().Change(ReviewCases.Service, actual => actual.Times(0.8m)).Review();
        ReviewLine line = report.Context.FindBenefit(ReviewCases.Service)!;

        // 10,000 a month from September 2024: 16 months to date at 8,000, 18 months to come at the same pace.
        Assert.Equal(Money.Cny(160_000), line.Variance.Plan);
        Assert.Equal(Money.Cny(-32_000), line.Variance.PriceAndRate);
        Assert.True(line.Variance.Timing.IsZero && line.Variance.VolumeAndAdoption.IsZero);
        ReviewLine entry = report.Register.Single(e => e.Name == ReviewCases.Service);
        Assert.Equal(8_000m * 34, entry.Forecast.Amount);
        Assert.Equal(BenefitStatus.AtRisk, entry.Status);
    }

    [Fact]
    public void ALateBenefit_IsTimingAndMovesThePlan()
    {
        List<Actual> actuals = ReviewCases.OnPlan().Change(ReviewCases.Service, actual => actual.Month < new YearMonth(2024, 12) ? null : actual);
        LineVariance variance = actuals.Review().Context.FindBenefit(ReviewCases.Service)!.Variance;
        Assert.Equal(Money.Cny(-30_000), variance.Timing);
        Assert.True(variance.PriceAndRate.IsZero && variance.VolumeAndAdoption.IsZero);
    }

    [Fact]
    public void UnitsSplitPriceFromVolume()
    {
        // 110 seats instead of 100, at 140 instead of 150, 18 months.
        List<Actual> actuals = ReviewCases.OnPlan().Change(ReviewCases.Seats, actual => Rows.Cost(actual.Line, actual.Month, 110 * 140, 110, 100));
        LineVariance variance = actuals.Review().Context.FindCost(ReviewCases.Seats)!.Variance;
        Assert.Equal(Money.Cny(18 * 10 * 150), variance.VolumeAndAdoption);
        Assert.Equal(Money.Cny(18 * 110 * -10), variance.PriceAndRate);
        Assert.True(variance.Timing.IsZero);
    }

    [Fact]
    public void AdoptionSplitsUseFromYield()
    {
        List<Actual> actuals =
        [
            .. ReviewCases.OnPlan().Change(ReviewCases.Service, actual => actual.Times(0.6m)),
            .. ReviewCases.Months(new YearMonth(2024, 9), 16).Select(month => Actual.Adoption(month, 60, 100, 0.8m, ReviewCases.Service)),
        ];
        LineVariance variance = actuals.Review().Context.FindBenefit(ReviewCases.Service)!.Variance;
        Assert.Equal(Money.Cny(-40_000), variance.VolumeAndAdoption);
        Assert.Equal(Money.Cny(-24_000), variance.PriceAndRate);
    }

    [Fact]
    public void ABenefitNeverMeasured_IsForecastAsNothing()
    {
        ReviewReport report = ReviewCases.OnPlan().Change(ReviewCases.Sales, _ => null).Review();
        ReviewLine entry = report.Register.Single(e => e.Name == ReviewCases.Sales);
        Assert.True(entry.Forecast.IsZero);
        Assert.Equal(BenefitStatus.Missed, entry.Status);
        Assert.Equal(-entry.Variance.Plan, entry.Variance.Timing);
        PeriodForecast longest = report.Forecast[^1];
        MoneyRange.Holds(longest.BenefitLower, Money.Cny(160_000), longest.Forecast.TotalBenefit);
        Assert.True((longest.BenefitUpper - longest.Forecast.TotalBenefit).Amount >= (18 * 20_000m) + entry.Variance.Plan.Amount);
    }

    [Fact]
    public void ACostThatIsDueAndNotBooked_IsStillExpected()
    {
        ReviewReport report = ReviewCases.OnPlan().Change(ReviewCases.Migration, _ => null).Review();
        Assert.Equal(report.Forecast[^1].Plan.TotalCost, report.Forecast[^1].Forecast.TotalCost);
        Assert.Equal(Money.Cny(80_000), report.Forecast[^1].Accrued);
        Assert.True(report.Forecast[^1].CostLower.Amount > 340_000);
        Assert.Equal(Money.Cny(-80_000), report.CostVariance.Timing);
    }

    [Fact]
    public void TheLongTermBlock_CountsOnlyWhenAsked()
    {
        ReviewReport apart = ReviewCases.OnPlan().Review();
        ReviewReport both = ReviewCases.OnPlan().Review(new ReviewSettings { IncludeLongTerm = true });
        Money longTerm = apart.Context.FindBenefit(ReviewCases.CrossSelling)!.Variance.Actual;
        Assert.Equal(Money.Cny(50_000), longTerm);
        Assert.Equal(apart.Realized.Benefit + longTerm, both.Realized.Benefit);
        Assert.Equal(apart.Realized.Cost, both.Realized.Cost);
    }

    [Fact]
    public void AnUnknownLine_IsRefusedByName()
    {
        List<Actual> actuals = [.. ReviewCases.OnPlan(), Rows.Benefit("Slaes", new YearMonth(2025, 1), 1)];
        Assert.Contains("Slaes", Assert.Throws<ArgumentException>(() => actuals.Review()).Message, StringComparison.Ordinal);
        ReviewReport report = ReviewCases.OnPlan().Append(Actual.Kpi("NoSuchKpi", new YearMonth(2025, 1), 1)).Review();
        Assert.Equal("unknownKpi", Assert.Single(report.Warnings).Code);
        Assert.Equal("NoSuchKpi", Assert.Single(report.Context.Kpis).Definition.Id);
    }

    [Fact]
    public void AMonthOutsideTheCase_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseReview.Review(ReviewCases.Case, new Actuals([]), new YearMonth(2024, 6)));
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseReview.Review(ReviewCases.Case, new Actuals([]), new YearMonth(2125, 7)));
    }

    [Fact]
    public void Bookings_InAnEarlierMonthThanTheStart_AreSunk()
    {
        ReviewReport report = ReviewCases.OnPlan().Append(Rows.UnplannedCost("Workshop", new YearMonth(2024, 4), 500)).Review();
        Assert.Equal(report.PlanToDate.Cost, report.Realized.Cost);
        Assert.Equal(report.Forecast[^1].Plan.TotalCost, report.Forecast[^1].Forecast.TotalCost);
        Assert.Equal("sunkCost", Assert.Single(report.Warnings).Id);
    }

    internal static string Everything(ReviewReport report) => string.Join(
        "\n",
        [
            report.ToString(),
            .. report.Lines.Select(line => line.ToString()),
            .. report.Forecast.Select(forecast => forecast.ToString()),
            .. report.Decisions.Select(decision => decision.ToString()),
            .. report.Findings.Select(finding => finding + finding.Message.InEnglish() + finding.Message.InChinese() + string.Join(";", finding.Evidence)),
            .. report.Register.Select(entry => $"{entry}: {entry.Status}, {entry.Forecast}, {entry.Baseline}"),
            report.PaybackDate.ToString(),
            report.NetPresentValue.ToString(),
            report.NetPresentValueLower.ToString(),
            report.NetPresentValueUpper.ToString(),
            report.NextReview.ToString(),
        ]);
}
