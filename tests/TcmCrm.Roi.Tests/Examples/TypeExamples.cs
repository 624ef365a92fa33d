using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Examples;

/// <summary>The examples in the documentation of the main types: what stands between "example" and "end" is compiled and run here. Where the two differ, copy one over the other.</summary>
public class TypeExamples
{
    private static InvestmentCase Crm { get; } = InvestmentCase.Create("CRM", Currency.Cny, goLive: new LocalDate(2025, 3, 1), start: new LocalDate(2025, 1, 1))
        .WithDiscountRate(0.08m)
        .WithPeriods(EvaluationPeriod.OneYear, EvaluationPeriod.ThreeYears)
        .WithCosts(
            SoftwareCost.Subscription("seats", seats: 120, pricePerSeat: Money.Cny(150), every: BillingCycle.Monthly),
            ImplementationCost.DataMigration("data", Money.Cny(80_000), on: new LocalDate(2025, 1, 15)))
        .WithBenefits(SalesGrowth.Uplift("sales", Money.Cny(30_000_000), 0.05m, Share.Percent(42)).WithAttribution(Share.Percent(60)));

    [Fact]
    public void OfMoney()
    {
        // example Money
        Money seats = 120 * Money.Cny(150);
        Money year = (12 * seats) + Money.Cny(80_000);
        string printed = year.ToString();                  // CNY 296000
        decimal timesAsMuch = year / seats;                // money by money is a number; different currencies throw
        // end
        Assert.Equal("CNY 296000", printed);
        Assert.Equal(296_000m / 18_000m, timesAsMuch);
        Assert.Throws<InvalidOperationException>(() => seats + Money.Usd(1));
    }

    [Fact]
    public void OfFigure()
    {
        InvestmentCase crm = Crm;

        // example Figure{T}
        Figure<decimal> roi = RoiEvaluator.Evaluate(crm)[EvaluationPeriod.OneYear].ReturnOnInvestment;
        string said = roi.TryGetValue(out decimal value)
            ? $"{value:P1}"                                // a fraction: 0.064 is 6.4 %
            : roi.Reason.ToString()!;                      // why there is none; never NaN
        // end
        Assert.Equal($"{value:P1}", said);
        Assert.Equal(19_000m / 296_000m, value);
    }

    [Fact]
    public void OfPeriod()
    {
        // example EvaluationPeriod
        EvaluationPeriod half = EvaluationPeriod.SixMonths;
        EvaluationPeriod any = EvaluationPeriod.Parse("P18M");
        LocalDate end = new LocalDate(2025, 1, 1).Plus(any.Length);   // 2026-07-01, exclusive: the last day is 2026-06-30
        // end
        Assert.Equal(EvaluationPeriod.Parse("P6M"), half);
        Assert.Equal(new LocalDate(2026, 7, 1), end);
    }

    [Fact]
    public void OfCase()
    {
        // example InvestmentCase
        InvestmentCase crm = InvestmentCase.Create("CRM", Currency.Cny, goLive: new LocalDate(2025, 3, 1), start: new LocalDate(2025, 1, 1))
            .WithDiscountRate(0.08m)
            .WithPeriods(EvaluationPeriod.OneYear, EvaluationPeriod.ThreeYears)
            .WithCosts(SoftwareCost.Subscription("seats", seats: 120, pricePerSeat: Money.Cny(150), every: BillingCycle.Monthly))
            .WithBenefits(SalesGrowth.Uplift("sales", Money.Cny(30_000_000), uplift: 0.05m, contributionMargin: Share.Percent(42)));
        InvestmentCase later = crm.WithGoLive(new LocalDate(2025, 6, 1));   // a copy: cases do not change
        // end
        Assert.Equal(new LocalDate(2025, 3, 1), crm.GoLive);
        Assert.True(RoiEvaluator.Evaluate(later).Periods[0].TotalBenefit < RoiEvaluator.Evaluate(crm).Periods[0].TotalBenefit);
    }

