namespace TcmCrm.Roi.Benefits;

/// <summary>A benefit given as a plain amount a year from go-live on.</summary>
internal sealed class YearlyBenefit : RunRateBenefit
{
    /// <summary>An amount a year.</summary>
    /// <param name="amountPerYear">The full yearly amount once everything is realised, 0 or more. For more sales: contribution margin, not revenue.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public YearlyBenefit(Money amountPerYear)
        : base("yearly", LineRange.Amount(amountPerYear))
    {
    }

    private protected override bool HasSame(BenefitBasis other) =>
        other is YearlyBenefit it && AmountPerYear == it.AmountPerYear;
}
