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
                new Message(
                    Id,
                    MessageArgument.Text("subject", id),
                    MessageArgument.Part("kpi", series.Definition.NameMessage),
                    MessageArgument.Number("monthsObserved", series.ObservedCount)),
                FindingSeverity.Low,
                context.Zero,
                context.Zero,
                ReviewActions.SetBaseline,
                series.Start);
        }
    }
}
