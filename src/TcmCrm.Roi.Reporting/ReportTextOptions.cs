namespace TcmCrm.Roi.Reporting;

/// <summary>How a report is written as text.</summary>
public sealed class ReportTextOptions
{
    /// <summary>
    /// The cells of a line, 20 or more; null for a file or a pipe, where every row is one line. Text wraps; a table that is wider has its columns folded, and what still does
    /// not fit is written row by row, so that nothing is cut.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 20.</exception>
    public int? Width
    {
        get;
        init => field = value is null or >= 20 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Allowed: 20 or more, or null.");
    }

    /// <summary>Whether headings and totals are set apart by ANSI escape sequences; false by default.</summary>
    public bool IsColored { get; init; }
}
