namespace TcmCrm.Roi.Review;

internal sealed class BenefitWithoutEvidenceRule : IReviewRule
{
    public string Id => "benefitWithoutEvidence";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            Money claimed = line.Variance.Plan;
            if (line.IsCost || line.MeasuredMonths > 0 || line.MonthsLate < context.Policy.EvidenceMonths || !context.IsMaterial(claimed))
            {
                continue;
            }

            yield return new Finding(
                new Message(
                    Id,
                    line.AsArgument(),
                    MessageArgument.Number("monthsDue", line.MonthsLate),
                    MessageArgument.Money("planToDate", claimed)),
                context.SeverityOf(claimed),
                claimed,
                context.Money(Math.Max(0, Coming.BenefitPlanPerMonth(context, line))),
                ReviewActions.MeasureBenefit,
                context.Months.MonthAt(line.Plan.First));
        }
    }
}
