using NodaTime;
using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Review;

internal sealed class BenefitBeyondContractRule : IReviewRule
{
    internal const string RuleId = "benefitBeyondContract";

    public string Id => RuleId;

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        if (LastEnd(context) is not { } end || end >= context.End)
        {
            yield break;
        }

        YearMonth since = end.ToYearMonth();
        foreach (ReviewLine line in context.Lines)
        {
            if (line.IsCost || !context.Counts(line))
            {
                continue;
            }

            decimal planned = 0;
            foreach (LineFlow flow in line.Plan.Flows)
            {
                planned += flow.Date >= end && flow.Date < context.End ? flow.Amount : 0;
            }

            Money beyond = context.Money(Math.Max(0, planned));
            if (context.IsMaterial(beyond))
            {
                yield return new Finding(
                    new Message(
                        RuleId + ".planned",
                        line.AsArgument(),
                        MessageArgument.Number("months", context.Months.IndexOf(context.End.PlusDays(-1)) - context.Months.IndexOf(end) + 1),
                        MessageArgument.Date("end", end),
                        MessageArgument.Money(Finding.AtStakeName, beyond)),
                    context.SeverityOf(beyond),
                    beyond,
                    context.Zero,
                    ReviewActions.CheckContract,
                    since);
            }
        }
    }

    /// <summary>The end of the last contract; null where there is none, or where one goes on: it renews, and the plan pays for it after its renewal.</summary>
    private static LocalDate? LastEnd(ReviewContext context)
    {
        LocalDate? last = null;
        foreach (ContractTerms contract in context.Contracts)
        {
            if (context.FindCost(contract.Line) is not { Cost: { } cost } line)
            {
                continue;
            }

            bool isPaidOn = false;
            foreach (LineFlow flow in line.Plan.Flows)
            {
                isPaidOn |= flow.Date >= contract.FirstRenewal && flow.Amount > 0;
            }

            // Where the actuals renew what the case ends, the actuals count.
            if (contract.Renews && (isPaidOn || ContractEnds.IsEndedByCase(cost)))
            {
                return null;
            }

            last = last is null || contract.FirstRenewal > last ? contract.FirstRenewal : last;
        }

        foreach (ReviewLine line in context.Lines)
        {
            if (line.Cost is { } cost && ContractEnds.IsEndedByCase(cost) && !context.Contracts.Any(contract => context.FindCost(contract.Line) == line)
                && ContractEnds.OfCase(cost, context.Timeline) is { } end)
            {
                last = last is null || end > last ? end : last;
            }
        }

        return last;
    }
}
