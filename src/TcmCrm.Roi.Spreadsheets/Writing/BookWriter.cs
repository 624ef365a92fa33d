using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Writes a workbook with the Open XML SDK; the ids of its parts and the times in its archive are fixed.</summary>
internal static class BookWriter
{
    internal static void Write(Book book, Stream stream)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            document.CompressionOption = System.IO.Packaging.CompressionOption.NotCompressed; // It is packed afterwards.
            WorkbookPart part = document.AddWorkbookPart();
            document.ChangeIdOfPart(part, "rId1");
            part.AddNewPart<WorkbookStylesPart>("rId1").Stylesheet = BookStyles.Create(book.Months);
            for (int i = 0; i < book.Sheets.Count; i++)
            {
                SheetWriter.Write(part.AddNewPart<WorksheetPart>(SheetId(i)), book.Sheets[i], isFirst: i == 0);
            }

            part.Workbook = Contents(book);
        }

        FixedPackage.Copy(package, stream);
    }

    private static string SheetId(int index) => "rId" + (index + 2).ToString(CultureInfo.InvariantCulture);

    private static Workbook Contents(Book book)
    {
        var sheets = new Sheets();
        var names = new DefinedNames();
        for (int i = 0; i < book.Sheets.Count; i++)
        {
            BookSheet sheet = book.Sheets[i];
            var entry = new Sheet { Name = sheet.Name, SheetId = (uint)i + 1, Id = SheetId(i) };
            if (sheet.IsHidden)
            {
                entry.State = SheetStateValues.Hidden;
            }

            sheets.AppendChild(entry);
            if (sheet.FrozenRows > 0)
            {
                string rows = "'" + sheet.Name.Replace("'", "''") + "'!$1:$" + sheet.FrozenRows.ToString(CultureInfo.InvariantCulture);
                names.AppendChild(new DefinedName(rows) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }
        }

        foreach ((string name, string cells) in book.Names)
        {
            names.AppendChild(new DefinedName(cells) { Name = name });
        }

        var workbook = new Workbook(new BookViews(new WorkbookView()), sheets);
        if (names.HasChildren)
        {
            workbook.AppendChild(names);
        }

        workbook.AppendChild(new CalculationProperties { CalculationId = 191029U, FullCalculationOnLoad = true });
        return workbook;
    }
}
