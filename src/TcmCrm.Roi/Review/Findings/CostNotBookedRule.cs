using NodaTime;
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
            if (line.Settlement is { Lower.Bills: > 0 } less && context.IsMaterial(context.Money(less.Lower.Amount)))
            {
                yield return ReportLower(context, line, less);
            }

            decimal back = line.Record.TakenBack;
            if (line.Settlement is not { Open.Bills: > 0 } paid || (back == 0 && !IsOverdue(context, line, paid)) || !context.IsMaterial(context.Money(paid.Open.Amount)))
            {
                continue;
            }

            Money owed = context.Money(paid.Open.Amount);
            YearMonth since = context.Months.MonthAt(paid.Open.Month);
            List<MessageArgument> said =
                [line.AsArgument(), MessageArgument.Number("bills", paid.Open.Bills), MessageArgument.Month("since", since), MessageArgument.Money(Finding.AtStakeName, owed)];
            if (back != 0)
            {
                said.Add(MessageArgument.Money("back", context.Money(back)));
            }

            yield return new Finding(
                new Message(back == 0 ? Id : Id + ".takenBack", [.. said]), context.SeverityOf(owed), owed, context.Zero, ReviewActions.BookCosts, since);
        }
    }

    private static Finding ReportLower(ReviewContext context, ReviewLine line, CostSettlement paid)
    {
        Money less = context.Money(paid.Lower.Amount);
        YearMonth since = context.Months.MonthAt(paid.Lower.Month);
        return new Finding(
            new Message(
                RuleId + ".lower",
                line.AsArgument(),
                MessageArgument.Number("bills", paid.Lower.Bills),
                MessageArgument.Month("since", since),
                MessageArgument.Money(Finding.AtStakeName, less)),
            context.SeverityOf(less),
            less,
            context.Zero,
            ReviewActions.BookCosts,
            since);
    }

    /// <summary>Whether a month has passed since the oldest open bill was due, or since the bills of the line usually come.</summary>
    private static bool IsOverdue(ReviewContext context, ReviewLine line, CostSettlement paid)
    {
        foreach (LineFlow flow in line.Plan.Flows)
        {
            if (context.Months.IndexOf(flow.Date) == paid.Open.Month)
            {
                return flow.Date.PlusMonths(1 + paid.UsualDelay) < context.Today;
            }
        }

        return false;
    }
}
