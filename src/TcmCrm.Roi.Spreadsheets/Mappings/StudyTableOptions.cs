namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What the columns of a before/after study are, where the table leaves it open. Names are headers of columns, or of rows where months stand across.</summary>
public sealed class StudyTableOptions
{
    /// <summary>Gets what the series is called, and the id of its KPI; not blank. <c>Level</c>, <c>Ratio</c> or <c>Score</c> after its kind when null.</summary>
    public string? Name { get; init; }

    /// <summary>Gets what the numbers are; null to tell it from the columns: parts and per cent are a ratio, counts of promoters a score, other numbers a level.</summary>
    public SeriesKind? Kind { get; init; }

    /// <summary>Gets whether lower values are better; null, the default, as the catalogue says of the KPI that the column is called after, and false where it is none.</summary>
    public bool? LowerIsBetter { get; init; }

    /// <summary>Gets the column of the values; null to find it.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the column of the numerators of a ratio; null to find it.</summary>
    public string? Numerator { get; init; }

    /// <summary>Gets the column of the denominators of a ratio; null to find it.</summary>
    public string? Denominator { get; init; }

    /// <summary>Gets the columns of control series, of units that do not use the CRM; none by default.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<string> Controls { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = [];
}
