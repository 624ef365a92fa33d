using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting;

/// <summary>Something marked in a chart.</summary>
public sealed class ReportChartMark
{
    internal ReportChartMark(string text, double position, double? value = null)
    {
        Text = PlainText.OneLine(text);
        Position = position;
        Value = value;
    }

    /// <summary>What it is; empty for a point that the legend explains.</summary>
    public string Text { get; }

    /// <summary>Where it is: over lines in categories from 0, the first; over bars and distributions on the axis of values.</summary>
    public double Position { get; }

    /// <summary>The value of a marked point; null for a line across.</summary>
    public double? Value { get; }
}
