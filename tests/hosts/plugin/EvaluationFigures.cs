using System.Collections.Generic;
using NodaTime;
using TcmCrm.Roi;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Periods;

namespace RoiPlugin;

/// <summary>A case with each category of cost and most of benefit, evaluated over six months, one year and three years.</summary>
internal static class EvaluationFigures
{
    internal static void AddTo(FigureList figures)
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(Case());
        foreach (PeriodResult period in evaluation.Periods)
        {
            Add(figures, period);
        }

        foreach (Message warning in evaluation.Warnings)
        {
            figures.Add("evaluation/warning", warning.Code);
        }
    }

    private static InvestmentCase Case() =>
        InvestmentCase.Create("仁和堂 CRM", Currency.Cny, goLive: new LocalDate(2025, 3, 1), start: new LocalDate(2025, 1, 1))
            .WithDiscountRate(0.08m)
            .WithReinvestment(0.06m, 0.05m)
            .WithDeployment(DeploymentModel.Saas)
            .WithCosts(
                SoftwareCost.Subscription("销售云", seats: 120, pricePerSeat: Money.Cny(150), every: BillingCycle.Monthly),
                ImplementationCost.DataMigration("数据迁移", Money.Cny(80_000.55m), on: new LocalDate(2025, 1, 15)),
                MaintenanceCost.Support("技术支持", Money.Cny(3_333.33m)),
                TimeCost.Learning("培训工时", people: 120, hoursEach: 16, loadedHourlyRate: Money.Cny(85.7m), workTime: WorkTimeFactor.China2025))
            .WithBenefits(
                SalesGrowth.Uplift("连锁药店销售增长", Money.Cny(20_000_000), uplift: 0.05m, contributionMargin: Share.Percent(42)).WithAttribution(Share.Percent(60)),
                OperatingCostReduction.FreedCost("停用旧系统", Money.Cny(123_456.78m)));

    private static void Add(FigureList figures, PeriodResult result)
    {
        string place = $"evaluation/{result.Period}/";
        figures.Add(place + "years", result.Years);
        figures.Add(place + "cost", result.TotalCost);
        figures.Add(place + "benefit", result.TotalBenefit);
        figures.Add(place + "long-term", result.TotalLongTermBenefit);
        figures.Add(place + "roi", result.ReturnOnInvestment);
        figures.Add(place + "roi-annualized", result.AnnualizedReturnOnInvestment);
        figures.Add(place + "npv", result.NetPresentValue);
        figures.Add(place + "pv-costs", result.PresentValueOfCosts);
        figures.Add(place + "pv-benefits", result.PresentValueOfBenefits);
        figures.Add(place + "bcr", result.BenefitCostRatio);
        figures.Add(place + "average-annual-cost", result.AverageAnnualCost);
        figures.Add(place + "equivalent-annual-cost", result.EquivalentAnnualCost);
        figures.Add(place + "payback", result.Payback.FirstMonths);
        figures.Add(place + "payback-durable", result.Payback.DurableMonths);
        figures.Add(place + "payback-discounted", result.Payback.DiscountedFirstMonths);
        foreach (KeyValuePair<CostCategory, Money> cost in result.CostByCategory)
        {
            figures.Add(place + "cost/" + cost.Key, cost.Value);
        }

        foreach (LineResult line in result.CostLines())
        {
            figures.Add(place + "line/" + line.Line.Name, line.PresentValue);
        }

        foreach (LineResult line in result.BenefitLines())
        {
            figures.Add(place + "line/" + line.Line.Name, line.PresentValue);
        }

        IReadOnlyList<FlowTableRow> months = result.MonthlyTable();
        for (int i = 0; i < months.Count; i++)
        {
            figures.Add(place + "month/" + i + "/net", months[i].Net);
            figures.Add(place + "month/" + i + "/discounted", months[i].CumulativeDiscountedNet);
        }

        foreach (FigureExplanation explanation in result.Explain())
        {
            figures.AddProse(place + "explain/" + explanation.FormulaId, explanation.ToString());
        }
    }
}
