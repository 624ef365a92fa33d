using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>Where rules and periods end: the last value on one side and the first on the other.</summary>
public class ReviewBoundaryTests
{
    /// <summary>A yearly bill two months late that pays for 12 months: from September 2024 to July 2025 eleven of them have gone by, to August all. Of one in time six.</summary>
    [Theory]
    [InlineData(2, 12, 11)]
    [InlineData(2, 13, 12)]
    [InlineData(0, 5, 6)]
    public void ABill_PaysForTheMonthsAfterIt(int late, int month, int gone)
    {
        InvestmentCase plan = Case.WithCosts(new CostItem(Seats, CostCategory.Software, new SubscriptionCost(100, Money.Cny(1_800), BillingCycle.Yearly)));
        YearMonth asOf = First.PlusMonths(month);
        IEnumerable<Actual> actuals =
        [
            .. ReviewCases.OnPlan(plan, asOf).Change(Seats, _ => null), Rows.Cost(Seats, First.PlusMonths(late), 180_000),
            .. Months(month + 1).Select(at => Actual.Seats(Seats, at, 80, 100)),
        ];
        ReviewReport report = CaseReview.Review(plan, new Actuals(actuals), asOf, new ReviewSettings { Rules = [ReviewRules.UnusedSeats] });
        Assert.Equal(late, report.Lines[0].MonthsLate);
        Assert.Equal(gone * 3_000m, Assert.Single(report.Findings).AtStake.Amount);
    }

    /// <summary>A bill for five years has 42 of its 60 months to come; one for longer is no subscription and counts in full.</summary>
    [Theory]
    [InlineData(60, 18_000)]
    [InlineData(61, 60_000)]
    public void ABill_LastsFiveYearsAtMost(int months, int used)
    {
        InvestmentCase plan = Case.WithPeriods(EvaluationPeriod.Parse("P10Y")).WithCosts(CostItem.OfAmounts(
            CostCategory.Software, Seats,
            [new DatedAmount(ReviewCases.Start, Money.Cny(60_000)), new DatedAmount(ReviewCases.Start.PlusMonths(months), Money.Cny(60_000))]));
        ReviewReport report = CaseReview.Review(
            plan, new Actuals([.. ReviewCases.OnPlan(plan, AsOf), .. Months().Select(month => Actual.Seats(Seats, month, 80, 100))]), AsOf);
        Assert.Equal(used * 0.2m, Assert.Single(report.Findings).AtStake.Amount);
    }

    [Fact]
    public void ADelay_MayCostTheTolerance()
    {
        // Two of twenty months are 10 % of the plan, two of nineteen are more.
        Assert.Empty(Review(19).Findings);
        Assert.Equal("benefitDelayed", Assert.Single(Review(18).Findings).Rule);

        static ReviewReport Review(int month) => CaseReview.Review(
            Case, new Actuals(ReviewCases.OnPlan(Case, First.PlusMonths(month)).Without(Service, First, First.PlusMonths(1))), First.PlusMonths(month));
    }

    [Theory]
    [InlineData(18, 1)]
    [InlineData(19, 0)]
    public void ABenefit_MustBeMeasuredWithinTheMonthsForEvidence(int months, int findings) => Assert.Equal(
        findings, EvenCase.Of(OnPlan().Change(Sales, _ => null), new ReviewSettings { Policy = new ReviewPolicy { EvidenceMonths = months } }).Findings.Count);

    [Fact]
    public void AdoptionWithinTheTolerance_ExplainsNothing()
    {
        // 95 % of the planned adoption is no finding, and so all of the fifth is missing.
        Finding finding = Assert.Single(EvenCase.Of(
            [.. OnPlan().Change(Service, actual => actual.Times(0.8m)), .. Months().Select(month => Actual.Adoption(month, 76, 100, line: Service))]).Findings);
        Assert.Equal(("benefitBelowPlan", 36_000m), (finding.Rule, finding.AtStake.Amount));
    }

    [Fact]
    public void LowAdoption_AfterABetterTime_HasLostNothingYet()
    {
        // 15 months at 100 where 80 were planned gain 37,500, three at 60 lose 7,500.
        ReviewReport report = EvenCase.Of(
            [.. OnPlan(), .. Months().Select((month, k) => Actual.Adoption(month, k < 15 ? 100 : 60, 100, 0.8m, Service))]);
        Assert.Equal(Money.Cny(30_000), report.BenefitVariance.VolumeAndAdoption);
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(("lowAdoption", 0m, 2_500m), (finding.Rule, finding.AtStake.Amount, finding.PerMonth.Amount));

        // A benefit that has not started has nothing to lose by it.
        report = EvenCase.Of(
            [.. OnPlan().Change(Service, _ => null), Actual.Adoption(AsOf, 60, 100, line: Service)], new ReviewSettings { Rules = [ReviewRules.LowAdoption] });
        Assert.Equal((0m, 0m), (Assert.Single(report.Findings).AtStake.Amount, report.Findings[0].PerMonth.Amount));
    }

