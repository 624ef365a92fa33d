namespace TcmCrm.Roi.Reporting.Drawing;

/// <summary>Draws a chart: 360 units wide, so that its texts are readable on a telephone, and as high as it needs to be.</summary>
internal static class ChartDrawing
{
    internal static Svg Of(ReportChart chart)
    {
        var svg = new Svg();
        switch (chart.Kind)
        {
            case ReportChartKind.Line:
                LineDrawing.Draw(chart, svg);
                break;
            case ReportChartKind.Distribution:
                DistributionDrawing.Draw(chart, svg);
                break;
            default:
                RowDrawing.Draw(chart, svg);
                break;
        }

        return svg;
    }
}
