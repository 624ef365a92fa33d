using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Evaluation;

/// <summary>What one cost of a case comes to within an evaluation period.</summary>
public sealed class CostLine
{
    internal CostLine(CostItem item, Money total, Figure<Money> presentValue)
    {
        Item = item;
        Total = total;
        PresentValue = presentValue;
    }

    /// <summary>The cost as described.</summary>
    public CostItem Item { get; }

    /// <summary>The undiscounted sum of its flows in the period, in the currency of the case, risk-adjusted; not rounded.</summary>
    public Money Total { get; }

    /// <summary>Their present value, or why there is none (no discount rate).</summary>
    public Figure<Money> PresentValue { get; }

    /// <summary>Name and total, invariant.</summary>
    public override string ToString() => $"{Item.Name}: {Total}";
}
