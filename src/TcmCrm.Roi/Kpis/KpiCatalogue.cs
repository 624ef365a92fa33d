using System.Diagnostics.CodeAnalysis;

namespace TcmCrm.Roi.Kpis;

/// <summary>
/// The 29 KPIs by which a traditional-Chinese-medicine company tracks its CRM, each with its formula, unit, better direction and the rules by
/// which it may be aggregated.
/// </summary>
/// <remarks>A host adds KPIs by constructing a <see cref="KpiDefinition"/>; nothing has to be registered.</remarks>
public static class KpiCatalogue
{
    /// <summary>线索转化率: converted leads / leads of the cohort, dated by the cohort.</summary>
    public static KpiDefinition LeadConversionRate { get; } = Share(
        "LeadConversionRate", "Lead conversion rate", "线索转化率", "converted leads / leads of the cohort", "已转化线索数 / 同期线索数");

    /// <summary>赢单率: won / (won + lost).</summary>
    public static KpiDefinition WinRate { get; } = Share(
        "WinRate", "Win rate", "赢单率", "won / (won + lost)", "赢单数 / (赢单数 + 输单数)");

    /// <summary>销售周期: sum of days to close / deals closed, in days.</summary>
    public static KpiDefinition SalesCycleDays { get; } = new(
        "SalesCycleDays", "Sales cycle", "销售周期", "sum of days to close / deals closed", "成交天数合计 / 成交单数",
        KpiUnit.Day, KpiDirection.LowerIsBetter, KpiTimeAggregation.RatioOfSums, KpiSegmentAggregation.RatioOfSums, minimum: 0);

    /// <summary>平均订单额: closed revenue / deals.</summary>
    public static KpiDefinition AverageDealSize { get; } = new(
        "AverageDealSize", "Average deal size", "平均订单额", "closed revenue / deals", "成交金额 / 成交单数",
        KpiUnit.Money, KpiDirection.HigherIsBetter, KpiTimeAggregation.RatioOfSums, KpiSegmentAggregation.RatioOfSums);

    /// <summary>销售流速: opportunities x deal size x win rate / sales cycle, money a day. Recomputed from its parts, never averaged.</summary>
    public static KpiDefinition PipelineVelocity { get; } = new(
        "PipelineVelocity", "Pipeline velocity", "销售流速",
        "opportunities x average deal size x win rate / sales cycle", "商机数 x 平均订单额 x 赢单率 / 销售周期",
        KpiUnit.MoneyPerDay, KpiDirection.HigherIsBetter, KpiTimeAggregation.Recompute, KpiSegmentAggregation.Recompute);

    /// <summary>客户均收入: revenue / average active customers of the period; a longer period adds revenue and averages customers.</summary>
    public static KpiDefinition Arpu { get; } = new(
        "Arpu", "Average revenue per customer", "客户均收入", "revenue / average active customers", "收入 / 平均活跃客户数",
        KpiUnit.Money, KpiDirection.HigherIsBetter, KpiTimeAggregation.SumOverMeanBase, KpiSegmentAggregation.RatioOfSums);

    /// <summary>流失率: lost customers / customers at the start of the month; months compound.</summary>
    public static KpiDefinition ChurnRate { get; } = new(
        "ChurnRate", "Churn rate", "流失率", "lost customers / customers at start", "流失客户数 / 期初客户数",
        KpiUnit.Ratio, KpiDirection.LowerIsBetter, KpiTimeAggregation.CompoundLoss, KpiSegmentAggregation.RatioOfSums, 1, 0, 1);

    /// <summary>保留率: (customers at end - new customers) / customers at start; months multiply.</summary>
    public static KpiDefinition RetentionRate { get; } = new(
        "RetentionRate", "Retention rate", "保留率", "(customers at end - new customers) / customers at start", "(期末客户数 - 新增客户数) / 期初客户数",
        KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiTimeAggregation.Product, KpiSegmentAggregation.RatioOfSums, 1, 0, 1);

    /// <summary>复购率: buyers with at least two orders / buyers in the window. Distinct counts: a longer window is counted again.</summary>
    public static KpiDefinition RepurchaseRate { get; } = new(
        "RepurchaseRate", "Repurchase rate", "复购率", "buyers with >= 2 orders / buyers in the window", "窗口内下单两次及以上的客户数 / 窗口内购买客户数",
        KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiTimeAggregation.DistinctCount, KpiSegmentAggregation.DistinctCount, 1, 0, 1);

    /// <summary>满意度: satisfied answers / answers.</summary>
    public static KpiDefinition Csat { get; } = Share(
        "Csat", "Customer satisfaction", "满意度", "satisfied answers / answers", "满意答卷数 / 答卷数");

    /// <summary>净推荐值: % promoters - % detractors. Numerator: promoters minus detractors; denominator: answers.</summary>
    public static KpiDefinition Nps { get; } = new(
        "Nps", "Net promoter score", "净推荐值", "% promoters - % detractors", "推荐者占比 - 贬损者占比(百分点)",
        KpiUnit.NetScore, KpiDirection.HigherIsBetter, KpiTimeAggregation.RatioOfSums, KpiSegmentAggregation.RatioOfSums, 100, -100, 100);

