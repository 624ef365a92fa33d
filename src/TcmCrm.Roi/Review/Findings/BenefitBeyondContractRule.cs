using NodaTime;
using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Review;

internal sealed class BenefitBeyondContractRule : IReviewRule
{
    internal const string RuleId = "benefitBeyondContract";

    public string Id => RuleId;

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        if (context.LastContractEnd is not { } end || end >= context.End)
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
                        RuleId + (line.Record.Until is not null ? ".stopped" : context.OthersGoOn ? ".others" : ".planned"),
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
}
