namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Words of rows and columns that every table may have and that change nothing of it.</summary>
internal static class KnownWords
{
    private static readonly HashSet<string> NoteHeaders = Keys(
        "备注", "说明", "注释", "备注说明", "摘要", "附注", "凭证号", "凭证字号", "凭证编号", "单据号", "单据编号", "单号", "发票号", "发票号码", "序号", "行号", "编号序号", "制单人", "经办人", "录入人",
        "审核人", "填报人", "制表人", "制单", "审核", "更新时间", "录入时间", "录入日期", "制单日期", "更新日期", "数据来源", "来源", "负责人", "责任人", "联系人", "联系电话", "电话", "手机", "地址", "审批人", "更新人", "填报日期", "部门负责人",
        "no", "#", "rowno", "lineno", "remark", "remarks", "note", "notes", "comment", "comments", "memo", "voucher", "voucherno", "documentno", "invoiceno", "preparedby", "source", "owner", "responsible", "contact");

    /// <summary>Columns that are computed from others of the table.</summary>
    private static readonly HashSet<string> DerivedHeaders = Keys(
        "同比", "环比", "同比增长", "环比增长", "同比增长率", "环比增长率", "同比增幅", "环比增幅", "增长率", "增幅", "同比%", "环比%", "同比增减", "环比增减", "同比增减率", "环比增减率", "同比变动", "环比变动", "yoy", "mom", "growth",
        "季度", "季", "财年", "财务年度", "会计年度", "quarter", "fiscalyear", "fy", "星期", "周几", "weekday");

    private static readonly string[] TotalWords = ["合计", "小计", "总计", "汇总", "总和", "共计", "累计", "合计数", "平均", "平均值", "均值", "月均", "最大值", "最小值", "最高", "最低", "中位数", "标准差", "max", "min", "median", "total", "subtotal", "sum", "grandtotal", "average", "mean"];

    /// <summary>Words that stand behind the name of what is summed: 华东小计, 华东 汇总, East Total.</summary>
    private static readonly string[] SubtotalWords = ["小计", "合计", "总计", "汇总", "subtotal", "total"];

    private static readonly string[] GrowthWords = ["同比", "环比", "较上年", "比上年", "较上月", "比上月", "较去年", "比去年"];

    /// <summary>What may stand before a word for a total: 2024年合计, 一季度小计, 全年累计.</summary>
    private const string TotalPrefix = "0123456789年季度月上下半全本各项所有一二三四第";

    private static readonly string[] FootWords =
    [
        "注:", "注1", "备注:", "说明:", "数据来源", "来源:", "制表", "审核", "填报", "填表", "编制", "单位:", "单位负责人", "复核", "打印", "导出时间", "截至", "note:", "notes:", "source:", "prepared", "unit:", "注.", "※", "附注", "口径", "统计口径", "声明",
    ];

    /// <summary>Endings of headers whose numbers are no money, so that a unit row of money does not hold for them.</summary>
    private static readonly string[] CountEndings =
    [
        "数", "量", "人", "户", "次", "天", "天数", "小时", "分钟", "工时", "时长", "时间", "周期", "得分", "评分", "分", "度", "客户", "门店", "终端", "网点", "药店", "医院", "诊所", "会员", "员工", "代表", "订单", "处方", "拜访", "投诉",
        "人次", "频次", "系数", "指数", "倍数", "排名", "nps", "csat", "count", "number", "qty", "quantity", "days", "hours", "score", "index", "customers", "visits", "orders", "calls", "stores", "users", "members", "units", "boxes",
    ];

    /// <summary>Endings of headers whose numbers are shares or rates.</summary>
    private static readonly string[] RateEndings = ["率", "占比", "比例", "比重", "百分比", "份额", "同比", "环比", "增幅", "增速", "覆盖度", "完成度", "rate", "share", "ratio", "percent", "percentage", "pct", "%"];

    /// <summary>Endings of headers whose numbers name something: a sum of them says nothing.</summary>
    private static readonly string[] IdentifierEndings = ["编号", "编码", "代码", "工号", "卡号", "证号", "税号", "邮编", "条码", "批号", "customerid", "storeid", "orderid", "productid", "code", "sku"];

    /// <summary>Columns beside months across that are computed from them.</summary>
    private static readonly HashSet<string> AcrossHeaders = Keys(
        "占比", "比重", "比例", "完成率", "达成率", "进度", "排名", "去年同期", "上年同期", "同期", "去年合计", "上年合计", "年初至今", "本年累计", "ytd", "share", "rank");

    /// <summary>Whether a name is that of a growth, however it goes on: 同比增长, 较上年增长.</summary>
    internal static bool IsGrowth(string key) => Array.Exists(GrowthWords, word => key.StartsWith(word, StringComparison.Ordinal));

    internal static bool IsNote(string key) => NoteHeaders.Contains(key);

    internal static bool IsDerived(string key) => DerivedHeaders.Contains(key);

    /// <summary>Whether a header says that quarters or other periods than months stand below it.</summary>
    internal static bool IsPeriod(string key) => key is "季度" or "季" or "财年" or "财务年度" or "会计年度" or "quarter" or "fiscalyear" or "fy" or "周" or "周次" or "week";

    /// <summary>Whether a name says that its numbers are no money: counts, durations, scores and rates.</summary>
    internal static bool IsCount(string key) => Array.Exists(CountEndings, ending => key.EndsWith(ending, StringComparison.Ordinal)) || IsRate(key);

    internal static bool IsRate(string key) => Array.Exists(RateEndings, ending => key.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Whether the numbers below a header name something, as those of customers and shops do.</summary>
    internal static bool IsIdentifier(string key) => Array.Exists(IdentifierEndings, ending => key.EndsWith(ending, StringComparison.Ordinal));

    internal static bool IsDerivedAcross(string key) => AcrossHeaders.Contains(key) || key.EndsWith("累计", StringComparison.Ordinal);

    /// <summary>Whether a text holds a character that every word for a total holds.</summary>
    internal static bool MayBeTotal(ReadOnlySpan<char> text) => text.Length <= 40 && text.IndexOfAny("计汇和均值高低位差tTmMsSａｔｓｍＴＳＭ".AsSpan()) >= 0;

    /// <summary>合计, 2024年合计, 一季度小计, 合计（万元）.</summary>
    internal static bool IsTotal(string key)
    {
        int bracket = key.IndexOf('(');
        string name = bracket > 0 ? key.Substring(0, bracket) : key;
        return name.Length <= 20 && Array.Exists(TotalWords, word => name.EndsWith(word, StringComparison.Ordinal) && name.Substring(0, name.Length - word.Length).All(c => TotalPrefix.Contains(c)));
    }

    /// <summary>Whether a text ends as the name of a total does, whatever stands before it.</summary>
    internal static bool EndsAsTotal(string key) => LengthWithoutTotal(key) < key.Length;

    /// <summary>How many characters of a text stand before the word for a total at its end; all of them where there is none.</summary>
    internal static int LengthWithoutTotal(string text)
    {
        string? word = Array.Find(SubtotalWords, word => text.EndsWith(word, StringComparison.OrdinalIgnoreCase));
        return text.Length - (word?.Length ?? 0);
    }

    internal static bool IsFoot(string key) => Array.Exists(FootWords, word => key.StartsWith(word, StringComparison.Ordinal));

    private static HashSet<string> Keys(params string[] names) => new(names.Select(HeaderText.Key), StringComparer.Ordinal);
}
