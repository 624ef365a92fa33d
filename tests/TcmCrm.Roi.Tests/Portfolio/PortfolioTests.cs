using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Tests.Review;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Portfolio;

public class PortfolioTests
{
    private static readonly PortfolioOptions Simulated = new() { Simulation = new SimulationOptions { Trials = 300, Seed = 7 } };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void AnyDegree_GivesTheSameResultsInTheSameOrder(int degree)
    {
        var evaluator = new PortfolioEvaluator(new PortfolioOptions { DegreeOfParallelism = degree, Simulation = Simulated.Simulation });
        TenantResult[] results = [.. evaluator.EvaluateAll(Tenants(300), TestContext.Current.CancellationToken)];
        Assert.Equal(Whole(Simulated), Text(evaluator, results));
    }

    [Fact]
    public void AnySplitInOrder_GivesTheSameResult()
    {
        // Parts computed elsewhere, by evaluators of their own, last part first.
        PortfolioTenant[] tenants = [.. Tenants(300)];
        int[] cuts = [0, 1, 17, 130, 131, 300];
        var parts = new TenantResult[cuts.Length - 1][];
        for (int i = parts.Length - 1; i >= 0; i--)
        {
            parts[i] = [.. new PortfolioEvaluator(Simulated).EvaluateAll(tenants[cuts[i]..cuts[i + 1]], TestContext.Current.CancellationToken)];
        }

        Assert.Equal(Whole(Simulated), Text(new PortfolioEvaluator(Simulated), [.. parts.SelectMany(part => part)]));
    }

    [Fact]
    public void OrderOfTenants_ChangesNoFigure()
    {
        var evaluator = new PortfolioEvaluator(Simulated);
        TenantResult[] results = [.. evaluator.EvaluateAll(Tenants(60), TestContext.Current.CancellationToken).Where(result => result.IsEvaluated)];
        Assert.Equal(Figures(evaluator.Sum(results)), Figures(evaluator.Sum(results.Reverse())));
    }

    [Fact]
    public void Totals_AreTheSumsOfThePrintedTenants()
    {
        var evaluator = new PortfolioEvaluator();
        TenantResult[] results = [.. evaluator.EvaluateAll(Tenants(200), TestContext.Current.CancellationToken)];
        PortfolioResult whole = evaluator.Sum(results);
        Assert.Equal(4, whole.Totals.Count);
        foreach (PortfolioTotal total in whole.Totals)
        {
            TenantResult[] own = [.. results.Where(result => result.IsEvaluated && result.Currency == total.Currency && result.Period!.Equals(total.Period))];
            Assert.Equal(own.Length, total.Tenants);
            Assert.Equal(own.Sum(result => result.TotalCost.Amount), total.TotalCost.Amount);
            Assert.Equal(own.Sum(result => result.TotalBenefit.Amount), total.TotalBenefit.Amount);
            Assert.Equal(own.Sum(result => result.NetBenefit.Amount), total.NetBenefit.Amount);
            Assert.Equal(own.Sum(result => result.CashableBenefit.Amount), total.CashableBenefit.Amount);
            Assert.Equal(own.Sum(result => result.CashableCost.Amount), total.CashableCost.Amount);
            Assert.Equal(own.Sum(result => result.NetPresentValue.Value.Amount), total.NetPresentValue.Value.Amount);
            Assert.Equal(total.NetBenefit / total.TotalCost, total.ReturnOnInvestment.Value, 12);
        }

        Assert.Equal(results.Count(result => result.IsEvaluated), whole.Totals.Sum(total => total.Tenants));
        Assert.Equal(whole.Evaluated, whole.ReturnCounts.Sum());
    }

