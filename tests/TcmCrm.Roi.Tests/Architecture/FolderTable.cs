namespace TcmCrm.Roi.Tests.Architecture;

/// <summary>One row: a folder, or in brackets the files that lie in no folder; every row below may use what stands in brackets.</summary>
internal sealed record FolderRow(string Name, IReadOnlyList<string> Described, IReadOnlyList<string> Uses)
{
    internal bool IsFolder => Name[0] != '(';
}

/// <summary>The rows of one table in their order: who stands above may be used, who stands below may not.</summary>
internal sealed class FolderTable
{
    private readonly List<FolderRow> _rows = [];

    internal IReadOnlyList<FolderRow> Rows => _rows;

    internal IEnumerable<string> Folders => _rows.Where(row => row.IsFolder).Select(row => row.Name);

    internal void Add(FolderRow row) => _rows.Add(row);

    internal FolderRow? Find(string name) => _rows.Find(row => row.Name == name);

    internal int IndexOf(string name) => _rows.FindIndex(row => row.Name == name);

    /// <summary>The row of a file that lies in no folder: the one in brackets that names its type, or the one called root.</summary>
    internal string RootRowOf(string type) => _rows.Find(row => !row.IsFolder && row.Described.Contains(type))?.Name ?? "(root)";

    internal bool Allows(string user, string used) =>
        user == used || (Find(user) is { } row && (row.Uses.Contains(used) || (used[0] == '(' && IndexOf(used) is >= 0 and int index && index < IndexOf(user))));
}
