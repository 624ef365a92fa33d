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

    /// <summary>Benefits that are counted after the contract has ended that they are for, by a month at least, where nothing of its weight runs on.</summary>
    internal static void Add(PeriodResult longest, List<Message> warnings)
    {
        var ending = new List<(int Line, LocalDate End)>();
        for (int line = 0; line < longest.Case.Costs.Count; line++)
        {
            CostItem cost = longest.Case.Costs[line];
            if (Ends(cost) && cost.Basis.TermEnd(longest.Projection.Timeline) is { } end && end > longest.Start && DateSpans.WholeMonths(end, longest.End) > 0)
            {
                ending.Add((line, end));
            }
        }

        foreach ((int line, LocalDate end) in ending)
        {
            if (IsFollowed(longest, line, end, ending))
            {
                continue;
            }

            Money benefit = longest.Sum(FlowSide.Benefit, date => date >= end);
            if (benefit.Amount > 0)
            {
                CostItem cost = longest.Case.Costs[line];
                warnings.Add(new Message(
                    "benefitBeyondContract",
                    MessageArgument.Line("line", cost.Id, cost.Name), MessageArgument.Date("date", end), MessageArgument.Money("amount", benefit)));
            }
        }
    }

    /// <summary>A subscription that does not renew; and software or its service that is paid for in another rhythm, whose term is an end always.</summary>
    private static bool Ends(CostItem cost) => cost.Basis is SubscriptionCost contract
        ? contract is { RenewsSilently: false, Renewal: not ContractRenewal.Renews }
        : cost.Category is CostCategory.Software or CostCategory.Maintenance && cost.Basis.IsRecurring && !cost.IsCredit;

    /// <summary>
    /// Whether what runs on weighs enough to be the system that brings the benefit: another contract that begins where this one ends, at half of its cost or more; a licence that was
    /// bought, at its cost of a year or more, and for service whatever software was bought; or else what runs beside it and stays, where the contracts that end are the smaller part
    /// of what software and service cost together, and this is not the largest subscription. A line of a yuan a month takes nothing over.
    /// </summary>
    private static bool IsFollowed(PeriodResult longest, int ended, LocalDate end, List<(int Line, LocalDate End)> ending)
    {
        IReadOnlyList<CostItem> costs = longest.Case.Costs;
        decimal own = YearOf(longest, ended, end, isEnd: true);
        decimal next = 0, bought = 0, beside = 0, largestBeside = 0;
        for (int line = 0; line < costs.Count; line++)
        {
            CostItem cost = costs[line];
            if (line == ended || cost.IsCredit || cost.Category is not (CostCategory.Software or CostCategory.Maintenance))
            {
                continue;
            }

            if (!cost.Basis.IsRecurring)
            {
                bool isForGood = cost.Basis is PerpetualLicenseCost || (cost.Category == CostCategory.Software && costs[ended].Category == CostCategory.Maintenance);
                bought += isForGood ? longest.LineTotal(line) : 0;
            }
            else if (ending.Exists(one => one.Line == line && one.End <= end))
            {
                continue;
            }
            else if (longest.Projection.FlowsOf(line).Any(flow => flow.Date < end.PlusMonths(-1)))
            {
                decimal year = YearOf(longest, line, end, isEnd: false);
                beside += year;
                largestBeside = cost.Basis is SubscriptionCost ? Math.Max(largestBeside, year) : largestBeside;
            }
            else
            {
                next += YearOf(longest, line, end, isEnd: false);
            }
        }

        decimal together = ending.Where(one => one.End <= end).Sum(one => YearOf(longest, one.Line, one.End, isEnd: true));
        bool isMain = costs[ended].Basis is SubscriptionCost && own > largestBeside;
        return (next > 0 && 2 * next >= own) || (bought > 0 && bought >= own) || (beside > 0 && beside >= together && !isMain);
    }

    /// <summary>
    /// What a line costs in a year: over the twelve months up to a date on which it ends, and of one that runs on over those that begin a year before the date; later where it begins
    /// later. What lasts for less is brought to a year, but not a single bill of a line that runs on, which is a year's as it stands.
    /// </summary>
    private static decimal YearOf(PeriodResult longest, int line, LocalDate date, bool isEnd)
    {
        LineFlow[] flows = longest.Projection.FlowsOf(line);
        if (flows.Length == 0)
        {
            return 0;
        }

        LocalDate first = flows.Min(flow => flow.Date);
        LocalDate from = first < date.PlusYears(-1) ? date.PlusYears(-1) : first;
        LocalDate until = isEnd ? date : from.PlusYears(1);
        until = until < longest.End ? until : longest.End;
        LineFlow[] within = [.. flows.Where(flow => flow.Date >= from && flow.Date < until)];
        decimal paid = within.Sum(flow => flow.Amount);
        return DateSpans.WholeMonths(from, until) is >= 1 and < 12 and var months && (isEnd || within.Length > 1) ? paid * 12 / months : paid;
    }
}
