namespace TcmCrm.Roi.Review;

/// <summary>Cost, benefit and ROI of one stretch of time, planned, realised or forecast.</summary>
public sealed class ReviewTotals : IEquatable<ReviewTotals>
{
    internal ReviewTotals(Money cost, Money benefit)
    {
        Cost = cost;
        Benefit = benefit;
        ReturnOnInvestment = Ratio(cost, benefit);
    }

    /// <summary>The sum of the costs.</summary>
    public Money Cost { get; }

    /// <summary>The sum of the benefits.</summary>
    public Money Benefit { get; }

    /// <summary>Benefit less cost.</summary>
    public Money NetBenefit => Benefit - Cost;

    /// <summary>(benefit - cost) / cost as a ratio, 0.6 is 60 %; not applicable without cost.</summary>
    public Figure<decimal> ReturnOnInvestment { get; }

    /// <inheritdoc/>
    public bool Equals(ReviewTotals? other) => other is not null && Cost == other.Cost && Benefit == other.Benefit;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReviewTotals);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Cost.GetHashCode() * 31) + Benefit.GetHashCode());

    /// <summary>Invariant text, for logs and test messages.</summary>
    public override string ToString() => $"cost {Cost}, benefit {Benefit}, ROI {ReturnOnInvestment}";

    internal static Figure<decimal> Ratio(Money cost, Money benefit) => cost.Amount > 0
        ? Returns.ReturnOnInvestment.Simple(benefit, cost)
        : Figure.NotApplicable<decimal>(NotApplicableReason.NoCost);
}
