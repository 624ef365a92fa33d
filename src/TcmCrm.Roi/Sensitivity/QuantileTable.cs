using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>The quantile of a beta distribution as a table over the normal score of the probability, where it is smooth at both ends.</summary>
/// <remarks>
/// Cubic Hermite interpolation with exact values and slopes at 545 nodes; absolute error below 1e-9 of the width. Draws between 1/16 and 15/16 take a second table, over
/// the probability itself, which spares them the normal score; it is made from the first one, with the same bound.
/// </remarks>
internal sealed class QuantileTable
{
    private const double Last = 8.5;
    private const int PerUnit = 32;
    private const double Middle = 1.0 / 16;
    private const int MiddlePerUnit = 1_024;

    private readonly double[] _values;
    private readonly double[] _slopes;
    private readonly double[] _middle;
    private readonly double[] _middleSlopes;

    private QuantileTable(double alpha, double beta, double logBeta, double[] values, double[] slopes)
    {
        _values = values;
        _slopes = slopes;
        _middle = new double[(int)((1 - (2 * Middle)) * MiddlePerUnit) + 1];
        _middleSlopes = new double[_middle.Length];
        for (int node = 0; node < _middle.Length; node++)
        {
            double value = At(NormalScores.Of(Middle + ((double)node / MiddlePerUnit)));
            _middle[node] = value;
            _middleSlopes[node] = Math.Exp(logBeta - ((alpha - 1) * Math.Log(value)) - ((beta - 1) * Math.Log(1 - value)));
        }
    }

    internal static QuantileTable OfBeta(double alpha, double beta)
    {
        int nodes = (int)(2 * Last * PerUnit) + 1;
        var values = new double[nodes];
        var slopes = new double[nodes];
        double logBeta = BetaFunction.LogBeta(alpha, beta);
        for (int node = 0; node < nodes; node++)
        {
            double score = ((double)node / PerUnit) - Last;
            bool isLower = score <= 0;

            // Each half from its own end, so that a probability near 1 loses no digits.
            double tail = NormalDistribution.Cdf(isLower ? score : -score);
            double fromEnd = isLower ? BetaFunction.RegularizedQuantile(alpha, beta, tail) : BetaFunction.RegularizedQuantile(beta, alpha, tail);
            values[node] = isLower ? fromEnd : 1 - fromEnd;
            double logLeft = Math.Log(isLower ? fromEnd : 1 - fromEnd);
            double logRight = Math.Log(isLower ? 1 - fromEnd : fromEnd);
            double logDensity = ((alpha - 1) * logLeft) + ((beta - 1) * logRight) - logBeta;
            slopes[node] = fromEnd > 0 ? Math.Exp((-0.5 * score * score) - (0.5 * Math.Log(2 * Math.PI)) - logDensity) : 0;
        }

        return new QuantileTable(alpha, beta, logBeta, values, slopes);
    }

    /// <summary>The quantile at a probability strictly between 0 and 1.</summary>
    internal double AtProbability(double probability)
    {
        double at = (probability - Middle) * MiddlePerUnit;
        return at >= 0 && at < _middle.Length - 1 ? NormalScores.Hermite(_middle, _middleSlopes, at, 1.0 / MiddlePerUnit) : At(NormalScores.Of(probability));
    }

    /// <summary>The quantile at the probability whose normal score this is.</summary>
    internal double At(double score)
    {
        double at = (score + Last) * PerUnit;
        return !(at > 0) ? _values[0]
            : at >= _values.Length - 1 ? _values[_values.Length - 1]
            : NormalScores.Hermite(_values, _slopes, at, 1.0 / PerUnit);
    }
}
