namespace TcmCrm.Roi.Review;

internal sealed class CreditNotReceivedRule : IReviewRule
{
    internal const string RuleId = "creditNotReceived";

    public string Id => RuleId;

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            if (line.Settlement is not { NotReceived: > 0 } paid || !context.IsMaterial(context.Money(paid.NotReceived)))
            {
                continue;
            }

            Money missing = context.Money(paid.NotReceived);
            yield return new Finding(
                new Message(
                    Id,
                    line.AsArgument(),
                    MessageArgument.Money("received", -line.Variance.Actual),
                    MessageArgument.Money("due", context.Money(paid.NotReceived) - line.Variance.Actual),
                    MessageArgument.Money(Finding.AtStakeName, missing)),
                context.SeverityOf(missing),
                missing,
                context.Zero,
                ReviewActions.ClaimCredit,
                context.Months.MonthAt(paid.FirstNotReceived));
        }
    }
}
