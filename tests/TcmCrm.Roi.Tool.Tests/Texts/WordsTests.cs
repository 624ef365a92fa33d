using System.Text.RegularExpressions;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Texts;
using ChineseWords = TcmCrm.Roi.Tool.Texts.ChineseWords;
using EnglishWords = TcmCrm.Roi.Tool.Texts.EnglishWords;

namespace TcmCrm.Roi.Tool.Tests.Texts;

public partial class WordsTests
{
    private static readonly EnglishWords English = new EnglishWords();
    private static readonly ChineseWords Chinese = new ChineseWords();

    public static TheoryData<string> Ids => [.. English.Ids];

    [Fact]
    public void BothLanguages_HaveTheSameIds() => Assert.Equal(English.Ids, Chinese.Ids);

    [Theory]
    [MemberData(nameof(Ids))]
    public void BothLanguages_HaveTheSameArguments(string id) => Assert.Equal(ArgumentsOf(English.Find(id)!), ArgumentsOf(Chinese.Find(id)!));

    [Theory]
    [MemberData(nameof(Ids))]
    public void ChineseWords_HaveChinesePunctuation(string id) => Assert.Equal([], Typography.FaultsOf(Chinese.Find(id)!));

    /// <summary>An id without words would be printed as it is.</summary>
    [Fact]
    public void EveryIdOfTheSources_HasWords()
    {
        Language language = ToolLanguage.Of("zh");
        string[] ids = [.. Samples.SourcesOfTheTool()
            .SelectMany(file => IdInSource().Matches(File.ReadAllText(file)).Select(match => match.Groups["id"].Value))
            .Where(id => !id.EndsWith('.')).Distinct()];
        Assert.InRange(ids.Length, 100, 1000);
        Assert.Equal([], ids.Where(id => !language.Knows(id)));
    }

    /// <summary>Words are in the two files and nowhere else.</summary>
    [Fact]
    public void Sources_HoldChineseOnlyInWordsAndNamesOfColumns()
    {
        string[] allowed = ["ChineseWords.cs", "RecordColumns.cs", "RawRecords.cs"];
        Assert.Equal([], Samples.SourcesOfTheTool()
            .Where(file => !allowed.Contains(Path.GetFileName(file)) && File.ReadLines(file).Any(line => ChineseInQuotes().IsMatch(line) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)))
            .Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("en", "evaluate", "x")]
    [InlineData("zh", "evaluate", "x", "--lang", "zh")]
    [InlineData("zh", "evaluate", "-l", "zh", "x")]
    [InlineData("zh", "--lang=zh", "evaluate")]
    [InlineData("zh", "evaluate", "-l:zh")]
    [InlineData("en", "evaluate", "--lang", "fr")]
    [InlineData("en", "evaluate", "--lang")]
    [InlineData("en", "evaluate", "--", "--lang", "zh")]
    public void Language_IsToldFromTheArguments(string tag, params string[] args) => Assert.Equal(tag, ToolLanguage.From(args).Tag);

    [Theory]
    [InlineData("zh", "", "", "zh_CN.UTF-8", 0)]
    [InlineData("en", "C.UTF-8", "", "zh_CN.UTF-8", 0x804)]
    [InlineData("zh", "zh_CN.GBK", "", "en_US.UTF-8", 0)]
    [InlineData("zh", "", "zh_TW", "en_US.UTF-8", 0)]
    [InlineData("en", "", "", "en_US.UTF-8", 0x804)]
    [InlineData("zh", "", "", "", 0x804)]
    [InlineData("zh", "", "", "", 0xC04)]
    [InlineData("en", "", "", "", 0x409)]
    [InlineData("en", "", "", "", 0)]
    public void Language_IsThatOfTheUser(string tag, string all, string messages, string lang, int windows)
    {
        var environment = new Dictionary<string, string?> { ["LC_ALL"] = all, ["LC_MESSAGES"] = messages, ["LANG"] = lang };
        Assert.Equal(tag, ToolLanguage.OfUser(environment.GetValueOrDefault, () => windows));
        Assert.Equal("en", ToolLanguage.From(["trend", "--lang", "en"], tag).Tag);
        Assert.Equal(tag, ToolLanguage.From(["trend"], tag).Tag);
    }

    private static string[] ArgumentsOf(string template) =>
        [.. Argument().Matches(template.Replace("{{", "", StringComparison.Ordinal)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{(\w+)")]
    private static partial Regex Argument();

    [GeneratedRegex("""(?:Say|As|Message|Titled|Text|Number|Total|Variances|\?|:|=>|\(id, number\) =|string id =)\s*\(?\s*(?:section, (?:true|false), )?"(?<id>(?:[a-z]\w*\.)+[\w.]+)"(?!\s*\?)""")]
    private static partial Regex IdInSource();

    [GeneratedRegex("\"[^\"]*[\u4e00-\u9fff][^\"]*\"")]
    private static partial Regex ChineseInQuotes();
}
