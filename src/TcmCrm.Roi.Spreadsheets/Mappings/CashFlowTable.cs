namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Cash-flow series from a table: <c>id,date,amount</c>, one row a flow in any order; without a date the flows are periodic, in the order of the rows. Or dates across, one row a series.</summary>
/// <remarks>A series with a row that is wrong has no flows. Without <c>id</c> all rows are one series.</remarks>
public static class CashFlowTable
{
    internal static TableColumn Id { get; } = new("id", "项目", "项目名称", "序列", "方案", "编号", "名称", "投资项目", "案例", "系列", "name", "project", "series", "case");

    internal static TableColumn Date { get; } = new("date", "日期", "时间", "发生日期", "现金流日期", "收付日期", "交易日期", "day");

    internal static TableColumn Amount { get; } = new("amount", "金额", "现金流", "净现金流", "净现金流量", "现金流量", "数额", "发生额", "净额", "value", "cashflow", "flow", "netcashflow")
    {
        IsRequired = true,
        IsMoney = true,
    };

    /// <summary>Gets the columns that the table may have.</summary>
    public static TableLayout Layout { get; } = new(Id, Date, Amount) { AllowsAcross = true };

    /// <summary>Reads the series of a table.</summary>
    /// <param name="stream">CSV or xlsx, from its current position; it is not closed.</param>
    /// <param name="options">Choices and limits; the default ones when null.</param>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static CashFlowReading Read(Stream stream, TableReadOptions? options = null)
    {
        Table table = Table.Read(stream, Layout, options);

        // What is wrong with the table or its header leaves no series that could be trusted.
        if (table.HeaderLine == 0 || table.Problems.Any(problem => problem.Line is null || problem.Line <= table.HeaderLine))
        {
            return new CashFlowReading(table, []);
        }

        if (table.RowCount == 0 && !table.FaultyRows.Any())
        {
            table.Report(Said.As("noRows"));
        }

        var series = new CashFlowRows(table);
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
}
