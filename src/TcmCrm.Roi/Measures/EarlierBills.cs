using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Measures;

/// <summary>What a recurring cost had paid before the start for time after it: amount x whole months after the start / months bought. It is in no figure.</summary>
internal sealed class EarlierBills(LocalDate start) : FlowRecorder
{
    private LocalDate _from;
    private LocalDate _until;
    private decimal _amount;

    internal override bool AsksForCover => true;

    /// <summary>Whether a bill before the start paid for time after it.</summary>
    internal static bool Any(InvestmentCase source, CaseTimeline timeline)
    {
        foreach (CostItem cost in source.Costs)
        {
            if (cost.Basis.IsRecurring && Of(cost.Basis, timeline) != 0)
            {
                return true;
            }
        }

        return false;
    }

    internal static decimal Of(CostBasis basis, CaseTimeline timeline)
    {
        var bills = new EarlierBills(timeline.Start);
        basis.Record(timeline, bills);
        return bills._amount;
    }

    internal override void Covers(LocalDate from, LocalDate until) => (_from, _until) = (from, until);

    internal override void AtMonthStart(int month, decimal amount)
    {
    }

    internal override void ThroughMonth(int month, decimal amount)
    {
    }

    internal override void On(LocalDate date, decimal amount)
    {
        int after = date < start && _until > start ? DateSpans.WholeMonths(start, _until) : 0;
        _amount += after > 0 ? amount * after / DateSpans.Months(_from, _until) : 0;
    }
}