    [Fact]
    public void Tenant_HasTheFiguresOfItsEvaluationAndReview()
    {
        var tenant = new PortfolioTenant("one", ReviewCases.Case) { Actuals = new Actuals(ReviewCases.OnPlan().Change(ReviewCases.Sales, row => row.Times(0.3m))), AsOf = ReviewCases.AsOf };
        TenantResult result = new PortfolioEvaluator().Evaluate(tenant, TestContext.Current.CancellationToken);
        PeriodResult period = RoiEvaluator.Evaluate(ReviewCases.Case).Periods[^1];
        ReviewReport review = CaseReview.Review(ReviewCases.Case, tenant.Actuals, ReviewCases.AsOf);
        Assert.Equal(period.ReturnOnInvestment, result.ReturnOnInvestment);
        Assert.Equal(period.Cashable.ReturnOnInvestment, result.CashableReturnOnInvestment);
        Assert.Equal(period.TotalCost.RoundToMinorUnit(), result.TotalCost);
        Assert.Equal(review.OriginalDecision, result.OriginalDecision);
        Assert.Equal(review.Findings.Count, result.FindingCount);
        Assert.Equal(review.Findings.Max(finding => finding.AtStake.Amount), result.AtStake.Amount, 2);
        Assert.Equal(review.Findings[0].Rule, result.TopFinding);
        Assert.Equal(review.NetPresentValue.Value.Amount, result.ForecastNetPresentValue.Value.Amount, 1);
        Assert.True(result.IsAtRisk);
        Assert.Equal(ReviewCases.AsOf, result.AsOf);
    }

    [Fact]
    public void OnPlan_TheForecastOfAllIsThePlanOfAll()
    {
        var evaluator = new PortfolioEvaluator();
        PortfolioTotal total = Assert.Single(evaluator.Sum(evaluator.EvaluateAll(
            Enumerable.Range(0, 5).Select(i => new PortfolioTenant($"{i}", ReviewCases.Case) { Actuals = new Actuals(ReviewCases.OnPlan()) }), TestContext.Current.CancellationToken)).Totals);
        Assert.Equal(5, total.Reviewed);
        Assert.Equal(total.PlannedNetPresentValue, total.ForecastNetPresentValue);
        Assert.Equal(total.NetPresentValue, total.PlannedNetPresentValue);
    }

    [Fact]
    public void BrokenTenants_AreEntriesAndTheRestGoesOn()
    {
        var evaluator = new PortfolioEvaluator();
        PortfolioResult result = evaluator.Sum(evaluator.EvaluateAll(
            [
                Good("good 1"),
                PortfolioTenant.Unreadable("unreadable", [new Message("portfolio.tooLarge")]),
                new PortfolioTenant("throws", Case(100).AddCosts(new CostItem("own", CostCategory.Software, CostBasis.Custom("own", Currency.Cny, (_, _) => throw new NotSupportedException("out of order"))))),
                new PortfolioTenant("rate", Case(100).AddCosts(CostItem.OfAmounts(CostCategory.Software, "dollars", [new DatedAmount(Start, Money.Usd(1))]))),
                new PortfolioTenant("actuals", Case(100)) { Actuals = new Actuals([Actual.Cost("nowhere", new YearMonth(2024, 2), Money.Cny(1))]) },
                new PortfolioTenant("early", Case(100)) { Actuals = new Actuals([]), AsOf = new YearMonth(2020, 1) },
                Good("good 2"),
            ],
            TestContext.Current.CancellationToken));
        Assert.Equal((2, 5), (result.Evaluated, result.Failed));
        Assert.Equal(["unreadable", "throws", "rate", "actuals", "early"], result.Failures.Select(failure => failure.Tenant));
        foreach (string tag in new[] { "en", "zh" })
        {
            Language language = Language.Of(tag);
            Assert.All(result.Failures.SelectMany(failure => failure.Problems), problem => Assert.True(language.Knows(problem.Id), problem.Id));
        }

        Assert.All(result.Failures, failure => Assert.Equal(0, failure.TotalCost.Amount));
    }

    [Fact]
    public void NoTenants_AreAResult()
    {
        PortfolioResult result = new PortfolioEvaluator().Sum([]);
        Assert.Equal((0, 0), (result.Evaluated, result.Failed));
        Assert.Empty(result.Totals);
        Assert.Empty(result.Ranking);
        Assert.False(result.ReturnOnInvestment.Mean.IsApplicable);
    }