    [Fact]
    public void LowRetention_OfABenefitAboveItsPlan_CostsNothing()
    {
        // Six months at 1.2 and twelve at 0.95 are 6,000 above the plan.
        Finding finding = Assert.Single(EvenCase.Of(
        [
            .. OnPlan().Change(Service, actual => actual.Times(actual.Month < First.PlusMonths(6) ? 1.2m : 0.95m)),
            Actual.Retention(Service, AsOf, 850, 1_000, 12, 0.9m),
        ]).Findings);
        Assert.Equal(("retentionBelowPlan", 0m, 0m), (finding.Rule, finding.AtStake.Amount, finding.PerMonth.Amount));
    }

    [Fact]
    public void ABenefitWithoutMoney_HasNoPlanToFallShortOf()
    {
        InvestmentCase plan = Case.WithBenefits(Case.Benefits[0], BenefitItem.NotMonetized(BenefitCategory.OperatingCost, "Trust", "Trust of the pharmacies"));
        ReviewReport report = CaseReview.Review(
            plan, new Actuals([.. ReviewCases.OnPlan(plan, AsOf), .. Months(3).Select(month => Rows.Benefit("Trust", month, -2_000))]), AsOf);
        Assert.Empty(report.Findings);
        Assert.Equal((Money.Cny(0), Money.Cny(-6_000), BenefitStatus.Planned), (report.Register[1].Variance.Plan, report.Register[1].Variance.Actual, report.Register[1].Status!.Value));
    }

    /// <summary>A cycle is better when shorter: only a rise is an alarm. A definition of the settings stands in place of the catalogue's.</summary>
    [Theory]
    [InlineData("SalesCycleDays", 60, true)]
    [InlineData("SalesCycleDays", 42, false)]
    [InlineData("WinRate", 60, true)]
    [InlineData("WinRate", 42, false)]
    public void AKpiAlarm_IsOnTheAdverseSide(string id, int last, bool isFound)
    {
        var settings = new ReviewSettings { Kpis = [
            KpiCatalog.Nps.WithDirection(KpiDirection.LowerIsBetter), KpiCatalog.WinRate.WithDirection(KpiDirection.LowerIsBetter),
        ] };
        IEnumerable<Actual> kpi = ReviewCases.Months(First.PlusMonths(-12), 30)
            .Select((month, k) => Actual.Kpi(id, month, k == 29 ? last : 50 + (2 * (k % 2)), 100));
        ReviewReport report = EvenCase.Of([.. OnPlan(), .. kpi], settings);
        Assert.Equal(isFound ? ["kpiAlarm"] : [], report.Findings.Select(finding => finding.Rule));
        Assert.Equal(id, Assert.Single(report.Context.Kpis).Definition.Id);
    }

    [Fact]
    public void AKpi_IsHeldAgainstTheMonthsBeforeGoLive()
    {
        // Twelve months at 0.51 in the mean, then better ones at 0.54; the baseline stays at 0.51.
        IEnumerable<Actual> rate = ReviewCases.Months(First.PlusMonths(-12), 30)
            .Select((month, k) => Actual.Kpi("WinRate", month, k == 29 ? 40 : (k < 12 ? 50 : 53) + (2 * (k % 2)), 100)).Reverse();
        Finding finding = Assert.Single(EvenCase.Of([.. OnPlan(), .. rate]).Findings);
        Assert.Equal("Win rate was 40.0% in 2025-12, below its lower control limit (baseline mean 51.0%).", finding.Message.InEnglish());
        Assert.Equal("2025年12月赢单率40.0%，低于控制下限（基线均值51.0%）。", finding.Message.InChinese());
    }

    [Fact]
    public void AVerification_OfTheVeryFirstMonthCounts()
    {
        YearMonth asOf = First.PlusMonths(2);
        ReviewReport report = CaseReview.Review(Case, new Actuals([.. ReviewCases.OnPlan(Case, asOf), Actual.Verified(Service, First)]), asOf);
        Assert.Equal<BenefitStatus?>([BenefitStatus.Verified, BenefitStatus.OnTrack], report.Register.Select(entry => entry.Status));
        Assert.True(report.Context.FindBenefit(Service)!.TryGetActual(First, out _));
    }

