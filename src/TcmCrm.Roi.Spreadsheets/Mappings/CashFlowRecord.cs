using NodaTime;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>One cash-flow series of a table, or why it has none.</summary>
public sealed class CashFlowRecord
{
    private readonly List<double> _amounts = [];
    private readonly List<LocalDate>? _dates;
    private readonly List<(int Period, long Line, double Amount)> _periods = [];
    private readonly List<long> _lines = [];

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

    internal void Add(double amount, LocalDate? date, int? period = null, long line = 0)
    {
        _amounts.Add(amount);
        if (period is { } number)
        {
            _periods.Add((number, line, amount));
        }

        if (date is { } day)
        {
            _dates!.Add(day);
            _lines.Add(line);
        }
    }

    /// <summary>Puts the amounts into the order of their periods; the line and the reason where a period is missing or comes twice.</summary>
    /// <param name="first">The number of the first period; 0 where there is none.</param>
    internal (long Line, Message Reason)? Order(out int first)
    {
        _periods.Sort((left, right) => left.Period != right.Period ? left.Period.CompareTo(right.Period) : left.Line.CompareTo(right.Line));
        first = _periods.Count == 0 ? 0 : _periods[0].Period;
        for (int i = 0; i < _periods.Count; i++)
        {
            if (i > 0 && _periods[i].Period != _periods[i - 1].Period + 1)
            {
                bool isTwice = _periods[i].Period == _periods[i - 1].Period;
                int period = isTwice ? _periods[i].Period : _periods[i - 1].Period + 1;
                return (_periods[i].Line, new Message(isTwice ? "table.periodTwice" : "table.periodMissing", MessageArgument.Text("period", period.ToString(System.Globalization.CultureInfo.InvariantCulture))));
            }

            _amounts[i] = _periods[i].Amount;
        }

        return null;
    }

    /// <summary>The line of the first flow that has the date and the amount of one before it, and whether every flow comes as often as any other, so that the rows may be there twice as a whole.</summary>
    internal (long Line, bool IsWhole)? Twice()
    {
        var seen = new Dictionary<(LocalDate, double), int>();
        long? first = null;
        for (int i = 0; i < (_dates?.Count ?? 0); i++)
        {
            seen.TryGetValue((_dates![i], _amounts[i]), out int count);
            seen[(_dates[i], _amounts[i])] = count + 1;
            first = count > 0 && _amounts[i] != 0 ? first ?? _lines[i] : first;
        }

        return first is { } line ? (line, seen.Count > 1 && seen.Values.All(count => count == seen.Values.First())) : null;
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
