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
    internal static decimal CostIn(ReviewLine line, int month) => line.Settlement!.IsPrepaid(month) || line.IsOverIn(month) ? 0 : line.Plan.Exact(month) * line.Settlement.PriceIn(month);

    /// <summary>The bills of a cost line at their price ratio, those of the past as well.</summary>
    internal static IEnumerable<(LocalDate Date, decimal Amount)> CostsOf(ReviewLine line)
    {
        foreach (LineFlow flow in line.Plan.Flows)
        {
            if (flow.Date >= line.Record.Until)
            {
                continue;
            }

            yield return (flow.Date, flow.Amount * line.Settlement!.PriceRatio);
        }
    }

    /// <summary>The plan of a benefit line in the review's month, at the timing that was reached.</summary>
    internal static decimal BenefitPlanPerMonth(ReviewContext context, ReviewLine line) =>
        line.Record.Until <= context.Today ? 0 : line.Plan.In(context.Months.AsOf - (line.HasStarted ? line.MonthsLate : 0));

    /// <summary>
    /// The bills of a contract that the case ends and the actuals carry on, after the end that the case has: those of the year before it, each year again, until
    /// the end that the actuals have. They are in no plan, and belong to the forecast.
    /// </summary>
    internal static List<(LocalDate Date, decimal Amount)> BillsBeyondCase(ReviewContext context, ReviewLine line)
    {
        var bills = new List<(LocalDate Date, decimal Amount)>();
        if (context.Contracts.Count == 0 || line.Cost is not { } cost || !ContractEnds.IsEndedByCase(cost) || ContractEnds.OfCase(cost, context.Timeline) is not { } end)
        {
            return bills;
        }

        LocalDate last = end;
        foreach (ContractTerms contract in context.Contracts)
        {
            if (context.FindCost(contract.Line) == line)
            {
                last = contract.Renews ? context.Timeline.Grid.End : contract.FirstRenewal;
            }
        }

        foreach (LineFlow flow in line.Plan.Flows)
        {
            LocalDate again = flow.Date.PlusMonths(Year);
            for (int years = 2; again >= end && flow.Date < end && again < last && again < context.Timeline.Grid.End; years++)
            {
                bills.Add((again, flow.Amount));
                again = flow.Date.PlusMonths(Year * years);
            }
        }

        return bills;
    }
}
