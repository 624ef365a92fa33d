namespace TcmCrm.Roi.Reporting.Drawing;

/// <summary>What the colours and lines of a chart mean, below it.</summary>
internal static class Legend
{
    private const double Row = 17;
    private const double Swatch = 18;

    /// <summary>Draws it from a height on, in as many rows as it needs, and gives the height where it ends.</summary>
    internal static double Draw(Svg svg, double top, IEnumerable<(string Name, string Style, LegendShape Shape)> entries)
    {
        double x = 4, y = top + 12;
        foreach ((string name, string style, LegendShape shape) in entries)
        {
            double needed = Swatch + 5 + Svg.WidthOf(name) + 12;
            if (x > 4 && x + needed > Svg.Width)
            {
                x = 4;
                y += Row;
            }

            switch (shape)
            {
                case LegendShape.Line:
                    svg.Line(style, x, y - 4, x + Swatch, y - 4);
                    break;
                case LegendShape.Dot:
                    svg.Dot(style, x + (Swatch / 2), y - 4, 4);
                    break;
                default:
                    svg.Bar(style, x, y - 9, Swatch - 4, 10);
                    break;
            }

            svg.Text(name, x + Swatch + 5, y, room: Svg.Width - Swatch - 10);
            x += needed;
        }

        return y + 6;
    }
}
