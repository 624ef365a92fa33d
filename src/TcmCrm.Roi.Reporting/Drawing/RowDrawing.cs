namespace TcmCrm.Roi.Reporting.Drawing;

/// <summary>A bar a row, its name above it: stacks, ranges (tornado) and bridges. Names are as long as they are, so they have a line of their own.</summary>
internal static class RowDrawing
{
    private const double Left = 2;
    private const double Bar = 15;
    private const double RowHeight = 38;
    private const int Colors = 10;

    internal static void Draw(ReportChart chart, Svg svg)
    {
        Row[] rows = [.. Enumerable.Range(0, chart.Categories.Count).Select(i => RowOf(chart, i))];
        double room = rows.Max(row => Svg.WidthOf(row.Text)) + 8;
        const double top = 20;
        double bottom = top + (rows.Length * RowHeight) + 4;
        Axis axis = Axis.Over(
            [.. rows.SelectMany(row => row.Parts.SelectMany(part => new[] { part.From, part.To })), .. chart.Marks.Select(mark => mark.Position)], chart, Left, Svg.Width - Left - 12,
            withZero: chart.Kind != ReportChartKind.Range, most: 5);
        foreach (double tick in axis.Ticks())
        {
            svg.Line(tick == 0 ? "zero" : "grid", axis.At(tick), top, axis.At(tick), bottom);
        }

        Labels(svg, axis, bottom + 13);
        svg.Text(chart.AxisUnit, 2, 11, style: "faint");
        for (int i = 0; i < rows.Length; i++)
        {
            double y = top + (i * RowHeight) + 13;
            svg.Text(chart.Categories[i], Left + 4, y, style: "on", room: Svg.Width - room - Left - 4);
            svg.Text(rows[i].Text, Svg.Width - 2, y, "end", "on faint");
            foreach ((double from, double to, string style) in rows[i].Parts)
            {
                svg.Bar(style, axis.At(from), y + 5, axis.At(to) - axis.At(from), Bar);
            }
        }

        foreach (ReportChartMark mark in chart.Marks)
        {
            double half = Svg.WidthOf(mark.Text) / 2, at = axis.At(mark.Position);
            svg.Line("marked", at, top - 4, at, bottom);
            svg.Text(mark.Text, Math.Min(Svg.Width - half - 2, Math.Max(half + 2 + Svg.WidthOf(chart.AxisUnit) + 8, at)), 11, "middle", "strong");
        }

        svg.Height = chart.Kind == ReportChartKind.Stack && chart.Series.Count == 1
            ? bottom + 20
            : Legend.Draw(svg, bottom + 18, chart.Series.Select((series, i) => (series.Name, StyleOf(chart, i), LegendShape.Area)));
    }

    /// <summary>The numbers of the axis that have room.</summary>
    private static void Labels(Svg svg, Axis axis, double y)
    {
        double end = double.MinValue;
        foreach (double tick in axis.Ticks())
        {
            string label = axis.Label(tick);
            double half = Svg.WidthOf(label) / 2, middle = Math.Min(Svg.Width - half - 1, Math.Max(half + 1, axis.At(tick)));
            if (middle - half >= end)
            {
                svg.Text(label, middle, y, "middle", "faint");
                end = middle + half + 6;
            }
        }
    }

    private static string StyleOf(ReportChart chart, int series) => chart.Kind switch
    {
        ReportChartKind.Range => chart.Series[series].Role == ReportSeriesRole.Lower ? "c2" : "c1",
        ReportChartKind.Bridge => chart.Series[series].Role == ReportSeriesRole.Main ? "c1" : "c2",
        _ => $"c{(series % Colors) + 1}",
    };

    private static Row RowOf(ReportChart chart, int row)
    {
        var parts = new List<(double From, double To, string Style)>();
        string text = chart.Table.Rows[row].Cells[chart.Table.Columns.Count - 1].Text;
        switch (chart.Kind)
        {
            case ReportChartKind.Range:
                double middle = chart.Marks.Count > 0 ? chart.Marks[0].Position : 0;
                foreach ((ReportChartSeries series, int i) in chart.Series.Select((series, i) => (series, i)))
                {
                    if (series.Values[row] is { } end)
                    {
                        parts.Add((middle, end, StyleOf(chart, i)));
                    }
                }

                break;
            case ReportChartKind.Bridge:
                ReportChartSeries totals = chart.Series.First(series => series.Role == ReportSeriesRole.Main), changes = chart.Series.First(series => series.Role == ReportSeriesRole.Change);
                if (totals.Values[row] is { } total)
                {
                    parts.Add((0, total, "c1"));
                }
                else if (changes.Values[row] is { } change)
                {
                    double from = (totals.Values[0] ?? 0) + Enumerable.Range(0, row).Sum(before => changes.Values[before] ?? 0);
                    parts.Add((from, from + change, "c2"));
                }

                break;
            default:
                double gained = 0, lost = 0;
                for (int i = 0; i < chart.Series.Count; i++)
                {
                    if (chart.Series[i].Values[row] is { } value && value != 0)
                    {
                        double from = value > 0 ? gained : lost;
                        parts.Add((from, from + value, StyleOf(chart, i)));
                        gained += Math.Max(0, value);
                        lost += Math.Min(0, value);
                    }
                }

                break;
        }

        return new Row(parts, text);
    }

    private sealed class Row(IReadOnlyList<(double From, double To, string Style)> parts, string text)
    {
        internal IReadOnlyList<(double From, double To, string Style)> Parts { get; } = parts;

        /// <summary>The number at the end of the row, as the table of the chart prints it.</summary>
        internal string Text { get; } = text;
    }
}
