namespace TcmCrm.Roi.Kpis;

/// <summary>Which direction of a KPI is better for the company.</summary>
public enum KpiDirection
{
    /// <summary>A higher value is better, such as a win rate.</summary>
    HigherIsBetter,

    /// <summary>A lower value is better, such as days to close a deal.</summary>
    LowerIsBetter,

    /// <summary>Neither direction is better in itself, such as a price effect: the KPI is reported, not judged.</summary>
    Neutral,
}
