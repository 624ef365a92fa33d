using System.Globalization;

namespace TcmCrm.Roi.Impact;

/// <summary>The coded warnings of impact studies, each in both languages with the same numbers.</summary>
internal static class ImpactWarnings
{
    public static Message TooFewMonths(int before, int after, int needBefore, int needAfter) => Make(
        "tooFewMonths",
        "{0} months before and {1} after; at least {2} and {3} are needed.",
        "上线前 {0} 个月、上线后 {1} 个月;至少需要 {2} 个月和 {3} 个月。", before, after, needBefore, needAfter);

    public static Message TooFewPairs(int pairs) => Make(
        "tooFewMonths", "{0} month(s) after have the same month of the year before go-live; at least 3 are needed.", "只有 {0} 个月可与上线前的上年同月配对;至少需要 3 个月。", pairs);

    public static Message TooFewForDesign(int points, int needed) => Make(
        "tooFewMonths", "{0} observations for the regression; at least {1} are needed.", "回归仅有 {0} 个观测值;至少需要 {1} 个。", points, needed);

    public static Message NoVariation() => Make(
        "noVariation", "The values do not vary about the design: there is nothing to estimate an error from.", "数据没有波动,无法估计误差。");

    public static Message ConstantSide(bool before) => before
        ? Make("constantSide", "The values before go-live are all the same.", "上线前各月数值完全相同。")
        : Make("constantSide", "The values after go-live are all the same.", "上线后各月数值完全相同。");

    public static Message SingularDesign() => Make(
        "singularDesign", "The months observed cannot tell the season, the trend and the change apart.", "现有月份无法区分季节、趋势与变化。");

    public static Message ShortInterruption(int before, int after) => Make(
        "shortSeries", "{0} months before and {1} after are few for an interrupted series; 12 and 6 are advised.", "上线前 {0} 个月、上线后 {1} 个月,用于中断时间序列偏少;建议 12 个月和 6 个月。", before, after);

    public static Message LevelOnly(int after) => Make(
        "levelOnly", "With {0} months after, fewer than 6, only a change of level is estimated, no change of slope.", "上线后仅 {0} 个月,不足 6 个月,只估计水平变化,不估计斜率变化。", after);

    public static Message FewPairs(int pairs) => Make(
        "fewPairs", "{0} year-on-year pairs, fewer than 6: the interval assumes that they are independent.", "同比配对仅 {0} 对,不足 6 对:区间假定各对相互独立。", pairs);

    public static Message RhoAtEdge(double rho) => Make(
        "rhoAtEdge",
        "The autocorrelation is estimated at the end of its range ({0}): the error cannot be trusted and nothing is concluded.",
        "自相关系数估计值位于边界({0}):误差不可信,不下结论。", EffectText.Number(rho, 2));

    public static Message SeasonNotAdjusted() => Make(
        "seasonNotAdjusted", "The season of the year is not taken out: months of different seasons are compared.", "未剔除季节因素:比较的是不同季节的月份。");

    public static Message FestivalUnbalanced(double shareBefore, double shareAfter, double biasLogPoints) => Make(
        "springFestivalUnbalanced",
        "The months compared hold different parts of the Spring Festival ({0} of it a month before, {1} after): a bias of about {2} log points where it moves trade as in Chinese imports.",
        "对比月份所含春节天数不同(上线前每月占 {0},上线后每月占 {1}):若春节影响与中国进口额相当,偏差约 {2} 个对数百分点。",
        EffectText.Number(shareBefore, 2), EffectText.Number(shareAfter, 2), EffectText.Number(biasLogPoints, 1));

    public static Message FestivalMonthLeftOut(int months) => Make(
        "springFestivalUnbalanced",
        "{0} month(s), January or February without the other, were left out of the year-on-year pairs: the Spring Festival moved between them.",
        "有 {0} 个月(1 月或 2 月缺其一)因春节移动未计入同比配对。", months);

    public static Message TroughStart(double deviations) => Make(
        "troughStart",
        "The 3 months before go-live were {0} standard deviations worse than those before them: part of a recovery would have come by itself (regression to the mean).",
        "上线前 3 个月比此前差 {0} 个标准差:部分回升本会自行发生(均值回归)。", EffectText.Number(deviations, 1));

    public static Message ShortBaseline(int before) => Make(
        "shortBaseline", "The baseline has {0} months, fewer than 12: a good or bad spell weighs heavily.", "基线仅 {0} 个月,不足 12 个月:偶然的好坏波动影响较大。", before);

    public static Message PreTrend(double perMonth, EffectUnit unit, double p) => new(
        "preTrend",
        $"Before go-live there was a trend of {EffectText.English(perMonth, unit)} a month (p = {P(p)}): a comparison of means counts it as effect.",
        $"上线前已有每月 {EffectText.Chinese(perMonth, unit)} 的趋势(p = {P(p)}):均值对比会把它计入成效。");

