namespace TcmCrm.Roi.Reporting;

/// <summary>How a chart is drawn.</summary>
public enum ReportChartKind
{
    /// <summary>Lines over months, perhaps with a band.</summary>
    Line,

    /// <summary>A bar a category, made of the values of the series one behind the other.</summary>
    Stack,

    /// <summary>A bar a category between the values of the two series <see cref="ReportSeriesRole.Lower"/> and <see cref="ReportSeriesRole.Upper"/>.</summary>
    Range,

    /// <summary>From the first value to the last by steps: totals in the series <see cref="ReportSeriesRole.Main"/>, steps in <see cref="ReportSeriesRole.Change"/>.</summary>
    Bridge,

    /// <summary>How often values fall between <see cref="ReportChart.Edges"/>.</summary>
    Distribution,
}
