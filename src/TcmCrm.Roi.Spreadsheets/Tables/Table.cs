using System.Collections.ObjectModel;
using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>
/// A table that people have made, from CSV or a workbook: its header found, its columns known by a <see cref="TableLayout"/>, titles, totals and notes passed over, and the values of its cells
/// read as they were written. It holds at most what <see cref="TableReadOptions"/> allows.
/// </summary>
/// <remarks>
/// <para>Reading never throws for what stands in the file: what is wrong is in <see cref="Problems"/>, what was passed over or assumed in <see cref="Notes"/>. Where there is any problem, do not use
/// the values. A table is read by one thread; it gathers problems while its cells are asked.</para>
/// <example>
/// <code>
/// static readonly TableColumn Customer = new("customer", "客户", "客户名称") { IsRequired = true };
/// static readonly TableColumn Day = new("date", "日期", "下单日期") { IsRequired = true };
/// static readonly TableColumn Amount = new("amount", "金额") { IsRequired = true, IsMoney = true };
/// static readonly TableLayout Orders = new(Customer, Day, Amount);
///
/// Table table = Table.Read(stream, Orders);
/// foreach (TableRow row in table.Rows)
/// {
///     orders.Add((row.Text(Customer), row.Date(Day), row.Decimal(Amount)));
/// }
///
/// Language chinese = SpreadsheetTexts.In(Language.Of("zh"));
/// foreach (TableRemark problem in table.Problems)
/// {
///     Console.WriteLine($"{problem.Line} {problem.Column}: {chinese.Say(problem.Sentence)}");
/// }
/// </code>
/// </example>
/// </remarks>
public sealed class Table
{
    private readonly RemarkList _problems;
    private readonly RemarkList _notes;
    private readonly Dictionary<TableColumn, ColumnState> _states = [];
    private readonly Grid? _grid;
    private readonly int[] _rows = [];
    private readonly int[] _faulty = [];
    private readonly int[] _passed = [];
    private readonly Dictionary<int, Message> _faults;
    private readonly CellReader? _reader;
    private readonly TimeUnit? _timeOfTable;
    private readonly Func<int, int, bool> _showsScaled;

    internal Table(TableBuilder builder)
    {
        _problems = builder.Problems;
        _notes = builder.Notes;
        _faults = builder.Faults;
        _timeOfTable = builder.TimeOfTable;
        _showsScaled = builder.ShowsScaled;
        HasWrongAcross = builder.IsAcross && builder.Across.Count < 2;
        FurtherUnits = builder.FurtherUnits;
        Kpis = builder.Options.Kpis;
        Columns = new ReadOnlyCollection<TableColumn>(builder.Known);
        Others = new ReadOnlyCollection<TableColumn>(builder.Others);
        Across = new ReadOnlyCollection<TableColumn>(builder.Across);
        foreach (ColumnState state in builder.States)
        {
            _states[state.Column] = state;
        }

        if (builder.Grid is not null)
        {
            _grid = builder.Grid;
            _rows = [.. builder.Rows];
            _faulty = [.. builder.Faulty];
            _passed = [.. builder.Passed];
            HeaderLine = _grid.LineOf(builder.HeaderRow);
            _reader = new CellReader(_grid, _rows, builder.Options, _problems, _notes) { UnitColumn = StateOf(KnownColumns.Unit), ReadsTimes = builder.Layout.ReadsTimes, Builder = builder };
        }
    }

    /// <summary>Gets what has to be put right, in the order in which it was met, equal ones of a column as one. It grows while cells are read.</summary>
    public IReadOnlyList<TableRemark> Problems => _problems.All;

    /// <summary>Gets what was passed over or assumed: rows and columns that were left out, units, the sheet that was read. It grows while cells are read.</summary>
    public IReadOnlyList<TableRemark> Notes => _notes.All;

    /// <summary>Gets the columns of the layout that the table has, in the order of the file.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Gets the columns that the layout does not know, where it allows them, in the order of the file; the id of each is its header.</summary>
    public IReadOnlyList<TableColumn> Others { get; }

    /// <summary>Gets the columns whose header is a month or a date, where the layout allows them, in the order of the file.</summary>
    public IReadOnlyList<TableColumn> Across { get; }

    /// <summary>Gets the line of the header, from 1; 0 where there is none.</summary>
    public long HeaderLine { get; }

