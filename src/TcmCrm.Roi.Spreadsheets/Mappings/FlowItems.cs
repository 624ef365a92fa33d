namespace TcmCrm.Roi.Spreadsheets;

/// <summary>
/// Rows that are the items of one project (现金流入, 现金流出, 净现金流) and not projects of their own: the net row is the series, or inflow less outflow is. Items without such rows are
/// asked about, because figures of a cost alone or of a benefit alone mean nothing.
/// </summary>
internal static class FlowItems
{
    /// <summary>The series of the table: all of them, or the one that their items make. What cannot be told is a problem of the table.</summary>
    internal static IEnumerable<CashFlowRecord> Resolve(Table table, List<CashFlowRecord> records, bool hasDates)
    {
        if (records.Count < 2 || records.Exists(record => record.Id is null))
        {
            return records;
        }

        CashFlowRecord[] items = [.. records.Where(record => !CashFlowTable.Layout.IsDerived(Key(record)))];
        CashFlowRecord[] nets = Called(items, CashFlowTable.Amount);
        CashFlowRecord[] inflows = Called(items, CashFlowTable.Inflow);
        CashFlowRecord[] outflows = Called(items, CashFlowTable.Outflow);
        bool hasSides = inflows.Length == 1 && outflows.Length == 1 && AreAlike(inflows[0], outflows[0]) && inflows[0].Error is null && outflows[0].Error is null;
        if (nets.Length == 1 && items.All(item => item == nets[0] || inflows.Contains(item) || outflows.Contains(item) || IsOneSigned(item)))
        {
            if (hasSides && nets[0].Error is null && !IsNet(nets[0], inflows[0], outflows[0]))
            {
                Message reason = Said.As("netDiffers", ("value", nets[0].Id!));
                table.Report(reason, null, nets[0].Line);
                nets[0].Fail(nets[0].Line, null, reason);
            }

            TellPassed(table, records.Where(record => record != nets[0]));
            return nets;
        }

        if (nets.Length == 0 && inflows.Length == 1 && outflows.Length == 1 && Array.Exists(items, item => item.Error is not null))
        {
            return items.Where(item => item.Error is not null); // What is wrong is told; one side alone has no figures.
        }

        if (nets.Length == 0 && hasSides && items.Length == 2)
        {
            TellPassed(table, records.Except(items));
            return [Net(table, inflows[0], outflows[0], hasDates)];
        }

        bool isSided = items.Any(HasInflow) && items.Any(HasOutflow);
        if (items.Length > 1 && items.All(IsOneSigned) && (isSided || nets.Length + inflows.Length + outflows.Length > 0))
        {
            var reason = new Message("table.rowsAreItems", Said.Names("rows", items.Take(6).Select(item => item.Id!)));
            table.Report(reason);
            items[0].Fail(items[0].Line, null, reason);
            return [items[0]];
        }

        return records;
    }

    private static CashFlowRecord[] Called(CashFlowRecord[] items, TableColumn column) =>
        [.. items.Where(item => CashFlowTable.Layout.Headers.TryGetValue(Key(item), out TableColumn? known) && known == column)];

    private static string Key(CashFlowRecord record) => HeaderText.Key(HeaderText.Split(record.Id!).Name);

    private static bool HasInflow(CashFlowRecord record) => record.Amounts.Any(amount => amount > 0);

    private static bool HasOutflow(CashFlowRecord record) => record.Amounts.Any(amount => amount < 0);

    private static bool IsOneSigned(CashFlowRecord record) => !(HasInflow(record) && HasOutflow(record));

    private static bool AreAlike(CashFlowRecord one, CashFlowRecord other) =>
        one.Amounts.Count == other.Amounts.Count && (one.Dates is null || one.Dates.SequenceEqual(other.Dates!));

    private static double Outflow(CashFlowRecord outflows, int i) => HasOutflow(outflows) ? outflows.Amounts[i] : -outflows.Amounts[i];

    private static bool IsNet(CashFlowRecord net, CashFlowRecord inflow, CashFlowRecord outflow) => !AreAlike(net, inflow)
        || net.Amounts.Select((amount, i) => Math.Abs(amount - inflow.Amounts[i] - Outflow(outflow, i)) <= 0.011 + (1e-6 * Math.Abs(amount))).All(isSame => isSame);

    private static CashFlowRecord Net(Table table, CashFlowRecord inflow, CashFlowRecord outflow, bool hasDates)
    {
        var net = new CashFlowRecord("1", inflow.Line, hasDates);
        for (int i = 0; i < inflow.Amounts.Count; i++)
        {
            net.Add(inflow.Amounts[i] + Outflow(outflow, i), inflow.Dates?[i]);
        }

        if (!IsOneSigned(outflow))
        {
            Message reason = Said.As("outflowSigns");
            table.Report(reason, null, outflow.Line);
            net.Fail(outflow.Line, null, reason);
        }

        table.AddNote(new Message(HasOutflow(outflow) ? "table.netOfSides.signed" : "table.netOfSides"), null, table.HeaderLine);
        return net;
    }

    private static void TellPassed(Table table, IEnumerable<CashFlowRecord> passed)
    {
        CashFlowRecord[] rows = [.. passed];
        if (rows.Length > 0)
        {
            table.AddNote(new Message("table.itemsPassed", Said.Names("rows", rows.Take(6).Select(row => row.Id!))), null, rows[0].Line);
        }
    }
}
