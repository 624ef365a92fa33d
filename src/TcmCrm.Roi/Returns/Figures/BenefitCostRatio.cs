namespace TcmCrm.Roi.Returns;

/// <summary>Benefit-cost ratio (效益成本比): benefits / costs, both discounted or both not. 1 is break-even. Exact in decimal.</summary>
/// <remarks><c>BCR = benefit / cost = 1 + ROI</c> on the same amounts.</remarks>
public static class BenefitCostRatio
{
    /// <summary>Benefit / cost.</summary>
    /// <param name="benefit">Benefits, discounted like the costs.</param>
    /// <param name="cost">Costs, positive.</param>
    /// <returns>The ratio, or <see cref="NotApplicableReason.NoCost"/> when the cost is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    public static Figure<decimal> Of(decimal benefit, decimal cost) =>
        ReturnOnInvestment.Ratio(benefit, cost, NotApplicableReason.NoCost, minusOne: false);

    /// <summary>Benefit / cost.</summary>
    /// <param name="benefit">Benefits, discounted like the costs.</param>
    /// <param name="cost">Costs, positive, of the same currency.</param>
    /// <returns>The ratio, or <see cref="NotApplicableReason.NoCost"/> when the cost is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Figure<decimal> Of(Money benefit, Money cost) => Of(benefit.Amount, ReturnOnInvestment.SameCurrency(benefit, cost).Amount);
}
