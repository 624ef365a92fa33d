using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Evaluation;

/// <summary>What holds for a case whatever the period.</summary>
internal static class CaseWarnings
{
    internal static IReadOnlyList<Message> Of(RoiEvaluation evaluation)
    {
        InvestmentCase source = evaluation.Case;
        var warnings = new List<Message>();
        if (source.Deployment is { } deployment)
        {
            warnings.AddRange(DeploymentCheck.Warnings(deployment, source.Costs));
        }

        warnings.AddRange(PoolCheck.Warnings(source.Pools, source.Benefits));
        if (source.Costs.Count == 0)
        {
            warnings.Add(new Message("noCosts", "The case has no costs: there is no return on nothing.", "本案例没有成本,无法计算投资回报率。"));
        }

        if (source.Benefits.Count == 0)
        {
            warnings.Add(new Message("noBenefits", "The case has no benefits.", "本案例没有收益。"));
        }

        if (evaluation.DiscountRate is null)
        {
            warnings.Add(new Message(
                "noDiscountRate",
                "No discount rate is given: money later counts like money now, and discounted figures have no answer.",
                "未提供折现率:未来资金与当前资金等值计算,折现类指标不适用。"));
        }

        foreach (BenefitItem benefit in source.Benefits)
        {
            if (benefit.Evidence == Evidence.Measured && benefit.Interval is null)
            {
                warnings.Add(new Message(
                    "measuredWithoutInterval",
                    $"'{benefit.Name}' is called measured but has no confidence interval: how sure it is cannot be told.",
                    $"“{benefit.Name}”标注为实测,但没有置信区间,无法判断其可靠程度。",
                    benefit.Name));
            }
        }

        AddIdleItems(evaluation.Horizons[evaluation.Horizons.Count - 1], warnings);
        return warnings;
    }

    /// <summary>A cost or benefit without an amount in the longest period is most likely dated wrongly.</summary>
    private static void AddIdleItems(HorizonResult longest, List<Message> warnings)
    {
        for (int i = 0; i < longest.Case.Costs.Count; i++)
        {
            if (longest.CostTotal(i) == 0)
            {
                warnings.Add(Idle(longest.Case.Costs[i].Name));
            }
        }

        for (int i = 0; i < longest.Case.Benefits.Count; i++)
        {
            BenefitItem benefit = longest.Case.Benefits[i];
            if (benefit.Evidence != Evidence.NotMonetised && longest.BenefitTotal(i) == 0)
            {
                warnings.Add(Idle(benefit.Name));
            }
        }

        Message Idle(string name) => new(
            "itemWithoutAmount",
            $"'{name}' comes to nothing within {longest.Period}: check its dates and amounts.",
            $"“{name}”在评估期 {longest.Period} 内金额为零,请核对日期与金额。",
            name);
    }
}
