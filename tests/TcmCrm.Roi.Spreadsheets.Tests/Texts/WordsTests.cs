using System.Text.RegularExpressions;
using TcmCrm.Roi.Spreadsheets.Texts;
using TcmCrm.Roi.Texts;
using ChineseWords = TcmCrm.Roi.Spreadsheets.Texts.ChineseWords;
using EnglishWords = TcmCrm.Roi.Spreadsheets.Texts.EnglishWords;

namespace TcmCrm.Roi.Spreadsheets.Tests.Texts;

public partial class WordsTests
{
    private static readonly EnglishWords English = new();
    private static readonly ChineseWords Chinese = new();

    public static TheoryData<string> Ids => [.. English.Ids];

    [Fact]
    public void BothLanguages_HaveTheSameIds() => Assert.Equal(English.Ids, Chinese.Ids);

    [Theory]
    [MemberData(nameof(Ids))]
    public void BothLanguages_HaveTheSameArguments(string id)
    {
        string[] chinese = ArgumentsOf(Chinese.Find(id)!);
        // A column has its id in English and its usual header in Chinese.
        string[] english = [.. ArgumentsOf(English.Find(id)!).Select(name => name == "id" ? "name" : name).Order(StringComparer.Ordinal)];
        Assert.Equal(english, chinese);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ChineseWords_HaveFullWidthPunctuationAndNoSpaces(string id)
    {
        string words = Option().Replace(Argument().Replace(Chinese.Find(id)!.Replace("另存为 → CSV UTF-8", "另存为", StringComparison.Ordinal), "字"), "字").Replace("字 MiB", "字", StringComparison.Ordinal);
        Assert.DoesNotMatch("[,:;()?!\"']", words);
        Assert.DoesNotMatch("[\\u4E00-\\u9FFF] | [\\u4E00-\\u9FFF]", words);
    }

    /// <summary>What the sources say has words, and no words are left over. Those of workbooks are put together of parts, which the test of all packages follows.</summary>
    [Fact]
    public void Words_AreThoseThatTheSourcesSay()
    {
        var said = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("src", "TcmCrm.Roi.Spreadsheets"), "*.cs", SearchOption.AllDirectories).Where(file => !file.EndsWith("Words.cs", StringComparison.Ordinal)))
        {
            string text = File.ReadAllText(file);
            said.UnionWith(WholeId().Matches(text).Select(match => match.Groups[1].Value));
            said.UnionWith(ShortId().Matches(text).Select(match => "table." + match.Groups[1].Value).Where(English.Ids.Contains));
        }

        Assert.Equal(English.Ids.Where(id => !id.StartsWith("book.", StringComparison.Ordinal)).Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void HostLanguage_KeepsItsWordsAndTakesTheRest()
    {
        Language host = SpreadsheetTexts.In(Language.From(new OneWord()));
        Assert.Equal("leer", host.Say("table.empty"));
        Assert.Equal("has a header but no row of data below it", host.Say("table.noRows"));
    }

    private static string[] ArgumentsOf(string template) => [.. Argument().Matches(template).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Argument();

    [GeneratedRegex(@"--[a-z-]+|CSV UTF-8|Excel|xlsx|xls|UTF-8|GB18030|UTF-16|PDF")]
    private static partial Regex Option();

    [GeneratedRegex(@"""((?:table|kpi)\.[\w.]+)""")]
    private static partial Regex WholeId();

    [GeneratedRegex(@"""([a-z]\w*(?:\.\w+)?)""")]
    private static partial Regex ShortId();

    private sealed class OneWord : ITextSource
    {
        public string Language => "de";

        public IReadOnlyCollection<string> Ids => ["table.empty"];

        public string? Find(string id) => id == "table.empty" ? "leer" : null;
    }
}
