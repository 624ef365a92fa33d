namespace TcmCrm.Roi.Review;

internal sealed class DuplicateActualsRule : IReviewRule
{
    internal const string RuleId = "duplicateActuals";

    public string Id => RuleId;

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            if (line.Record.Questioned is not { } questioned)
            {
                continue;
            }

            if (questioned.NearlyRepeated.Rows > 0)
            {
                yield return ReportNear(context, line, questioned);
            }

            if (questioned.Corrected.Rows > 0)
            {
                (int corrected, decimal more, int since) = questioned.Corrected;
                Money over = context.Money(more);
                yield return new Finding(
                    new Message(
                        Id + ".corrected", line.AsArgument(), MessageArgument.Number("rows", corrected), MessageArgument.Month("since", context.Months.MonthAt(since)),
                        MessageArgument.Money(Finding.AtStakeName, over)),
                    context.SeverityOf(over), over, context.Zero, ReviewActions.CorrectRows, context.Months.MonthAt(since));
            }

            (int rows, decimal amount, int month) = questioned.Repeated;
            if (rows == 0)
            {
                continue;
            }

            Money twice = context.Money(amount);
            yield return new Finding(
                new Message(
                    line.IsCost ? Id + ".cost" : Id + ".benefit",
                    line.AsArgument(),
                    MessageArgument.Number("rows", rows),
                    MessageArgument.Money(Finding.AtStakeName, twice)),
                context.SeverityOf(twice),
                twice,
                context.Zero,
                ReviewActions.CorrectRows,
                context.Months.MonthAt(month));
        }
    }

    private Finding ReportNear(ReviewContext context, ReviewLine line, QuestionedRows questioned)
    {
        (int rows, int months, decimal amount, int first) = questioned.NearlyRepeated;
        Money twice = context.Money(amount);
        return new Finding(
            new Message(
                Id + ".near",
                line.AsArgument(),
                MessageArgument.Number("rows", rows),
                MessageArgument.Number("months", months),
                MessageArgument.Month("since", context.Months.MonthAt(first)),
                MessageArgument.Money(Finding.AtStakeName, twice)),
            context.SeverityOf(twice),
            twice,
            context.Zero,
            ReviewActions.CorrectRows,
            context.Months.MonthAt(first));
    }
}
