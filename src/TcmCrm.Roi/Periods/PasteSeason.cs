namespace TcmCrm.Roi.Periods;

/// <summary>The winter season of herbal paste (膏方).</summary>
/// <remarks>
/// There is no official definition. The trade's custom, from the start of winter (立冬) to the start of spring (立春), is the default; the bounds are
/// parameters, because a house that opens its paste season at 霜降 or closes it at 大寒 has to be measured by its own.
/// </remarks>
public static class PasteSeason
{
    /// <summary>The season that begins in a year and ends in the next.</summary>
    /// <param name="year">The year in which the season begins, 1901 to 2099.</param>
    /// <param name="from">The term that opens it, inclusive.</param>
    /// <param name="to">The term of the next year that closes it, exclusive.</param>
    /// <returns>The season.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1901 to 2099, or a term is not a defined value.</exception>
    public static CalendarSeason StartingIn(int year, SolarTerm from = SolarTerm.StartOfWinter, SolarTerm to = SolarTerm.StartOfSpring)
    {
        Check.InRange(year, SpringFestival.FirstYear, SpringFestival.LastYear - 1);
        return new CalendarSeason(SolarTerms.DateOf(year, from), SolarTerms.DateOf(year + 1, to));
    }
}
