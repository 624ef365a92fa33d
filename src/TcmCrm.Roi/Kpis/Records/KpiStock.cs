using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>A product that was carried in a month, for <see cref="KpiBuilder.Add(in KpiStock)"/>: one line of a stock list. The default is not valid: it has no product.</summary>
public readonly record struct KpiStock
{
    /// <summary>The month at whose end the stock was taken.</summary>
    public YearMonth Month { get; init; }

    /// <summary>The product with its size (品规), as orders write it. Not blank.</summary>
    public string Sku { get; init; }

    /// <summary>The value of the stock, 0 or more; null where it is not known.</summary>
    public decimal? Value { get; init; }

    /// <summary>How many months the stock may still be sold; null where it is not known.</summary>
    public decimal? MonthsLeft { get; init; }

    /// <summary>The channel or region; null for none.</summary>
    public string? Segment { get; init; }
}
