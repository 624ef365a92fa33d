namespace TcmCrm.Roi.Reporting;

/// <summary>What kind of number a cell shows.</summary>
public enum ReportSourceKind
{
    /// <summary>A measure of an evaluation period.</summary>
    Measure,

    /// <summary>The total of a line over an evaluation period.</summary>
    Line,

    /// <summary>The sum of the lines of a category, class or kind of evidence over an evaluation period.</summary>
    Group,

    /// <summary>The flows of a year or a month.</summary>
    Flow,
}
