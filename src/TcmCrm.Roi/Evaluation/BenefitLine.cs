using TcmCrm.Roi.Benefits;

namespace TcmCrm.Roi.Evaluation;

/// <summary>What one benefit of a case comes to within an evaluation period.</summary>
public sealed class BenefitLine
{
    internal BenefitLine(BenefitItem item, Money total, Figure<Money> presentValue)
    {
        Item = item;
        Total = total;
        PresentValue = presentValue;
    }

    /// <summary>The benefit as described.</summary>
    public BenefitItem Item { get; }

    /// <summary>
    /// The undiscounted sum of its flows in the period, in the currency of the case, with attribution, realisation profile and risk
    /// applied; not rounded. Zero for a benefit that is not monetised.
    /// </summary>
    public Money Total { get; }

    /// <summary>Their present value, or why there is none (no discount rate).</summary>
    public Figure<Money> PresentValue { get; }

    /// <summary>Name and total, invariant.</summary>
    public override string ToString() => $"{Item.Name}: {Total}";
}
