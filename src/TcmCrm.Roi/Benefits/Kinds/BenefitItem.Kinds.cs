namespace TcmCrm.Roi.Benefits;

public sealed partial class BenefitItem
{
    /// <summary>What a person says is gained by a benefit that is not monetised; empty for every other.</summary>
    public string Description => Basis is NotMonetizedBenefit inWords ? inWords.Description : string.Empty;

    /// <summary>What the library says of a measured effect that was no improvement, so that nothing is summed; null for every other line.</summary>
    public Message? Note => (Basis as NotMonetizedBenefit)?.Note;

    /// <summary>A line of plain dated amounts.</summary>
    /// <param name="category">The category it is summed in.</param>
    /// <param name="name">The name that reports and warnings show.</param>
    /// <param name="flows">One or more amounts of one currency, each at most 1e15 and from 1900-01-01 to 2200-12-31.</param>
    /// <exception cref="ArgumentException">The name is not allowed, or the flows are empty or mix currencies.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount or a date is outside its range.</exception>
    public static BenefitItem OfAmounts(BenefitCategory category, string name, IEnumerable<DatedAmount> flows) => new(name, category, new DatedBenefit(flows));

    /// <summary>A line of a plain amount a year from go-live on.</summary>
    /// <param name="category">The category it is summed in.</param>
    /// <param name="name">The name that reports and warnings show.</param>
    /// <param name="amountPerYear">The full yearly amount once everything is realised, 0 to 1e15.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is outside its range.</exception>
    public static BenefitItem OfYearlyAmount(BenefitCategory category, string name, Money amountPerYear) => new(name, category, new YearlyBenefit(amountPerYear));

    /// <summary>A line in words, reported and never summed.</summary>
    /// <param name="category">The category it is listed in.</param>
    /// <param name="name">The name that reports and warnings show.</param>
    /// <param name="description">What is gained.</param>
    /// <exception cref="ArgumentException">The name is not allowed, or the description is blank.</exception>
    public static BenefitItem NotMonetized(BenefitCategory category, string name, string description) =>
        new(name, category, new NotMonetizedBenefit(description));
}
