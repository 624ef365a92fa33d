using System.Globalization;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Something that is said of a table, and where: a problem that has to be put right, or a note of what was passed over or assumed.</summary>
/// <remarks>
/// Equal ones of a column are one remark with a count and the first places. <c>SpreadsheetTexts.In(Language.Of("zh")).Say(remark.Sentence)</c> says it.
/// </remarks>
public sealed class TableRemark
{
    /// <summary>How many lines a remark names.</summary>
    internal const int PlacesAtMost = 5;

    private readonly List<long> _lines = [];

    internal TableRemark(Message message, string? column, long? line)
    {
        Message = message;
        Column = column;
        Count = 1;
        Lines = _lines.AsReadOnly();
        if (line is { } number)
        {
            _lines.Add(number);
        }
    }

    /// <summary>Gets what is said of the first place. Its <see cref="Message.Code"/> is <c>table</c>; programs test <see cref="Message.Id"/>.</summary>
    public Message Message { get; }

    /// <summary>Gets the header of the column as the file writes it; null where a whole line or the whole table is meant.</summary>
    public string? Column { get; }

    /// <summary>Gets the first line, from 1: of a CSV file, or the row of a sheet; null where the whole table is meant.</summary>
    public long? Line => _lines.Count > 0 ? _lines[0] : null;

    /// <summary>Gets the lines of the first five places, ascending as they were met.</summary>
    public IReadOnlyList<long> Lines { get; }

    /// <summary>Gets how many places there are; 1 or more.</summary>
    public int Count { get; private set; }

    /// <summary>Gets <see cref="Message"/>, and behind it how often and where the same was met, where it was met more than once.</summary>
    public Message Sentence => Count == 1 || _lines.Count == 0 ? Message : new Message(
        Count > _lines.Count && _lines.Count == PlacesAtMost ? "table.repeated.more" : "table.repeated",
        MessageArgument.Part("what", Message),
        MessageArgument.Number("count", Count),
        MessageArgument.Parts("lines", _lines.Select(line => new Message("table.lineNumber", MessageArgument.Text("line", line.ToString(CultureInfo.InvariantCulture))))));

    /// <summary>Place and message, invariant, for logs: <c>line 3, amount: table.notNumber(value: x)</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}{1}{2}", Line is { } line ? $"line {line}" + (Column is null ? ": " : ", ") : string.Empty, Column is null ? string.Empty : Column + ": ", Message);

    internal void Again(long? line)
    {
        Count++;
        if (line is { } number && _lines.Count is > 0 and < PlacesAtMost && _lines[_lines.Count - 1] != number)
        {
            _lines.Add(number);
        }
    }
}
