using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>Where a review says that the case leads: forecasts and their limits, net present value, payback, the register.</summary>
public class OutlookTests
{
    [Fact]
    public void TheForecast_IsWhatIsRealisedAndTheRestAtThePaceReached()
    {
        // Service at 8,000 of 10,000 and sales at 8,000, seats at 15,000, in 6, 12 and 36 months.
        ReviewReport report = EvenCase.Of(OnPlan().Change(Service, actual => actual.Times(0.8m)));
        Assert.Equal([true, true, false], report.Forecast.Select(forecast => forecast.IsPast));
        foreach ((PeriodForecast forecast, int months) in report.Forecast.Zip([6, 12, 36]))
        {
            Assert.Equal((Money.Cny(months * 15_000), Money.Cny(months * 18_000)), (forecast.Plan.Cost, forecast.Plan.Benefit));
            Assert.Equal((Money.Cny(months * 15_000), Money.Cny(months * 16_000)), (forecast.Forecast.Cost, forecast.Forecast.Benefit));
            Assert.Equal((forecast.Forecast.Cost, forecast.Forecast.Benefit), (forecast.CostLower, forecast.BenefitLower));
            Assert.Equal((forecast.Forecast.Cost, forecast.Forecast.Benefit), (forecast.CostUpper, forecast.BenefitUpper));
            Assert.Equal((16m - 15) / 15, forecast.Forecast.ReturnOnInvestment.Value);
            Assert.Equal($"{forecast.Period}: {forecast.Forecast} [{forecast.Lower}, {forecast.Upper}]", forecast.ToString());
        }

        Assert.Equal((Money.Cny(270_000), Money.Cny(288_000)), (report.Realised.Cost, report.Realised.Benefit));
        Assert.Equal((Money.Cny(270_000), Money.Cny(324_000)), (report.PlanToDate.Cost, report.PlanToDate.Benefit));
        Assert.Equal((Money.Cny(0), Money.Cny(-36_000)), (report.CostVariance.Total, report.BenefitVariance.Total));
        Assert.Equal($"2025-12: {report.Realised}; 1 findings", report.ToString());
        Assert.Equal(new LocalDate(2026, 4, 1), report.NextReview);
        Assert.Equal(AsOf, report.AsOf);
        Assert.False(report.IncludesLongTerm);
    }

    /// <summary>A period of a year from July 2024 is past at the end of June 2025.</summary>
    [Theory]
    [InlineData(4, false, false)]
    [InlineData(5, true, false)]
    [InlineData(10, true, false)]
    [InlineData(11, true, true)]
    [InlineData(12, true, true)]
    public void APeriod_IsPastWithItsLastMonth(int month, bool halfYear, bool year)
    {
        YearMonth asOf = First.PlusMonths(month);
        ReviewReport report = CaseReview.Review(Case, new Actuals(ReviewCases.OnPlan(Case, asOf)), asOf);
        Assert.Equal([halfYear, year, false], report.Forecast.Select(forecast => forecast.IsPast));
    }

