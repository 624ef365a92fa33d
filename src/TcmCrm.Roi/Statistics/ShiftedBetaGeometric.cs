namespace TcmCrm.Roi.Statistics;

/// <summary>
/// The shifted-beta-geometric model of retention: Fader and Hardie (2007), J. Interactive Marketing 21(1), 76-90.
/// Its hazard in period t is a / (a + b + t - 1), so a cohort enters the likelihood only through the customers exposed in each period
/// and those lost in it, and cohorts of one kind simply add up.
/// </summary>
internal static class ShiftedBetaGeometric
{
    /// <summary>Below this discount rate the series of the residual lifetime is summed as a continued fraction instead.</summary>
    private const double SeriesRate = 1e-3;

    internal enum Edge
    {
        None,
        ConstantChurn,
        FirstPeriodOnly,
    }

    internal static double Survival(double alpha, double beta, int period)
    {
        double survival = 1;
        for (int t = 0; t < period; t++)
        {
            survival *= (beta + t) / (alpha + beta + t);
        }

        return survival;
    }

    /// <summary>The log-likelihood; index t - 1 of the arrays is period t.</summary>
    internal static double LogLikelihood(double alpha, double beta, double[] exposed, double[] lost)
    {
        double sum = 0;
        for (int t = 0; t < exposed.Length; t++)
        {
            double log = Math.Log(alpha + beta + t);
            sum += lost[t] == 0 ? 0 : lost[t] * (Math.Log(alpha) - log);
            double kept = exposed[t] - lost[t];
            sum += kept == 0 ? 0 : kept * (Math.Log(beta + t) - log);
        }

        return sum;
    }

    /// <summary>
    /// Maximum likelihood in m = a / (a + b), the first period's churn, and theta = 1 / (a + b), the spread between customers. For a given
    /// theta the likelihood is strictly concave in m, so the whole problem is a search over log theta, made on a global grid and
    /// refined by bisection on the derivative of the profile. The edges are answers of their own kind: theta = 0 is the same churn in
    /// every period, theta without bound is churn in the first period only.
    /// </summary>
    internal static Edge Estimate(double[] exposed, double[] lost, out double alpha, out double beta)
    {
        const double Low = -18;
        const double High = 14;
        const double Step = 0.25;
        alpha = beta = 0;
        double bestValue = double.NegativeInfinity;
        double bestTheta = 0;

        double previous = Slope(Math.Exp(Low), exposed, lost, out _);
        if (Slope(0, exposed, lost, out double firstChurn) <= 0)
        {
            bestValue = Profile(0, firstChurn, exposed, lost);
        }

        for (double u = Low + Step; u <= High; u += Step)
        {
            double slope = Slope(Math.Exp(u), exposed, lost, out _);
            if (previous > 0 && slope <= 0)
            {
                double theta = Math.Exp(Bisect(u - Step, u, exposed, lost));
                Slope(theta, exposed, lost, out double churn);
                double value = Profile(theta, churn, exposed, lost);
                if (value > bestValue)
                {
                    bestValue = value;
                    bestTheta = theta;
                    firstChurn = churn;
                }
            }

            previous = slope;
        }

        if (previous > 0)
        {
            return Edge.FirstPeriodOnly;
        }

        if (bestTheta == 0)
        {
            return Edge.ConstantChurn;
        }

        alpha = firstChurn / bestTheta;
        beta = (1 - firstChurn) / bestTheta;
        return Edge.None;
    }

