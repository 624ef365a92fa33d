namespace TcmCrm.Roi.Kpis;

/// <summary>Display names of alarms.</summary>
public static class AlarmNames
{
    /// <summary>The English name; the NHS rules and the limits bear the labels of the NHS charts, such as <c>7 Points Above CL</c>.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="side">The side.</param>
    /// <returns>The name; <c>Common Cause</c> for no rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not defined.</exception>
    public static string English(AlarmRule rule, AlarmSide side)
    {
        Check.Defined(side);
        bool above = side == AlarmSide.Above;
        return Check.Defined(rule) switch
        {
            AlarmRule.OutsideLimits => above ? "Above UCL" : "Below LCL",
            AlarmRule.Cusum => above ? "CUSUM Above" : "CUSUM Below",
            AlarmRule.TrendOfSeven => above ? "7 Point Trend (Increasing)" : "7 Point Trend (Decreasing)",
            AlarmRule.TwoOfThree => above ? "2 in 3 Above CL" : "2 in 3 Below CL",
            AlarmRule.FourOfFive => above ? "4 in 5 Above CL" : "4 in 5 Below CL",
            AlarmRule.SevenOnOneSide => above ? "7 Points Above CL" : "7 Points Below CL",
            AlarmRule.EightOnOneSide => above ? "8 Points Above CL" : "8 Points Below CL",
            _ => "Common Cause",
        };
    }

    /// <summary>The Chinese name, such as <c>连续7点高于中心线</c>.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="side">The side.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not defined.</exception>
    public static string Chinese(AlarmRule rule, AlarmSide side)
    {
        Check.Defined(side);
        bool above = side == AlarmSide.Above;
        return Check.Defined(rule) switch
        {
            AlarmRule.OutsideLimits => above ? "高于控制上限" : "低于控制下限",
            AlarmRule.Cusum => above ? "累积和偏高" : "累积和偏低",
            AlarmRule.TrendOfSeven => above ? "连续7点上升" : "连续7点下降",
            AlarmRule.TwoOfThree => above ? "3点中2点高于2σ" : "3点中2点低于2σ",
            AlarmRule.FourOfFive => above ? "5点中4点高于1σ" : "5点中4点低于1σ",
            AlarmRule.SevenOnOneSide => above ? "连续7点高于中心线" : "连续7点低于中心线",
            AlarmRule.EightOnOneSide => above ? "连续8点高于中心线" : "连续8点低于中心线",
            _ => "正常波动",
        };
    }
}
