using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>Money booked on a cost line of the case.</summary>
internal sealed class CostActual : Actual
{
    internal CostActual(string line, YearMonth month, Money amount, decimal? quantity, decimal? plannedQuantity, string? document)
        : base(ActualKind.Cost, line, month)
    {
        Cash = InCurrency(amount);
        Quantity = NotNegative(quantity, nameof(quantity));
        PlannedQuantity = NotNegative(plannedQuantity, nameof(plannedQuantity));
        Document = PaperNumber(document);
    }

    /// <summary>The money booked; a credit note is negative.</summary>
    internal override Money Cash { get; }

    /// <summary>Units paid for; null when not counted.</summary>
    public decimal? Quantity { get; }

    /// <summary>Units that the plan foresaw for the month; null when not known.</summary>
    public decimal? PlannedQuantity { get; }

    /// <summary>The number of the bill; null when not known.</summary>
    public string? Document { get; }

    internal override decimal Number => Cash.Amount;

    internal override string? Paper => Document;

    internal override decimal? Units => Quantity;

    internal override decimal? Plan => PlannedQuantity;
}
