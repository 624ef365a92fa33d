namespace TcmCrm.Roi.Review;

internal sealed class BenefitUnverifiedRule : IReviewRule
{
    internal const string RuleId = "benefitUnverified";

    public string Id => RuleId;

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            if (line.Measurement is not { IsMeasured: true } measured || line.IsAsPlanned || context.Months.AsOf - measured.Last < context.Policy.EvidenceMonths)
            {
                continue;
            }

            int months = context.Months.AsOf - measured.Last;
            bool isLoss = line.Plan.IsReversed;
            Money claimed = context.Money((isLoss ? -1 : 1) * line.Plan.Between(measured.Last + 1 - line.MonthsLate, context.Months.AsOf - line.MonthsLate));
            if (!context.IsMaterial(claimed))
            {
                continue;
            }

            yield return new Finding(
                new Message(
                    isLoss ? Id + ".loss" : Id,
                    line.AsArgument(),
                    MessageArgument.Month("last", context.Months.MonthAt(measured.Last)),
                    MessageArgument.Number("months", months),
                    MessageArgument.Money("planSince", claimed)),
                context.SeverityOf(claimed),
                claimed,
                context.Money(Math.Max(0, isLoss ? 0 : Coming.BenefitPlanPerMonth(context, line))),
                isLoss ? ReviewActions.MeasureLoss : ReviewActions.MeasureBenefit,
                context.Months.MonthAt(measured.Last + 1));
        }
    }
}
