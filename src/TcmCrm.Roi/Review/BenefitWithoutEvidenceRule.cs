namespace TcmCrm.Roi.Review;

internal sealed class BenefitWithoutEvidenceRule : IReviewRule
{
    public string Id => "benefitWithoutEvidence";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            Money claimed = line.Variance.Plan;
            if (line.Side != LineSide.Benefit || line.MeasuredMonths > 0 || line.MonthsLate < context.Policy.EvidenceMonths || !context.IsMaterial(claimed))
            {
                continue;
            }

            yield return new Finding(
                Id,
                line.Name,
                context.SeverityOf(claimed),
                claimed,
                context.Money(Math.Max(0, Coming.BenefitPlanPerMonth(context, line))),
                ReviewActions.MeasureBenefit,
                $"'{line.Name}' is due for {line.MonthsLate} months and was never measured; {context.Text(claimed.Amount)} of the plan rest on it so far.",
                $"“{line.Name}”应实现已 {line.MonthsLate} 个月,但从未测量;迄今计划中有 {context.ChineseText(claimed.Amount)} 没有证据。",
                new FindingFigure("monthsDue", line.MonthsLate),
                new FindingFigure("planToDate", claimed.Amount));
        }
    }
}
