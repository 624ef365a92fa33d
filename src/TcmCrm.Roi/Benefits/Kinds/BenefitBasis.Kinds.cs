using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

public abstract partial class BenefitBasis
{
    private static readonly string[] OwnKinds =
    [
        "amounts", "yearly", "notMonetised", "revenueUplift", "retention", "satisfactionChain", "customerMargin", "taskTime", "safetyStock", "expiryLoss", "impact", "workingCapital",
    ];

    /// <summary>Plain dated amounts: the form that any published table can be written in. No realisation profile applies.</summary>
    /// <param name="flows">One or more amounts of one currency, in any order, each at most 1e15 and from 1900-01-01 to 2200-12-31; several on one date are allowed.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">The list is empty or mixes currencies.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount or a date is outside its range.</exception>
    public static BenefitBasis Amounts(IEnumerable<DatedAmount> flows) => new DatedBenefit(flows);

    /// <summary>A plain amount a year from go-live on: a twelfth a grid month, dated the last day of the month.</summary>
    /// <param name="amountPerYear">The full yearly amount once everything is realised, 0 to 1e15. For more sales: contribution margin, not revenue.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is outside its range.</exception>
    public static BenefitBasis Yearly(Money amountPerYear) => new YearlyBenefit(amountPerYear);

    /// <summary>A kind of a host's own: a pure function from the months of the case to dated amounts.</summary>
    /// <param name="kind">The word for it in documents: camelCase, 1 to 50 ASCII letters and digits, none of the library's own words.</param>
    /// <param name="currency">The currency of every amount; not <see cref="Currency.None"/>.</param>
    /// <param name="amounts">
    /// Gives the full amounts for a time frame and the parameters. It must give the same for the same, without side effects, and may be called often and
    /// from several threads. An amount outside the grid is passed over.
    /// </param>
    /// <param name="parameters">Plain values that it computes from and that a document carries; none by default. Names as of kinds.</param>
    /// <param name="usesProfile">
    /// Whether the realisation profile of the line applies: an amount in the grid month m months after that of go-live counts for the profile's share of m,
    /// one before go-live for nothing. By default the function says itself when what is realised, as plain dated amounts do.
    /// </param>
    /// <returns>A basis that equals another where kind, currency, parameters and function (the same method of the same object) do.</returns>
    /// <exception cref="ArgumentNullException">The kind or the function is null.</exception>
    /// <exception cref="ArgumentException">The kind or the name of a parameter is not allowed, or there is no currency.</exception>
    /// <remarks>
    /// Where the function throws, gives null, or gives an amount in another currency or above 1e15, evaluating the case throws
    /// <see cref="InvalidOperationException"/> that names the kind; the exception of the function is its inner exception.
    /// </remarks>
    public static BenefitBasis Custom(
        string kind,
        Currency currency,
        Func<CaseTimeline, IReadOnlyDictionary<string, decimal>, IEnumerable<DatedAmount>> amounts,
        IReadOnlyDictionary<string, decimal>? parameters = null,
        bool usesProfile = false) =>
        new CustomBenefit(new HostKind(kind, OwnKinds, currency, amounts, parameters), usesProfile);
}
