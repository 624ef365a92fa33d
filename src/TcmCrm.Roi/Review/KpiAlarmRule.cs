using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Review;

internal sealed class KpiAlarmRule : IReviewRule
{
    public string Id => "kpiAlarm";

    /// <summary>The sign of a change for the worse; 0 where neither direction is better.</summary>
    internal static int AdverseSign(KpiDefinition definition) => definition.Direction switch
    {
        KpiDirection.HigherIsBetter => -1,
        KpiDirection.LowerIsBetter => 1,
        _ => 0,
    };

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (KpiSeries series in context.Kpis)
        {
            string id = series.Definition.Id;
            int adverse = AdverseSign(series.Definition);
            if (adverse == 0 || context.WasFound(SatisfactionFallingRule.RuleId, id))
            {
                continue;
            }

            ControlChart chart = ControlChart.Of(series, BaselineOf(context, series));
            YearMonth recent = context.AsOf.PlusMonths(-context.Policy.RecentMonths);
            AlarmSide side = adverse < 0 ? AlarmSide.Below : AlarmSide.Above;
            ControlChartPoint[] alarms = [.. chart.Alarms.Where(alarm => !alarm.IsInBaseline && alarm.Side == side && alarm.Month > recent)];
            if (alarms.Length == 0)
            {
                continue;
            }

            ControlChartPoint last = alarms[alarms.Length - 1];
            string month = last.Month.ToString("uuuu-MM", System.Globalization.CultureInfo.InvariantCulture);
            decimal center = (decimal)chart.Limits.Center;
            yield return new Finding(
                Id,
                id,
                FindingSeverity.Medium,
                context.Zero,
                context.Zero,
                ReviewActions.InvestigateKpi,
                $"{series.Definition.Name ?? id} ({id}) raised an alarm in {month}: {ReviewContext.Number((decimal)last.Value)} against {ReviewContext.Number(center)} in the baseline ({last.Rule}).",
                $"{series.Definition.Name ?? id}({id})在 {month} 报警:{ReviewContext.Number((decimal)last.Value)},基线均值 {ReviewContext.Number(center)}({last.Rule})。",
                new FindingFigure("value", (decimal)last.Value),
                new FindingFigure("center", center),
                new FindingFigure("alarms", alarms.Length));
        }
    }

    /// <summary>The months before go-live where there are enough of them: what the CRM was to improve on.</summary>
    private static KpiBaseline BaselineOf(ReviewContext context, KpiSeries series)
    {
        YearMonth last = context.Plan.GoLive.ToYearMonth().PlusMonths(-1);
        int before = series.ObservedMonths.Count(month => month <= last);
        return before >= ControlLimits.ProvisionalCount ? KpiBaseline.Months(series.Start, last) : KpiBaseline.Automatic;
    }
}
