namespace TcmCrm.Roi.Benefits;

/// <summary>A benefit given as a plain amount a year from go-live on.</summary>
public sealed class YearlyBenefit : RunRateBenefit
{
    /// <summary>An amount a year.</summary>
    /// <param name="amountPerYear">The full yearly amount once everything is realised, 0 or more. For more sales: contribution margin, not revenue.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public YearlyBenefit(Money amountPerYear)
        : base(NotNegative(amountPerYear, nameof(amountPerYear)))
    {
    }
}
