namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What a range of cells asks for: a list to choose from, a number within limits, a hint, or several of them.</summary>
internal sealed class ListChoice(string cells)
{
    internal string Cells { get; } = cells;

    /// <summary>The list as a formula, or null for a hint alone.</summary>
    internal string? List { get; init; }

    /// <summary>Whether something else may stand there too.</summary>
    internal bool IsOpen { get; init; }

    /// <summary>The least number as a formula, or null where it is no number.</summary>
    internal string? Least { get; init; }

    internal string? Most { get; init; }

    internal bool IsWhole { get; init; }

    /// <summary>What is said of anything else.</summary>
    internal string? ErrorTitle { get; init; }

    internal string? Error { get; init; }

    internal string? HintTitle { get; init; }

    internal string? Hint { get; init; }
}
