using System.Globalization;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>How one figure of a period is distributed over the trials.</summary>
/// <remarks>Percentiles are Hyndman and Fan's type 7. A trial in which the case never pays back sorts above every month, and a percentile there has no answer; other figures are taken over the trials that have an answer.</remarks>
public sealed class SimulatedFigure
{
    private static readonly double[] Probabilities = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

    private readonly Figure<double>[] _percentiles;

    private SimulatedFigure(Figure<double>[] percentiles, Figure<double> mean, Figure<double> deviation, Figure<double> error, int noAnswer)
    {
        _percentiles = percentiles;
        Mean = mean;
        StandardDeviation = deviation;
        StandardError = error;
        NoAnswer = noAnswer;
    }

    /// <summary>The mean over the trials that have an answer.</summary>
    public Figure<double> Mean { get; }

    /// <summary>The standard deviation over them.</summary>
    public Figure<double> StandardDeviation { get; }

    /// <summary>The standard error of the mean.</summary>
    public Figure<double> StandardError { get; }

    /// <summary>The value below which 5 % of the trials lie.</summary>
    public Figure<double> P5 => _percentiles[0];

    /// <summary>The value below which 10 % of the trials lie.</summary>
    public Figure<double> P10 => _percentiles[1];

    /// <summary>The value below which a quarter of the trials lies.</summary>
    public Figure<double> P25 => _percentiles[2];

    /// <summary>The value in the middle.</summary>
    public Figure<double> P50 => _percentiles[3];

    /// <summary>The value below which three quarters of the trials lie.</summary>
    public Figure<double> P75 => _percentiles[4];

    /// <summary>The value below which 90 % of the trials lie.</summary>
    public Figure<double> P90 => _percentiles[5];

    /// <summary>The value below which 95 % of the trials lie.</summary>
    public Figure<double> P95 => _percentiles[6];

    /// <summary>Trials without an answer: never paid back, no rate of return or more than one.</summary>
    public int NoAnswer { get; }

    /// <summary>Median, and the 5 % and 95 % points, invariant.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} ({1} to {2})", P50, P5, P95);

    /// <summary>A figure that has no answer in any trial.</summary>
    internal static SimulatedFigure Without(NotApplicableReason reason, int trials)
    {
        var none = Figure.NotApplicable<double>(reason);
        return new([.. Probabilities.Select(_ => none)], none, none, none, trials);
    }

    /// <summary>The figure from its outputs.</summary>
    /// <param name="outputs">One a trial; NaN without an answer, infinite for never.</param>
    /// <param name="reason">Why a trial, or a percentile, has none.</param>
    internal static SimulatedFigure Of(double[] outputs, NotApplicableReason reason)
    {
        var answers = new Percentiles(outputs);
        double[] finite = answers.Finite;
        if (finite.Length == 0)
        {
            return Without(reason, outputs.Length);
        }

        (double mean, double deviation) = Estimators.Moments(finite);
        var percentiles = new Figure<double>[Probabilities.Length];
        for (int i = 0; i < percentiles.Length; i++)
        {
            double value = answers.At(Probabilities[i]);
            percentiles[i] = double.IsInfinity(value) ? Figure.NotApplicable<double>(reason) : Figure.Of(value);
        }

        return new(percentiles, Figure.Of(mean), Figure.Of(deviation), Figure.Of(deviation / Math.Sqrt(finite.Length)), outputs.Length - finite.Length);
    }
}
