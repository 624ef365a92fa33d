using System.Text.RegularExpressions;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Json.Tests.Texts;

public partial class DocumentWordsTests
{
    private static readonly TcmCrm.Roi.Json.Texts.EnglishWords English = new();
    private static readonly TcmCrm.Roi.Json.Texts.ChineseWords Chinese = new();
    private static readonly Lazy<DocumentProblem[]> Corpus = new(() => [.. ProblemCorpus.All()]);

    // Names of standards and encodings are the same in every language.
    private static readonly string[] International = ["JSON", "UTF-8", "UTF-16", "GBK", "GB18030", "Unicode", "ISO"];

    public static TheoryData<string> Ids => [.. English.Ids];

    [Fact]
    public void BothLanguages_HaveTheSameIds() => Assert.Equal(English.Ids.Order(StringComparer.Ordinal), Chinese.Ids.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void BothLanguages_HaveTheSameArguments(string id) =>
        Assert.Equal(Places(English.Find(id)!).Order(StringComparer.Ordinal), Places(Chinese.Find(id)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void ChineseWords_HaveFullWidthPunctuationAndNoSpaces(string id)
    {
        string words = Place().Replace(Chinese.Find(id)!.Replace("}}", "", StringComparison.Ordinal), "字");
        Assert.DoesNotMatch("[,:;()?!\"']|\\.(?![0-9])", words);
        Assert.DoesNotMatch("[\\u4E00-\\u9FFF] | [\\u4E00-\\u9FFF]", words.Replace("ISO 8601", "ISO", StringComparison.Ordinal).Replace("ISO 4217", "ISO", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryProblem_StandsUnderTheIdOfItsKind() => Assert.All(Corpus.Value, problem =>
    {
        string kind = char.ToLowerInvariant(problem.Kind.ToString()[0]) + problem.Kind.ToString()[1..];
        Assert.StartsWith("document." + kind, problem.Message.Id, StringComparison.Ordinal);
    });

    [Fact]
    public void EveryWord_IsSaidOfSomeDocument()
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (DocumentProblem problem in Corpus.Value)
        {
            Collect(problem.Message, said);
        }

        foreach (Message problem in Portfolios.TenantDocumentTests.WrongRows.SelectMany(row => Portfolios.TenantDocumentTests.ProblemsOf(row.Data.Item1)))
        {
            Collect(problem, said);
        }

        Assert.Equal([], English.Ids.Except(said));
    }

    [Fact]
    public void EveryMessage_HasTheArgumentsOfItsWords() => Assert.All(Corpus.Value, problem => CheckArguments(problem.Message));

    [Fact]
    public void EveryProblem_IsSaidInChineseWithoutEnglish()
    {
        Assert.True(Corpus.Value.Length > 130);
        foreach (DocumentProblem problem in Corpus.Value)
        {
            // A series that allows no estimate and a missing rate are said in sentences of the core, whose words have tests of their own.
            string said = problem.Message.Id is "document.inconsistent.seriesEstimate" or "document.inconsistent.rate" ? "" : problem.Chinese();

            // Names of members, values and what a host or the core reports stand in quotes.
            string own = International.Aggregate(Quoted().Replace(said, ""), (text, name) => text.Replace(name, "", StringComparison.Ordinal));
            Assert.False(Regex.IsMatch(own, "[A-Za-z]{2,}"), $"{problem.Message.Id}: {said}");
            Assert.False(Regex.IsMatch(own, "[,:;()?!]"), $"{problem.Message.Id}: {said}");
        }
    }

    [Fact]
    public void Problem_IsSaidAsAnAuthorReadsIt()
    {
        Assert.Equal(
            ["缺少“seats”，应为0至10000000的整数", "此处不能为“8%”，应为大于-1（-100%）且不超过1（100%）的年利率小数，8%请写作0.08", "没有名为“discountrate”的属性，是否应为“discountRate”？"],
            Said("\"seats\": 120, ", "").Concat(Said("\"discountRate\": 0.08", "\"discountRate\": \"8%\"")).Concat(Said("\"discountRate\": 0.08", "\"discountrate\": 0.08")));

        static IEnumerable<string> Said(string place, string change) => CaseDocument.Read(SoundDocument.With(place, change)).Problems.Select(problem => problem.Chinese());
    }

    [Fact]
    public void Value_AndWhatIsAllowed_AreThere()
    {
        DocumentProblem problem = Assert.Single(CaseDocument.Read(SoundDocument.With("\"seats\": 120", "\"seats\": -3")).Problems);
        Assert.Equal("-3", problem.Value);
        Assert.Equal("a whole number from 0 to 10000000", ProblemWords.English(problem.Allowed!));
        Assert.Equal("line 15, column 79: $.costs[0].seats: -3 is not allowed; allowed: a whole number from 0 to 10000000", problem.ToString());
    }

    [Fact]
    public void HostsLanguage_ComesFirstAndEnglishBehindIt()
    {
        Language german = JsonTexts.In(Language.From(new Words("de", "document.syntax.empty", "das Dokument ist leer")));
        Assert.Equal("das Dokument ist leer", german.Say("document.syntax.empty"));
        Assert.Equal("comments are not allowed in JSON", german.Say("document.syntax.comment"));
        Language own = JsonTexts.In(JsonTexts.In(Language.Of("zh").With(new Words("zh", "document.syntax.empty", "空文件"))));
        Assert.Equal(("空文件", "JSON中不允许写注释"), (own.Say("document.syntax.empty"), own.Say("document.syntax.comment")));
        Assert.Throws<ArgumentNullException>(() => JsonTexts.In(null!));
    }

    private static void CheckArguments(Message message)
    {
        Assert.All(English.Find(message.Id) is { } words ? Places(words) : [], name => Assert.NotNull(message.Find(name)));
        Assert.All(Inner(message), CheckArguments);
    }

    private static void Collect(Message message, HashSet<string> into)
    {
        into.Add(message.Id);
        foreach (Message inner in Inner(message))
        {
            Collect(inner, into);
        }
    }

    private static IEnumerable<Message> Inner(Message message) => message.Arguments.SelectMany(argument => argument.Value switch
    {
        Message inner => [inner],
        IReadOnlyList<Message> inner => inner,
        _ => Enumerable.Empty<Message>(),
    });

    private static IEnumerable<string> Places(string template) =>
        Place().Matches(template.Replace("}}", "", StringComparison.Ordinal)).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex("\\{([A-Za-z]+)[^}]*\\}")]
    private static partial Regex Place();

    [GeneratedRegex("“.*?”")]
    private static partial Regex Quoted();

    private sealed class Words(string language, string id, string words) : ITextSource
    {
        public string Language => language;

        public IReadOnlyCollection<string> Ids => [id];

        public string? Find(string key) => key == id ? words : null;
    }
}
