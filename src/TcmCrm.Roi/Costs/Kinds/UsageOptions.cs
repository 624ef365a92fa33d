using System.Collections.ObjectModel;

namespace TcmCrm.Roi.Costs;

/// <summary>What a price by usage may say besides units and price; see <see cref="CostBasis.Usage"/>, which checks it.</summary>
public sealed class UsageOptions
{
    internal static readonly UsageOptions None = new();

    /// <summary>The first billing date; the start of the case by default.</summary>
    public CostStart From { get; init; }

    /// <summary>How long it runs; open by default.</summary>
    public CostTerm Term { get; init; }

    /// <summary>Units of each month that cost nothing, 0 to 1e15.</summary>
    public decimal IncludedPerMonth { get; init; }

    /// <summary>Price rise at each anniversary of the first date, as a fraction: 0.03 is 3 %; -0.99 to 1.</summary>
    public decimal PriceEscalationPerYear { get; init; }

    /// <summary>Growth of the units at each anniversary of the first date, as a fraction: 0.1 is 10 %; -0.99 to 1.</summary>
    public decimal UnitGrowthPerYear { get; init; }

    /// <summary>Prices from a number of paid units a month on, by ascending number, at most 50; none by default.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<PriceTier> Tiers
    {
        get;
        init => field = new ReadOnlyCollection<PriceTier>((PriceTier[])[.. Check.NotNull(value, nameof(Tiers))]);
    } = new ReadOnlyCollection<PriceTier>([]);

    /// <summary>Whether all paid units have the price of the tier that is reached; by default each has that of its own tier.</summary>
    public bool AllUnitsAtTierPrice { get; init; }
}
