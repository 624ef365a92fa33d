namespace TcmCrm.Roi.Statistics;

/// <summary>A regression with first-order autoregressive errors, fitted by restricted maximum likelihood.</summary>
internal sealed class Ar1RemlFit
{
    internal Ar1RemlFit(Ar1RemlStatus status, int observations, double[] beta, double[] inverse, double rho, double innovationVariance,
        double degreesOfFreedom, bool isAtEdge, double logLikelihood)
    {
        Status = status;
        Observations = observations;
        Beta = beta;
        UnscaledCovariance = inverse;
        Rho = rho;
        InnovationVariance = innovationVariance;
        DegreesOfFreedom = degreesOfFreedom;
        IsAtEdge = isAtEdge;
        LogLikelihood = logLikelihood;
    }

    public Ar1RemlStatus Status { get; }

    public bool IsFitted => Status == Ar1RemlStatus.Fitted;

    public int Observations { get; }

    /// <summary>The coefficients, in the order of the design's columns.</summary>
    public double[] Beta { get; }

    /// <summary>A = (X*'X*)^-1 of the whitened design, k x k; times <see cref="InnovationVariance"/> it is the covariance of <see cref="Beta"/>.</summary>
    public double[] UnscaledCovariance { get; }

    /// <summary>The autocorrelation of the errors from one month to the next.</summary>
    public double Rho { get; }

    /// <summary>s2 = RSS* / (n - k), the variance of the innovations; the errors themselves have variance s2 / (1 - rho^2).</summary>
    public double InnovationVariance { get; }

    /// <summary>max(n (1-r)/(1+r) - k, 2) with r = rho clipped to [0, 0.95].</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>True when the likelihood is largest at the end of the range searched: rho, and every error built on it, is not to be trusted.</summary>
    public bool IsAtEdge { get; }

    /// <summary>The restricted log-likelihood at the optimum, up to a constant that depends on the design alone.</summary>
    public double LogLikelihood { get; }

    /// <summary>n (1-r)/(1+r) with r = rho clipped to [0, 0.95]: how many independent months the series is worth.</summary>
    public double EffectiveObservations => Ar1Reml.EffectiveObservations(Observations, Rho);

    public double Variance(int column) => InnovationVariance * UnscaledCovariance[column + column * Beta.Length];

    public double StandardError(int column) => Math.Sqrt(Variance(column));

    /// <summary>The estimate c'b of a linear combination.</summary>
    public double Combination(double[] c)
    {
        double sum = 0.0;
        for (int j = 0; j < Beta.Length; j++)
        {
            sum += c[j] * Beta[j];
        }

        return sum;
    }

    /// <summary>The variance c'Vc of a linear combination of the coefficients.</summary>
    public double CombinationVariance(double[] c)
    {
        int k = Beta.Length;
        double sum = 0.0;
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < k; j++)
            {
                sum += c[i] * c[j] * UnscaledCovariance[i + j * k];
            }
        }

        return InnovationVariance * sum;
    }
}
