using TcmCrm.Roi.Reporting.Drawing;

namespace TcmCrm.Roi.Reporting.Renderers;

/// <summary>A chart as SVG: within a page, or as a file of its own that brings its colours.</summary>
internal static class SvgRenderer
{
    internal static void Write(ReportChart chart, TextWriter output)
    {
        Svg drawn = ChartDrawing.Of(chart);
        output.Write(Open(drawn, "chart", " xmlns=\"http://www.w3.org/2000/svg\" width=\"720\" height=\"" + Markup.Number(drawn.Height * 2) + "\""));
        output.Write($"<title id=\"chart-t\">{Markup.Text(chart.Title)}</title><desc id=\"chart-d\">{Markup.Text(chart.Description)}</desc><style>{PageStyle.Alone}</style>");
        output.Write("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>");
        output.Write(drawn.ToString());
        output.Write("</svg>\n");
    }

    /// <summary>The element within a page; titles and names hang on an id that is there once.</summary>
    internal static string Element(ReportChart chart, string id)
    {
        Svg drawn = ChartDrawing.Of(chart);
        return $"{Open(drawn, id, string.Empty)}<title id=\"{id}-t\">{Markup.Text(chart.Title)}</title><desc id=\"{id}-d\">{Markup.Text(chart.Description)}</desc>{drawn}</svg>";
    }

    private static string Open(Svg drawn, string id, string more) =>
        $"<svg{more} viewBox=\"0 0 {Markup.Number(Svg.Width)} {Markup.Number(drawn.Height)}\" role=\"img\" aria-labelledby=\"{id}-t\" aria-describedby=\"{id}-d\">";
}
