namespace TcmCrm.Roi.Review;

internal sealed class CreditNoteRule : IReviewRule
{
    public string Id => "creditNote";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            if (line.Record.UnsignedCredits is { } unsigned && context.IsMaterial(context.Money(unsigned.Sum())))
            {
                Money counted = context.Money(unsigned.Sum());
                yield return new Finding(
                    new Message(
                        Id + ".sign",
                        line.AsArgument(),
                        MessageArgument.Number("notes", unsigned.Count(amount => amount != 0)),
                        MessageArgument.Money(Finding.AtStakeName, counted)),
                    context.SeverityOf(counted),
                    counted,
                    context.Zero,
                    ReviewActions.ConfirmCredit,
                    context.Months.MonthAt(Array.FindIndex(unsigned, amount => amount != 0)));
            }

            if (line.Record.CreditNotes() is not { } credits)
            {
                continue;
            }

            // What the plan has of it is no surprise.
            decimal planned = line.Plan.IsReversed ? -line.Variance.Plan.Amount : 0;
            Money credited = context.Money(Math.Max(0, -credits.Sum() - planned));
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
