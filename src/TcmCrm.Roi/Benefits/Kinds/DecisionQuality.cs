namespace TcmCrm.Roi.Benefits;

/// <summary>Lines of the category decision quality (决策质量改善).</summary>
public static class DecisionQuality
{
    /// <summary>Less safety stock by better forecasts: z x (error before - error after) x sqrt(lead time) x unit cost x carrying rate.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="stock">Service level, forecast errors, lead time, and what a unit costs to buy and to keep.</param>
    /// <exception cref="ArgumentNullException">The stock is null.</exception>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or the line comes to more than 1e18 a year.</exception>
    /// <remarks>
    /// Safety stock = z sigma sqrt(L), with the standard deviation sigma of the monthly forecast error, the lead time L in months and the factor z of the
    /// service level; the textbook form for independent monthly errors and a fixed lead time. Only the yearly cost of carrying the stock is a benefit; the
    /// money that the smaller stock sets free once is a change of working capital and is left out.
    /// </remarks>
    public static BenefitItem SafetyStock(string name, SafetyStockOptions stock) => new(
        name,
        BenefitCategory.DecisionQuality,
        new SafetyStockBenefit(
            Check.NotNull(stock).ServiceFactor, stock.ErrorBefore, stock.ErrorAfter, stock.LeadTimeMonths, stock.UnitCost, stock.CarryingRatePerYear));

    /// <summary>Less stock written off near or past expiry (近效期、过期报损): loss a year x the part avoided.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="lossPerYear">Stock written off in a year without the CRM, at cost, 0 to 1e15.</param>
    /// <param name="avoided">The part of it that is avoided.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The loss is outside its range.</exception>
    public static BenefitItem ExpiryLoss(string name, Money lossPerYear, Share avoided) =>
        new(name, BenefitCategory.DecisionQuality, new ExpiryLossBenefit(lossPerYear, avoided));

    /// <summary>An estimate of a year, with the evidence estimated.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="amountPerYear">The full yearly amount once everything is realised, 0 to 1e15.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is outside its range.</exception>
    public static BenefitItem Estimate(string name, Money amountPerYear) =>
        BenefitItem.OfYearlyAmount(BenefitCategory.DecisionQuality, name, amountPerYear).WithEvidence(Evidence.Estimated);
}
