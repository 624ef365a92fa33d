using System.Collections.ObjectModel;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The cash-flow series of a table, and what is wrong with some or all of them.</summary>
public sealed class CashFlowReading
{
    internal CashFlowReading(Table table, IList<CashFlowRecord> series)
    {
        Problems = table.Problems;
        Notes = table.Notes;
        Series = new ReadOnlyCollection<CashFlowRecord>(series);
        Currency = table.Across.Count > 1 ? table.CurrencyOf(table.Across[0]) : table.CurrencyOf(CashFlowTable.Amount);
    }

    /// <summary>Gets the series in the order of their first rows; those with a wrong row have a <see cref="CashFlowRecord.Error"/>. Empty where the table itself cannot be read.</summary>
    public IReadOnlyList<CashFlowRecord> Series { get; }

    /// <summary>Gets what has to be put right, equal ones of a column as one.</summary>
    public IReadOnlyList<TableRemark> Problems { get; }

    /// <summary>Gets what was passed over or assumed.</summary>
    public IReadOnlyList<TableRemark> Notes { get; }

    /// <summary>Gets the ISO code of the currency that the table states; null where it states none.</summary>
    public string? Currency { get; }
}
