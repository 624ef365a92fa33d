namespace TcmCrm.Roi.Kpis;

/// <summary>What a control chart is drawn of.</summary>
public enum ChartBasis
{
    /// <summary>The values as they are.</summary>
    Values,

    /// <summary>
    /// The values less the effect of their calendar month, which is the month's mean in the baseline less the mean of all months' means. Needs
    /// each calendar month at least twice in the baseline. Limits are widened for the months estimated.
    /// </summary>
    SeasonalResiduals,

    /// <summary>As <see cref="SeasonalResiduals"/>, of the natural logarithms; for positive values whose season is a percentage.</summary>
    SeasonalLogs,

    /// <summary>
    /// The values less their season where there is one, with limits widened for the errors of the season and for autocorrelation, so that the false-alarm
    /// rate that the chart states (<see cref="ControlChart.FalseAlarmRate"/>) is the one of this series. A season is looked for from 24 months on.
    /// </summary>
    Adjusted,
}
