namespace TcmCrm.Roi.Periods;

/// <summary>From which moment a flow is discounted. The timing never moves a flow into another period.</summary>
/// <remarks>
/// Flows dated on the start date itself stay at t = 0 under every timing. Under the timings on the grid, time is counted in whole grid
/// units of the evaluation (month k of the grid: k/12, (k + 1/2)/12 or (k + 1)/12 years; year j: j + 1 years), whatever the day count.
/// </remarks>
public enum FlowTiming
{
    /// <summary>Each flow at its own date, by the day count. The default.</summary>
    Dated,

    /// <summary>At the start of the grid month that holds its date.</summary>
    StartOfMonth,

    /// <summary>In the middle of the grid month that holds its date.</summary>
    MidMonth,

    /// <summary>At the end of the grid month that holds its date.</summary>
    EndOfMonth,

    /// <summary>At the end of the year of the evaluation, counted from its start, that holds its date: published yearly tables, TEI among them.</summary>
    EndOfYear,
}
