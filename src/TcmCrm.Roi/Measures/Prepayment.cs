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
        var cover = new CoverRecorder(projection, end);
        for (int line = 0; line < projection.LineCount; line++)
        {
            if (projection.CostOf(line) is { Basis.IsRecurring: true } cost && (!projection.IsCashableAlone || projection.IsCash(line)))
            {
                cover.Add(cost, projection.IsPlan ? null : projection.FlowsOf(line));
            }
        }

        return cover.Unexpired;
    }

    /// <summary>Walks the bills of the plan, each with what time it pays for.</summary>
    private sealed class CoverRecorder(Projection projection, LocalDate end) : ItemRecorder(projection.Timeline, projection.Case)
    {
        private LineFlow[]? _booked;
        private decimal _part;

        internal decimal Unexpired { get; private set; }

        internal override bool AsksForCover => true;

        /// <summary>Adds the unexpired part of each bill of a line: of its planned amounts, or of those that were booked in their place on the same dates.</summary>
        internal void Add(CostItem cost, LineFlow[]? booked)
        {
            _booked = booked;
            Record(cost);
        }

        internal override void Covers(LocalDate from, LocalDate until)
        {
            int after = from < end ? DateSpans.WholeMonths(end, until) : 0;
            _part = after > 0 ? after / DateSpans.Months(from, until) : 0;
        }

        protected override void AddAtStart(int month, decimal amount) => Count(Grid[month], amount);

        protected override void AddThrough(int month, decimal amount)
        {
        }

        protected override void AddOn(int month, LocalDate date, decimal amount) => Count(date, amount);

        private void Count(LocalDate date, decimal amount)
        {
            if (_part == 0)
            {
                return;
            }

            foreach (LineFlow flow in _booked ?? [])
            {
                Unexpired += flow.Date == date ? flow.Amount * _part : 0;
            }

            Unexpired += _booked is null ? amount * _part : 0;
        }
    }
}
