using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>The whole finding of each rule: money, severity, action, both texts and the figures in them. 9,720 is 3 % and 32,400 is 10 % of the plan.</summary>
public class FindingTests
{
    [Fact]
    public void LowAdoption_OfAllBenefits_IsOneFinding()
    {
        // 60 of 80 planned is 75 %: a quarter of 324,000 is lost, and of 18,000 in each further month.
        List<Actual> actuals = OnPlan().Change(Service, actual => actual.Times(0.75m)).Change(Sales, actual => actual.Times(0.75m));
        ReviewReport report = EvenCase.Of([.. actuals, .. Months().Select(month => Actual.Adoption(month, 60, 100, 0.8m))]);
        Holds(
            Assert.Single(report.Findings), "lowAdoption", "*", FindingSeverity.High, 81_000, 4_500, ReviewActions.TrainingAndWorkflow,
            "Adoption behind all benefits is 60.0% of late, 75.0% of what the plan counts on; it cost CNY 81,000.00 so far.",
            "全部收益对应的近期活跃使用率为60.0%，仅达到计划的75.0%；迄今损失81,000.00元。",
            ("adoption", 0.6m), ("shareOfPlan", 0.75m));
        Assert.Equal((Money.Cny(-81_000), Money.Cny(0)), (report.BenefitVariance.VolumeAndAdoption, report.BenefitVariance.PriceAndRate));
    }

    [Fact]
    public void LowAdoption_OfOneBenefit_NamesItAndLooksAtTheRecentMonths()
    {
        // 15 months at 80 of 80 and three at 50, 60 and 70: 60 of late. What was lost before the rise of the plan is measured by its own months.
        int[] active = [.. Enumerable.Repeat(80, 15), 50, 60, 70];
        List<Actual> actuals = OnPlan().Change(Service, actual => actual.Month > AsOf.PlusMonths(-3) ? actual.Times(0.75m) : actual);
        ReviewReport report = EvenCase.Of([.. actuals, .. Months().Select((month, k) => Actual.Adoption(month, active[k], 100, line: Service))]);

        // (30 + 20 + 10) / 80 of a month's 10,000.
        Holds(
            Assert.Single(report.Findings), "lowAdoption", Service, FindingSeverity.Low, 7_500, 2_500, ReviewActions.TrainingAndWorkflow,
            "Adoption behind 'Service' is 60.0% of late, 75.0% of what the plan counts on; it cost CNY 7,500.00 so far.",
            "“Service”对应的近期活跃使用率为60.0%，仅达到计划的75.0%；迄今损失7,500.00元。",
            ("adoption", 0.6m), ("shareOfPlan", 0.75m));
    }

    /// <summary>Bills of 180,000 for a year, booked in time, two months late and one early: 18, 16 and 19 months have been used up to December 2025, of which seats were counted in 18.</summary>
    [Theory]
    [InlineData(BillingCycle.Monthly, 0, 54_000)]
    [InlineData(BillingCycle.Yearly, 0, 54_000)]
    [InlineData(BillingCycle.Yearly, 2, 48_000)]
    [InlineData(BillingCycle.Yearly, -1, 54_000)]
    public void UnusedSeats_CountTheMonthsGoneByOfEachBill(BillingCycle cycle, int late, int paid)
    {
        InvestmentCase plan = Case.WithCosts(new CostItem(Seats, CostCategory.Software, new SubscriptionCost(100, Money.Cny(150 * (int)cycle), cycle)));
        IEnumerable<Actual> booked = ReviewCases.OnPlan(plan, AsOf)
            .Change(Seats, actual => Rows.Cost(Seats, actual.Month.PlusMonths(late), actual.Number))
            .Concat(Months().Select(month => Actual.Seats(Seats, month, 80, 100)));
        ReviewReport report = CaseReview.Review(plan, new Actuals(booked), AsOf);
        Assert.Equal(late, report.Lines[0].MonthsLate);
        Holds(
            Assert.Single(report.Findings), "unusedSeats", Seats, FindingSeverity.High, paid, 3_000, ReviewActions.RenegotiateSeats,
            $"20.0% of the paid seats of 'Seats' stood unused of late; unused seats cost CNY {paid / 1_000},000.00 so far.",
            $"“Seats”近期有20.0%的付费席位闲置；迄今为闲置席位支付{paid / 1_000},000.00元。",
            ("unusedShare", 0.2m), ("meanUsedShare", 0.8m));
    }

