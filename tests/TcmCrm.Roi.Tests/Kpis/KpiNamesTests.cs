using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiNamesTests
{
    [Theory]
    [InlineData(AlarmRule.None, "None", "Common Cause", "正常波动")]
    [InlineData(AlarmRule.OutsideLimits, "Above", "Above UCL", "高于控制上限")]
    [InlineData(AlarmRule.OutsideLimits, "Below", "Below LCL", "低于控制下限")]
    [InlineData(AlarmRule.Cusum, "Above", "CUSUM Above", "累积和偏高")]
    [InlineData(AlarmRule.Cusum, "Below", "CUSUM Below", "累积和偏低")]
    [InlineData(AlarmRule.TrendOfSeven, "Above", "7 Point Trend (Increasing)", "连续7点上升")]
    [InlineData(AlarmRule.TrendOfSeven, "Below", "7 Point Trend (Decreasing)", "连续7点下降")]
    [InlineData(AlarmRule.TwoOfThree, "Above", "2 in 3 Above CL", "3点中2点高于2σ")]
    [InlineData(AlarmRule.TwoOfThree, "Below", "2 in 3 Below CL", "3点中2点低于2σ")]
    [InlineData(AlarmRule.FourOfFive, "Above", "4 in 5 Above CL", "5点中4点高于1σ")]
    [InlineData(AlarmRule.FourOfFive, "Below", "4 in 5 Below CL", "5点中4点低于1σ")]
    [InlineData(AlarmRule.SevenOnOneSide, "Above", "7 Points Above CL", "连续7点高于中心线")]
    [InlineData(AlarmRule.SevenOnOneSide, "Below", "7 Points Below CL", "连续7点低于中心线")]
    [InlineData(AlarmRule.EightOnOneSide, "Above", "8 Points Above CL", "连续8点高于中心线")]
    [InlineData(AlarmRule.EightOnOneSide, "Below", "8 Points Below CL", "连续8点低于中心线")]
    public void Alarms_AreNamedByRuleAndSide(AlarmRule rule, string side, string english, string chinese)
    {
        var point = new ControlChartPoint(0, new YearMonth(2026, 1), 1, false, rule, Enum.Parse<AlarmSide>(side), 0, 0);
        Named(english, chinese, point.AlarmName);
        Assert.Equal((side == "Above", side == "Below"), (point.IsAbove, point.IsBelow));
    }

    [Theory]
    [InlineData(KpiState.InsufficientData, "insufficient data", "数据不足")]
    [InlineData(KpiState.Improving, "improving", "改善")]
    [InlineData(KpiState.Flat, "flat", "持平")]
    [InlineData(KpiState.Deteriorating, "deteriorating", "恶化")]
    [InlineData(KpiState.Volatile, "volatile", "波动")]
    [InlineData(KpiState.NotJudged, "changed, not judged", "有变化（不评判）")]
    public void States_HaveNames(KpiState state, string english, string chinese)
    {
        Named(english, chinese, Message.NameOf(state));
    }

    [Theory]
    [InlineData(KpiTargetState.NoTarget, "no target", "未设目标")]
    [InlineData(KpiTargetState.OnTarget, "on target", "达标")]
    [InlineData(KpiTargetState.Warning, "warning", "有风险")]
    [InlineData(KpiTargetState.OffTarget, "off target", "未达标")]
    public void TargetStates_HaveNames(KpiTargetState state, string english, string chinese)
    {
        Named(english, chinese, Message.NameOf(state));
    }

    [Theory]
    [InlineData(KpiDirection.HigherIsBetter, "higher is better", "越高越好")]
    [InlineData(KpiDirection.LowerIsBetter, "lower is better", "越低越好")]
    [InlineData(KpiDirection.Neutral, "neither", "中性")]
    public void Directions_HaveNames(KpiDirection direction, string english, string chinese)
    {
        Named(english, chinese, Message.NameOf(direction));
    }

    [Theory]
    [InlineData(KpiUnit.Ratio, "ratio", "比率")]
    [InlineData(KpiUnit.Day, "days", "天")]
    [InlineData(KpiUnit.Hour, "hours", "小时")]
    [InlineData(KpiUnit.Money, "currency", "金额")]
    [InlineData(KpiUnit.MoneyPerDay, "currency/day", "金额/天")]
    [InlineData(KpiUnit.PerDay, "1/day", "次/天")]
    [InlineData(KpiUnit.Score, "score", "分")]
    [InlineData(KpiUnit.NetScore, "-100..100", "-100至100")]
    [InlineData(KpiUnit.Number, "number", "数值")]
    public void Units_HaveNames(KpiUnit unit, string english, string chinese)
    {
        Named(english, chinese, Message.NameOf(unit));
    }

    [Theory]
    [InlineData(AlarmRuleSet.Default, "default rules (limits or CUSUM)", "默认规则（控制限或累积和）", 0.13, 0.68)]
    [InlineData(AlarmRuleSet.Nhs, "NHS rules", "NHS规则", 0.22, 0.69)]
    [InlineData(AlarmRuleSet.WesternElectric, "Western Electric rules", "西部电气（WE）规则", 0.22, 0.78)]
    public void RuleSets_HaveNamesAndTellTheirRates(AlarmRuleSet rules, string english, string chinese, double falseAlarms, double detected)
    {
        Named(english, chinese, Message.NameOf(rules));
        Assert.Equal((falseAlarms, detected), (ControlChart.FalseAlarmRateOf(rules), ControlChart.DetectionRateOf(rules)));
    }

    [Fact]
    public void UndefinedRuleSets_HaveNoRate()
    {
        Refused.OutOfRange("rules", "rules is 9; allowed: one of Default, ", () => ControlChart.FalseAlarmRateOf((AlarmRuleSet)9));
        Refused.OutOfRange("rules", "rules is 9; allowed: one of Default, ", () => ControlChart.DetectionRateOf((AlarmRuleSet)9));
    }

    private static void Named(string english, string chinese, Message name) => Assert.Equal((english, chinese), (Language.Of("en").Say(name), Language.Of("zh").Say(name)));
}
