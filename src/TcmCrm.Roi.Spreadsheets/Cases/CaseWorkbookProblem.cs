namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Something that is wrong in a case workbook: the sheet, the cell, what stands there and what may stand there.</summary>
public sealed class CaseWorkbookProblem
{
    internal CaseWorkbookProblem(CasePlace place, Message message)
    {
        Sheet = place.Sheet;
        Cell = place.Cell;
        Message = message;
    }

    /// <summary>Gets the name of the sheet; null where the file as a whole is meant.</summary>
    public string? Sheet { get; }

    /// <summary>Gets the cell, such as <c>F12</c>; null where the sheet as a whole is meant.</summary>
    public string? Cell { get; }

    /// <summary>Gets what is wrong: of the workbook (<c>book.</c> and <c>table.</c> ids, whose words <see cref="SpreadsheetTexts"/> has) or of the document that its cells are
    /// (<c>document.</c> ids, whose words <c>JsonTexts</c> has).</summary>
    public Message Message { get; }

    /// <summary>Place and message, invariant, for logs: <c>Costs!F12: document.outOfRange(...)</c>.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => (Sheet is null ? string.Empty : Sheet + (Cell is null ? ": " : "!" + Cell + ": ")) + Message;
}
