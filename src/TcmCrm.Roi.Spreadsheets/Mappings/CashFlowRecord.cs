using NodaTime;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>One cash-flow series of a table, or why it has none.</summary>
public sealed class CashFlowRecord
{
    private readonly List<double> _amounts = [];
    private readonly List<LocalDate>? _dates;

    internal CashFlowRecord(string? id, long line, bool hasDates)
    {
        Id = id;
        Line = line;
        _dates = hasDates ? [] : null;
        Amounts = _amounts.AsReadOnly();
        Dates = _dates?.AsReadOnly();
    }

    /// <summary>Gets what the table calls the series; null where a row has a name that cannot be read.</summary>
    public string? Id { get; }

    /// <summary>Gets the line of its first row, from 1.</summary>
    public long Line { get; }

    /// <summary>Gets the amounts in the order of the rows; not to be used where there is an <see cref="Error"/>.</summary>
    public IReadOnlyList<double> Amounts { get; }

    /// <summary>Gets a date for each amount; null where the table has no dates and the flows are periodic.</summary>
    public IReadOnlyList<LocalDate>? Dates { get; }

    /// <summary>Gets the first thing that is wrong with it; null where nothing is.</summary>
    public Message? Error { get; private set; }

    /// <summary>Gets the line of <see cref="Error"/>; that of the first row where there is none.</summary>
    public long ErrorLine { get; private set; }

    /// <summary>Gets the header of the column of <see cref="Error"/>; null where the whole row is meant.</summary>
    public string? ErrorColumn { get; private set; }

    internal void Add(double amount, LocalDate? date)
    {
        _amounts.Add(amount);
        if (date is { } day)
        {
            _dates!.Add(day);
        }
    }

    internal void Fail(long line, string? column, Message error)
    {
        if (Error is null)
        {
            Error = error;
            ErrorLine = line;
            ErrorColumn = column;
        }
    }
}
