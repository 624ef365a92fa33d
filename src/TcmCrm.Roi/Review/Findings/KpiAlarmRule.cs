using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Review;

internal sealed class KpiAlarmRule : IReviewRule
{
    private const string RuleId = "kpiAlarm";

    public string Id => RuleId;

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

            ControlChart chart = ControlChart.Of(series, BaselineOf(context, series), basis: ChartBasis.Adjusted);
            YearMonth recent = context.AsOf.PlusMonths(-context.Policy.RecentMonths);
            AlarmSide side = adverse < 0 ? AlarmSide.Below : AlarmSide.Above;
            ControlChartPoint[] alarms = [.. chart.Alarms.Where(alarm => !alarm.IsInBaseline && alarm.Side == side && alarm.Month > recent)];
            if (alarms.Length == 0)
            {
                continue;
            }

            yield return new Finding(
                Tell(context, series.Definition, chart, alarms), FindingSeverity.Medium, context.Zero, context.Zero, ReviewActions.InvestigateKpi, alarms[0].Month);
        }
    }

    /// <summary>A point beyond a limit is told by its value; a cumulative sum by how far it has come and since when, for its last month may look like any other.</summary>
    private static Message Tell(ReviewContext context, KpiDefinition definition, ControlChart chart, ControlChartPoint[] alarms)
    {
        ControlChartPoint last = alarms[alarms.Length - 1];
        bool isAbove = last.Side == AlarmSide.Above;
        bool isSum = last.Rule == AlarmRule.Cusum;
        List<MessageArgument> arguments =
        [
            MessageArgument.Text("subject", definition.Id),
            MessageArgument.Part("kpi", definition.NameMessage),
            MessageArgument.Month("month", last.Month),
            KpiWords.Value("value", definition, (decimal)last.Observed, context.Plan.Currency),
            KpiWords.Value("center", definition, (decimal)(isSum ? chart.Limits.Center : chart.Limits.Center + last.Observed - last.Value), context.Plan.Currency),
            MessageArgument.Number("alarms", alarms.Length),
        ];
        if (isSum)
        {
            arguments.Add(MessageArgument.Month("since", chart.CusumSince(last.Index)));
            arguments.Add(MessageArgument.Number("sum", isAbove ? last.CusumHigh : last.CusumLow, 1));
        }

        string season = !isSum && chart.Season is (KpiSeason.Waves or KpiSeason.CalendarMonths) ? ".season" : string.Empty;
        return new Message(RuleId + (isSum ? ".sum" : ".limit") + (isAbove ? "Above" : "Below") + season, [.. arguments]);
    }

    /// <summary>The months before go-live where there are enough of them: what the CRM was to improve on.</summary>
    private static KpiBaseline BaselineOf(ReviewContext context, KpiSeries series)
    {
        YearMonth last = context.Plan.GoLive.ToYearMonth().PlusMonths(-1);
        int before = 0;
        for (int i = 0; i < series.Count && series.MonthAt(i) <= last; i++)
        {
            before += series.TryGetValue(i, out _) ? 1 : 0;
        }

        return before >= ControlLimits.ProvisionalCount ? KpiBaseline.Months(series.Start, last) : KpiBaseline.Automatic;
    }
}
