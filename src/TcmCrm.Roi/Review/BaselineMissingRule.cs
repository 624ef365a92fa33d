using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Review;

internal sealed class BaselineMissingRule : IReviewRule
{
    public string Id => "baselineMissing";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        YearMonth goLive = context.Plan.GoLive.ToYearMonth();
        foreach (KpiSeries series in context.Kpis)
        {
            string id = series.Definition.Id;
            if (series.Start.CompareTo(goLive) < 0 || context.KpiData.HasBaseline(id))
            {
                continue;
            }

            yield return new Finding(
                Id,
                id,
                FindingSeverity.Low,
                context.Zero,
                context.Zero,
                ReviewActions.SetBaseline,
                $"{series.Definition.Name ?? id} ({id}) is observed since go-live only: there is nothing to compare it with.",
                $"{series.Definition.Name ?? id}({id})只有上线后的数据,缺少可比较的基线。",
                new FindingFigure("monthsObserved", series.ObservedCount));
        }
    }
}
