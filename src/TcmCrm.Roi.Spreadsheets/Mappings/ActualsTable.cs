using TcmCrm.Roi.Cases;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>
/// The actuals of a review from a table: <c>kind,line,month,amount[,quantity][,denominator][,planned][,from][,currency][,document]</c>, one observation a row in any order. A line of the case is named by its name or its id.
/// </summary>
public static class ActualsTable
{
    internal static TableColumn Kind { get; } = new("kind", "类型", "类别", "种类", "type", "category") { IsRequired = true };

    internal static TableColumn Line { get; } = new("line", "项目", "项目名称", "明细项目", "成本项目", "收益项目", "名称", "item", "name") { IsRequired = true };

    internal static TableColumn Month { get; } = new("month", "月份", "月", "年月", "期间", "会计期间", "所属月份", "账期", "日期", "date", "period") { IsRequired = true };

    internal static TableColumn Year { get; } = new("year", "年份", "年", "年度");

    internal static TableColumn From { get; } = new("from", "起始月", "起始月份", "自", "开始月份", "费用起始月", "所属期起", "since", "start");

    internal static TableColumn Amount { get; } = new("amount", "金额", "数额", "实际金额", "实际", "发生额", "实际值", "数值", "value", "actual")
    {
        IsRequired = true,
        IsMoney = true,
        HasSeveralKinds = true,
    };

    internal static TableColumn CurrencyCode { get; } = new("currency", "币种", "货币", "币别");

    internal static TableColumn Quantity { get; } = new("quantity", "数量", "qty");

    internal static TableColumn Denominator { get; } = new("denominator", "分母", "基数");

    internal static TableColumn Planned { get; } = new("planned", "计划", "计划值", "计划数量", "plan");

    internal static TableColumn Document { get; } = new("document", "凭证号", "单据号", "凭证字号", "凭证编号", "单据编号", "发票号", "发票号码", "单号", "voucher", "invoice", "bill", "documentno", "invoiceno", "voucherno");

    /// <summary>Gets the columns that the table may have.</summary>
    public static TableLayout Layout { get; } = new(Kind, Line, Month, Year, From, Amount, CurrencyCode, Quantity, Denominator, Planned, Document, KnownColumns.Unit)
    {
        ReadsRemarks = true,
        Remarks = ["description", "descriptions", "descr", "particulars", "narrative", "details", "text", "描述", "业务描述", "事由", "用途", "款项用途", "款项说明", "费用说明", "业务内容", "内容", "摘要说明", "凭证摘要"],
    };

    /// <summary>Reads the actuals of a case.</summary>
    /// <param name="stream">CSV or xlsx, from its current position; it is not closed.</param>
    /// <param name="plan">The case, whose lines the rows name.</param>
    /// <param name="options">Choices and limits; the default ones when null.</param>
    /// <param name="allowDuplicates">Whether a row of money that stands twice with one document is taken; otherwise it is a problem.</param>
    /// <exception cref="ArgumentNullException">The stream or the plan is null.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static ActualsReading Read(Stream stream, InvestmentCase plan, TableReadOptions? options = null, bool allowDuplicates = false)
    {
        _ = plan ?? throw new ArgumentNullException(nameof(plan));
        Table table = Table.Read(stream, Layout, options);
        var rows = new ActualRows(table, plan, allowDuplicates, options?.NegatesCredits);
        if (table.HeaderLine > 0 && Layout.Columns.All(column => !column.IsRequired || table.Has(column)))
        {
            foreach (TableRow row in table.Rows)
            {
                rows.Add(row);
            }

            rows.ReportRepeated();
        }

        return new ActualsReading(table, rows.Actuals, rows.Contracts);
    }
}