    [Fact]
    public void SameId_CountsOnceAndNamesBoth()
    {
        var evaluator = new PortfolioEvaluator();
        PortfolioResult result = evaluator.Sum(evaluator.EvaluateAll([Good("a"), Good("b"), Good("a")], TestContext.Current.CancellationToken));
        Assert.Equal((2, 1), (result.Evaluated, result.Failed));
        Message problem = Assert.Single(Assert.Single(result.Failures).Problems);
        Assert.Equal("portfolio.duplicateTenant(tenant: a, first: 1, again: 3)", problem.ToString());
    }

    [Fact]
    public void Ranking_IsByReturnAndKeepsTheBestAndTheWorst()
    {
        var few = new PortfolioEvaluator(new PortfolioOptions { MostListed = 2 });
        PortfolioResult result = few.Sum(few.EvaluateAll(Enumerable.Range(1, 9).Select(i => new PortfolioTenant($"{i}", Case(100 * i))), TestContext.Current.CancellationToken));
        Assert.Equal([(1, "9"), (2, "8"), (8, "2"), (9, "1")], result.Ranking.Select(entry => (entry.Key, entry.Value.Tenant)));
        var many = new PortfolioEvaluator(new PortfolioOptions { MostListed = 6 });
        result = many.Sum(many.EvaluateAll(Enumerable.Range(1, 9).Select(i => new PortfolioTenant($"{i}", Case(100 * (i % 3)))), TestContext.Current.CancellationToken));
        Assert.Equal(Enumerable.Range(1, 9), result.Ranking.Select(entry => entry.Key));
        Assert.Equal(["2", "5", "8", "1", "4", "7", "3", "6", "9"], result.Ranking.Select(entry => entry.Value.Tenant));
    }

    [Fact]
    public void PeriodsOfDifferentLength_AreKeptApartAndSaid()
    {
        var evaluator = new PortfolioEvaluator();
        PortfolioResult result = evaluator.Sum(evaluator.EvaluateAll(
            [Good("a"), new PortfolioTenant("b", Case(500).WithPeriods(EvaluationPeriod.OneYear)), new PortfolioTenant("c", Case(500).WithTerms(new CaseTerms()))], TestContext.Current.CancellationToken));
        Assert.Equal(2, result.Totals.Count);
        Assert.Equal([1, 1, 2], result.Ranking.Select(entry => entry.Key));
        Assert.Contains(result.Warnings, warning => warning.Id == "portfolio.mixedPeriods");
        var one = new PortfolioEvaluator(new PortfolioOptions { Evaluation = EvaluationSettings.Over(EvaluationPeriod.OneYear) });
        result = one.Sum(one.EvaluateAll([Good("a"), new PortfolioTenant("b", Case(500))], TestContext.Current.CancellationToken));
        Assert.Equal(EvaluationPeriod.OneYear, Assert.Single(result.Totals).Period);
        Assert.DoesNotContain(result.Warnings, warning => warning.Id == "portfolio.mixedPeriods");
    }