    [Fact]
    public void OfCostAndBenefit()
    {
        // example CostItem
        CostItem training = ImplementationCost.Training("training", Money.Cny(46_000), on: new LocalDate(2025, 3, 1))
            .WithRiskUplift(0.1m)                          // counted as 50,600
            .WithTags("hospital");
        CostItem refund = CostItem.OfAmounts(CostCategory.Software, "refund", [new DatedAmount(new LocalDate(2026, 1, 1), Money.Cny(5_000))]).AsCredit();
        // end
        // example BenefitItem
        BenefitItem sales = SalesGrowth.Uplift("sales", Money.Cny(30_000_000), uplift: 0.05m, contributionMargin: Share.Percent(42))
            .WithAttribution(Share.Percent(60))            // what the CRM alone may claim
            .WithEvidence(Evidence.Estimated)
            .WithOwner("sales director");
        // end
        PeriodResult year = RoiEvaluator.Evaluate(Crm.WithCosts(training, refund).WithBenefits(sales)).Periods[0];
        Assert.Equal(50_600m, year.TotalCost.Amount);
        Assert.Equal(315_000m, year.TotalBenefit.Amount);
    }

    [Fact]
    public void OfEvaluator()
    {
        InvestmentCase crm = Crm;

        // example RoiEvaluator
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(crm);
        PeriodResult threeYears = evaluation[EvaluationPeriod.ThreeYears];
        Figure<Money> npv = threeYears.NetPresentValue;
        Figure<decimal> onCashAlone = threeYears.Cashable.ReturnOnInvestment;
        foreach (Message warning in evaluation.Warnings)
        {
            Console.WriteLine(Language.Of("zh").Say(warning));
        }

        // end
        Assert.True(npv.Value.Amount > 0);
        Assert.Equal(threeYears.ReturnOnInvestment, onCashAlone);
        Assert.NotEmpty(evaluation.Warnings);
    }

    [Fact]
    public void OfReturns()
    {
        // example InternalRateOfReturn
        InternalRateOfReturnResult rates = InternalRateOfReturn.Periodic([-100, 60, 60]);
        double? only = rates.TryGetRate(out double rate) ? rate : null;   // 0.1307: one root, certified; null where there is none, or several
        // end
        Assert.Equal(0.130662386291807, only!.Value, 12);

        // example NetPresentValue
        Figure<double> npv = NetPresentValue.Dated(
            [-100, 60, 60], [new LocalDate(2025, 1, 1), new LocalDate(2026, 1, 1), new LocalDate(2027, 1, 1)], annualRate: 0.08);
        // end
        Assert.Equal(-100 + (60 / 1.08) + (60 / 1.08 / 1.08), npv.Value, 10);
    }

    [Fact]
    public void OfKpis()
    {
        double[] values = [62, 63, 61, 64, 62, 63, 65, 62, 64, 63, 66, 65, 70, 72, 71, 73, 74, 73];

        // example KpiSeries
        KpiSeries nps = KpiSeries.FromValues(KpiCatalog.Nps, new YearMonth(2024, 1), values);
        KpiSeries winRate = KpiSeries.FromParts(KpiCatalog.WinRate, new YearMonth(2025, 1), [18, 21, 24], [60, 61, 58]);   // won, decided
        // end
        Assert.Equal(3, winRate.Count);

        // example KpiAssessment
        KpiAssessment assessment = KpiAssessment.Of(nps);
        foreach (ControlChartPoint point in assessment.Chart.Points.Where(point => point.IsAlarm))
        {
            Console.WriteLine($"{point.Month}: {Language.Of("en").Say(point.AlarmName)}");
        }

        // end
        Assert.Contains(assessment.Chart.Points, point => point.IsAlarm);
    }

    [Fact]
    public void OfTracker()
    {
        // example KpiTracker
        var tracker = new KpiTracker(KpiCatalog.Nps);
        for (int month = 1; month <= 12; month++)
        {
            tracker.Observe(new YearMonth(2024, month), 60 + (month % 3));
        }

        ControlChartPoint point = tracker.Observe(new YearMonth(2025, 1), 40);
        bool isAlarm = point.IsAlarm;                      // far below its limits
        KpiTrackerState saved = tracker.Save();            // for a database: plain data
        KpiTracker again = KpiTracker.Restore(KpiCatalog.Nps, saved);
        // end
        Assert.True(isAlarm);
        Assert.Equal(tracker.LatestMonth, again.LatestMonth);
    }

