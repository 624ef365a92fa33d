using System.Diagnostics.CodeAnalysis;

namespace TcmCrm.Roi.Kpis;

/// <summary>
/// The 41 KPIs by which a traditional-Chinese-medicine company tracks its CRM, each with its unit, better direction and the rules by
/// which it may be aggregated; its name and formula are words of the language.
/// </summary>
/// <remarks>A host adds KPIs by constructing a <see cref="KpiDefinition"/>; nothing has to be registered.</remarks>
public static class KpiCatalog
{
    /// <summary>销售收入: sum of the amounts of orders, returns taken off.</summary>
    public static KpiDefinition SalesRevenue { get; } = new(
        "SalesRevenue", KpiUnit.Money, KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.Sum);

    /// <summary>订单数: orders of the month.</summary>
    public static KpiDefinition Orders { get; } = new("Orders", KpiUnit.Number, KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.Sum)
    {
        Minimum = 0,
    };

    /// <summary>毛利: revenue less cost of goods sold.</summary>
    public static KpiDefinition GrossMargin { get; } = new(
        "GrossMargin", KpiUnit.Money, KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.Sum);

    /// <summary>毛利率: gross margin / revenue.</summary>
    public static KpiDefinition GrossMarginRate { get; } = new(
        "GrossMarginRate", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums)
    {
        Maximum = 1,
    };

    /// <summary>新增客户数: customers who bought for the first time.</summary>
    public static KpiDefinition NewCustomers { get; } = NotNegative(
        "NewCustomers", KpiUnit.Number, KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.DistinctCount);

    /// <summary>活跃客户数: distinct customers who bought in a rolling window that the host names; at period end.</summary>
    public static KpiDefinition ActiveCustomers { get; } = NotNegative(
        "ActiveCustomers", KpiUnit.Number, KpiDirection.HigherIsBetter, KpiAggregation.EndOfPeriod, KpiAggregation.DistinctCount);

    /// <summary>投诉率: complaints / orders.</summary>
    public static KpiDefinition ComplaintRate { get; } = NotNegative(
        "ComplaintRate", KpiUnit.Ratio, KpiDirection.LowerIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums);

    /// <summary>退货率: returns / sales before returns.</summary>
    public static KpiDefinition ReturnRate { get; } = NotNegative(
        "ReturnRate", KpiUnit.Ratio, KpiDirection.LowerIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums);

    /// <summary>返利占比: rebates / sales.</summary>
    public static KpiDefinition RebateRatio { get; } = NotNegative(
        "RebateRatio", KpiUnit.Ratio, KpiDirection.LowerIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums);

    /// <summary>代表拜访覆盖率: target customers visited in the month / target customers. Distinct counts: a longer window is counted again.</summary>
    public static KpiDefinition VisitCoverage { get; } = Part(
        "VisitCoverage", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.DistinctCount, KpiAggregation.DistinctCount);

    /// <summary>处方增长率: prescriptions of the month / those of the same month of the year before - 1.</summary>
    public static KpiDefinition PrescriptionGrowth { get; } = new(
        "PrescriptionGrowth", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.Recompute, KpiAggregation.Recompute)
    {
        Minimum = -1,
    };

    /// <summary>终端销量增长率: quantity sold at the terminals / that of the same month of the year before - 1.</summary>
    public static KpiDefinition TerminalSalesGrowth { get; } = new(
        "TerminalSalesGrowth", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.Recompute, KpiAggregation.Recompute)
    {
        Minimum = -1,
    };

    /// <summary>线索转化率: converted leads / leads of the cohort, dated by the cohort.</summary>
    public static KpiDefinition LeadConversionRate { get; } = Share("LeadConversionRate");

    /// <summary>赢单率: won / (won + lost).</summary>
    public static KpiDefinition WinRate { get; } = Share("WinRate");

    /// <summary>销售周期: sum of days to close / deals closed, in days.</summary>
    public static KpiDefinition SalesCycleDays { get; } = NotNegative(
        "SalesCycleDays", KpiUnit.Day, KpiDirection.LowerIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums);

    /// <summary>平均订单额: closed revenue / deals.</summary>
    public static KpiDefinition AverageDealSize { get; } = new(
        "AverageDealSize", KpiUnit.Money, KpiDirection.HigherIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums);

