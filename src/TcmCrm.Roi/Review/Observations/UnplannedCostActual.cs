using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>Money booked that no cost line of the case foresaw.</summary>
internal sealed class UnplannedCostActual : Actual
{
    internal UnplannedCostActual(string line, YearMonth month, Money amount, string? document, string? note)
        : base(ActualKind.UnplannedCost, line, month)
    {
        Cash = InCurrency(amount);
        Document = PaperNumber(document);
        Note = NoteText(note);
    }

    /// <summary>The money booked; a credit note is negative.</summary>
    internal override Money Cash { get; }

    /// <summary>The number of the bill; null when not known.</summary>
    public string? Document { get; }

    /// <summary>What its booking says of it; null where it says nothing.</summary>
    public string? Note { get; }

    internal override decimal Number => Cash.Amount;

    internal override string? Paper => Document;

    internal override string? Remark => Note;
}
