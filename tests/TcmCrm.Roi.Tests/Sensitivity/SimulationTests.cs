using CsCheck;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Statistics;
using TcmCrm.Roi.Tests.Evaluation;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Sensitivity;

public class SimulationTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    // NPV = 0.33 + a + b + c with standard deviations 0.5, 0.3, 0.1 of independent normals: EVPI 0.106812, EVPPI 0.076405, 0.020586, 0.0000127,
    // first order 0.7143, 0.2571, 0.0286. Each line is 1,000 with a spread far from 0, so that no factor is cut.
    [Fact]
    public void LinearNormalCase_HasTheClosedForms()
    {
        InvestmentCase source = Lump(2_999.67m, ("a", 0.0005), ("b", 0.0003), ("c", 0.0001));
        SimulationResult result = Simulation.Run(source, new SimulationOptions { Trials = 200_000 });
        SimulatedPeriod period = result.Period(0);
        Estimate evpi = period.ValueOfPerfectInformation.Value;
        Assert.Equal(0.106812, evpi.Value, 3 * evpi.StandardError);
        Assert.Equal(["a", "b", "c"], result.Inputs.Select(input => input.Id));
        Assert.Equal([0.7142857142857, 0.2571428571429, 0.0285714285714], result.Inputs.Select(input => Math.Round(input.FirstOrderShare.Value, 13)));
        Assert.Equal(0.076405, result.Inputs[0].ValueOfInformation.Value.Value, 5e-7);
        Assert.Equal(0.020586, result.Inputs[1].ValueOfInformation.Value.Value, 5e-7);
        Assert.Equal(0.0000127, result.Inputs[2].ValueOfInformation.Value.Value, 5e-8);
        double mean = period.NetPresentValue.Mean.Value;
        Assert.Equal(0.33, mean, 3 * period.NetPresentValue.StandardError.Value);
        Assert.Equal(NormalDistribution.Cdf(0.33 / Math.Sqrt(0.35)), period.ProbabilityNpvPositive.Value.Value, 3 * period.ProbabilityNpvPositive.Value.StandardError);

        // The mean of the worst 5 % of a normal is mu - s phi(z) / 0.05.
        double shortfall = 0.33 - (Math.Sqrt(0.35) * NormalDistribution.Density(1.6448536269514722) / 0.05);
        Assert.Equal(shortfall, period.ExpectedShortfall.Value.Value, 3 * period.ExpectedShortfall.Value.StandardError);
    }

    /// <summary>Cost alone on cash: there is no rate because nothing comes in, not because a rate could not be proved.</summary>
    [Fact]
    public void RateOfNoTrial_HasTheReasonOfThePlan()
    {
        BenefitItem hours = Benefit("hours", 1_500).WithClass(BenefitClass.Efficiency).WithUncertainty(Distribution.Normal(1, 0.1));
        InvestmentCase source = Lump(1_000).WithBenefits(hours);
        SimulatedPeriod period = Simulation.Run(source, new SimulationOptions { Trials = 200 }).Period(0, CaseBasis.Cashable);
        Figure<double> plan = RoiEvaluator.Evaluate(source).Periods[0].Cashable.InternalRateOfReturn.ToFigure();
        Assert.Equal(NotApplicableReason.OnlyOutflows, plan.Reason);
        Assert.Equal(plan.Reason, period.InternalRateOfReturn.Mean.Reason);
        Assert.Equal(200, period.InternalRateOfReturn.NoAnswer);
    }

    [Fact]
    public void BenefitsThatShareNothing_AreNamed()
    {
        InvestmentCase source = Lump(2_500, ("a", 0.1), ("b", 0.1), ("c", 0.1));
        Message alone = Assert.Single(Few(source).Warnings);
        Assert.Equal("independentBenefits", alone.Code);
        Assert.Contains("3 benefits, 100.0%", Language.Of("en").Say(alone), StringComparison.Ordinal);
        Assert.Contains("3项收益（占收益总额的100.0%）", Language.Of("zh").Say(alone), StringComparison.Ordinal);

        // A driver on two of the three, or a correlation between two, leaves one by itself.
        UncertaintyDriver shared = UncertaintyDriver.OfAmounts("adoption", Distribution.Uniform(0.8, 1), [LineSelector.Of(new LineId("a")), LineSelector.Of(new LineId("b"))]);
        Assert.Empty(Few(source.WithDrivers(shared)).Warnings);
        Assert.Empty(Few(source.WithCorrelations(new RankCorrelation("a", "b", 0.5))).Warnings);

        // Two of four, a third of the whole.
        InvestmentCase most = Lump(2_500, ("a", 0.1), ("b", 0.1), ("c", 0.1), ("d", 0.1)).WithCorrelations(new RankCorrelation("a", "b", 0.5));
        Assert.Empty(Few(most).Warnings);
        Assert.Empty(Few(Lump(900, ("a", 0.1))).Warnings);

        static SimulationResult Few(InvestmentCase source) => Simulation.Run(source, new SimulationOptions { Trials = 100 });
    }

    [Fact]
    public void CorrelatedFactors_HaveTheValueOfTheRegression()
    {
        // a and b with Pearson r have E[NPV | a] = 0.33 + (a - 1) (1 + r sb / sa): the gain of a normal of that spread.
        double rank = 0.6;
        double r = 2 * Math.Sin(Math.PI * rank / 6);
        InvestmentCase source = Lump(1_999.67m, ("a", 0.0005), ("b", 0.0003)).WithCorrelations(new RankCorrelation("a", "b", rank));
        SimulationResult result = Simulation.Run(source, new SimulationOptions { Trials = 200_000 });
        double given = 0.5 + (r * 0.3);
        double expected = (0.33 * NormalDistribution.Cdf(0.33 / given)) + (given * NormalDistribution.Density(0.33 / given)) - 0.33;
        Estimate value = result.Inputs.Single(input => input.Id == "a").ValueOfInformation.Value;
        Assert.Equal(expected, value.Value, (3 * value.StandardError) + 0.001);
        Assert.True(value.Value <= result.Period(0).ValueOfPerfectInformation.Value.Value);
        Assert.Equal(Math.Sqrt(0.25 + 0.09 + (2 * r * 0.15)), result.Period(0).NetPresentValue.StandardDeviation.Value, 0.005);
    }

    [Fact]
    public void AnotherLine_AnotherOrder_MoreTrials_ChangeNoDrawThatWasThere()
    {
        InvestmentCase source = Lump(2_500m, ("a", 0.2), ("b", 0.3));
        InvestmentCase turned = source.WithBenefits(source.Benefits.Reverse());
        InvestmentCase more = source.AddBenefits(Benefit("fixed at nothing", 0.01m).WithUncertainty(Distribution.Discrete([0], [1])));
        double[] first = Outputs(source, 1_000);
        Assert.Equal(first, Outputs(source, 5_000)[..1_000]);
        Assert.Equal(first, Outputs(turned, 1_000), (x, y) => Math.Abs(x - y) <= 1e-12 * 5_000);
        Assert.Equal(first, Outputs(more, 1_000));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Degree_ChangesNoBit(int degree)
    {
        InvestmentCase source = Lump(2_500m, ("a", 0.2), ("b", 0.3)).WithDrivers(UncertaintyDriver.OfDelay("delay", Distribution.Pert(0, 2, 9)));
        SimulationResult one = Simulation.Run(source, new SimulationOptions { Trials = 20_000 });
        SimulationResult many = Simulation.Run(source, new SimulationOptions { Trials = 20_000, DegreeOfParallelism = degree });
        for (int i = 0; i < one.Periods.Count; i++)
        {
            Assert.Equal(one.Periods[i].NetPresentValue.Mean, many.Periods[i].NetPresentValue.Mean);
            Assert.Equal(one.Periods[i].NetPresentValue.P5, many.Periods[i].NetPresentValue.P5);
            Assert.Equal(one.Periods[i].PaybackMonths.Mean, many.Periods[i].PaybackMonths.Mean);
            Assert.Equal(one.Periods[i].HistogramCounts, many.Periods[i].HistogramCounts);
        }
    }

    /// <summary>The decimal evaluator on the same case with every flow multiplied is the oracle of the kernel.</summary>
    [Fact]
    public void Kernel_AgreesWithTheEvaluator()
    {
        int checkedFigures = 0;
        RandomCases.Any.Sample(
            source =>
            {
                InvestmentCase stated = source.WithDrivers(
                    UncertaintyDriver.OfAmounts("price", Distribution.Lognormal(1, 0.3), [LineSelector.AllCosts]), UncertaintyDriver.OfDelay("delay", Distribution.Uniform(0, 5)));
                Projection plan = RoiEvaluator.Evaluate(stated).Projection;
                var model = new UncertaintyModel(plan, isDefaultUsed: true);
                var kernel = new SimulationKernel(plan, model);
                for (ulong trial = 0; trial < 3; trial++)
                {
                    checkedFigures += CompareTrial(plan, model, kernel, trial);
                }
            },
            iter: 150, seed: "0N0XIzNsQ0O2");
        Assert.True(checkedFigures > 1_500, $"{checkedFigures} figures");
    }

    [Fact]
    public void SilentLines_GetADistributionByEvidence_AndSayIt()
    {
        InvestmentCase source = Lump(500m).WithBenefits(
            Benefit("assumed", 100), Benefit("estimated", 100).WithEvidence(Evidence.Estimated),
            Benefit("measured", 100).WithInterval(new BenefitInterval(0.7m, 1.3m, Share.Percent(95))),
            Benefit("measured without", 100).WithEvidence(Evidence.Measured));
        SimulationResult result = Simulation.Run(source, new SimulationOptions { Trials = 1_000 });
        Assert.Equal(
            [Distribution.Pert(0.2, 1, 1.3), Distribution.Pert(0.6, 1, 1.2), Distribution.NormalInterval(0.7, 1.3, 0.95), Distribution.Pert(0.6, 1, 1.2)],
            result.Assumed.Select(assumed => assumed.Distribution));
        Assert.Equal([false, false, true, false], result.Assumed.Select(assumed => assumed.IsMeasured));
        SimulationResult without = Simulation.Run(source, new SimulationOptions { Trials = 1_000, UsesDefaultUncertainty = false });
        Assert.Empty(without.Assumed);
        Assert.Empty(without.Inputs);
        Assert.Equal(without.Period(0).NetPresentValue.P5, without.Period(0).NetPresentValue.P95);
        Assert.Equal(without.Period(0).DeterministicNetPresentValue.Value, without.Period(0).NetPresentValue.Mean.Value, 1e-9);
    }

    [Fact]
    public void NoDiscountRate_IsAReason_AndTheRestIsThere()
    {
        InvestmentCase source = InvestmentCase.Create("no rate", Currency.Cny, Start).WithPeriods(EvaluationPeriod.OneYear)
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "cost", [new DatedAmount(Start, Money.Cny(100))])).WithBenefits(Benefit("benefit", 150));
        SimulatedPeriod period = Simulation.Run(source, new SimulationOptions { Trials = 1_000 }).Period(0);
        Assert.Equal(NotApplicableReason.NoRate, period.NetPresentValue.Mean.Reason);
        Assert.Equal(NotApplicableReason.NoRate, period.ProbabilityNpvPositive.Reason);
        Assert.True(period.ReturnOnInvestment.Mean.IsApplicable);
        Assert.Empty(period.HistogramCounts);
    }

    [Fact]
    public void NeverPaidBack_SortsAboveEveryMonth()
    {
        InvestmentCase source = InvestmentCase.Create("late", Currency.Cny, Start).WithDiscountRate(0).WithPeriods(EvaluationPeriod.OneYear)
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "cost", [new DatedAmount(Start, Money.Cny(100))]))
            .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.SalesGrowth, "benefit", [new DatedAmount(Start.PlusMonths(6), Money.Cny(100))])
                .WithUncertainty(Distribution.Discrete([0.5, 1.5], [0.3, 0.7])));
        SimulatedPeriod period = Simulation.Run(source, new SimulationOptions { Trials = 10_000 }).Period(0);
        Assert.Equal(0.3, period.PaybackMonths.NoAnswer / 10_000.0, 0.02);
        Assert.True(period.PaybackMonths.P50.IsApplicable);
        Assert.Equal(NotApplicableReason.NeverPaidBack, period.PaybackMonths.P75.Reason);
        Assert.Equal(0.7, period.PaidBackBy[^1].Value.Value, 0.02);
        Assert.Equal(0, period.PaidBackBy[0].Value.Value);
    }

    [Fact]
    public void Cancelled_Ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Simulation.Run(Lump(1, ("a", 0.1)), cancellation: source.Token));
        Assert.Throws<OperationCanceledException>(() => Simulation.Run(Lump(1, ("a", 0.1)), new SimulationOptions { DegreeOfParallelism = 2 }, cancellation: source.Token));
    }

    [Fact]
    public void Drivers_ThatNameNoLine_OrTheIdOfALine_AreRefused()
    {
        InvestmentCase source = Lump(1, ("a", 0.1));
        Assert.Throws<ArgumentException>(() => source.WithDrivers(UncertaintyDriver.OfAmounts("x", Distribution.Uniform(0, 1), [LineSelector.Of(new LineId("b"))])));
        Assert.Throws<ArgumentException>(() => source.WithDrivers(UncertaintyDriver.OfDelay("a", Distribution.Uniform(0, 1))));
        Assert.Throws<ArgumentException>(() => source.WithCorrelations(new RankCorrelation("a", "b", 0.5)));
    }

    private static int CompareTrial(Projection plan, UncertaintyModel model, SimulationKernel kernel, ulong trial)
    {
        double[][] values = model.NewValues(1);
        double[] multipliers = new double[kernel.LineCount];
        model.Draw(1, trial, 1, values, model.NewScores());
        model.Multiply(values, 0, multipliers);
        int delay = model.DelayOf(values, 0);
        SimulationKernel.Sums sums = kernel.NewSums();
        kernel.Add(multipliers, delay, sums);
        kernel.PaybackMonths(sums, CaseBasis.All);
        Projection delayed = Projection.Of(plan.Case.WithGoLive(plan.Case.GoLive.PlusMonths(delay)), plan.Terms);
        LineFlow[][] rows = [.. delayed.AllFlows().Select((flows, line) => flows.Select(flow => flow.Of(flow.Amount * (decimal)multipliers[line])).ToArray())];
        var evaluation = new RoiEvaluation(delayed.With(rows, []), EvaluationSettings.Default);
        double size = rows.Sum(row => row.Sum(flow => (double)flow.Amount)) + 1;
        int count = 0;
        for (int period = 0; period < kernel.PeriodCount; period++)
        {
            var expected = evaluation.Periods[period];
            Compare(expected.NetPresentValue.Select(money => (double)money.Amount), kernel.NetPresentValue(sums, period, CaseBasis.All), 1e-12 * size);
            Compare(expected.ReturnOnInvestment.Select(roi => (double)roi), kernel.ReturnOnInvestment(sums, period, CaseBasis.All), 1e-9);
            Compare(expected.Payback.FirstMonths, sums.Paybacks[0][period], 1e-6);
            Compare(expected.Payback.DurableMonths, sums.Durable[0][period], 1e-6);
            Compare(expected.Cashable.NetPresentValue.Select(money => (double)money.Amount), kernel.NetPresentValue(sums, period, CaseBasis.Cashable), 1e-12 * size);
            Compare(expected.Cashable.ReturnOnInvestment.Select(roi => (double)roi), kernel.ReturnOnInvestment(sums, period, CaseBasis.Cashable), 1e-9);
            if (plan.Periods[period].EndFrom(plan.Case.Start) >= plan.Case.Start.PlusYears(1) && expected.InternalRateOfReturn.TryGetRate(out double rate))
            {
                Compare(Figure.Of(rate), kernel.InternalRateOfReturn(sums, multipliers, delay, period, CaseBasis.All), 1e-9 * (1 + Math.Abs(rate)));
            }
        }

        return count;

        void Compare(Figure<double> figure, double actual, double tolerance)
        {
            if (figure.TryGetValue(out double value))
            {
                Assert.Equal(value, actual, Math.Max(tolerance, 1e-9 * Math.Abs(value)));
                count++;
            }
            else
            {
                Assert.False(!double.IsNaN(actual) && !double.IsInfinity(actual) && figure.Reason != NotApplicableReason.NoRate, $"{figure.Reason}: {actual}");
            }
        }
    }

    private static double[] Outputs(InvestmentCase source, int trials)
    {
        Projection plan = RoiEvaluator.Evaluate(source).Projection;
        var model = new UncertaintyModel(plan, isDefaultUsed: true);
        var kernel = new SimulationKernel(plan, model);
        SimulationKernel.Sums sums = kernel.NewSums();
        double[][] values = model.NewValues(trials);
        double[] multipliers = new double[kernel.LineCount];
        model.Draw(1, 0, trials, values, model.NewScores());
        return
        [
            .. Enumerable.Range(0, trials).Select(trial =>
            {
                model.Multiply(values, trial, multipliers);
                kernel.Add(multipliers, model.DelayOf(values, trial), sums);
                return kernel.NetPresentValue(sums, 0, CaseBasis.All);
            }),
        ];
    }

    /// <summary>A cost and benefits of 1,000 each on the start date, each with a normal factor.</summary>
    private static InvestmentCase Lump(decimal cost, params (string Name, double Spread)[] benefits) => InvestmentCase.Create("lump", Currency.Cny, Start)
        .WithDiscountRate(0).WithPeriods(EvaluationPeriod.OneYear)
        .WithCosts(CostItem.OfAmounts(CostCategory.Software, "cost", [new DatedAmount(Start, Money.Cny(cost))]))
        .WithBenefits(benefits.Select(benefit => Benefit(benefit.Name, 1_000).WithUncertainty(Distribution.Normal(1, benefit.Spread))));

    private static BenefitItem Benefit(string name, decimal amount) =>
        BenefitItem.OfAmounts(BenefitCategory.SalesGrowth, name, [new DatedAmount(Start, Money.Cny(amount))]);
}
