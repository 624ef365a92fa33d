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

    /// <summary>
    /// What the probabilities leave out: benefits that vary independently of each other. The warnings of the case are those of <see cref="Evaluation"/>, and hold for its probabilities as well.
    /// </summary>
    public IReadOnlyList<Message> Warnings { get; internal init; } = [];

    /// <summary>The results by evaluation period, shortest first, each on all benefits and then on cash alone.</summary>
    public IReadOnlyList<SimulatedPeriod> Periods { get; internal init; } = [];

    /// <summary>The uncertain factors on the longest period and the basis of the options, the widest swing first; those without effect last.</summary>
    public IReadOnlyList<SimulatedInput> Inputs { get; internal init; } = [];

    /// <summary>The longest period on the basis of the options: that of <see cref="Inputs"/>.</summary>
    public SimulatedPeriod Longest => Period((Periods.Count / 2) - 1, Options.Basis);

    /// <summary>What to measure next: the factors that are worth knowing before the decision, the most valuable first, each with the study that would help.</summary>
    /// <param name="costPerMonth">What a month of a study before and after costs, above 0, in the currency of the case; that of the case where null.</param>
    /// <param name="months">How many months such a study needs, 1 to 1,200, by id of line or driver: what <see cref="Impact.ImpactAnalysis.Plan"/> says; may be null.</param>
    /// <returns>Those whose worth is above three of its standard errors and half a minor unit; empty where no single one would change the decision.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A cost or a number of months is outside its range.</exception>
    public IReadOnlyList<StudyProposal> Studies(decimal? costPerMonth = null, IReadOnlyDictionary<string, int>? months = null)
    {
        decimal? cost = costPerMonth ?? Evaluation.Case.StudyCostPerMonth;
        if (cost is <= 0)
        {
            throw Check.OutOfRange(nameof(costPerMonth), cost, "above 0");
        }

        double least = Math.Pow(10, -Evaluation.Case.Currency.MinorUnitDigits) / 2;
        return Array.AsReadOnly([.. Inputs
            .Where(input => input.ValueOfInformation.TryGetValue(out Estimate worth) && worth.Value > Math.Max(least, 3 * worth.StandardError))
            .OrderByDescending(input => input.ValueOfInformation.Value.Value).ThenBy(input => input.Id, StringComparer.Ordinal)
            .Select(input => new StudyProposal(
                input, (double?)cost, months is not null && months.TryGetValue(input.Id, out int needed) ? Check.InRange(needed, 1, 1_200, nameof(months)) : null))]);
    }

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
