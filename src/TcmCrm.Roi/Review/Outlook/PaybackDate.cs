using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>The date of a payback that is told in months from the start: whole months by the calendar, the rest by the days of that month.</summary>
internal static class PaybackDate
{
    /// <summary>A fraction that was to be a whole number of days is one, whatever its last bits.</summary>
    private const double Unseen = 1e-9;

    internal static Figure<LocalDate> Of(LocalDate start, Figure<double> months) => months.Select(count =>
    {
        int whole = (int)Math.Floor(count + Unseen);
        LocalDate from = start.PlusMonths(whole);
        int days = Period.DaysBetween(from, start.PlusMonths(whole + 1));
        return from.PlusDays((int)Math.Floor((Math.Max(0, count - whole) * days) + Unseen));
    });
}
