using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Writes one sheet, element by element in the order that the schema asks for.</summary>
internal static class SheetWriter
{
    private const double LineHeight = 15;
    private const double TitleHeight = 26;
    private const double MostLines = 12;

    internal static void Write(WorksheetPart part, BookSheet sheet, bool isFirst)
    {
        if (sheet.Chart is { } chart)
        {
            ChartWriter.Write(part.AddNewPart<DrawingsPart>("rId1"), chart);
        }

        using OpenXmlWriter writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(View(sheet, isFirst)));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = LineHeight, OutlineLevelColumn = (byte)(sheet.Folded.Count > 0 ? 1 : 0) });
        if (sheet.Widths.Count > 0)
        {
            writer.WriteElement(new Columns(sheet.Widths.Select((width, i) => ColumnOf(sheet, i, width))));
        }

        Rows(writer, sheet);
        int priority = 1;
        foreach ((string cells, string formula) in sheet.GreyWhere)
        {
            writer.WriteElement(new ConditionalFormatting(
                new ConditionalFormattingRule(new Formula(formula)) { Type = ConditionalFormatValues.Expression, FormatId = 0U, Priority = priority++ })
            {
                SequenceOfReferences = new ListValue<StringValue> { InnerText = cells },
            });
        }

        if (sheet.Choices.Count > 0)
        {
            writer.WriteElement(new DataValidations(sheet.Choices.Select(Validation)) { Count = (uint)sheet.Choices.Count });
        }

        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup
        {
            PaperSize = 9U, Orientation = sheet.IsLandscape ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1U, FitToHeight = 0U,
        });
        writer.WriteElement(new HeaderFooter(new OddFooter("&C&A  &P / &N")));
        if (sheet.Chart is not null)
        {
            writer.WriteElement(new Drawing { Id = "rId1" });
        }

        writer.WriteEndElement();
    }

    private static SheetView View(BookSheet sheet, bool isFirst)
    {
        var view = new SheetView { WorkbookViewId = 0U, ShowGridLines = false };
        if (isFirst)
        {
            view.TabSelected = true;
        }

        if (sheet.FrozenRows > 0 || sheet.FrozenColumns > 0)
        {
            var pane = new Pane
            {
                TopLeftCell = BookSheet.At(sheet.FrozenColumns, sheet.FrozenRows + 1), State = PaneStateValues.Frozen,
                ActivePane = sheet.FrozenColumns == 0 ? PaneValues.BottomLeft : sheet.FrozenRows == 0 ? PaneValues.TopRight : PaneValues.BottomRight,
            };
            if (sheet.FrozenColumns > 0)
            {
                pane.HorizontalSplit = sheet.FrozenColumns;
            }

            if (sheet.FrozenRows > 0)
            {
                pane.VerticalSplit = sheet.FrozenRows;
            }

            view.AppendChild(pane);
        }

        return view;
    }

    private static void Rows(OpenXmlWriter writer, BookSheet sheet)
    {
        writer.WriteStartElement(new SheetData());
        var row = new Row();
        var cell = new Cell();
        var value = new CellValue();
        var formula = new CellFormula();
        var inline = new InlineString();
        var text = new Text();
        for (int r = 0; r < sheet.Rows.Count; r++)
        {
            List<BookCell> cells = sheet.Rows[r];
            if (cells.Count == 0)
            {
                continue;
            }

            string number = (r + 1).ToString(CultureInfo.InvariantCulture);
            var ofRow = new List<OpenXmlAttribute>(3) { new("r", string.Empty, number) };
            if (Height(sheet, cells) is var height and > LineHeight)
            {
                ofRow.Add(new OpenXmlAttribute("ht", string.Empty, height.ToString(CultureInfo.InvariantCulture)));
                ofRow.Add(new OpenXmlAttribute("customHeight", string.Empty, "1"));
            }

            writer.WriteStartElement(row, ofRow);
            for (int c = 0; c < cells.Count; c++)
            {
                BookCell one = cells[c];
                if (one.IsEmpty)
                {
                    continue;
                }

                var attributes = new List<OpenXmlAttribute>(3) { new("r", string.Empty, BookSheet.Column(c) + number), new("s", string.Empty, ((int)one.Style).ToString(CultureInfo.InvariantCulture)) };
                if (one.Text is not null)
                {
                    attributes.Add(new OpenXmlAttribute("t", string.Empty, one.Formula is null ? "inlineStr" : "str"));
                }

                writer.WriteStartElement(cell, attributes);
                if (one.Formula is not null)
                {
                    writer.WriteStartElement(formula);
                    writer.WriteString(one.Formula);
                    writer.WriteEndElement();
                }

                if (one.Text is not null && one.Formula is null)
                {
                    writer.WriteStartElement(inline);
                    writer.WriteStartElement(text, [new OpenXmlAttribute("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")]);
                    writer.WriteString(one.Text);
                    writer.WriteEndElement();
                    writer.WriteEndElement();
                }
                else if ((one.Text ?? one.Number) is { } now)
                {
                    writer.WriteStartElement(value);
                    writer.WriteString(now);
                    writer.WriteEndElement();
                }

                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static Column ColumnOf(BookSheet sheet, int index, double width)
    {
        var column = new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true };
        if (sheet.Folded.Contains(index))
        {
            column.OutlineLevel = 1;
            column.Hidden = true;
        }
        else if (sheet.Folded.Contains(index - 1))
        {
            column.Collapsed = true;
        }

        return column;
    }

    /// <summary>The height that wrapped texts and titles need, in points: not every program finds it by itself.</summary>
    private static double Height(BookSheet sheet, List<BookCell> cells)
    {
        double height = LineHeight;
        for (int i = 0; i < cells.Count; i++)
        {
            BookCell cell = cells[i];
            if (cell.Style == CellStyle.Title)
            {
                height = Math.Max(height, TitleHeight);
            }
            else if (cell.Text is { } text && i < sheet.Widths.Count && cells.Count > 1 && cell.Style is CellStyle.Heading or CellStyle.Note or CellStyle.Text or CellStyle.Input)
            {
                double size = text.Sum(c => c > '\u2E7F' ? 2 : 1) * (cell.Style == CellStyle.Note ? 0.85 : 1.05);
                height = Math.Max(height, Math.Min(MostLines, Math.Ceiling(size / sheet.Widths[i])) * LineHeight);
            }
        }

        return height;
    }

    private static DataValidation Validation(ListChoice choice)
    {
        var validation = new DataValidation { AllowBlank = true, SequenceOfReferences = new ListValue<StringValue> { InnerText = choice.Cells } };
        if (choice.List is { } list)
        {
            validation.Type = DataValidationValues.List;
            validation.ShowErrorMessage = true;
            validation.ErrorStyle = choice.IsOpen ? DataValidationErrorStyleValues.Warning : DataValidationErrorStyleValues.Stop;
            validation.AppendChild(new Formula1(list));
        }

        if (choice.Least is { } least)
        {
            validation.Type = choice.IsWhole ? DataValidationValues.Whole : DataValidationValues.Decimal;
            validation.Operator = DataValidationOperatorValues.Between;
            validation.AllowBlank = false;
            validation.ShowErrorMessage = true;
            validation.AppendChild(new Formula1(least));
            validation.AppendChild(new Formula2(choice.Most!));
        }

        if (choice.Error is { } error)
        {
            validation.ErrorTitle = Short(choice.ErrorTitle ?? string.Empty, 32);
            validation.Error = Short(error, 255);
        }

        if (choice.Hint is { } hint)
        {
            validation.ShowInputMessage = true;
            validation.PromptTitle = Short(choice.HintTitle ?? string.Empty, 32);
            validation.Prompt = Short(hint, 255);
        }

        return validation;
    }

    private static string Short(string text, int most) => text.Length <= most ? text : text.Substring(0, most - 1) + "…";
}
