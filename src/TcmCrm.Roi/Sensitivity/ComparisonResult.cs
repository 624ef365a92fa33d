using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>Alternatives side by side over one evaluation period on one basis.</summary>
public sealed class ComparisonResult
{
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

    /// <summary>Period, basis and alternatives, invariant.</summary>
    public override string ToString() => $"{Period} ({Basis}): {string.Join("; ", Alternatives)}";
}