    public static Message GapPreTrend(double perMonth, EffectUnit unit, double p) => new(
        "preTrend",
        $"Before go-live the gap to the control was already moving by {EffectText.English(perMonth, unit)} a month (p = {P(p)}): the control is no picture of what would have been.",
        $"上线前与对照组的差距已在以每月 {EffectText.Chinese(perMonth, unit)} 的速度变化(p = {P(p)}):对照组不能代表未上线的情形。");

    public static Message PlaceboMoved(double p) => Make(
        "placeboMoved", "A pretended go-live in the middle of the time before shows an effect too (p = {0}).", "在上线前时段中点虚设的上线也显示出“成效”(p = {0})。", P(p));

    public static Message ControlMoved(string name, double p) => new(
        "controlMoved",
        $"The control '{name}' itself changed at go-live (p = {P(p)}): either a shock to all, which the comparison takes out, or a contaminated control, which it does not.",
        $"对照“{name}”在上线时自身发生变化(p = {P(p)}):或为共同冲击(对比可剔除),或为对照受到污染(无法剔除)。", name);

    public static Message ContaminatedControl(string name, double p) => new(
        "contaminatedControl",
        $"The control '{name}' moved at go-live against the other controls (p = {P(p)}): it may have been touched by the CRM.",
        $"对照“{name}”在上线时相对其他对照发生变化(p = {P(p)}):可能已受 CRM 影响。", name);

    public static Message EffectChanges(EffectInterval average, EffectInterval last, EffectUnit unit, double p) => new(
        "effectChangesOverTime",
        $"The effect changes over time (p = {P(p)}): on average over the months after {EffectText.English(average.Estimate, unit)}, in the last of them {EffectText.English(last.Estimate, unit)}.",
        $"成效随时间变化(p = {P(p)}):上线后各月平均 {EffectText.Chinese(average.Estimate, unit)},最后一个月 {EffectText.Chinese(last.Estimate, unit)}。");

    public static Message Gaps(IReadOnlyList<int> months) => Make(
        "gapsInSeries", "{0} month(s) without a value: {1}.", "缺少 {0} 个月的数据:{1}。", months.Count,
        string.Join(", ", months.Take(6).Select(EffectText.Month)) + (months.Count > 6 ? ", ..." : string.Empty));

    public static Message NotOnLogScale(int month, double value) => Make(
        "notOnLogScale",
        "{0} is {1}, not above zero: the effect is measured as an amount, not as a relative change.",
        "{0} 的数值为 {1},不大于零:成效按绝对额而非相对变化计算。", EffectText.Month(month), EffectText.Plain(value));

    public static Message Ties() => Make("ties", "Equal values: the ranks are shared.", "存在相同数值:按平均秩处理。");

    public static Message SmallCounts(double smallest) => Make(
        "smallCounts", "The smallest count is {0}, below 5: the interval is wide and rough.", "最小计数为 {0},小于 5:区间宽且粗略。", EffectText.Plain(smallest));

    public static Message Overdispersed(double factor) => Make(
        "overdispersed",
        "The months scatter {0} times as much as chance in independent customers would: the interval of the pooled proportion is too narrow.",
        "各月波动为独立客户随机波动的 {0} 倍:合并比例的区间偏窄。", EffectText.Number(factor, 1));

    public static Message NotAProportion(int month) => Make(
        "notAProportion", "{0}: the numerator is not between 0 and the denominator, so the ratio is no proportion.", "{0}:分子不在 0 与分母之间,该比率不是比例。", EffectText.Month(month));

    public static Message NoCounts() => Make("noCounts", "The denominators before or after sum to zero.", "上线前或上线后的分母合计为零。");

    public static Message EmptyDenominators(int months) => Make(
        "emptyDenominators", "{0} month(s) have a denominator of zero and no ratio.", "有 {0} 个月分母为零,无比率值。", months);

    public static Message StaggeredStack(int units, int before, int after) => Make(
        "staggeredStack",
        "{0} units are lined up by their own go-live, over the {1} months before and {2} after that all of them have; the season is not taken out.",
        "{0} 个单位按各自上线月对齐,取共有的上线前 {1} 个月和上线后 {2} 个月;未剔除季节因素。", units, before, after);

    public static Message NonResponse(double before, double after) => Make(
        "nonResponse",
        "The response rate is {0}% before and {1}% after: those who did not answer may think otherwise.",
        "上线前回收率为 {0}%,上线后为 {1}%:未作答者的看法可能不同。", EffectText.Number(100 * before, 1), EffectText.Number(100 * after, 1));

    public static Message NoEstimate() => Make("noEstimate", "The data allow no design: nothing can be said.", "数据不足以支持任何方法:无法得出结论。");

    private static string P(double p) => p < 0.001 ? "<0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);

    private static Message Make(string code, string english, string chinese, params object[] values) => new(
        code, string.Format(CultureInfo.InvariantCulture, english, values), string.Format(CultureInfo.InvariantCulture, chinese, values));
}
