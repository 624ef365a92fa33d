using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Review;

internal sealed class RetentionBelowPlanRule : IReviewRule
{
    internal const string RuleId = "retentionBelowPlan";

    public string Id => RuleId;

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            if (line.Record.Retention is not { } rows)
            {
                continue;
            }

            decimal kept = 0;
            decimal joined = 0;
            decimal planned = 0;
            double variance = 0;
            NodaTime.YearMonth since = context.AsOf;
            foreach (RetentionActual row in LatestOfEachCohort(rows, context.Months).Values)
            {
                kept += row.Kept;
                joined += row.Joined;
                planned += row.Joined * row.Planned;
                variance += (double)(row.Joined * row.Planned * (1 - row.Planned));
                since = row.Month < since ? row.Month : since;
            }

            double z = NormalDistribution.TwoSidedCritical(context.Policy.ConfidenceLevel);
            decimal missing = planned - kept;
            if ((double)missing > z * Math.Sqrt(variance) && joined - kept > (joined - planned) * (1 + context.Policy.Tolerance.Value))
            {
                yield return Report(context, line, kept, joined, planned, since);
            }
        }
    }

    /// <summary>A cohort observed at several tenures is one group of customers: only its latest observation counts.</summary>
    private static SortedDictionary<int, RetentionActual> LatestOfEachCohort(List<RetentionActual> rows, ReviewMonths months)
    {
        var latest = new SortedDictionary<int, RetentionActual>();
        foreach (RetentionActual row in rows)
        {
            int cohort = months.IndexOf(row.Month) - row.Tenure;
            if (!latest.TryGetValue(cohort, out RetentionActual? known) || known.Tenure < row.Tenure)
            {
                latest[cohort] = row;
            }
        }

        return latest;
    }

    private Finding Report(ReviewContext context, ReviewLine line, decimal kept, decimal joined, decimal planned, NodaTime.YearMonth since)
    {
        Money shortfall = -(line.Variance.VolumeAndAdoption + line.Variance.PriceAndRate);
        Money lost = line.HasStarted && shortfall.Amount > 0 ? shortfall : context.Zero;
        decimal perMonth = lost.IsZero ? 0 : Coming.BenefitPlanPerMonth(context, line) * Math.Max(0, 1 - line.Measurement!.Share);
        decimal share = kept / joined;
        decimal plan = planned / joined;
        return new Finding(
            new Message(
                Id,
                line.AsArgument(),
                MessageArgument.Ratio("retention", share),
                MessageArgument.Ratio("plannedRetention", plan),
                MessageArgument.Number("customers", joined),
                MessageArgument.Money(Finding.AtStakeName, lost)),
            context.SeverityOf(lost),
            lost,
            context.Money(Math.Max(0, perMonth)),
            ReviewActions.RetentionProgramme,
            since);
    }
}
