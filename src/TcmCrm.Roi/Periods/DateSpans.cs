using NodaTime;

namespace TcmCrm.Roi.Periods;

/// <summary>Distances of dates in whole years and in months, which no day count changes.</summary>
internal static class DateSpans
{
    /// <summary>How many anniversaries of a date come up to and including another; 0 where it lies before.</summary>
    internal static int WholeYears(LocalDate start, LocalDate end)
    {
        int years = Math.Max(0, end.Year - start.Year);
        return years > 0 && start.PlusYears(years) > end ? years - 1 : years;
    }

    /// <summary>Whole months, counted from the first date, up to and including the second; 0 where it lies before.</summary>
    internal static int WholeMonths(LocalDate start, LocalDate end)
    {
        int months = Math.Max(0, (12 * (end.Year - start.Year)) + end.Month - start.Month);
        return months > 0 && start.PlusMonths(months) > end ? months - 1 : months;
    }

    /// <summary>Months from one date to another: whole months, then days over the length of the running month; 0 where it lies before.</summary>
    internal static decimal Months(LocalDate start, LocalDate end)
    {
        int whole = WholeMonths(start, end);
        LocalDate from = start.PlusMonths(whole);
        return end <= from ? whole : whole + (Period.DaysBetween(from, end) / (decimal)Period.DaysBetween(from, start.PlusMonths(whole + 1)));
    }
}
