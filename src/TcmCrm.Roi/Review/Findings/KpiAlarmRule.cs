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

            YearMonth since = SinceOf(series, chart, alarms);
            yield return new Finding(
                Tell(context, series.Definition, chart, alarms, since), FindingSeverity.Medium, context.Zero, context.Zero, ReviewActions.InvestigateKpi, since);
        }
    }

    /// <summary>A point beyond a limit is told by its value; a cumulative sum by how far it has come and since when, for its last month may look like any other.</summary>
    private static Message Tell(ReviewContext context, KpiDefinition definition, ControlChart chart, ControlChartPoint[] alarms, YearMonth since)
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
            arguments.Add(MessageArgument.Month("since", since));
            arguments.Add(MessageArgument.Number("sum", isAbove ? last.CusumHigh : last.CusumLow, 1));
        }

        string season = !isSum && chart.Season is (KpiSeason.Waves or KpiSeason.CalendarMonths) ? ".season" : string.Empty;
        return new Message(RuleId + (isSum ? ".sum" : ".limit") + (isAbove ? "Above" : "Below") + season, [.. arguments]);
    }

    /// <summary>
    /// Since when it is so, told once: the month of the step where the level broke to this side before the latest alarm, else the month from which the sum runs, else the first alarm of the unbroken
    /// run that the latest belongs to.
    /// </summary>
    private static YearMonth SinceOf(KpiSeries series, ControlChart chart, ControlChartPoint[] alarms)
    {
        ControlChartPoint last = alarms[alarms.Length - 1];
        int step = LevelBreaks.LatestOf(series);
        if (step > 0 && step <= last.Index && StepsTo(last.IsBelow, chart, step, last.Index))
        {
            return chart.Points[step].Month;
        }

        if (last.Rule == AlarmRule.Cusum)
        {
            return chart.CusumSince(last.Index);
        }

        int first = last.Index;
        while (first > 0 && chart.Points[first - 1].IsAlarm && chart.Points[first - 1].Side == last.Side)
        {
            first--;
        }

        return chart.Points[first].Month;
    }

    /// <summary>Whether the first months since a step lie one standard deviation or more off the centre.</summary>
    private static bool StepsTo(bool below, ControlChart chart, int step, int last)
    {
        double off = chart.Points.Skip(step).Take(Math.Min(3, last + 1 - step)).Average(point => point.Value) - chart.Limits.Center;
        return (below ? -off : off) >= Math.Max(chart.Limits.Sigma, double.Epsilon);
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
