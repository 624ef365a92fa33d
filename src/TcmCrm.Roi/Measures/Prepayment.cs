using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Measures;

/// <summary>What was paid within a period for the time after it: amount x whole months after the end of the period / months bought.</summary>
/// <remarks>Of a bill in advance that the period cuts. The amounts are those of the projection, so that a review counts what was booked; the months are those of the plan.</remarks>
internal static class Prepayment
{
    /// <param name="projection">The amounts.</param>
    /// <param name="end">The first day after the period.</param>
    /// <param name="only">One line alone; null for all.</param>
    internal static decimal UnexpiredAt(Projection projection, LocalDate end, LineId? only = null)
    {
        decimal unexpired = 0;
        foreach ((_, decimal part) in ByLine(projection, end, only))
        {
            unexpired += part;
        }

        return unexpired;
    }

    /// <summary>The same of each cost that comes round again, nothing included.</summary>
    internal static IEnumerable<(int Line, decimal Unexpired)> ByLine(Projection projection, LocalDate end, LineId? only = null)
    {
        var cover = new CoverRecorder(projection, end);
        for (int line = 0; line < projection.LineCount; line++)
        {
            if (projection.CostOf(line) is { Basis.IsRecurring: true } cost && (only is not { } one || cost.Id == one) && (!projection.IsCashableAlone || projection.IsCash(line)))
            {
                decimal before = cover.Unexpired;
                cover.Add(cost, projection.IsPlan ? null : projection.FlowsOf(line));
                yield return (line, cover.Unexpired - before);
            }
        }
    }

    /// <summary>Walks the bills of the plan, each with what time it pays for.</summary>
    private sealed class CoverRecorder(Projection projection, LocalDate end) : ItemRecorder(projection.Timeline, projection.Case)
    {
        private readonly List<(LocalDate Date, decimal Planned, decimal Unexpired)> _bills = [];
        private LineFlow[]? _booked;
        private decimal _part;

        internal decimal Unexpired { get; private set; }

        internal override bool AsksForCover => true;

        /// <summary>Adds the unexpired part of what is paid on each date: of the planned amounts, or in the same proportion of those that were booked in their place on that date.</summary>
        internal void Add(CostItem cost, LineFlow[]? booked)
        {
            _booked = booked;
            _bills.Clear();
            Record(cost);
            foreach ((LocalDate date, decimal planned, decimal unexpired) in _bills)
            {
                decimal paid = booked is null ? planned : PaidOn(date, booked);

                // What was booked as planned counts as the plan does, to the last bit.
                Unexpired += paid == planned ? unexpired : planned == 0 ? 0 : paid * (unexpired / planned);
            }
        }

        internal override void Covers(LocalDate from, LocalDate until) => _part = UnexpiredOf(from, until);

        internal override decimal UnexpiredOf(LocalDate from, LocalDate until)
        {
            int after = from < end ? DateSpans.WholeMonths(end, until) : 0;
            return after > 0 ? after / DateSpans.Months(from, until) : 0;
        }

        internal override void IsUnexpired(decimal part) => _part = part;

        protected override void AddAtStart(int month, decimal amount) => Count(Grid[month], amount);

        protected override void AddThrough(int month, decimal amount)
        {
        }

        protected override void AddOn(int month, LocalDate date, decimal amount) => Count(date, amount);

        private void Count(LocalDate date, decimal amount)
        {
            int last = _bills.Count - 1;
            while (last >= 0 && _bills[last].Date != date)
            {
                last--;
            }

            if (last < 0)
            {
                _bills.Add((date, amount, amount * _part));
            }
            else
            {
                _bills[last] = (date, _bills[last].Planned + amount, _bills[last].Unexpired + (amount * _part));
            }
        }

        private static decimal PaidOn(LocalDate date, LineFlow[] booked)
        {
            decimal paid = 0;
            foreach (LineFlow flow in booked)
            {
                paid += flow.Date == date ? flow.Amount : 0;
            }

            return paid;
        }
    }
}
