namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A workbook to be written.</summary>
internal sealed class Book
{
    /// <summary>What stands behind a number of months.</summary>
    internal string Months { get; init; } = string.Empty;

    internal List<BookSheet> Sheets { get; } = [];

    /// <summary>Names of cells, such as DiscountRate, with what they stand for.</summary>
    internal List<(string Name, string Cells)> Names { get; } = [];

    internal BookSheet Add(BookSheet sheet)
    {
        Sheets.Add(sheet);
        return sheet;
    }
}
