namespace TcmCrm.Roi.Review;

internal sealed class BenefitWithoutEvidenceRule : IReviewRule
{
    public string Id => "benefitWithoutEvidence";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            bool isLoss = line.Plan.IsReversed;
            Money claimed = isLoss ? -line.Variance.Plan : line.Variance.Plan;
            int due = isLoss ? context.Months.AsOf - line.Plan.First + 1 : line.MonthsLate;
            if (line.IsCost || line.IsAsPlanned || line.MeasuredMonths > 0 || due < context.Policy.EvidenceMonths || !context.IsMaterial(claimed))
            {
                continue;
            }

            yield return new Finding(
                new Message(
                    isLoss ? Id + ".loss" : Id,
                    line.AsArgument(),
                    MessageArgument.Number("monthsDue", due),
                    MessageArgument.Money("planToDate", claimed)),
                context.SeverityOf(claimed),
                claimed,
                context.Money(Math.Max(0, isLoss ? 0 : Coming.BenefitPlanPerMonth(context, line))),
                isLoss ? ReviewActions.MeasureLoss : ReviewActions.MeasureBenefit,
                context.Months.MonthAt(line.Plan.First));
        }
    }
}