    /// <summary>Gets the rows below the header in the order of the file, without empty rows, totals, notes and rows with a fault.</summary>
    public IEnumerable<TableRow> Rows
    {
        get
        {
            foreach (int row in _rows)
            {
                yield return new TableRow(this, row);
            }
        }
    }

    /// <summary>Gets the rows whose form is wrong (more cells than the header, a quotation mark inside a cell), each of which is a problem already; their cells may be shifted.</summary>
    public IEnumerable<TableRow> FaultyRows
    {
        get
        {
            foreach (int row in _faulty)
            {
                yield return new TableRow(this, row);
            }
        }
    }

    /// <summary>Gets how many <see cref="Rows"/> there are.</summary>
    public int RowCount => _rows.Length;

    /// <summary>Reads a table.</summary>
    /// <param name="stream">The file, from its current position to its end; it is not closed. CSV or xlsx is told by content.</param>
    /// <param name="layout">The columns that it may have.</param>
    /// <param name="options">Choices and limits; the default ones when null.</param>
    /// <returns>The table; without rows where it could not be read at all, which is a problem of it.</returns>
    /// <exception cref="ArgumentNullException">The stream or the layout is null.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Table Read(Stream stream, TableLayout layout, TableReadOptions? options = null)
    {
        var builder = new TableBuilder(
            layout ?? throw new ArgumentNullException(nameof(layout)), options ?? TableReadOptions.Default);
        builder.Read(stream ?? throw new ArgumentNullException(nameof(stream)));
        return new Table(builder);
    }

    /// <summary>Whether the table has a column.</summary>
    /// <param name="column">A column of the layout.</param>
    /// <exception cref="ArgumentNullException">The column is null.</exception>
    public bool Has(TableColumn column) => _states.ContainsKey(column ?? throw new ArgumentNullException(nameof(column)));

    /// <summary>The header of a column as the file writes it; its id where the table does not have it.</summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentNullException">The column is null.</exception>
    public string HeaderOf(TableColumn column) => StateOf(column)?.Header ?? column.Id;

    /// <summary>The column with a header, among all that the table has: the id, a name or the header as the file writes it; null where there is none.</summary>
    /// <param name="header">What a person calls the column.</param>
    /// <exception cref="ArgumentNullException">The header is null.</exception>
    public TableColumn? Find(string header)
    {
        string key = HeaderText.Key(header ?? throw new ArgumentNullException(nameof(header)));
        string name = HeaderText.Key(HeaderText.Split(header).Name);
        ColumnState? Where(Func<ColumnState, bool> predicate) => _states.Values.Where(predicate).OrderBy(state => state.Index).FirstOrDefault();
        return (Where(state => HeaderText.Key(state.Header) == key)
            ?? Where(state => HeaderText.Key(HeaderText.Split(state.Header).Name) == name)
            ?? Where(state => HeaderText.Key(state.Column.Id) == key || state.Column.Names.Any(known => HeaderText.Key(known) == key)))?.Column;
    }

    /// <summary>Whether most of the filled cells of a column are numbers.</summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentNullException">The column is null.</exception>
    public bool IsNumeric(TableColumn column) => StateOf(column) is { } state && _reader!.IsNumeric(state);

    /// <summary>Whether a column holds numbers that measure something, and not those that name a customer or a shop.</summary>
    internal bool IsMeasure(TableColumn column) => IsNumeric(column) && !KnownWords.IsIdentifier(HeaderText.Key(HeaderText.Split(HeaderOf(column)).Name));

    /// <summary>Whether most texts of a column have a digit or a numeral in them, although they are no numbers.</summary>
    internal bool IsWrittenAsNumbers(TableColumn column)
    {
        int filled = 0;
        int written = 0;
        foreach (int row in _rows)
        {
            string text = TextAt(row, column);
            filled += text.Length > 0 ? 1 : 0;
            written += text.Length is > 0 and < 20 && text.Any(c => DateWords.NumeralOf(c) >= 0 || CellChars.Plain(c) is >= '0' and <= '9') ? 1 : 0;
        }

        return written * 2 > filled && !KnownWords.IsIdentifier(HeaderText.Key(HeaderOf(column)));
    }

    /// <summary>Whether the numbers of a column are shares: its header states per cent, or a cell that was read does.</summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentNullException">The column is null.</exception>
    public bool ShowsPercent(TableColumn column) => StateOf(column) is { } state && (state.Units.HasPercent || state.Unit is { IsPercent: true });

