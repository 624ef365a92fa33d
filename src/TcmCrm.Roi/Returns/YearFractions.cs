using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Returns;

/// <summary>Times of dated flows in years.</summary>
internal static partial class YearFractions
{
    internal static double[] FromEarliest(LocalDate[] dates, DayCount dayCount)
    {
        var years = new double[dates.Length];
        if (dates.Length > 0)
        {
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

        return years;
    }
}
