namespace TcmCrm.Roi.Kpis;

/// <summary>Why an aggregation of a KPI was refused: it would have given a wrong figure, or none.</summary>
public enum KpiAggregationRefusal
{
    /// <summary>Not refused.</summary>
    None,

    /// <summary>The series has values only; the ratio of sums needs numerators and denominators.</summary>
    PartsMissing,

    /// <summary>Distinct customers, terminals or SKUs are counted; the same one would be counted again in each month or segment.</summary>
    DistinctCounts,

    /// <summary>The KPI is a formula of other KPIs, which have to be aggregated first.</summary>
    FormulaOfOtherKpis,

    /// <summary>The asked rule would average values that may not be averaged: ratios, balances, compounding shares.</summary>
    AverageOfMonths,

    /// <summary>The asked rule would add values that may not be added: ratios, balances, states.</summary>
    SumOfMonths,

    /// <summary>The asked rule is not the rule of the KPI.</summary>
    NotTheRuleOfTheKpi,

    /// <summary>Trailing windows overlap; aggregate the months instead.</summary>
    OverlappingWindows,

    /// <summary>The series is already coarser than what was asked for.</summary>
    CoarserThanAsked,

    /// <summary>No period of the asked length is complete in the series.</summary>
    NoCompletePeriod,

    /// <summary>The segments are not series of the same KPI at the same frequency, or a segment comes twice.</summary>
    SegmentsDoNotMatch,

    /// <summary>A share above 1 or below 0 cannot compound.</summary>
    ShareOutsideItsRange,
}