    [Fact]
    public void OfImpact()
    {
        var random = new Random(1);
        double[] values = [.. Enumerable.Range(0, 48).Select(month => 1000 * Math.Exp((0.004 * month) + (month >= 36 ? 0.08 : 0) + (0.01 * (random.NextDouble() - 0.5))))];

        // example ImpactAnalysis
        KpiSeries sales = KpiSeries.FromValues(KpiCatalog.SalesRevenue, new YearMonth(2022, 1), values);
        ImpactResult result = ImpactAnalysis.Run(new ImpactStudy(sales, goLive: new YearMonth(2025, 1)).WithPromise(0.05));
        Console.WriteLine(Language.Of("en").Say(Message.NameOf(result.Verdict)));
        // end
        Assert.Equal(ImpactVerdictKind.Realized, result.Verdict);
    }

    [Fact]
    public void OfReview()
    {
        InvestmentCase plan = Crm;

        // example CaseReview
        var actuals = new Actuals(
        [
            Actual.Cost("data", new YearMonth(2025, 1), Money.Cny(95_000), document: "FP-001"),
            Actual.Cost("seats", new YearMonth(2025, 3), Money.Cny(18_000)),
            Actual.Benefit("sales", new YearMonth(2025, 4), Money.Cny(20_000)),
        ]);
        ReviewReport report = CaseReview.Review(plan, actuals, asOf: new YearMonth(2025, 4));
        foreach (Finding finding in report.Findings)
        {
            Console.WriteLine($"{finding.Rule}: {finding.AtStake}");   // the most money at stake first
        }

        // end
        Assert.NotEmpty(report.Findings);
    }

    [Fact]
    public void OfRegister()
    {
        InvestmentCase plan = Crm;

        // example BenefitsRegister
        BenefitsRegister register = BenefitsRegister.Approve(plan, approvedOn: new LocalDate(2024, 12, 20))
            .Replan(plan.WithGoLive(new LocalDate(2025, 5, 1)), approvedOn: new LocalDate(2025, 2, 10), reason: "late data migration");
        PlanVersion inForce = register.At(new LocalDate(2025, 1, 31));   // the first version
        // end
        Assert.Equal(register.Original, inForce);
    }

    [Fact]
    public void OfUncertainty()
    {
        InvestmentCase crm = Crm;

        // example Simulation
        SimulationResult result = Simulation.Run(crm, new SimulationOptions { Trials = 10_000 });
        Estimate positive = result.Longest.ProbabilityNpvPositive.Value;   // with its standard error
        string first = result.Inputs[0].Name;              // what the result hangs on most
        // end
        Assert.InRange(positive.Value, 0, 1);
        Assert.Equal("sales", first);

        InvestmentCase cheaper = crm.WithName("cheaper").WithCosts(crm.Costs[1]);

        // example Comparison
        ComparisonResult compared = Comparison.Of([crm, cheaper], new SimulationOptions { Trials = 10_000 });
        string? best = compared.Best?.Name;                // null is doing nothing, or no discount rate
        bool isClose = compared.IsTooCloseToCall;
        // end
        Assert.Equal("cheaper", best);
        Assert.False(isClose);

        // example BreakEven
        BreakEvenPoint sales = BreakEven.Of(RoiEvaluator.Evaluate(crm)).First(point => point.Lever == "factor" && point.Name == "sales");
        Figure<double> needed = sales.Value;               // the part of the planned benefit at which the net present value is 0
        // end
        Assert.InRange(needed.Value, 0.3, 1);
    }

    [Fact]
    public void OfRecommendation()
    {
        // example EvaluationPeriodRecommendation
        var recommendation = EvaluationPeriodRecommendation.For(new EvaluationPeriodQuestion(
            120, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.SalesGrowth));
        EvaluationPeriod primary = recommendation.Primary.Period;
        // end
        Assert.Contains(recommendation.Periods, period => period.Period == primary);
    }
}
