using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>Money booked that no cost line of the case foresaw.</summary>
internal sealed class UnplannedCostActual : Actual
{
    internal UnplannedCostActual(string line, YearMonth month, Money amount, string? document)
        : base(ActualKind.UnplannedCost, line, month)
    {
        Cash = InCurrency(amount);
        Document = PaperNumber(document);
    }

    /// <summary>The money booked; a credit note is negative.</summary>
    internal override Money Cash { get; }

    /// <summary>The number of the bill; null when not known.</summary>
    public string? Document { get; }

    internal override decimal Number => Cash.Amount;

    internal override string? Paper => Document;
}
