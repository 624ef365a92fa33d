using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>One visit of a representative, for <see cref="KpiBuilder.Add(in KpiVisit)"/>. The default is not valid: it has no customer.</summary>
public readonly record struct KpiVisit
{
    /// <summary>Who was visited. Not blank.</summary>
    public string Customer { get; init; }

    /// <summary>Who visited. Not blank.</summary>
    public string Representative { get; init; }

    /// <summary>The day.</summary>
    public LocalDate Date { get; init; }

    /// <summary>Whether the visit passes the rules of the company (place, duration, report).</summary>
    public bool IsEffective { get; init; }

    /// <summary>Whether the product was in stock there; null where nobody looked.</summary>
    public bool? HasStock { get; init; }
}
