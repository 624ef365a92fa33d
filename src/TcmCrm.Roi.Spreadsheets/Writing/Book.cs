namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A workbook to be written.</summary>
internal sealed class Book
{
    internal List<BookSheet> Sheets { get; } = [];

    /// <summary>Names of cells, such as DiscountRate, with what they stand for.</summary>
    internal List<(string Name, string Cells)> Names { get; } = [];

    internal BookSheet Add(BookSheet sheet)
    {
        Sheets.Add(sheet);
        return sheet;
    }
}
