using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Periods;

/// <summary>A season of the trade: a stretch of days that starts and ends on dates of its own in every year.</summary>
public sealed class CalendarSeason
{
    /// <summary>A season.</summary>
    /// <param name="start">The first day, inclusive.</param>
    /// <param name="end">The day after the last, exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is not after <paramref name="start"/>, or a date is not of the ISO calendar or after the year 9898.</exception>
    public CalendarSeason(LocalDate start, LocalDate end)
    {
        Check.Start(start);
        Check.Start(end);
        if (end <= start)
        {
            throw Check.OutOfRange(nameof(end), end, string.Format(CultureInfo.InvariantCulture, "after {0:uuuu-MM-dd}", start), new Message("range.afterDate", MessageArgument.Date("date", start)));
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

    /// <summary>
    /// The dog days of summer (三伏), the season of the 三伏贴: 初伏 begins on the third 庚 day from the summer solstice (夏至) on, 中伏 on the fourth, 末伏 on the first 庚
    /// day from the start of autumn (立秋) on, each day inclusive; 末伏 lasts ten days.
    /// </summary>
    /// <param name="year">1901 to 2100.</param>
    /// <returns>30 or 40 days: 初伏 is the first ten, 末伏 the last ten, 中伏 the ten or twenty between.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="year"/> is outside 1901 to 2100.</exception>
    public static CalendarSeason DogDays(int year)
    {
        LocalDate first = GengDayFrom(SolarTerms.DateOf(year, SolarTerm.SummerSolstice)).PlusDays(20);
        return new CalendarSeason(first, GengDayFrom(SolarTerms.DateOf(year, SolarTerm.StartOfAutumn)).PlusDays(10));
    }

    /// <summary>The winter season of herbal paste (膏方).</summary>
    /// <param name="year">The year in which the season begins, 1901 to 2099.</param>
    /// <param name="from">The term that opens it, inclusive.</param>
    /// <param name="to">The term of the next year that closes it, exclusive.</param>
    /// <returns>The season, which ends in the next year.</returns>
    /// <remarks>
    /// There is no official definition. The trade's custom, from the start of winter (立冬) to the start of spring (立春), is the default; the bounds are
    /// parameters, because a house that opens its paste season at 霜降 or closes it at 大寒 has to be measured by its own.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1901 to 2099, or a term is not a defined value.</exception>
    public static CalendarSeason HerbalPaste(int year, SolarTerm from = SolarTerm.StartOfWinter, SolarTerm to = SolarTerm.StartOfSpring)
    {
        Check.InRange(year, SpringFestival.FirstYear, SpringFestival.LastYear - 1);
        return new CalendarSeason(SolarTerms.DateOf(year, from), SolarTerms.DateOf(year + 1, to));
    }

    /// <summary>Whether a day belongs to the season.</summary>
    /// <param name="date">Any date.</param>
    /// <returns>True from <see cref="Start"/>, inclusive, to <see cref="End"/>, exclusive.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is not of the ISO calendar.</exception>
    public bool Contains(LocalDate date) => Check.Iso(date) >= Start && date < End;

    /// <summary>The share of the season's days that a month holds, for a regressor or for spreading a yearly figure.</summary>
    /// <param name="month">Any month.</param>
    /// <returns>0 to 1; over all months it sums to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The month is not of the ISO calendar.</exception>
    public double ShareOfMonth(YearMonth month)
    {
        LocalDate first = Check.Iso(month).OnDayOfMonth(1);
        if (first >= End)
        {
            return 0;
        }

        LocalDate from = LocalDate.Max(first, Start);
        LocalDate to = LocalDate.Min(first.PlusMonths(1), End);
        return to <= from ? 0 : (double)NodaTime.Period.DaysBetween(from, to) / Days;
    }

    /// <summary>An invariant text, such as <c>[2025-07-20, 2025-08-19)</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "[{0:uuuu-MM-dd}, {1:uuuu-MM-dd})", Start, End);

    /// <summary>The first 庚 day on or after a date. The ten stems run through the days without a break; 2000-01-01 was 戊午, the fifth stem.</summary>
    private static LocalDate GengDayFrom(LocalDate date)
    {
        int sinceMillennium = NodaTime.Period.DaysBetween(new LocalDate(2000, 1, 1), date);
        int stem = (((sinceMillennium + 4) % 10) + 10) % 10;
        return date.PlusDays((6 - stem + 10) % 10);
    }
}
