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
            AssertSameBits(plan, Projection.Of(source, plan.Terms, new CaseTimeline(source.Start, source.GoLive, longer)));
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
                    decimal sum = Math.Abs(line.Line.Flows.Between(result.Start, result.End).Total.Amount);
                    Assert.InRange(sum - line.Total.Amount, -1e-20m * (1 + sum), 1e-20m * (1 + sum));
                }
            }
        },
        iter: Cases);

    [Fact]
    public void Limits_LieBetweenAllCostWithoutBenefitAndAllOfTheUpperEnds() => RandomCases.Any.Sample(
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
