namespace TcmCrm.Roi.Review;

internal sealed class LowAdoptionRule : IReviewRule
{
    internal const string RuleId = "lowAdoption";

    public string Id => RuleId;

    /// <summary>The subject under which a line's adoption is reported: the line itself, or all benefits.</summary>
    internal static string SubjectOf(ReviewLine line) => line.Record.Adoption is { IsForAll: true } ? Actual.AllBenefits : line.Id.Text;

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        var seen = new HashSet<MonthlyShare>();
        foreach (ReviewLine line in context.Lines)
        {
            if (line.Record.Adoption is { } adoption && seen.Add(adoption) && context.TryGetAdoption(line, out decimal ratio)
                && ratio < 1 - context.Policy.Tolerance.Value)
            {
                yield return Report(context, line, adoption, ratio);
            }
        }
    }

    private Finding Report(ReviewContext context, ReviewLine first, MonthlyShare adoption, decimal ratio)
    {
        Money lost = context.Zero;
        decimal perMonth = 0;
        foreach (ReviewLine line in context.Lines)
        {
            if (ReferenceEquals(line.Record.Adoption, adoption))
            {

                // No more than the line is behind its plan at all.
                lost += context.Money(Math.Max(0, Math.Min(-line.Variance.VolumeAndAdoption.Amount, -line.Variance.Total.Amount)));
                perMonth += line.HasStarted ? line.Plan.In(context.Months.AsOf - line.MonthsLate) * (1 - ratio) : 0;
            }
        }

        decimal share = adoption.RecentShare(context.Months.AsOf, context.Policy.RecentMonths);
        return new Finding(
            new Message(
                adoption.IsForAll ? Id + ".all" : Id,
                adoption.IsForAll ? MessageArgument.Text("subject", Actual.AllBenefits) : first.AsArgument(),
                MessageArgument.Ratio("adoption", share),
                MessageArgument.Ratio("shareOfPlan", ratio),
                MessageArgument.Money(Finding.AtStakeName, lost)),
            context.SeverityOf(lost),
            lost,
            context.Money(Math.Max(0, perMonth)),
            ReviewActions.TrainingAndWorkflow,
            context.Months.MonthAt(adoption.Since(context.Months.AsOf, context.Policy.TargetAdoption, 1 - context.Policy.Tolerance.Value)));
    }
}
