using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>
/// Steps through the billing dates of a recurring cost: the first date plus 0, c, 2c ... months, always counted from the first date, up to the end
/// of the term or of the grid. A last cycle that the term cuts short has a share below 1: by months where the term ends on a monthly date, by days otherwise.
/// </summary>
/// <remarks>A mutable struct so that a walk allocates nothing; do not copy it. Where billing dates are grid dates it does no date arithmetic.</remarks>
internal struct BillingWalk
{
    private readonly MonthGrid _grid;
    private readonly LocalDate _first;
    private readonly LocalDate _until;
    private readonly int _cycle;
    private readonly int _gridMonthOfFirst;
    private readonly bool _onGrid;
    private readonly int _wholeMonths;
    private readonly bool _restDays;

    internal BillingWalk(CaseTimeline timeline, CostStart from, CostTerm term, BillingCycle every)
    {
        _grid = timeline.Grid;
        _first = from.Resolve(timeline);
        _cycle = every.Months();

        // Both count months from a date with the same day, so a short month shortens both alike.
        _onGrid = _first.Day == _grid.Start.Day;
        _gridMonthOfFirst = MonthsBetween(_grid.Start, _first);
        _wholeMonths = CostTerm.MostMonths;
        Share = 1;
        if (term.Months is { } months)
        {
            _wholeMonths = months;
        }
        else if (term.Until is { } until)
        {
            _until = until;
            _wholeMonths = MonthsBetween(_first, until);
            if (_first.PlusMonths(_wholeMonths) > until)
            {
                _wholeMonths--;
            }

            _restDays = _wholeMonths < CostTerm.MostMonths && _first.PlusMonths(_wholeMonths) < until;
            _wholeMonths = Math.Min(_wholeMonths, CostTerm.MostMonths);
        }

        // Cycles that ended before the case are left out at once; the one that runs into it is kept for seats added in it.
        int past = Math.Max(0, -_gridMonthOfFirst - 1);
        Months = (past / _cycle * _cycle) - _cycle;
    }

    /// <summary>Months from the first date to this billing date.</summary>
    internal int Months { get; private set; }

    /// <summary>Whole years from the first date.</summary>
    internal readonly int Years => Months / 12;

    /// <summary>The part of the cycle that the term leaves: 1, or less in the last one.</summary>
    internal decimal Share { get; private set; }

    internal readonly LocalDate Date => _first.PlusMonths(Months);

    /// <summary>The first date after a full cycle.</summary>
    internal readonly LocalDate CycleEnd => _first.PlusMonths(Months + _cycle);

    /// <summary>The first date after what is paid for.</summary>
    internal readonly LocalDate PaidUntil => Months + _cycle <= _wholeMonths ? CycleEnd : _restDays ? _until : _first.PlusMonths(_wholeMonths);

    internal bool MoveNext()
    {
        Months += _cycle;
        int left = _wholeMonths - Months;
        if (left < 0 || (left == 0 && !_restDays))
        {
            return false;
        }

        if (left < _cycle)
        {
            Share = _restDays ? Period.DaysBetween(Date, _until) / (decimal)Period.DaysBetween(Date, CycleEnd) : left / (decimal)_cycle;
        }

        return _onGrid ? _gridMonthOfFirst + Months < _grid.Count : Date < _grid.End;
    }

    /// <summary>An amount on this billing date.</summary>
    internal readonly void Record(FlowRecorder recorder, decimal amount)
    {
        if (recorder.AsksForCover)
        {
            recorder.Covers(Date, PaidUntil);
        }

        if (!_onGrid)
        {
            recorder.On(Date, amount);
        }
        else if (_gridMonthOfFirst + Months >= 0)
        {
            recorder.AtMonthStart(_gridMonthOfFirst + Months, amount);
        }
        else if (recorder.AsksForCover)
        {
            // Before the grid, and for time that may reach into it.
            recorder.On(Date, amount);
        }
    }

    private static int MonthsBetween(LocalDate start, LocalDate end) => (12 * (end.Year - start.Year)) + end.Month - start.Month;
}
