using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Returns;

internal static partial class YearFractions
{
    internal static void From(LocalDate? baseDate, ReadOnlySpan<LocalDate> dates, DayCount dayCount, Span<double> years)
    {
        if (dates.IsEmpty)
        {
            return;
        }

        LocalDate start = baseDate ?? dates[0];
        for (int i = 1; baseDate is null && i < dates.Length; i++)
        {
            start = dates[i] < start ? dates[i] : start;
        }

        for (int i = 0; i < dates.Length; i++)
        {
            years[i] = dayCount.YearFraction(start, dates[i]);
        }
    }
}
