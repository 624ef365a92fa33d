using System.Globalization;

namespace TcmCrm.Roi.Kpis;

/// <summary>What <see cref="RetentionModel.FitShares"/> or <see cref="RetentionModel.FitCohorts"/> found.</summary>
public sealed class RetentionFit
{
    private readonly RetentionModel? _model;

    internal RetentionFit(RetentionModel? model, Message? reason, int periods, double logLikelihood, double constantChurn)
    {
        _model = model;
        Reason = reason;
        Periods = periods;
        LogLikelihood = logLikelihood;
        ConstantChurn = constantChurn;
    }

    /// <summary>Whether a model was found; otherwise <see cref="Reason"/> says why not.</summary>
    public bool HasAnswer => _model is not null;

    /// <summary>
    /// Why there is no model; null when there is one. <c>tooFewPeriods</c>: fewer than three periods hold customers, and two parameters cannot be told apart.
    /// <c>noChurn</c>: nobody was lost in the data. <c>constantChurn</c>: the data show the same (or a rising) churn in every period; the likelihood grows as customers
    /// become alike, and no finite pair of parameters is best, but <see cref="ConstantChurn"/> is the best rate. <c>firstPeriodOnly</c>: all losses fall in the first
    /// period and none after, and no finite pair of parameters is best.
    /// </summary>
    public Message? Reason { get; }

    /// <summary>Periods that held customers and entered the fit.</summary>
    public int Periods { get; }

    /// <summary>
    /// The log-likelihood at the estimate: per customer for <see cref="RetentionModel.FitShares"/>, the total for
    /// <see cref="RetentionModel.FitCohorts"/>; 0 when there is no model.
    /// </summary>
    public double LogLikelihood { get; }

    /// <summary>
    /// The churn per period (fraction) that fits best if it were the same in every period: losses over customers exposed. For comparison, and
    /// the answer itself when the reason is <c>constantChurn</c>.
    /// </summary>
    public double ConstantChurn { get; }

    /// <summary>The model.</summary>
    /// <param name="model">The fitted model; null when there is none.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetModel([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RetentionModel? model)
    {
        model = _model;
        return model is not null;
    }

    /// <summary>Invariant text, for logs and test messages.</summary>
    public override string ToString() => _model is null
        ? Reason!.ToString()
        : string.Format(CultureInfo.InvariantCulture, "{0} from {1} periods, log-likelihood {2}", _model, Periods, LogLikelihood);
}
