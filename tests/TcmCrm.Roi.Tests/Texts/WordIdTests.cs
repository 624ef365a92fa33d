using System.Text.RegularExpressions;

namespace TcmCrm.Roi.Tests.Texts;

/// <summary>What the sources of all packages say has words, and the words are of something that is said. A message without words shows its id to the reader.</summary>
public partial class WordIdTests
{
    // What comes behind these is known when the program runs: the id of a figure, a KPI, a rule, a currency or a term.
    private static readonly string[] MadeWhenRun =
        ["assumedTerm.", "currency.", "currencyName.", "figure.", "finding.", "format.", "gate.limit.", "kpi.", "measure.", "measureInput."];

    private static readonly SourceFile[] Sources = [.. Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories).Select(path => new SourceFile(path, File.ReadAllText(path)))];

    private static readonly HashSet<string> Known = [.. Sources.Where(IsWords).SelectMany(IdsOf)];

    public static TheoryData<string> WordFiles => [.. Sources.Where(IsWords).Select(file => Path.GetRelativePath(Repository.Root, file.Path))];

    [Theory]
    [MemberData(nameof(WordFiles))]
    public void Words_HaveEachIdOnce(string file) =>
        Assert.Empty(IdsOf(Sources.Single(source => source.Path == Path.Combine(Repository.Root, file))).GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key));

    /// <summary>The words of all packages are looked up as one list: a second entry would hide the first, with other arguments.</summary>
    [Theory]
    [InlineData("EnglishWords.cs")]
    [InlineData("ChineseWords.cs")]
    public void Packages_ShareNoId(string file) =>
        Assert.Empty(Sources.Where(source => Path.GetFileName(source.Path) == file).SelectMany(IdsOf).GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void WhatIsSaid_HasWords()
    {
        string[] said = [.. Sources.Where(file => !IsWords(file)).SelectMany(file => Said(Code(file)).Where(id => !Known.Contains(id)).Select(id => $"{Path.GetFileName(file.Path)}: {id}")).Distinct()];
        Assert.Empty(said);
    }

    [Fact]
    public void Words_AreSaid()
    {
        HashSet<string> literals = [.. Sources.Where(file => !IsWords(file)).SelectMany(file => Literal().Matches(Code(file)).Select(match => match.Groups[1].Value))];
        HashSet<string> enumerations = [.. Sources.SelectMany(file => Enumeration().Matches(file.Text).Select(match => match.Groups[1].Value))];
        Assert.True(Known.Count > 500 && literals.Count > 500);
        Assert.Empty(Known.Where(id => !IsSaid(id, literals, enumerations)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("return new Message(\"first\", a);", "first")]
    [InlineData("new Message(p < 0.001 ? \"small\" : \"large\", a)", "small large")]
    [InlineData("Message Name => new(\"third\");", "third")]
    [InlineData("public static Message Of(int a) => new(\"fourth\", Count(\"a\", a));", "fourth")]
    [InlineData("? new(\"fifth\", x)", "fifth")]
    [InlineData("view.Say(\"sixth\", (\"name\", text))", "sixth")]
    [InlineData("new Message(code + \".half\", \"no\")", "")]
    [InlineData("new Message($\"{code}.half\")", "")]
    public void Scan_FindsWhatIsSaid(string code, string ids) => Assert.Equal(ids, string.Join(' ', Said(code)));

    private static bool IsSaid(string id, HashSet<string> literals, HashSet<string> enumerations) =>
        enumerations.Contains(id.Split('.')[0]) || MadeWhenRun.Any(head => id.StartsWith(head, StringComparison.Ordinal)) || IsMadeOf(literals, id, 0);

    // Whole, or of parts that are joined where a word of the id begins: code + ".above".
    private static bool IsMadeOf(HashSet<string> literals, string id, int from)
    {
        for (int to = id.Length; to > from; to--)
        {
            bool isBoundary = to == id.Length || id[to] == '.' || id[to - 1] == '.' || char.IsUpper(id[to]);
            if (isBoundary && literals.Contains(id[from..to]) && (to == id.Length || IsMadeOf(literals, id, to)))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Said(string code) => FirstArgument().Matches(code)
        .Where(match => match.Groups["first"].Value is { } first && !first.Contains('+', StringComparison.Ordinal) && !first.Contains('$', StringComparison.Ordinal))
        .SelectMany(match => Literal().Matches(match.Groups["first"].Value).Select(literal => literal.Groups[1].Value));

    private static bool IsWords(SourceFile file) => Path.GetFileName(file.Path) is "EnglishWords.cs" or "ChineseWords.cs";

    private static IEnumerable<string> IdsOf(SourceFile file) => Entry().Matches(file.Text).Select(match => match.Groups[1].Value);

    private static string Code(SourceFile file) => Comment().Replace(file.Text, string.Empty);

    // new Message(..., x.Say(..., and new(... where a Message is what comes out; up to the comma or the end of the first argument.
    [GeneratedRegex(@"(?:new Message\(|\bSay\(|\bMessage\??(?: \w+(?:\([^)]*\))?)? =>? new\(|[?:] new\()(?<first>(?:[^,()""]|""(?:\\.|[^""\\\n])*"")*)[,)]")]
    private static partial Regex FirstArgument();

    [GeneratedRegex(@"""((?:\\.|[^""\\\n])*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^ *\[""([^""]+)""\] =", RegexOptions.Multiline)]
    private static partial Regex Entry();

    // And a quote that is a character, which begins no text.
    [GeneratedRegex(@"^ *//[^\n]*|'\\?""'", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\benum (\w+)")]
    private static partial Regex Enumeration();

    private sealed record SourceFile(string Path, string Text);
}