    [Fact]
    public void WhatWasObservedBeforeTheMonthsOfTheReview_IsNotUsed()
    {
        ReviewReport report = EvenCase.Of(
            [.. OnPlan(), Actual.Adoption(First.PlusMonths(-1), 10, 100), Actual.Seats(Seats, First.PlusMonths(-1), 10, 100), Actual.Verified(Sales, First.PlusMonths(-1))]);
        Assert.Empty(report.Findings);
        Assert.All(report.Register, entry => Assert.Equal(BenefitStatus.OnTrack, entry.Status));
    }

    [Fact]
    public void TheMonthsOfAReview_ReachToTheEndOfTheExtension()
    {
        // A year and ten days from 25 July 2024 end on 4 August 2025; a month more on 4 September, the fifteenth month.
        var start = new LocalDate(2024, 7, 25);
        InvestmentCase plan = InvestmentCase.Create("Days", Currency.Cny, start).WithPeriods(EvaluationPeriod.Parse("P1Y10D"))
            .WithCosts(new CostItem(Seats, CostCategory.Software, new SubscriptionCost(1, Money.Cny(150), BillingCycle.Monthly)));
        var settings = new ReviewSettings { Policy = new ReviewPolicy { ExtensionMonths = 1 } };
        Assert.Equal(15, CaseReview.Review(plan, new Actuals([]), First, settings).Context.Months.Count);

        // A hundred years are the most: to 25 July 2124, and not five days more.
        plan = plan.WithPeriods(EvaluationPeriod.Parse("P99Y5D"));
        Assert.Equal(1_201, CaseReview.Review(plan, new Actuals([]), First).Context.Months.Count);
    }

    [Fact]
    public void APeriodThatEndsInsideAMonthOfUse_LeavesThatMonthOut()
    {
        // 1,000 for each month from a 16th to a 15th. Six months and twenty days end on 5 August 2024, before the seventh has come to its end.
        InvestmentCase plan = InvestmentCase.Create("Inside", Currency.Cny, new LocalDate(2024, 1, 16)).WithPeriods(EvaluationPeriod.Parse("P6M20D"))
            .WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, Service, Money.Cny(12_000)));
        PeriodForecast forecast = CaseReview.Review(plan, new Actuals([]), new YearMonth(2024, 1)).Forecast[0];
        Assert.Equal((Money.Cny(6_000), Money.Cny(6_000)), (forecast.Plan.TotalBenefit, forecast.Forecast.TotalBenefit));
    }

    [Fact]
    public void PaybackForGood_IsLaterThanTheFirst()
    {
        // 3,000 a month pay 30,000 back in ten months; a bill of 21,000 in August 2025 throws the sum back to -9,000, three months' worth.
        InvestmentCase plan = Case.WithCosts(
            Case.Costs[0],
            CostItem.OfAmounts(
                CostCategory.Implementation, "Work",
                [new DatedAmount(new LocalDate(2024, 7, 10), Money.Cny(30_000)), new DatedAmount(new LocalDate(2025, 8, 10), Money.Cny(21_000))]));
        ReviewReport report = CaseReview.Review(plan, new Actuals(ReviewCases.OnPlan(plan, AsOf)), AsOf);
        Assert.Equal(
            (new LocalDate(2025, 5, 1), new LocalDate(2025, 5, 1), new LocalDate(2025, 12, 1)),
            (report.PlannedPaybackDate.Value, report.PaybackDate.Value, report.DurablePaybackDate.Value));
        Assert.Equal(report.DurablePaybackDate, report.PlannedDurablePaybackDate);
    }

    [Fact]
    public void ACostThatNeverCame_IsOneOpenBill()
    {
        Finding finding = Assert.Single(ReviewCases.OnPlan().Change(ReviewCases.Migration, _ => null).Review().Findings);
        Assert.Equal(("costNotBooked", 80_000m, 1m), (finding.Rule, finding.AtStake.Amount, finding.Evidence[0].Value));
    }

    [Fact]
    public void BillsThatCameInPart_AreOwedInPart()
    {
        // Yearly bills, the first in the third month and the second in time, each of half the amount: the other halves are owed, and nothing is a gap.
        InvestmentCase plan = Case.WithCosts(new CostItem(Seats, CostCategory.Software, new SubscriptionCost(100, Money.Cny(1_800), BillingCycle.Yearly)));
        ReviewReport report = CaseReview.Review(
            plan,
            new Actuals([.. OnPlan().Change(Seats, _ => null), Rows.Cost(Seats, First.PlusMonths(2), 90_000), Rows.Cost(Seats, First.PlusMonths(12), 90_000)]),
            AsOf, new ReviewSettings { Policy = new ReviewPolicy { MissingMonths = 1 } });
        Assert.Equal(0, report.Lines[0].MonthsLate);
        Assert.Equal(("costNotBooked", 180_000m), (Assert.Single(report.Findings).Rule, report.Findings[0].AtStake.Amount));
    }
}
