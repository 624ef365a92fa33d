namespace TcmCrm.Roi.Statistics;

/// <summary>The standard normal distribution; relative error below 1e-14 in both tails.</summary>
internal static class NormalDistribution
{
    private const double SqrtTwo = 1.4142135623730950488016887242097;
    private const double InverseSqrtTwoPi = 0.39894228040143267793994605993438;
    private const double InverseSqrtPi = 0.56418958354775628694807945156077;

    /// <summary>Density at z.</summary>
    public static double Density(double z) => InverseSqrtTwoPi * ExpOfMinusSquare(z / SqrtTwo);

    /// <summary>P(Z &lt;= z).</summary>
    public static double Cdf(double z) => 0.5 * ComplementaryError(-z / SqrtTwo);

    /// <summary>P(Z &gt; z).</summary>
    public static double UpperTail(double z) => 0.5 * ComplementaryError(z / SqrtTwo);

    /// <summary>P(|Z| &gt; |z|), the two-sided p-value of z.</summary>
    public static double TwoSidedP(double z) => ComplementaryError(Math.Abs(z) / SqrtTwo);

    /// <summary>The z with P(|Z| &lt;= z) = confidence, 0 &lt; confidence &lt; 1; 1.96 for 0.95.</summary>
    public static double TwoSidedCritical(double confidence)
    {
        if (!(confidence > 0.0) || !(confidence < 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence level must lie strictly between 0 and 1.");
        }

        return -Quantile((1.0 - confidence) / 2.0);
    }

    /// <summary>The z with P(Z &lt;= z) = p; minus or plus infinity at p = 0 or 1.</summary>
    public static double Quantile(double p)
    {
        if (!(p >= 0.0) || !(p <= 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "The probability must lie in [0, 1].");
        }

        if (p == 0.0 || p == 1.0)
        {
            return p == 0.0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        if (p > 0.5)
        {
            return -Quantile(1.0 - p);
        }

        // Start within 0.0005 (Abramowitz & Stegun 26.2.23), then Halley steps on the log of the tail: cubic, and exact to rounding.
        double t = Math.Sqrt(-2.0 * Math.Log(p));
        double z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        for (int i = 0; i < 4; i++)
        {
            double tail = UpperTail(z);
            double error = Math.Log(tail / p);
            double slope = Density(z) / tail;
            double step = error / slope;
            double curvature = slope - z;
            double correction = step / (1.0 - 0.5 * step * curvature);
            z += correction;
            if (Math.Abs(correction) <= 1e-15 * Math.Abs(z))
            {
                break;
            }
        }

        return -z;
    }

    /// <summary>erfc(x) = 2/sqrt(pi) times the integral of exp(-t^2) from x to infinity.</summary>
    internal static double ComplementaryError(double x)
    {
        if (x < 0.0)
        {
            return 2.0 - ComplementaryError(-x);
        }

        if (x < 1.0)
        {
            // Series with positive terms only: erf(x) = 2/sqrt(pi) exp(-x^2) sum 2^n x^(2n+1) / (2n+1)!!  (DLMF 7.6.2).
            double square = x * x;
            double term = x;
            double sum = x;
            for (int n = 1; term > 1e-17 * sum; n++)
            {
                term *= 2.0 * square / (2 * n + 1);
                sum += term;
            }

            return 1.0 - 2.0 * InverseSqrtPi * Math.Exp(-square) * sum;
        }

        if (x > 27.3)
        {
            return 0.0;
        }

        // Continued fraction DLMF 7.9.1, evaluated from the tail; the number of terms is what x = 1 needs for 1e-16, fewer further out.
        int terms = 12 + (int)(190.0 / (x * x));
        double fraction = x;
        for (int k = terms; k >= 1; k--)
        {
            fraction = x + 0.5 * k / fraction;
        }

        return InverseSqrtPi * ExpOfMinusSquare(x) / fraction;
    }

    /// <summary>exp(-x^2) with x^2 formed in two pieces: its rounding error would grow to 1e-13 at x = 27.</summary>
    private static double ExpOfMinusSquare(double x)
    {
        double head = (float)x;
        return Math.Exp(-head * head) * Math.Exp(-(x - head) * (x + head));
    }
}
