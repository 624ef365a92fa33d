namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The series of a before/after study from a table: one row a month with values, parts of a ratio or counts of answers; or months across.</summary>
/// <remarks>
/// <c>month,value[,control...]</c>, <c>month,numerator,denominator</c> or <c>month,promoters,passives,detractors</c>. One column of numbers is the value whatever its name. Which of several
/// is meant is asked once, as a problem. With a column of segments (渠道, 区域, 分部) that names several, each is a series of its own. An empty cell, or a month that is missing, is a gap.
/// </remarks>
public static class StudyTable
{
    internal static TableColumn Control { get; } = new("control", "对照", "对照组", "对照值", "对照序列", "对照区", "controlgroup");

    internal static TableColumn Promoters { get; } = new("promoters", "推荐者", "推荐", "推荐者人数", "推荐者数", "推荐人数");

    internal static TableColumn Passives { get; } = new("passives", "被动者", "中立者", "被动", "被动者人数", "被动者数", "中立", "中立者人数", "中立者数");

    internal static TableColumn Detractors { get; } = new("detractors", "贬损者", "贬损", "贬损者人数", "贬损者数", "批评者");

    /// <summary>Gets the columns that the table may have.</summary>
    public static TableLayout Layout { get; } = new(
        KnownColumns.Month, KnownColumns.Year, KnownColumns.Kpi, KnownColumns.Segment, KnownColumns.Value, Control, KnownColumns.Numerator, KnownColumns.Denominator, Promoters, Passives, Detractors, KnownColumns.Unit)
    {
        AllowsOthers = true,
        AllowsAcross = true,
    };

    /// <summary>Reads the series of a study.</summary>
    /// <param name="stream">CSV or xlsx, from its current position; it is not closed.</param>
    /// <param name="study">What the columns are, where the table leaves it open; nothing is said when null.</param>
    /// <param name="options">Choices and limits; the default ones when null.</param>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static StudyReading Read(Stream stream, StudyTableOptions? study = null, TableReadOptions? options = null)
    {
        Table table = Table.Read(stream, Layout, options);
        return table.HeaderLine == 0 ? new StudyReading(table, new MonthSpan()) : StudySegments.Build(table, study ?? new StudyTableOptions());
    }
}
