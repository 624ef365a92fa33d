using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Tool.Gates;

/// <summary>What became of a gate.</summary>
/// <param name="gate">The gate.</param>
/// <param name="period">The period it was held against, as in the document.</param>
/// <param name="isPassed">Whether the figure is within its limit. A figure without an answer never is.</param>
/// <param name="actual">The figure as the document prints it, or why there is none.</param>
internal sealed class GateResult(Gate gate, string period, bool isPassed, Message actual)
{
    internal Gate Gate { get; } = gate;

    /// <summary>The evaluation period as ISO text.</summary>
    internal string Period { get; } = period;

    internal string RuleId { get; } = gate.RuleId(period);

    internal bool IsPassed { get; } = isPassed;

    internal Message Actual { get; } = actual;

    /// <summary>The value of a figure that is no amount, and its unit; null where there is none.</summary>
    internal (MeasureUnit Unit, double Value)? Figure { get; init; }

    /// <summary>The value of a figure that is an amount.</summary>
    internal decimal? Amount { get; init; }
}
