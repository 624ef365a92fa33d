namespace TcmCrm.Roi.Review;

internal sealed class BenefitBelowPlanRule : IReviewRule
{
    private const int FewestMonths = 3;

    public string Id => "benefitBelowPlan";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            if (line.Measurement is not { } measured || line.IsAsPlanned || context.WasFound(RetentionBelowPlanRule.RuleId, line.Id.Text))
            {
                continue;
            }

            if (measured.Estimate.Falling is { } falling && !line.Plan.IsReversed && falling.Share < measured.Share && ReportFall(context, line, measured, falling) is { } fall)
            {
                yield return fall;
            }

            // Only months that a measurement covers count: a gap in the data is another finding.
            decimal plan = 0;
            int months = 0;
            for (int month = 0; month <= context.Months.AsOf; month++)
            {
                plan += measured.Covers(month) ? line.Plan.In(month - line.MonthsLate) : 0;
                months += measured.Covers(month) ? 1 : 0;
            }

            if (months < FewestMonths)
            {
                continue;
            }

            bool isExplained = line.Record.Adoption is not null && context.WasFound(LowAdoptionRule.RuleId, LowAdoptionRule.SubjectOf(line));
            decimal explained = isExplained ? Math.Max(0, -line.Variance.VolumeAndAdoption.Amount) : 0;
            Money lost = context.Money(Math.Max(0, plan - Known(line).Amount - explained));
            if (plan != 0 && lost.Amount > Math.Abs(plan) * context.Policy.Tolerance.Value && context.IsMaterial(lost))
            {
                yield return Report(context, line, lost, lost.Amount / Math.Abs(plan));
            }
        }
    }

    /// <summary>What was measured, without what is in doubt; a planned loss has its own figures.</summary>
    private static Money Known(ReviewLine line) => line.Plan.IsReversed ? line.Variance.Actual : line.Counted;

    /// <summary>A benefit whose shares fall clearly: the forecast counts what it brought of late.</summary>
    private Finding? ReportFall(ReviewContext context, ReviewLine line, BenefitMeasurement measured, (decimal Share, decimal Plan, int Month) falling)
    {
        decimal less = measured.Share - falling.Share;
        Money atStake = context.Money(less * falling.Plan);
        return !context.IsMaterial(atStake) ? null : new Finding(
            new Message(
                Id + ".falling",
                line.AsArgument(),
                MessageArgument.Ratio("recentShare", falling.Share),
                MessageArgument.Ratio("share", measured.Share),
                MessageArgument.Money(Finding.AtStakeName, atStake)),
            context.SeverityOf(atStake),
            atStake,
            context.Money(Math.Max(0, Coming.BenefitPlanPerMonth(context, line) * less)),
            ReviewActions.FindCause,
            context.Months.MonthAt(falling.Month));
    }

    private Finding Report(ReviewContext context, ReviewLine line, Money lost, decimal missing) => new(
        new Message(
            line.Plan.IsReversed ? Id + ".loss" : Id,
            line.AsArgument(),
            MessageArgument.Ratio("missingShare", missing),
            MessageArgument.Money("actual", Known(line)),
            MessageArgument.Money(Finding.AtStakeName, lost)),
        context.SeverityOf(lost),
        lost,
        context.Money(Math.Abs(Coming.BenefitPlanPerMonth(context, line) * missing)),
        ReviewActions.FindCause,
        context.Months.MonthAt(line.Measurement!.First));
}
