using System.Globalization;

namespace TcmCrm.Roi.Kpis;

/// <summary>
/// How often a rule set alarms, with limits from a baseline of 24 months: without any change, and after a drop of 1.5 sigma. Measured by the
/// simulation that docs/methods.md describes, for independent normal months. Autocorrelation raises both: with 0.4 from month to month the default
/// set alarms falsely in 47 % of years, the others in 59 % and 63 %.
/// </summary>
/// <remarks>
/// Runs and patterns may begin in the baseline, as on the NHS charts. Counted within the watched months only, NHS alarms falsely in 18 % and finds
/// 55 %, Western Electric in 19 % and 72 %.
/// </remarks>
public sealed class AlarmRuleSetFacts
{
    private AlarmRuleSetFacts(AlarmRuleSet rules, string english, string chinese, double falseAlarmRate, double detectionRate)
    {
        Rules = rules;
        EnglishName = english;
        ChineseName = chinese;
        FalseAlarmRate = falseAlarmRate;
        DetectionRate = detectionRate;
    }

    /// <summary>The rule set.</summary>
    public AlarmRuleSet Rules { get; }

    /// <summary>The English name.</summary>
    public string EnglishName { get; }

    /// <summary>The Chinese name.</summary>
    public string ChineseName { get; }

    /// <summary>The share of KPIs without any change that raise at least one alarm within 12 months, as a fraction.</summary>
    public double FalseAlarmRate { get; }

    /// <summary>The share of drops by 1.5 sigma that raise an alarm within 6 months, as a fraction.</summary>
    public double DetectionRate { get; }

    /// <summary>The facts of a rule set.</summary>
    /// <param name="rules">The rule set.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rules"/> is not a defined value.</exception>
    public static AlarmRuleSetFacts Of(AlarmRuleSet rules) => Check.Defined(rules) switch
    {
        AlarmRuleSet.Nhs => new(rules, "NHS rules", "NHS 规则", 0.22, 0.69),
        AlarmRuleSet.WesternElectric => new(rules, "Western Electric rules", "西电规则", 0.22, 0.78),
        _ => new(rules, "default rules (limits or CUSUM)", "默认规则(控制限或累积和)", 0.13, 0.68),
    };

    /// <summary>An invariant text, such as <c>NHS rules: 22 % false alarms in 12 months, 69 % of drops by 1.5 sigma found in 6</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1:0} % false alarms in 12 months, {2:0} % of drops by 1.5 sigma found in 6", EnglishName, 100 * FalseAlarmRate, 100 * DetectionRate);
}
