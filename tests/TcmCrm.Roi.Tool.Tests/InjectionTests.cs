using TcmCrm.Roi.Reporting.Texts;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Tests;

/// <summary>A text of a user stays a text: for spreadsheets, terminals and build runners.</summary>
public class InjectionTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData(" =1", "' =1")]
    [InlineData("a=1", "a=1")]
    [InlineData("华东,\"一\"", "\"华东,\"\"一\"\"\"")]
    [InlineData("\u001b[31mred", "[31mred")]
    [InlineData("𠮷野", "𠮷野")]
    [InlineData("a ##vso[task.complete]", "a ## vso[task.complete]")]
    public void CsvCell_IsNoFormula(string text, string cell) => Assert.Equal(cell, CsvText.Cell(text));

    [Theory]
    [InlineData("::error::gone", ": :error::gone")]
    [InlineData("  ::set-output name=a::b", "  : :set-output name=a::b")]
    [InlineData("a ##vso[task.setvariable variable=x]y", "a ## vso[task.setvariable variable=x]y")]
    [InlineData("##VSO[task.complete]", "## VSO[task.complete]")]
    [InlineData("##[error]x", "## [error]x")]
    [InlineData("std::string", "std::string")]
    [InlineData("a\u001b[2Jb\rc", "a[2Jb c")]
    [InlineData("𠮷野家", "𠮷野家")]
    public void PrintedName_IsNoCommand(string text, string printed) => Assert.Equal(printed, PlainText.OneLine(text));

    [Fact]
    public void IdOfCsvFigures_IsNoFormula()
    {
        ToolRun run = ToolRun.Of(["returns", "-", "--format", "csv"], "{\"id\":\"=HYPERLINK(1)\",\"rate\":0.1,\"amounts\":[-1,2]}\n{\"id\":-5,\"rate\":0.1,\"amounts\":[-1,2]}\n");
        Assert.Contains("\n'=HYPERLINK(1),", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n-5,", run.Output, StringComparison.Ordinal);
    }

    /// <summary>A runner reads commands out of every line of a log; the JSON of every command holds none, and a program reads the name as it is.</summary>
    [Theory]
    [InlineData("##vso[task.setvariable variable=x]y")]
    [InlineData("a ##[error]b")]
    [InlineData("###vso[task.complete]####")]
    [InlineData("::error::gone")]
    [InlineData("𠮷#野")]
    public void NameInJson_IsNoCommandAndStaysItself(string name)
    {
        string document = File.ReadAllText(Samples.PathOf("renhetang-saas.json"));
        using var folder = new TemporaryDirectory();
        string path = folder.Write("case.json", document.Replace("CRM 销售云订阅", name, StringComparison.Ordinal));
        foreach (string[] args in new[] { new[] { "evaluate", path }, ["evaluate", path, "--explain"], ["simulate", path, "--trials", "1000"], ["compare", path, "--trials", "1000"] })
        {
            ToolRun run = ToolRun.Of([.. args, "--format", "json"]);
            Assert.Equal(0, run.Exit);
            Assert.DoesNotContain("##", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(run.Output.Split('\n'), line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
            using var read = System.Text.Json.JsonDocument.Parse(run.Output);
            Assert.True(args[0] == "compare" || Texts(read.RootElement).Contains(name), args[0]);
        }

        ToolRun flows = ToolRun.Of(["returns", "-"], System.Text.Json.JsonSerializer.Serialize(new { id = name, rate = 0.1, amounts = new[] { -1, 2 } }));
        Assert.DoesNotContain("##", flows.Output, StringComparison.Ordinal);
        Assert.Equal(name, System.Text.Json.JsonDocument.Parse(flows.Output).RootElement.GetProperty("id").GetString());
    }

    private static IEnumerable<string> Texts(System.Text.Json.JsonElement element) => element.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        System.Text.Json.JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        System.Text.Json.JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
