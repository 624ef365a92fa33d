using NodaTime;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Review;

/// <summary>When the contract behind a cost line ends by the case itself, which knows a line's term, and by the actuals, which know its renewals.</summary>
internal static class ContractEnds
{
    /// <summary>The first day after the term that the case states for a line; null where it states none.</summary>
    internal static LocalDate? OfCase(CostItem cost, CaseTimeline timeline) => cost.Basis is SubscriptionCost it ? it.TermEnd(timeline) : null;

    /// <summary>The months of that term; null where it is stated as a date, or not at all.</summary>
    internal static int? MonthsOfCase(CostItem cost) => cost.Basis is SubscriptionCost it ? it.Term.Months : null;

    /// <summary>Whether the case itself says that the contract of a line is not renewed (<c>renewal: ends</c>).</summary>
    internal static bool IsEndedByCase(CostItem cost) => cost.Basis is SubscriptionCost { Renewal: ContractRenewal.Ends };
}
