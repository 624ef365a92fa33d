using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Measures;

/// <summary>The columns of Forrester's Total Economic Impact: initial, then years counted from there, the last perhaps in part.</summary>
internal sealed class TeiColumns
{
    private readonly LocalDate _initialUntil;
    private readonly LocalDate[] _ends;
    private readonly double[] _factors;

    internal TeiColumns(LocalDate initialUntil, LocalDate end, double rate)
    {
        _initialUntil = initialUntil;
        var ends = new List<LocalDate>();
        while (initialUntil.PlusYears(ends.Count) < end)
        {
            ends.Add(initialUntil.PlusYears(ends.Count + 1));
        }

        _ends = [.. ends];
        _factors = new double[_ends.Length + 1];
        _factors[0] = 1;
        for (int year = 1; year < _factors.Length; year++)
        {
            bool isWhole = _ends[year - 1] <= end;
            _factors[year] = Math.Pow(1 + rate, -(isWhole ? year : (double)DateSpans.Months(initialUntil, end) / 12));
        }
    }

    /// <summary>The sum of a side within the period, column by column, each discounted from its time.</summary>
    internal double PresentValueOf(PeriodResult result, FlowSide side)
    {
        var columns = new decimal[_factors.Length];
        result.Visit(side, (date, amount) => columns[ColumnOf(date)] += amount);
        double value = 0;
        for (int column = 0; column < columns.Length; column++)
        {
            value += (double)columns[column] * _factors[column];
        }

        return value;
    }

    /// <summary>The initial column holds its last day; every other begins with an anniversary of it.</summary>
    private int ColumnOf(LocalDate date)
    {
        int column = 0;
        if (date > _initialUntil)
        {
            for (column = 1; column < _ends.Length && _ends[column - 1] <= date; column++)
            {
            }
        }

        return column;
    }
}
