using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>One line of an order, for <see cref="KpiBuilder.Add(in KpiOrder)"/>. The default is not valid: it has no customer.</summary>
public readonly record struct KpiOrder
{
    /// <summary>Who bought: an id or a name, full-width and half-width characters are the same. Not blank.</summary>
    public string Customer { get; init; }

    /// <summary>The day of the order.</summary>
    public LocalDate Date { get; init; }

    /// <summary>The amount of the line in whole units of the currency; a return is negative, a gift 0: neither is a purchase.</summary>
    public decimal Amount { get; init; }

    /// <summary>The gross margin of the line (毛利), below 0 for a return (what is written above 0 there is taken off); null where it is not known.</summary>
    public decimal? Margin { get; init; }

    /// <summary>The rebate granted on the line (返利), 0 or more; on a return what is taken back, on either side of 0; null where it is not known.</summary>
    public decimal? Rebate { get; init; }

    /// <summary>The quantity sold, of a return as the margin; null where it is not known.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The number of the order that the line belongs to; null where lines have none: then all that a customer orders on one day is one order.</summary>
    public string? Order { get; init; }

    /// <summary>The product line, for the cross-sell rate; null where it is not known.</summary>
    public string? ProductLine { get; init; }

    /// <summary>The product with its size (品规), for the sell-through rate; null where it is not known.</summary>
    public string? Sku { get; init; }

    /// <summary>The channel or region; null for none.</summary>
    public string? Segment { get; init; }

    /// <summary>Whether a member bought; null where it is not known.</summary>
    public bool? IsMember { get; init; }
}
