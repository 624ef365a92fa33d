namespace TcmCrm.Roi.Kpis;

/// <summary>What the caller knows about the segments that are put together.</summary>
public enum KpiSegments
{
    /// <summary>The same customer, terminal or SKU may be in more than one segment, or it is not known.</summary>
    MayOverlap,

    /// <summary>Nothing is in two segments, for example regions to which each terminal belongs once.</summary>
    Disjoint,
}
