using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TcmCrm.Roi.Tests.Architecture;

/// <summary>Holds the sources of all packages to the tables of docs/architecture.md.</summary>
public partial class FolderArrowTests
{
    private const string Packages = "src";
    private const string Core = "src/TcmCrm.Roi";
    private const string Begin = "<!-- picture: generated from the table of folders -->\n";
    private const string End = "<!-- end of picture -->";

    /// <summary>The tables of folders that share one namespace, or whose namespaces are not what the rule is about.</summary>
    public static TheoryData<string> Divided => [.. ArchitecturePage.Tables.Keys.Where(folder => folder is not Packages and not Core)];

    public static TheoryData<string> AllTables => [.. ArchitecturePage.Tables.Keys];

    [Fact]
    public void EveryFolderThatIsDivided_HasATable()
    {
        string[] divided =
        [
            .. Projects().Select(path => Path.GetDirectoryName(path)!)
                .SelectMany(project => new[] { project }.Concat(Path.GetFileName(project) == "TcmCrm.Roi" ? FoldersIn(project) : []))
                .Where(folder => FoldersIn(folder).Any())
                .Select(folder => Path.GetRelativePath(Repository.Root, folder).Replace('\\', '/')),
        ];
        Assert.Contains(Core, divided);
        Assert.Equal(divided.Append(Packages).Order(StringComparer.Ordinal), ArchitecturePage.Tables.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllTables))]
    public void Table_NamesEachFolderOnce_AndNoOther(string folder)
    {
        string path = Repository.PathOf(folder.Split('/'));
        IEnumerable<string> folders = folder == Packages ? Projects().Select(project => Path.GetFileNameWithoutExtension(project)) : FoldersIn(path).Select(inner => Path.GetFileName(inner));
        Assert.Equal(folders.Order(StringComparer.Ordinal), ArchitecturePage.Tables[folder].Folders.Order(StringComparer.Ordinal));
        bool hasFiles = folder != Packages && Directory.EnumerateFiles(path, "*.cs").Any();
        Assert.Equal(hasFiles, ArchitecturePage.Tables[folder].Find("(root)") is not null);
    }

    [Theory]
    [MemberData(nameof(AllTables))]
    public void Table_HasNoArrowUpwards(string folder)
    {
        FolderTable table = ArchitecturePage.Tables[folder];
        Assert.All(table.Rows, row => Assert.All(
            row.Uses.Where(used => folder != Packages || table.Find(used) is not null),
            used => Assert.True(table.IndexOf(used) >= 0 && table.IndexOf(used) < table.IndexOf(row.Name), $"{folder}: {row.Name} may not use {used}, which does not stand above it.")));
    }

    [Fact]
    public void Packages_ReferToWhatTheTableSays()
    {
        Assert.All(Projects(), project =>
        {
            XDocument file = XDocument.Load(project);
            IEnumerable<string> references = file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
                .Concat(file.Descendants("PackageReference").Where(reference => reference.Attribute("PrivateAssets")?.Value != "all").Select(reference => reference.Attribute("Include")!.Value));
            Assert.Equal(references.Order(StringComparer.Ordinal), ArchitecturePage.Tables[Packages].Find(Path.GetFileNameWithoutExtension(project))!.Uses.Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public void Core_UsesOnlyWhatItsTableAllows()
    {
        FolderTable table = ArchitecturePage.Tables[Core];
        string root = Repository.PathOf("src", "TcmCrm.Roi");
        var wrong = new List<string>();
        foreach (string file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(root, file).Replace('\\', '/');
            string folder = relative.Contains('/', StringComparison.Ordinal) ? relative[..relative.IndexOf('/', StringComparison.Ordinal)] : "(root)";
            string text = File.ReadAllText(file);
            string expected = folder == "(root)" ? "TcmCrm.Roi" : "TcmCrm.Roi." + folder;

            // A file that only names an alias for one target declares no namespace.
            if (text.Contains("\nnamespace ", StringComparison.Ordinal) && !text.Contains($"namespace {expected};", StringComparison.Ordinal))
            {
                wrong.Add($"{relative}: the namespace is not {expected}");
            }

            // Both a using and a qualified name (also in a doc comment) are an arrow.
            wrong.AddRange(NamespaceUse().Matches(text).Select(match => match.Groups[1].Value).Distinct()
                .Where(used => table.Folders.Contains(used) && !table.Allows(folder, used))
                .Select(used => $"{relative}: {folder} uses {used}"));
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Divided))]
    public void SubFolders_UseOnlyWhatTheirTableAllows(string folder)
    {
        FolderTable table = ArchitecturePage.Tables[folder];
        SourceArrows arrows = SourceArrows.Of(Repository.PathOf(folder.Split('/')), table);
        Assert.True(arrows.TypeCount > 1);
        Assert.Empty(arrows.All().Where(arrow => !table.Allows(arrow.User, arrow.Used)).Select(arrow => $"{arrow.User} uses {arrow.Used}: {arrow.Where}"));
    }

    [Theory]
    [MemberData(nameof(Divided))]
    public void SubFolders_UseAllThatTheirTableAllows(string folder)
    {
        FolderTable table = ArchitecturePage.Tables[folder];
        (string, string)[] used = [.. SourceArrows.Of(Repository.PathOf(folder.Split('/')), table).All().Select(arrow => (arrow.User, arrow.Used)).Distinct()];
        Assert.Empty(table.Rows.Where(row => row.Name != "(root)").SelectMany(row => row.Uses, (row, name) => (row.Name, name)).Except(used));
    }

    /// <summary>The picture is the table of folders of the core; TCM_ROI_WRITE_DOCS=1 writes it.</summary>
    [Fact]
    public void Picture_IsTheTableOfFolders()
    {
        string text = File.ReadAllText(ArchitecturePage.Path);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        string picture = Picture(ArchitecturePage.Tables[Core]);
        if (Environment.GetEnvironmentVariable("TCM_ROI_WRITE_DOCS") == "1")
        {
            File.WriteAllText(ArchitecturePage.Path, text[..begin] + picture + text[end..]);
            return;
        }

        Assert.Equal(picture, text[begin..end]);
    }

    // An arrow that others lead round is left out: with all of them the picture says nothing.
    private static string Picture(FolderTable table)
    {
        var picture = new StringBuilder("```mermaid\nflowchart LR\n");
        foreach (FolderRow row in table.Rows.Where(row => row.IsFolder))
        {
            foreach (string used in row.Uses.Where(used => table.Find(used)!.IsFolder && !row.Uses.Any(other => other != used && Reaches(table, other, used))))
            {
                picture.Append(null, $"    {used} --> {row.Name}\n");
            }
        }

        return picture.Append("```\n").ToString();
    }

    private static bool Reaches(FolderTable table, string from, string target) =>
        table.Find(from) is { } row && (row.Uses.Contains(target) || row.Uses.Any(used => Reaches(table, used, target)));

    private static IEnumerable<string> Projects() => Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static IEnumerable<string> FoldersIn(string path) =>
        Directory.EnumerateDirectories(path).Where(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any()).Order(StringComparer.Ordinal);

    // using TcmCrm.Roi.X;  TcmCrm.Roi.X.Type  and, inside the namespace TcmCrm.Roi, X.Type for a folder X.
    [GeneratedRegex(@"(?:TcmCrm\.Roi\.|(?<![\w.])(?=(?:Statistics|Periods|Kpis|Impact|Costs|Benefits|Cases|CashFlows|Taxation|Returns|Measures|Evaluation|Review|Sensitivity|Portfolio|Texts)\.[A-Z]))([A-Z]\w+)")]
    private static partial Regex NamespaceUse();
}
