namespace TcmCrm.Roi.Kpis;

/// <summary>The unit that the values of a KPI are in.</summary>
public enum KpiUnit
{
    /// <summary>A ratio as a fraction: 0.25 is 25 %. May exceed 1 where the KPI allows it.</summary>
    Ratio,

    /// <summary>Calendar days.</summary>
    Day,

    /// <summary>Working hours.</summary>
    Hour,

    /// <summary>An amount in the currency of the case, in whole units of it (yuan, not ten thousand yuan).</summary>
    Money,

    /// <summary>An amount in the currency of the case a calendar day.</summary>
    MoneyPerDay,

    /// <summary>A count a day.</summary>
    PerDay,

    /// <summary>Points of a survey scale.</summary>
    Score,

    /// <summary>Net score in points from -100 to 100 (share of promoters minus share of detractors, times 100).</summary>
    NetScore,

    /// <summary>A plain number, or a unit that the host names in the formula of its own KPI.</summary>
    Number,
}
