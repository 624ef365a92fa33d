namespace TcmCrm.Roi.Review;

internal sealed class BenefitDelayedRule : IReviewRule
{
    public string Id => "benefitDelayed";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            Money lost = -line.Variance.Timing;
            if (line.Side != LineSide.Benefit || !line.HasStarted || line.MonthsLate <= 0
                || lost <= line.Variance.Plan * context.Policy.Tolerance || !context.IsMaterial(lost))
            {
                continue;
            }

            yield return new Finding(
                Id,
                line.Name,
                context.SeverityOf(lost),
                lost,
                context.Zero,
                ReviewActions.UnblockRollout,
                $"'{line.Name}' started {line.MonthsLate} months late, which cost {context.Text(lost.Amount)}.",
                $"“{line.Name}”晚 {line.MonthsLate} 个月开始实现,损失 {context.ChineseText(lost.Amount)}。",
                new FindingFigure("monthsLate", line.MonthsLate));
        }
    }
}
