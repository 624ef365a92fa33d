namespace TcmCrm.Roi.Tool.Tests.Commands;

public class EvaluateGateTests
{
    [Theory]
    [InlineData("roi>=0.34")]
    [InlineData("roi >= 34%")]
    [InlineData("roi<=-0.34@P1Y")]
    [InlineData("netPresentValue>=200000")]
    [InlineData("netPresentValue<=-400000@P12M")]
    [InlineData("paybackMonths<=17.7")]
    public void ThresholdThatIsMet_Passes(string gate)
    {
        ToolRun run = ToolRun.Of(["evaluate", "-", "--require", gate], CaseText.Valid);
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
    }

    [Theory]
    [InlineData("roi>=0.35", "roi of P2Y is 0.344335")]
    [InlineData("roi>=0@P1Y", "roi of P1Y is -0.34")]
    [InlineData("paybackMonths<=24@P1Y", "paybackMonths of P1Y is not applicable: never paid back within the period")]
    [InlineData("roi>=0@P5Y", "the period P5Y was not evaluated")]
    public void ThresholdThatIsMissed_IsExitCode1_AndTheReportIsStillWritten(string gate, string reason)
    {
        ToolRun run = ToolRun.Of(["evaluate", "-", "--require", gate, "--require", "roi>=-1"], CaseText.Valid);
        Assert.Equal(ExitCode.GateFailed, run.Exit);
        Assert.Equal([$"gate failed: {gate}: {reason}"], run.ErrorLines);
        Assert.Contains("Return on investment", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ReportInAFile_IsKeptWhenAThresholdIsMissed()
    {
        using var directory = new TemporaryDirectory();
        string output = directory.PathOf("result.json");
        Assert.Equal(ExitCode.GateFailed, ToolRun.Of(["evaluate", "-", "--format", "json", "--output", output, "--require", "roi>=9"], CaseText.Valid).Exit);
        Assert.Equal(["result.json"], directory.FileNames);
    }

    [Theory]
    [InlineData("roi")]
    [InlineData("roi=0.2")]
    [InlineData("ROI>=0.2")]
    [InlineData("roi>=abc")]
    [InlineData("roi>=0.2@tomorrow")]
    public void ThresholdThatCannotBeRead_IsBadInput(string gate)
    {
        ToolRun run = ToolRun.Of(["evaluate", "-", "--require", gate], CaseText.Valid);
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.StartsWith("command line: --require: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
