namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Columns that several kinds of tables have.</summary>
internal static class KnownColumns
{
    internal static TableColumn Month { get; } = new(
        "month", "月份", "月", "年月", "月度", "期间", "日期", "时间", "会计期间", "统计月份", "统计期间", "统计日期", "所属月份", "所属期", "账期", "数据月份", "业务月份", "年月份",
        "date", "period", "time", "yearmonth", "months")
    {
        IsRequired = true,
    };

    internal static TableColumn Year { get; } = new("year", "年份", "年", "年度", "calendaryear");

    internal static TableColumn Kpi { get; } = new("kpi", "指标", "指标名称", "指标名", "项目", "科目", "名称", "metric", "indicator", "measure", "name", "series");

    internal static TableColumn Segment { get; } = new("segment", "分段", "分部", "分公司", "部门", "渠道", "区域", "大区", "地区", "门店", "细分", "客户类型", "channel", "region", "area");

    internal static TableColumn Value { get; } = new(
        "value", "数值", "值", "金额", "销售额", "销售收入", "销售金额", "收入", "营业收入", "营业额", "实际", "实际值", "实际数", "本期", "本月", "本月数", "当月", "amount", "sales", "revenue", "actual", "values")
    {
        IsMoney = true,
    };

    internal static TableColumn Numerator { get; } = new("numerator", "分子", "num");

    internal static TableColumn Denominator { get; } = new("denominator", "分母", "den");

    /// <summary>The unit of the numbers of each row.</summary>
    internal static TableColumn Unit { get; } = new("unit", "单位", "计量单位", "数据单位", "金额单位", "units");

    /// <summary>Whether a header says that its numbers are summed up from the beginning of the year.</summary>
    internal static bool IsRunningTotal(string header)
    {
        string key = HeaderText.Key(header);
        return key.Contains("累计") || key.Contains("累積") || key.Contains("年初至") || key.Contains("至今") || key.Contains("cumulative") || key.Contains("ytd");
    }

    /// <summary>Whether a header says no more than that it is the value.</summary>
    internal static bool IsPlainValue(string header) => HeaderText.Key(HeaderText.Split(header).Name) is "value" or "values" or "数值" or "值";
}
