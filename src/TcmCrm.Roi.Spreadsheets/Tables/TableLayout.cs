using System.Collections.ObjectModel;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The columns that a kind of table may have. Immutable.</summary>
public sealed class TableLayout
{
    /// <summary>A layout.</summary>
    /// <param name="columns">Its columns, in the order in which an example shows them; the ids and names of all of them are different.</param>
    /// <exception cref="ArgumentNullException">The columns or one of them is null.</exception>
    /// <exception cref="ArgumentException">There is no column, or a header means two of them.</exception>
    public TableLayout(params TableColumn[] columns)
    {
        TableColumn[] all = [.. columns ?? throw new ArgumentNullException(nameof(columns))];
        if (all.Length == 0)
        {
            throw new ArgumentException("A layout has at least one column.", nameof(columns));
        }

        var headers = new Dictionary<string, TableColumn>(StringComparer.Ordinal);
        foreach (TableColumn column in all)
        {
            foreach (string name in (column ?? throw new ArgumentNullException(nameof(columns))).Names.Prepend(column.Id))
            {
                string key = HeaderText.Key(name);
                if (headers.TryGetValue(key, out TableColumn? other) && other != column)
                {
                    throw new ArgumentException($"The header '{name}' means '{other.Id}' and '{column.Id}'.", nameof(columns));
                }

                headers[key] = column;
            }
        }

        Headers = headers;
        Columns = new ReadOnlyCollection<TableColumn>(all);
    }

    /// <summary>Gets the columns, in order.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>
    /// Gets whether other columns may stand beside these, for the caller to make sense of (<see cref="Table.Others"/>). False by default: a column that is not known
    /// is a problem, because passing over it could change what the rows mean.
    /// </summary>
    public bool AllowsOthers { get; init; }

    /// <summary>Gets whether months or dates may stand across the columns (<see cref="Table.Across"/>); false by default.</summary>
    public bool AllowsAcross { get; init; }

    /// <summary>Whether periods without a date (第0年, 第1年) may stand across the columns.</summary>
    internal bool AllowsPeriods { get; init; }

    /// <summary>Whether numbers may stand with a unit of time, such as 90分钟, that the caller converts.</summary>
    internal bool ReadsTimes { get; init; }

    /// <summary>Columns that together stand for one that is required; none where empty.</summary>
    internal IReadOnlyList<TableColumn> Instead { get; init; } = [];

    /// <summary>Headers of notes, as keys, besides those that every table may have.</summary>
    internal IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Whether notes are read for what says that money came back.</summary>
    internal bool ReadsRemarks { get; init; }

    /// <summary>Beginnings and names of headers that are computed from the columns of the layout, as keys.</summary>
    internal IReadOnlyList<string> Derived { get; init; } = [];

    /// <summary>Headers, as keys, of columns that say which way an amount goes, with the id of what is asked where one stands: leaving them out changes the amounts.</summary>
    internal IReadOnlyDictionary<string, string> Asked { get; init; } = new Dictionary<string, string>();

    internal string? AskedAs(string key) => Asked.TryGetValue(key, out string? id) ? id : null;

    internal bool IsDerived(string key) => Derived.Any(one => key.StartsWith(one, StringComparison.Ordinal));

    internal bool HasInstead(TableColumn column, Func<TableColumn, bool> has) => Instead.Count > 0 && column.IsRequired && Instead.All(has);

    internal IReadOnlyDictionary<string, TableColumn> Headers { get; }

    /// <summary>The columns that a table may have, each by the name that the reader's language has for it.</summary>
    internal MessageArgument Known() => MessageArgument.Parts("columns", Columns.Select(one => new Message(
        "table.columnName.quoted", MessageArgument.Text("id", one.Id), MessageArgument.Text("name", one.Names.Count > 0 ? one.Names[0] : one.Id))));

    /// <summary>A header to show where there is none: the columns that are required, in the reader's language.</summary>
    internal IEnumerable<Message> Example() => Columns.Where(column => column.IsRequired || column == KnownColumns.Value).Select(column => new Message(
        "table.columnName", MessageArgument.Text("id", column.Id), MessageArgument.Text("name", column.Names.Count > 0 ? column.Names[0] : column.Id)));
}
