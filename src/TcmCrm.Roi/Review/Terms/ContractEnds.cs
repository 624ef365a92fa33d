using NodaTime;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Review;

/// <summary>When the contract behind a cost line ends by the case itself, which knows a line's term, and by the actuals, which know its renewals.</summary>
internal static class ContractEnds
{
    private const int Year = 12;

    /// <summary>The first day after the term that the case states for a line; null where it states none.</summary>
    internal static LocalDate? OfCase(CostItem cost, CaseTimeline timeline) => cost.Basis is SubscriptionCost it ? it.TermEnd(timeline) : null;

    /// <summary>The months of that term; null where it is stated as a date, or not at all.</summary>
    internal static int? MonthsOfCase(CostItem cost) => cost.Basis is SubscriptionCost it ? it.Term.Months : null;

    /// <summary>Whether the case itself says that the contract of a line is not renewed (<c>renewal: ends</c>).</summary>
    internal static bool IsEndedByCase(CostItem cost) => cost.Basis is SubscriptionCost { Renewal: ContractRenewal.Ends };

    /// <summary>
    /// The bills of a contract that the case ends and the actuals carry on, after the end that the case has: those of the year before it, each year again, until
    /// the end that the actuals have. They are in no plan, and belong to the forecast.
    /// </summary>
    internal static List<(LocalDate Date, decimal Amount)> BillsBeyondCase(ReviewContext context, ReviewLine line)
    {
        var bills = new List<(LocalDate Date, decimal Amount)>();
        if (context.Contracts.Count == 0 || line.Cost is not { } cost || !IsEndedByCase(cost) || OfCase(cost, context.Timeline) is not { } end)
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

        foreach (CashFlows.LineFlow flow in line.Plan.Flows)
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
