using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Review;

internal sealed class CostNotBookedRule : IReviewRule
{
    internal const string RuleId = "costNotBooked";

    public string Id => RuleId;

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            if (line.Settlement is not { Accrued: > 0 } paid || !IsOverdue(context, line, paid) || !context.IsMaterial(context.Money(paid.Accrued)))
            {
                continue;
            }

            Money owed = context.Money(paid.Accrued);
            yield return new Finding(
                new Message(
                    Id,
                    line.AsArgument(),
                    MessageArgument.Number("bills", paid.OpenBills),
                    MessageArgument.Month("since", context.Months.MonthAt(paid.FirstOpen)),
                    MessageArgument.Money(Finding.AtStakeName, owed)),
                context.SeverityOf(owed),
                owed,
                context.Zero,
                ReviewActions.BookCosts,
                context.Months.MonthAt(paid.FirstOpen));
        }
    }

    /// <summary>Whether a month has passed since the oldest open bill was due, or since the bills of the line usually come.</summary>
    private static bool IsOverdue(ReviewContext context, ReviewLine line, CostSettlement paid)
    {
        foreach (LineFlow flow in line.Plan.Flows)
        {
            if (context.Months.IndexOf(flow.Date) == paid.FirstOpen)
            {
                return flow.Date.PlusMonths(1 + paid.UsualDelay) < context.Today;
            }
        }

        return false;
    }
}