    /// <summary>
    /// 费力度: sum of scores / answers. The direction depends on the scale: here higher is better, as on the agree-disagree scale ("the company
    /// made it easy"); on a scale of effort use <see cref="KpiDefinition.WithDirection"/> with <see cref="KpiDirection.LowerIsBetter"/>.
    /// </summary>
    public static KpiDefinition Ces { get; } = new(
        "Ces", "Customer effort score", "费力度", "sum of scores / answers", "评分合计 / 答卷数",
        KpiUnit.Score, KpiDirection.HigherIsBetter, KpiTimeAggregation.RatioOfSums, KpiSegmentAggregation.RatioOfSums);

    /// <summary>获客成本: sales and marketing spend / new customers; a lag between the two is the host's to apply before it builds the series.</summary>
    public static KpiDefinition Cac { get; } = new(
        "Cac", "Customer acquisition cost", "获客成本", "sales and marketing spend / new customers", "销售与市场费用 / 新增客户数",
        KpiUnit.Money, KpiDirection.LowerIsBetter, KpiTimeAggregation.RatioOfSums, KpiSegmentAggregation.RatioOfSums, minimum: 0);

    /// <summary>客户生命周期价值: discounted sum of margin a period x retention; numerator: value of all customers, denominator: customers.</summary>
    public static KpiDefinition Clv { get; } = new(
        "Clv", "Customer lifetime value", "客户生命周期价值",
        "sum over periods of margin x retention, discounted", "各期毛利 x 留存率的折现合计",
        KpiUnit.Money, KpiDirection.HigherIsBetter, KpiTimeAggregation.EndOfPeriod, KpiSegmentAggregation.RatioOfSums);

    /// <summary>交叉/追加销售率: customers with at least two product lines / customers, at period end.</summary>
    public static KpiDefinition CrossSellRate { get; } = new(
        "CrossSellRate", "Cross-sell rate", "交叉/追加销售率", "customers with >= 2 product lines / customers", "购买两个及以上产品线的客户数 / 客户数",
        KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiTimeAggregation.EndOfPeriod, KpiSegmentAggregation.DistinctCount, 1, 0, 1);

    /// <summary>活跃使用率: active users / licensed users; over time user-months, or the value at the end.</summary>
    public static KpiDefinition AdoptionRate { get; } = new(
        "AdoptionRate", "Active-use rate", "活跃使用率", "active users / licensed users", "活跃用户数 / 授权用户数",
        KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiTimeAggregation.RatioOfSumsOrEnd, KpiSegmentAggregation.RatioOfSums, 1, 0, 1);

    /// <summary>节省工时: (hours before - hours after) x volume.</summary>
    public static KpiDefinition HoursSaved { get; } = new(
        "HoursSaved", "Hours saved", "节省工时", "(hours before - hours after) x volume", "(上线前单耗工时 - 上线后单耗工时) x 业务量",
        KpiUnit.Hour, KpiDirection.HigherIsBetter, KpiTimeAggregation.Sum, KpiSegmentAggregation.Sum);

    /// <summary>
    /// 回款周期 DSO: receivables at period end / credit sales of the period x days of the period. Numerator: receivables; denominator: credit
    /// sales. Never the mean of months.
    /// </summary>
    public static KpiDefinition Dso { get; } = new(
        "Dso", "Days sales outstanding", "回款周期", "receivables / credit sales x days", "应收账款余额 / 赊销收入 x 天数",
        KpiUnit.Day, KpiDirection.LowerIsBetter, KpiTimeAggregation.EndBalanceOverSum, KpiSegmentAggregation.RatioOfSums, minimum: 0);

    /// <summary>回款率: collected / due.</summary>
    public static KpiDefinition CollectionRate { get; } = new(
        "CollectionRate", "Collection rate", "回款率", "collected / due", "已回款 / 应回款",
        KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiTimeAggregation.RatioOfSums, KpiSegmentAggregation.RatioOfSums, minimum: 0);

    /// <summary>终端覆盖率: terminals with a purchase / target terminals, at period end.</summary>
    public static KpiDefinition TerminalCoverage { get; } = new(
        "TerminalCoverage", "Terminal coverage", "终端覆盖率", "terminals with purchase / target terminals", "有进货终端数 / 目标终端数",
        KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiTimeAggregation.EndOfPeriod, KpiSegmentAggregation.DistinctCount, 1, 0, 1);

    /// <summary>铺货率: terminals stocking the product / terminals visited, at period end.</summary>
    public static KpiDefinition DistributionRate { get; } = new(
        "DistributionRate", "Distribution rate", "铺货率", "terminals stocking / terminals visited", "有货终端数 / 拜访终端数",
        KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiTimeAggregation.EndOfPeriod, KpiSegmentAggregation.DistinctCount, 1, 0, 1);

