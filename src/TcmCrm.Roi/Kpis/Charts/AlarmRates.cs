namespace TcmCrm.Roi.Kpis;

/// <summary>How often a chart alarms within 12 months though nothing changes.</summary>
/// <remarks>
/// Lines through the cells of the simulation whose table stands in docs/kpis.md (<c>season</c>): baselines of 24, 36 and 48 months, autocorrelation 0 and 0.3, without a season and with
/// waves or calendar months taken out. Every cell lies within 5 points of its line.
/// </remarks>
internal static class AlarmRates
{
    internal static double Of(AlarmRuleSet rules, ChartBasis basis, int baselineCount, SeasonModel model)
    {
        if (basis != ChartBasis.Adjusted)
        {
            return ControlChart.FalseAlarmRateOf(rules);
        }

        double years = (double)ControlLimits.FirmCount / Math.Max(baselineCount, ControlLimits.ProvisionalCount);
        double r = model.Autocorrelation;
        double rate = rules switch
        {
            AlarmRuleSet.Nhs => 0.12 + (0.08 * years) + ((0.35 + years) * r),
            AlarmRuleSet.WesternElectric => 0.10 + (0.10 * years) + (((1.3 * years) - 0.1) * r),
            _ => (0.01 + (0.13 * years)) + (0.25 * years * years * r) + (0.002 * years * model.Parameters),
        };
        return Math.Min(rate, 0.6);
    }
}
