namespace TcmCrm.Roi.Review;

internal sealed class RecurringUnplannedRule : IReviewRule
{
    internal const string RuleId = "recurringUnplanned";

    public string Id => RuleId;

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            if (line.Settlement is not { RecurringPerMonth: > 0 } paid || !context.IsMaterial(context.Money(paid.RecurringToDate)))
            {
                continue;
            }

            Money booked = context.Money(paid.RecurringToDate);
            Money perMonth = context.Money(paid.RecurringPerMonth);
            yield return new Finding(
                new Message(
                    paid.RecurringGap > 1 ? Id + ".rhythm" : Id,
                    line.AsArgument(),
                    MessageArgument.Number("gap", paid.RecurringGap),
                    MessageArgument.Money("perMonth", perMonth),
                    MessageArgument.Month("since", context.Months.MonthAt(paid.RecurringSince)),
                    MessageArgument.Money("booked", booked)),
                context.SeverityOf(booked),
                booked,
                perMonth,
                ReviewActions.PlanCost,
                context.Months.MonthAt(paid.RecurringSince));
        }
    }
}
