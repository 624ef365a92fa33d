using System.Collections.ObjectModel;
using NodaTime;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Cash-flow series from a table: <c>id,date,amount</c>, one row a flow in any order; without a date the flows are periodic, in the order of the rows.</summary>
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
    public static TableLayout Layout { get; } = new(Id, Date, Amount);

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

        bool hasId = table.Has(Id);
        bool hasDates = table.Has(Date);
        if (table.RowCount == 0 && !table.FaultyRows.Any())
        {
            table.Report(Said.As("noRows"));
        }

        var byId = new Dictionary<string, CashFlowRecord>(StringComparer.Ordinal);
        var records = new List<CashFlowRecord>();
        CashFlowRecord RecordOf(TableRow row)
        {
            // A row whose name cannot be read may belong to any series; it is one of its own, without flows.
            string? id = hasId ? row.Text(Id) : "1";
            if (id is null)
            {
                var lost = new CashFlowRecord(null, row.Line, hasDates);
                records.Add(lost);
                return lost;
            }

            if (!byId.TryGetValue(id, out CashFlowRecord? record))
            {
                record = new CashFlowRecord(id, row.Line, hasDates);
                byId.Add(id, record);
                records.Add(record);
            }

            return record;
        }

        foreach (TableRow row in table.FaultyRows)
        {
            RecordOf(row).Fail(row.Line, null, Said.As("rowWrong"));
        }

        foreach (TableRow row in table.Rows)
        {
            Add(table, row, RecordOf(row), hasDates);
        }

        return new CashFlowReading(table, [.. records.OrderBy(record => record.Line)]);
    }

    private static void Add(Table table, TableRow row, CashFlowRecord record, bool hasDates)
    {
        double? amount = Value(table, row, record, Amount, row.Number);
        LocalDate? date = hasDates ? Value(table, row, record, Date, row.Date) : null;
        if (record.Id is null)
        {
            record.Fail(row.Line, table.HeaderOf(Id), Said.As("rowWrong"));
        }
        else if (amount is { } known && (date is not null || !hasDates))
        {
            record.Add(known, date);
        }
    }

    private static T? Value<T>(Table table, TableRow row, CashFlowRecord record, TableColumn column, Func<TableColumn, T?> read)
        where T : struct
    {
        if (read(column) is { } value)
        {
            return value;
        }

        if (row.IsEmpty(column))
        {
            row.Report(column, Said.As("cellEmpty"));
        }

        record.Fail(row.Line, table.HeaderOf(column), table.LastProblem!);
        return null;
    }
}
