using System.Collections.ObjectModel;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The series of a table, or what is wrong with it.</summary>
public sealed class SeriesReading
{
    internal SeriesReading(Table table, IList<KpiSeries> series)
    {
        Problems = table.Problems;
        Notes = table.Notes;
        Series = new ReadOnlyCollection<KpiSeries>(Problems.Count == 0 ? series : []);
    }

    /// <summary>Gets the series in the order in which they first come; empty where there is any problem.</summary>
    public IReadOnlyList<KpiSeries> Series { get; }

    /// <summary>Gets what has to be put right.</summary>
    public IReadOnlyList<TableRemark> Problems { get; }

    /// <summary>Gets what was passed over or assumed.</summary>
    public IReadOnlyList<TableRemark> Notes { get; }
}
