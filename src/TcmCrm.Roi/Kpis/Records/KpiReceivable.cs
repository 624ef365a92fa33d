using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>What the ledger says of a month, for <see cref="KpiBuilder.Add(in KpiReceivable)"/>. Several of one month (customers, regions) are added. The default says nothing of January of year 1.</summary>
public readonly record struct KpiReceivable
{
    /// <summary>The month.</summary>
    public YearMonth Month { get; init; }

    /// <summary>Receivables at the end of the month; null where not known.</summary>
    public decimal? Balance { get; init; }

    /// <summary>Credit sales of the month; null where not known: then the sales of the orders are taken.</summary>
    public decimal? CreditSales { get; init; }

    /// <summary>What fell due in the month; null where not known.</summary>
    public decimal? Due { get; init; }

    /// <summary>What was collected of it; null where not known.</summary>
    public decimal? Collected { get; init; }
}
