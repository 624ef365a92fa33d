namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The amount of a row of flows: its own column, or inflow less outflow.</summary>
internal sealed class SidedAmounts
{
    private readonly bool _hasSides;
    private readonly bool _hasAmount;
    private readonly int _outflowSign;

    internal SidedAmounts(Table table)
    {
        _hasAmount = table.Has(CashFlowTable.Amount);
        _hasSides = table.Has(CashFlowTable.Inflow) && table.Has(CashFlowTable.Outflow);
        if (!_hasSides)
        {
            return;
        }

        bool hasPositive = false;
        bool hasNegative = false;
        foreach (TableRow row in table.Rows)
        {
            // What is no number is told when its row is read.
            int problems = table.Problems.Count;
            double? outflow = row.IsEmpty(CashFlowTable.Outflow) ? null : row.Number(CashFlowTable.Outflow);
            if (table.Problems.Count == problems)
            {
                hasPositive |= outflow > 0;
                hasNegative |= outflow < 0;
            }
        }

        if (hasPositive && hasNegative)
        {
            table.Report(Said.As("outflowSigns"), CashFlowTable.Outflow, table.HeaderLine);
        }

        _outflowSign = hasNegative ? 1 : -1;
        if (!_hasAmount)
        {
            table.AddNote(new Message(hasNegative ? "table.netOfSides.signed" : "table.netOfSides"), null, table.HeaderLine);
        }
    }

    /// <summary>The amount; null with the column where it is wrong or empty.</summary>
    internal double? Of(TableRow row, out TableColumn? wrong)
    {
        wrong = null;
        double? net = null;
        if (_hasSides)
        {
            double? inflow = Side(row, CashFlowTable.Inflow, ref wrong);
            double? outflow = Side(row, CashFlowTable.Outflow, ref wrong);
            if (wrong is not null)
            {
                return null;
            }

            net = inflow is null && outflow is null ? null : (inflow ?? 0) + (_outflowSign * (outflow ?? 0));
            wrong = net is null && !_hasAmount ? CashFlowTable.Inflow : null;
        }

        if (!_hasAmount)
        {
            return net;
        }

        double? amount = row.Number(CashFlowTable.Amount);
        if (amount is null)
        {
            wrong = CashFlowTable.Amount;
        }
        else if (net is { } known && Math.Abs(known - amount.Value) > 0.011 + (1e-6 * Math.Abs(known)))
        {
            row.Report(CashFlowTable.Amount, Said.As("netDiffers", ("value", row.Text(CashFlowTable.Amount) ?? string.Empty)));
            wrong = CashFlowTable.Amount;
            return null;
        }

        return amount;
    }

    private static double? Side(TableRow row, TableColumn column, ref TableColumn? wrong)
    {
        double? value = row.IsEmpty(column) ? null : row.Number(column);
        wrong = value is null && !row.IsEmpty(column) ? column : wrong;
        return value;
    }
}
