namespace TcmCrm.Roi.Reporting;

/// <summary>What the value of a cell or the axis of a chart is.</summary>
public enum ReportUnit
{
    /// <summary>No value: text alone.</summary>
    Text,

    /// <summary>An amount in the currency of the report.</summary>
    Money,

    /// <summary>A share or a rate as a fraction: 0.08 is printed 8.0%.</summary>
    Ratio,

    /// <summary>A length in months.</summary>
    Months,

    /// <summary>How many times: a benefit/cost ratio.</summary>
    Multiple,

    /// <summary>A plain number: a count, a score, the value of a KPI in its own unit.</summary>
    Number,

    /// <summary>A date.</summary>
    Date,
}
