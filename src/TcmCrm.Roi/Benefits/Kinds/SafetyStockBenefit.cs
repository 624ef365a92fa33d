namespace TcmCrm.Roi.Benefits;

/// <summary>Less safety stock by better forecasts: z x (error before - error after) x sqrt(lead time) x unit cost x carrying rate.</summary>
/// <remarks>
/// Safety stock = z sigma sqrt(L), with the standard deviation sigma of the monthly forecast error, the lead time L in months and the factor z of the
/// service level (1.645 for 95 %); the textbook form for independent monthly errors and a fixed lead time. Only the yearly cost of carrying the stock is a
/// benefit; the money that the smaller stock sets free once is a change of working capital and is left out.
/// </remarks>
internal sealed class SafetyStockBenefit : RunRateBenefit
{
    public SafetyStockBenefit(
        decimal serviceFactor, decimal errorBefore, decimal errorAfter, decimal leadTimeMonths, Money unitCost, decimal carryingRatePerYear)
        : base(
            "safetyStock",
            LineRange.Product(
                nameof(unitCost),
                LineRange.MostBenefit,
                LineRange.Amount(unitCost),
                Released(serviceFactor, errorBefore, errorAfter, leadTimeMonths),
                Check.InRange(carryingRatePerYear, 0, 10)))
    {
        ServiceFactor = serviceFactor;
        ErrorBefore = errorBefore;
        ErrorAfter = errorAfter;
        LeadTimeMonths = leadTimeMonths;
        UnitCost = unitCost;
        CarryingRatePerYear = carryingRatePerYear;
        ReleasedUnits = Released(serviceFactor, errorBefore, errorAfter, leadTimeMonths);
    }

    /// <summary>The factor z of the service level.</summary>
    public decimal ServiceFactor { get; }

    /// <summary>Standard deviation of the monthly forecast error without the CRM, in units.</summary>
    public decimal ErrorBefore { get; }

    /// <summary>The same with the CRM.</summary>
    public decimal ErrorAfter { get; }

    /// <summary>Lead time in months.</summary>
    public decimal LeadTimeMonths { get; }

    /// <summary>What a unit in stock costs.</summary>
    public Money UnitCost { get; }

    /// <summary>Cost of carrying stock a year as a fraction of its value.</summary>
    public decimal CarryingRatePerYear { get; }

    /// <summary>Units of safety stock that are no longer needed.</summary>
    public decimal ReleasedUnits { get; }

    private static decimal Released(decimal serviceFactor, decimal errorBefore, decimal errorAfter, decimal leadTimeMonths)
    {
        Check.InRange(serviceFactor, 0, 10);
        Check.InRange(errorBefore, 0, 1_000_000_000_000);
        Check.InRange(errorAfter, 0, errorBefore);
        Check.InRange(leadTimeMonths, 0, 120);

        // The square root is the only step in double; IEEE 754 rounds it correctly, so it is the same on every platform.
        decimal root = Math.Round((decimal)Math.Sqrt((double)leadTimeMonths), 12);
        return serviceFactor * (errorBefore - errorAfter) * root;
    }

    private protected override bool HasSame(BenefitBasis other) =>
        other is SafetyStockBenefit it && (ServiceFactor, ErrorBefore, ErrorAfter, LeadTimeMonths, UnitCost, CarryingRatePerYear).Equals((it.ServiceFactor, it.ErrorBefore, it.ErrorAfter, it.LeadTimeMonths, it.UnitCost, it.CarryingRatePerYear));
}
