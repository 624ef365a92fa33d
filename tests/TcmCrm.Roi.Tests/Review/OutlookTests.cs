using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
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
            Assert.Equal((Money.Cny(months * 15_000), Money.Cny(months * 18_000)), (forecast.Plan.TotalCost, forecast.Plan.TotalBenefit));
            Assert.Equal((Money.Cny(months * 15_000), Money.Cny(months * 16_000)), (forecast.Forecast.TotalCost, forecast.Forecast.TotalBenefit));
            Assert.Equal((forecast.Forecast.TotalCost, forecast.Forecast.TotalBenefit), (forecast.CostLower, forecast.BenefitLower));
            Assert.Equal((forecast.Forecast.TotalCost, forecast.Forecast.TotalBenefit), (forecast.CostUpper, forecast.BenefitUpper));
            Assert.Equal((16m - 15) / 15, forecast.Forecast.ReturnOnInvestment.Value);
            Assert.Equal($"{forecast.Forecast} [{forecast.Lower}, {forecast.Upper}]", forecast.ToString());
        }

        Assert.Equal((Money.Cny(270_000), Money.Cny(288_000)), (report.Realized.Cost, report.Realized.Benefit));
        Assert.Equal((Money.Cny(270_000), Money.Cny(324_000)), (report.PlanToDate.Cost, report.PlanToDate.Benefit));
        Assert.Equal((Money.Cny(0), Money.Cny(-36_000)), (report.CostVariance.Total, report.BenefitVariance.Total));
        Assert.Equal($"2025-12: {report.Realized}; 1 findings", report.ToString());
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
    [InlineData("2025-01", true, 0, -500 - 2_000 - 1_500)]
    public void APeriodThatEndsInsideAMonth_HasWhatIsDatedBeforeItsEnd(string asOf, bool isPast, int ofJanuary, int value)
    {
        // A year from 16 January 2024: of the 1,000 of January 2025 700 fall before its end. What was booked in that month stands for two bills, so that it has
        // no date of its own: the last day of the month, after the end. By 10 January 2027 900 are planned, of which (500 + 2,000) / 1,500 are expected.
        InvestmentCase inside = InvestmentCase.Create("inside", Currency.Cny, new LocalDate(2024, 1, 16)).WithDiscountRate(0).WithCosts(
            CostItem.OfAmounts(
                CostCategory.Implementation, "work",
                [
                    new DatedAmount(new LocalDate(2024, 3, 1), Money.Cny(500)), new DatedAmount(new LocalDate(2025, 1, 15), Money.Cny(700)),
                    new DatedAmount(new LocalDate(2025, 1, 16), Money.Cny(300)), new DatedAmount(new LocalDate(2027, 1, 10), Money.Cny(900)),
                ]));
        YearMonth january = new(2025, 1);
        YearMonth month = asOf == "2025-01" ? january : january.PlusMonths(-1);
        ReviewReport report = CaseReview.Review(inside, new Actuals([Rows.Cost("work", new YearMonth(2024, 3), 500), Rows.Cost("work", january, 2_000)]), month);
        PeriodForecast year = report.Forecast[1];
        Assert.Equal((isPast, Money.Cny(1_200), Money.Cny(500 + ofJanuary)), (year.IsPast, year.Plan.TotalCost, year.Forecast.TotalCost));
        Assert.Equal((year.Forecast.TotalCost, year.Forecast.TotalCost), (year.CostLower, year.CostUpper));
        Assert.Equal(Money.Cny(value), report.NetPresentValue.Value.RoundToMinorUnit());
    }

    [Fact]
    public void TwoMonths_LeaveABenefitBetweenNothingAndItsPlan()
    {
        // Service at half, sales at one and a half, seats at 1.2 of the plan, in July and August 2024; 34 months follow.
        YearMonth asOf = First.PlusMonths(1);
        IEnumerable<Actual> actuals = ReviewCases.OnPlan(Case, asOf).Change(Service, actual => actual.Times(0.5m))
            .Change(Sales, actual => actual.Times(1.5m)).Change(Seats, actual => actual.Times(1.2m));
        PeriodForecast longest = CaseReview.Review(Case, new Actuals(actuals), asOf).Forecast[2];
        Assert.Equal((Money.Cny(36 * 18_000), Money.Cny(36 * (5_000 + 12_000))), (longest.Forecast.TotalCost, longest.Forecast.TotalBenefit));
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
        Assert.Equal(Money.Cny(36 * 18_000), longest.Forecast.TotalBenefit);
        Assert.Equal(reach, (double)(longest.BenefitUpper - longest.Forecast.TotalBenefit).Amount, 0.2);
        Assert.Equal(reach, (double)(longest.Forecast.TotalBenefit - longest.BenefitLower).Amount, 0.2);
        Assert.Equal(longest.Forecast.TotalCost, longest.CostUpper);

        // Nine times as wide there is less than nothing below, and nothing is the limit: 30,000 are measured.
        longest = Longest(0.1m, 1.9m, 1);
        Assert.Equal(9 * reach, (double)(longest.BenefitUpper - longest.Forecast.TotalBenefit).Amount, 1.0);
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
        Assert.Equal((Money.Cny(33 * 15_000), Money.Cny((34 * 10_000) + (36 * 8_000))), (report.Forecast[2].Forecast.TotalCost, report.Forecast[2].Forecast.TotalBenefit));
        Assert.Equal(Money.Cny((34 * 10_000) + (36 * 8_000) - (33 * 15_000)), report.NetPresentValue.Value);
    }

    [Fact]
    public void WhatIsDueAndNeverCame_KeepsTheForecastOpen()
    {
        // Seats of 36 x 15,000 come in full or not at all, sales of 18 x 8,000 can still come.
        ReviewReport report = EvenCase.Of(OnPlan().Change(Seats, _ => null).Change(Sales, _ => null));
        PeriodForecast longest = report.Forecast[2];
        Assert.Equal((Money.Cny(36 * 15_000), Money.Cny(0), Money.Cny(36 * 15_000)), (longest.Forecast.TotalCost, longest.CostLower, longest.CostUpper));
        Assert.Equal((Money.Cny(360_000), Money.Cny(360_000), Money.Cny(504_000)), (longest.Forecast.TotalBenefit, longest.BenefitLower, longest.BenefitUpper));
        Assert.Equal(Money.Cny(360_000 - 540_000), report.NetPresentValue.Value);
        Assert.Equal(report.NetPresentValue, report.NetPresentValueLower);
        Assert.Equal(Money.Cny(360_000 - 540_000 + 540_000 + 144_000), report.NetPresentValueUpper.Value);
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
        Assert.Equal(decision, EvenCase.Of([.. actuals, Rows.UnplannedCost("Lawsuit", First, cost)]).OriginalDecision);
    }

    [Fact]
    public void TheNetPresentValue_DiscountsEachFlowByTheTermsOfTheCase()
    {
        // At month ends: seats of the first month at the start itself, the others and the benefits at the end of their month. Service at 8,000 of 10,000.
        InvestmentCase plan = Case.WithDiscountRate(0.08m).WithFlowTiming(FlowTiming.EndOfMonth);
        ReviewReport report = CaseReview.Review(plan, new Actuals(OnPlan().Change(Service, actual => actual.Times(0.8m))), AsOf);
        double expected = -15_000 + (16_000 * Factor(1)) + Enumerable.Range(2, 35).Sum(k => 1_000 * Factor(k));
        Assert.Equal(expected, (double)report.NetPresentValue.Value.Amount, 1e-6);
        Assert.Equal((report.NetPresentValue, report.NetPresentValue), (report.NetPresentValueLower, report.NetPresentValueUpper));

        static double Factor(int month) => Math.Pow(1.08, -month / 12.0);
    }

    [Fact]
    public void TheLimitsOfTheNetPresentValue_AreDiscountedAsTheirFlowsAre()
    {
        // Sales of 8,000 never came, and may still come for 18 months; the 15,000 of each month's seats came.
        InvestmentCase plan = Case.WithDiscountRate(0.08m).WithFlowTiming(FlowTiming.EndOfMonth);
        ReviewReport report = CaseReview.Review(plan, new Actuals(OnPlan().Change(Sales, _ => null)), AsOf);
        Assert.Equal(report.NetPresentValue, report.NetPresentValueLower);
        Assert.Equal(
            Enumerable.Range(19, 18).Sum(k => 8_000 * Math.Pow(1.08, -k / 12.0)),
            (double)(report.NetPresentValueUpper.Value - report.NetPresentValue.Value).Amount, 1e-6);
    }

    [Fact]
    public void WithoutARate_TheNetBenefitDecides()
    {
        InvestmentCase plan = InvestmentCase.Create("No rate", Currency.Cny, ReviewCases.Start).WithCosts([.. Case.Costs]).WithBenefits([.. Case.Benefits]);
        foreach ((decimal unplanned, OriginalDecision decision) in new[] { (108_000m, OriginalDecision.Stands), (108_000.01m, OriginalDecision.DoesNotStand) })
        {
            ReviewReport report = CaseReview.Review(plan, new Actuals([.. OnPlan(), Rows.UnplannedCost("Lawsuit", First, unplanned)]), AsOf);
            Assert.Equal(
                [NotApplicableReason.NoRate, NotApplicableReason.NoRate, NotApplicableReason.NoRate],
                new[] { report.NetPresentValue.Reason, report.NetPresentValueLower.Reason, report.NetPresentValueUpper.Reason });
            Assert.Equal(decision, report.OriginalDecision);
        }
    }

    [Fact]
    public void Payback_IsPlannedAndForecastInTheSameWay()
    {
        // 60,000 of migration at the start: 3,000 a month pay it back when twenty months are over, 2,000 when thirty are.
        InvestmentCase plan = Case.WithCosts(
            Case.Costs[0], CostItem.OfAmounts(CostCategory.Implementation, "Migration", [new DatedAmount(new LocalDate(2024, 7, 10), Money.Cny(60_000))]));
        List<Actual> actuals = ReviewCases.OnPlan(plan, AsOf);
        ReviewReport report = CaseReview.Review(plan, new Actuals(actuals.Change(Service, actual => actual.Times(0.9m))), AsOf);
        Assert.Equal((new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 1)), (report.PlannedPaybackDate.Value, report.PlannedDurablePaybackDate.Value));
        Assert.Equal(new LocalDate(2027, 1, 1), report.PaybackDate.Value);
        Assert.Equal(new LocalDate(2027, 1, 1), report.DurablePaybackDate.Value);
        report = CaseReview.Review(plan, new Actuals(actuals.Change(Service, actual => actual.Times(0.8m))), AsOf);
        Assert.Equal(NotApplicableReason.NeverPaidBack, report.PaybackDate.Reason);
    }

    /// <summary>Whole months by the calendar from the start, and the rest by the days of that month.</summary>
    [Theory]
    [InlineData("2025-01-01", 0, "2025-01-01")]
    [InlineData("2025-01-01", 2.625, "2025-03-20")] // 50 / 80 of 31 days.
    [InlineData("2025-01-01", 3, "2025-04-01")]
    [InlineData("2025-01-01", 1.5, "2025-02-15")] // Half of 28 days.
    [InlineData("2025-01-01", 17.4, "2026-06-13")] // Two fifths of 30 days, which is not 11.99.
    [InlineData("2025-01-31", 1, "2025-02-28")]
    [InlineData("2025-01-31", 1.5, "2025-03-15")] // From 28 February to 31 March there are 31 days.
    [InlineData("2025-01-31", 0.9999999999999, "2025-02-28")]
    public void PaybackDate_CountsMonthsFromTheStart(string start, double months, string date)
    {
        NodaTime.Text.LocalDatePattern iso = NodaTime.Text.LocalDatePattern.Iso;
        Assert.Equal(iso.Parse(date).Value, PaybackDate.Of(iso.Parse(start).Value, Figure.Of(months)).Value);
        Assert.Equal(
            NotApplicableReason.NeverPaidBack, PaybackDate.Of(iso.Parse(start).Value, Figure.NotApplicable<double>(NotApplicableReason.NeverPaidBack)).Reason);
    }

    [Fact]
    public void Bookings_BeforeTheStart_OpenTheMonthsOfTheReview()
    {
        // The first is two months before the plan; what is counted from it moves no figure of the plan.
        ReviewReport report = EvenCase.Of([.. OnPlan(), Rows.UnplannedCost("Workshop", First.PlusMonths(-2), 3_000), Actual.Kpi("Csat", First.PlusMonths(-9), 80, 100)]);
        Assert.Equal(Money.Cny(273_000), report.Realized.Cost);
        Assert.Equal(Money.Cny(108_000 - 3_000), report.NetPresentValue.Value);
        Assert.Equal(19, report.Context.Months.AsOf);

        // It counts on the start date, at its full amount whatever the rate.
        InvestmentCase discounted = Case.WithDiscountRate(0.08m);
        Money without = CaseReview.Review(discounted, new Actuals(OnPlan()), AsOf).NetPresentValue.Value;
        report = CaseReview.Review(discounted, new Actuals([.. OnPlan(), Rows.UnplannedCost("Workshop", First.PlusMonths(-2), 3_000)]), AsOf);
        Assert.Equal(without.Amount - 3_000, report.NetPresentValue.Value.Amount, 8);
        Assert.Equal((10_000m, 0m), (report.Context.FindBenefit(Service)!.PlanIn(First), report.Context.FindBenefit(Service)!.PlanIn(First.PlusMonths(-1))));
    }

    /// <summary>Credit notes of more than all costs leave no cost to hold a benefit against, and no figure throws for it.</summary>
    [Fact]
    public void CreditNotesBeyondAllCosts_LeaveReasonsAndNoExceptions()
    {
        ReviewReport report = EvenCase.Of([.. OnPlan(), Rows.Cost(Seats, AsOf, -2_000_000)]);
        foreach (PeriodForecast forecast in report.Forecast)
        {
            foreach (Measure measure in Measure.All)
            {
                MeasureValue value = measure.Of(forecast.Forecast);
                Assert.Equal(value.IsApplicable, value.Reason is null);
                Assert.NotNull(measure.Printed(forecast.Forecast));
            }
        }

        PeriodForecast longest = report.Forecast[2];
        Assert.True(longest.Forecast.TotalCost.Amount < 0);
        Assert.Equal(
            (NotApplicableReason.NoCost, NotApplicableReason.NoCost), (longest.Forecast.ReturnOnInvestment.Reason, longest.Upper.Reason));
    }

    [Fact]
    public void TheLongTermBlock_CountsInVarianceAndForecastWhenAsked()
    {
        // Cross-selling of 5,000 a month from March 2025 on, at half: 10 months to December 2025.
        List<Actual> actuals = ReviewCases.OnPlan().Change(ReviewCases.CrossSelling, actual => actual.Times(0.5m));
        ReviewReport apart = actuals.Review();
        ReviewReport both = actuals.Review(new ReviewSettings { IncludeLongTerm = true });
        Assert.Equal((Money.Cny(0), Money.Cny(-25_000)), (apart.BenefitVariance.Total, both.BenefitVariance.Total));
        Assert.Equal(Money.Cny(28 * 2_500), both.Forecast[2].Forecast.TotalBenefit - apart.Forecast[2].Forecast.TotalBenefit);
        Assert.Equal(Money.Cny(28 * 5_000), both.Forecast[2].Plan.TotalBenefit - apart.Forecast[2].Plan.TotalBenefit);
        Assert.Equal((Money.Cny(28 * 2_500), Money.Cny(0)), (apart.Forecast[2].Forecast.TotalLongTermBenefit, both.Forecast[2].Forecast.TotalLongTermBenefit));
        Assert.Equal(both.Forecast[2].Forecast.TotalBenefit.Amount, both.Forecast[2].Forecast.BenefitByCategory.Values.Sum(money => money.Amount), 9);
        Assert.Empty(both.Forecast[2].Forecast.LongTermBenefitByCategory);
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
            ReviewReport report = CaseReview.Review(ReviewCases.Case, new Actuals([Rows.Benefit(ReviewCases.CrossSelling, september, amount)]), september);
            Assert.Equal(status, report.Register.Single(entry => entry.Name == ReviewCases.CrossSelling).Status);
        }
    }
}
