using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Periods;

/// <summary>
/// The dog days of summer (三伏), the season of the 三伏贴: 初伏 begins on the third 庚 day from the summer solstice (夏至) on, 中伏 on the fourth, 末伏 on the
/// first 庚 day from the start of autumn (立秋) on, each day inclusive; 末伏 lasts ten days. 中伏 lasts ten or twenty.
/// </summary>
public sealed class DogDays
{
    private DogDays(LocalDate first, LocalDate middle, LocalDate last)
    {
        First = first;
        Middle = middle;
        Last = last;
        Season = new CalendarSeason(first, last.PlusDays(10));
    }

    /// <summary>The first day of 初伏.</summary>
    public LocalDate First { get; }

    /// <summary>The first day of 中伏, ten days later.</summary>
    public LocalDate Middle { get; }

    /// <summary>The first day of 末伏.</summary>
    public LocalDate Last { get; }

    /// <summary>The whole of the dog days, 30 or 40 days.</summary>
    public CalendarSeason Season { get; }

    /// <summary>The dog days of a year.</summary>
    /// <param name="year">1901 to 2100.</param>
    /// <returns>Their dates.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="year"/> is outside 1901 to 2100.</exception>
    public static DogDays OfYear(int year)
    {
        LocalDate first = GengDayFrom(SolarTerms.DateOf(year, SolarTerm.SummerSolstice)).PlusDays(20);
        return new DogDays(first, first.PlusDays(10), GengDayFrom(SolarTerms.DateOf(year, SolarTerm.StartOfAutumn)));
    }

    /// <summary>An invariant text, such as <c>2025-07-20, 2025-07-30, 2025-08-09</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0:uuuu-MM-dd}, {1:uuuu-MM-dd}, {2:uuuu-MM-dd}", First, Middle, Last);

    /// <summary>The first 庚 day on or after a date. The ten stems run through the days without a break; 2000-01-01 was 戊午, the fifth stem.</summary>
    private static LocalDate GengDayFrom(LocalDate date)
    {
        int sinceMillennium = NodaTime.Period.DaysBetween(new LocalDate(2000, 1, 1), date);
        int stem = (((sinceMillennium + 4) % 10) + 10) % 10;
        return date.PlusDays((6 - stem + 10) % 10);
    }
}
