using CsCheck;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Evaluation;

public class EvaluationLawTests
{
    private const int Cases = 400;

    [Fact]
    public void Parts_SumToTotals() =>
        RandomCases.Any.Sample(
            source =>
            {
                foreach (PeriodResult result in RoiEvaluator.Evaluate(source).Periods)
                {
                    Same(result.TotalCost, result.CostByCategory.Values);
                    Same(result.TotalCost, result.CostLines().Select(line => line.Total));
                    Same(result.TotalBenefit, result.BenefitByCategory.Values);
                    Same(result.TotalBenefit, result.BenefitByClass.Values);
                    Same(result.TotalBenefit, result.BenefitByEvidence.Values);
                    Same(result.TotalLongTermBenefit, result.LongTermBenefitByCategory.Values);
                    Same(result.TotalBenefit + result.TotalLongTermBenefit, result.BenefitLines().Select(line => line.Total));
                    foreach (IReadOnlyList<FlowTableRow> table in new[] { result.MonthlyTable(), result.YearlyTable() })
                    {
                        Same(result.TotalCost, table.Select(row => row.Cost));
                        Same(result.TotalBenefit, table.Select(row => row.Benefit));
                        Same(result.NetBenefit, [table[^1].CumulativeNet]);
                        Near(result.NetPresentValue.Value.Amount, table[^1].CumulativeDiscountedNet.Value.Amount);
                        Assert.All(table.Zip(table.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
                        Assert.Equal(result.End, table[^1].End);
                    }

                    Near(result.PresentValueOfCosts.Value.Amount, result.CostLines().Sum(line => line.PresentValue.Value.Amount));
                }
            },
            iter: Cases);

    [Fact]
    public void EveryPeriod_IsWhatAnEvaluationOfItAloneGives() =>
        RandomCases.Any.Sample(
            source =>
            {
                foreach (PeriodResult together in RoiEvaluator.Evaluate(source).Periods)
                {
                    PeriodResult alone = RoiEvaluator.Evaluate(source, EvaluationSettings.Over(together.Period)).Periods[0];
                    Assert.Equal(alone.TotalCost.RoundToMinorUnit(), together.TotalCost.RoundToMinorUnit());
                    Assert.Equal(alone.TotalBenefit.RoundToMinorUnit(), together.TotalBenefit.RoundToMinorUnit());
                    Near(alone.NetPresentValue.Value.Amount, together.NetPresentValue.Value.Amount);
                    Assert.Equal(alone.Payback.FirstMonths.IsApplicable, together.Payback.FirstMonths.IsApplicable);
                }
            },
            iter: Cases);

    [Fact]
    public void Projection_OfItems_IsWhatTheEvaluationCounts() =>
        RandomCases.Any.Sample(
            source =>
            {
                RoiEvaluation evaluation = RoiEvaluator.Evaluate(source);
                PeriodResult longest = evaluation.Periods[^1];
                var timeline = new CaseTimeline(source.Start, source.GoLive, longest.Period);
                for (int i = 0; i < source.Costs.Count; i++)
                {
                    CashFlowSeries flows = ProjectedFlows.Of(source.Costs[i], timeline, source.Currency, ExchangeRates.None).Between(longest.Start, longest.End);
                    Near(-flows.Total.Amount, longest.CostLines()[i].Total.Amount);
                }

                for (int i = 0; i < source.Benefits.Count; i++)
                {
                    CashFlowSeries flows = ProjectedFlows.Of(source.Benefits[i], timeline, source.Currency, ExchangeRates.None).Between(longest.Start, longest.End);
                    Near(flows.Total.Amount, longest.BenefitLines()[i].Total.Amount);
                }
            },
            iter: Cases);

    [Fact]
    public void Scaling_ScalesMoneyAndLeavesRatiosAlone() =>
        Gen.Select(RandomCases.Any, Gen.Int[2, 50]).Sample(
            (source, factor) =>
            {
                InvestmentCase plain = PlainAmounts(source, 1);
                InvestmentCase scaled = PlainAmounts(source, factor);
                foreach ((PeriodResult one, PeriodResult many) in RoiEvaluator.Evaluate(plain).Periods.Zip(RoiEvaluator.Evaluate(scaled).Periods))
                {
                    Near(one.TotalCost.Amount * factor, many.TotalCost.Amount);
                    Near(one.NetBenefit.Amount * factor, many.NetBenefit.Amount);
                    Near(one.NetPresentValue.Value.Amount * factor, many.NetPresentValue.Value.Amount);
                    Assert.Equal(one.ReturnOnInvestment.IsApplicable, many.ReturnOnInvestment.IsApplicable);
                    Near(one.ReturnOnInvestment.GetValueOrDefault(0), many.ReturnOnInvestment.GetValueOrDefault(0));
                    Assert.Equal(one.Payback.FirstMonths.GetValueOrDefault(-1), many.Payback.FirstMonths.GetValueOrDefault(-1), 1e-9);
                }
            },
            iter: Cases);

    [Fact]
    public void ZeroItems_ChangeNothing() =>
        RandomCases.Any.Sample(
            source =>
            {
                InvestmentCase padded = source
                    .WithCosts([.. source.Costs, CostItem.OfAmounts(CostCategory.Time, "zero", [new DatedAmount(source.Start, Money.Cny(0))])])
                    .WithBenefits([.. source.Benefits, BenefitItem.NotMonetized(BenefitCategory.Satisfaction, "none", "not monetised")]);
                foreach ((PeriodResult before, PeriodResult after) in RoiEvaluator.Evaluate(source).Periods.Zip(RoiEvaluator.Evaluate(padded).Periods))
                {
                    Assert.Equal(before.TotalCost, after.TotalCost);
                    Assert.Equal(before.TotalBenefit, after.TotalBenefit);
                    Assert.Equal(before.ReturnOnInvestment, after.ReturnOnInvestment);
                    Assert.Equal(before.NetPresentValue, after.NetPresentValue);
                    Assert.Equal(before.Payback.FirstMonths, after.Payback.FirstMonths);
                }
            },
            iter: Cases);

    [Fact]
    public void Conventions_AgreeWithTheirDefinitions() =>
        RandomCases.Any.Sample(
            source =>
            {
                foreach (PeriodResult result in RoiEvaluator.Evaluate(source).Periods)
                {
                    Assert.Equal(result.ReturnOnInvestment, result.ReturnOnInvestmentBy(RoiConvention.Simple));
                    if (result.BenefitCostRatio.TryGetValue(out decimal ratio))
                    {
                        Near(ratio - 1, result.DiscountedReturnOnInvestment.Value);
                        Near(ratio - 1, result.ReturnOnInvestmentBy(RoiConvention.Idc).Value);
                    }

                    if (result.RequiredBenefitShare(0.5m).TryGetValue(out decimal share))
                    {
                        Near(result.TotalCost.Amount * 1.5m, result.TotalBenefit.Amount * share);
                    }
                }
            },
            iter: Cases);

    /// <summary>The case's flows as plain amounts times a factor.</summary>
    private static InvestmentCase PlainAmounts(InvestmentCase source, int factor)
    {
        var timeline = new CaseTimeline(source.Start, source.GoLive, source.Terms.Or(CaseTerms.Usual).Periods![^1]);
        return source
            .WithCosts([.. source.Costs.Select(cost => CostItem.OfAmounts(cost.Category, cost.Name, Flows(ProjectedFlows.Of(cost, timeline, source.Currency, ExchangeRates.None))))])
            .WithBenefits([.. source.Benefits.Select(benefit => BenefitItem.OfAmounts(benefit.Category, benefit.Name, Flows(ProjectedFlows.Of(benefit, timeline, source.Currency, ExchangeRates.None))))]);

        IEnumerable<DatedAmount> Flows(CashFlowSeries flows) =>
            flows.Select(flow => new DatedAmount(flow.Date, new Money(Math.Abs(flow.Amount.Amount), flow.Amount.Currency) * factor))
                .Prepend(new DatedAmount(source.Start, Money.Zero(source.Currency)));
    }

    private static void Same(Money total, IEnumerable<Money> parts) => Near(total.Amount, parts.Sum(part => part.Amount));

    /// <summary>Equal but for the last digits of a decimal or double.</summary>
    private static void Near(decimal expected, decimal actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-10m * Math.Max(1, Math.Abs(expected)) + 1e-6m, $"{expected} and {actual} differ");
}
