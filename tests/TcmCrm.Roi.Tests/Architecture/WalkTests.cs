using System.Text.RegularExpressions;

namespace TcmCrm.Roi.Tests.Architecture;

/// <summary>The walk in docs/architecture.md, from a document to a printed figure, goes by files and types that exist, and it is short.</summary>
public partial class WalkTests
{
    private const int MostSteps = 20;

    private static readonly Dictionary<string, string> Projects = new() { ["J"] = "TcmCrm.Roi.Json", ["C"] = "TcmCrm.Roi", ["R"] = "TcmCrm.Roi.Reporting", ["T"] = "TcmCrm.Roi.Tool" };

    public static TheoryData<int, string, string> Steps
    {
        get
        {
            var steps = new TheoryData<int, string, string>();
            foreach (Match match in File.ReadLines(ArchitecturePage.Path).Select(line => Step().Match(line)).Where(match => match.Success))
            {
                steps.Add(int.Parse(match.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture), match.Groups["types"].Value, match.Groups["files"].Value);
            }

            return steps;
        }
    }

    [Fact]
    public void Walk_IsShort() => Assert.InRange(Steps.Count, 10, MostSteps);

    [Theory]
    [MemberData(nameof(Steps))]
    public void Step_NamesWhatExists(int number, string types, string files)
    {
        Assert.InRange(number, 1, MostSteps);
        string root = Repository.PathOf("src", Projects[files[..1]]);
        Assert.All(Quoted().Matches(files).Select(match => Path.Combine(root, match.Groups[1].Value)), path => Assert.True(File.Exists(path) || Directory.Exists(path), path));
        string[] sources = [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];
        Assert.All(Quoted().Matches(types).Select(match => match.Groups[1].Value.Split('.')), name =>
        {
            string[] declaring = [.. sources.Where(text => Regex.IsMatch(text, $@"^(?:public |internal ).*\b(?:class|struct|record) {name[0]}\b", RegexOptions.Multiline))];
            Assert.NotEmpty(declaring);
            Assert.True(name.Length == 1 || declaring.Any(text => Regex.IsMatch(text, $@"\b{name[1]}\(")), string.Join('.', name));
        });
    }

    [GeneratedRegex(@"^\| (?<number>\d+) \| (?<types>[^|]+) \| (?<files>[CJRT] [^|]+) \|")]
    private static partial Regex Step();

    [GeneratedRegex(@"`([^`]+)`")]
    private static partial Regex Quoted();
}
