namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Numbers that may have a part in a study: a column of the table, or a row where months stand across, or the rows of one name in a long table.</summary>
/// <param name="Name">What the file calls them.</param>
/// <param name="Role">The column of the layout that the name means, or null.</param>
/// <param name="Column">The column where the numbers are; null where months stand across.</param>
/// <param name="Rows">The rows that hold them.</param>
internal sealed record StudyColumn(string Name, TableColumn? Role, TableColumn? Column, IReadOnlyList<TableRow> Rows)
{
    /// <summary>The name where it stands in rows, so that the unit of the table may not hold for it; null where it is the header of the column.</summary>
    internal string? NameInRows { get; init; }

    internal bool Is(string name) => HeaderText.Key(Name) == HeaderText.Key(name) || HeaderText.Key(HeaderText.Split(Name).Name) == HeaderText.Key(HeaderText.Split(name).Name)
        || (Role is not null && (HeaderText.Key(Role.Id) == HeaderText.Key(name) || Role.Names.Any(known => HeaderText.Key(known) == HeaderText.Key(name))));
}
