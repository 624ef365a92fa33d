using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing;
using X = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Writes a line chart and its place on the sheet.</summary>
internal static class ChartWriter
{
    private const uint DateAxisId = 111111111U;
    private const uint ValueAxisId = 222222222U;

    private static readonly string[] Colors = ["1F3864", "C55A11", "548235"];

    internal static void Write(DrawingsPart drawing, LineChart chart)
    {
        ChartPart part = drawing.AddNewPart<ChartPart>("rId1");
        part.ChartSpace = new C.ChartSpace(
            new C.RoundedCorners { Val = false },
            new C.Chart(
                Title(chart.Title),
                new C.AutoTitleDeleted { Val = false },
                new C.PlotArea(new C.Layout(), Lines(chart), DateAxis(), ValueAxis()),
                new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, new C.Overlay { Val = false }),
                new C.PlotVisibleOnly { Val = false },
                new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap }));
        drawing.WorksheetDrawing = new X.WorksheetDrawing(new X.TwoCellAnchor(
            new X.FromMarker(Marker(chart.Place.Column, chart.Place.Row)),
            new X.ToMarker(Marker(chart.Place.EndColumn, chart.Place.EndRow)),
            new X.GraphicFrame(
                new X.NonVisualGraphicFrameProperties(
                    new X.NonVisualDrawingProperties { Id = 2U, Name = "Chart 1", Description = chart.Title }, new X.NonVisualGraphicFrameDrawingProperties()),
                new X.Transform(new D.Offset { X = 0L, Y = 0L }, new D.Extents { Cx = 0L, Cy = 0L }),
                new D.Graphic(new D.GraphicData(new C.ChartReference { Id = "rId1" }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
            { Macro = string.Empty },
            new X.ClientData()));
    }

    private static OpenXmlElement[] Marker(int column, int row) =>
    [
        new X.ColumnId(column.ToString(CultureInfo.InvariantCulture)), new X.ColumnOffset("0"), new X.RowId(row.ToString(CultureInfo.InvariantCulture)), new X.RowOffset("0"),
    ];

    private static C.Title Title(string text) => new(
        new C.ChartText(new C.RichText(
            new D.BodyProperties(),
            new D.ListStyle(),
            new D.Paragraph(new D.ParagraphProperties(new D.DefaultRunProperties { FontSize = 1200, Bold = true }), new D.Run(new D.RunProperties { Language = "zh-CN", FontSize = 1200, Bold = true }, new D.Text(text))))),
        new C.Overlay { Val = false });

    private static C.LineChart Lines(LineChart chart)
    {
        var lines = new C.LineChart(new C.Grouping { Val = C.GroupingValues.Standard }, new C.VaryColors { Val = false });
        for (int i = 0; i < chart.Lines.Count; i++)
        {
            (string name, string cells, IReadOnlyList<double> values) = chart.Lines[i];
            lines.AppendChild(new C.LineChartSeries(
                new C.Index { Val = (uint)i },
                new C.Order { Val = (uint)i },
                new C.SeriesText(new C.NumericValue(name)),
                new C.ChartShapeProperties(new D.Outline(new D.SolidFill(new D.RgbColorModelHex { Val = Colors[i % Colors.Length] })) { Width = 22225 }),
                new C.Marker(new C.Symbol { Val = C.MarkerStyleValues.None }),
                new C.CategoryAxisData(new C.NumberReference(new C.Formula(chart.Dates), Cache("yyyy-mm", chart.DateTexts))),
                new C.Values(new C.NumberReference(new C.Formula(cells), Cache("#,##0.00", [.. values.Select(value => BookCell.Of(value).Number!)]))),
                new C.Smooth { Val = false }));
        }

        lines.AppendChild(new C.ShowMarker { Val = true });
        lines.AppendChild(new C.AxisId { Val = DateAxisId });
        lines.AppendChild(new C.AxisId { Val = ValueAxisId });
        return lines;
    }

    private static C.NumberingCache Cache(string format, IReadOnlyList<string> values)
    {
        var cache = new C.NumberingCache(new C.FormatCode(format), new C.PointCount { Val = (uint)values.Count });
        for (int i = 0; i < values.Count; i++)
        {
            cache.AppendChild(new C.NumericPoint(new C.NumericValue(values[i])) { Index = (uint)i });
        }

        return cache;
    }

    private static C.DateAxis DateAxis() => new(
        new C.AxisId { Val = DateAxisId },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Bottom },
        new C.NumberingFormat { FormatCode = "yyyy-mm", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.Outside },
        new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        new C.CrossingAxis { Val = ValueAxisId },
        new C.Crosses { Val = C.CrossesValues.AutoZero },
        new C.AutoLabeled { Val = false },
        new C.BaseTimeUnit { Val = C.TimeUnitValues.Days });

    private static C.ValueAxis ValueAxis() => new(
        new C.AxisId { Val = ValueAxisId },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Left },
        new C.MajorGridlines(),
        new C.NumberingFormat { FormatCode = "#,##0", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.Outside },
        new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
        new C.CrossingAxis { Val = DateAxisId },
        new C.Crosses { Val = C.CrossesValues.AutoZero },
        new C.CrossBetween { Val = C.CrossBetweenValues.Between });
}
