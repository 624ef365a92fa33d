namespace TcmCrm.Roi.Tool.Tests.Commands;

/// <summary>An option does not let a document ask for more than it may ask for by itself.</summary>
public class WorkLimitTests
{
    [Theory]
    [InlineData("evaluate", "en", "the case asks for 100 lines x 1,200 months x 40 evaluation periods = 4,800,000; allowed: 0 to 2,000,000")]
    [InlineData("evaluate", "zh", "本案例的计算量为100个项目×1,200个月×40个评估周期＝4,800,000，应为0至2,000,000")]
    [InlineData("simulate", "en", "= 4,800,000; allowed: 0 to 2,000,000")]
    [InlineData("compare", "zh", "＝4,800,000，应为0至2,000,000")]
    public void PeriodsOfAnOption_AreRefusedWithTheProductAndTheRange(string command, string language, string expected)
    {
        string costs = string.Join(',', Enumerable.Range(0, 100).Select(i => $$"""{"category":"time","kind":"oneOff","name":"{{i}}","amount":1}"""));
        using var folder = new TemporaryDirectory();
        string path = folder.Write("case.json", $$"""{"schemaVersion":"1.0","name":"x","currency":"CNY","start":"2025-01-01","costs":[{{costs}}],"benefits":[]}""");
        ToolRun run = ToolRun.Of([command, path, "--lang", language, "--horizon", string.Join(',', Enumerable.Range(0, 40).Select(i => $"P{100 - i}Y"))]);
        Assert.Equal(2, run.Exit);
        Assert.Equal("", run.Output);
        Assert.Contains(expected, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }
}
