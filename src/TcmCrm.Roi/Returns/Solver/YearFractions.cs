using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Returns;

/// <summary>Times of dated flows in years.</summary>
internal static partial class YearFractions
{
    /// <summary>Years from a base date, or from the earliest date when there is none.</summary>
    internal static double[] From(LocalDate? baseDate, LocalDate[] dates, DayCount dayCount)
    {
        var years = new double[dates.Length];
        if (dates.Length > 0)
        {
            LocalDate start = baseDate ?? dates.Min();
            for (int i = 0; i < dates.Length; i++)
            {
                years[i] = dayCount.YearFraction(start, dates[i]);
            }
        }

        return years;
    }

    internal static void CheckLengths(int amounts, int times)
    {
        if (amounts != times)
        {
            throw new ArgumentException(string.Format(
                CultureInfo.InvariantCulture, "There are {0} amounts and {1} times; each amount needs one.", amounts, times));
        }
    }
}