    [Theory]
    [InlineData("2024-12", false, 700, -2_400)]
    [InlineData("2025-01", true, 1_400, -500 - 2_000 - 1_500)]
    public void APeriodThatEndsInsideAMonth_HasItsShareOfTheMonth(string asOf, bool isPast, int ofJanuary, int value)
    {
        // A year from 16 January 2024: of the 1,000 of January 2025 700 fall before its end, and so does that share of the 2,000 that were booked. The value
        // takes the last month in full: 900 are planned on 10 January 2027, and by then (500 + 2,000) / 1,500 of the plan.
        InvestmentCase inside = InvestmentCase.Create("inside", Currency.Cny, new LocalDate(2024, 1, 16)).WithCosts(
            CostItem.OfAmounts(
                CostCategory.Implementation, "work",
                [
                    new DatedAmount(new LocalDate(2024, 3, 1), Money.Cny(500)), new DatedAmount(new LocalDate(2025, 1, 15), Money.Cny(700)),
                    new DatedAmount(new LocalDate(2025, 1, 16), Money.Cny(300)), new DatedAmount(new LocalDate(2027, 1, 10), Money.Cny(900)),
                ]));
        YearMonth january = new(2025, 1);
        YearMonth month = asOf == "2025-01" ? january : january.PlusMonths(-1);
        ReviewReport report = CaseReview.Review(inside, new Actuals([Actual.Cost("work", new YearMonth(2024, 3), 500), Actual.Cost("work", january, 2_000)]), month);
        PeriodForecast year = report.Forecast[1];
        Assert.Equal((isPast, Money.Cny(1_200), Money.Cny(500 + ofJanuary)), (year.IsPast, year.Plan.Cost, year.Forecast.Cost));
        Assert.Equal((year.Forecast.Cost, year.Forecast.Cost), (year.CostLower, year.CostUpper));
        Assert.Equal(Money.Cny(value), report.NetPresentValue);
    }

    [Fact]
    public void TwoMonths_LeaveABenefitBetweenNothingAndItsPlan()
    {
        // Service at half, sales at one and a half, seats at 1.2 of the plan, in July and August 2024; 34 months follow.
        YearMonth asOf = First.PlusMonths(1);
        IEnumerable<Actual> actuals = ReviewCases.OnPlan(Case, asOf).Change(Service, actual => actual.Times(0.5m))
            .Change(Sales, actual => actual.Times(1.5m)).Change(Seats, actual => actual.Times(1.2m));
        PeriodForecast longest = CaseReview.Review(Case, new Actuals(actuals), asOf).Forecast[2];
        Assert.Equal((Money.Cny(36 * 18_000), Money.Cny(36 * (5_000 + 12_000))), (longest.Forecast.Cost, longest.Forecast.Benefit));
        Assert.Equal((Money.Cny(36_000 + (34 * 15_000)), Money.Cny(36 * 18_000)), (longest.CostLower, longest.CostUpper));
        Assert.Equal(Money.Cny(10_000 + 24_000), longest.BenefitLower);
        Assert.Equal(Money.Cny(10_000 + (34 * 10_000) + (36 * 12_000)), longest.BenefitUpper);
        Assert.Equal((34_000m - longest.CostUpper.Amount) / longest.CostUpper.Amount, longest.Lower.Value);
        Assert.Equal((longest.BenefitUpper.Amount - longest.CostLower.Amount) / longest.CostLower.Amount, longest.Upper.Value);

        // Costs below the plan may still come up to it; a benefit that does harm may go on doing it.
        actuals = ReviewCases.OnPlan(Case, asOf).Change(Service, actual => actual.Times(-0.5m)).Change(Seats, actual => actual.Times(0.8m));
        longest = CaseReview.Review(Case, new Actuals(actuals), asOf).Forecast[2];
        Assert.Equal((Money.Cny(36 * 12_000), Money.Cny(24_000 + (34 * 15_000))), (longest.CostLower, longest.CostUpper));
        Assert.Equal(Money.Cny((36 * -5_000) + 16_000), longest.BenefitLower);
        Assert.Equal(Money.Cny(-10_000 + (34 * 10_000) + 16_000 + (34 * 8_000)), longest.BenefitUpper);
    }

