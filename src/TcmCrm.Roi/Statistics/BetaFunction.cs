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

        return Regularized(a, b, x, y, PowerTerm(a, b, x, y));
    }

    /// <summary>I_x(a, b) where the caller knows x^a y^b / B(a, b) better than from x and y.</summary>
    internal static double Regularized(double a, double b, double x, double y, double powerTerm)
    {
        // Next to an end point the fraction needs many terms and adds up their rounding when a or b is large; the series from that end has
        // positive terms only and needs few. It is used for the near tail, and for the far one as long as 1 - it costs at most two digits.
        bool isLowerTail = x < (a + 1.0) / (a + b + 2.0);
        if (x <= 0.3 && x * (a + b) <= 5.0)
        {
            return powerTerm * Series(a, b, x) / a;
        }

        if (y <= 0.3 && y * (a + b) <= 5.0)
        {
            double complement = powerTerm * Series(b, a, y) / b;
            if (!isLowerTail || complement <= 0.98)
            {
                return 1.0 - complement;
            }
        }

        if (!isLowerTail)
        {
            return 1.0 - powerTerm * ContinuedFraction(b, a, y, x) / b;
        }

        return powerTerm * ContinuedFraction(a, b, x, y) / a;
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

    /// <summary>
    /// The continued fraction of I_x(a, b) (DLMF 8.17.22) by Lentz's method; fast for x below (a+1)/(a+b+2). Two terms are taken as one (its
    /// even part), because 1 + d_(2m+1) can then be written in y = 1 - x without cancellation: with x next to 1 the plain form loses digits.
    /// </summary>
    private static double ContinuedFraction(double a, double b, double x, double y)
    {
        const double tiny = 1e-300;
        double value = OddTerm(a, b, y, 0) / (a + 1.0) / a;
        value = Math.Abs(value) < tiny ? tiny : value;
        double c = value;
        double d = 0.0;
        double odd = -(a + b) * x / (a + 1.0);
        for (int m = 1; m < MaximumTerms; m++)
        {
            double last = a + 2 * m;
            double even = m * (b - m) * x / ((last - 1.0) * last);
            double numerator = -odd * even;
            double denominator = even + OddTerm(a, b, y, m) / (last * (last + 1.0));
            d = denominator + numerator * d;
            d = 1.0 / (Math.Abs(d) < tiny ? tiny : d);
            c = denominator + numerator / c;
            c = Math.Abs(c) < tiny ? tiny : c;
            double delta = c * d;
            value *= delta;
            if (Math.Abs(delta - 1.0) <= 2.3e-16)
            {
                break;
            }

            odd = -(a + m) * (a + b + m) * x / (last * (last + 1.0));
        }

        return 1.0 / value;
    }

    /// <summary>Sum over k of (a+b)_k / (a+1)_k x^k (DLMF 8.17.8).</summary>
    private static double Series(double a, double b, double x)
    {
        double term = 1.0;
        double sum = 1.0;
        for (int k = 0; k < MaximumTerms && term > 1e-17 * sum; k++)
        {
            term *= (a + b + k) / (a + 1.0 + k) * x;
            sum += term;
        }

        return sum;
    }

    /// <summary>(a+2m)(a+2m+1) - (a+m)(a+b+m) x, written in y.</summary>
    private static double OddTerm(double a, double b, double y, int m) => a * (2 * m + 1.0 - b) + m * (3.0 * m + 2.0 - b) + (a + m) * (a + b + m) * y;
}
