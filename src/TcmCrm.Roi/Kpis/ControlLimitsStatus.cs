namespace TcmCrm.Roi.Kpis;

/// <summary>How far control limits may be trusted, by the points of their baseline.</summary>
public enum ControlLimitsStatus
{
    /// <summary>Fewer than 12 points: the limits are a guess.</summary>
    TooShort,

    /// <summary>12 to 23 points: provisional.</summary>
    Provisional,

    /// <summary>24 points or more: firm.</summary>
    Firm,
}
