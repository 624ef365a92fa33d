namespace TcmCrm.Roi.Kpis;

/// <summary>To which side an alarm points.</summary>
internal enum AlarmSide
{
    /// <summary>No alarm.</summary>
    None,

    /// <summary>Above the centre, or rising.</summary>
    Above,

    /// <summary>Below the centre, or falling.</summary>
    Below,
}
