using DocumentFormat.OpenXml.Spreadsheet;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The fonts, fills and number formats of written workbooks.</summary>
internal static class BookStyles
{
    private const uint FirstFormat = 164;
    private const int MonthsFormat = 5;

    /// <summary>Number formats by number from 164; in 万元 the point moves by four digits, which formats cannot, so amounts in 万元 are divided in the cell.</summary>
    private static readonly string[] Formats = ["#,##0.00;-#,##0.00;0.00", "0.0%", "0.00%", "0.000000", "yyyy-mm-dd", "0.0", "#,##0.######"];

    private enum Fonts : uint
    {
        Plain,
        Title,
        Heading,
        Grey,
        Blue,
        Bold,
        Red,
    }

    private enum Fills : uint
    {
        None,
        Grey125,
        Heading,
        Input,
        Fixed,
        Total,
    }

    /// <param name="months">What stands behind a number of months.</param>
    internal static Stylesheet Create(string months)
    {
        var formats = new NumberingFormats();
        for (int i = 0; i < Formats.Length; i++)
        {
            formats.AppendChild(new NumberingFormat { NumberFormatId = FirstFormat + (uint)i, FormatCode = i == MonthsFormat && months.Length > 0 ? Formats[i] + "\"" + months + "\"" : Formats[i] });
        }

        return new Stylesheet(
            formats,
            new DocumentFormat.OpenXml.Spreadsheet.Fonts(
                Font(10, "FF000000", false), Font(16, "FF1F3864", true), Font(10, "FFFFFFFF", true), Font(8, "FF808080", false), Font(10, "FF0000FF", false), Font(10, "FF000000", true), Font(10, "FFC00000", true)),
            new DocumentFormat.OpenXml.Spreadsheet.Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                Solid("FF1F3864"), Solid("FFFFF9E5"), Solid("FFF2F2F2"), Solid("FFDDEBF7")),
            new Borders(Border(false), Border(true)),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(Enumerable.Range(0, (int)CellStyle.Alarm + 1).Select(style => Format((CellStyle)style))),
            new CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }),
            new DifferentialFormats(new DifferentialFormat(
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFD9D9D9" }, new BackgroundColor { Rgb = "FFD9D9D9" }) { PatternType = PatternValues.Solid }))));
    }

    private static CellFormat Format(CellStyle style) => style switch
    {
        CellStyle.Title => Of(Fonts.Title, Fills.None, 0, false),
        CellStyle.Heading => Of(Fonts.Heading, Fills.Heading, 0, true, wrap: true, center: true),
        CellStyle.Path => Of(Fonts.Grey, Fills.Fixed, 49, true),
        CellStyle.Note => Of(Fonts.Grey, Fills.None, 0, false, wrap: true),
        CellStyle.Text => Of(Fonts.Plain, Fills.None, 49, true, wrap: true),
        CellStyle.Input => Of(Fonts.Blue, Fills.Input, 0, true, wrap: true),
        CellStyle.InputPercent => Of(Fonts.Blue, Fills.Input, FirstFormat + 2, true),
        CellStyle.InputDate => Of(Fonts.Blue, Fills.Input, FirstFormat + 4, true),
        CellStyle.InputNumber => Of(Fonts.Blue, Fills.Input, FirstFormat + 6, true),
        CellStyle.Alarm => Of(Fonts.Red, Fills.None, 0, false, wrap: true),
        CellStyle.Wan => Of(Fonts.Plain, Fills.None, FirstFormat, true),
        CellStyle.Money => Of(Fonts.Plain, Fills.None, FirstFormat, true),
        CellStyle.WanTotal => Of(Fonts.Bold, Fills.Total, FirstFormat, true),
        CellStyle.Percent => Of(Fonts.Plain, Fills.None, FirstFormat + 1, true),
        CellStyle.Rate => Of(Fonts.Plain, Fills.None, FirstFormat + 2, true),
        CellStyle.Factor => Of(Fonts.Plain, Fills.None, FirstFormat + 3, true),
        CellStyle.Date => Of(Fonts.Plain, Fills.None, FirstFormat + 4, true),
        CellStyle.Months => Of(Fonts.Plain, Fills.None, FirstFormat + 5, true),
        CellStyle.Number => Of(Fonts.Plain, Fills.None, FirstFormat + 6, true),
        CellStyle.Fixed => Of(Fonts.Grey, Fills.Fixed, FirstFormat, true),
        CellStyle.FixedPercent => Of(Fonts.Grey, Fills.Fixed, FirstFormat + 1, true),
        CellStyle.FixedMonths => Of(Fonts.Grey, Fills.Fixed, FirstFormat + 5, true),
        CellStyle.FixedNumber => Of(Fonts.Grey, Fills.Fixed, FirstFormat + 6, true),
        _ => Of(Fonts.Plain, Fills.None, 0, false),
    };

    private static CellFormat Of(Fonts font, Fills fill, uint format, bool border, bool wrap = false, bool center = false)
    {
        var cell = new CellFormat
        {
            NumberFormatId = format, FontId = (uint)font, FillId = (uint)fill, BorderId = border ? 1U : 0U, FormatId = 0,
            ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyBorder = true,
        };
        if (wrap || center)
        {
            cell.ApplyAlignment = true;
            cell.Alignment = new Alignment { WrapText = wrap, Vertical = VerticalAlignmentValues.Center, Horizontal = center ? HorizontalAlignmentValues.Center : null };
        }

        return cell;
    }

    private static Font Font(double size, string color, bool bold)
    {
        var font = new Font();
        if (bold)
        {
            font.AppendChild(new Bold());
        }

        font.AppendChild(new FontSize { Val = size });
        font.AppendChild(new Color { Rgb = color });
        font.AppendChild(new FontName { Val = "微软雅黑" });
        font.AppendChild(new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static Fill Solid(string color) => new(new PatternFill(new ForegroundColor { Rgb = color }, new BackgroundColor { Indexed = 64U }) { PatternType = PatternValues.Solid });

    private static Border Border(bool lines)
    {
        if (!lines)
        {
            return new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder());
        }

        Color Grey() => new() { Rgb = "FFBFBFBF" };
        return new Border(
            new LeftBorder(Grey()) { Style = BorderStyleValues.Thin }, new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
            new TopBorder(Grey()) { Style = BorderStyleValues.Thin }, new BottomBorder(Grey()) { Style = BorderStyleValues.Thin }, new DiagonalBorder());
    }
}
