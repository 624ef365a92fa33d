namespace TcmCrm.Roi.Impact;

/// <summary>What the number of an effect means.</summary>
public enum EffectUnit
{
    /// <summary>A relative change as a fraction: 0.08 is 8 % more.</summary>
    Relative,

    /// <summary>A difference in the unit of the KPI.</summary>
    KpiUnit,

    /// <summary>A difference of shares as a fraction: 0.05 is five percentage points.</summary>
    Share,

    /// <summary>A difference of scores, in points of the scale.</summary>
    ScorePoints,
}
