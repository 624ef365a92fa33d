using System.Text.RegularExpressions;
using TcmCrm.Roi.Reporting.Texts;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Tests.Texts;

namespace TcmCrm.Roi.Reporting.Tests.Texts;

public partial class WordsTests
{
    private static readonly EnglishWords English = new();
    private static readonly ChineseWords Chinese = new();

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
        Language language = ReportingTexts.In(Language.Of("zh"));
        string[] ids = [.. Sources()
            .SelectMany(file => IdInSource().Matches(File.ReadAllText(file)).Select(match => match.Groups["id"].Value))
            .Where(id => !id.EndsWith('.')).Distinct()];
        Assert.InRange(ids.Length, 200, 1000);
        Assert.Equal([], ids.Where(id => !language.Knows(id)));
    }

    /// <summary>Words are in the two files and nowhere else.</summary>
    [Fact]
    public void Sources_HoldChineseOnlyInWords() => Assert.Equal([], Sources()
        .Where(file => Path.GetFileName(file) != "ChineseWords.cs" && File.ReadLines(file).Any(line => ChineseInQuotes().IsMatch(line) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)))
        .Select(Path.GetFileName));

    [Fact]
    public void HostLanguage_KeepsItsWordsAndTakesTheRest()
    {
        Language host = ReportingTexts.In(Language.From(new OneWord()));
        Assert.Equal("Ergebnis", host.Say("section.conclusion"));
        Assert.Equal("Costs", host.Say("section.costs"));
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Repository.PathOf("src", "TcmCrm.Roi.Reporting"), "*.cs", SearchOption.AllDirectories);

    private static string[] ArgumentsOf(string template) =>
        [.. Argument().Matches(template.Replace("{{", "", StringComparison.Ordinal)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{(\w+)")]
    private static partial Regex Argument();

    [GeneratedRegex("""(?:Say|As|Message|Titled|Text|Number|Total|Variances|\?|:|=>|\(id, number\) =|string id =)\s*\(?\s*(?:section, (?:true|false), )?"(?<id>(?:[a-z]\w*\.)+[\w.]+)"(?!\s*\?)""")]
    private static partial Regex IdInSource();

    [GeneratedRegex("\"[^\"]*[\u4e00-\u9fff][^\"]*\"")]
    private static partial Regex ChineseInQuotes();

    private sealed class OneWord : ITextSource
    {
        public string Language => "de";

        public IReadOnlyCollection<string> Ids => ["section.conclusion"];

        public string? Find(string id) => id == "section.conclusion" ? "Ergebnis" : null;
    }
}
