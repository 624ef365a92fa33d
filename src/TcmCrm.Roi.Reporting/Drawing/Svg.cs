using System.Text;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting.Drawing;

/// <summary>Writes the shapes of a picture. Colours are classes, so that a page shows it light, dark and in print.</summary>
internal sealed class Svg
{
    /// <summary>Units across: about the pixels of a small telephone, so that texts stay readable there.</summary>
    internal const double Width = 360;

    /// <summary>The size of texts.</summary>
    internal const double Size = 11;

    private readonly StringBuilder shapes = new();

    internal double Height { get; set; }

    public override string ToString() => shapes.ToString();

    /// <summary>How far a text reaches at most, nearly: Chinese characters are as wide as high, others in usual fonts below two thirds of that.</summary>
    internal static double WidthOf(string text)
    {
        double width = 0;
        for (int i = 0; i < text.Length; i += CellWidth.LengthAt(text, i))
        {
            width += CellWidth.At(text, i) switch { 0 => 0, 1 => 0.62, _ => 1.0 };
        }

        return width * Size;
    }

    internal void Line(string style, double x1, double y1, double x2, double y2) => shapes.Append("<line class=\"").Append(style).Append("\" x1=\"").Append(Markup.Number(x1))
        .Append("\" y1=\"").Append(Markup.Number(y1)).Append("\" x2=\"").Append(Markup.Number(x2)).Append("\" y2=\"").Append(Markup.Number(y2)).Append("\"/>");

    internal void Bar(string style, double x, double y, double width, double height)
    {
        if (width < 0)
        {
            (x, width) = (x + width, -width);
        }

        shapes.Append("<rect class=\"").Append(style).Append("\" x=\"").Append(Markup.Number(x)).Append("\" y=\"").Append(Markup.Number(y))
            .Append("\" width=\"").Append(Markup.Number(width)).Append("\" height=\"").Append(Markup.Number(height)).Append("\"/>");
    }

    internal void Dot(string style, double x, double y, double radius) =>
        shapes.Append("<circle class=\"").Append(style).Append("\" cx=\"").Append(Markup.Number(x)).Append("\" cy=\"").Append(Markup.Number(y)).Append("\" r=\"").Append(Markup.Number(radius)).Append("\"/>");

    /// <summary>Lines through points; a point that is null begins another one.</summary>
    internal void Path(string style, IEnumerable<(double X, double Y)?> points, bool isClosed = false)
    {
        var path = new StringBuilder();
        bool isBegun = false;
        foreach ((double X, double Y)? point in points)
        {
            if (point is { } at)
            {
                path.Append(isBegun ? 'L' : 'M').Append(Markup.Number(at.X)).Append(' ').Append(Markup.Number(at.Y));
            }

            isBegun = point is not null;
        }

        if (path.Length > 0)
        {
            shapes.Append("<path class=\"").Append(style).Append("\" d=\"").Append(path).Append(isClosed ? "Z" : string.Empty).Append("\"/>");
        }
    }

    /// <summary>A text from its base line on; what is wider than its room ends in an ellipsis, the whole of it is in the table of the chart.</summary>
    internal void Text(string text, double x, double y, string anchor = "start", string style = "", double room = Width)
    {
        string shown = Fitting(text, room);
        shapes.Append("<text x=\"").Append(Markup.Number(x)).Append("\" y=\"").Append(Markup.Number(y)).Append('"');
        if (anchor != "start")
        {
            shapes.Append(" text-anchor=\"").Append(anchor).Append('"');
        }

        if (style.Length > 0)
        {
            shapes.Append(" class=\"").Append(style).Append('"');
        }

        shapes.Append('>').Append(Markup.Text(shown)).Append("</text>");
    }

    private static string Fitting(string text, double room)
    {
        if (WidthOf(text) <= room)
        {
            return text;
        }

        int end = text.Length;
        while (end > 0 && WidthOf(text.Substring(0, end)) > room - Size)
        {
            end -= end > 1 && char.IsLowSurrogate(text[end - 1]) ? 2 : 1;
        }

        return text.Substring(0, end) + "…";
    }
}
