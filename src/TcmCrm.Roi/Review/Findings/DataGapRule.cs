using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Review;

internal sealed class DataGapRule : IReviewRule
{
    public string Id => "dataGap";

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ReviewLine line in context.Lines)
        {
            (int months, decimal plan) = Missing(line, context.Months.AsOf);
            if (months < context.Policy.MissingMonths || !context.IsMaterial(context.Money(plan)))
            {
                continue;
            }

            bool isOpen = !line.Record.HasRow[context.Months.AsOf];
            Money perMonth = context.Money(isOpen && !line.IsCost ? Math.Max(0, Coming.BenefitPlanPerMonth(context, line)) : 0);
            yield return Report(context, line, months, context.Money(plan), perMonth);
        }

        foreach (KpiSeries series in context.Kpis)
        {
            int months = series.Count - series.ObservedCount + Math.Max(0, context.Months.AsOf - context.Months.IndexOf(series.End));
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
                    ReviewActions.DataQuality);
            }
        }
    }

    /// <summary>Months with a plan and without an observation. Bills that come by another rhythm than planned are no gap while their sum keeps up.</summary>
    private static (int Months, decimal Plan) Missing(ReviewLine line, int asOf)
    {
        int months = 0;
        decimal plan = 0;
        bool isLateCost = line.IsCost && !line.HasStarted && line.MonthsLate > 0;
        if (line.IsAsPlanned || (!line.HasStarted && !isLateCost))
        {
            return (0, 0);
        }

        int late = isLateCost ? 0 : line.MonthsLate;
        for (int month = isLateCost ? 0 : line.FirstActual; month <= asOf; month++)
        {
            decimal due = line.Plan.In(month - late);
            if (due != 0 && !line.Record.HasRow[month])
            {
                months++;
                plan += due;
            }
        }

        decimal behind = line.Plan.Through(asOf - late) - line.Variance.Actual.Amount;
        if (isLateCost)
        {
            return (line.MonthsLate, plan);
        }

        return line.IsCost && behind < plan / 2 ? (0, 0) : (months, Math.Max(0, plan));
    }

    private Finding Report(ReviewContext context, ReviewLine line, int months, Money atStake, Money perMonth) => new(
        new Message(
            Id,
            line.AsArgument(),
            MessageArgument.Number("months", months),
            MessageArgument.Money(Finding.AtStakeName, atStake)),
        context.SeverityOf(atStake),
        atStake,
        perMonth,
        ReviewActions.DataQuality);
}
