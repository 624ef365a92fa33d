namespace TcmCrm.Roi.Review;

internal sealed class RecurringUnplannedRule : IReviewRule
{
    internal const string RuleId = "recurringUnplanned";

    public string Id => RuleId;

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            if (line.Settlement?.Recurring is not { } coming || !context.IsMaterial(context.Money(coming.ToDate)))
            {
                continue;
            }

            Money booked = context.Money(coming.ToDate);
            Money perMonth = context.Money(coming.PerMonth);
            yield return new Finding(
                new Message(
                    coming.Gap > 1 ? Id + ".rhythm" : coming.IsTogether ? Id + ".together" : Id,
                    line.AsArgument(),
                    MessageArgument.Number("gap", coming.Gap),
                    MessageArgument.Money("perMonth", perMonth),
                    MessageArgument.Month("since", context.Months.MonthAt(coming.Since)),
                    MessageArgument.Money("booked", booked)),
                context.SeverityOf(booked),
                booked,
                perMonth,
                ReviewActions.PlanCost,
                context.Months.MonthAt(coming.Since));
        }
    }
}
