namespace TcmCrm.Roi.Review;

internal sealed class BenefitDelayedRule : IReviewRule
{
    public string Id => "benefitDelayed";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            Money lost = -line.Variance.Timing;
            if (line.IsCost || !line.HasStarted || line.MonthsLate <= 0
                || lost <= line.Variance.Plan * context.Policy.Tolerance || !context.IsMaterial(lost))
            {
                continue;
            }

            yield return new Finding(
                new Message(
                    Id,
                    line.AsArgument(),
                    MessageArgument.Number("monthsLate", line.MonthsLate),
                    MessageArgument.Money(Finding.AtStakeName, lost)),
                context.SeverityOf(lost),
                lost,
                context.Zero,
                ReviewActions.UnblockRollout,
                context.Months.MonthAt(line.Plan.First));
        }
    }
}
