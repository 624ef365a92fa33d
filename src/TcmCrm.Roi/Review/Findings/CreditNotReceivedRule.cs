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

            // A booking with the other sign is no part of what came; it is asked about by itself.
            Money missing = context.Money(paid.NotReceived);
            Money received = context.Money(Math.Max(0, -line.Variance.Actual.Amount));
            yield return new Finding(
                new Message(
                    Id,
                    line.AsArgument(),
                    MessageArgument.Money("received", received),
                    MessageArgument.Money("due", missing + received),
                    MessageArgument.Money(Finding.AtStakeName, missing)),
                context.SeverityOf(missing),
                missing,
                context.Zero,
                ReviewActions.ClaimCredit,
                context.Months.MonthAt(paid.FirstNotReceived));
        }
    }
}
