using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Evaluation;

/// <summary>What holds for a case whatever the period.</summary>
internal static class CaseWarnings
{
    /// <summary>The judgement of this library: no company in China has borrowed in its own currency for less over the years of a case.</summary>
    private const decimal LowRate = 0.02m;

    private static readonly CostCategory[] Categories = [CostCategory.Software, CostCategory.Implementation, CostCategory.Maintenance, CostCategory.Time];

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

        AddMissingCosts(source, warnings);
        AddRate(evaluation.Terms, source.Currency, warnings);

        foreach (BenefitItem benefit in source.Benefits)
        {
            if (benefit.Evidence == Evidence.Measured && benefit.Interval is null)
            {
                warnings.Add(new Message("measuredWithoutInterval", MessageArgument.Line("line", benefit.Id, benefit.Name)));
            }

            if (benefit.Study is { } study)
            {
                AddStudy(benefit, study, warnings);
            }
        }

        PeriodResult longest = evaluation.Periods[evaluation.Periods.Count - 1];
        AddOutside(longest, warnings);
        AddBeforeGoLive(longest, warnings);
        AddIdleLines(longest, warnings);
        ContractNotes.Add(longest, warnings);
        RateNotes.Add(longest.Projection, warnings);
        EvidenceNotes.Add(longest, warnings);
        AddShared(longest, warnings);
        warnings.AddRange(evaluation.TaxWarnings);
        return warnings.AsReadOnly();
    }

    /// <summary>A CRM has costs of all four categories: what is not stated makes the case look better than it is.</summary>
    private static void AddMissingCosts(InvestmentCase source, List<Message> warnings)
    {
        Message[] missing = [.. Categories.Where(category => !source.Costs.Any(cost => cost.Category == category && !cost.IsCredit)).Select(category => Message.NameOf(category))];
        if (missing.Length > 0 && source.Costs.Count > 0 && source.Benefits.Any(benefit => benefit.Basis.IsMonetized))
        {
            warnings.Add(new Message("costCategoryMissing", MessageArgument.Parts("categories", missing)));
        }
    }

    /// <summary>A rate below what borrowed money costs makes later benefits worth more than they are.</summary>
    private static void AddRate(CaseTerms terms, Currency currency, List<Message> warnings)
    {
        if (terms.DiscountRate is not { } rate)
        {
            warnings.Add(new Message("noDiscountRate"));
        }
        else if (terms.FinanceRate is { } finance && rate < finance)
        {
            warnings.Add(new Message("discountRateBelowFinance", MessageArgument.Ratio("rate", (double)rate, 2), MessageArgument.Ratio("finance", (double)finance, 2)));
        }
        else if (currency == Currency.Cny && rate < LowRate)
        {
            warnings.Add(new Message("discountRateLow", MessageArgument.Ratio("rate", (double)rate, 2), MessageArgument.Ratio("usual", LowRate)));
        }
    }

    /// <summary>What is to be known of the figures after tax alone; nothing where the case does not state its taxes.</summary>
    internal static IReadOnlyList<Message> OfTaxes(RoiEvaluation evaluation)
    {
        var warnings = new List<Message>();

        // A negative tax is money only where other profits are there to be taxed less: a case alone does not have them.
        if (evaluation.Case.Taxation is { LossRelief: not LossRelief.CarryForward } && evaluation.AfterTax[evaluation.AfterTax.Count - 1] is var last
            && last.Tax.TryGetValue(out Money tax) && tax.Amount < 0)
        {
            warnings.Add(new Message("taxRelief", MessageArgument.Period("period", last.Period.ToString()), MessageArgument.Money("amount", -tax)));
        }

        foreach (Message reason in evaluation.AfterTax.SelectMany(result => result.Reasons).Distinct())
        {
            warnings.Add(new Message("noFiguresAfterTax", MessageArgument.Part("reason", reason)));
        }

        // Hours of one's own staff bear no tax of their own: what such a line says of taxes would be passed over.
        foreach (CostItem cost in evaluation.Case.Taxation is null ? [] : evaluation.Case.Costs.Where(cost => cost.Category == CostCategory.Time && cost.Tax is not null))
        {
            warnings.Add(new Message("taxOfTimeNotUsed", MessageArgument.Line("line", cost.Id, cost.Name)));
        }

        return warnings.AsReadOnly();
    }

    /// <summary>A tag beside an undivided cost looks as if the shared system were free.</summary>
    private static void AddShared(PeriodResult longest, List<Message> warnings)
    {
        if (longest.Case.SharedCostKey is null && longest.ByTag() is { Count: > 0 } tags && tags[tags.Count - 1].TotalCost is { Amount: not 0 } shared)
        {
            warnings.Add(new Message("sharedCostUndivided", MessageArgument.Money("amount", shared)));
        }
    }

    /// <summary>What the study behind a line has to say stays with the line.</summary>
    private static void AddStudy(BenefitItem benefit, ImpactEstimate study, List<Message> warnings)
    {
        MessageArgument line = MessageArgument.Line("line", benefit.Id, benefit.Name);
        if (study.Verdict == ImpactVerdictKind.Harm)
        {
            warnings.Add(new Message("impactHarm", line));
        }

        if (benefit.Basis.IsMonetized && !study.IsImprovementMeasured)
        {
            warnings.Add(new Message("impactNotConclusive", line, MessageArgument.Part("verdict", Message.NameOf(study.Verdict))));
        }

        // Why a design was chosen that can be is no warning.
        foreach (Message note in study.Warnings.Concat(study.StudyWarnings).Where(note => note.Code != "designChosen"))
        {
            warnings.Add(new Message("benefitStudy", line, MessageArgument.Part("note", note)));
        }
    }

    /// <summary>What lies before the start or after the end of the longest period is in no figure, and the reader is told so: a case flatters where its largest bill was paid the month before.</summary>
    private static void AddOutside(PeriodResult longest, List<Message> warnings)
    {
        CaseTimeline timeline = longest.Projection.Timeline;
        foreach (CostItem cost in longest.Case.Costs)
        {
            if (cost.Basis.IsRecurring)
            {
                AddAmount("prepaidBeforeStart", cost.Id, cost.Name, new Money(EarlierBills.Of(cost.Basis, timeline), cost.Currency), warnings);
            }

            foreach (CostBasis basis in cost.Basis.ByCurrency ?? [cost.Basis])
            {
                AddAmount("amountBeforeStart", cost.Id, cost.Name, new Money(basis.Before(timeline), basis.Currency), warnings);
                AddAmount("amountAfterEnd", cost.Id, cost.Name, new Money(basis.After(timeline, longest.End), basis.Currency), warnings);
            }
        }

        foreach (BenefitItem benefit in longest.Case.Benefits.Where(benefit => benefit.Basis.IsMonetized))
        {
            foreach (BenefitBasis basis in benefit.Basis.ByCurrency ?? [benefit.Basis])
            {
                AddAmount("amountBeforeStart", benefit.Id, benefit.Name, new Money(basis.Before(timeline), basis.Currency), warnings);
                AddAmount("amountAfterEnd", benefit.Id, benefit.Name, new Money(basis.After(timeline, longest.End), basis.Currency), warnings);
            }
        }
    }

    /// <summary>Nothing is gained from a system that is not in use: the date, or the go-live, is most likely wrong.</summary>
    private static void AddBeforeGoLive(PeriodResult longest, List<Message> warnings)
    {
        InvestmentCase source = longest.Case;
        for (int i = 0; source.GoLive > source.Start && i < source.Benefits.Count; i++)
        {
            decimal early = 0;
            foreach (LineFlow flow in longest.Projection.FlowsOf(source.Costs.Count + i))
            {
                early += flow.Date < source.GoLive && flow.Date < longest.End ? flow.Amount : 0;
            }

            AddAmount("benefitBeforeGoLive", source.Benefits[i].Id, source.Benefits[i].Name, new Money(early, source.Currency), warnings);
        }
    }

    private static void AddAmount(string code, LineId id, string name, Money amount, List<Message> warnings)
    {
        if (amount.Amount != 0)
        {
            warnings.Add(new Message(code, MessageArgument.Line("line", id, name), MessageArgument.Money("amount", amount)));
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
