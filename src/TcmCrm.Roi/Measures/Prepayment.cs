using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Measures;

/// <summary>What was paid within a period for the time after it: amount x whole months after the end of the period / months bought.</summary>
/// <remarks>Of a bill in advance that the period cuts. The amounts are those of the projection, so that a review counts what was booked; the months are those of the plan.</remarks>
internal static class Prepayment
{
    internal static decimal UnexpiredAt(Projection projection, LocalDate end)
    {
        decimal unexpired = 0;
        var cover = new CoverRecorder(projection, end);
        for (int line = 0; line < projection.LineCount; line++)
        {
            if (projection.CostOf(line) is not { Basis.IsRecurring: true } cost)
            {
                continue;
            }

            Dictionary<LocalDate, decimal> parts = cover.Of(cost);
            if (parts.Count == 0)
            {
                continue;
            }

            foreach (LineFlow flow in projection.FlowsOf(line))
            {
                unexpired += flow.Date < end && parts.TryGetValue(flow.Date, out decimal part) ? flow.Amount * part : 0;
            }
        }

        return unexpired;
    }

    /// <summary>Finds the bills of a line whose time reaches past the end, each with the part of its months that lies there.</summary>
    private sealed class CoverRecorder(Projection projection, LocalDate end) : FlowRecorder
    {
        private Dictionary<LocalDate, decimal> _parts = [];

        internal override bool AsksForCover => true;

        internal Dictionary<LocalDate, decimal> Of(CostItem cost)
        {
            _parts = [];
            cost.Basis.Record(projection.Timeline, this);
            return _parts;
        }

        internal override void Covers(LocalDate from, LocalDate until)
        {
            int after = DateSpans.WholeMonths(end, until);
            if (after > 0 && from < end)
            {
                _parts[from] = after / DateSpans.Months(from, until);
            }
        }

        internal override void AtMonthStart(int month, decimal amount)
        {
        }

        internal override void ThroughMonth(int month, decimal amount)
        {
        }

        internal override void On(LocalDate date, decimal amount)
        {
        }
    }
}
