using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Spreadsheets.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A report (a review, a simulation, a comparison) as a workbook of one sheet: its tables with numbers as numbers.</summary>
/// <remarks>These are values: a review has no assumption to change, and a simulation or a comparison of cases no formula. The sheet says so.</remarks>
public static class ReportWorkbook
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="report">The report, in its own language.</param>
    /// <param name="sheetName">What the sheet is called: 1 to 31 characters, none of <c>[ ] : * ? / \</c>.</param>
    /// <param name="stream">A writable stream; it is not closed.</param>
    /// <param name="language">The language of the note that the values are not recalculated.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The name is none that a sheet may have.</exception>
    public static void Write(Report report, string sheetName, Stream stream, Language language)
    {
        if (report is null || stream is null || language is null)
        {
            throw new ArgumentNullException(report is null ? nameof(report) : stream is null ? nameof(stream) : nameof(language));
        }

        if (sheetName is null)
        {
            throw new ArgumentNullException(nameof(sheetName));
        }

        if (sheetName.Trim().Length is 0 or > 31 || sheetName.IndexOfAny(['[', ']', ':', '*', '?', '/', '\\']) >= 0 || sheetName[0] == '\'' || sheetName[sheetName.Length - 1] == '\'')
        {
            throw new ArgumentException($"'{sheetName}' is no name of a sheet; allowed: 1 to 31 characters, none of [ ] : * ? / \\, and no apostrophe at an end.", nameof(sheetName));
        }

        var book = new Book { Months = PackageWords.In(language).Say("book.months") };
        book.Add(Sheet(report, sheetName, language));
        BookWriter.Write(book, stream);
    }

    internal static BookSheet Sheet(Report report, string name, Language language)
    {
        var sheet = new BookSheet(name) { IsLandscape = true };
        int columns = Math.Max(2, report.Sections.SelectMany(section => section.Blocks).OfType<ReportTable>().Select(table => table.Columns.Count).DefaultIfEmpty(2).Max());
        sheet.Widths.Add(38);
        sheet.Widths.AddRange(Enumerable.Repeat(17.0, columns - 1));
        sheet.Add(BookCell.Of(CaseText.Cell(report.Title), CellStyle.Title));
        sheet.Add(BookCell.Of(PackageWords.In(language).Say("book.valuesOnly"), CellStyle.Plain));
        foreach (ReportSection section in report.Sections)
        {
            sheet.Add();
            sheet.Add(BookCell.Of(section.Heading, CellStyle.Title));
            foreach (ReportBlock block in section.Blocks)
            {
                Add(sheet, block, report.MoneyScale);
            }
        }

        return sheet;
    }

    private static void Add(BookSheet sheet, ReportBlock block, decimal moneyScale)
    {
        switch (block)
        {
            case ReportParagraph paragraph:
                sheet.Add(BookCell.Of(paragraph.Text));
                break;
            case ReportList list:
                foreach (string item in list.Items)
                {
                    sheet.Add(BookCell.Of(item));
                }

                break;
            case ReportTable table:
                if (table.Caption.Length > 0)
                {
                    sheet.Add(BookCell.Of(table.Caption, CellStyle.Path));
                }

                sheet.Add([.. table.Columns.Select(column => BookCell.Of(column.Header, CellStyle.Heading))]);
                foreach (ReportRow row in table.Rows)
                {
                    sheet.Add([.. row.Cells.Select((cell, i) => Cell(cell, table.Columns[i].IsNumber, row.IsTotal, moneyScale))]);
                }

                sheet.Add();
                break;
        }
    }

    /// <summary>A cell as its value where it has one, in the unit in which the report shows it.</summary>
    private static BookCell Cell(ReportCell cell, bool isNumber, bool isTotal, decimal moneyScale) => cell switch
    {
        { Date: { } date } => BookCell.Of((decimal)BookBasis.Serial(date), CellStyle.Date),
        { Value: { } value, Unit: ReportUnit.Money } => BookCell.Of(value / moneyScale, isTotal ? CellStyle.WanTotal : CellStyle.Wan),
        { Value: { } value, Unit: ReportUnit.Ratio } => BookCell.Of(value, CellStyle.Percent),
        { Value: { } value, Unit: ReportUnit.Months } => BookCell.Of(value, CellStyle.Months),
        { Value: { } value, Unit: ReportUnit.Multiple } => BookCell.Of(value, CellStyle.Money),
        { Value: { } value } => BookCell.Of(value, CellStyle.Number),
        _ when isNumber && IsPlain(cell.Text) && CellText.TryParseNumber(cell.Text, out decimal printed, out _) =>
            BookCell.Of(printed, cell.Text[cell.Text.Length - 1] == '%' ? CellStyle.Percent : isTotal ? CellStyle.WanTotal : CellStyle.Number),
        _ => BookCell.Of(cell.Text, CellStyle.Text),
    };

    /// <summary>A number as it is printed, with no words beside it.</summary>
    private static bool IsPlain(string text) => text.Length > 0 && text.All(c => c is (>= '0' and <= '9') or '-' or '+' or '.' or ',' or '%');
}