    /// <summary>
    /// Discounted expected residual lifetime of a customer who has survived a number of periods, counted just before the next renewal:
    /// sum over t > n of S(t) / S(n) (1 + d)^-(t - n - 1) = (b + n) / (a + b + n) 2F1(1, b + n + 1; a + b + n + 1; 1 / (1 + d)).
    /// Fader and Hardie (2010), Marketing Science 29(1), 85-93. The caller keeps d at or above 0, and a above 1 when d is 0.
    /// </summary>
    internal static double ResidualLifetime(double alpha, double beta, double rate, int survived)
    {
        double b = beta + survived + 1;
        double c = alpha + beta + survived + 1;
        double first = (beta + survived) / (alpha + beta + survived);
        double sum = rate == 0 ? (c - 1) / (c - b - 1)
            : rate < SeriesRate ? ContinuedFraction(b, c, 1 / (1 + rate))
            : Series(b, c, 1 / (1 + rate));
        return first * sum;
    }

    /// <summary>2F1(1, b; c; z) for c above b and 0 &lt;= z &lt; 1, term by term until the remainder cannot matter.</summary>
    internal static double Series(double b, double c, double z)
    {
        double sum = 1;
        double term = 1;
        for (double k = 0; ; k++)
        {
            term *= (b + k) / (c + k) * z;
            sum += term;

            // The ratio of later terms stays below z, so the remainder is below term z / (1 - z).
            if (term * z <= (1 - z) * sum * 1e-16)
            {
                return sum;
            }
        }
    }

    /// <summary>The same function by Gauss's continued fraction (modified Lentz), which converges quickly near z = 1 too.</summary>
    internal static double ContinuedFraction(double b, double c, double z)
    {
        const double Tiny = 1e-300;
        double f = 1;
        double numerator = 1;
        double denominator = 0;
        for (int j = 1; j < 10_000_000; j++)
        {
            double k = j / 2;
            double coefficient = j % 2 == 1
                ? (b + k) * (c - 1 + k) / ((c + 2 * k - 1) * (c + 2 * k))
                : k * (c - b - 1 + k) / ((c + 2 * k - 2) * (c + 2 * k - 1));
            double a = -coefficient * z;
            denominator = 1 + a * denominator;
            numerator = 1 + a / numerator;
            denominator = 1 / (denominator == 0 ? Tiny : denominator);
            numerator = numerator == 0 ? Tiny : numerator;
            double factor = numerator * denominator;
            f *= factor;
            if (Math.Abs(factor - 1) < 1e-16)
            {
                break;
            }
        }

        return 1 / f;
    }

    private static double Bisect(double low, double high, double[] exposed, double[] lost)
    {
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (Slope(Math.Exp(middle), exposed, lost, out _) > 0)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }

    /// <summary>The derivative of the profile likelihood by theta, and the m that maximises the likelihood at this theta.</summary>
    private static double Slope(double theta, double[] exposed, double[] lost, out double firstChurn)
    {
        double m = firstChurn = FirstChurn(theta, exposed, lost);
        double slope = 0;
        for (int t = 1; t < exposed.Length; t++)
        {
            double kept = exposed[t] - lost[t];
            slope += t / (1 + theta * t) * (kept * m / (1 - m + theta * t) - lost[t]);
        }

        return slope;
    }

    /// <summary>The root in (0, 1) of a decreasing function: sum d_t / m - sum c_t / (1 - m + theta (t - 1)).</summary>
    private static double FirstChurn(double theta, double[] exposed, double[] lost)
    {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 200 && high - low > 1e-16 * high; i++)
        {
            double m = (low + high) / 2;
            double score = 0;
            for (int t = 0; t < exposed.Length; t++)
            {
                score += lost[t] / m - (exposed[t] - lost[t]) / (1 - m + theta * t);
            }

            if (score > 0)
            {
                low = m;
            }
            else
            {
                high = m;
            }
        }

        return (low + high) / 2;
    }

    private static double Profile(double theta, double m, double[] exposed, double[] lost)
    {
        double sum = 0;
        for (int t = 0; t < exposed.Length; t++)
        {
            double hazard = m / (1 + theta * t);
            double kept = exposed[t] - lost[t];
            sum += (lost[t] == 0 ? 0 : lost[t] * Math.Log(hazard)) + (kept == 0 ? 0 : kept * Math.Log(1 - hazard));
        }

        return sum;
    }
}
