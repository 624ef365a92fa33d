namespace TcmCrm.Roi.Statistics;

/// <summary>Student's t distribution; the degrees of freedom may be any positive number, whole or not.</summary>
internal static class StudentT
{
    /// <summary>P(|T| &gt; |t|), the two-sided p-value of t.</summary>
    public static double TwoSidedP(double t, double degreesOfFreedom)
    {
        CheckDegrees(degreesOfFreedom);
        double size = Math.Abs(t);
        if (double.IsInfinity(size))
        {
            return 0.0;
        }

        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return NormalDistribution.TwoSidedP(t);
        }

        (double x, double y) = Arguments(size, degreesOfFreedom);
        return x == 0.0 ? 0.0 : y == 0.0 ? 1.0 : BetaFunction.Regularized(0.5 * degreesOfFreedom, 0.5, x, y, PowerTerm(size, degreesOfFreedom));
    }

    /// <summary>P(T &lt;= t).</summary>
    public static double Cdf(double t, double degreesOfFreedom)
    {
        double half = 0.5 * TwoSidedP(t, degreesOfFreedom);
        return t < 0.0 ? half : 1.0 - half;
    }

    /// <summary>P(T &gt; t).</summary>
    public static double UpperTail(double t, double degreesOfFreedom) => Cdf(-t, degreesOfFreedom);

    /// <summary>The t with P(|T| &lt;= t) = confidence, 0 &lt; confidence &lt; 1.</summary>
    public static double TwoSidedCritical(double confidence, double degreesOfFreedom)
    {
        if (!(confidence > 0.0) || !(confidence < 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence level must lie strictly between 0 and 1.");
        }

        return -Quantile((1.0 - confidence) / 2.0, degreesOfFreedom);
    }

    /// <summary>The t with P(T &lt;= t) = p; minus or plus infinity at p = 0 or 1.</summary>
    public static double Quantile(double p, double degreesOfFreedom)
    {
        CheckDegrees(degreesOfFreedom);
        if (!(p >= 0.0) || !(p <= 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "The probability must lie in [0, 1].");
        }

        if (p == 0.0 || p == 1.0)
        {
            return p == 0.0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return NormalDistribution.Quantile(p);
        }

        if (p > 0.5)
        {
            return -Quantile(1.0 - p, degreesOfFreedom);
        }

        return p > 0.25 ? -Central(0.5 - p, degreesOfFreedom) : -Tail(p, degreesOfFreedom);
    }

    /// <summary>The t &gt;= 0 with P(0 &lt; T &lt; t) = share. The function is concave, so Newton from zero climbs to the root and never passes it.</summary>
    private static double Central(double share, double degreesOfFreedom)
    {
        double t = 0.0;
        for (int i = 0; i < 60; i++)
        {
            (double x, double y) = Arguments(t, degreesOfFreedom);
            double inner = y == 0.0 ? 0.0 : BetaFunction.Regularized(0.5, 0.5 * degreesOfFreedom, y, x, PowerTerm(t, degreesOfFreedom));
            double error = share - 0.5 * inner;
            double step = error / Density(t, degreesOfFreedom);
            t += step;
            if (Math.Abs(step) <= 4e-16 * t)
            {
                break;
            }
        }

        return t;
    }

    /// <summary>The t &gt; 0 with P(T &gt; t) = p, p &lt;= 1/4: Newton on ln P against ln t, concave, so it converges from any start.</summary>
    private static double Tail(double p, double degreesOfFreedom)
    {
        double target = Math.Log(p);
        double s = Math.Log(StartOfTail(p, degreesOfFreedom));
        double previous = double.PositiveInfinity;
        for (int i = 0; i < 200; i++)
        {
            double t = Math.Exp(s);
            double tail = 0.5 * TwoSidedP(t, degreesOfFreedom);
            double step = tail > 0.0
                ? (Math.Log(tail) - target) * tail / (t * Density(t, degreesOfFreedom))
                : -1.0;
            s += step;
            double size = Math.Abs(step);
            if (size <= 2e-16 * Math.Max(1.0, Math.Abs(s)) || (size < 1e-13 && size >= previous))
            {
                break;
            }

            previous = size;
        }

        return Math.Exp(s);
    }

    /// <summary>Cornish-Fisher expansion about the normal quantile, or the leading term of the tail where the degrees of freedom are few.</summary>
    private static double StartOfTail(double p, double n)
    {
        if (n < 3.0)
        {
            double logConstant = -BetaFunction.LogBeta(0.5 * n, 0.5) + 0.5 * (n - 2.0) * Math.Log(n);
            return Math.Max(0.7, Math.Exp((logConstant - Math.Log(p)) / n));
        }

        double z = -NormalDistribution.Quantile(p);
        double square = z * z;
        return z + z * (square + 1.0) / (4.0 * n) + z * (5.0 * square * square + 16.0 * square + 3.0) / (96.0 * n * n);
    }

    private static double Density(double t, double degreesOfFreedom) => t == 0.0
        ? Math.Exp(-BetaFunction.LogBeta(0.5 * degreesOfFreedom, 0.5) - 0.5 * Math.Log(degreesOfFreedom))
        : PowerTerm(t, degreesOfFreedom) / t;

    /// <summary>
    /// x^(n/2) y^(1/2) / B(n/2, 1/2) with x = n/(n+t^2), y = 1-x, t &gt; 0. Through ln(1 + t^2/n) rather than through x, whose rounding error the
    /// power n/2 would multiply.
    /// </summary>
    private static double PowerTerm(double t, double degreesOfFreedom)
    {
        double ratio = t / degreesOfFreedom * t;
        double logBoth = ElementaryFunctions.LogOnePlus(ratio);
        double root = double.IsInfinity(ratio) ? 1.0 : Math.Sqrt(ratio / (1.0 + ratio));
        return root * Math.Exp(-0.5 * degreesOfFreedom * logBoth - BetaFunction.LogBeta(0.5 * degreesOfFreedom, 0.5));
    }

    private static (double X, double Y) Arguments(double size, double degreesOfFreedom)
    {
        double ratio = size / degreesOfFreedom * size;
        return double.IsInfinity(ratio) ? (0.0, 1.0) : (1.0 / (1.0 + ratio), ratio / (1.0 + ratio));
    }

    private static void CheckDegrees(double degreesOfFreedom)
    {
        if (!(degreesOfFreedom > 0.0))
        {
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "The degrees of freedom must be positive.");
        }
    }
}
