using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiNamesTests
{
    [Theory]
    [InlineData(AlarmRule.None, AlarmSide.None, "Common Cause", "正常波动")]
    [InlineData(AlarmRule.None, AlarmSide.Above, "Common Cause", "正常波动")]
    [InlineData(AlarmRule.OutsideLimits, AlarmSide.Above, "Above UCL", "高于控制上限")]
    [InlineData(AlarmRule.OutsideLimits, AlarmSide.Below, "Below LCL", "低于控制下限")]
    [InlineData(AlarmRule.Cusum, AlarmSide.Above, "CUSUM Above", "累积和偏高")]
    [InlineData(AlarmRule.Cusum, AlarmSide.Below, "CUSUM Below", "累积和偏低")]
    [InlineData(AlarmRule.TrendOfSeven, AlarmSide.Above, "7 Point Trend (Increasing)", "连续7点上升")]
    [InlineData(AlarmRule.TrendOfSeven, AlarmSide.Below, "7 Point Trend (Decreasing)", "连续7点下降")]
    [InlineData(AlarmRule.TwoOfThree, AlarmSide.Above, "2 in 3 Above CL", "3点中2点高于2σ")]
    [InlineData(AlarmRule.TwoOfThree, AlarmSide.Below, "2 in 3 Below CL", "3点中2点低于2σ")]
    [InlineData(AlarmRule.FourOfFive, AlarmSide.Above, "4 in 5 Above CL", "5点中4点高于1σ")]
    [InlineData(AlarmRule.FourOfFive, AlarmSide.Below, "4 in 5 Below CL", "5点中4点低于1σ")]
    [InlineData(AlarmRule.SevenOnOneSide, AlarmSide.Above, "7 Points Above CL", "连续7点高于中心线")]
    [InlineData(AlarmRule.SevenOnOneSide, AlarmSide.Below, "7 Points Below CL", "连续7点低于中心线")]
    [InlineData(AlarmRule.EightOnOneSide, AlarmSide.Above, "8 Points Above CL", "连续8点高于中心线")]
    [InlineData(AlarmRule.EightOnOneSide, AlarmSide.Below, "8 Points Below CL", "连续8点低于中心线")]
    public void Alarms_AreNamedByRuleAndSide(AlarmRule rule, AlarmSide side, string english, string chinese)
    {
        Assert.Equal(english, AlarmNames.English(rule, side));
        Assert.Equal(chinese, AlarmNames.Chinese(rule, side));
    }

    [Fact]
    public void UndefinedAlarms_AreRefused()
    {
        foreach (Func<AlarmRule, AlarmSide, string> name in new[] { AlarmNames.English, AlarmNames.Chinese })
        {
            Refused("rule", "rule is 99; allowed: one of None, OutsideLimits", () => name((AlarmRule)99, AlarmSide.Above));
            Refused("side", "side is 3; allowed: one of None, ", () => name(AlarmRule.Cusum, (AlarmSide)3));
        }
    }

    [Theory]
    [InlineData(KpiState.InsufficientData, "insufficient data", "数据不足")]
    [InlineData(KpiState.Improving, "improving", "改善")]
    [InlineData(KpiState.Flat, "flat", "持平")]
    [InlineData(KpiState.Deteriorating, "deteriorating", "恶化")]
    [InlineData(KpiState.Volatile, "volatile", "波动")]
    [InlineData(KpiState.NotJudged, "changed, not judged", "有变化(不评判)")]
    public void States_HaveNames(KpiState state, string english, string chinese)
    {
        Assert.Equal(english, KpiStateNames.English(state));
        Assert.Equal(chinese, KpiStateNames.Chinese(state));
    }

    [Theory]
    [InlineData(KpiTargetState.NoTarget, "no target", "未设目标")]
    [InlineData(KpiTargetState.OnTarget, "on target", "达标")]
    [InlineData(KpiTargetState.Warning, "warning", "预警")]
    [InlineData(KpiTargetState.OffTarget, "off target", "未达标")]
    public void TargetStates_HaveNames(KpiTargetState state, string english, string chinese)
    {
        Assert.Equal(english, KpiStateNames.English(state));
        Assert.Equal(chinese, KpiStateNames.Chinese(state));
    }

    [Theory]
    [InlineData(KpiDirection.HigherIsBetter, "higher is better", "越高越好")]
    [InlineData(KpiDirection.LowerIsBetter, "lower is better", "越低越好")]
    [InlineData(KpiDirection.Neutral, "neither", "中性")]
    public void Directions_HaveNames(KpiDirection direction, string english, string chinese)
    {
        Assert.Equal(english, KpiDirectionNames.English(direction));
        Assert.Equal(chinese, KpiDirectionNames.Chinese(direction));
    }

    [Theory]
    [InlineData(KpiUnit.Ratio, "ratio", "比率")]
    [InlineData(KpiUnit.Day, "days", "天")]
    [InlineData(KpiUnit.Hour, "hours", "小时")]
    [InlineData(KpiUnit.Money, "currency", "金额")]
    [InlineData(KpiUnit.MoneyPerDay, "currency/day", "金额/天")]
    [InlineData(KpiUnit.PerDay, "1/day", "次/天")]
    [InlineData(KpiUnit.Score, "score", "分")]
    [InlineData(KpiUnit.NetScore, "-100..100", "-100 至 100")]
    [InlineData(KpiUnit.Number, "number", "数值")]
    public void Units_HaveNames(KpiUnit unit, string english, string chinese)
    {
        Assert.Equal(english, KpiUnitNames.English(unit));
        Assert.Equal(chinese, KpiUnitNames.Chinese(unit));
    }

    [Fact]
    public void UndefinedValues_HaveNoName()
    {
        Refused("state", "state is 6; allowed: one of InsufficientData, ", () => KpiStateNames.English((KpiState)6));
        Refused("state", "state is 6; allowed: one of InsufficientData, ", () => KpiStateNames.Chinese((KpiState)6));
        Refused("state", "state is 4; allowed: one of NoTarget, ", () => KpiStateNames.English((KpiTargetState)4));
        Refused("state", "state is 4; allowed: one of NoTarget, ", () => KpiStateNames.Chinese((KpiTargetState)4));
        Refused("direction", "Not a defined KpiDirection.", () => KpiDirectionNames.English((KpiDirection)3));
        Refused("direction", "Not a defined KpiDirection.", () => KpiDirectionNames.Chinese((KpiDirection)3));
        Refused("unit", "Not a defined KpiUnit.", () => KpiUnitNames.English((KpiUnit)99));
        Refused("unit", "Not a defined KpiUnit.", () => KpiUnitNames.Chinese((KpiUnit)99));
    }

    [Theory]
    [InlineData(AlarmRuleSet.Default, "default rules (limits or CUSUM)", "默认规则(控制限或累积和)", ": 13 % false alarms in 12 months, 68 % of drops by 1.5 sigma found in 6")]
    [InlineData(AlarmRuleSet.Nhs, "NHS rules", "NHS 规则", ": 22 % false alarms in 12 months, 69 % of drops by 1.5 sigma found in 6")]
    [InlineData(AlarmRuleSet.WesternElectric, "Western Electric rules", "西电规则", ": 22 % false alarms in 12 months, 78 % of drops by 1.5 sigma found in 6")]
    public void RuleSets_HaveNamesAndTellTheirRates(AlarmRuleSet rules, string english, string chinese, string rates)
    {
        AlarmRuleSetFacts facts = AlarmRuleSetFacts.Of(rules);
        Assert.Equal(rules, facts.Rules);
        Assert.Equal(english, facts.EnglishName);
        Assert.Equal(chinese, facts.ChineseName);
        Assert.Equal(english + rates, facts.ToString());
    }

    private static void Refused(string parameter, string message, Func<object> act)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(parameter, act);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
