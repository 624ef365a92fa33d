namespace TcmCrm.Roi.Benefits;

/// <summary>A benefit given as a plain amount a year from go-live on.</summary>
internal sealed class YearlyBenefit : RunRateBenefit
{
    public YearlyBenefit(Money amountPerYear)
        : base("yearly", LineRange.Amount(amountPerYear))
    {
    }

    // A round amount a year stands in a case twice without being the same thing.
    internal override object? PartOf => null;

    private protected override bool HasSame(BenefitBasis other) =>
        other is YearlyBenefit it && AmountPerYear == it.AmountPerYear;
}
