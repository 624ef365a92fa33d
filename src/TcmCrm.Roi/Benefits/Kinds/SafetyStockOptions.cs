namespace TcmCrm.Roi.Benefits;

/// <summary>What less safety stock is computed from; see <see cref="DecisionQuality.SafetyStock"/>, which checks it. What is left out is 0, and so is the benefit.</summary>
public sealed class SafetyStockOptions
{
    /// <summary>The factor z of the service level, 0 to 10; 1.645 is 95 %.</summary>
    public decimal ServiceFactor { get; init; }

    /// <summary>Standard deviation of the monthly forecast error without the CRM, in units, 0 to 1,000,000,000,000.</summary>
    public decimal ErrorBefore { get; init; }

    /// <summary>The same with the CRM; at most <see cref="ErrorBefore"/>.</summary>
    public decimal ErrorAfter { get; init; }

    /// <summary>Lead time in months, 0 to 120.</summary>
    public decimal LeadTimeMonths { get; init; }

    /// <summary>What a unit in stock costs, 0 to 1e15; with its currency.</summary>
    public Money UnitCost { get; init; }

    /// <summary>Cost of carrying stock a year as a fraction of its value, 0 to 10.</summary>
    public decimal CarryingRatePerYear { get; init; }
}
