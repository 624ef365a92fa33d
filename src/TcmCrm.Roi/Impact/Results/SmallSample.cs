using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>
/// What a short series does to the error of an effect: its autocorrelation is estimated, too low on average and with an error of its own. The standard error is
/// taken at r = rho + (1 + 2 max(rho, 0)) / (n - k), by the ratio of the long-run variances at r and rho, with the degrees of freedom at r. Chosen so that the intervals
/// of the simulation in docs/methods.md hold what they say; nothing is left of it in a long series.
/// </summary>
internal readonly struct SmallSample
{
    private SmallSample(double factor, double degreesOfFreedom)
    {
        Factor = factor;
        DegreesOfFreedom = degreesOfFreedom;
    }

    /// <summary>By which the standard error is multiplied, 1 or more.</summary>
    public double Factor { get; }

    public double DegreesOfFreedom { get; }

    /// <summary>By how much an autocorrelation is estimated too low on average, at so many degrees of freedom of the regression.</summary>
    public static double Bias(double rho, int degrees) => (1.0 + (2.0 * Math.Max(rho, 0.0))) / Math.Max(degrees, 1);

    /// <param name="rho">The estimated autocorrelation.</param>
    /// <param name="observations">Rows of the regression, n.</param>
    /// <param name="columns">Its columns, k.</param>
    public static SmallSample Of(double rho, int observations, int columns)
    {
        double r = Math.Max(Math.Min(rho + Bias(rho, observations - columns), Ar1Reml.Edge), rho);
        double factor = Math.Sqrt((1.0 + r) * (1.0 - rho) / ((1.0 - r) * (1.0 + rho)));
        return new SmallSample(factor, Math.Max(Ar1Reml.EffectiveObservations(observations, r) - columns, 2.0));
    }
}
