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

        double r = model.Autocorrelation;
        if (baselineCount < ControlLimits.FirmCount)
        {
            return OfShort(rules, baselineCount, r);
        }

        double years = (double)ControlLimits.FirmCount / Math.Max(baselineCount, ControlLimits.ProvisionalCount);
        double rate = rules switch
        {
            AlarmRuleSet.Nhs => 0.12 + (0.08 * years) + ((0.35 + years) * r),
            AlarmRuleSet.WesternElectric => 0.10 + (0.10 * years) + (((1.3 * years) - 0.1) * r),
            _ => (0.13 * years) - 0.005 + (0.6 * years * years * r) + (0.004 * years * model.Parameters),
        };
        return Math.Min(rate, 0.6);
    }

    /// <summary>
    /// Under 24 months a season and an autocorrelation look alike: the limits are widened for either, and a season that is there raises alarms less than the correlation that it looks
    /// like. So the rate does not grow beyond that of a correlation of 0.3. Under 8 months nothing is known of either, and the limits are a guess. The cells are those of <c>season-short</c>.
    /// </summary>
    private static double OfShort(AlarmRuleSet rules, int baselineCount, double r) => (rules, baselineCount < 8) switch
    {
        (AlarmRuleSet.Default, true) => 0.55 - (0.035 * baselineCount),
        (_, true) => 0.64 - (0.04 * baselineCount),
        (AlarmRuleSet.Nhs, _) => Math.Min(0.17 + (2 * r), 0.45),
        (AlarmRuleSet.WesternElectric, _) => Math.Min(0.17 + (1.8 * r), 0.42),
        _ => Math.Min(0.12 + (0.9 * r), 0.28),
    };
}