    /// <summary>销售流速: opportunities x deal size x win rate / sales cycle, money a day. Recomputed from its parts, never averaged.</summary>
    public static KpiDefinition PipelineVelocity { get; } = new(
        "PipelineVelocity", KpiUnit.MoneyPerDay, KpiDirection.HigherIsBetter, KpiAggregation.Recompute, KpiAggregation.Recompute);

    /// <summary>客均收入: revenue / average active customers of the period; a longer period adds revenue and averages customers.</summary>
    public static KpiDefinition Arpu { get; } = new(
        "Arpu", KpiUnit.Money, KpiDirection.HigherIsBetter, KpiAggregation.SumOverMeanBase, KpiAggregation.RatioOfSums);

    /// <summary>流失率: lost customers / customers at the start of the month; months compound.</summary>
    public static KpiDefinition ChurnRate { get; } = Part(
        "ChurnRate", KpiUnit.Ratio, KpiDirection.LowerIsBetter, KpiAggregation.CompoundLoss, KpiAggregation.RatioOfSums);

    /// <summary>客户保留率: (customers at end - new customers) / customers at start; months multiply.</summary>
    public static KpiDefinition RetentionRate { get; } = Part(
        "RetentionRate", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.Product, KpiAggregation.RatioOfSums);

    /// <summary>复购率: buyers with at least two orders / buyers in the window. Distinct counts: a longer window is counted again.</summary>
    public static KpiDefinition RepurchaseRate { get; } = Part(
        "RepurchaseRate", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.DistinctCount, KpiAggregation.DistinctCount);

    /// <summary>满意度: satisfied answers / answers.</summary>
    public static KpiDefinition Csat { get; } = Share("Csat");

    /// <summary>净推荐值: % promoters - % detractors. Numerator: promoters minus detractors; denominator: answers.</summary>
    public static KpiDefinition Nps { get; } = new(
        "Nps", KpiUnit.NetScore, KpiDirection.HigherIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums)
    {
        PartsScale = 100,
        Minimum = -100,
        Maximum = 100,
    };

    /// <summary>
    /// 客户费力度（CES）: sum of scores / answers. The direction depends on the scale: here higher is better, as on the agree-disagree scale ("the company
    /// made it easy"); on a scale of effort use <see cref="KpiDefinition.WithDirection"/> with <see cref="KpiDirection.LowerIsBetter"/>.
    /// </summary>
    public static KpiDefinition Ces { get; } = new(
        "Ces", KpiUnit.Score, KpiDirection.HigherIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums);

    /// <summary>获客成本: sales and marketing spend / new customers; a lag between the two is the host's to apply before it builds the series.</summary>
    public static KpiDefinition Cac { get; } = NotNegative(
        "Cac", KpiUnit.Money, KpiDirection.LowerIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums);

    /// <summary>客户生命周期价值: discounted sum of margin a period x retention; numerator: value of all customers, denominator: customers.</summary>
    public static KpiDefinition Clv { get; } = new(
        "Clv", KpiUnit.Money, KpiDirection.HigherIsBetter, KpiAggregation.EndOfPeriod, KpiAggregation.RatioOfSums);

    /// <summary>交叉/追加销售率: customers with at least two product lines / customers, at period end.</summary>
    public static KpiDefinition CrossSellRate { get; } = Part(
        "CrossSellRate", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.EndOfPeriod, KpiAggregation.DistinctCount);

    /// <summary>活跃使用率: active users / licensed users; over time user-months, or the value at the end.</summary>
    public static KpiDefinition AdoptionRate { get; } = Part(
        "AdoptionRate", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.RatioOfSumsOrEnd, KpiAggregation.RatioOfSums);

    /// <summary>节省工时: (hours before - hours after) x volume.</summary>
    public static KpiDefinition HoursSaved { get; } = new(
        "HoursSaved", KpiUnit.Hour, KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.Sum);

    /// <summary>
    /// 回款周期 DSO: receivables at period end / credit sales of the period x days of the period. Numerator: receivables; denominator: credit
    /// sales. Never the mean of months.
    /// </summary>
    public static KpiDefinition Dso { get; } = NotNegative(
        "Dso", KpiUnit.Day, KpiDirection.LowerIsBetter, KpiAggregation.EndBalanceOverSum, KpiAggregation.RatioOfSums);

