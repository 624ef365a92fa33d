using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Spreadsheets;

namespace TcmCrm.Roi.Tool.Building;

/// <summary>The columns of tables of records as systems and people name them, and the words that stand in their cells.</summary>
internal static class RecordColumns
{
    private static readonly string[] SkuNames = ["品规", "商品编码", "产品编码", "商品名称", "产品名称", "品名", "存货编码", "存货名称", "商品", "产品"];

    /// <summary>Words in the header of a column that may say of an order that it is no sale, or is in another currency.</summary>
    internal static readonly string[] MayNotCount = ["状态", "币种", "货币", "退货", "取消", "作废", "status", "currency", "cancel", "refund"];

    internal static readonly TableColumn Customer = new("customer", "客户", "客户名称", "客户编码", "客户编号", "终端", "终端名称", "会员", "购货单位", "往来单位", "客户简称", "门店", "门店名称", "customerid", "customername", "account") { IsRequired = true };
    internal static readonly TableColumn Day = new("date", "日期", "下单日期", "订单日期", "销售日期", "业务日期", "开票日期", "单据日期", "出库日期", "发货日期", "交易日期", "成交日期", "制单日期", "下单时间", "订单时间", "创建时间", "支付时间", "付款时间", "成交时间", "交易时间", "业务时间", "拜访日期", "答卷日期", "提交日期", "投诉日期", "投诉时间", "处方日期", "开方日期", "day", "orderdate") { IsRequired = true };
    internal static readonly TableColumn Amount = new("amount", "金额", "订单金额", "含税金额", "不含税金额", "无税金额", "未税金额", "价税合计", "税价合计", "含税销售额", "不含税销售额", "成交金额", "交易金额", "开票金额", "实付金额", "销售金额", "销售额", "实收金额", "revenue", "sales") { IsRequired = true, IsMoney = true };
    internal static readonly TableColumn Margin = new("margin", "毛利", "毛利额", "grossmargin") { IsMoney = true };
    internal static readonly TableColumn Rebate = new("rebate", "返利", "返利金额", "折让") { IsMoney = true };
    internal static readonly TableColumn Quantity = new("quantity", "数量", "销量", "销售数量", "qty");
    internal static readonly TableColumn Number = new("order", "订单号", "订单编号", "单号", "订单", "单据编号", "单据号", "出库单号", "销售单号", "orderno", "orderid");
    internal static readonly TableColumn Line = new("productline", "产品线", "品类", "产品类别", "品种", "剂型", "产品大类", "product", "category");
    internal static readonly TableColumn Sku = new("sku", SkuNames);
    internal static readonly TableColumn StockSku = new("sku", SkuNames) { IsRequired = true };
    internal static readonly TableColumn StockValue = new("value", "库存金额", "期末库存金额", "库存价值", "stockvalue") { IsMoney = true };
    internal static readonly TableColumn MonthsLeft = new("monthsleft", "剩余效期", "剩余效期月数", "剩余月数", "剩余有效期");
    internal static readonly TableColumn Prescriptions = new("count", "处方量", "处方数", "处方张数", "张数", "处方数量", "prescriptions");
    internal static readonly TableColumn Segment = new("segment", "渠道", "区域", "大区", "分段", "channel", "region");
    internal static readonly TableColumn Kind = new("kind", "类型", "单据类型", "业务类型", "订单类型", "交易类型", "销售类型", "出库类型", "ordertype");
    internal static readonly TableColumn Member = new("member", "是否会员", "会员标志", "ismember");
    internal static readonly TableColumn Since = new("since", "开户日期", "建档日期", "首次购买日期", "首单日期", "创建日期", "firstpurchase");
    internal static readonly TableColumn Target = new("target", "是否目标", "目标终端", "目标客户", "istarget");
    internal static readonly TableColumn Representative = new("representative", "代表", "业务员", "医药代表", "拜访人", "rep", "salesperson") { IsRequired = true };
    internal static readonly TableColumn Effective = new("effective", "是否有效", "有效拜访", "有效", "iseffective") { IsRequired = true };
    internal static readonly TableColumn Stock = new("stock", "是否有货", "有货", "铺货", "hasstock");
    internal static readonly TableColumn Question = new("question", "问题", "题目", "问卷类型", "类型", "type") { IsRequired = true };
    internal static readonly TableColumn Score = new("score", "评分", "得分", "分数", "打分") { IsRequired = true };
    internal static readonly TableColumn Month = new("month", "月份", "月", "年月", "会计期间", "period") { IsRequired = true };
    internal static readonly TableColumn Balance = new("balance", "应收余额", "应收账款余额", "期末应收", "期末余额") { IsMoney = true };
    internal static readonly TableColumn CreditSales = new("creditsales", "赊销收入", "赊销额") { IsMoney = true };
    internal static readonly TableColumn Due = new("due", "应回款", "到期应收", "应收金额") { IsMoney = true };
    internal static readonly TableColumn Collected = new("collected", "已回款", "回款", "回款金额", "实际回款") { IsMoney = true };

