using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Tests.Texts;

/// <summary>docs/messages.md is the words of the packages; TCM_ROI_WRITE_DOCS=1 writes it.</summary>
public partial class MessagesPageTests
{
    /// <summary>Ids that begin alike stand in a table of their own from so many on.</summary>
    private const int Group = 5;

    private const string Introduction = """
        # Messages

        What the library and the tool say, in words of both languages. A message is an id with arguments; `Language.Of("zh").Say(message)` says it, and a program
        tests `Message.Code`, the id up to its first dot. The texts are templates: `{line}` is the argument of that name, `{share:0}` says its decimals,
        `{months|month|months}` puts in the first word for 1 and the second otherwise. Another language, or other words, is an `ITextSource` with the same ids and
        arguments: `Language.From(source)`, `Language.Of("zh").With(source)`.

        This page is written from the words by `MessagesPageTests` with `TCM_ROI_WRITE_DOCS=1`; without it the test fails where the page is not what the words are.

        """;

    [Fact]
    public void Page_IsTheWords()
    {
        string page = Page();
        string path = Samples.PathOf("../messages.md");
        if (Environment.GetEnvironmentVariable("TCM_ROI_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.Equal(page, File.ReadAllText(path));
    }

    [Fact]
    public void Page_HoldsEveryIdThatTheLibrariesTell()
    {
        string page = Page();
        string[] ids = [.. ToolLanguage.Of("zh").Ids];
        Assert.InRange(ids.Length, 800, 5000);

        // English writes the code of a currency.
        Assert.Equal(ids.Where(id => !id.StartsWith("currency.", StringComparison.Ordinal)), ToolLanguage.Of("en").Ids);
        Assert.Equal([], ids.Where(id => !page.Contains($"| `{id}` |", StringComparison.Ordinal)));
    }

    private static string Page()
    {
        var page = new StringBuilder(Introduction);
        Add(page, "The library, TcmCrm.Roi", typeof(Language).Assembly, "TcmCrm.Roi.Texts");
        Add(page, "Documents, TcmCrm.Roi.Json", typeof(JsonTexts).Assembly, "TcmCrm.Roi.Json.Texts");
        Add(page, "Tables, TcmCrm.Roi.Spreadsheets", typeof(SpreadsheetTexts).Assembly, "TcmCrm.Roi.Spreadsheets.Texts");
        Add(page, "Reports, TcmCrm.Roi.Reporting", typeof(ReportingTexts).Assembly, "TcmCrm.Roi.Reporting.Texts");
        Add(page, "The command line, TcmCrm.Roi.Tool", typeof(ToolLanguage).Assembly, "TcmCrm.Roi.Tool.Texts");
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static void Add(StringBuilder page, string title, Assembly package, string place)
    {
        ITextSource english = Words(package, place + ".EnglishWords");
        ITextSource chinese = Words(package, place + ".ChineseWords");
        page.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n## {title}\n");
        IGrouping<string, string>[] parts = [.. english.Ids.Union(chinese.Ids).Order(StringComparer.Ordinal).GroupBy(id => id.Split('.')[0])];
        bool IsNamedValue(IGrouping<string, string> part) => char.IsUpper(part.Key[0]);
        bool IsGroup(IGrouping<string, string> part) => !IsNamedValue(part) && part.Count() >= Group;
        Table(page, "Sentences", parts.Where(part => !IsNamedValue(part) && !IsGroup(part)).SelectMany(part => part), english, chinese);
        foreach (IGrouping<string, string> part in parts.Where(IsGroup))
        {
            Table(page, $"`{part.Key}`", part, english, chinese);
        }

        Table(page, "Named values", parts.Where(IsNamedValue).SelectMany(part => part), english, chinese);
    }

    private static void Table(StringBuilder page, string title, IEnumerable<string> ids, ITextSource english, ITextSource chinese)
    {
        string[] rows = [.. ids.Select(id => $"| `{id}` | {string.Join(", ", ArgumentsOf(chinese.Find(id)!))} | {Cell(english.Find(id) ?? "")} | {Cell(chinese.Find(id)!)} |\n")];
        if (rows.Length > 0)
        {
            page.Append("\n### ").Append(title).Append("\n\n| Id | Arguments | English | Chinese |\n| --- | --- | --- | --- |\n").AppendJoin("", rows);
        }
    }

    /// <summary>The words of a package stand in a type that only the package sees.</summary>
    private static ITextSource Words(Assembly package, string type) => (ITextSource)Activator.CreateInstance(package.GetType(type, throwOnError: true)!, nonPublic: true)!;

    private static IEnumerable<string> ArgumentsOf(string template) =>
        Argument().Matches(template.Replace("{{", "", StringComparison.Ordinal)).Select(match => match.Groups[1].Value).Distinct();

    private static string Cell(string text) => Markup().Replace(text, @"\$0").Replace("<", "&lt;", StringComparison.Ordinal).ReplaceLineEndings(" ");

    [GeneratedRegex(@"\{(\w+)")]
    private static partial Regex Argument();

    [GeneratedRegex(@"[|*_`\\]")]
    private static partial Regex Markup();
}
