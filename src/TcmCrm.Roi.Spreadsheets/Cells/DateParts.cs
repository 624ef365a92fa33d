namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A text about time in its parts; what they are depends on its form.</summary>
internal struct DateParts
{
    internal DateForm Form;

    /// <summary>The first part, or the year where the form says which part is the year.</summary>
    internal int A;

    /// <summary>The second part, or the month.</summary>
    internal int B;

    /// <summary>The third part, or the day.</summary>
    internal int C;

    /// <summary>Whether a mark of a footnote stood behind it, which is left out.</summary>
    internal bool HasMark;
}
