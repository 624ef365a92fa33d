using System.Text.Json.Nodes;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Tests.Commands;

public class PortfolioCommandTests
{
    private static readonly string Sample = Samples.PathOf("portfolio.jsonl");

    /// <summary>The example of the pages is what the command prints; where they differ, copy it over.</summary>
    [Theory]
    [InlineData("docs/portfolio.md", "en")]
    [InlineData("docs/zh/portfolio.md", "zh")]
    public void ExampleOfThePage_IsWhatTheCommandPrints(string page, string language)
    {
        string text = File.ReadAllText(Path.Combine(Samples.PathOf(".."), "..", page)).ReplaceLineEndings("\n");
        ToolRun run = ToolRun.Of("portfolio", Sample, "--lang", language);
        Assert.Contains("```text\n" + run.Output.TrimEnd('\n') + "\n```\n", text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, run.Exit);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    public void FolderAndFile_SayTheSame(string degree)
    {
        using var folder = new TemporaryDirectory();
        foreach (string line in File.ReadLines(Sample))
        {
            folder.Write((string)JsonNode.Parse(line)!["tenant"]! + ".json", line);
        }

        JsonNode file = Json(ToolRun.Of("portfolio", Sample, "--format", "json", "--trials", "200", "--degree", degree));
        ToolRun run = ToolRun.Of("portfolio", folder.PathOf(""), "--format", "json", "--trials", "200");
        Assert.Equal(ExitCode.BadInput, run.Exit);
        JsonNode whole = Json(run);
        foreach (string member in new[] { "totals", "ranking", "distribution", "atRisk" })
        {
            Assert.Equal(file[member]!.ToJsonString(), whole[member]!.ToJsonString());
        }
    }

    [Fact]
    public void Folder_HasCasesWithTheirActualsBesideThem()
    {
        using var folder = new TemporaryDirectory();
        File.Copy(Samples.PathOf("renhetang-saas.json"), Path.Combine(folder.PathOf(""), "renhetang.json"));
        File.Copy(Samples.PathOf("renhetang-saas-actuals.csv"), Path.Combine(folder.PathOf(""), "renhetang-actuals.csv"));
        File.Copy(Samples.PathOf("tei-salesloft.json"), Path.Combine(folder.PathOf(""), "salesloft.json"));
        folder.Write("remark.txt", "no case");
        Assert.Equal(ExitCode.Done, ToolRun.Of("init", Path.Combine(folder.PathOf(""), "workbook.xlsx")).Exit);
        ToolRun run = ToolRun.Of("portfolio", folder.PathOf(""), "--format", "json", "--as-of", "2026-06");
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        JsonNode root = Json(run);
        Assert.Equal(["renhetang", "salesloft", "workbook"], root["ranking"]!.AsArray().Select(entry => (string)entry!["tenant"]!).Order());
        JsonNode review = Json(ToolRun.Of("review", Samples.PathOf("renhetang-saas.json"), Samples.PathOf("renhetang-saas-actuals.csv"), "--as-of", "2026-06", "--format", "json"));
        JsonNode atRisk = root["atRisk"]![0]!;
        Assert.Equal((string)review["originalDecision"]!, (string)atRisk["originalDecision"]!);
        Assert.Equal((string)review["netPresentValue"]!, (string)atRisk["forecastNetPresentValue"]!);
        Assert.Equal((string)review["findings"]![0]!["atStake"]!, (string)atRisk["atStake"]!);
    }

    [Fact]
    public void BrokenTenants_AreToldAndTheRestGoesOn()
    {
        using var folder = new TemporaryDirectory();
        string good = File.ReadAllText(Samples.PathOf("tei-salesloft.json"));
        folder.Write("a.json", good);
        folder.Write("b.json", good.Replace("\"USD\"", "\"DOLLAR\"", StringComparison.Ordinal));
        folder.Write("c.json", "{");
        folder.Write("d.json", good);
        folder.Write("d-actuals.csv", "kind,line,month,amount\ncost,nowhere,2025-01,1\n");
        ToolRun run = ToolRun.Of("portfolio", folder.PathOf(""), "--format", "csv");
        Assert.Equal(ExitCode.BadInput, run.Exit);
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["tenant", "a", "b", "c", "d"], lines.Select(line => line.Split(',')[0]));
        Assert.Equal(lines[0].Split(',').Length, lines[1].Split(',').Length);
        Assert.Equal(["b", "c", "d"], run.ErrorLines.Select(line => line[(line.IndexOf("tenant ", StringComparison.Ordinal) + 7)..][..1]).Distinct());
        Assert.Contains("b.json: tenant b: $.currency", run.Error, StringComparison.Ordinal);
        Assert.Contains("d.json: tenant d: actuals, line 2", run.Error, StringComparison.Ordinal);
        ToolRun chinese = ToolRun.Of("portfolio", folder.PathOf(""), "--lang", "zh");
        Assert.Contains("租户“d”：实际数据第2行", chinese.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void SameTenantTwice_IsTold()
    {
        string line = File.ReadLines(Sample).First();
        ToolRun run = ToolRun.Of(["portfolio", "-", "--format", "json"], line + "\n" + line + "\n");
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("entry 1 counts, entry 2 does not", run.Error, StringComparison.Ordinal);
        Assert.Equal((1, 1), ((int)Json(run)["evaluated"]!, (int)Json(run)["failed"]!));
    }

    [Fact]
    public void CasesWithoutId_AreCalledByTheirLine()
    {
        string line = JsonNode.Parse(File.ReadLines(Sample).First())!["case"]!.ToJsonString();
        ToolRun run = ToolRun.Of(["portfolio", "-", "--format", "csv"], line + "\n\n" + line + "\n");
        Assert.Equal(["tenant", "#1", "#3"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(',')[0]));
        Assert.Equal(ExitCode.Done, run.Exit);
    }

    [Fact]
    public void Resume_TakesWhatIsThere()
    {
        using var folder = new TemporaryDirectory();
        string file = Path.Combine(folder.PathOf(""), "results");
        ToolRun first = ToolRun.Of("portfolio", Sample, "--format", "json", "--trials", "100", "--resume", file);
        long length = new FileInfo(file).Length;
        ToolRun second = ToolRun.Of("portfolio", Sample, "--format", "json", "--trials", "100", "--resume", file);
        Assert.Equal(first.Output, second.Output);
        Assert.Equal(length, new FileInfo(file).Length);
        Assert.Equal(first.Output, ToolRun.Of("portfolio", Sample, "--format", "json", "--trials", "100").Output);

        // A figure of the file is taken as it is: that shows that nothing is computed again.
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"totalCost\":319200,", "\"totalCost\":319201,", StringComparison.Ordinal));
        Assert.Contains("\"totalCost\": \"319201.00\"", ToolRun.Of("portfolio", Sample, "--format", "json", "--trials", "100", "--resume", file).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ForeignFileToResume_IsLeftAlone()
    {
        using var folder = new TemporaryDirectory();
        string file = folder.Write("notes.txt", "mine\nand not finished");
        ToolRun run = ToolRun.Of("portfolio", Sample, "--resume", file);
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Equal("mine\nand not finished", File.ReadAllText(file));
        Assert.Contains("--resume", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void SharedDriver_WidensTheSumAndNotTheTenants()
    {
        JsonNode alone = Json(ToolRun.Of("portfolio", Sample, "--format", "json", "--trials", "2000"));
        JsonNode shared = Json(ToolRun.Of("portfolio", Sample, "--format", "json", "--trials", "2000", "--shared-driver", "market=0.5,1,1.5"));
        double before = Spread(alone), after = Spread(shared);
        Assert.True(after > 1.4 * before, $"{before} {after}");

        static double Spread(JsonNode root) => (double)root["totals"]![0]!["simulation"]!["netPresentValue"]!["standardDeviation"]!;
    }

    [Theory]
    [InlineData("--trials", "99")]
    [InlineData("--trials", "many")]
    [InlineData("--degree", "0")]
    [InlineData("--seed", "-1")]
    [InlineData("--as-of", "soon")]
    [InlineData("--shared-driver", "a=1,1,2")]
    [InlineData("--shared-driver", "a", "--trials", "100")]
    [InlineData("--shared-driver", "a=1,2", "--trials", "100")]
    [InlineData("--shared-driver", "a=2,1,3", "--trials", "100")]
    [InlineData("--shared-driver", "a=0,1,x", "--trials", "100")]
    [InlineData("--shared-driver", "a=0,1,2", "--shared-driver", "a=0,1,3", "--trials", "100")]
    [InlineData("--resume", ".")]
    [InlineData("--horizon", "3 years")]
    public void WrongOption_IsRefused(params string[] options)
    {
        foreach (string language in new[] { "en", "zh" })
        {
            ToolRun run = ToolRun.Of(["portfolio", Sample, .. options, "--lang", language]);
            Assert.Equal((ExitCode.BadInput, ""), (run.Exit, run.Output));
            Assert.Contains(options[0], Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void NothingToCompute_IsSaid()
    {
        using var folder = new TemporaryDirectory();
        Assert.Contains("no case", Refused(folder.PathOf("")), StringComparison.Ordinal);
        Assert.Contains("no document", Refused(folder.Write("empty.jsonl", "\n\n")), StringComparison.Ordinal);
        Assert.Contains("nowhere", Refused(Path.Combine(folder.PathOf(""), "nowhere.jsonl")), StringComparison.Ordinal);

        static string Refused(string path)
        {
            ToolRun run = ToolRun.Of("portfolio", path);
            Assert.Equal((ExitCode.BadInput, ""), (run.Exit, run.Output));
            return Assert.Single(run.ErrorLines);
        }
    }

    [Theory]
    [InlineData("markdown")]
    [InlineData("html")]
    public void OtherForms_AreWritten(string form) =>
        Assert.Contains("tongchun", ToolRun.Of("portfolio", Sample, "--format", form).Output, StringComparison.Ordinal);

    private static JsonNode Json(ToolRun run) => JsonNode.Parse(run.Output)!;
}
