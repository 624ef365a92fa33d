using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>How a <see cref="KpiBuilder"/> counts.</summary>
public sealed class KpiBuilderOptions
{
    /// <summary>Over how many months, the current one included, a customer who bought is active; 1 to 24, default 3. Retention and churn follow from it.</summary>
    public int ActiveMonths { get; init; } = 3;

    /// <summary>The window of the repurchase and the cross-sell rate in months, the current one included; 1 to 24, default 12.</summary>
    public int WindowMonths { get; init; } = 12;

    /// <summary>From this score on an answer is satisfied; 1 to 5, default 4.</summary>
    public decimal SatisfiedFrom { get; init; } = 4;

    /// <summary>
    /// The last month whose records are complete; null to take the month of the last order if it has an order in its last five days, else the month before: half a
    /// month of sales looks like a fall.
    /// </summary>
    public YearMonth? Through { get; init; }

    /// <summary>Stock that may be sold for this many months or fewer is near its expiry; 1 to 60, default 6.</summary>
    public int NearExpiryMonths { get; init; } = 6;

    /// <summary>Whether channels and regions get series of their own beside those of the whole; default true.</summary>
    public bool BySegment { get; init; } = true;
}
