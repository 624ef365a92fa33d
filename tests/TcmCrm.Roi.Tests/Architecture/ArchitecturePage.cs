using System.Text.RegularExpressions;

namespace TcmCrm.Roi.Tests.Architecture;

/// <summary>The tables of docs/architecture.md whose heading names a folder of the sources, such as <c>### `src/TcmCrm.Roi/Kpis`</c>.</summary>
internal static partial class ArchitecturePage
{
    private const string AllAbove = "all above";

    internal static string Path { get; } = Repository.PathOf("docs", "architecture.md");

    /// <summary>The folder that a table is about, with a slash between its parts, and the rows of the table.</summary>
    internal static IReadOnlyDictionary<string, FolderTable> Tables { get; } = Read();

    private static Dictionary<string, FolderTable> Read()
    {
        var tables = new Dictionary<string, FolderTable>();
        string? heading = null;
        foreach (string line in File.ReadLines(Path))
        {
            if (line.StartsWith('#'))
            {
                heading = SourceHeading().Match(line) is { Success: true } match ? match.Groups[1].Value : null;
            }

            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (heading is not null && cells.Length == 5 && RowName().Match(cells[1]) is { Success: true } name)
            {
                FolderTable table = tables.TryGetValue(heading, out FolderTable? begun) ? begun : tables[heading] = new FolderTable();
                string[] above = [.. table.Rows.Select(row => row.Name)];
                table.Add(new FolderRow(name.Groups[1].Value, Names(cells[2]), cells[3] == AllAbove ? above : Names(cells[3])));
            }
        }

        return tables;
    }

    private static string[] Names(string cell) => [.. QuotedName().Matches(cell).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"^#+ .*`(src(?:/[\w.]+)*)`")]
    private static partial Regex SourceHeading();

    [GeneratedRegex(@"^`?(\(\w+\)|[A-Z][\w.]+)`?$")]
    private static partial Regex RowName();

    [GeneratedRegex(@"`([A-Z][\w.]+)`")]
    private static partial Regex QuotedName();
}
