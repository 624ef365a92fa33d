namespace TcmCrm.Roi.Review;

internal sealed class CreditNoteRule : IReviewRule
{
    public string Id => "creditNote";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            if (line.Record.Credits is not { } credits)
            {
                continue;
            }

            Money credited = context.Money(-credits.Sum());
            if (context.IsMaterial(credited))
            {
                yield return new Finding(
                    new Message(
                        Id,
                        line.AsArgument(),
                        MessageArgument.Number("notes", credits.Count(amount => amount != 0)),
                        MessageArgument.Money(Finding.AtStakeName, credited)),
                    context.SeverityOf(credited),
                    credited,
                    context.Zero,
                    ReviewActions.ConfirmCredit,
                    context.Months.MonthAt(Array.FindIndex(credits, amount => amount != 0)));
            }
        }
    }
}
