namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A cell, or a sheet as a whole.</summary>
internal readonly struct CasePlace(string? sheet, int column, long row)
{
    internal string? Sheet { get; } = sheet;

    internal string? Cell => row > 0 ? BookSheet.At(column, (int)row) : null;
}