    /// <summary>The ISO code of the currency that the header, the unit row or a cell that was read states; null where none is stated.</summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentNullException">The column is null.</exception>
    public string? CurrencyOf(TableColumn column) => StateOf(column)?.Units.Currency;

    /// <summary>The month of a column that stands across.</summary>
    /// <param name="column">One of <see cref="Across"/>.</param>
    /// <exception cref="ArgumentException">The column does not stand across.</exception>
    public YearMonth MonthOf(TableColumn column) => TimeOf(column) is var (year, month, _) ? new YearMonth(year, month) : default;

    /// <summary>The date of a column that stands across; null where it is only a month.</summary>
    /// <param name="column">One of <see cref="Across"/>.</param>
    /// <exception cref="ArgumentException">The column does not stand across.</exception>
    public LocalDate? DateOf(TableColumn column) => TimeOf(column) is (var year, var month, > 0 and var day) ? new LocalDate(year, month, day) : null;

    /// <summary>Adds a problem to the table's, so that all stand together and equal ones of a column become one.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="column">The column, or null for a whole row or the whole table.</param>
    /// <param name="line">The line, or null for the whole column or table.</param>
    /// <exception cref="ArgumentNullException">The message is null.</exception>
    public void Report(Message message, TableColumn? column = null, long? line = null) =>
        _problems.Add(message ?? throw new ArgumentNullException(nameof(message)), column is null ? null : HeaderOf(column), line);

    /// <summary>Adds a note to the table's: something that was passed over or assumed.</summary>
    /// <param name="message">What was done.</param>
    /// <param name="column">The column, or null.</param>
    /// <param name="line">The line, or null.</param>
    /// <exception cref="ArgumentNullException">The message is null.</exception>
    public void AddNote(Message message, TableColumn? column = null, long? line = null) =>
        _notes.Add(message ?? throw new ArgumentNullException(nameof(message)), column is null ? null : HeaderOf(column), line);

    /// <summary>How many rows there are below the header, and from where to where, invariant, for logs.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} rows below line {1}", RowCount, HeaderLine);

    /// <summary>Says which numbers the next ones of a column belong to: per cent and money may stand in one column, as long as each series is of one kind.</summary>
    internal void Belongs(TableColumn column, UnitState units)
    {
        if (StateOf(column) is { } state)
        {
            // What the header states holds for all of them.
            units.Currency ??= state.Unit?.Currency;
            units.Measure ??= state.Unit?.Measure;
            state.Units = units;
        }
    }

    /// <summary>Adds a note on units, one for each key: on the column, or on the whole table where months stand across.</summary>
    internal void AddNote(Message message, TableColumn column, long line, string key)
    {
        string? header = Across.Contains(column) ? null : HeaderOf(column);
        _notes.Add(message, header, line, header + "\n" + key);
    }

    /// <summary>Adds a note on a series whose name stands in rows.</summary>
    internal void AddNoteOf(string series, Message message, long line) => _notes.Add(message, series, line);

    /// <summary>What stood with the numbers of a column so far.</summary>
    internal UnitState UnitsOf(TableColumn column) => StateOf(column)!.Units;

    /// <summary>The measure that stood with the number read last, in its cell or in the column of units; null where none did.</summary>
    internal string? LastMeasure => _reader?.LastMeasure;

    /// <summary>The host's own KPIs.</summary>
    internal IReadOnlyList<KpiDefinition> Kpis { get; }

    /// <summary>The number of the period of a column that stands across without a date; null for others.</summary>
    internal int? PeriodOf(TableColumn column) => StateOf(column)?.Period;

    /// <summary>
    /// Tells a column of texts that a table is not known to have: one with the same text in every row says nothing of any of them and is passed over; another could part the rows.
    /// </summary>
    internal void PassOrAsk(TableColumn column, TableLayout layout)
    {
        string? only = null;
        int count = 0;
        foreach (int row in _rows)
        {
            string text = TextAt(row, column);
            count += text.Length > 0 ? 1 : 0;
            if (text.Length > 0 && text != (only ??= text))
            {
                Report(new Message(layout.Columns.Contains(KnownColumns.Segment) && !Has(KnownColumns.Segment) ? "table.columnParts" : "table.columnUnknown", layout.Known()), column, HeaderLine);
                return;
            }
        }

        // One row shows nothing, and a date is never passed over.
        if (count < 2 || DateText.Parse(only.AsSpan()).Form is not (DateForm.None or DateForm.MonthOnly or DateForm.YearOnly))
        {
            Report(new Message("table.columnUnknown", layout.Known()), column, HeaderLine);
            return;
        }

        AddNote(Said.As("columnConstant", ("value", only!)), column, HeaderLine);
    }

