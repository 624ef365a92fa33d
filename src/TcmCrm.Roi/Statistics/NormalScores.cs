namespace TcmCrm.Roi.Statistics;

/// <summary>The normal quantile and distribution function for millions of draws.</summary>
/// <remarks>
/// <see cref="Of"/> is Wichura's algorithm AS 241 (PPND16, relative error about 1e-16); <see cref="Probability"/> interpolates a table of the exact
/// distribution function by cubic Hermite polynomials with the exact density as slope: absolute error below 1e-12.
/// </remarks>
internal static class NormalScores
{
    private const double Last = 8.5;
    private const int PerUnit = 256;

    // The coefficients of AS 241, lowest power first.
    private static readonly double[] Central =
    [
        3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
        45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
    ];

    private static readonly double[] CentralBelow =
    [
        1.0, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077,
        21213.794301586595867, 39307.89580009271061, 28729.085735721942674, 5226.495278852545925,
    ];

    private static readonly double[] Middle =
    [
        1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
        1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
    ];

    private static readonly double[] MiddleBelow =
    [
        1.0, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455,
        0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
    ];

    private static readonly double[] Far =
    [
        6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
        0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static readonly double[] FarBelow =
    [
        1.0, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
        7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
    ];

    private static readonly double[] Probabilities = Table(NormalDistribution.Cdf);
    private static readonly double[] Densities = Table(NormalDistribution.Density);

    /// <summary>The z with P(Z &lt;= z) = p, 0 &lt; p &lt; 1.</summary>
    public static double Of(double p)
    {
        double q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            double s = 0.180625 - (q * q);
            return q * Polynomial(Central, s) / Polynomial(CentralBelow, s);
        }

        double r = Math.Sqrt(-Math.Log(q < 0 ? p : 1 - p));
        double z = r <= 5 ? Polynomial(Middle, r - 1.6) / Polynomial(MiddleBelow, r - 1.6) : Polynomial(Far, r - 5) / Polynomial(FarBelow, r - 5);
        return q < 0 ? -z : z;
    }

    /// <summary>P(Z &lt;= z).</summary>
    public static double Probability(double z)
    {
        double at = (z + Last) * PerUnit;
        if (!(at > 0) || !(at < Probabilities.Length - 1))
        {
            return NormalDistribution.Cdf(z);
        }

        return Hermite(Probabilities, Densities, at, 1.0 / PerUnit);
    }

    /// <summary>Cubic between two nodes of a table from values and slopes.</summary>
    /// <param name="values">The values at the nodes.</param>
    /// <param name="slopes">The slopes at the nodes.</param>
    /// <param name="at">The place in steps, from 0 to below the last node.</param>
    /// <param name="step">The distance of two nodes, in the unit of the slopes.</param>
    public static double Hermite(double[] values, double[] slopes, double at, double step)
    {
        int node = (int)at;
        double t = at - node;
        double left = values[node];
        double rise = values[node + 1] - left;
        double leftSlope = slopes[node] * step;
        double rightSlope = slopes[node + 1] * step;
        return left + (t * (leftSlope + (t * ((3 * rise) - (2 * leftSlope) - rightSlope + (t * (leftSlope + rightSlope - (2 * rise)))))));
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        double sum = coefficients[coefficients.Length - 1];
        for (int power = coefficients.Length - 2; power >= 0; power--)
        {
            sum = (sum * x) + coefficients[power];
        }

        return sum;
    }

    private static double[] Table(Func<double, double> function)
    {
        var table = new double[(int)(2 * Last * PerUnit) + 1];
        for (int node = 0; node < table.Length; node++)
        {
            table[node] = function(((double)node / PerUnit) - Last);
        }

        return table;
    }
}
