namespace TcmCrm.Roi.Reporting.Drawing;

/// <summary>How often values fall between bounds; what is below zero is another colour and hatched by its outline.</summary>
internal static class DistributionDrawing
{
    private const double Left = 8;
    private const double Top = 44;
    private const double Plot = 140;

    internal static void Draw(ReportChart chart, Svg svg)
    {
        ReportChartSeries counts = chart.Series[0];
        Axis axis = Axis.Over([.. chart.Edges, .. chart.Marks.Select(mark => mark.Position)], chart, Left, Svg.Width - (2 * Left), withZero: false, most: 5);
        double most = Math.Max(1, counts.Values.OfType<double>().DefaultIfEmpty(0).Max());
        const double bottom = Top + Plot;
        foreach (double tick in axis.Ticks())
        {
            svg.Line(tick == 0 ? "zero" : "grid", axis.At(tick), Top, axis.At(tick), bottom + 3);
        }

        for (int i = 0; i < counts.Values.Count; i++)
        {
            double from = chart.Edges[i], to = chart.Edges[i + 1], high = Plot * (counts.Values[i] ?? 0) / most;
            if (from < 0 && to > 0)
            {
                // The bin that zero cuts is drawn in both colours.
                svg.Bar("c2", axis.At(from), bottom - high, axis.At(0) - axis.At(from), high);
                svg.Bar("c1", axis.At(0), bottom - high, axis.At(to) - axis.At(0), high);
            }
            else
            {
                svg.Bar(to <= 0 ? "c2" : "c1", axis.At(from), bottom - high, axis.At(to) - axis.At(from), high);
            }
        }

        svg.Line("zero", Left, bottom, Svg.Width - Left, bottom);
        double end = double.MinValue;
        foreach (double tick in axis.Ticks())
        {
            double half = Svg.WidthOf(axis.Label(tick)) / 2, middle = Math.Min(Svg.Width - half - 1, Math.Max(half + 1, axis.At(tick)));
            if (middle - half >= end)
            {
                svg.Text(axis.Label(tick), middle, bottom + 15, "middle", "faint");
                end = middle + half + 6;
            }
        }

        svg.Text(chart.AxisUnit, 2, 11, style: "faint");
        double[] ends = [double.MinValue, double.MinValue];
        foreach (ReportChartMark mark in chart.Marks.OrderBy(mark => mark.Position))
        {
            double half = Svg.WidthOf(mark.Text) / 2, at = axis.At(mark.Position), middle = Math.Min(Svg.Width - half - 2, Math.Max(half + 2, at));
            int row = ends[0] <= middle - half ? 0 : 1;
            ends[row] = middle + half + 6;
            svg.Line("marked", at, row == 0 ? Top - 14 : Top, at, bottom);
            svg.Text(mark.Text, middle, row == 0 ? Top - 17 : Top - 3, "middle", "strong");
        }

        svg.Height = Legend.Draw(svg, bottom + 20, [(counts.Name, "c1", LegendShape.Area), (chart.Series[1].Name, "c2", LegendShape.Area)]);
    }
}
