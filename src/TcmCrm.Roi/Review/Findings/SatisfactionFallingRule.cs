using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Review;

internal sealed class SatisfactionFallingRule : IReviewRule
{
    internal const string RuleId = "satisfactionFalling";

    // Below six months the test can hardly reach 5 %, and a survey's first months are noise.
    private const int FewestMonths = 6;
    private const double Level = 0.05;

    public string Id => RuleId;

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        YearMonth goLive = context.Plan.GoLive.ToYearMonth();
        foreach (KpiSeries series in context.Kpis)
        {
            string id = series.Definition.Id;
            int adverse = KpiAlarmRule.AdverseSign(series.Definition);
            if (adverse == 0 || !(id == KpiCatalog.Csat.Id || id == KpiCatalog.Nps.Id || id == KpiCatalog.Ces.Id))
            {
                continue;
            }

            double[] values = [.. Since(series, goLive)];
            if (values.Length < FewestMonths || KpiTrend.OfValues(values) is not { IsAvailable: true } trend || trend.DirectionAt(Level) != adverse
                || !SeasonLeavesIt(series, values.Length, adverse))
            {
                continue;
            }

            decimal slope = (decimal)trend.Slope;
            yield return new Finding(
                new Message(
                    Id,
                    MessageArgument.Text("subject", id),
                    MessageArgument.Part("kpi", series.Definition.NameMessage),
                    MessageArgument.Part("change", KpiWords.ChangeOf(series.Definition, slope)),
                    KpiWords.Number("slopePerMonth", slope),
                    MessageArgument.Number("pValue", trend.Test.PValue, 4),
                    MessageArgument.Number("months", values.Length)),
                FindingSeverity.Medium,
                context.Zero,
                context.Zero,
                ReviewActions.SatisfactionRecovery,
                goLive);
        }
    }

    /// <summary>
    /// Whether the fall is no season: it is still there once a season of 24 months or more is taken out, or in shorter series beside a free wave a year.
    /// </summary>
    private static bool SeasonLeavesIt(KpiSeries series, int latest, int adverse)
    {
        (double[] values, int[]? times) = KpiTrend.Observed(series);
        int firstSeason = series.Start.Month - 1;
        int count = Math.Max(2, values.Length - latest);
        SeasonModel season = SeasonModel.Of(values, times, firstSeason, 0, Math.Min(count, values.Length), values.Length);
        double[] rest = season.Without(values, times, firstSeason);
        if (season.Season == KpiSeason.Unknown)
        {
            return ShortTrend.DirectionOf(Tail(rest, latest), times is null ? null : Tail(times, latest), Level) == adverse;
        }

        return KpiTrend.OfValues(Tail(rest, latest)).DirectionAt(Level) == adverse;
    }

    private static T[] Tail<T>(T[] all, int count)
    {
        var tail = new T[count];
        Array.Copy(all, all.Length - count, tail, 0, count);
        return tail;
    }

    private static IEnumerable<double> Since(KpiSeries series, YearMonth first)
    {
        for (int i = 0; i < series.Count; i++)
        {
            if (series.MonthAt(i) >= first && series.TryGetValue(i, out double value))
            {
                yield return value;
            }
        }
    }
}
