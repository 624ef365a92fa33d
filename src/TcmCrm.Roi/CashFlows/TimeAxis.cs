using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.CashFlows;

/// <summary>From when each flow of a case is discounted: years from the start, and discount factors (1 + r)^-t.</summary>
/// <remarks>The times of the grid are computed once for all items; only flows between grid dates are computed one by one.</remarks>
internal sealed class TimeAxis
{
    private const double MonthsPerYear = 12;

    private readonly MonthGrid _grid;
    private readonly FlowTiming _timing;
    private readonly DayCount _dayCount;
    private readonly double? _rate;
    private readonly double[] _yearsAtStart;
    private readonly double[] _yearsThrough;
    private readonly double[] _factorAtStart;
    private readonly double[] _factorThrough;

    internal TimeAxis(MonthGrid grid, FlowTiming timing, DayCount dayCount, decimal? rate)
    {
        _grid = grid;
        _timing = timing;
        _dayCount = dayCount;
        _rate = (double?)rate;
        _yearsAtStart = new double[grid.Count];
        _factorAtStart = new double[grid.Count];
        bool isDated = timing == FlowTiming.Dated;
        _yearsThrough = isDated ? new double[grid.Count] : _yearsAtStart;
        _factorThrough = isDated ? new double[grid.Count] : _factorAtStart;
        for (int month = 0; month < grid.Count; month++)
        {
            _yearsAtStart[month] = YearsOn(month, grid[month]);
            _factorAtStart[month] = Factor(_yearsAtStart[month]);
            if (isDated)
            {
                _yearsThrough[month] = YearsOn(month, grid[month + 1].PlusDays(-1));
                _factorThrough[month] = Factor(_yearsThrough[month]);
            }
        }
    }

    /// <summary>Whether there is a discount rate.</summary>
    internal bool IsDiscounted => _rate is not null;

    /// <summary>Years of a flow on the first day of a month; a flow on the start date is at 0 under every timing.</summary>
    internal double YearsAtStart(int month) => month == 0 ? 0 : _yearsAtStart[month];

    internal double FactorAtStart(int month) => month == 0 ? 1 : _factorAtStart[month];

    /// <summary>Years of a flow that accrues in the course of a month.</summary>
    internal double YearsThrough(int month) => _yearsThrough[month];

    internal double FactorThrough(int month) => _factorThrough[month];

    /// <summary>Years of a flow on any day of a month but the start date.</summary>
    internal double YearsOn(int month, LocalDate date) => _timing switch
    {
        FlowTiming.Dated => _dayCount.YearFraction(_grid.Start, date),
        FlowTiming.StartOfMonth => month / MonthsPerYear,
        FlowTiming.MidMonth => (month + 0.5) / MonthsPerYear,
        FlowTiming.EndOfMonth => (month + 1) / MonthsPerYear,
        _ => (month / 12) + 1,
    };

    /// <summary>(1 + r)^-t; 1 where there is no rate.</summary>
    internal double Factor(double years) => _rate is { } rate ? Math.Pow(1 + rate, -years) : 1;
}
