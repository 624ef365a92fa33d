namespace TcmCrm.Roi.Kpis;

/// <summary>Whether a control chart could be drawn, and if not why.</summary>
public enum ControlChartStatus
{
    /// <summary>It could.</summary>
    Available,

    /// <summary>The automatic baseline needs 12 values, a named one two.</summary>
    TooFewBaselineValues,

    /// <summary>A seasonal basis needs each calendar month at least twice in the baseline.</summary>
    SeasonNotCovered,

    /// <summary>A basis of logarithms needs values above 0.</summary>
    ValuesNotPositive,

    /// <summary>A seasonal basis needs a monthly series.</summary>
    NotMonthly,
}
