namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A cell, or a sheet as a whole.</summary>
internal readonly struct CasePlace(string? sheet, int column, long row, string? sheetId = null, CaseField? field = null)
{
    internal string? Sheet { get; } = sheet;

    /// <summary>Which sheet of a case it is, whatever it is called; null where it is none.</summary>
    internal string? SheetId { get; } = sheetId;

    /// <summary>What the cell holds; null for a row or a sheet.</summary>
    internal CaseField? Field { get; } = field;

    internal string? Cell => row > 0 ? BookSheet.At(column, (int)row) : null;
}
