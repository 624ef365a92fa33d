namespace TcmCrm.Roi.Benefits;

/// <summary>A benefit given as a plain amount a year from go-live on.</summary>
internal sealed class YearlyBenefit : RunRateBenefit
{
    public YearlyBenefit(Money amountPerYear)
        : base("yearly", LineRange.Amount(amountPerYear))
    {
    }

    private protected override bool HasSame(BenefitBasis other) =>
        other is YearlyBenefit it && AmountPerYear == it.AmountPerYear;
}
