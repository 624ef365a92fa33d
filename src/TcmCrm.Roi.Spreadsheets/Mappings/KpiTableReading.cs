using System.Collections.ObjectModel;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The KPIs of a table, or what is wrong with it.</summary>
public sealed class KpiTableReading
{
    internal KpiTableReading(Table table, IList<KpiDefinition> kpis)
    {
        Problems = table.Problems;
        Notes = table.Notes;
        Kpis = new ReadOnlyCollection<KpiDefinition>(Problems.Count == 0 ? kpis : []);
    }

    /// <summary>Gets the KPIs in the order of the rows; empty where there is any problem.</summary>
    public IReadOnlyList<KpiDefinition> Kpis { get; }

    /// <summary>Gets what has to be put right.</summary>
    public IReadOnlyList<TableRemark> Problems { get; }

    /// <summary>Gets what was passed over or assumed.</summary>
    public IReadOnlyList<TableRemark> Notes { get; }
}
