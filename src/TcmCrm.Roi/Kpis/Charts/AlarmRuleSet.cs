namespace TcmCrm.Roi.Kpis;

/// <summary>A named set of rules by which a control chart raises alarms; <see cref="ControlChart.FalseAlarmRateOf"/> says how often each alarms falsely.</summary>
public enum AlarmRuleSet
{
    /// <summary>A point outside the limits, or a two-sided CUSUM with k = 0.5 and h = 5.</summary>
    Default,

    /// <summary>
    /// NHS "Making data count": a point outside the limits; seven on one side of the centre; a trend of seven; two of three near a limit. The
    /// points that led up to a run are marked when the run is complete.
    /// </summary>
    Nhs,

    /// <summary>
    /// Western Electric (1956): a point outside the limits; two of three beyond two sigma; four of five beyond one sigma; eight on one side. The
    /// point that completes a pattern is marked.
    /// </summary>
    WesternElectric,
}