    [Fact]
    public void UnusedSeats_CountFromTheFirstMonthInWhichTheyWereSeen()
    {
        // No bill follows, so that the one lasts until now: 6 of 17 months. Half of the seats of late, a quarter on the whole.
        InvestmentCase plan = Case.WithCosts(CostItem.OfAmounts(CostCategory.Software, Seats, [new DatedAmount(new LocalDate(2024, 8, 5), Money.Cny(40_000))]));
        IEnumerable<Actual> booked = ReviewCases.OnPlan(plan, AsOf)
            .Concat(ReviewCases.Months(AsOf.PlusMonths(-5), 6).Select((month, k) => Actual.Seats(Seats, month, k < 3 ? 100 : 50, 100)));
        Finding finding = Assert.Single(CaseReview.Review(plan, new Actuals(booked), AsOf).Findings);
        Assert.Equal((decimal.Round(10_000m * 6 / 17, 2), 0m), (finding.AtStake.Amount, finding.PerMonth.Amount));
        Assert.Equal([("unusedShare", 0.5m), ("meanUsedShare", 0.75m)], finding.Evidence.Select(figure => (figure.Name, figure.Value is Money money ? money.Amount : (decimal)figure.Value)));
    }

    [Fact]
    public void RetentionBelowPlan_TakesTheShortfallOfItsLine()
    {
        // Two cohorts of 1,000 at 880 instead of 900: 40 are missing, 1.96 standard errors are 1.96 sqrt(2 x 1000 x 0.9 x 0.1) = 26.3; one cohort's 20 is not
        // above its 18.6 by much, and 240 lost are more than 1.1 x 200.
        List<Actual> actuals = OnPlan().Change(Service, actual => actual.Times(0.8m));
        ReviewReport report = EvenCase.Of(
            [.. actuals, Actual.Retention(Service, AsOf, 870, 1_000, 12, 0.9m), Actual.Retention(Service, AsOf, 890, 1_000, 6, 0.9m)]);
        Holds(
            Assert.Single(report.Findings), "retentionBelowPlan", Service, FindingSeverity.High, 36_000, 2_000, ReviewActions.RetentionProgramme,
            "'Service': 88.0% of the customers stayed, 90.0% were planned at the same tenure; CNY 36,000.00 lost so far.",
            "“Service”：同等存续期下客户保留率为88.0%，计划为90.0%；迄今损失36,000.00元。",
            ("retention", 0.88m), ("plannedRetention", 0.9m), ("customers", 2_000));
    }

    [Theory]
    [InlineData(89_000, false)]
    [InlineData(88_999, true)]
    public void Retention_MayLoseTheToleranceMoreThanPlanned(int kept, bool isFound)
    {
        // Of 100,000 customers 10,000 were to leave; the tolerance is 10 % of that. Without a benefit that fell short no money is lost.
        Finding[] found = [.. EvenCase.Of([.. OnPlan(), Actual.Retention(Service, AsOf, kept, 100_000, 12, 0.9m)]).Findings];
        Assert.Equal(isFound ? 1 : 0, found.Length);
        Assert.All(found, finding => Assert.Equal((0m, 0m, FindingSeverity.Low), (finding.AtStake.Amount, finding.PerMonth.Amount, finding.Severity)));
    }

    [Fact]
    public void RetentionAboveThePlan_IsNoFinding() =>
        Assert.Empty(EvenCase.Of([.. OnPlan(), Actual.Retention(Service, AsOf, 95_000, 100_000, 12, 0.9m)]).Findings);

