using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Impact;

/// <summary>A unit (branch, region) with the CRM and its own go-live month.</summary>
public sealed class StaggeredUnit
{
    /// <summary>A unit.</summary>
    /// <param name="series">Its monthly series of the same KPI.</param>
    /// <param name="goLive">Its month of go-live; inside the series and not its first month.</param>
    /// <exception cref="ArgumentNullException">The series is null.</exception>
    /// <exception cref="ArgumentException">The series is not monthly.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The go-live month is not inside the series.</exception>
    public StaggeredUnit(KpiSeries series, YearMonth goLive)
    {
        Series = new ImpactStudy(series, goLive).Series;
        GoLive = goLive;
    }

    /// <summary>Its series.</summary>
    public KpiSeries Series { get; }

    /// <summary>Its month of go-live.</summary>
    public YearMonth GoLive { get; }
}
