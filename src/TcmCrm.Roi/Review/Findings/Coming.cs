using NodaTime;
using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Review;

/// <summary>What a line comes to in one month of waiting.</summary>
internal static class Coming
{
    private const int Year = 12;

    /// <summary>The forecast of a cost line, a twelfth of the coming year: bills by the quarter or the year weigh evenly.</summary>
    internal static decimal CostPerMonth(ReviewContext context, ReviewLine line)
    {
        decimal sum = 0;
        for (int month = context.Months.AsOf + 1; month <= context.Months.AsOf + Year; month++)
        {
            sum += CostIn(line, month);
        }

        return sum / Year;
    }

    /// <summary>The bills of a cost line in a month after the review's, at their price ratio.</summary>
    internal static decimal CostIn(ReviewLine line, int month) => line.Settlement!.IsPrepaid(month) ? 0 : line.Plan.Exact(month) * line.Settlement.PriceRatio;

    /// <summary>The bills of a cost line at their price ratio, those of the past as well.</summary>
    internal static IEnumerable<(LocalDate Date, decimal Amount)> CostsOf(ReviewLine line)
    {
        foreach (LineFlow flow in line.Plan.Flows)
        {
            yield return (flow.Date, flow.Amount * line.Settlement!.PriceRatio);
        }
    }

    /// <summary>The plan of a benefit line in the review's month, at the timing that was reached.</summary>
    internal static decimal BenefitPlanPerMonth(ReviewContext context, ReviewLine line) =>
        line.Plan.In(context.Months.AsOf - (line.HasStarted ? line.MonthsLate : 0));
}
