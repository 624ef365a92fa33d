namespace TcmCrm.Roi.Reporting.Drawing;

/// <summary>Lines over months: a band first, then what they are read by, then the lines, then what is marked.</summary>
internal static class LineDrawing
{
    private const double Right = 8;
    private const double Top = 30;
    private const double Plot = 170;

    internal static void Draw(ReportChart chart, Svg svg)
    {
        double[] values = [.. chart.Series.SelectMany(series => series.Values).Concat(chart.Marks.Select(mark => mark.Value)).OfType<double>()];
        Axis axis = Axis.Over(values, chart, Top + Plot, -Plot, withZero: false, most: 5);
        double left = Math.Max(20, axis.Ticks().Max(tick => Svg.WidthOf(axis.Label(tick))) + 6);
        double width = Svg.Width - left - Right;
        int last = Math.Max(1, chart.Categories.Count - 1);
        double X(double category) => left + (width * Math.Min(1, Math.Max(0, category / last)));

        foreach (double tick in axis.Ticks())
        {
            svg.Line(tick == 0 ? "zero" : "grid", left, axis.At(tick), Svg.Width - Right, axis.At(tick));
            svg.Text(axis.Label(tick), left - 4, axis.At(tick) + 4, "end", "faint");
        }

        svg.Text(chart.AxisUnit, 2, 11, style: "faint");
        Months(chart, svg, X);
        ReportChartSeries? lower = chart.Series.FirstOrDefault(series => series.Role == ReportSeriesRole.Lower), upper = chart.Series.FirstOrDefault(series => series.Role == ReportSeriesRole.Upper);
        if (lower is not null && upper is not null)
        {
            int[] both = [.. Enumerable.Range(0, chart.Categories.Count).Where(i => lower.Values[i] is not null && upper.Values[i] is not null)];
            svg.Path("band", [.. both.Select(i => Point(i, upper.Values[i])), .. both.Reverse().Select(i => Point(i, lower.Values[i]))], isClosed: true);
        }

        foreach (ReportChartSeries series in Lines(chart))
        {
            svg.Path(StyleOf(series.Role), series.Values.Select((value, i) => Point(i, value)));
        }

        Marks(chart, svg, axis, X);
        svg.Height = Legend.Draw(svg, Top + Plot + 22, Entries(chart, lower is not null && upper is not null ? upper : null));

        (double X, double Y)? Point(int i, double? value) => value is { } number ? (X(i), axis.At(number)) : null;
    }

    private static IEnumerable<ReportChartSeries> Lines(ReportChart chart) =>
        chart.Series.Where(series => series.Role is not (ReportSeriesRole.Lower or ReportSeriesRole.Upper)).OrderBy(series => series.Role is ReportSeriesRole.Main ? 2 : series.Role is ReportSeriesRole.Reference ? 0 : 1);

    private static IEnumerable<(string Name, string Style, LegendShape Shape)> Entries(ReportChart chart, ReportChartSeries? band) =>
    [
        .. chart.Series.Where(series => series.Role is not (ReportSeriesRole.Lower or ReportSeriesRole.Upper)).Select(series => (series.Name, StyleOf(series.Role), LegendShape.Line)),
        .. band is null ? [] : new[] { (band.Name, "band", LegendShape.Area) },
        .. chart.Marks.Where(mark => mark.Value is not null && mark.Text.Length > 0).Select(mark => mark.Text).Distinct().Select(text => (text, "mark", LegendShape.Dot)),
    ];

    private static string StyleOf(ReportSeriesRole role) => role switch
    {
        ReportSeriesRole.Compared => "line l2",
        ReportSeriesRole.Reference => "line l3",
        ReportSeriesRole.Target => "line l4",
        ReportSeriesRole.Counterfactual => "line l5",
        _ => "line l1",
    };

    /// <summary>The first month, the last, and between them as many as there is room for.</summary>
    private static void Months(ReportChart chart, Svg svg, Func<double, double> x)
    {
        int count = chart.Categories.Count;
        double widest = chart.Categories.Select(Svg.WidthOf).DefaultIfEmpty(0).Max() * 1.5;
        int fit = Math.Max(2, (int)((x(count - 1) - x(0)) / widest) + 1);
        int step = Math.Max(1, (int)Math.Ceiling((count - 1) / (double)(fit - 1)));
        for (int i = 0; i < count; i += step)
        {
            bool isNearEnd = i > 0 && i < count - 1 && x(count - 1) - x(i) < widest;
            if (!isNearEnd)
            {
                Label(i);
            }
        }

        if ((count - 1) % step != 0)
        {
            Label(count - 1);
        }

        void Label(int i)
        {
            svg.Line("grid", x(i), Top + Plot, x(i), Top + Plot + 3);
            svg.Text(chart.Categories[i], x(i), Top + Plot + 15, i == 0 ? "start" : i == count - 1 ? "end" : "middle", "faint");
        }
    }

    private static void Marks(ReportChart chart, Svg svg, Axis axis, Func<double, double> x)
    {
        double[] ends = [double.MinValue, double.MinValue];
        foreach (ReportChartMark mark in chart.Marks.OrderBy(mark => mark.Position))
        {
            double at = x(mark.Position);
            if (mark.Value is { } value)
            {
                svg.Dot("mark", at, axis.At(value), 4);
                continue;
            }

            double half = Svg.WidthOf(mark.Text) / 2;
            double middle = Math.Min(Svg.Width - half - 2, Math.Max(half + 2, at));
            int row = ends[0] <= middle - half ? 0 : ends[1] <= middle - half ? 1 : 0;
            ends[row] = middle + half + 6;
            double y = row == 0 ? Top - 5 : Top + 9;
            svg.Line("marked", at, row == 0 ? Top - 2 : Top + 12, at, Top + Plot);
            svg.Text(mark.Text, middle, y, "middle", "strong");
        }
    }
}
