using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>Alternatives side by side over one evaluation period on one basis.</summary>
public sealed class ComparisonResult
{
    private const double ClearlyBest = 0.6;

    internal ComparisonResult(EvaluationPeriod period, CaseBasis basis, SimulationOptions options)
    {
        Period = period;
        Basis = basis;
        Options = options;
    }

    /// <summary>The evaluation period.</summary>
    public EvaluationPeriod Period { get; }

    /// <summary>Which benefits count.</summary>
    public CaseBasis Basis { get; }

    /// <summary>Trials and seed of the probabilities.</summary>
    public SimulationOptions Options { get; }

    /// <summary>Doing nothing, then the cases as they were given.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; internal init; } = [];

    /// <summary>From each alternative to the one with the next higher total cost, doing nothing first.</summary>
    public IReadOnlyList<IncrementalStep> Steps { get; internal init; } = [];

    /// <summary>The alternative with the highest net present value as planned; null without a discount rate.</summary>
    public Alternative? Best { get; internal init; }

    /// <summary>
    /// The alternative with the highest net present value after tax as planned; null without a discount rate, where a case does not state its taxes, and where a rule
    /// is missing for one. Probabilities and regrets are before tax.
    /// </summary>
    public Alternative? BestAfterTax { get; internal init; }

    /// <summary>
    /// Whether the best as planned is not clearly the best: it is so in fewer than 60 % of the trials, or another alternative loses less against the best on average
    /// (<see cref="Alternative.ExpectedRegret"/>). The 60 % are a judgement of this library.
    /// </summary>
    public bool IsTooCloseToCall => Best is { } best
        && (best.ProbabilityBest.GetValueOrDefault(default).Value < ClearlyBest
            || Alternatives.Any(one => one.ExpectedRegret.GetValueOrDefault(default).Value < best.ExpectedRegret.GetValueOrDefault(default).Value));

    /// <summary>Period, basis and alternatives, invariant.</summary>
    public override string ToString() => $"{Period} ({Basis}): {string.Join("; ", Alternatives)}";
}