    [Fact]
    public void CasesWithWarnings_AreCounted()
    {
        var evaluator = new PortfolioEvaluator();
        InvestmentCase source = Case(500);
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(source);
        TenantResult tenant = evaluator.Evaluate(new PortfolioTenant("a", source), TestContext.Current.CancellationToken);
        Assert.True(tenant.WarningCount > 0);
        Assert.Equal(evaluation.Warnings.Count + evaluation.Periods[^1].Warnings.Count, tenant.WarningCount);
        Message warning = Assert.Single(evaluator.Sum([tenant]).Warnings);
        Assert.Equal("portfolio.caseWarnings", warning.Id);
        Assert.StartsWith("Of 1 case 1 has warnings", Language.Of("en").Say(warning), StringComparison.Ordinal);
        Assert.StartsWith("1个案例中有1个自身带有警示", Language.Of("zh").Say(warning), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutRate_ThereIsNoNetPresentValueAndItIsSaid()
    {
        var evaluator = new PortfolioEvaluator(Simulated);
        PortfolioResult result = evaluator.Sum(evaluator.EvaluateAll([Good("a"), new PortfolioTenant("b", WithoutRate(300))], TestContext.Current.CancellationToken));
        PortfolioTotal total = Assert.Single(result.Totals);
        Assert.Equal((2, 1, 1), (total.Tenants, total.WithoutNetPresentValue, total.Simulated));
        Assert.Contains(result.Warnings, warning => warning.Id == "portfolio.withoutRate");
    }

    [Fact]
    public void SimulationOfATenant_IsThatOfItsCaseWithItsSeed()
    {
        InvestmentCase source = Case(700);
        TenantResult tenant = new PortfolioEvaluator(Simulated).Evaluate(new PortfolioTenant("one", source), TestContext.Current.CancellationToken);
        SimulatedFigure alone = Simulation.Run(source, new SimulationOptions { Trials = 300, Seed = TenantSimulation.SeedOf(7, "one") }).Longest.NetPresentValue;
        Assert.Equal(alone.P5.Value, tenant.SimulatedNetPresentValue!.P5.Value, 0.01);
        Assert.Equal(alone.Mean.Value, tenant.SimulatedNetPresentValue.Mean.Value, 0.01);
        Assert.Equal(alone.P95.Value, tenant.SimulatedNetPresentValue.P95.Value, 0.01);
    }

    // n equal tenants whose benefit is normal with spread s: alone the sum has spread s sqrt(n); by a shared factor of spread d besides, n d.
    [Fact]
    public void SharedDriver_MovesAllTenantsTogether()
    {
        const int Count = 100;
        var options = new SimulationOptions { Trials = 4_000, UsesDefaultUncertainty = false };
        InvestmentCase source = InvestmentCase.Create("equal", Currency.Cny, Start).WithDiscountRate(0).WithPeriods(EvaluationPeriod.OneYear)
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "cost", [new DatedAmount(Start, Money.Cny(1_000))]))
            .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.SalesGrowth, "sales", [new DatedAmount(Start, Money.Cny(1_000))]).WithUncertainty(Distribution.Normal(1, 0.1)));
        Assert.Equal(1_000, Deviation([], source), 40.0);
        var shock = UncertaintyDriver.OfAmounts("adoption", Distribution.Normal(1, 0.05), [LineSelector.AllBenefits]);
        Assert.Equal(Math.Sqrt((5_000.0 * 5_000) + 1_000_000), Deviation([shock], source), 150.0);

        // A case that states the driver keeps its own spread and takes the draw of all.
        InvestmentCase stated = source.WithDrivers(UncertaintyDriver.OfAmounts("adoption", Distribution.Normal(1, 0.1), [LineSelector.Of(new LineId("sales"))]));
        Assert.Equal(Math.Sqrt((10_000.0 * 10_000) + 1_000_000), Deviation([shock], stated), 300.0);
        Assert.Equal(Math.Sqrt(Count) * 1_000 * Math.Sqrt(0.02), Deviation([], stated), 50.0);

        double Deviation(UncertaintyDriver[] shared, InvestmentCase each)
        {
            var evaluator = new PortfolioEvaluator(new PortfolioOptions { Simulation = options, SharedDrivers = shared });
            PortfolioResult result = evaluator.Sum(evaluator.EvaluateAll(Enumerable.Range(0, Count).Select(i => new PortfolioTenant($"{i}", each)), TestContext.Current.CancellationToken));
            return Assert.Single(result.Totals).SimulatedNetPresentValue!.StandardDeviation.Value;
        }
    }

    [Fact]
    public void SharedDelay_MovesEveryGoLive()
    {
        var options = new SimulationOptions { Trials = 200, UsesDefaultUncertainty = false };
        var late = UncertaintyDriver.OfDelay("late", Distribution.Discrete([0, 6], [1, 1]));
        InvestmentCase source = InvestmentCase.Create("late", Currency.Cny, Start).WithDiscountRate(0).WithPeriods(EvaluationPeriod.OneYear)
            .WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, "saving", Money.Cny(12_000)));
        var evaluator = new PortfolioEvaluator(new PortfolioOptions { Simulation = options, SharedDrivers = [late] });
        PortfolioResult result = evaluator.Sum(evaluator.EvaluateAll([new PortfolioTenant("a", source), new PortfolioTenant("b", source)], TestContext.Current.CancellationToken));
        SimulatedFigure sum = Assert.Single(result.Totals).SimulatedNetPresentValue!;
        Assert.Equal((12_000, 24_000), (Math.Round(sum.P5.Value), Math.Round(sum.P95.Value)));
    }

    [Fact]
    public void DegreeOne_RunsOnTheCallersThread()
    {
        int caller = Environment.CurrentManagedThreadId;
        int[] threads = [.. new PortfolioEvaluator().Each(Enumerable.Range(0, 100), _ => Environment.CurrentManagedThreadId, TestContext.Current.CancellationToken)];
        Assert.All(threads, thread => Assert.Equal(caller, thread));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Stream_IsReadOnlyAsFarAsItIsNeeded(int degree)
    {
        int read = 0;
        var evaluator = new PortfolioEvaluator(new PortfolioOptions { DegreeOfParallelism = degree });
        int first = evaluator.Each(Endless(), number => number * 2, TestContext.Current.CancellationToken).Skip(10).First();
        Assert.Equal(20, first);
        Assert.InRange(read, 11, 64 * degree);

        IEnumerable<int> Endless()
        {
            while (true)
            {
                yield return read++;
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void AtMostAsManyAsTheDegree_AreComputedAtOnce(int degree)
    {
        int now = 0, most = 0;
        var gate = new Lock();
        int[] results = [.. new PortfolioEvaluator(new PortfolioOptions { DegreeOfParallelism = degree }).Each(Enumerable.Range(0, 400), number =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++now);
            }

            Thread.SpinWait(2_000);
            lock (gate)
            {
                now--;
            }

            return number;
        }, TestContext.Current.CancellationToken)];
        Assert.Equal(Enumerable.Range(0, 400), results);
        Assert.InRange(most, 1, degree);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Cancellation_EndsTheStream(int degree)
    {
        using var source = new CancellationTokenSource();
        var evaluator = new PortfolioEvaluator(new PortfolioOptions { DegreeOfParallelism = degree });
        int taken = 0;
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (TenantResult _ in evaluator.EvaluateAll(Tenants(100_000), source.Token))
            {
                if (++taken == 40)
                {
                    source.Cancel();
                }
            }
        });
        // What was computed before is handed out.
        Assert.InRange(taken, 40, degree * 64);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void FaultOfTheHost_ReachesTheCaller(int degree)
    {
        var evaluator = new PortfolioEvaluator(new PortfolioOptions { DegreeOfParallelism = degree });
        Assert.Throws<NotSupportedException>(() => evaluator.Each(Enumerable.Range(0, 1_000), number => number == 77 ? throw new NotSupportedException() : number).Count());
    }

    [Fact]
    public void DifferentTrials_AreRefused()
    {
        TenantResult few = new PortfolioEvaluator(Simulated).Evaluate(Good("a"), TestContext.Current.CancellationToken);
        TenantResult more = new PortfolioEvaluator(new PortfolioOptions { Simulation = new SimulationOptions { Trials = 400 } }).Evaluate(Good("b"), TestContext.Current.CancellationToken);
        Assert.Throws<ArgumentException>(() => new PortfolioEvaluator().Sum([few, more]));
    }

    [Fact]
    public void Options_AreCheckedAtBirth()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PortfolioOptions { DegreeOfParallelism = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PortfolioOptions { MostListed = 0 });
        var driver = UncertaintyDriver.OfDelay("late", Distribution.Uniform(0, 3));
        Assert.Throws<ArgumentException>(() => new PortfolioOptions { SharedDrivers = [driver, driver] });
        Assert.Throws<ArgumentException>(() => new PortfolioTenant(" ", Case(1)));
        Assert.Throws<ArgumentException>(() => PortfolioTenant.Unreadable("a", []));
    }

    private static LocalDate Start => new(2024, 1, 1);

    private static InvestmentCase WithoutRate(decimal benefit, Currency? currency = null) => InvestmentCase.Create("case", currency ?? Currency.Cny, Start)
        .WithPeriods(EvaluationPeriod.ThreeYears)
        .WithCosts(CostItem.OfAmounts(CostCategory.Software, "cost", [new DatedAmount(Start, new Money(333.335m, currency ?? Currency.Cny))]))
        .WithBenefits(
            BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, "saving", new Money(benefit / 3, currency ?? Currency.Cny)),
            BenefitItem.OfYearlyAmount(BenefitCategory.SalesGrowth, "sales", new Money(benefit / 7, currency ?? Currency.Cny)));

    private static InvestmentCase Case(decimal benefit, Currency? currency = null) => WithoutRate(benefit, currency).WithDiscountRate(0.08m);

    private static PortfolioTenant Good(string id) => new(id, Case(500));

    /// <summary>Two currencies, two periods, some with actuals, some broken.</summary>
    private static IEnumerable<PortfolioTenant> Tenants(int count)
    {
        for (int i = 0; i < count; i++)
        {
            string id = "t" + i.ToString(CultureInfo.InvariantCulture);
            Currency currency = i % 5 == 0 ? Currency.Usd : Currency.Cny;
            InvestmentCase source = Case(100 + (i * 37 % 901) + (i / 7m), currency);
            source = i % 3 == 0 ? source.WithPeriods(EvaluationPeriod.OneYear) : source;
            if (i % 29 == 28)
            {
                yield return PortfolioTenant.Unreadable(id, [new Message("portfolio.tooLarge")]);
            }
            else if (i % 4 == 1)
            {
                yield return new PortfolioTenant(id, source)
                {
                    Actuals = new Actuals(Enumerable.Range(1, 9).Select(month => Actual.Benefit("saving", new YearMonth(2024, month), new Money(i % 11, currency)))
                        .Append(Actual.Cost("cost", new YearMonth(2024, 1), new Money(400, currency)))),
                };
            }
            else
            {
                yield return new PortfolioTenant(id, source);
            }
        }
    }

    private static string Whole(PortfolioOptions options)
    {
        var evaluator = new PortfolioEvaluator(options);
        return Text(evaluator, [.. Tenants(300).Select(tenant => evaluator.Evaluate(tenant))]);
    }

    /// <summary>Every bit of every result and of the sum.</summary>
    private static string Text(PortfolioEvaluator evaluator, TenantResult[] results) => string.Join("\n", results.Select(result => string.Join(
        "|", result.Tenant, result.Problems.Count, result.Period, result.TotalCost, result.TotalBenefit, result.NetPresentValue, result.ReturnOnInvestment, result.CashableBenefit,
        result.PaybackMonths, result.AsOf, result.OriginalDecision, result.ForecastNetPresentValue, result.FindingCount, result.AtStake, result.TopFinding, string.Join(",", result.Trials))))
        + Figures(evaluator.Sum(results));

    private static string Figures(PortfolioResult result) => string.Join("\n", result.Totals.Select(total => string.Join(
        "|", total, total.TotalCost, total.TotalBenefit, total.NetPresentValue, total.ForecastNetPresentValue, total.AtRisk, total.AtStake, total.Reviewed,
        total.SimulatedNetPresentValue?.Mean.Value.ToString("R", CultureInfo.InvariantCulture), total.SimulatedNetPresentValue?.P5.Value.ToString("R", CultureInfo.InvariantCulture), total.ProbabilityNpvPositive)))
        + string.Join(",", result.Ranking.Select(entry => $"{entry.Key} {entry.Value.Tenant}")) + string.Join(",", result.AtRisk.Select(tenant => tenant.Tenant))
        + result.ReturnOnInvestment.Mean.Value.ToString("R", CultureInfo.InvariantCulture) + string.Join(",", result.ReturnCounts) + result;
}