    [Fact]
    public void SatisfactionFalling_GivesSlopeAndProbability()
    {
        // Six values that all fall: 2 of 720 orders are as one-sided, p = 0.00278. The months before go-live are another matter.
        IEnumerable<Actual> csat = ReviewCases.Months(First.PlusMonths(-3), 9).Select((month, k) => Actual.Kpi("Csat", month, k < 3 ? 50 : 90 - k, 100));
        ReviewReport report = CaseReview.Review(Case, new Actuals([.. ReviewCases.OnPlan(Case, First.PlusMonths(5)), .. csat]), First.PlusMonths(5));
        Finding finding = Assert.Single(report.Findings);
        Holds(
            finding, "satisfactionFalling", "Csat", FindingSeverity.Medium, 0, 0, ReviewActions.SatisfactionRecovery,
            "Customer satisfaction moves the wrong way since go-live: -1 percentage points a month over 6 months.",
            "满意度上线以来持续走差：6个月内每月变化-1个百分点。");
        Assert.Equal(["slopePerMonth", "pValue", "months"], finding.Evidence.Select(figure => figure.Name));
        Assert.Equal(-0.01, (double)(decimal)finding.Evidence[0].Value, 1e-12);
        Assert.Equal(2.0 / 720, (double)(decimal)finding.Evidence[1].Value, 1e-12);
        Assert.Equal(6m, finding.Evidence[2].Value);
    }

