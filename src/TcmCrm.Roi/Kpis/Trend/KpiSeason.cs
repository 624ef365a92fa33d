namespace TcmCrm.Roi.Kpis;

/// <summary>What an assessment knows of the season of a KPI.</summary>
public enum KpiSeason
{
    /// <summary>Not asked for: the basis of the chart is <see cref="ChartBasis.Values"/>, or the series is not monthly.</summary>
    NotConsidered,

    /// <summary>季节规律未知: fewer than 24 months with values, so that a season and a change cannot be told apart.</summary>
    Unknown,

    /// <summary>From 24 months on: looked for and not found.</summary>
    None,

    /// <summary>Found, and taken out as one or two waves a year.</summary>
    Waves,

    /// <summary>Found, and taken out as the effect of each calendar month.</summary>
    CalendarMonths,
}
