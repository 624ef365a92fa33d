using TcmCrm.Roi.Json;
using TcmCrm.Roi.Json.Tests.Schemas;

namespace TcmCrm.Roi.Tool.Tests.Commands;

/// <summary>The schemas are printed as they are published, and what the commands print with <c>--format json</c> is what they describe.</summary>
public class SchemaCommandTests
{
    private static readonly string Corpus = Samples.PathOf("../../tests/TcmCrm.Roi.Tests/Cases");

    public static TheoryData<string> Names => [.. DocumentSchema.Names];

    public static TheoryData<string> Kinds => ["result", "review", "impact", "trend", "simulation", "comparison", "portfolio", "returns"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Schema_IsPrintedAsPublished(string name)
    {
        ToolRun run = ToolRun.Of("schema", name);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Equal(File.ReadAllText(Samples.PathOf($"../schema/{name}.schema.json")).ReplaceLineEndings("\n"), run.Output);
    }

    [Fact]
    public void HelpAndProblem_HaveTheSameNames()
    {
        string help = ToolRun.Of("schema", "--help", "--lang", "en").Output;
        Assert.All(DocumentSchema.Names, name => Assert.Contains(name, help, StringComparison.Ordinal));
        ToolRun run = ToolRun.Of("schema", "reviews", "--lang", "zh");
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains("“reviews”", run.Error, StringComparison.Ordinal);
        Assert.All(DocumentSchema.Names, name => Assert.Contains("“" + name + "”", run.Error, StringComparison.Ordinal));
        Assert.Equal(2, ToolRun.Of("schema").Exit);
    }

    [Fact]
    public void Completion_KnowsTheNames()
    {
        string[] suggested = ToolRun.Of("[suggest:7]", "schema ").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(DocumentSchema.Names, name => Assert.Contains(name, suggested));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void WhatIsPrinted_IsValidAndDescribed(string name)
    {
        var walk = new SchemaWalk(DocumentSchema.Of(name));
        int count = 0;
        using var folder = new TemporaryDirectory();
        foreach (string[] command in Commands(name, folder))
        {
            ToolRun run = ToolRun.Of([.. command, "--format", "json"]);
            // A tenant that cannot be read, a line that is none: the others are answered.
            Assert.True(run.Exit is 0 || name is "returns" or "portfolio", string.Join(' ', command) + "\n" + run.Error);
            foreach (string document in name == "returns" ? run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [run.Output])
            {
                Assert.Empty(walk.Faults(document));
                walk.Walk(document);
                count++;
            }
        }

        string[] unknown = [.. walk.Unknown.Where(place => !place.Contains(".distribution.", StringComparison.Ordinal))];
        Assert.Empty(unknown);
        Assert.True(count > 2);
        if (name == "returns")
        {
            string[] unmet = [.. walk.Described.Except(walk.Visited).Where(place => !place.StartsWith("#/definitions/internalRateOfReturn", StringComparison.Ordinal))];
            Assert.Empty(unmet);
        }
    }

    private static IEnumerable<string[]> Commands(string name, TemporaryDirectory folder)
    {
        string saas = Samples.PathOf("renhetang-saas.json"), premises = Samples.PathOf("renhetang-on-premises.json"), actuals = Samples.PathOf("renhetang-saas-actuals.csv");
        string tutorial = Samples.PathOf("tutorial/case.json"), kpis = Samples.PathOf("kpis.csv"), sales = Samples.PathOf("tutorial/sales.csv");
        switch (name)
        {
            case "result":
                return [.. Samples.Cases.SelectMany(one => new[] { "figures", "lines", "full" }.Select(detail => new[] { "evaluate", Samples.PathOf(one), "--detail", detail })), ["evaluate", saas, "--simulate", "--trials", "200"]];
            case "review":
                return
                [
                    .. new[] { "2025-03", "2025-06", "2025-12", "2026-06" }.Select(month => new[] { "review", saas, actuals, "--as-of", month }),
                    ["review", saas, actuals, "--include-long-term"], ["review", tutorial, Samples.PathOf("tutorial/actuals.csv")],
                ];
            case "impact":
                return
                [
                    ["impact", sales, "--go-live", "2024-07", "--value", "销售额", "--control", "对照区销售额", "--promise", "0.05"], ["impact", sales, "--go-live", "2024-07", "--value", "销售额"],
                    ["impact", Path.Combine(Corpus, "impact", "airpassengers.csv"), "--go-live", "1955-01"], ["impact", Path.Combine(Corpus, "impact", "dutchsales.csv"), "--go-live", "1962-05"],
                    ["impact", Path.Combine(Corpus, "impact", "retail_ramp.csv"), "--go-live", "2006-01", "--promise", "0.03"], ["impact", Path.Combine(Corpus, "impact", "retail_fade.csv"), "--go-live", "2006-01", "--log", "off"],
                    ["impact", Path.Combine(Corpus, "impact", "sb_front_rear.csv"), "--go-live", "1983-02", "--control", "rear", "--better", "down"],
                ];
            case "trend":
                return [["trend", kpis], ["trend", kpis, "--rules", "nhs"], ["trend", kpis, "--kpi", "Dso", "--target", "Dso=42@2026-06"], ["trend", kpis, "--chart", "seasonal"], ["trend", kpis, "--chart", "values", "--rules", "western-electric"]];
            case "simulation":
                return [.. Samples.Cases.Select(one => new[] { "simulate", Samples.PathOf(one), "--trials", "200" })];
            case "comparison":
                return [["compare", saas, premises, "--trials", "200"], ["compare", saas, "--trials", "200", "--basis", "cashable"], ["compare", tutorial, "--trials", "200"]];
            case "portfolio":
                return [["portfolio", Samples.PathOf("portfolio.jsonl")], ["portfolio", Samples.PathOf("portfolio.jsonl"), "--trials", "200"], ["portfolio", Samples.PathOf("portfolio.jsonl"), "--horizon", "P1Y"]];
            default:
                return [["returns", folder.Write("flows.jsonl", Flows), "--rate", "8%", "--rate-selection", "nearest:0.1"], ["returns", Samples.PathOf("tutorial/flows.csv"), "--rate", "8%"], ["returns", Samples.PathOf("tutorial/flows.csv")]];
        }
    }

    /// <summary>One rate, two rates, none, a dated series, and two that are wrong.</summary>
    private const string Flows = """
        {"id":"one","amounts":[-100,60,60]}
        {"id":2,"amounts":[-100,230,-132]}
        {"amounts":[100,5]}
        {"id":"dated","amounts":[-100,60,60],"dates":["2025-01-01","2026-01-01","2027-01-01"]}
        {"id":"wrong","amounts":[-100,"x"]}
        {"amounts":
        """;
}
