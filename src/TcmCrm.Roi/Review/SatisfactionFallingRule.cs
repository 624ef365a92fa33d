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
            if (adverse == 0 || !(id == KpiCatalogue.Csat.Id || id == KpiCatalogue.Nps.Id || id == KpiCatalogue.Ces.Id))
            {
                continue;
            }

            double[] values = [.. Since(series, goLive)];
            if (values.Length < FewestMonths || KpiTrend.OfValues(values) is not { IsAvailable: true } trend || trend.DirectionAt(Level) != adverse)
            {
                continue;
            }

            decimal slope = (decimal)trend.Slope;
            yield return new Finding(
                Id,
                id,
                FindingSeverity.Medium,
                context.Zero,
                context.Zero,
                ReviewActions.SatisfactionRecovery,
                $"{series.Definition.Name ?? id} ({id}) moves the wrong way since go-live: {ReviewContext.Number(slope)} a month over {values.Length} months (p {ReviewContext.Number((decimal)trend.Test.PValue)}).",
                $"{series.Definition.Name ?? id}({id})上线以来持续走差:{values.Length} 个月内每月变化 {ReviewContext.Number(slope)}(p 值 {ReviewContext.Number((decimal)trend.Test.PValue)})。",
                new FindingFigure("slopePerMonth", slope),
                new FindingFigure("pValue", (decimal)trend.Test.PValue),
                new FindingFigure("months", values.Length));
        }
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
