using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Evaluation;

/// <summary>What becomes of contracts whose term ends within the longest period while benefits go on.</summary>
internal static class ContractNotes
{
    /// <summary>Which subscriptions are taken to renew because the case is silent.</summary>
    internal static IEnumerable<Message> Assumed(PeriodResult longest)
    {
        foreach (CostItem cost in longest.Case.Costs)
        {
            if (cost.Basis is SubscriptionCost { RenewsSilently: true } contract && contract.TermEnd(longest.Projection.Timeline) is { } end && end < longest.End)
            {
                yield return new Message(
                    "assumedTerm.renewal",
                    MessageArgument.Line("line", cost.Id, cost.Name), MessageArgument.Number("months", contract.Term.Months!.Value), MessageArgument.Date("date", end));
            }
        }
    }

    /// <summary>Benefits that are counted after the contract has ended that they are for, by a month at least, where nothing else runs on.</summary>
    internal static void Add(PeriodResult longest, List<Message> warnings)
    {
        foreach (CostItem cost in longest.Case.Costs)
        {
            if (Ends(cost) && cost.Basis.TermEnd(longest.Projection.Timeline) is { } end && end > longest.Start && DateSpans.WholeMonths(end, longest.End) > 0 && !IsFollowed(longest, end))
            {
                Money benefit = longest.Sum(FlowSide.Benefit, date => date >= end);
                if (benefit.Amount > 0)
                {
                    warnings.Add(new Message(
                        "benefitBeyondContract",
                        MessageArgument.Line("line", cost.Id, cost.Name), MessageArgument.Date("date", end), MessageArgument.Money("amount", benefit)));
                }
            }
        }
    }

    /// <summary>A subscription that does not renew; and software that is paid for in another rhythm, whose term is an end always.</summary>
    private static bool Ends(CostItem cost) => cost.Basis is SubscriptionCost contract
        ? contract is { RenewsSilently: false, Renewal: not ContractRenewal.Renews }
        : cost.Category == CostCategory.Software && !cost.IsCredit;

    /// <summary>Whether software is paid for after the date, or was bought for good.</summary>
    private static bool IsFollowed(PeriodResult longest, LocalDate end)
    {
        for (int line = 0; line < longest.Case.Costs.Count; line++)
        {
            CostItem cost = longest.Case.Costs[line];
            if (cost.Category == CostCategory.Software
                && (cost.Basis is PerpetualLicenseCost
                    || (cost.Basis.IsRecurring && longest.Projection.FlowsOf(line).Any(flow => flow.Date >= end && flow.Date < longest.End))))
            {
                return true;
            }
        }

        return false;
    }
}