    internal static readonly TableLayout Orders = new(Customer, Day, Amount, Margin, Rebate, Quantity, Number, Line, Sku, Segment, Member, Kind) { AllowsOthers = true };
    internal static readonly TableLayout Customers = new(Customer, Since, Target) { AllowsOthers = true };
    internal static readonly TableLayout Visits = new(Customer, Day, Representative, Effective, Stock) { AllowsOthers = true };
    internal static readonly TableLayout Surveys = new(Question, Day, Score) { AllowsOthers = true };
    internal static readonly TableLayout Receivables = new(Month, Balance, CreditSales, Due, Collected) { AllowsOthers = true };
    internal static readonly TableLayout PrescriptionLayout = new(Day, Prescriptions, Segment) { AllowsOthers = true };
    internal static readonly TableLayout StockLayout = new(Month, StockSku, StockValue, MonthsLeft, Segment) { AllowsOthers = true };
    internal static readonly TableLayout Complaints = new(Day) { AllowsOthers = true };

    private static readonly HashSet<string> NetNames = new(["不含税金额", "无税金额", "未税金额", "不含税销售额"], StringComparer.Ordinal);
    private static readonly HashSet<string> GrossNames = new(["含税金额", "价税合计", "税价合计", "含税销售额"], StringComparer.Ordinal);

    /// <summary>The column of the amounts of orders: of several the one without VAT, because sales are net. Whether the only one is with VAT, and the header of one with VAT that is left out.</summary>
    internal static (TableColumn Column, bool IsGross, string? Gross) AmountOf(Table table)
    {
        string NameOf(TableColumn column) => table.HeaderOf(column).Split('(', '（', '/', '_')[0].Trim();
        bool isGross = table.Has(Amount) && GrossNames.Contains(NameOf(Amount));
        bool isNet = table.Has(Amount) && NetNames.Contains(NameOf(Amount));
        TableColumn? net = isNet || !table.Has(Amount) ? null : table.Others.FirstOrDefault(other => NetNames.Contains(NameOf(other)));

        // An invoice has 金额, 税额 and 价税合计: the first is what the tax is added to.
        net ??= isGross && table.Others.Any(other => NameOf(other) == "税额") ? table.Others.FirstOrDefault(other => NameOf(other) is "金额" or "销售额" or "销售金额") : null;
        TableColumn? gross = net is not null && isGross ? Amount : isNet || net is not null ? table.Others.FirstOrDefault(other => GrossNames.Contains(NameOf(other))) : null;
        return (net ?? Amount, isGross && net is null, gross is null ? null : table.HeaderOf(gross));
    }

    /// <summary>Yes, no, or null for neither.</summary>
    internal static bool? FlagOf(string text) => text.ToUpperInvariant() switch
    {
        "是" or "有" or "有效" or "Y" or "YES" or "TRUE" or "1" or "√" => true,
        "否" or "无" or "无效" or "N" or "NO" or "FALSE" or "0" or "×" => false,
        _ => null,
    };

    /// <summary>Whether a row is a return; null for a word that is not known.</summary>
    internal static bool? IsReturn(string text) => text.ToUpperInvariant() switch
    {
        "" or "销售" or "销售出库" or "销售订单" or "普通销售" or "正常" or "正常销售" or "销货" or "出库" or "SALE" or "SALES" or "ORDER" => false,
        "退货" or "销售退货" or "销售退回" or "退货单" or "退货入库" or "退回" or "销退" or "退款" or "红字" or "红冲" or "RETURN" or "RETURNS" or "REFUND" => true,
        _ => null,
    };

    /// <summary>The scale that answers to a question have.</summary>
    internal static (int Low, int High) ScaleOf(KpiSurveyQuestion question) => question == KpiSurveyQuestion.Recommendation ? (0, 10) : question == KpiSurveyQuestion.Satisfaction ? (1, 5) : (0, 100);

    internal static KpiSurveyQuestion? QuestionOf(string text) => text.ToUpperInvariant() switch
    {
        "SATISFACTION" or "CSAT" or "满意度" => KpiSurveyQuestion.Satisfaction,
        "RECOMMENDATION" or "NPS" or "推荐意愿" or "净推荐值" => KpiSurveyQuestion.Recommendation,
        "EFFORT" or "CES" or "客户费力度" or "费力度" => KpiSurveyQuestion.Effort,
        _ => null,
    };
}
