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
            context.Money(paid.PriceRatio is > 0 and < 1 ? Coming.CostPerMonth(context, line) * ((1 / paid.PriceRatio) - 1) : 0),
            ReviewActions.BookCosts,
            since);
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
