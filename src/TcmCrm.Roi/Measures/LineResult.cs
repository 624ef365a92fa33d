using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Measures;

/// <summary>What one line of a projection comes to within an evaluation period.</summary>
public sealed class LineResult
{
    internal LineResult(ProjectionLine line, Money total, Figure<Money> presentValue, Money releasedCapital)
    {
        Line = line;
        Total = total;
        PresentValue = presentValue;
        ReleasedCapital = releasedCapital;
    }

    /// <summary>The line: its id, its name, and the cost or benefit as described.</summary>
    public ProjectionLine Line { get; }

    /// <summary>The undiscounted sum of its flows in the period, positive on its own side, not rounded. Zero for a benefit that is not monetised.</summary>
    public Money Total { get; }

    /// <summary>Their present value, or why there is none (no discount rate).</summary>
    public Figure<Money> PresentValue { get; }

    /// <summary>
    /// Working capital that it has released at the end of the period (期末累计释放的营运资金), which is no profit, in no figure, and returned there; below 0 where more
    /// is tied up. Zero for every line but receivables.
    /// </summary>
    public Money ReleasedCapital { get; }

    /// <summary>Name and total, invariant.</summary>
    public override string ToString() => $"{Line.Name}: {Total}";
}
