namespace TcmCrm.Roi.Statistics;

/// <summary>The result of an ordinary least-squares fit.</summary>
internal sealed class LeastSquaresFit
{
    internal LeastSquaresFit(bool isFullRank, double[] beta, double[] inverse, double[] residuals, double residualSumOfSquares, int degreesOfFreedom)
    {
        IsFullRank = isFullRank;
        Beta = beta;
        UnscaledCovariance = inverse;
        Residuals = residuals;
        ResidualSumOfSquares = residualSumOfSquares;
        DegreesOfFreedom = degreesOfFreedom;
    }

    /// <summary>False when a column depends on the others; the other members are then zeros.</summary>
    public bool IsFullRank { get; }

    public double[] Beta { get; }

    /// <summary>(X'X)^-1, k x k.</summary>
    public double[] UnscaledCovariance { get; }

    public double[] Residuals { get; }

    public double ResidualSumOfSquares { get; }

    public int DegreesOfFreedom { get; }

    public double Variance => ResidualSumOfSquares / DegreesOfFreedom;

    public double StandardError(int column) => Math.Sqrt(Variance * UnscaledCovariance[column + column * Beta.Length]);
}
