using CsCheck;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Tests.Evaluation;

namespace TcmCrm.Roi.Tests.Laws;

/// <summary>What holds of every projection, whoever made it.</summary>
public class ProjectionLawTests
{
    private const int Cases = 1000;

    [Fact]
    public void RowsInPlaceOfThePlanThatAreThePlan_GiveTheSameBits() => RandomCases.Any.Sample(
        source =>
        {
            Projection plan = Projection.Of(source, CaseTerms.None);
            Projection copy = plan.With([.. Enumerable.Range(0, plan.Lines.Count).Select(plan.FlowsOf)], []);
            AssertSameBits(plan, copy);
        },
        iter: Cases);

    [Fact]
    public void ALongerTimeline_ChangesNoBitOfThePeriods() => RandomCases.Any.Sample(
        source =>
        {
            Projection plan = Projection.Of(source, CaseTerms.None);
            EvaluationPeriod longer = EvaluationPeriod.Of(new NodaTime.PeriodBuilder { Months = plan.Periods[^1].Months + 12, Days = plan.Periods[^1].Days }.Build());
            AssertSameBits(plan, Projection.Of(source, plan.Terms, new CaseTimeline(source.Start, source.GoLive, longer), int.MaxValue, default));
        },
        iter: Cases);

    [Fact]
    public void FlowsOfTheLines_SumToTheLinesTotals() => RandomCases.Any.Sample(
        source =>
        {
            Projection plan = Projection.Of(source, CaseTerms.None);
            for (int period = 0; period < plan.Periods.Count; period++)
            {
                var result = new PeriodResult(plan, period);
                foreach (LineResult line in result.CostLines().Concat(result.BenefitLines()))
                {
                    // Sums of decimals beyond 28 digits depend on their order by a unit of the last.
                    decimal sum = line.Line.Flows.Between(result.Start, result.End).Total.Amount * (line.Line.Side == FlowSide.Cost ? -1 : 1);
                    decimal size = 1 + line.Line.Flows.Sum(flow => Math.Abs(flow.Amount.Amount));
                    Assert.InRange(sum - line.Total.Amount, -1e-20m * size, 1e-20m * size);
                }
            }
        },
        iter: Cases);

    [Fact]
    public void Limits_LieBetweenAllCostWithoutBenefitAndAllOfTheUpperEnds() => RandomCases.Plain.Sample(
        source =>
        {
            InvestmentCase measured = source.WithBenefits(source.Benefits.Select((benefit, i) =>
                benefit.WithInterval(new BenefitInterval(i % 2 == 0 ? 0 : 0.6m, 1 + (i / 10m), Share.Percent(95)))));
            foreach (PeriodResult result in RoiEvaluator.Evaluate(measured).Periods)
            {
                if (result.AtLowerLimit is not { } lower || result.AtUpperLimit is not { } upper)
                {
                    Assert.Empty(measured.Benefits);
                    continue;
                }

                Assert.Equal((result.TotalCost, result.TotalCost), (lower.TotalCost, upper.TotalCost));
                Assert.InRange(lower.TotalBenefit.Amount, 0, result.TotalBenefit.Amount);
                Assert.True(upper.TotalBenefit >= result.TotalBenefit);
                Assert.True(lower.NetBenefit >= -result.TotalCost);
            }
        },
        iter: 200);

    /// <summary>What is lost stays in the lower limit, at its worse end, and nothing that is gained is: all cost, no benefit, all of the losses.</summary>
    [Fact]
    public void Limits_OfLosses_AreNeverBetterBelowThanAbove() => RandomCases.Any.Sample(
        source =>
        {
            InvestmentCase measured = source.WithBenefits(source.Benefits.Select((benefit, i) =>
                benefit.WithInterval(new BenefitInterval(i % 2 == 0 ? 0 : 0.6m, 1 + (i / 10m), Share.Percent(95)))));
            foreach (PeriodResult result in RoiEvaluator.Evaluate(measured).Periods)
            {
                if (result.AtLowerLimit is not { } lower || result.AtUpperLimit is not { } upper)
                {
                    continue;
                }

                Assert.Equal((result.TotalCost, result.TotalCost), (lower.TotalCost, upper.TotalCost));
                Assert.True(lower.TotalBenefit <= result.TotalBenefit && result.TotalBenefit <= upper.TotalBenefit);
                decimal losses = result.BenefitLines().Where(line => line.Line.Side == FlowSide.Benefit && line.Line.Benefit!.IsDisbenefit).Sum(line => line.Total.Amount);
                Assert.True(losses <= 0);

                // Sums of 28 digits; the last of them may differ between a sum of products and a product of a sum.
                Assert.True(lower.TotalBenefit.Amount >= (1.5m * losses) - 1e-15m);
            }
        },
        iter: 300);

    /// <summary>A line in waves is the sum of its parts, each as the line of a case that goes live with the wave.</summary>
    [Fact]
    public void Waves_AreTheLinesOfTheirOwnGoLives() => RandomCases.Any.Where(source => source.Waves.Count > 0).Sample(
        source =>
        {
            Projection plan = Projection.Of(source, CaseTerms.None);
            InvestmentCase single = source.WithWaves();
            var parts = source.Waves.Select(wave => Projection.Of(single.WithGoLive(source.GoLive.PlusMonths(wave.Months)), CaseTerms.None)).ToArray();
            Projection first = Projection.Of(single, CaseTerms.None);
            for (int line = 0; line < plan.LineCount; line++)
            {
                bool isCost = line < source.Costs.Count;
                IReadOnlyList<string> tags = isCost ? source.Costs[line].Tags : source.Benefits[line - source.Costs.Count].Tags;
                int[] mine = [.. Enumerable.Range(0, parts.Length).Where(i => tags.Contains(source.Waves[i].Tag))];
                mine = mine.Length > 0 ? mine : isCost ? [] : [.. Enumerable.Range(0, parts.Length)];
                decimal all = mine.Sum(i => source.Waves[i].Share.Value);
                for (int period = 0; period < plan.Periods.Count; period++)
                {
                    decimal expected = mine.Length == 0 ? first.Sums.Total(line, period) : mine.Sum(i => parts[i].Sums.Total(line, period) * source.Waves[i].Share.Value / all);
                    decimal actual = plan.Sums.Total(line, period);
                    Assert.InRange(actual - expected, -1e-15m * (1 + Math.Abs(expected)), 1e-15m * (1 + Math.Abs(expected)));
                }
            }
        },
        iter: 300);

    [Fact]
    public void EveryMeasure_HasOneValueInResultAndTrace() => RandomCases.Any.Sample(
        source =>
        {
            foreach (PeriodResult result in RoiEvaluator.Evaluate(source).Periods)
            {
                Assert.All(result.Explain(), line => Assert.Equal(line.Measure.Of(result), line.Value));
            }
        },
        iter: 100);

    internal static void AssertSameBits(Projection expected, Projection actual)
    {
        for (int period = 0; period < expected.Periods.Count; period++)
        {
            var left = new PeriodResult(expected, period);
            var right = new PeriodResult(actual, period);
            foreach (Measure measure in StandardMeasures.All)
            {
                Assert.True(measure.Of(left).Equals(measure.Of(right)), $"{measure.Id} over {left.Period}: {measure.Of(left)} and {measure.Of(right)}");
            }

            Assert.Equal(left.MonthlyTable().Select(row => row.ToString()), right.MonthlyTable().Select(row => row.ToString()));
        }
    }
}
