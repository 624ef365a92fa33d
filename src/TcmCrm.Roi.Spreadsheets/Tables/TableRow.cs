using NodaTime;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A row of a <see cref="Table"/> and the typed values of its cells.</summary>
/// <remarks>
/// A cell that is not what is asked for gives null and is a problem of the table (<see cref="Table.Problems"/>) with its column and line. So read all rows first, then look at
/// the problems. <c>default</c> is no row; asking it throws.
/// </remarks>
public readonly struct TableRow : IEquatable<TableRow>
{
    private readonly Table? _source;
    private readonly int _row;

    internal TableRow(Table table, int row)
    {
        _source = table;
        _row = row;
    }

    /// <summary>Gets the line of a CSV file, or the row of a sheet, from 1. A row of several lines has that of its first.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c>, no row.</exception>
    public long Line => Owner.LineOf(_row);

    /// <summary>What is wrong with the form of the row; null where nothing is.</summary>
    internal Message? Fault => Owner.FaultOf(_row);

    private Table Owner => _source ?? throw new InvalidOperationException("default(TableRow) is no row of a table.");

    internal List<string> Texts => Owner.TextsOf(_row);

    /// <summary>What notes say of the row; null where they say nothing.</summary>
    internal string? Remarks => Owner.RemarksOf(_row);

    /// <summary>Whether the row has nothing in the column, or the table has no such column.</summary>
    /// <param name="column">A column of the layout, or one of <see cref="Table.Others"/> or <see cref="Table.Across"/>.</param>
    /// <exception cref="ArgumentNullException">The column is null.</exception>
    /// <exception cref="InvalidOperationException">This is <c>default</c>, no row.</exception>
    public bool IsEmpty(TableColumn column) => Owner.IsEmpty(_row, column);

    /// <summary>The text, trimmed; empty where there is none. A text with characters that an earlier conversion has lost is a problem, and null.</summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentNullException">The column is null.</exception>
    /// <exception cref="InvalidOperationException">This is <c>default</c>, no row.</exception>
    public string? Text(TableColumn column) => Owner.Text(_row, column);

    /// <summary>
    /// The number, in the unit 1: 120.5万 is 1205000, 25.0% is 0.25, (300) is -300, and a unit in the header (万元, %) counts. Null where the cell is empty, and where it is no number,
    /// which is a problem.
    /// </summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentNullException">The column is null.</exception>
    /// <exception cref="InvalidOperationException">This is <c>default</c>, no row.</exception>
    public double? Number(TableColumn column) => Owner.Number(_row, column);

    /// <summary>As <see cref="Number(TableColumn)"/>, in a unit that another place than the header states, or in none.</summary>
    internal double? Number(TableColumn column, CellNumber? unit) => Owner.Number(_row, column, unit);

    /// <summary>As <see cref="Number(TableColumn)"/>, exact: up to 28 digits.</summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentNullException">The column is null.</exception>
    /// <exception cref="InvalidOperationException">This is <c>default</c>, no row.</exception>
    public decimal? Decimal(TableColumn column) => Owner.Decimal(_row, column, hasUnit: true);

    /// <summary>As <see cref="Decimal(TableColumn)"/>, without the unit of the header.</summary>
    internal decimal? PlainDecimal(TableColumn column) => Owner.Decimal(_row, column, hasUnit: false);

    /// <summary>The date. Null where the cell is empty, and where it is no full date, which is a problem.</summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentNullException">The column is null.</exception>
    /// <exception cref="InvalidOperationException">This is <c>default</c>, no row.</exception>
    public LocalDate? Date(TableColumn column) => Owner.Date(_row, column);

    /// <summary>The month; a date is a day of its month. Null where the cell is empty, and where it is no month, which is a problem.</summary>
    /// <param name="column">The column.</param>
    /// <param name="year">A column with the year of months that have none (2025 beside 3月), or null.</param>
    /// <exception cref="ArgumentNullException">The column is null.</exception>
    /// <exception cref="InvalidOperationException">This is <c>default</c>, no row.</exception>
    public YearMonth? Month(TableColumn column, TableColumn? year = null) => Owner.Month(_row, column, year);

    /// <summary>Adds a problem of this row to the table's.</summary>
    /// <param name="column">The column, or null for the whole row.</param>
    /// <param name="message">What is wrong.</param>
    /// <exception cref="ArgumentNullException">The message is null.</exception>
    /// <exception cref="InvalidOperationException">This is <c>default</c>, no row.</exception>
    public void Report(TableColumn? column, Message message) => Owner.Report(message, column, Line);

    /// <inheritdoc/>
    public bool Equals(TableRow other) => _source == other._source && _row == other._row;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TableRow other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _row;

    /// <summary>Whether both are the same row.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(TableRow left, TableRow right) => left.Equals(right);

    /// <summary>Whether they are not the same row.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(TableRow left, TableRow right) => !left.Equals(right);
}