    [Fact]
    public void ThreeMonths_HaveAnIntervalOfTheirOwn()
    {
        // Deviations -0.1, 0.1, 0: s = 0.1 with t(0.975, 2) = 4.302653. 33 months of 10,000 to come: t s sqrt(330,000^2 / 3 + 33 x 10,000^2).
        double reach = 4.302653 * 0.1 * Math.Sqrt((330_000.0 * 330_000 / 3) + (33 * 1e8));
        PeriodForecast longest = Longest(0.9m, 1.1m, 1);
        Assert.Equal(Money.Cny(36 * 18_000), longest.Forecast.Benefit);
        Assert.Equal(reach, (double)(longest.BenefitUpper - longest.Forecast.Benefit).Amount, 0.2);
        Assert.Equal(reach, (double)(longest.Forecast.Benefit - longest.BenefitLower).Amount, 0.2);
        Assert.Equal(longest.Forecast.Cost, longest.CostUpper);

        // Nine times as wide there is less than nothing below, and nothing is the limit: 30,000 are measured.
        longest = Longest(0.1m, 1.9m, 1);
        Assert.Equal(9 * reach, (double)(longest.BenefitUpper - longest.Forecast.Benefit).Amount, 1.0);
        Assert.Equal(Money.Cny(30_000 + (36 * 8_000)), longest.BenefitLower);

        static PeriodForecast Longest(params decimal[] parts)
        {
            YearMonth asOf = First.PlusMonths(2);
            List<Actual> actuals = ReviewCases.OnPlan(Case, asOf)
                .Change(Service, actual => actual.Times(parts[actual.Month.Month - First.Month]));
            return CaseReview.Review(Case, new Actuals(actuals), asOf).Forecast[2];
        }
    }

    [Fact]
    public void WhatStartsLate_IsLateToTheEnd()
    {
        ReviewReport report = EvenCase.Of(OnPlan().Without(Service, First, First.PlusMonths(1)).Without(Seats, First, First.PlusMonths(2)));
        Assert.Equal([3, 2, 0], report.Lines.Select(line => line.MonthsLate));
        Assert.Equal((Money.Cny(33 * 15_000), Money.Cny((34 * 10_000) + (36 * 8_000))), (report.Forecast[2].Forecast.Cost, report.Forecast[2].Forecast.Benefit));
        Assert.Equal(Money.Cny((34 * 10_000) + (36 * 8_000) - (33 * 15_000)), report.NetPresentValue);
    }

    [Fact]
    public void WhatIsDueAndNeverCame_KeepsTheForecastOpen()
    {
        // Seats of 36 x 15,000 come in full or not at all, sales of 18 x 8,000 can still come.
        ReviewReport report = EvenCase.Of(OnPlan().Change(Seats, _ => null).Change(Sales, _ => null));
        PeriodForecast longest = report.Forecast[2];
        Assert.Equal((Money.Cny(36 * 15_000), Money.Cny(0), Money.Cny(36 * 15_000)), (longest.Forecast.Cost, longest.CostLower, longest.CostUpper));
        Assert.Equal((Money.Cny(360_000), Money.Cny(360_000), Money.Cny(504_000)), (longest.Forecast.Benefit, longest.BenefitLower, longest.BenefitUpper));
        Assert.Equal(Money.Cny(360_000 - 540_000), report.NetPresentValue);
        Assert.Equal(report.NetPresentValue, report.NetPresentValueLower);
        Assert.Equal(Money.Cny(360_000 - 540_000 + 540_000 + 144_000), report.NetPresentValueUpper);
        Assert.Equal(OriginalDecision.Doubtful, report.OriginalDecision);
    }

