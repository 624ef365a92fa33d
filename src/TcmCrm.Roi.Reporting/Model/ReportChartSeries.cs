using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting;

/// <summary>A series of a chart.</summary>
public sealed class ReportChartSeries
{
    internal ReportChartSeries(string name, ReportSeriesRole role, IEnumerable<double?> values)
    {
        Name = PlainText.OneLine(name);
        Role = role;
        Values = Array.AsReadOnly(values.Select(value => value is { } number && (double.IsNaN(number) || double.IsInfinity(number)) ? null : value).ToArray());
    }

    /// <summary>Its name, in the legend.</summary>
    public string Name { get; }

    /// <summary>What it is.</summary>
    public ReportSeriesRole Role { get; }

    /// <summary>A value for each category, in the unit of the chart before it is scaled; null for a gap.</summary>
    public IReadOnlyList<double?> Values { get; }
}
