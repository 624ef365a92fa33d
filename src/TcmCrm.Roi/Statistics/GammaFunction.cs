namespace TcmCrm.Roi.Statistics;

/// <summary>Logarithm of the gamma function for positive arguments.</summary>
internal static class GammaFunction
{
    internal const double LogSqrtTwoPi = 0.91893853320467274178032973640562;

    /// <summary>ln Gamma(x), x &gt; 0; absolute error about 1e-15 near its zeros at 1 and 2, relative error about 1e-15 elsewhere.</summary>
    public static double LogGamma(double x) => (x - 0.5) * Math.Log(x) - x + LogSqrtTwoPi + StirlingError(x);

    /// <summary>
    /// ln Gamma(x + 1) - [(x + 1/2) ln x - x + ln sqrt(2 pi)], x &gt; 0: what Stirling's formula leaves out. Products and ratios of gamma
    /// functions are formed from these remainders, so that the large leading terms never cancel (C. Loader, "Fast and accurate
    /// computation of binomial probabilities", 2000).
    /// </summary>
    public static double StirlingError(double x)
    {
        double shift = 0.0;
        while (x < 10.0)
        {
            shift += (x + 0.5) * ElementaryFunctions.LogOnePlus(1.0 / x) - 1.0;
            x += 1.0;
        }

        // Asymptotic series B_2k / (2k (2k-1) x^(2k-1)); the first term left out is below 2e-17 at x = 10.
        double r = 1.0 / (x * x);
        double sum = (1.0 / 12.0 - r * (1.0 / 360.0 - r * (1.0 / 1260.0 - r * (1.0 / 1680.0 - r * (1.0 / 1188.0
            - r * (691.0 / 360360.0 - r * (1.0 / 156.0 - r * (3617.0 / 122400.0)))))))) / x;
        return sum + shift;
    }
}
