namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What a range of cells asks for: a list to choose from, a hint, or both.</summary>
internal sealed class ListChoice(string cells)
{
    internal string Cells { get; } = cells;

    /// <summary>The list as a formula, or null for a hint alone.</summary>
    internal string? List { get; init; }

    /// <summary>Whether something else may stand there too.</summary>
    internal bool IsOpen { get; init; }

    internal string? HintTitle { get; init; }

    internal string? Hint { get; init; }
}