    /// <summary>Effort is better when lower: the direction of the KPI decides what falls.</summary>
    [Theory]
    [InlineData("Ces", 1, "satisfactionFalling")]
    [InlineData("Ces", -1, null)]
    [InlineData("Nps", -1, "satisfactionFalling")]
    [InlineData("Nps", 1, null)]
    [InlineData("WinRate", -1, null)]
    public void Satisfaction_IsJudgedByTheDirectionOfItsKpi(string id, int step, string? rule)
    {
        bool isLowBetter = KpiCatalog.Ces.Direction == KpiDirection.LowerIsBetter;
        int sign = id == "Ces" && !isLowBetter ? -step : step;
        IEnumerable<Actual> kpi = Months(8).Select((month, k) => Actual.Kpi(id, month, 40 + (sign * k), 100));
        ReviewReport report = EvenCase.Of([.. OnPlan(), .. kpi], new ReviewSettings { Rules = [ReviewRules.SatisfactionFalling] });
        Assert.Equal(rule is null ? [] : [rule], report.Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void AKpiAlarm_GivesTheLastMonthAndTheBaseline()
    {
        // Twelve months before go-live at 0.50 and 0.52 in turn; the mean is 0.51. The last two months fall to 0.31 and 0.30.
        IEnumerable<Actual> rate = ReviewCases.Months(First.PlusMonths(-12), 30)
            .Select((month, k) => Actual.Kpi("WinRate", month, k == 29 ? 30 : k == 28 ? 31 : 50 + (2 * (k % 2)), 100));
        ReviewReport report = EvenCase.Of([.. OnPlan(), .. rate]);
        Finding finding = Assert.Single(report.Findings);
        Holds(
            finding, "kpiAlarm", "WinRate", FindingSeverity.Medium, 0, 0, ReviewActions.InvestigateKpi,
            "Win rate was 30.0% in 2025-12, below its lower control limit (baseline mean 51.0%).",
            "2025年12月赢单率30.0%，低于控制下限（基线均值51.0%）。");
        Assert.Equal("kpiAlarm.limitBelow", finding.Message.Id);
        Assert.Equal(["value", "center", "alarms"], finding.Evidence.Select(figure => figure.Name));
        Assert.Equal(0.30, (double)(decimal)finding.Evidence[0].Value, 1e-12);
        Assert.Equal(0.51, (double)(decimal)finding.Evidence[1].Value, 1e-12);
        Assert.Equal(2m, finding.Evidence[2].Value);
    }

    /// <summary>
    /// From July 2025 on every month is a little worse than the mean of 0.51 and inside the limits: the sum is told with its start, not the value of its last
    /// month. The mean moving range is 0.02, sigma 0.02 / 1.128; 0.485 is 1.41 sigma off, and 0.91 a month over the slack add up to 5.46 in the sixth.
    /// </summary>
    [Fact]
    public void AKpiAlarmOfASum_TellsItsStart()
    {
        IEnumerable<Actual> rate = ReviewCases.Months(First.PlusMonths(-12), 30)
            .Select((month, k) => Actual.Kpi("WinRate", month, k >= 24 ? 48.5m : 50 + (2 * (k % 2)), 100));
        Finding finding = Assert.Single(EvenCase.Of([.. OnPlan(), .. rate]).Findings);
        Assert.Equal("kpiAlarm.sumBelow", finding.Message.Id);
        Assert.Equal(
            "Win rate has run below its baseline mean of 51.0% since 2025-07: by 2025-12 the deviations add up to 5.5 standard deviations.", finding.Message.InEnglish());
        Assert.Equal("赢单率自2025年7月起持续低于基线均值51.0%，截至2025年12月累计偏离达5.5倍标准差。", finding.Message.InChinese());
    }

    /// <summary>Only alarms of the last three months: one in October 2025 counts, one in September does not. A rise of a rate is no alarm. The limits are 51 +- 5.32.</summary>
    [Theory]
    [InlineData(27, 45, true)]
    [InlineData(26, 45, false)]
    [InlineData(27, 57, false)]
    public void AKpiAlarm_IsOneOfTheRecentMonths(int month, int value, bool isFound)
    {
        IEnumerable<Actual> rate = ReviewCases.Months(First.PlusMonths(-12), 30)
            .Select((at, k) => Actual.Kpi("WinRate", at, k == month ? value : 50 + (2 * (k % 2)), 100));
        Assert.Equal(isFound ? ["kpiAlarm"] : [], EvenCase.Of([.. OnPlan(), .. rate]).Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void AnUnplannedCost_IsHeldAgainstItsRecentMonths()
    {
        // 9,000 in the last three months, and 1,000 before them.
        ReviewReport report = EvenCase.Of(
        [
            .. OnPlan(), Rows.UnplannedCost("Consultant", new YearMonth(2025, 8), 1_000), Rows.UnplannedCost("Consultant", new YearMonth(2025, 10), 3_000),
            Rows.UnplannedCost("Consultant", AsOf, 6_000),
        ]);
        Holds(
            Assert.Single(report.Findings), "unplannedCost", "Consultant", FindingSeverity.Medium, 10_000, 3_000, ReviewActions.CostControl,
            "'Consultant' was not planned and cost CNY 10,000.00 so far.",
            "“Consultant”不在计划内，迄今支出10,000.00元。",
            ("booked", 10_000));
        ReviewLine line = report.Lines[^1];
        Assert.Equal((FlowSide.Cost, true, "Consultant", null, null), (line.Side, line.IsUnplanned, line.Name, line.Cost, line.Benefit));
        Assert.Equal((Money.Cny(10_000), Money.Cny(0)), (line.Variance.VolumeAndAdoption, line.Variance.PriceAndRate));
        Assert.False(line.TryGetRealization(out decimal ratio));
        Assert.Equal(1, ratio);
    }

    [Fact]
    public void AnUnplannedCost_OfTheFirstMonths_IsStillAMeanOverThree()
    {
        ReviewReport report = CaseReview.Review(
            Case, new Actuals([.. ReviewCases.OnPlan(Case, First), Rows.UnplannedCost("Consultant", First, 6_000)]), First);
        Assert.Equal(2_000m, Assert.Single(report.Findings).PerMonth.Amount);
    }

    /// <summary>A fifth more, by price or by seats.</summary>
    [Theory]
    [InlineData(null, "all of it by price", "均为价格因素")]
    [InlineData(120, "all of it by volume", "均为数量因素")]
    [InlineData(110, "50.0% of that by volume", "其中数量因素占50.0%")]
    public void ACostOverrun_SaysWhatIsDueToVolume(int? seats, string cause, string chineseCause)
    {
        Finding finding = Assert.Single(EvenCase.Of(OnPlan().Change(Seats, actual => Rows.Cost(Seats, actual.Month, 18_000, seats, seats is null ? null : 100))).Findings);
        Holds(
            finding, "costOverrun", Seats, FindingSeverity.High, 54_000, 3_000, ReviewActions.CostControl,
            $"'Seats' cost CNY 324,000.00, CNY 54,000.00 (20.0%) more than the CNY 270,000.00 due by now; {cause}.",
            $"“Seats”已支出324,000.00元，较计划270,000.00元超支54,000.00元（20.0%），{chineseCause}。",
            ("actual", 324_000), ("due", 270_000));
    }

    [Fact]
    public void AnOverrunOfThePast_CostsNothingMore()
    {
        // All of it in the first month; the twelve that the forecast learns from are on plan.
        Finding finding = Assert.Single(EvenCase.Of([.. OnPlan(), Rows.Cost(Seats, First, 54_000)]).Findings);
        Assert.Equal(("costOverrun", 54_000m, 0m), (finding.Rule, finding.AtStake.Amount, finding.PerMonth.Amount));
    }

    [Fact]
    public void ABenefitWithoutEvidence_IsClaimedInFull() => Holds(
        Assert.Single(EvenCase.Of(OnPlan().Change(Sales, _ => null)).Findings),
        "benefitWithoutEvidence", Sales, FindingSeverity.High, 144_000, 8_000, ReviewActions.MeasureBenefit,
        "'Sales' is due for 18 months and was never measured; CNY 144,000.00 of the plan rest on it so far.",
        "“Sales”到期18个月仍未测量；迄今计划中有144,000.00元没有证据。",
        ("monthsDue", 18), ("planToDate", 144_000));

    [Fact]
    public void ADelayedBenefit_LosesItsFirstMonths() => Holds(
        Assert.Single(EvenCase.Of(OnPlan().Without(Service, First, First.PlusMonths(1))).Findings),
        "benefitDelayed", Service, FindingSeverity.Medium, 20_000, 0, ReviewActions.UnblockRollout,
        "'Service' started 2 months late, which cost CNY 20,000.00.",
        "“Service”晚2个月开始实现，损失20,000.00元。",
        ("monthsLate", 2));

    [Fact]
    public void ABenefitBelowPlan_IsMeasuredOnItsMonths()
    {
        Holds(
            Assert.Single(EvenCase.Of(OnPlan().Change(Service, actual => actual.Times(0.8m))).Findings),
            "benefitBelowPlan", Service, FindingSeverity.High, 36_000, 2_000, ReviewActions.FindCause,
            "'Service' yields 20.0% less than its plan in the months measured, CNY 36,000.00 so far.",
            "“Service”在已测量月份较计划低20.0%，迄今少36,000.00元。",
            ("missingShare", 0.2m), ("actual", 144_000));

        // Two of the 18 months were not measured: 16 x 2,000.
        Finding finding = Assert.Single(
            EvenCase.Of(OnPlan().Change(Service, actual => actual.Times(0.8m)).Without(Service, new YearMonth(2025, 3), new YearMonth(2025, 4))).Findings);
        Assert.Equal((FindingSeverity.Medium, 32_000m, 2_000m), (finding.Severity, finding.AtStake.Amount, finding.PerMonth.Amount));
    }

    [Fact]
    public void ABenefitBelowPlan_LeavesToAdoptionWhatAdoptionExplains()
    {
        // Half of the plan; adoption of 80 % of the planned explains 36,000 of the 90,000 that are missing.
        ReviewReport report = EvenCase.Of(
            [.. OnPlan().Change(Service, actual => actual.Times(0.5m)), .. Months().Select(month => Actual.Adoption(month, 64, 100, 0.8m, Service))]);
        Assert.Equal(["benefitBelowPlan", "lowAdoption"], report.Findings.Select(finding => finding.Rule));
        Assert.Equal([54_000m, 36_000m], report.Findings.Select(finding => finding.AtStake.Amount));
        Assert.Equal([3_000m, 2_000m], report.Findings.Select(finding => finding.PerMonth.Amount));
    }

    /// <summary>Two measured months say nothing yet, three do.</summary>
    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public void ABenefitBelowPlan_NeedsThreeMonths(int months, int findings)
    {
        YearMonth last = First.PlusMonths(months - 1);
        List<Actual> actuals = ReviewCases.OnPlan(Case, last).Change(Service, actual => actual.Times(0.5m));
        Assert.Equal(findings, CaseReview.Review(Case, new Actuals(actuals), last).Findings.Count);
    }

    [Fact]
    public void AGapInTheData_IsClosedOrOpen()
    {
        Holds(
            Assert.Single(EvenCase.Of(OnPlan().Without(Service, new YearMonth(2025, 3), new YearMonth(2025, 5))).Findings),
            "dataGap", Service, FindingSeverity.Medium, 30_000, 0, ReviewActions.DataQuality,
            "'Service' has no observation in 3 months; CNY 30,000.00 of the plan cannot be judged.",
            "“Service”有3个月缺数；计划中的30,000.00元无法判断。",
            ("months", 3));
        Finding open = Assert.Single(EvenCase.Of(OnPlan().Without(Service, new YearMonth(2025, 9), AsOf)).Findings);
        Assert.Equal((40_000m, 10_000m, 4m), (open.AtStake.Amount, open.PerMonth.Amount, (decimal)open.Evidence[0].Value));
    }

    [Fact]
    public void ACostThatIsNotBooked_IsOwed()
    {
        Holds(
            Assert.Single(EvenCase.Of(OnPlan().Without(Seats, new YearMonth(2025, 10), AsOf)).Findings),
            "costNotBooked", Seats, FindingSeverity.High, 45_000, 0, ReviewActions.BookCosts,
            "'Seats': 3 bills are due and not booked, or not in full, the oldest of 2025-10; CNY 45,000.00 is owed and counted.",
            "“Seats”有3笔账单到期未入账或未足额入账，最早为2025年10月；尚欠45,000.00元，已计入预测。",
            ("bills", 3));
        Finding never = Assert.Single(EvenCase.Of(OnPlan().Change(Seats, _ => null)).Findings);
        Assert.Equal(("costNotBooked", 270_000m, First), (never.Rule, never.AtStake.Amount, never.Since));

        // 22,500 of the 45,000 were paid later: the rest is owed.
        List<Actual> gap = OnPlan().Without(Seats, new YearMonth(2025, 3), new YearMonth(2025, 5));
        Assert.Equal(22_500m, Assert.Single(EvenCase.Of([.. gap, Rows.Cost(Seats, AsOf, 22_500)]).Findings).AtStake.Amount);
        Assert.Empty(EvenCase.Of([.. gap, Rows.Cost(Seats, AsOf, 45_000)]).Findings);
    }

    /// <summary>Months missing inside a KPI series and after its end add up; two are no gap yet.</summary>
    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(0, 3, 3)]
    [InlineData(3, 0, 3)]
    [InlineData(1, 1, null)]
    public void AGapInAKpi_HasNoPrice(int inside, int after, int? months)
    {
        IEnumerable<Actual> kpi = ReviewCases.Months(First.PlusMonths(-2), 20)
            .Where((_, k) => (k < 5 || k >= 5 + inside) && k < 20 - after).Select(month => Actual.Kpi("Csat", month, 80, 100));
        ReviewReport report = EvenCase.Of([.. OnPlan(), .. kpi]);
        if (months is not { } missing)
        {
            Assert.Empty(report.Findings);
            return;
        }

        Holds(
            Assert.Single(report.Findings), "dataGap", "Csat", FindingSeverity.Low, 0, 0, ReviewActions.DataQuality,
            $"Customer satisfaction has no observation in {missing} months.",
            $"满意度有{missing}个月缺数。",
            ("months", missing));
    }

    [Fact]
    public void DoubleCounting_IsAtMostAllButTheLargest()
    {
        InvestmentCase plan = Case.WithPools(ValuePool.Hours("hours", "Service hours", 200))
            .WithBenefits([.. Case.Benefits.Select(benefit => benefit.WithPoolDraws(new PoolDraw("hours", 150)))]);
        Message warning = Assert.Single(PoolCheck.Warnings(plan.Pools, plan.Benefits), warning => warning.Code == "poolOverdrawn");
        Holds(
            Assert.Single(CaseReview.Review(plan, new Actuals(OnPlan()), AsOf).Findings),
            "doubleCounting", "Service, Sales", FindingSeverity.High, 144_000, 8_000, ReviewActions.SeparatePools,
            warning.InEnglish() + " At most CNY 144,000.00 so far.",
            warning.InChinese() + "迄今至多144,000.00元。",
            ("benefits", 2));

        // Of a benefit that was not measured the plan counts: 144,000 of sales beside 90,000 that were measured of the service.
        IEnumerable<Actual> half = OnPlan().Change(Service, actual => actual.Times(0.5m)).Change(Sales, _ => null);
        ReviewReport report = CaseReview.Review(plan, new Actuals(half), AsOf, new ReviewSettings { Rules = [ReviewRules.DoubleCounting] });
        Assert.Equal(90_000m, Assert.Single(report.Findings).AtStake.Amount);
    }

    [Fact]
    public void AMissingBaseline_CountsTheObservedMonths() => Holds(
        Assert.Single(EvenCase.Of([.. OnPlan(), .. Months().Where((_, k) => k != 4).Select(month => Actual.Kpi("WinRate", month, 50, 100))]).Findings),
        "baselineMissing", "WinRate", FindingSeverity.Low, 0, 0, ReviewActions.SetBaseline,
        "Win rate is observed since go-live only: there is nothing to compare it with.",
        "赢单率只有上线后的数据，缺少可比较的基线。",
        ("monthsObserved", 17));

    [Fact]
    public void Findings_OfTheSameMoney_AreOrderedByTheMonthThenByNames()
    {
        Finding[] findings =
        [
            Plain("b", "y", 5, 1), Plain("b", "x", 5, 1), Plain("a", "z", 5, 1), Plain("c", "c", 5, 2), Plain("d", "d", 6, 0), Plain("B", "x", 5, 1),
        ];
        ReviewReport report = EvenCase.Of(OnPlan(), new ReviewSettings { Rules = [new ListRule(findings)] });
        Assert.Equal(["dd", "cc", "Bx", "az", "bx", "by"], report.Findings.Select(finding => finding.Rule + finding.Subject));

        static Finding Plain(string rule, string subject, decimal atStake, decimal perMonth) =>
            new(
                new Message(rule, MessageArgument.Text("subject", subject)), FindingSeverity.Low, Money.Cny(atStake), Money.Cny(perMonth), ReviewActions.DataQuality);
    }

    private static void Holds(
        Finding finding, string rule, string subject, FindingSeverity severity, decimal atStake, decimal perMonth, Message action, string english,
        string chinese, params (string, decimal)[] evidence)
    {
        Assert.Equal((rule, subject, severity), (finding.Rule, finding.Subject, finding.Severity));
        Assert.Equal((Money.Cny(atStake), Money.Cny(perMonth)), (finding.AtStake, finding.PerMonth));
        Assert.Same(action, finding.Action);
        Assert.Equal(english, finding.Message.InEnglish());
        Assert.Equal(chinese, finding.Message.InChinese());
        if (evidence.Length > 0)
        {
            Assert.Equal(evidence, finding.Evidence.Select(figure => (figure.Name, figure.Value is Money money ? money.Amount : (decimal)figure.Value)));
        }
    }

    private sealed class ListRule(Finding[] findings) : IReviewRule
    {
        public string Id => "list";

        public IEnumerable<Finding> Examine(ReviewContext context) => findings;
    }
}
