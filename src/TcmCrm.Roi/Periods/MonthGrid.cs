using NodaTime;

namespace TcmCrm.Roi.Periods;

/// <summary>The months of a case, counted from its start: month k runs from start + k months, included, to start + (k + 1) months, excluded.</summary>
/// <remarks>Every boundary is counted from the start, never from the one before: from 31 January the months begin on 31 January, 28 or 29 February, 31 March.</remarks>
public sealed class MonthGrid
{
    private readonly LocalDate[] _boundaries;

    /// <summary>A grid of months.</summary>
    /// <param name="start">The first day of month 0.</param>
    /// <param name="count">How many months, 1 to 1,201 (a hundred years and a begun month).</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is outside its range, or the start is not of the ISO calendar or after the year 9898.</exception>
    public MonthGrid(LocalDate start, int count)
    {
        Check.Start(start);
        Check.InRange(count, 1, 1201);
        _boundaries = new LocalDate[count + 1];
        for (int month = 0; month <= count; month++)
        {
            _boundaries[month] = start.PlusMonths(month);
        }
    }

    /// <summary>The first day of month 0.</summary>
    public LocalDate Start => _boundaries[0];

    /// <summary>The first day after the last month.</summary>
    public LocalDate End => _boundaries[_boundaries.Length - 1];

    /// <summary>How many months there are.</summary>
    public int Count => _boundaries.Length - 1;

    /// <summary>The first day of a month; for <see cref="Count"/> the first day after the grid.</summary>
    /// <param name="month">0 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public LocalDate this[int month] => _boundaries[Check.InRange(month, 0, Count)];

    /// <summary>The smallest grid from a start that covers an evaluation period, its last month perhaps only in part.</summary>
    /// <param name="start">The first day of month 0.</param>
    /// <param name="period">The period to cover.</param>
    /// <exception cref="ArgumentNullException">The period is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The start is not of the ISO calendar or after the year 9898.</exception>
    public static MonthGrid Covering(LocalDate start, EvaluationPeriod period)
    {
        LocalDate end = Check.NotNull(period).EndFrom(start);
        int months = Math.Max(1, MonthsBetween(start, end));
        return new MonthGrid(start, start.PlusMonths(months) < end ? months + 1 : months);
    }

    /// <summary>The month that holds a date.</summary>
    /// <param name="date">Any date.</param>
    /// <returns>Its index, or -1 for a date before the grid, or <see cref="Count"/> for one on or after <see cref="End"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is not of the ISO calendar.</exception>
    public int IndexOf(LocalDate date)
    {
        if (Check.Iso(date) < Start)
        {
            return -1;
        }

        if (date >= End)
        {
            return Count;
        }

        int month = MonthsBetween(Start, date);
        return _boundaries[month] > date ? month - 1 : month;
    }

    /// <summary>The month that begins on a date.</summary>
    /// <param name="date">Any date.</param>
    /// <param name="month">Its index from 0 to <see cref="Count"/>, or -1.</param>
    /// <returns>True where a month begins on the date, or the grid ends on it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is not of the ISO calendar.</exception>
    public bool TryGetBoundary(LocalDate date, out int month)
    {
        month = date == End ? Count : IndexOf(date);
        if (month >= 0 && month <= Count && _boundaries[month] == date)
        {
            return true;
        }

        month = -1;
        return false;
    }

    /// <summary>Calendar months between, by year and month alone: at most one more than the whole months.</summary>
    private static int MonthsBetween(LocalDate start, LocalDate end) => (12 * (end.Year - start.Year)) + end.Month - start.Month;
}
