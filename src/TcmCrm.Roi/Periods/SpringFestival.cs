using NodaTime;

namespace TcmCrm.Roi.Periods;

/// <summary>
/// The Spring Festival (春节, Chinese New Year's Day) of 1901 to 2100, and how much of it a calendar month holds: it moves between 21 January
/// and 21 February, and with it the trade of both months.
/// </summary>
/// <remarks>
/// The dates are those of .NET's <c>ChineseLunisolarCalendar</c>, kept as a table so that every runtime gives the same; a test compares the two.
/// They agree with the published tables from 1947 on. Before that sources differ by a day: the table of the R package <c>seasonal</c> has another
/// date in 1930, 1943 and 1946 (here 1930-01-30, 1943-02-05 and 1946-02-02), and before 1929 the calendar itself was reckoned from Peking's meridian.
/// </remarks>
public static class SpringFestival
{
    /// <summary>The first year with a date, 1901.</summary>
    public const int FirstYear = 1901;

    /// <summary>The last year with a date, 2100.</summary>
    public const int LastYear = 2100;

    /// <summary>The first year of the mean that <see cref="CenteredShareOfMonth"/> subtracts by default: from 1947 on all published tables agree.</summary>
    internal const int DefaultCentringFrom = 1947;

    internal const int DefaultCentringTo = 2030;

    // One character a year from 1901: the day after 20 January, as the distance from 'A' in the code table.
    private const string Days =
        "_TJ\\PFYNCVK^RGZODWM`TI\\QEYNDVK]RGZPEWL_TH[QFYNCVJ]RHZOEXL^TI[QFYNBUK]RH[ODWL^SI\\QFYN`UJ]RH[PDVL_SI\\QEXMCUJ^S"
        + "GZODVL_TI\\QFXMCVJ]RGYODWL_TI[PEXMCVK]RGZNDWM_TI[PEXNBUJ]QGZODWL_SH[QEXNCUJ]RGZOEVK^SH[QFXMBU";

    /// <summary>The date of the festival, the first day of the Chinese year that begins in a Gregorian year.</summary>
    /// <param name="year">1901 to 2100.</param>
    /// <returns>The date.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="year"/> is outside 1901 to 2100.</exception>
    public static LocalDate DateOf(int year)
    {
        Check.InRange(year, FirstYear, LastYear);
        return new LocalDate(year, 1, 20).PlusDays(Days[year - FirstYear] - 'A');
    }

    /// <summary>Whether the festival of a month's year falls into the month itself.</summary>
    /// <param name="month">A month of 1901 to 2100.</param>
    /// <returns>True for one month a year.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1901 to 2100.</exception>
    public static bool IsIn(YearMonth month) => DateOf(month.Year).Month == month.Month;

    /// <summary>The share of the festival's days that a month holds.</summary>
    /// <param name="month">A month of 1901 to 2100 (to 2099 for December).</param>
    /// <param name="firstDay">The first day of the window, counted from the festival: 0 is the day itself, -6 six days before.</param>
    /// <param name="lastDay">The last day of the window, inclusive; the default window is the festival and the six days after it.</param>
    /// <returns>Days of the window in the month over days of the window, 0 to 1. Over the months that the window touches the shares sum to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The year is outside 1901 to 2100, or a window day outside -30 to 30, or the window ends before it begins.
    /// </exception>
    public static double ShareOfMonth(YearMonth month, int firstDay = 0, int lastDay = 6)
    {
        Check.InRange(firstDay, -30, 30);
        Check.InRange(lastDay, firstDay, 30);

        // The festival lies 21 January to 21 February, so the window touches December of the year before up to March.
        int year = month.Month == 12 && month.Year < LastYear ? month.Year + 1 : month.Year;
        LocalDate festival = DateOf(year);
        int inside = 0;
        for (int day = firstDay; day <= lastDay; day++)
        {
            LocalDate date = festival.PlusDays(day);
            inside += date.Month == month.Month && date.Year == month.Year ? 1 : 0;
        }

        return (double)inside / (lastDay - firstDay + 1);
    }

    /// <summary>
    /// The share of the festival's days that a month holds, less the mean of that share over the same calendar month of many years: the moving part
    /// of the festival alone, the regressor of a seasonal model that already knows January and February.
    /// </summary>
    /// <param name="month">A month of 1901 to 2100.</param>
    /// <param name="firstDay">The first day of the window, counted from the festival.</param>
    /// <param name="lastDay">The last day of the window, inclusive.</param>
    /// <param name="meanFromYear">The first year of the mean, inclusive.</param>
    /// <param name="meanToYear">The last year of the mean, inclusive.</param>
    /// <returns>Between -1 and 1; over the months of one year the values sum to 0, over a calendar month of the years of the mean too.</returns>
    /// <remarks>As <c>genhol(..., center = "calendar")</c> of X-13ARIMA-SEATS.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A year is outside 1901 to 2100, the years are not in order, or the window is wrong.</exception>
    public static double CenteredShareOfMonth(
        YearMonth month, int firstDay = 0, int lastDay = 6, int meanFromYear = DefaultCentringFrom, int meanToYear = DefaultCentringTo)
    {
        Check.InRange(meanFromYear, FirstYear, LastYear);
        Check.InRange(meanToYear, meanFromYear, LastYear);
        double sum = 0;
        for (int year = meanFromYear; year <= meanToYear; year++)
        {
            sum += ShareOfMonth(new YearMonth(year, month.Month), firstDay, lastDay);
        }

        return ShareOfMonth(month, firstDay, lastDay) - (sum / (meanToYear - meanFromYear + 1));
    }
}