    /// <summary>动销率: SKUs sold / SKUs carried in the window; may exceed 1. Distinct counts: a longer window is counted again.</summary>
    public static KpiDefinition SellThroughSkuRate { get; } = new(
        "SellThroughSkuRate", "SKU sell-through rate", "动销率", "SKUs sold / SKUs carried (may exceed 1)", "有销售的品规数 / 在库品规数(可大于 1)",
        KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiTimeAggregation.DistinctCount, KpiSegmentAggregation.DistinctCount, minimum: 0);

    /// <summary>有效拜访: visits that pass the rules / representative-days.</summary>
    public static KpiDefinition EffectiveVisits { get; } = new(
        "EffectiveVisits", "Effective visits", "有效拜访", "visits passing the rules / rep-days", "有效拜访次数 / 代表工作日",
        KpiUnit.PerDay, KpiDirection.HigherIsBetter, KpiTimeAggregation.RatioOfSums, KpiSegmentAggregation.RatioOfSums, minimum: 0);

    /// <summary>流向采集率: flows matched / flows.</summary>
    public static KpiDefinition FlowDataRate { get; } = Share(
        "FlowDataRate", "Flow data capture rate", "流向采集率", "flows matched / flows", "已匹配流向条数 / 流向条数");

    /// <summary>费用率: selling expense / sales.</summary>
    public static KpiDefinition SellingExpenseRatio { get; } = new(
        "SellingExpenseRatio", "Selling expense ratio", "费用率", "selling expense / sales", "销售费用 / 销售额",
        KpiUnit.Ratio, KpiDirection.LowerIsBetter, KpiTimeAggregation.RatioOfSums, KpiSegmentAggregation.RatioOfSums, minimum: 0);

    /// <summary>近效期占比: stock value with at most N months left / stock value, at period end; N is the host's.</summary>
    public static KpiDefinition NearExpiryShare { get; } = new(
        "NearExpiryShare", "Near-expiry share", "近效期占比", "stock value with <= N months left / stock value", "剩余效期不超过 N 个月的库存金额 / 库存金额",
        KpiUnit.Ratio, KpiDirection.LowerIsBetter, KpiTimeAggregation.EndOfPeriod, KpiSegmentAggregation.RatioOfSums, 1, 0, 1);

    /// <summary>效期报损: sum of write-offs of expired goods.</summary>
    public static KpiDefinition ExpiryLoss { get; } = new(
        "ExpiryLoss", "Expiry write-offs", "效期报损", "sum of write-offs", "报损金额合计",
        KpiUnit.Money, KpiDirection.LowerIsBetter, KpiTimeAggregation.Sum, KpiSegmentAggregation.Sum, minimum: 0);

    /// <summary>会员销售占比: member sales / sales.</summary>
    public static KpiDefinition MemberSalesShare { get; } = Share(
        "MemberSalesShare", "Member sales share", "会员销售占比", "member sales / sales", "会员销售额 / 销售额");

    /// <summary>价格效应 (集采): (P1 - P0) x Q1 per SKU; with the volume and the mix effect it sums to the change of sales.</summary>
    public static KpiDefinition PriceEffect { get; } = new(
        "PriceEffect", "Price effect (volume-based procurement)", "价格效应(集采)", "(P1 - P0) x Q1 per SKU", "各品规 (现价 - 原价) x 现销量",
        KpiUnit.Money, KpiDirection.Neutral, KpiTimeAggregation.Sum, KpiSegmentAggregation.Sum);

    /// <summary>All 29 KPIs, in the order of the documentation.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = Array.AsReadOnly(new[]
    {
        LeadConversionRate, WinRate, SalesCycleDays, AverageDealSize, PipelineVelocity, Arpu, ChurnRate, RetentionRate, RepurchaseRate, Csat,
        Nps, Ces, Cac, Clv, CrossSellRate, AdoptionRate, HoursSaved, Dso, CollectionRate, TerminalCoverage, DistributionRate,
        SellThroughSkuRate, EffectiveVisits, FlowDataRate, SellingExpenseRatio, NearExpiryShare, ExpiryLoss, MemberSalesShare, PriceEffect,
    });

    /// <summary>Finds a KPI of the catalogue by its identifier.</summary>
    /// <param name="id">The identifier, such as <c>WinRate</c>; compared without regard to case.</param>
    /// <param name="definition">The KPI, when there is one.</param>
    /// <returns>Whether the catalogue has it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static bool TryFind(string id, [NotNullWhen(true)] out KpiDefinition? definition)
    {
        Check.NotNull(id);
        foreach (KpiDefinition candidate in All)
        {
            if (string.Equals(candidate.Id, id, StringComparison.OrdinalIgnoreCase))
            {
                definition = candidate;
                return true;
            }
        }

        definition = null;
        return false;
    }

    private static KpiDefinition Share(string id, string english, string chinese, string formula, string chineseFormula) => new(
        id, english, chinese, formula, chineseFormula,
        KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiTimeAggregation.RatioOfSums, KpiSegmentAggregation.RatioOfSums, 1, 0, 1);
}
