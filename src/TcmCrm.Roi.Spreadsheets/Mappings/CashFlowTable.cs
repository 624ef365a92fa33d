namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Cash-flow series from a table: <c>id,date,amount</c>, one row a flow in any order; without a date the flows are periodic, in the order of the rows or of a column <c>period</c>. Or dates or periods across, one row a series.</summary>
/// <remarks>
/// A series with a row that is wrong has no flows. Without <c>id</c> all rows are one series. In place of an amount a table may have inflow and outflow (流入、流出): the amount is inflow less outflow,
/// whatever sign the outflows have, as long as all have the same. Periods are whole numbers, one after the other.
/// </remarks>
public static class CashFlowTable
{
    internal static TableColumn Id { get; } = new("id", "项目", "项目名称", "序列", "方案", "编号", "名称", "投资项目", "案例", "系列", "name", "project", "series", "case");

    internal static TableColumn Date { get; } = new("date", "日期", "时间", "发生日期", "现金流日期", "收付日期", "交易日期", "记账日期", "入账日期", "过账日期", "到账日期", "月份", "年月", "month", "day", "postingdate", "valuedate", "bookingdate", "transactiondate", "paymentdate");

    internal static TableColumn Amount { get; } = new("amount", "金额", "现金流", "净现金流", "净现金流量", "现金流量", "数额", "发生额", "净额", "value", "cashflow", "flow", "netcashflow", "amountinlc", "amountinlocalcurrency")
    {
        IsRequired = true,
        IsMoney = true,
    };

    internal static TableColumn Period { get; } = new("period", "期数", "期", "期次", "年次", "年度", "年份", "年", "第几年", "第几期", "时点", "year", "n");

    internal static TableColumn Inflow { get; } = new("inflow", "流入", "现金流入", "现金流入量", "流入金额", "流入额", "收入", "收款", "inflows", "cashin", "receipts") { IsMoney = true };

    internal static TableColumn Outflow { get; } = new("outflow", "流出", "现金流出", "现金流出量", "流出金额", "流出额", "支出", "付款", "outflows", "cashout", "payments") { IsMoney = true };

    /// <summary>Gets the columns that the table may have.</summary>
    public static TableLayout Layout { get; } = new(Id, Date, Period, Amount, Inflow, Outflow, KnownColumns.Unit)
    {
        AllowsAcross = true,
        AllowsPeriods = true,
        Instead = [Inflow, Outflow],
        Remarks = ["text", "description", "particulars", "narrative", "reference"],
        Asked = Directions(),
        Derived = ["余额", "账户余额", "结余", "balance", "runningbalance", "累计", "折现", "贴现", "现值", "净现值", "cumulative", "discount", "presentvalue"],
    };

    /// <summary>Reads the series of a table.</summary>
    /// <param name="stream">CSV or xlsx, from its current position; it is not closed.</param>
    /// <param name="options">Choices and limits; the default ones when null.</param>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static CashFlowReading Read(Stream stream, TableReadOptions? options = null)
    {
        Table table = Table.Read(stream, Layout, options);

        foreach (TableColumn side in table.Has(Inflow) == table.Has(Outflow) || table.Across.Count > 1 ? [] : new[] { Inflow, Outflow }.Where(table.Has))
        {
            table.Report(Said.As("oneSide"), side, table.HeaderLine);
        }

        // What is wrong with the table or its header leaves no series that could be trusted.
        if (table.HeaderLine == 0 || table.Problems.Any(problem => problem.Line is null || problem.Line <= table.HeaderLine))
        {
            return new CashFlowReading(table, []);
        }

        if (table.RowCount == 0 && !table.FaultyRows.Any())
        {
            table.Report(Said.As("noRows"));
        }

        ReportPeriodsAcross(table);
        var series = new CashFlowRows(table);
        if (table.Problems.Any(problem => problem.Line == table.HeaderLine))
        {
            return new CashFlowReading(table, []);
        }

        foreach (TableRow row in table.Rows)
        {
            if (table.Across.Count > 1)
            {
                series.AddAcross(row);
            }
            else
            {
                series.Add(row);
            }
        }

        // Behind the others, whose names tell what a row may belong to whose cells are shifted.
        foreach (TableRow row in table.FaultyRows)
        {
            series.Fail(row);
        }

        return new CashFlowReading(table, [.. series.Records.OrderBy(record => record.Line)]);
    }

    /// <summary>Sides of an account, of which only its owner knows which pays in, and columns that say which way each amount goes.</summary>
    private static Dictionary<string, string> Directions()
    {
        var asked = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string side in new[] { "借方", "借方金额", "借方发生额", "借方发生", "借", "贷方", "贷方金额", "贷方发生额", "贷方发生", "贷", "debit", "credit", "debits", "credits", "debitamount", "creditamount", "dr", "cr" })
        {
            asked[HeaderText.Key(side)] = "table.debitOrCredit";
        }

        foreach (string way in new[] { "方向", "借贷", "借/贷", "借贷方向", "借贷标志", "借贷标记", "收支", "收/支", "收支方向", "收支类型", "收支类别", "收付", "收/付", "收付方向", "收付类型", "资金流向", "资金方向", "交易方向", "进出", "d/c", "dr/cr", "debit/credit", "s/h", "direction", "in/out", "inout" })
        {
            asked[HeaderText.Key(way)] = "table.inOrOut";
        }

        return asked;
    }

    /// <summary>Periods across stand one after the other, as those in the rows do: a flow in a wrong place has a wrong value.</summary>
    private static void ReportPeriodsAcross(Table table)
    {
        for (int i = 1; i < table.Across.Count; i++)
        {
            if (table.PeriodOf(table.Across[i - 1]) is { } before && table.PeriodOf(table.Across[i]) is { } own && own != before + 1)
            {
                string id = own == before ? "periodTwice" : own > before ? "periodMissing" : "periodOrder";
                table.Report(Said.As(id, ("period", (own > before ? before + 1 : own).ToString(System.Globalization.CultureInfo.InvariantCulture))), null, table.HeaderLine);
            }
        }
    }
}
