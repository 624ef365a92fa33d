namespace TcmCrm.Roi.Kpis;

/// <summary>What a <see cref="KpiBuilder"/> made of the records.</summary>
public sealed class KpiBuild
{
    internal KpiBuild(KpiSeries[] series, Message[] notes)
    {
        Series = Array.AsReadOnly(series);
        Notes = Array.AsReadOnly(notes);
    }

    /// <summary>The monthly series, the whole before its segments, in the order of the catalogue; empty where the records allow none.</summary>
    public IReadOnlyList<KpiSeries> Series { get; }

    /// <summary>
    /// What was left out and why: <c>kpiLastMonthLeftOut</c>, <c>kpiNewCustomersFrom</c>, <c>kpiPartsMissing</c>, <c>kpiNoTargets</c>.
    /// </summary>
    public IReadOnlyList<Message> Notes { get; }
}
