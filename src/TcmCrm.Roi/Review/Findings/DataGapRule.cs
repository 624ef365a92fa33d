using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Review;

internal sealed class DataGapRule : IReviewRule
{
    public string Id => "dataGap";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            // A bill that is not booked is owed, and no gap; and a tail that nobody measured is a finding of its own.
            if (line.Measurement is not { } measured || measured.UnmeasuredMonths < context.Policy.MissingMonths || context.WasFound(BenefitUnverifiedRule.RuleId, line.Id.Text)
                || !context.IsMaterial(context.Money(Math.Abs(measured.UnmeasuredPlan))))
            {
                continue;
            }

            bool isOpen = measured.IsUnmeasured(context.Months.AsOf);
            Money perMonth = context.Money(isOpen ? Math.Max(0, Coming.BenefitPlanPerMonth(context, line)) : 0);
            yield return Report(context, line, measured, context.Money(Math.Abs(measured.UnmeasuredPlan)), perMonth);
        }

        foreach (KpiSeries series in context.Kpis)
        {
            int months = Missing(series.ObservedMonths, context.AsOf);
            if (months >= context.Policy.MissingMonths && series.Frequency == KpiFrequency.Monthly)
            {
                yield return new Finding(
                    new Message(
                        Id + ".kpi",
                        MessageArgument.Text("subject", series.Definition.Id),
                        MessageArgument.Part("kpi", series.Definition.NameMessage),
                        MessageArgument.Number("months", months)),
                    FindingSeverity.Low,
                    context.Zero,
                    context.Zero,
                    ReviewActions.DataQuality,
                    series.Start);
            }
        }
    }

    /// <summary>The months without a value, beyond the spacing at which the series is usually observed: a survey of each quarter misses nothing between two.</summary>
    private static int Missing(IReadOnlyList<YearMonth> observed, YearMonth asOf)
    {
        List<int> gaps = [];
        for (int i = 1; i < observed.Count; i++)
        {
            gaps.Add(Period.Between(observed[i - 1].OnDayOfMonth(1), observed[i].OnDayOfMonth(1), PeriodUnits.Months).Months);
        }

        int usual = gaps.Count == 0 ? 1 : gaps.GroupBy(gap => gap).OrderByDescending(same => same.Count()).ThenBy(same => same.Key).First().Key;
        int since = observed.Count == 0 ? 0 : Period.Between(observed[observed.Count - 1].OnDayOfMonth(1), asOf.OnDayOfMonth(1), PeriodUnits.Months).Months;
        return gaps.Sum(gap => Math.Max(0, gap - usual)) + Math.Max(0, since - usual + 1);
    }

    private Finding Report(ReviewContext context, ReviewLine line, BenefitMeasurement measured, Money atStake, Money perMonth) => new(
        new Message(
            line.Plan.IsReversed ? Id + ".loss" : Id,
            line.AsArgument(),
            MessageArgument.Number("months", measured.UnmeasuredMonths),
            MessageArgument.Money(Finding.AtStakeName, atStake)),
        context.SeverityOf(atStake),
        atStake,
        perMonth,
        line.Plan.IsReversed ? ReviewActions.MeasureLoss : ReviewActions.DataQuality,
        context.Months.MonthAt(measured.LongestGap.Since));
}
