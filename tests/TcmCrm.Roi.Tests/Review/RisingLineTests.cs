using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Kpis;
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
        Assert.Equal(Money.Cny(136_000 + 459_000), report.Forecast[2].Forecast.Benefit);
        Assert.Equal(report.Forecast[2].Forecast.Benefit, report.NetPresentValue);

        // A fifth less of the moved plan: 27,200, and a fifth of the 16,000 that December would have had.
        report = Late(OfBenefit, 0.8m);
        Assert.Equal(["benefitDelayed", "benefitBelowPlan"], report.Findings.Select(finding => finding.Rule));
        Assert.Equal((27_200m, 3_200m), (report.Findings[1].AtStake.Amount, report.Findings[1].PerMonth.Amount));
        Assert.Equal(Money.Cny(108_800 + 367_200), report.Forecast[2].Forecast.Benefit);
        Assert.Equal(report.Forecast[2].Forecast.Benefit, report.NetPresentValue);

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
        Assert.Equal([("actual", 163_200m), ("due", 136_000m)], report.Findings[1].Evidence.Select(figure => (figure.Name, figure.Value)));
        Assert.Equal((163_200 * 0.2m, 27_000 * 0.2m), (report.Findings[0].AtStake.Amount, report.Findings[0].PerMonth.Amount));
        Assert.Equal(Money.Cny(163_200 + 550_800), report.Forecast[2].Forecast.Cost);
        Assert.Equal(Money.Cny(-163_200 - 550_800), report.NetPresentValue);
    }

    [Fact]
    public void ACostThatNeverCame_IsExpectedAtOnceAndInTime()
    {
        // Of the 666,000 of all months 171,000 are due: they come next month, and the rest by its plan.
        ReviewReport report = CaseReview.Review(OfCost.WithDiscountRate(0.08m), new Actuals([]), AsOf);
        double expected = (171_000 * Math.Pow(1.08, -19 / 12.0)) + Enumerable.Range(19, 18).Sum(k => 1_000.0 * k * Math.Pow(1.08, -k / 12.0));
        Assert.Equal(-expected, (double)report.NetPresentValue.Amount, 0.01);
        Assert.Equal((Money.Cny(666_000), Money.Cny(0), Money.Cny(666_000)), Cost(report, 2));

        // A period that is past holds what was booked in it, which is nothing.
        Assert.Equal((Money.Cny(0), Money.Cny(0), Money.Cny(0)), Cost(report, 0));
        report = CaseReview.Review(OfCost, new Actuals([]), First.PlusMonths(11));
        Assert.Equal((Money.Cny(0), Money.Cny(0), Money.Cny(0)), Cost(report, 1));

        static (Money, Money, Money) Cost(ReviewReport report, int horizon) =>
            (report.Forecast[horizon].Forecast.Cost, report.Forecast[horizon].CostLower, report.Forecast[horizon].CostUpper);
    }

    [Fact]
    public void AfterTheLastMonth_NothingMoreIsExpectedOfACostThatNeverCame()
    {
        // The last month that a review looks at is itself the past.
        YearMonth asOf = new(2028, 7);
        ReviewReport report = CaseReview.Review(OfCost, new Actuals([]), asOf);
        Assert.Equal(asOf, report.Context.Months.MonthAt(report.Context.Months.Count - 1));
        Assert.Equal(Money.Cny(0), report.NetPresentValue);
    }

    /// <summary>A yearly bill two months late that pays for 12 months: from September 2024 to July 2025 eleven of them have gone by, to August all.</summary>
    [Theory]
    [InlineData(12, 11)]
    [InlineData(13, 12)]
    public void ALateBill_PaysForTheMonthsAfterIt(int month, int gone)
    {
        InvestmentCase plan = Case.WithCosts(new CostItem(Seats, CostCategory.Software, new SubscriptionCost(100, Money.Cny(1_800), BillingCycle.Yearly)));
        YearMonth asOf = First.PlusMonths(month);
        IEnumerable<Actual> actuals =
        [
            .. ReviewCases.OnPlan(plan, asOf).Change(Seats, _ => null), Actual.Cost(Seats, First.PlusMonths(2), 180_000),
            .. Months(month + 1).Select(at => Actual.Seats(Seats, at, 80, 100)),
        ];
        ReviewReport report = CaseReview.Review(plan, new Actuals(actuals), asOf, new ReviewSettings(rules: [ReviewRules.UnusedSeats]));
        Assert.Equal(2, report.Lines[0].MonthsLate);
        Assert.Equal(gone * 3_000m, Assert.Single(report.Findings).AtStake.Amount);
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
        findings, EvenCase.Of(OnPlan().Change(Sales, _ => null), new ReviewSettings(new ReviewPolicy(evidenceMonths: months))).Findings.Count);

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
            [.. OnPlan().Change(Service, _ => null), Actual.Adoption(AsOf, 60, 100, line: Service)], new ReviewSettings(rules: [ReviewRules.LowAdoption]));
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
        InvestmentCase plan = Case.WithBenefits(Case.Benefits[0], BenefitItem.NotMonetised(BenefitCategory.OperatingCost, "Trust", "Trust of the pharmacies"));
        ReviewReport report = CaseReview.Review(
            plan, new Actuals([.. ReviewCases.OnPlan(plan, AsOf), .. Months(3).Select(month => Actual.Benefit("Trust", month, -2_000))]), AsOf);
        Assert.Empty(report.Findings);
        Assert.Equal((Money.Cny(0), Money.Cny(-6_000), BenefitStatus.Planned), (report.Register[1].Plan, report.Register[1].Actual, report.Register[1].Status));
    }

    /// <summary>A cycle is better when shorter: only a rise is an alarm. A definition of the settings stands in place of the catalogue's.</summary>
    [Theory]
    [InlineData("SalesCycleDays", 60, true)]
    [InlineData("SalesCycleDays", 42, false)]
    [InlineData("WinRate", 60, true)]
    [InlineData("WinRate", 42, false)]
    public void AKpiAlarm_IsOnTheAdverseSide(string id, int last, bool isFound)
    {
        var settings = new ReviewSettings(kpis:
        [
            KpiCatalogue.Nps.WithDirection(KpiDirection.LowerIsBetter), KpiCatalogue.WinRate.WithDirection(KpiDirection.LowerIsBetter),
        ]);
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
        Assert.Contains("raised an alarm in 2025-12: 0.4 against 0.51 in the baseline", finding.English, StringComparison.Ordinal);
        Assert.Contains("在 2025-12 报警", finding.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void AVerification_OfTheVeryFirstMonthCounts()
    {
        YearMonth asOf = First.PlusMonths(2);
        ReviewReport report = CaseReview.Review(Case, new Actuals([.. ReviewCases.OnPlan(Case, asOf), Actual.Verified(Service, First)]), asOf);
        Assert.Equal([BenefitStatus.Verified, BenefitStatus.OnTrack], report.Register.Select(entry => entry.Status));
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
        InvestmentCase plan = InvestmentCase.Create("Days", Currency.Cny, start).WithHorizons(EvaluationPeriod.Parse("P1Y10D"))
            .WithCosts(new CostItem(Seats, CostCategory.Software, new SubscriptionCost(1, Money.Cny(150), BillingCycle.Monthly)));
        var settings = new ReviewSettings(new ReviewPolicy(extensionMonths: 1));
        Assert.Equal(15, CaseReview.Review(plan, new Actuals([]), First, settings).Context.Months.Count);
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
            (new LocalDate(2025, 4, 30), new LocalDate(2025, 4, 30), new LocalDate(2025, 11, 30)),
            (report.PlannedPaybackDate.Value, report.PaybackDate.Value, report.DurablePaybackDate.Value));
    }

    /// <summary>The rising line booked or measured two months late, at a part of its moved plan.</summary>
    private static ReviewReport Late(InvestmentCase plan, decimal part, Func<Actual, Actual?>? change = null, IEnumerable<Actual>? more = null)
    {
        List<Actual> actuals =
        [
            .. Enumerable.Range(0, 16).Select(k => plan.Costs.Count > 0
                ? Actual.Cost(Rising, First.PlusMonths(k + 2), part * 1_000 * (k + 1))
                : Actual.Benefit(Rising, First.PlusMonths(k + 2), part * 1_000 * (k + 1))),
        ];
        actuals = change is null ? actuals : actuals.Change(Rising, change);
        return CaseReview.Review(plan, new Actuals([.. actuals, .. more ?? []]), AsOf);
    }
}
