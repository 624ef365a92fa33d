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
            Assert.Equal((forecast.IsPast, forecast.IsPast), (forecast.CostLower == forecast.CostUpper, forecast.BenefitLower == forecast.BenefitUpper));
            MoneyRange.Holds(forecast.Forecast.TotalBenefit, forecast.BenefitLower, forecast.BenefitUpper);
            Assert.Equal((Money.Cny(Math.Min(months, 18) * 15_000), Money.Cny(0), 0m), (forecast.Booked, forecast.Accrued, forecast.UnmeasuredShare));
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
    [InlineData("2025-01", true, 0, -500 - 2_000 - 1_350)]
    public void APeriodThatEndsInsideAMonth_HasWhatIsDatedBeforeItsEnd(string asOf, bool isPast, int ofJanuary, int value)
    {
        // A year from 16 January 2024: of the 1,000 of January 2025 700 fall before its end. What was booked in that month stands for two bills, so that it has
        // no date of its own: the last day of the month, after the end. By 10 January 2027 900 are planned, of which 1.5 times is expected: the mean of a bill at its price and one at twice.
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
        MoneyRange.Holds(year.Forecast.TotalCost, year.CostLower, year.CostUpper);
        Assert.Equal(isPast, year.CostLower == year.CostUpper);
        Assert.Equal(Money.Cny(value), report.NetPresentValue.Value.RoundToMinorUnit());
    }

    [Fact]
    public void TwoMonths_LeaveMuchOpen()
    {
        // Service at half, sales at one and a half, seats at 1.2 of the plan, in July and August 2024; 34 months follow. No forecast runs above its plan.
        YearMonth asOf = First.PlusMonths(1);
        IEnumerable<Actual> actuals = ReviewCases.OnPlan(Case, asOf).Change(Service, actual => actual.Times(0.5m))
            .Change(Sales, actual => actual.Times(1.5m)).Change(Seats, actual => actual.Times(1.2m));
        PeriodForecast longest = CaseReview.Review(Case, new Actuals(actuals), asOf).Forecast[2];
        Assert.Equal((Money.Cny(36 * 18_000), Money.Cny((36 * 5_000) + 24_000 + (34 * 8_000))), (longest.Forecast.TotalCost, longest.Forecast.TotalBenefit));

        // Two shares that are alike lean on a spread of a quarter: s = 0.25 sqrt(5 / 6), t(0.975, 5) = 2.570582. The limit of sales is the one and a half.
        double w = Math.Pow(2, -1 / 6.0);
        double reach = 2.570582 * 0.25 * Math.Sqrt(5.0 / 6) * Math.Sqrt((340_000.0 * 340_000 * (1 + (w * w)) / ((1 + w) * (1 + w))) + (34 * 1e8));
        double ofSales = 0.8 * reach;
        Assert.Equal(10_000 + 24_000 + 170_000 - reach + Math.Min((1.5 * 272_000) - ofSales, 272_000), (double)longest.BenefitLower.Amount, 0.1);
        Assert.Equal(10_000 + 24_000 + 170_000 + reach + (1.5 * 272_000), (double)longest.BenefitUpper.Amount, 0.1);
        Assert.Equal((longest.BenefitLower.Amount - longest.CostUpper.Amount) / longest.CostUpper.Amount, longest.Lower.Value);
        Assert.Equal((longest.BenefitUpper.Amount - longest.CostLower.Amount) / longest.CostLower.Amount, longest.Upper.Value);

        // Two bills below the plan are paid in part; a benefit that does harm may go on doing it.
        actuals = ReviewCases.OnPlan(Case, asOf).Change(Service, actual => actual.Times(-0.5m)).Change(Seats, actual => actual.Times(0.8m));
        longest = CaseReview.Review(Case, new Actuals(actuals), asOf).Forecast[2];
        Assert.Equal((Money.Cny(36 * 15_000), Money.Cny(6_000)), (longest.Forecast.TotalCost, longest.Accrued));
        Assert.Equal(Money.Cny((36 * -5_000) + (36 * 8_000)), longest.Forecast.TotalBenefit);
        Assert.True(longest.BenefitLower.Amount < 0);
    }

    [Fact]
    public void ThreeMonths_HaveAnIntervalOfTheirOwn()
    {
        // Shares 0.9, 1.1 and 1 with the weights 2^(-2/6), 2^(-1/6) and 1.
        double[] weights = [Math.Pow(2, -2 / 6.0), Math.Pow(2, -1 / 6.0), 1];
        double[] shares = [0.9, 1.1, 1];
        double mean = weights.Zip(shares, (w, share) => w * share).Sum() / weights.Sum();
        double[] e = [.. shares.Select(share => share - mean)];
        double lag = ((e[1] * e[0]) + (e[2] * e[1])) / e.Sum(x => x * x);
        double rho = Math.Clamp(lag + ((1 + (4 * lag)) / 3) + (1.0 / 3), 0, 0.9);
        double s = Math.Sqrt(((5 * 0.15 * 0.15) + e.Sum(x => x * x)) / 7);
        double inflated = (1 + rho) / (1 - rho);
        double reach = 2.570582 * s * Math.Sqrt(inflated * ((330_000.0 * 330_000 * weights.Sum(w => w * w) / (weights.Sum() * weights.Sum())) + (33 * 1e8)));
        YearMonth asOf = First.PlusMonths(2);
        List<Actual> actuals = ReviewCases.OnPlan(Case, asOf).Change(Service, actual => actual.Times((decimal)shares[actual.Month.Month - First.Month]))
            .Change(Sales, _ => null);
        InvestmentCase plan = Case.WithBenefits(Case.Benefits[0]);
        PeriodForecast longest = CaseReview.Review(plan, new Actuals(actuals), asOf).Forecast[2];
        Assert.Equal(30_000 + (330_000 * Math.Min(1, mean)), (double)longest.Forecast.TotalBenefit.Amount, 0.01);
        Assert.Equal(30_000 + (330_000 * mean) + reach, (double)longest.BenefitUpper.Amount, 0.1);
        Assert.Equal(30_000 + (330_000 * mean) - reach, (double)longest.BenefitLower.Amount, 0.1);
    }

    [Fact]
    public void WhatStartsLate_IsLateToTheEnd()
    {
        ReviewReport report = EvenCase.Of(OnPlan().Without(Service, First, First.PlusMonths(1)).Without(Seats, First, First.PlusMonths(2)));
        Assert.Equal([3, 2, 0], report.Lines.Select(line => line.MonthsLate));
        Assert.Equal((Money.Cny(36 * 15_000), Money.Cny((34 * 10_000) + (36 * 8_000))), (report.Forecast[2].Forecast.TotalCost, report.Forecast[2].Forecast.TotalBenefit));
        Assert.Equal(Money.Cny((34 * 10_000) + (36 * 8_000) - (36 * 15_000)), report.NetPresentValue.Value);
    }

    [Fact]
    public void WhatIsDueAndNeverCame_IsOwedAndNotEarned()
    {
        // Seats of 18 x 15,000 are owed and as many to come; sales of 36 x 8,000 may have come and may still come.
        ReviewReport report = EvenCase.Of(OnPlan().Change(Seats, _ => null).Change(Sales, _ => null));
        PeriodForecast longest = report.Forecast[2];
        Assert.Equal((Money.Cny(540_000), Money.Cny(0), Money.Cny(270_000)), (longest.Forecast.TotalCost, longest.Booked, longest.Accrued));
        MoneyRange.Holds(longest.CostLower, Money.Cny(500_000), Money.Cny(540_000));
        Assert.Equal((Money.Cny(360_000), 144_000m / 324_000), (longest.Forecast.TotalBenefit, longest.UnmeasuredShare));
        MoneyRange.Holds(longest.BenefitUpper, Money.Cny(360_000 + 288_000), Money.Cny(360_000 + 288_000 + 40_000));
        Assert.Equal(Money.Cny(360_000 - 540_000), report.NetPresentValue.Value);
        Assert.Equal(OriginalDecision.Doubtful, report.OriginalDecision);

        // A period that is past owes as well.
        Assert.Equal((Money.Cny(90_000), Money.Cny(90_000)), (report.Forecast[0].Forecast.TotalCost, report.Forecast[0].Accrued));
    }

    /// <summary>When all is over: an unplanned cost against the 108,000 of the plan; service at 1.1 without sales, which may have brought 288,000, is 144,000 below zero.</summary>
    [Theory]
    [InlineData(false, "108000", OriginalDecision.Stands)]
    [InlineData(false, "108000.01", OriginalDecision.DoesNotStand)]
    [InlineData(true, "144000.01", OriginalDecision.DoesNotStand)]
    [InlineData(true, "144000", OriginalDecision.Doubtful)]
    public void TheOriginalDecision_IsJudgedAtTheLimits(bool isOpen, string unplanned, OriginalDecision decision)
    {
        List<Actual> actuals = ReviewCases.OnPlan(Case, Over);
        actuals = isOpen ? actuals.Change(Service, actual => actual.Times(1.1m)).Change(Sales, _ => null) : actuals;
        decimal cost = decimal.Parse(unplanned, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(decision, CaseReview.Review(Case, new Actuals([.. actuals, Rows.UnplannedCost("Lawsuit", First, cost)]), Over).OriginalDecision);
    }

    /// <summary>The last month of the three years.</summary>
    private static readonly YearMonth Over = new(2027, 6);

    [Fact]
    public void TheNetPresentValue_DiscountsEachFlowByTheTermsOfTheCase()
    {
        // At month ends: seats of the first month at the start itself, the others and the benefits at the end of their month. Service at 8,000 of 10,000.
        InvestmentCase plan = Case.WithDiscountRate(0.08m).WithFlowTiming(FlowTiming.EndOfMonth);
        ReviewReport report = CaseReview.Review(plan, new Actuals(OnPlan().Change(Service, actual => actual.Times(0.8m))), AsOf);
        double expected = -15_000 + (16_000 * Factor(1)) + Enumerable.Range(2, 35).Sum(k => 1_000 * Factor(k));
        Assert.Equal(expected, (double)report.NetPresentValue.Value.Amount, 1e-6);

        static double Factor(int month) => Math.Pow(1.08, -month / 12.0);
    }

    [Fact]
    public void TheLimitsOfTheNetPresentValue_AreDiscountedAsTheirFlowsAre()
    {
        // Sales of 8,000 never came, and may still come for 18 months; the 15,000 of each month's seats came.
        InvestmentCase plan = Case.WithDiscountRate(0.08m).WithFlowTiming(FlowTiming.EndOfMonth);
        ReviewReport report = CaseReview.Review(plan, new Actuals(OnPlan().Change(Sales, _ => null)), AsOf);
        double coming = Enumerable.Range(1, 36).Sum(k => 8_000 * Math.Pow(1.08, -k / 12.0));
        double width = (double)(report.Forecast[2].BenefitUpper - report.Forecast[2].Forecast.TotalBenefit).Amount - 288_000;
        double above = (double)(report.NetPresentValueUpper.Value - report.NetPresentValue.Value).Amount;
        Assert.InRange(above - coming, width * Math.Pow(1.08, -3), width + ((double)(report.Forecast[2].Forecast.TotalCost - report.Forecast[2].CostLower).Amount));
    }

    [Fact]
    public void WithoutARate_TheNetBenefitDecides()
    {
        InvestmentCase plan = InvestmentCase.Create("No rate", Currency.Cny, ReviewCases.Start).WithCosts([.. Case.Costs]).WithBenefits([.. Case.Benefits]);
        foreach ((decimal unplanned, OriginalDecision decision) in new[] { (108_000m, OriginalDecision.Stands), (108_000.01m, OriginalDecision.DoesNotStand) })
        {
            ReviewReport report = CaseReview.Review(plan, new Actuals([.. ReviewCases.OnPlan(plan, Over), Rows.UnplannedCost("Lawsuit", First, unplanned)]), Over);
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
        Assert.Equal(Money.Cny(270_000), report.Realized.Cost);
        Assert.Equal(Money.Cny(108_000), report.NetPresentValue.Value);
        Message sunk = Assert.Single(report.Warnings);
        Assert.Equal("'Workshop': CNY 3,000.00 was booked before the start of the case, 2024-07-01; it is spent, and part of no figure.", sunk.InEnglish());
        Assert.Equal(19, report.Context.Months.AsOf);

        // A planned bill that was booked before the start is paid, and is not owed again.
        report = EvenCase.Of(OnPlan().Change(Seats, actual => actual.Month == First ? Rows.Cost(Seats, First.PlusMonths(-1), 15_000) : actual));
        Assert.Empty(report.Warnings);
        Assert.Equal((Money.Cny(540_000), Money.Cny(0)), (report.Forecast[2].Forecast.TotalCost, report.Forecast[2].Accrued));
        Assert.Equal((10_000m, 0m), (report.Context.FindBenefit(Service)!.PlanIn(First), report.Context.FindBenefit(Service)!.PlanIn(First.PlusMonths(-1))));
    }

    /// <summary>Credit notes of more than all costs leave no cost to hold a benefit against, and no figure throws for it.</summary>
    [Fact]
    public void CreditNotesBeyondAllCosts_LeaveReasonsAndNoExceptions()
    {
        ReviewReport report = EvenCase.Of([.. OnPlan(), Rows.UnplannedCost("Settlement", AsOf, -2_000_000)]);
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