    /// <summary>回款率: collected / due.</summary>
    public static KpiDefinition CollectionRate { get; } = NotNegative(
        "CollectionRate", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums);

    /// <summary>终端覆盖率: terminals with a purchase / target terminals, at period end.</summary>
    public static KpiDefinition TerminalCoverage { get; } = Part(
        "TerminalCoverage", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.EndOfPeriod, KpiAggregation.DistinctCount);

    /// <summary>铺货率: terminals stocking the product / terminals visited, at period end.</summary>
    public static KpiDefinition DistributionRate { get; } = Part(
        "DistributionRate", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.EndOfPeriod, KpiAggregation.DistinctCount);

    /// <summary>动销率: SKUs sold / SKUs carried in the window; may exceed 1. Distinct counts: a longer window is counted again.</summary>
    public static KpiDefinition SellThroughSkuRate { get; } = NotNegative(
        "SellThroughSkuRate", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.DistinctCount, KpiAggregation.DistinctCount);

    /// <summary>有效拜访: visits that pass the rules / representative-days.</summary>
    public static KpiDefinition EffectiveVisits { get; } = NotNegative(
        "EffectiveVisits", KpiUnit.PerDay, KpiDirection.HigherIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums);

    /// <summary>流向采集率: flows matched / flows.</summary>
    public static KpiDefinition FlowDataRate { get; } = Share("FlowDataRate");

    /// <summary>销售费用率: selling expense / sales.</summary>
    public static KpiDefinition SellingExpenseRatio { get; } = NotNegative(
        "SellingExpenseRatio", KpiUnit.Ratio, KpiDirection.LowerIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums);

    /// <summary>近效期占比: stock value with at most N months left / stock value, at period end; N is the host's.</summary>
    public static KpiDefinition NearExpiryShare { get; } = Part(
        "NearExpiryShare", KpiUnit.Ratio, KpiDirection.LowerIsBetter, KpiAggregation.EndOfPeriod, KpiAggregation.RatioOfSums);

    /// <summary>过期报损: sum of write-offs of expired goods.</summary>
    public static KpiDefinition ExpiryLoss { get; } = NotNegative(
        "ExpiryLoss", KpiUnit.Money, KpiDirection.LowerIsBetter, KpiAggregation.Sum, KpiAggregation.Sum);

    /// <summary>会员销售占比: member sales / sales.</summary>
    public static KpiDefinition MemberSalesShare { get; } = Share("MemberSalesShare");

    /// <summary>价格效应 (集采): (P1 - P0) x Q1 per SKU; with the volume and the mix effect it sums to the change of sales.</summary>
    public static KpiDefinition PriceEffect { get; } = new(
        "PriceEffect", KpiUnit.Money, KpiDirection.Neutral, KpiAggregation.Sum, KpiAggregation.Sum);

    /// <summary>All 41 KPIs, in the order of the documentation.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = Array.AsReadOnly(new[]
    {
        SalesRevenue, Orders, GrossMargin, GrossMarginRate, NewCustomers, ActiveCustomers, ComplaintRate, ReturnRate, RebateRatio, VisitCoverage,
        PrescriptionGrowth, TerminalSalesGrowth, LeadConversionRate, WinRate, SalesCycleDays, AverageDealSize, PipelineVelocity, Arpu, ChurnRate, RetentionRate, RepurchaseRate, Csat,
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

    private static KpiDefinition Share(string id) => Part(id, KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums);

    /// <summary>A part of a whole: 0 to 1.</summary>
    private static KpiDefinition Part(string id, KpiUnit unit, KpiDirection direction, KpiAggregation overTime, KpiAggregation overSegments) =>
        NotNegative(id, unit, direction, overTime, overSegments) with { Maximum = 1 };

    /// <summary>A KPI that is 0 or more.</summary>
    private static KpiDefinition NotNegative(string id, KpiUnit unit, KpiDirection direction, KpiAggregation overTime, KpiAggregation overSegments) =>
        new(id, unit, direction, overTime, overSegments) { Minimum = 0 };
}
