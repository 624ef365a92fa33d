namespace TcmCrm.Roi.Kpis;

/// <summary>How an observation came to a <see cref="KpiTracker"/>.</summary>
public enum KpiObservationKind
{
    /// <summary>The first value of a month after all months before.</summary>
    New,

    /// <summary>The first value of a month before the latest one.</summary>
    Late,

    /// <summary>A new version of a month that had a value.</summary>
    Correction,
}
