using System.Text.RegularExpressions;

namespace HostChecks;

/// <summary>The pages for hosts show code that was compiled.</summary>
public partial class DocumentationTests
{
    public static TheoryData<string> Pages => [.. Directory.GetFiles(Workspace.Documentation, "*.md").Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void CodeOfAPage_StandsInACompiledFile(string page)
    {
        string[] sources = [.. new[] { "snippets", Path.Combine("docs", "samples", "hosts", "crm-api"), "plugin", "documents" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Workspace.Root, folder), "*.cs"))
            .Select(path => Plain(File.ReadAllText(path)))];
        string[] snippets = [.. Snippet().Matches(File.ReadAllText(Path.Combine(Workspace.Documentation, page))).Select(match => Plain(match.Groups[1].Value))];
        Assert.All(snippets, snippet => Assert.True(sources.Any(source => source.Contains(snippet, StringComparison.Ordinal)), $"{page}: not compiled anywhere:\n{snippet}"));
    }

    [Fact]
    public void EachHost_HasAPageWithCode()
    {
        string[] pages = ["aspnetcore.md", "dataverse.md", "kingdee-bos.md", "sap-business-one.md", "yonyou.md"];
        Assert.All(pages, page => Assert.NotEmpty(Snippet().Matches(File.ReadAllText(Path.Combine(Workspace.Documentation, page)))));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void LinksOfAPage_LeadToFiles(string page)
    {
        string[] links = [.. Link().Matches(File.ReadAllText(Path.Combine(Workspace.Documentation, page))).Select(match => match.Groups[1].Value)];
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(Workspace.Documentation, link)), $"{page}: {link} leads nowhere."));
    }

    // Indentation and the form of line ends are not code.
    private static string Plain(string text) => string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();
}
