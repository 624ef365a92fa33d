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
                yield return Report(context, line, Id + ".sign", unsigned, context.Money(unsigned.Sum()));
            }

            if (line.Record.Withheld is { } withheld && context.IsMaterial(context.Money(withheld.Sum())))
            {
                yield return Report(context, line, Id + ".beyond", withheld, context.Money(withheld.Sum()));
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
                yield return Report(context, line, Id, credits, credited);
            }
        }
    }

    private static Finding Report(ReviewContext context, ReviewLine line, string id, decimal[] byMonth, Money atStake) => new(
        new Message(
            id,
            line.AsArgument(),
            MessageArgument.Number("notes", byMonth.Count(amount => amount != 0)),
            MessageArgument.Money(Finding.AtStakeName, atStake)),
        context.SeverityOf(atStake),
        atStake,
        context.Zero,
        ReviewActions.ConfirmCredit,
        context.Months.MonthAt(Array.FindIndex(byMonth, amount => amount != 0)));
}
