namespace TcmCrm.Roi.Statistics;

/// <summary>The beta function, its regularised incomplete form and the quantile of that.</summary>
internal static class BetaFunction
{
    private const int MaximumTerms = 200_000;

    /// <summary>ln B(a, b), a, b &gt; 0.</summary>
    public static double LogBeta(double a, double b)
    {
        if (a > b)
        {
            (a, b) = (b, a);
        }

        double sum = a + b;
        return GammaFunction.LogSqrtTwoPi + GammaFunction.StirlingError(a) + GammaFunction.StirlingError(b) - GammaFunction.StirlingError(sum)
            + (a - 0.5) * Math.Log(a / sum) + b * ElementaryFunctions.LogOnePlus(-a / sum) - 0.5 * Math.Log(b);
    }

    /// <summary>I_x(a, b), the probability that a beta(a, b) variable is at most x; a, b &gt; 0, 0 &lt;= x &lt;= 1.</summary>
    public static double Regularized(double a, double b, double x) => Regularized(a, b, x, 1.0 - x);

    /// <summary>I_x(a, b) with the complement y = 1 - x given, so that neither tail loses digits.</summary>
    public static double Regularized(double a, double b, double x, double y)
    {
        if (!(a > 0.0) || !(b > 0.0) || !(x >= 0.0) || !(y >= 0.0))
        {
            throw new ArgumentOutOfRangeException(nameof(a), "The incomplete beta function needs a > 0, b > 0 and 0 <= x <= 1.");
        }

        if (x == 0.0)
        {
            return 0.0;
        }

        if (y == 0.0)
        {
            return 1.0;
        }

        return x < (a + 1.0) / (a + b + 2.0)
            ? PowerTerm(a, b, x, y) * ContinuedFraction(a, b, x) / a
            : 1.0 - PowerTerm(a, b, x, y) * ContinuedFraction(b, a, y) / b;
    }

    /// <summary>The x with I_x(a, b) = p, 0 &lt; p &lt; 1. The error in x is what an error of a few units in the last place of p makes.</summary>
    public static double RegularizedQuantile(double a, double b, double p)
    {
        if (!(p >= 0.0) || !(p <= 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "The probability must lie in [0, 1].");
        }

        if (p == 0.0 || p == 1.0)
        {
            return p;
        }

        // Newton on the log of the smaller tail as a function of v = ln(x / (1-x)), in which it is concave and monotone; bisection
        // when a step leaves the bracket.
        bool lower = p <= 0.5;
        double target = Math.Log(lower ? p : 1.0 - p);
        double low = -745.0 / Math.Min(1.0, a);
        double high = 745.0 / Math.Min(1.0, b);
        double v = Math.Log(a / b);
        for (int iteration = 0; iteration < 400; iteration++)
        {
            double x = 1.0 / (1.0 + Math.Exp(-v));
            double y = 1.0 / (1.0 + Math.Exp(v));
            double tail = lower ? Regularized(a, b, x, y) : Regularized(b, a, y, x);
            double slope = PowerTerm(a, b, x, y) / tail;
            double error = Math.Log(tail) - target;
            bool tooHigh = lower ? error > 0.0 : error < 0.0;
            if (tooHigh)
            {
                high = v;
            }
            else
            {
                low = v;
            }

            double next = v - error / (lower ? slope : -slope);
            if (!(next > low && next < high))
            {
                next = 0.5 * (low + high);
            }

            if (Math.Abs(next - v) <= 4e-16 * Math.Max(1.0, Math.Abs(v)))
            {
                v = next;
                break;
            }

            v = next;
        }

        return 1.0 / (1.0 + Math.Exp(-v));
    }

    /// <summary>x^a y^b / B(a, b) by the saddle-point form: no cancellation however large a and b are.</summary>
    internal static double PowerTerm(double a, double b, double x, double y)
    {
        double n = a + b;
        double exponent = GammaFunction.StirlingError(n) - GammaFunction.StirlingError(a) - GammaFunction.StirlingError(b)
            - Deviance(a, n * x) - Deviance(b, n * y);
        return Math.Sqrt(a / n * b / (2.0 * Math.PI)) * Math.Exp(exponent);
    }

    /// <summary>x ln(x/m) + m - x, by a series when x is near m (Loader's bd0).</summary>
    private static double Deviance(double x, double m)
    {
        double difference = x - m;
        if (Math.Abs(difference) >= 0.1 * (x + m))
        {
            return x * Math.Log(x / m) - difference;
        }

        double v = difference / (x + m);
        double sum = difference * v;
        double term = 2.0 * x * v;
        double square = v * v;
        for (int j = 1; j < 1000; j++)
        {
            term *= square;
            double next = sum + term / (2 * j + 1);
            if (next == sum)
            {
                break;
            }

            sum = next;
        }

        return sum;
    }

    /// <summary>The continued fraction of I_x(a, b) (DLMF 8.17.22), by Lentz's method; fast for x below (a+1)/(a+b+2).</summary>
    private static double ContinuedFraction(double a, double b, double x)
    {
        const double tiny = 1e-300;
        double c = 1.0;
        double d = 1.0 - (a + b) * x / (a + 1.0);
        d = 1.0 / (Math.Abs(d) < tiny ? tiny : d);
        double value = d;
        for (int m = 1; m < MaximumTerms; m++)
        {
            double even = m * (b - m) * x / ((a + 2 * m - 1.0) * (a + 2 * m));
            d = 1.0 + even * d;
            d = 1.0 / (Math.Abs(d) < tiny ? tiny : d);
            c = 1.0 + even / c;
            c = Math.Abs(c) < tiny ? tiny : c;
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1.0));
            d = 1.0 + odd * d;
            d = 1.0 / (Math.Abs(d) < tiny ? tiny : d);
            c = 1.0 + odd / c;
            c = Math.Abs(c) < tiny ? tiny : c;
            double delta = d * c;
            value *= delta;
            if (Math.Abs(delta - 1.0) <= 2.3e-16)
            {
                break;
            }
        }

        return value;
    }
}
