using TcmCrm.Roi.Evaluation;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>What a simulation of a case says.</summary>
public sealed class SimulationResult
{
    internal SimulationResult(RoiEvaluation evaluation, SimulationOptions options)
    {
        Evaluation = evaluation;
        Options = options;
    }

    /// <summary>The case as stated, without uncertainty.</summary>
    public RoiEvaluation Evaluation { get; }

    /// <summary>Trials, seed and degree.</summary>
    public SimulationOptions Options { get; }

    /// <summary>What was assumed of lines that state no uncertainty.</summary>
    public IReadOnlyList<AssumedUncertainty> Assumed { get; internal init; } = [];

    /// <summary>The results by evaluation period, shortest first, each on all benefits and then on cash alone.</summary>
    public IReadOnlyList<SimulatedPeriod> Periods { get; internal init; } = [];

    /// <summary>The uncertain factors on the longest period and all benefits, the widest swing first; those without effect last.</summary>
    public IReadOnlyList<SimulatedInput> Inputs { get; internal init; } = [];

    /// <summary>The result of a period on a basis.</summary>
    /// <param name="index">The place of the period in <see cref="RoiEvaluation.Periods"/>.</param>
    /// <param name="basis">Which benefits count.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such period.</exception>
    public SimulatedPeriod Period(int index, CaseBasis basis = CaseBasis.All) => index >= 0 && index < Periods.Count / 2
        ? Periods[(2 * index) + (basis == CaseBasis.Cashable ? 1 : 0)]
        : throw Check.OutOfRange(nameof(index), index, $"from 0 to {(Periods.Count / 2) - 1}", AllowedRange.IndexOf(Periods.Count / 2));

    /// <summary>The result of the longest period on all benefits, invariant.</summary>
    public override string ToString() => Periods.Count == 0 ? string.Empty : Periods[Periods.Count - 2].ToString();
}
