namespace TcmCrm.Roi.Kpis;

/// <summary>How the values of segments (channel, region, product line) of one month become the value of all of them together.</summary>
public enum KpiSegmentAggregation
{
    /// <summary>Numerators and denominators are added and divided again. Needs series with parts.</summary>
    RatioOfSums,

    /// <summary>The values are added.</summary>
    Sum,

    /// <summary>
    /// Distinct things are counted: adding is right only when nothing belongs to two segments, which the caller has to state
    /// (<see cref="KpiSegments.Disjoint"/>). Then numerators and denominators are added and divided again.
    /// </summary>
    DistinctCount,

    /// <summary>The KPI is a formula of other KPIs: aggregate those and apply the formula again. Always refused.</summary>
    Recompute,
}
