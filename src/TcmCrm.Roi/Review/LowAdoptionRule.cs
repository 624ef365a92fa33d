namespace TcmCrm.Roi.Review;

internal sealed class LowAdoptionRule : IReviewRule
{
    internal const string RuleId = "lowAdoption";

    public string Id => RuleId;

    /// <summary>The subject under which a line's adoption is reported: the line itself, or all benefits.</summary>
    internal static string SubjectOf(ReviewLine line) => line.Record.Adoption is { IsForAll: true } ? Actual.AllBenefits : line.Name;

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        var seen = new HashSet<MonthlyShare>();
        foreach (ReviewLine line in context.Lines)
        {
            if (line.Record.Adoption is { } adoption && seen.Add(adoption) && context.TryGetAdoption(line, out decimal ratio)
                && ratio < 1 - context.Policy.Tolerance.Value)
            {
                yield return Report(context, SubjectOf(line), adoption, ratio);
            }
        }
    }

    private Finding Report(ReviewContext context, string subject, MonthlyShare adoption, decimal ratio)
    {
        Money lost = context.Zero;
        decimal perMonth = 0;
        foreach (ReviewLine line in context.Lines)
        {
            if (ReferenceEquals(line.Record.Adoption, adoption))
            {
                lost = line.Variance.VolumeAndAdoption.Amount < 0 ? lost - line.Variance.VolumeAndAdoption : lost;
                perMonth += line.HasStarted ? line.Plan.In(context.Months.AsOf - line.MonthsLate) * (1 - ratio) : 0;
            }
        }

        decimal share = adoption.RecentShare(context.Months.AsOf, context.Policy.RecentMonths);
        string english = subject == Actual.AllBenefits ? "all benefits" : "'" + subject + "'";
        string chinese = subject == Actual.AllBenefits ? "全部收益" : "“" + subject + "”";
        return new Finding(
            Id,
            subject,
            context.SeverityOf(lost),
            lost,
            context.Money(Math.Max(0, perMonth)),
            ReviewActions.TrainingAndWorkflow,
            $"Adoption behind {english} is {ReviewContext.Percent(share)} of late, {ReviewContext.Percent(ratio)} of what the plan counts on; it cost {context.Text(lost.Amount)} so far.",
            $"{chinese}对应的近期活跃使用率为 {ReviewContext.Percent(share)},仅达到计划的 {ReviewContext.Percent(ratio)};迄今损失 {context.ChineseText(lost.Amount)}。",
            new FindingFigure("adoption", share),
            new FindingFigure("shareOfPlan", ratio));
    }
}
