namespace TcmCrm.Roi.Impact;

/// <summary>The assumptions of the designs.</summary>
internal static class Assumptions
{
    public static readonly ImpactAssumption IndependentMonths = new(
        "independentMonths", "the months are independent of each other", "各月数据相互独立");

    public static readonly ImpactAssumption FirstOrderErrors = new(
        "firstOrderErrors", "what one month carries over to the next fades at a constant rate", "相邻月份的相关性按固定比例衰减(一阶自回归)");

    public static readonly ImpactAssumption NothingElseChanged = new(
        "nothingElseChanged", "nothing else changed at go-live", "上线前后没有其他变化");

    public static readonly ImpactAssumption TrendContinues = new(
        "trendContinues", "without the CRM level and trend of before would have gone on", "若无CRM,原有水平与趋势会延续");

    public static readonly ImpactAssumption ParallelTrends = new(
        "parallelTrends", "without the CRM the gap to the control would have stayed", "若无CRM,与对照组的差距会保持不变");

    public static readonly ImpactAssumption SameYear = new(
        "sameYear", "the year before is what this year would have been; growth that was there before counts as effect", "若无CRM,今年会与去年相同;原有增长也计入成效");

    public static readonly ImpactAssumption IndependentAnswers = new(
        "independentAnswers", "customers or answers are independent of each other and drawn alike before and after", "客户或答卷相互独立,前后抽样方式一致");
}
