using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Returns;

internal static partial class YearFractions
{
    internal static void FromEarliest(ReadOnlySpan<LocalDate> dates, DayCount dayCount, Span<double> years)
    {
        if (dates.IsEmpty)
        {
            return;
        }

        LocalDate earliest = dates[0];
        foreach (LocalDate date in dates)
        {
            earliest = date < earliest ? date : earliest;
        }

        for (int i = 0; i < dates.Length; i++)
        {
            years[i] = dayCount.YearFraction(earliest, dates[i]);
        }
    }
}
