namespace TcmCrm.Roi.Review;

internal sealed class UnplannedCostRule : IReviewRule
{
    public string Id => "unplannedCost";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            Money booked = line.Variance.Actual;
            if (!line.IsUnplanned || !context.IsMaterial(booked) || context.WasFound(RecurringUnplannedRule.RuleId, line.Id.Text))
            {
                continue;
            }

            decimal recent = 0;
            for (int month = Math.Max(0, context.Months.AsOf - context.Policy.RecentMonths + 1); month <= context.Months.AsOf; month++)
            {
                recent += line.Record.Amounts[month];
            }

            yield return new Finding(
                new Message(
                    Id,
                    line.AsArgument(),
                    MessageArgument.Money("booked", booked)),
                context.SeverityOf(booked),
                booked,
                context.Money(Math.Max(0, recent / context.Policy.RecentMonths)),
                ReviewActions.CostControl,
                context.Months.MonthAt(line.FirstActual));
        }
    }
}
