using System.Net;
using System.Text.RegularExpressions;

namespace TcmCrm.Roi.Tests.Examples;

/// <summary>What the documentation of a type shows as an example is the code that runs in <see cref="TypeExamples"/>.</summary>
public partial class TypeExampleTests
{
    private static readonly Dictionary<string, string> Running = Examples(File.ReadAllText(Repository.PathOf("tests", "TcmCrm.Roi.Tests", "Examples", "TypeExamples.cs")));

    public static TheoryData<string> Types => [.. Running.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void ExampleOfAType_IsTheCodeThatRuns(string type)
    {
        string name = type.Replace("{T}", "OfT", StringComparison.Ordinal);
        string file = Assert.Single(Directory.GetFiles(Repository.PathOf("src", "TcmCrm.Roi"), name + ".cs", SearchOption.AllDirectories));
        Match example = Shown().Match(File.ReadAllText(file).ReplaceLineEndings("\n"));
        Assert.True(example.Success, $"{type} has no example.");
        Assert.Equal(Running[type], Plain(WebUtility.HtmlDecode(DocumentationMark().Replace(example.Groups[1].Value, string.Empty))));
    }

    private static Dictionary<string, string> Examples(string source) =>
        Marked().Matches(source.ReplaceLineEndings("\n")).ToDictionary(match => match.Groups[1].Value, match => Plain(match.Groups[2].Value));

    private static string Plain(string code)
    {
        string[] lines = [.. code.Trim('\n').Split('\n')];
        int indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..].TrimEnd() : string.Empty)).TrimEnd('\n');
    }

    [GeneratedRegex(@"// example ([^\n]+)\n(.*?)\n *// end\n", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^/// <example>\n/// <code>\n(.*?)^/// </code>\n/// </example>\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Shown();

    [GeneratedRegex(@"^/// ?", RegexOptions.Multiline)]
    private static partial Regex DocumentationMark();
}
