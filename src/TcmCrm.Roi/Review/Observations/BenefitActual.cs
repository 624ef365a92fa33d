using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>Money measured on a benefit line of the case.</summary>
internal sealed class BenefitActual : Actual
{
    private const int LongestStretch = 120;

    internal BenefitActual(
        string line, YearMonth month, Money amount, decimal? quantity, decimal? plannedQuantity, YearMonth? from, string? document)
        : base(ActualKind.Benefit, line, month)
    {
        Cash = InCurrency(amount);
        Quantity = NotNegative(quantity, nameof(quantity));
        PlannedQuantity = NotNegative(plannedQuantity, nameof(plannedQuantity));
        From = from is not { } first || (Check.Iso(first, nameof(from)) <= Check.Iso(month) && MonthsBetween(first, month) < LongestStretch)
            ? from
            : throw Check.OutOfRange(nameof(from), first, $"a month not after {month} and less than {LongestStretch} months before it",
                new Message("range.stretch", MessageArgument.Month("month", month), MessageArgument.Number("months", LongestStretch)));
        Document = PaperNumber(document);
    }

    private static int MonthsBetween(YearMonth first, YearMonth last) => (12 * (last.Year - first.Year)) + last.Month - first.Month;

    /// <summary>The money measured; negative where the effect is harm, 0 where it was measured as nothing.</summary>
    internal override Money Cash { get; }

    /// <summary>Units behind it; null when not counted.</summary>
    public decimal? Quantity { get; }

    /// <summary>Units that the plan foresaw for the month; null when not known.</summary>
    public decimal? PlannedQuantity { get; }

    /// <summary>The first month that it was measured for; null where it is not said.</summary>
    public YearMonth? From { get; }

    /// <summary>The number of the report; null when not known.</summary>
    public string? Document { get; }

    internal override decimal Number => Cash.Amount;

    internal override string? Paper => Document;

    internal override decimal? Units => Quantity;

    internal override decimal? Plan => PlannedQuantity;

    internal override YearMonth? First => From;
}
