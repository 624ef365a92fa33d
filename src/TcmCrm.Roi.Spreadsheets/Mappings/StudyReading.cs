using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The series of a before/after study from a table, or what is wrong with it.</summary>
public sealed class StudyReading
{
    private readonly MonthSpan _months;

    internal StudyReading(Table table, MonthSpan months)
    {
        Problems = table.Problems;
        Notes = table.Notes;
        _months = months;
    }

    /// <summary>Gets the series; null where there is any problem.</summary>
    public KpiSeries? Series { get; internal init; }

    /// <summary>Gets one reading a segment, in the order of the table, where a column of segments names several; <see cref="Series"/> is then null. Empty otherwise, and where there is any problem.</summary>
    public IReadOnlyList<StudyReading> Segments { get; internal init; } = [];

    /// <summary>Gets what the numbers are.</summary>
    public SeriesKind Kind { get; internal init; }

    /// <summary>Gets the control series, in the order in which they were asked for.</summary>
    public IReadOnlyList<KpiSeries> Controls { get; internal init; } = [];

    /// <summary>Gets promoters, passives and detractors a month from the first month of the series on, null where a month has none; null where the table has no counts.</summary>
    public IReadOnlyList<(int Promoters, int Passives, int Detractors)?>? Answers { get; internal init; }

    /// <summary>Gets the header of the column of the values, or of the numerators, as the file writes it; empty where there is no series.</summary>
    public string Header { get; internal init; } = string.Empty;

    /// <summary>Gets the first month of the table; <c>default</c> where it has none.</summary>
    public YearMonth Start => _months.Start;

    /// <summary>Gets the last month of the table, inclusive.</summary>
    public YearMonth End => _months.End;

    /// <summary>Gets what has to be put right.</summary>
    public IReadOnlyList<TableRemark> Problems { get; }

    /// <summary>Gets what was passed over or assumed.</summary>
    public IReadOnlyList<TableRemark> Notes { get; }

    /// <summary>The line of a month in the file, from 1.</summary>
    /// <param name="month">The month.</param>
    /// <returns>The line; null where the file does not have the month, or months stand across.</returns>
    public long? LineOf(YearMonth month) => _months.LineOf(month);
}
