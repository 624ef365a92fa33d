using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace TcmCrm.Roi.Periods;

/// <summary>Year fractions by the day counts of <see cref="DayCount"/>.</summary>
public static class DayCounts
{
    /// <summary>The years from one date to another.</summary>
    /// <param name="dayCount">The convention.</param>
    /// <param name="start">The date that counts as 0.</param>
    /// <param name="end">The other date; before <paramref name="start"/> the result is negative, the same as with the dates exchanged but for the sign.</param>
    /// <returns>Years as a number; 0 where the dates are the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The convention is not a named value, or a date is not of the ISO calendar or outside the years -9997 to 9998.</exception>
    public static double YearFraction(this DayCount dayCount, LocalDate start, LocalDate end)
    {
        Day(start);
        Day(end);
        if (end < start)
        {
            return -YearFraction(dayCount, end, start);
        }

        return dayCount switch
        {
            DayCount.Anniversary => Anniversary(start, end),
            DayCount.Actual365Fixed => Days(start, end) / 365.0,
            DayCount.ActualActualIsda => ActualActualIsda(start, end),
            DayCount.Thirty360 => Thirty360(start, end),
            _ => throw Check.OutOfRange(nameof(dayCount), dayCount, "a named day count", AllowedRange.OneOf(string.Join(", ", Enum.GetNames(typeof(DayCount))))),
        };
    }

    // The anniversary after the last date must be a date too.
    private static void Day(LocalDate date, [CallerArgumentExpression(nameof(date))] string name = "")
    {
        if (Check.Iso(date, name).Year is > 9998 or < -9997)
        {
            throw Check.OutOfRange(name, date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), "from -9997-01-01 to 9998-12-31",
            new Message("range.datesTo", MessageArgument.Date("last", new LocalDate(9998, 12, 31))));
        }
    }

    private static int Days(LocalDate start, LocalDate end) => Period.DaysBetween(start, end);

    private static double Anniversary(LocalDate start, LocalDate end)
    {
        int years = end.Year - start.Year;
        LocalDate anniversary = start.PlusYears(years);
        if (anniversary > end)
        {
            anniversary = start.PlusYears(--years);
        }

        int days = Days(anniversary, end);
        return days == 0 ? years : years + (days / (double)Days(anniversary, start.PlusYears(years + 1)));
    }

    private static double ActualActualIsda(LocalDate start, LocalDate end)
    {
        if (start.Year == end.Year)
        {
            return Days(start, end) / (double)DaysInYear(start.Year);
        }

        double first = Days(start, new LocalDate(start.Year + 1, 1, 1)) / (double)DaysInYear(start.Year);
        double last = Days(new LocalDate(end.Year, 1, 1), end) / (double)DaysInYear(end.Year);
        return first + (end.Year - start.Year - 1) + last;
    }

    private static double Thirty360(LocalDate start, LocalDate end)
    {
        int startDay = Math.Min(start.Day, 30);
        int endDay = end.Day == 31 && startDay == 30 ? 30 : end.Day;
        return ((360 * (end.Year - start.Year)) + (30 * (end.Month - start.Month)) + (endDay - startDay)) / 360.0;
    }

    private static int DaysInYear(int year) => CalendarSystem.Iso.GetDaysInYear(year);
}
