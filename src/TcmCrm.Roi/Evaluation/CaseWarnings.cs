using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

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
            warnings.Add(new Message("noCosts"));
        }

        if (source.Benefits.Count == 0)
        {
            warnings.Add(new Message("noBenefits"));
        }

        if (evaluation.Terms.DiscountRate is null)
        {
            warnings.Add(new Message("noDiscountRate"));
        }

        foreach (BenefitItem benefit in source.Benefits)
        {
            if (benefit.Evidence == Evidence.Measured && benefit.Interval is null)
            {
                warnings.Add(new Message("measuredWithoutInterval", MessageArgument.Line("line", benefit.Id, benefit.Name)));
            }
        }

        CaseTimeline timeline = evaluation.Periods[evaluation.Periods.Count - 1].Projection.Timeline;
        foreach (CostItem cost in source.Costs)
        {
            foreach (CostBasis basis in cost.Basis.ByCurrency ?? [cost.Basis])
            {
                AddSunk(cost.Id, cost.Name, new Money(basis.Before(timeline), basis.Currency), warnings);
            }
        }

        foreach (BenefitItem benefit in source.Benefits)
        {
            if (benefit.Basis.IsMonetized)
            {
                foreach (BenefitBasis basis in benefit.Basis.ByCurrency ?? [benefit.Basis])
                {
                    AddSunk(benefit.Id, benefit.Name, new Money(basis.Before(timeline), basis.Currency), warnings);
                }
            }
        }

        AddIdleLines(evaluation.Periods[evaluation.Periods.Count - 1], warnings);
        return warnings.AsReadOnly();
    }

    /// <summary>What lies before the start is in no figure, and the reader is told so: a case flatters where its largest bill was paid the month before.</summary>
    private static void AddSunk(LineId id, string name, Money before, List<Message> warnings)
    {
        if (before.Amount != 0)
        {
            warnings.Add(new Message("amountBeforeStart", MessageArgument.Line("line", id, name), MessageArgument.Money("amount", before)));
        }
    }

    /// <summary>A line without an amount in the longest period is most likely dated wrongly.</summary>
    private static void AddIdleLines(PeriodResult longest, List<Message> warnings)
    {
        Projection projection = longest.Projection;
        for (int i = 0; i < projection.LineCount; i++)
        {
            if (longest.LineTotal(i) == 0 && projection.BenefitOf(i) is not { Basis.IsMonetized: false })
            {
                ProjectionLine line = projection.Lines[i];
                warnings.Add(new Message(
                    "itemWithoutAmount", MessageArgument.Line("line", line.Id, line.Name), MessageArgument.Period("period", longest.Period.ToString())));
            }
        }
    }
}
