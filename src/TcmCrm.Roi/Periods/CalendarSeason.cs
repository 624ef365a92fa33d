using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Periods;

/// <summary>A season of the trade: a stretch of days that starts and ends on dates of its own in every year.</summary>
public sealed class CalendarSeason
{
    /// <summary>A season.</summary>
    /// <param name="start">The first day, inclusive.</param>
    /// <param name="end">The day after the last, exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is not after <paramref name="start"/>.</exception>
    public CalendarSeason(LocalDate start, LocalDate end)
    {
        if (end <= start)
        {
            throw Check.OutOfRange(nameof(end), end, string.Format(CultureInfo.InvariantCulture, "after {0:uuuu-MM-dd}", start));
        }

        Start = start;
        End = end;
        Days = NodaTime.Period.DaysBetween(start, end);
    }

    /// <summary>The first day, inclusive.</summary>
    public LocalDate Start { get; }

    /// <summary>The day after the last, exclusive.</summary>
    public LocalDate End { get; }

    /// <summary>The number of days, at least 1.</summary>
    public int Days { get; }

    /// <summary>Whether a day belongs to the season.</summary>
    /// <param name="date">Any date.</param>
    /// <returns>True from <see cref="Start"/>, inclusive, to <see cref="End"/>, exclusive.</returns>
    public bool Contains(LocalDate date) => date >= Start && date < End;

    /// <summary>The share of the season's days that a month holds, for a regressor or for spreading a yearly figure.</summary>
    /// <param name="month">Any month.</param>
    /// <returns>0 to 1; over all months it sums to 1.</returns>
    public double ShareOfMonth(YearMonth month)
    {
        LocalDate first = month.OnDayOfMonth(1);
        LocalDate from = LocalDate.Max(first, Start);
        LocalDate to = LocalDate.Min(first.PlusMonths(1), End);
        return to <= from ? 0 : (double)NodaTime.Period.DaysBetween(from, to) / Days;
    }

    /// <summary>An invariant text, such as <c>[2025-07-20, 2025-08-19)</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "[{0:uuuu-MM-dd}, {1:uuuu-MM-dd})", Start, End);
}
