using System.Collections.ObjectModel;

namespace TcmCrm.Roi.Costs;

/// <summary>What a subscription may say besides its seats and their price; see <see cref="SoftwareCost.Subscription"/>, which checks it.</summary>
public sealed class SubscriptionOptions
{
    internal static readonly SubscriptionOptions None = new();

    /// <summary>The first billing date; the start of the case by default.</summary>
    public CostStart From { get; init; }

    /// <summary>How long it runs; open by default.</summary>
    public CostTerm Term { get; init; }

    /// <summary>Whether it goes on at the escalated price when a term in months ends (到期续约), or ends with it, and what it pays for too (到期终止); null where it is not stated:
    /// then it is taken to renew, and results say so. Only with a term in months.</summary>
    public bool? Renews { get; init; }

    /// <summary>Price rise at each anniversary of the first date, as a fraction: 0.03 is 3 %; -0.99 to 1.</summary>
    public decimal PriceEscalationPerYear { get; init; }

    /// <summary>Growth of the seats at each anniversary of the first date, as a fraction: 0.1 is 10 %; -0.99 to 1. Not with a plan.</summary>
    public decimal SeatGrowthPerYear { get; init; }

    /// <summary>Months from the first billing date that cost nothing, 0 to 1,200: the bills of these months are smaller or none, and the term counts them.</summary>
    public int FreeMonths { get; init; }

    /// <summary>Prices of one seat from a number of seats on, by ascending number, at most 50; none by default.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<PriceTier> SeatTiers
    {
        get;
        init => field = new ReadOnlyCollection<PriceTier>((PriceTier[])[.. Check.NotNull(value, nameof(SeatTiers))]);
    } = new ReadOnlyCollection<PriceTier>([]);

    /// <summary>Whether all seats have the price of the tier that is reached (a volume discount); by default each seat has that of its own tier.</summary>
    public bool AllSeatsAtTierPrice { get; init; }

    /// <summary>The steps of the seats by ascending date, no date twice; none by default.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<SeatStep> SeatPlan
    {
        get;
        init => field = new ReadOnlyCollection<SeatStep>((SeatStep[])[.. Check.NotNull(value, nameof(SeatPlan))]);
    } = new ReadOnlyCollection<SeatStep>([]);
}
