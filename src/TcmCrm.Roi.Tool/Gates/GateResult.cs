namespace TcmCrm.Roi.Tool.Gates;

/// <summary>What became of a gate.</summary>
/// <param name="gate">The gate.</param>
/// <param name="period">The period it was held against, as in the document.</param>
/// <param name="isPassed">Whether the figure is within its limit. A figure without an answer never is.</param>
/// <param name="actual">The figure as the document prints it, or why there is none.</param>
internal sealed class GateResult(Gate gate, string period, bool isPassed, string actual)
{
    internal Gate Gate { get; } = gate;

    internal string RuleId { get; } = gate.RuleId(period);

    internal bool IsPassed { get; } = isPassed;

    internal string Actual { get; } = actual;

    public override string ToString() => $"gate {(IsPassed ? "passed" : "FAILED")}: {RuleId}: {Actual}";
}
