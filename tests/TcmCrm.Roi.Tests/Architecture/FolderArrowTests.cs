using System.Text.RegularExpressions;

namespace TcmCrm.Roi.Tests.Architecture;

/// <summary>Holds the sources of the core to the table of folders in docs/architecture.md.</summary>
public partial class FolderArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = ReadTable();

    [Fact]
    public void EveryFolder_StandsInTheTable()
    {
        string[] folders = [.. Directory.GetDirectories(Repository.PathOf("src", "TcmCrm.Roi")).Where(HasSources).Select(path => Path.GetFileName(path))];
        Assert.NotEmpty(folders);
        Assert.Empty(folders.Except(Allowed.Keys));
    }

    private static bool HasSources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any();

    [Fact]
    public void Table_HasNoArrowUpwards()
    {
        string[] order = [.. Allowed.Keys];
        foreach ((string folder, string[] uses) in Allowed)
        {
            Assert.All(uses, used => Assert.True(Array.IndexOf(order, used) < Array.IndexOf(order, folder), $"{folder} may not use {used}, which stands below it."));
        }
    }

    [Fact]
    public void Sources_UseOnlyWhatTheTableAllows()
    {
        var wrong = new List<string>();
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("src", "TcmCrm.Roi"), "*.cs", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(Repository.PathOf("src", "TcmCrm.Roi"), file).Replace('\\', '/');
            string folder = relative.Contains('/', StringComparison.Ordinal) ? relative[..relative.IndexOf('/', StringComparison.Ordinal)] : string.Empty;
            string text = File.ReadAllText(file);
            string expected = folder.Length == 0 ? "TcmCrm.Roi" : "TcmCrm.Roi." + folder;

            // A file that only names an alias for one target declares no namespace.
            if (text.Contains("\nnamespace ", StringComparison.Ordinal) && !text.Contains($"namespace {expected};", StringComparison.Ordinal))
            {
                wrong.Add($"{relative}: the namespace is not {expected}");
            }

            // Both a using and a qualified name (also in a doc comment) are an arrow.
            foreach (string used in NamespaceUse().Matches(text).Select(match => match.Groups[1].Value).Distinct())
            {
                bool isFolder = Allowed.ContainsKey(used);
                if (isFolder && used != folder && !(Allowed.TryGetValue(folder, out string[]? uses) && uses.Contains(used)))
                {
                    wrong.Add($"{relative}: {(folder.Length == 0 ? "the root" : folder)} uses {used}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    // using TcmCrm.Roi.X;  TcmCrm.Roi.X.Type  and, inside the namespace TcmCrm.Roi, X.Type for a folder X.
    [GeneratedRegex(@"(?:TcmCrm\.Roi\.|(?<![\w.])(?=(?:Statistics|Periods|Kpis|Impact|Costs|Benefits|Cases|CashFlows|Taxation|Returns|Measures|Evaluation|Review|Sensitivity|Portfolio|Texts)\.[A-Z]))([A-Z]\w+)")]
    private static partial Regex NamespaceUse();

    private static Dictionary<string, string[]> ReadTable()
    {
        var table = new Dictionary<string, string[]>();
        foreach (string line in File.ReadLines(Repository.PathOf("docs", "architecture.md")))
        {
            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length == 5 && FolderCell().Match(cells[1]) is { Success: true } folder)
            {
                string[] uses = [.. FolderCell().Matches(cells[3]).Select(match => match.Groups[1].Value)];
                table.Add(folder.Groups[1].Value, cells[3] == "all above" ? [.. table.Keys] : uses);
            }
        }

        return table;
    }

    [GeneratedRegex(@"`([A-Z]\w+)`")]
    private static partial Regex FolderCell();
}
