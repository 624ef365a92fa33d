namespace TcmCrm.Roi.Periods;

/// <summary>The sun's apparent geocentric longitude, good to about one second of arc for 1900 to 2100. Sources: see <see cref="SolarTerms"/>.</summary>
internal static class SunLongitude
{
    // VSOP87, earth's heliocentric longitude, as abridged in Meeus, appendix III: amplitude (1e-8 rad), phase (rad), frequency (rad a millennium).
    private static readonly double[] L0 =
    [
        175347046, 0, 0, 3341656, 4.6692568, 6283.07585, 34894, 4.6261, 12566.1517, 3497, 2.7441, 5753.3849, 3418, 2.8289, 3.5231,
        3136, 3.6277, 77713.7715, 2676, 4.4181, 7860.4194, 2343, 6.1352, 3930.2097, 1324, 0.7425, 11506.7698, 1273, 2.0371, 529.691,
        1199, 1.1096, 1577.3435, 990, 5.233, 5884.927, 902, 2.045, 26.298, 857, 3.508, 398.149, 780, 1.179, 5223.694,
        753, 2.533, 5507.553, 505, 4.583, 18849.228, 492, 4.205, 775.523, 357, 2.92, 0.067, 317, 5.849, 11790.629,
        284, 1.899, 796.298, 271, 0.315, 10977.079, 243, 0.345, 5486.778, 206, 4.806, 2544.314, 205, 1.869, 5573.143,
        202, 2.458, 6069.777, 156, 0.833, 213.299, 132, 3.411, 2942.463, 126, 1.083, 20.775, 115, 0.645, 0.98,
        103, 0.636, 4694.003, 102, 0.976, 15720.839, 102, 4.267, 7.114, 99, 6.21, 2146.17, 98, 0.68, 155.42,
        86, 5.98, 161000.69, 85, 1.3, 6275.96, 85, 3.67, 71430.7, 80, 1.81, 17260.15, 79, 3.04, 12036.46,
        75, 1.76, 5088.63, 74, 3.5, 3154.69, 74, 4.68, 801.82, 70, 0.83, 9437.76, 62, 3.98, 8827.39, 61, 1.82, 7084.9,
        57, 2.78, 6286.6, 56, 4.39, 14143.5, 56, 3.47, 6279.55, 52, 0.19, 12139.55, 52, 1.33, 1748.02, 51, 0.28, 5856.48,
        49, 0.49, 1194.45, 41, 5.37, 8429.24, 41, 2.4, 19651.05, 39, 6.17, 10447.39, 37, 6.04, 10213.29, 37, 2.57, 1059.38,
        36, 1.71, 2352.87, 36, 1.78, 6812.77, 33, 0.59, 17789.85, 30, 0.44, 83996.85, 30, 2.74, 1349.87, 25, 3.16, 4690.48,
    ];

    private static readonly double[] L1 =
    [
        628331966747, 0, 0, 206059, 2.678235, 6283.07585, 4303, 2.6351, 12566.1517, 425, 1.59, 3.523, 119, 5.796, 26.298,
        109, 2.966, 1577.344, 93, 2.59, 18849.23, 72, 1.14, 529.69, 68, 1.87, 398.15, 67, 4.41, 5507.55, 59, 2.89, 5223.69,
        56, 2.17, 155.42, 45, 0.4, 796.3, 36, 0.47, 775.52, 29, 2.65, 7.11, 21, 5.34, 0.98, 19, 1.85, 5486.78, 19, 4.97, 213.3,
    ];

    private static readonly double[] L2 = [52919, 0, 0, 8720, 1.0721, 6283.0758, 309, 0.867, 12566.152, 27, 0.05, 3.52];

    private static readonly double[] L3 = [289, 5.844, 6283.076, 35, 0, 0, 17, 5.49, 12566.15];

    /// <summary>The apparent longitude in degrees, 0 to 360, at a Julian day of dynamical time.</summary>
    public static double ApparentDegrees(double julianDay)
    {
        const double degrees = 180.0 / Math.PI;
        double t = (julianDay - 2451545.0) / 36525.0;
        double tau = t / 10.0;
        double earth = 1e-8 * (Sum(L0, tau) + (tau * (Sum(L1, tau) + (tau * (Sum(L2, tau) + (tau * Sum(L3, tau)))))));

        // The sun stands opposite; -0.09033" turns the dynamical frame into the FK5.
        double longitude = (earth * degrees) + 180.0 - (0.09033 / 3600.0);
        double node = (125.04452 - (1934.136261 * t)) / degrees;
        double sun = (280.4665 + (36000.7698 * t)) / degrees;
        double moon = (218.3165 + (481267.8813 * t)) / degrees;
        double nutation = (-17.20 * Math.Sin(node)) - (1.32 * Math.Sin(2 * sun)) - (0.23 * Math.Sin(2 * moon)) + (0.21 * Math.Sin(2 * node));
        double anomaly = (357.52911 + (35999.05029 * t)) / degrees;
        double distance = 1.00014 - (0.016708 * Math.Cos(anomaly)) - (0.00014 * Math.Cos(2 * anomaly));
        double apparent = (longitude + ((nutation - (20.4898 / distance)) / 3600.0)) % 360.0;
        return apparent < 0 ? apparent + 360.0 : apparent;
    }

    /// <summary>Dynamical less universal time in seconds; polynomials of Espenak and Meeus, NASA/TP-2006-214141.</summary>
    public static double DynamicalMinusUniversalSeconds(double year)
    {
        double t;
        if (year < 1920)
        {
            t = year - 1900;
            return -2.79 + (t * (1.494119 + (t * (-0.0598939 + (t * (0.0061966 - (t * 0.000197)))))));
        }

        if (year < 1941)
        {
            t = year - 1920;
            return 21.20 + (t * (0.84493 + (t * (-0.076100 + (t * 0.0020936)))));
        }

        if (year < 1961)
        {
            t = year - 1950;
            return 29.07 + (t * (0.407 + (t * ((-1.0 / 233.0) + (t / 2547.0)))));
        }

        if (year < 1986)
        {
            t = year - 1975;
            return 45.45 + (t * (1.067 - (t * ((1.0 / 260.0) + (t / 718.0)))));
        }

        t = year - 2000;
        if (year < 2005)
        {
            return 63.86 + (t * (0.3345 + (t * (-0.060374 + (t * (0.0017275 + (t * (0.000651814 + (t * 0.00002373599)))))))));
        }

        double century = (year - 1820.0) / 100.0;
        return year < 2050
            ? 62.92 + (t * (0.32217 + (t * 0.005589)))
            : -20.0 + (32.0 * century * century) - (0.5628 * (2150.0 - year));
    }

    private static double Sum(double[] terms, double tau)
    {
        double sum = 0;
        for (int i = terms.Length - 3; i >= 0; i -= 3)
        {
            sum += terms[i] * Math.Cos(terms[i + 1] + (terms[i + 2] * tau));
        }

        return sum;
    }
}