    private string TextAt(int row, TableColumn column)
    {
        ReadOnlySpan<CellSlot> cells = _grid!.Row(row);
        int index = IndexOf(column);
        return index < cells.Length ? _grid.Text(cells[index]).ToString() : string.Empty;
    }

    /// <summary>Whether the numbers of a column are multiplied by the unit in its header or title.</summary>
    internal bool IsScaled(TableColumn column) => StateOf(column)?.Unit is { Power: > 0 };

    /// <summary>Whether the number formats of a column show its numbers divided by a power of ten already.</summary>
    internal bool ShowsScaled(TableColumn column, int power) => StateOf(column) is { } state && _showsScaled(state.Index, power);

    /// <summary>The problem that was met last.</summary>
    internal Message? LastProblem => _problems.Last;

    /// <summary>Where a column stands, from 0.</summary>
    internal int IndexOf(TableColumn column) => StateOf(column)!.Index;

    /// <summary>What is wrong with the form of a row; null where nothing is.</summary>
    internal Message? FaultOf(int row) => _faults.TryGetValue(row, out Message? fault) ? fault : null;

    /// <summary>The texts of all cells of a row, whatever column they stand in.</summary>
    internal List<string> TextsOf(int row)
    {
        var texts = new List<string>();
        foreach (CellSlot cell in _grid!.Row(row))
        {
            texts.Add(_grid.Text(cell).ToString());
        }

        return texts;
    }

    /// <summary>The texts of a row in columns that were passed over, one behind the other; null where there are none.</summary>
    internal string? RemarksOf(int row)
    {
        ReadOnlySpan<CellSlot> cells = _grid!.Row(row);
        string? remarks = null;
        foreach (int index in _passed)
        {
            if (index < cells.Length && _grid.Text(cells[index]).ToString().Trim() is { Length: > 0 } text)
            {
                remarks = remarks is null ? text : remarks + "; " + text;
            }
        }

        return remarks;
    }

    internal long LineOf(int row) => _grid!.LineOf(row);

    internal bool IsEmpty(int row, TableColumn column) => StateOf(column) is not { } state || _reader!.IsEmpty(row, state);

    internal string? Text(int row, TableColumn column) => StateOf(column) is { } state ? _reader!.Text(row, state) : string.Empty;

    internal double? Number(int row, TableColumn column) => StateOf(column) is { } state ? _reader!.Double(row, state, state.Unit) : null;

    /// <summary>The number in a unit that another place than the header states, or in none.</summary>
    internal double? Number(int row, TableColumn column, CellNumber? unit) => StateOf(column) is { } state ? _reader!.Double(row, state, unit) : null;

    internal decimal? Decimal(int row, TableColumn column, bool hasUnit) => StateOf(column) is { } state ? _reader!.Decimal(row, state, hasUnit ? state.Unit : null) : null;

    /// <summary>The unit that the header, the row below it or the title states for a column; null for none.</summary>
    internal CellNumber? UnitOf(TableColumn column) => StateOf(column)?.Unit;

    /// <summary>Whether months stand across but their header is wrong, which is told.</summary>
    internal bool HasWrongAcross { get; }

    /// <summary>The further units that a title states beside the first one.</summary>
    internal IReadOnlyList<CellNumber> FurtherUnits { get; }

    /// <summary>The unit of time that the row below the header, or else the title, states; null for none.</summary>
    internal TimeUnit? TimeUnitOf(TableColumn column) => StateOf(column)?.StatedTime ?? _timeOfTable;

    internal LocalDate? Date(int row, TableColumn column) => StateOf(column) is { } state ? _reader!.Date(row, state) : null;

    internal YearMonth? Month(int row, TableColumn column, TableColumn? year) =>
        StateOf(column) is { } state ? _reader!.Month(row, state, year is null ? null : StateOf(year)) : null;

    private ColumnState? StateOf(TableColumn column) => _states.TryGetValue(column ?? throw new ArgumentNullException(nameof(column)), out ColumnState? state) ? state : null;

    private (int Year, int Month, int Day) TimeOf(TableColumn column) =>
        StateOf(column)?.Time ?? throw new ArgumentException($"The column '{column}' is no month and no date.", nameof(column));
}
