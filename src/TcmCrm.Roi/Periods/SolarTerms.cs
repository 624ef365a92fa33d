using NodaTime;

namespace TcmCrm.Roi.Periods;

/// <summary>The dates of the 24 solar terms (节气) in Chinese standard time (UTC+8).</summary>
/// <remarks>
/// A term begins at the instant at which the sun's apparent geocentric longitude reaches its multiple of 15 degrees: VSOP87 as abridged by J. Meeus,
/// Astronomical Algorithms (2nd ed.), chapters 25 and 32 and appendix III, with aberration, the largest terms of the nutation, and the
/// difference between dynamical and universal time of F. Espenak and J. Meeus (2006). The longitude is good to about one second of arc, the
/// instant to about half a minute, so that a date can be one day off the almanac only when the term begins within a minute of midnight. All
/// 1,464 dates of 1990 to 2050 are tested against the almanac tables.
/// </remarks>
internal static class SolarTerms
{
    /// <summary>The date of a term in a Gregorian year.</summary>
    /// <param name="year">1901 to 2100.</param>
    /// <param name="term">The term.</param>
    /// <returns>The date in UTC+8 on which the term begins.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1901 to 2100, or the term is not a defined value.</exception>
    public static LocalDate DateOf(int year, SolarTerm term)
    {
        Check.InRange(year, SpringFestival.FirstYear, SpringFestival.LastYear);
        double julianDay = UniversalJulianDayOf(year, Check.Defined(term));

        // Julian days begin at noon UTC; 2451545.0 is 2000-01-01T12:00Z. UTC+8 midnight of 2000-01-01 is julian day 2451544.1666...
        int days = (int)Math.Floor(julianDay - 2451544.5 + (8.0 / 24.0));
        return new LocalDate(2000, 1, 1).PlusDays(days);
    }

    /// <summary>The Julian day, in universal time, at which a term begins.</summary>
    internal static double UniversalJulianDayOf(int year, SolarTerm term)
    {
        double target = (285.0 + (15.0 * (int)term)) % 360.0;

        // Start from the mean motion (within three days), then Newton: the sun moves about 0.9856 degrees a day.
        double day = 2451545.0 + (365.2422 * (year - 2000)) + 4.5 + (15.2184 * (int)term);
        for (int i = 0; i < 20; i++)
        {
            double error = (target - SunLongitude.ApparentDegrees(day)) % 360.0;
            error = error > 180.0 ? error - 360.0 : error < -180.0 ? error + 360.0 : error;
            double step = error * 365.2422 / 360.0;
            day += step;
            if (Math.Abs(step) < 1e-7)
            {
                break;
            }
        }

        return day - (SunLongitude.DynamicalMinusUniversalSeconds(year + (((int)term + 0.5) / 24.0)) / 86400.0);
    }
}
