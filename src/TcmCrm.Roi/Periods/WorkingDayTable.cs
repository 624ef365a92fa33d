using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Periods;

/// <summary>
/// Which days are worked: Monday to Friday, less the public holidays, plus the weekend days that are worked in exchange (调休). The State Council
/// announces them year by year, so the host supplies them; nothing is built in, and nothing is guessed outside the range covered.
/// </summary>
public sealed class WorkingDayTable
{
    private readonly HashSet<LocalDate> _daysOff;
    private readonly HashSet<LocalDate> _workedWeekends;

    /// <summary>A table for a range of days.</summary>
    /// <param name="start">The first day covered, inclusive.</param>
    /// <param name="end">The day after the last one covered, exclusive.</param>
    /// <param name="daysOff">The public holidays; those on a weekend change nothing. Each inside the range.</param>
    /// <param name="workedWeekendDays">The Saturdays and Sundays that are worked, each inside the range.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The range is empty, a date is outside it or in both lists, or a worked weekend day is not on a weekend.</exception>
    public WorkingDayTable(LocalDate start, LocalDate end, IEnumerable<LocalDate> daysOff, IEnumerable<LocalDate> workedWeekendDays)
    {
        if (end <= start)
        {
            throw Check.OutOfRange(nameof(end), end, string.Format(CultureInfo.InvariantCulture, "after {0:uuuu-MM-dd}", start), new Message("range.afterDate", MessageArgument.Date("date", start)));
        }

        Start = start;
        End = end;
        _daysOff = [.. Check.NotNull(daysOff)];
        _workedWeekends = [.. Check.NotNull(workedWeekendDays)];
        foreach (LocalDate date in _daysOff)
        {
            CheckInside(date, nameof(daysOff));
        }

        foreach (LocalDate date in _workedWeekends)
        {
            CheckInside(date, nameof(workedWeekendDays));
            if (!IsWeekend(date))
            {
                throw Wrong("{0:uuuu-MM-dd} is a {1}; allowed: Saturday or Sunday.", date, nameof(workedWeekendDays));
            }

            if (_daysOff.Contains(date))
            {
                throw Wrong("{0:uuuu-MM-dd} ({1}) is both a day off and worked.", date, nameof(workedWeekendDays));
            }
        }
    }

    /// <summary>The first day covered, inclusive.</summary>
    public LocalDate Start { get; }

    /// <summary>The day after the last one covered, exclusive.</summary>
    public LocalDate End { get; }

    /// <summary>Whether the whole of a month is covered.</summary>
    /// <param name="month">Any month.</param>
    /// <returns>True when every day of it is; false for a month of another calendar than the ISO calendar.</returns>
    public bool Covers(YearMonth month) => month.Calendar == CalendarSystem.Iso && month.OnDayOfMonth(1) >= Start && month < End.ToYearMonth();

    /// <summary>Whether a day is worked.</summary>
    /// <param name="date">A day from <see cref="Start"/>, inclusive, to <see cref="End"/>, exclusive.</param>
    /// <returns>True for a working day.</returns>
    /// <exception cref="ArgumentException">The day is not covered.</exception>
    public bool IsWorkingDay(LocalDate date)
    {
        CheckInside(date, nameof(date));
        return IsWeekend(date) ? _workedWeekends.Contains(date) : !_daysOff.Contains(date);
    }

    /// <summary>The number of working days of a month.</summary>
    /// <param name="month">A month that is covered as a whole.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentException">The month is not covered as a whole.</exception>
    public int WorkingDaysIn(YearMonth month)
    {
        // The day after December 9999 is no date.
        LocalDate last = month.ToDateInterval().End;
        CheckInside(last, nameof(month));
        return WorkingDaysBetween(month.OnDayOfMonth(1), last) + (IsWorkingDay(last) ? 1 : 0);
    }

    /// <summary>The number of working days of a range.</summary>
    /// <param name="start">The first day, inclusive; covered.</param>
    /// <param name="end">The day after the last, exclusive; not before <paramref name="start"/>, at most <see cref="End"/>.</param>
    /// <returns>The number; 0 for an empty range.</returns>
    /// <exception cref="ArgumentException">A day is not covered, or the range runs backwards.</exception>
    public int WorkingDaysBetween(LocalDate start, LocalDate end)
    {
        if (end < start || start < Start || end > End)
        {
            throw new ArgumentException(
                string.Format(
                    CultureInfo.InvariantCulture, "[{0:uuuu-MM-dd}, {1:uuuu-MM-dd}) is not inside the range covered, [{2:uuuu-MM-dd}, {3:uuuu-MM-dd}).", start, end, Start, End),
                nameof(end));
        }

        int count = 0;
        for (LocalDate date = start; date < end; date = date.PlusDays(1))
        {
            count += IsWorkingDay(date) ? 1 : 0;
        }

        return count;
    }

    /// <summary>An invariant text with the range covered.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "working days [{0:uuuu-MM-dd}, {1:uuuu-MM-dd})", Start, End);

    private static bool IsWeekend(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    private static ArgumentException Wrong(string format, LocalDate date, string name) =>
        new(string.Format(CultureInfo.InvariantCulture, format, date, date.DayOfWeek), name);

    private void CheckInside(LocalDate date, string name)
    {
        if (date < Start || date >= End)
        {
            throw new ArgumentException(
                string.Format(CultureInfo.InvariantCulture, "{0:uuuu-MM-dd} is outside the range covered, [{1:uuuu-MM-dd}, {2:uuuu-MM-dd}).", date, Start, End), name);
        }
    }
}