    /// <summary>An unplanned cost against the 108,000 of the plan; service at 1.1 without sales, which may still bring 144,000, is 144,000 below zero.</summary>
    [Theory]
    [InlineData(false, "108000", OriginalDecision.Stands)]
    [InlineData(false, "108000.01", OriginalDecision.DoesNotStand)]
    [InlineData(true, "0.01", OriginalDecision.DoesNotStand)]
    [InlineData(true, "0", OriginalDecision.Doubtful)]
    public void TheOriginalDecision_IsJudgedAtTheLimits(bool isOpen, string unplanned, OriginalDecision decision)
    {
        List<Actual> actuals = isOpen ? OnPlan().Change(Service, actual => actual.Times(1.1m)).Change(Sales, _ => null) : OnPlan();
        decimal cost = decimal.Parse(unplanned, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(decision, EvenCase.Of([.. actuals, Actual.UnplannedCost("Lawsuit", First, cost)]).OriginalDecision);
    }

    [Fact]
    public void TheNetPresentValue_DiscountsEachMonthAtItsEnd()
    {
        ReviewReport report = CaseReview.Review(Case.WithDiscountRate(0.08m), new Actuals(OnPlan()), AsOf);
        Assert.Equal(Enumerable.Range(1, 36).Sum(k => 3_000 * Math.Pow(1.08, -k / 12.0)), (double)report.NetPresentValue.Amount, 0.005001);
    }

    [Fact]
    public void Payback_IsPlannedAndForecastInTheSameWay()
    {
        // 60,000 of migration at the start: 3,000 a month pay it back with the twentieth month, 2,000 with the thirtieth.
        InvestmentCase plan = Case.WithCosts(
            Case.Costs[0], CostItem.OfAmounts(CostCategory.Implementation, "Migration", [new DatedAmount(new LocalDate(2024, 7, 10), Money.Cny(60_000))]));
        List<Actual> actuals = ReviewCases.OnPlan(plan, AsOf);
        ReviewReport report = CaseReview.Review(plan, new Actuals(actuals.Change(Service, actual => actual.Times(0.9m))), AsOf);
        Assert.Equal(new LocalDate(2026, 2, 28), report.PlannedPaybackDate.Value);
        Assert.Equal(new LocalDate(2026, 12, 31), report.PaybackDate.Value);
        Assert.Equal(new LocalDate(2026, 12, 31), report.DurablePaybackDate.Value);
        report = CaseReview.Review(plan, new Actuals(actuals.Change(Service, actual => actual.Times(0.8m))), AsOf);
        Assert.Equal(NotApplicableReason.NeverPaidBack, report.PaybackDate.Reason);
    }

    /// <summary>Costs and benefits of months from January 2025 on, the end, and the day of payback, first and for good.</summary>
    [Theory]
    [InlineData(new[] { 100, 0, 0 }, new[] { 0, 50, 80 }, 3, "2025-03-20", "2025-03-20")] // 50 / 80 of 31 days.
    [InlineData(new[] { 100, 0, 0 }, new[] { 0, 50, 50 }, 3, "2025-03-31", "2025-03-31")]
    [InlineData(new[] { 100, 0, 60 }, new[] { 0, 120, 0 }, 3, "2025-02-24", "NotDurablyPaidBack")] // 100 / 120 of 28 days.
    [InlineData(new[] { 100, 0, 60, 0 }, new[] { 0, 120, 0, 50 }, 4, "2025-02-24", "2025-04-25")] // 40 / 50 of 30 days.
    [InlineData(new[] { 100, 0, 60, 0 }, new[] { 0, 120, 0, 50 }, 2, "2025-02-24", "2025-02-24")]
    [InlineData(new[] { 100, 0, 0 }, new[] { 0, 50, 80 }, 2, "NeverPaidBack", "NeverPaidBack")]
    [InlineData(new[] { 100, 0, 10, 0 }, new[] { 0, 200, 0, 5 }, 4, "2025-02-15", "2025-02-15")] // 100 / 200 of 28 days.
    [InlineData(new[] { 0, 5 }, new[] { 5, 0 }, 2, "NoInvestment", "NoInvestment")]
    public void Payback_IsTheDayOnWhichTheSumIsNoLongerNegative(int[] cost, int[] benefit, int end, string first, string durable)
    {
        var months = new ReviewMonths(new YearMonth(2025, 1), new YearMonth(2025, 1), new YearMonth(2025, 6));
        Assert.Equal([first, durable], new[] { false, true }.Select(isDurable =>
        {
            Figure<LocalDate> date = PaybackDate.Of([.. cost.Select(x => (decimal)x)], [.. benefit.Select(x => (decimal)x)], months, end, isDurable);
            return date.IsApplicable ? date.Value.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : date.Reason.ToString();
        }));
    }

    [Fact]
    public void Bookings_BeforeTheStart_OpenTheMonthsOfTheReview()
    {
        // The first is two months before the plan; what is counted from it moves no figure of the plan.
        ReviewReport report = EvenCase.Of([.. OnPlan(), Actual.UnplannedCost("Workshop", First.PlusMonths(-2), 3_000), Actual.Kpi("Csat", First.PlusMonths(-9), 80, 100)]);
        Assert.Equal(Money.Cny(273_000), report.Realised.Cost);
        Assert.Equal(Money.Cny(108_000 - 3_000), report.NetPresentValue);
        Assert.Equal(19, report.Context.Months.AsOf);
        Assert.Equal((10_000m, 0m), (report.Context.FindBenefit(Service)!.PlanIn(First), report.Context.FindBenefit(Service)!.PlanIn(First.PlusMonths(-1))));
    }

    [Fact]
    public void TheLongTermBlock_CountsInVarianceAndForecastWhenAsked()
    {
        // Cross-selling of 5,000 a month from March 2025 on, at half: 10 months to December 2025.
        List<Actual> actuals = ReviewCases.OnPlan().Change(ReviewCases.CrossSelling, actual => actual.Times(0.5m));
        ReviewReport apart = actuals.Review();
        ReviewReport both = actuals.Review(new ReviewSettings { IncludeLongTerm = true });
        Assert.Equal((Money.Cny(0), Money.Cny(-25_000)), (apart.BenefitVariance.Total, both.BenefitVariance.Total));
        Assert.Equal(Money.Cny(28 * 2_500), both.Forecast[2].Forecast.Benefit - apart.Forecast[2].Forecast.Benefit);
        Assert.Equal(Money.Cny(50_000), both.PlanToDate.Benefit - apart.PlanToDate.Benefit);
        Assert.True(both.IncludesLongTerm && both.Context.FindBenefit(ReviewCases.CrossSelling)!.IsLongTerm);
        Assert.False(both.Context.FindBenefit(Service)!.IsLongTerm);
    }

    [Fact]
    public void TheRegister_ShowsEveryBenefit()
    {
        ReviewReport report = EvenCase.Of([.. OnPlan().Change(Service, actual => actual.Times(0.8m)), Actual.Verified(Sales, AsOf), Actual.Baseline(Sales, First, 3)]);
        Assert.Equal([Service, Sales], report.Register.Select(entry => entry.Name));
        ReviewLine service = report.Register[0];
        Assert.Equal((Money.Cny(180_000), Money.Cny(144_000), Money.Cny(288_000)), (service.Variance.Plan, service.Variance.Actual, service.Forecast));
        Assert.Equal((null, BenefitStatus.AtRisk, new LocalDate(2026, 4, 1)), (service.Baseline, service.Status, report.NextReview));
        Assert.Null(report.Lines[0].Status);
        Assert.Equal((3m, BenefitStatus.Verified), (report.Register[1].Baseline, report.Register[1].Status));
        Assert.Same(Case.Benefits[1], report.Register[1].Benefit);
    }

    [Fact]
    public void ABenefitBeforeItsTime_HasExceeded()
    {
        // Due from March 2025 on; measured as something or as nothing in September 2024.
        YearMonth september = new(2024, 9);
        foreach ((decimal amount, BenefitStatus status) in new[] { (1m, BenefitStatus.Exceeded), (0m, BenefitStatus.Planned) })
        {
            ReviewReport report = CaseReview.Review(ReviewCases.Case, new Actuals([Actual.Benefit(ReviewCases.CrossSelling, september, amount)]), september);
            Assert.Equal(status, report.Register.Single(entry => entry.Name == ReviewCases.CrossSelling).Status);
        }
    }
}
