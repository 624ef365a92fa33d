namespace TcmCrm.Roi.Statistics;

/// <summary>The standard normal distribution; relative error below 1e-14 in both tails.</summary>
internal static class NormalDistribution
{
    private const double InverseSqrtTwoPi = 0.39894228040143267793994605993438;

    /// <summary>Density at z.</summary>
    public static double Density(double z) => InverseSqrtTwoPi * ExpOfMinusHalfSquare(z);

    /// <summary>P(Z &lt;= z).</summary>
    public static double Cdf(double z) => UpperTail(-z);

    /// <summary>P(Z &gt; z).</summary>
    public static double UpperTail(double z)
    {
        if (z < 0.0)
        {
            return 1.0 - UpperTail(-z);
        }

        if (z < 1.4)
        {
            // P(0 < Z < z) by a series with positive terms only (Abramowitz and Stegun 26.2.11).
            double square = z * z;
            double term = z;
            double sum = z;
            for (int n = 1; term > 1e-17 * sum; n++)
            {
                term *= square / (2 * n + 1);
                sum += term;
            }

            return 0.5 - InverseSqrtTwoPi * Math.Exp(-0.5 * square) * sum;
        }

        if (z > 38.6)
        {
            return 0.0;
        }

        // Continued fraction 26.2.14, evaluated from its tail; the number of terms is what z = 1.4 needs for 1e-16, fewer further out.
        int terms = 12 + (int)(380.0 / (z * z));
        double fraction = z;
        for (int k = terms; k >= 1; k--)
        {
            fraction = z + k / fraction;
        }

        return Density(z) / fraction;
    }

    /// <summary>P(|Z| &gt; |z|), the two-sided p-value of z.</summary>
    public static double TwoSidedP(double z) => 2.0 * UpperTail(Math.Abs(z));

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

    /// <summary>exp(-z^2/2) with z^2 formed in two pieces: its rounding error would grow to 1e-13 in the far tail.</summary>
    private static double ExpOfMinusHalfSquare(double z)
    {
        double head = (float)z;
        return Math.Exp(-0.5 * head * head) * Math.Exp(-0.5 * (z - head) * (z + head));
    }
}
