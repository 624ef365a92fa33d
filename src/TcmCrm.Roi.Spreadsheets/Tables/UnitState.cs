namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What stood with the numbers that were read so far and belong together: those of a column, or of one series within it.</summary>
internal sealed class UnitState
{
    internal bool HasPercent { get; set; }

    internal bool HasPlain { get; set; }

    internal string? Currency { get; set; }

    internal string? Measure { get; set; }

    /// <summary>The first number with 万, 亿 or the like, and its line; null before there was one.</summary>
    internal (string Text, long Line)? Scaled { get; set; }

    /// <summary>The first number without any unit, in a column whose header states none, and its line; null before there was one.</summary>
    internal (string Text, long Line)? Bare { get; set; }

    /// <summary>Whether a number of a KPI of time stood without any unit of time.</summary>
    internal bool HasBareTime { get; set; }

    /// <summary>Whether one stood with a unit of time that is not the KPI's own.</summary>
    internal bool HasOtherTime { get; set; }
}
