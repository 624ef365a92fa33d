using System.Text;
using System.Text.RegularExpressions;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Tests.Commands;

/// <summary>Whatever is wrong, the tool says where on one line each, returns 2 and writes nothing.</summary>
public partial class EvaluateBadInputTests
{
    /// <summary>What to replace in the valid case, by what, and what the message must name.</summary>
    public static TheoryData<string, string, string> Spoiled => new()
    {
        { "\"currency\": \"CNY\",", "", "currency" },
        { "\"currency\": \"CNY\"", "\"currency\": \"RMB\"", "$.currency" },
        { "\"currency\": \"CNY\"", "\"curency\": \"CNY\"", "curency" },
        { "\"schemaVersion\": \"1.0\"", "\"schemaVersion\": \"9.0\"", "$.schemaVersion" },
        { "\"start\": \"2025-01-01\"", "\"start\": \"2025-02-30\"", "$.start" },
        { "\"start\": \"2025-01-01\"", "\"start\": 20250101", "$.start" },
        { "\"discountRate\": 0.10", "\"discountRate\": -1", "$.discountRate" },
        { "\"discountRate\": 0.10", "\"discountRate\": \"ten\"", "$.discountRate" },
        { "\"discountRate\": 0.10", "\"discountRate\": NaN", "NaN" },
        { "\"discountRate\": 0.10", "\"discountRate\": 1e400", "$.discountRate" },
        { "\"flowTiming\": \"endOfYear\"", "\"flowTiming\": \"EndOfYear\"", "$.flowTiming" },
        { "[\"P2Y\", \"P1Y\"]", "[\"P2Y\", \"1 year\"]", "$.horizons[1]" },
        { "[\"P2Y\", \"P1Y\"]", "[\"P1Y\", \"P12M\"]", "$.horizons" },
        { "[\"P2Y\", \"P1Y\"]", "[]", "$.horizons" },
        { "\"category\": \"software\"", "\"category\": \"hardware\"", "$.costs[0].category" },
        { "\"kind\": \"amounts\", \"name\": \"技术支持\"", "\"kind\": \"amount\", \"name\": \"技术支持\"", "$.costs[1].kind" },
        { "\"amount\": 1000000", "\"amount\": -1000000", "$.costs[0].flows[0].amount" },
        { "\"amount\": 1000000", "\"amount\": null", "$.costs[0].flows[0].amount" },
        { "\"amount\": 1000000", "\"amount\": 1000000, \"amount\": 2", "amount" },
        { "\"name\": \"技术支持\"", "\"name\": \"买断|许可\"", "买断|许可" },
        { "\"name\": \"技术支持\"", "\"name\": \"  \"", "$.costs[1].name" },
        { "\"evidence\": \"estimated\"", "\"evidence\": \"guessed\"", "$.benefits[0].evidence" },
        { "\"costs\": [", "\"costs\": {", "comma" },
        { "\"flows\": [ { \"date\": \"2025-01-01\", \"amount\": 1000000 } ]", "\"flows\": []", "$.costs[0].flows" },
        { "\"name\": \"技术支持\"", "\"name\": \"技术支持\", \"currency\": \"USD\"", "USD" },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void SpoiledCase_IsRefusedWithItsPlace(string good, string bad, string named)
    {
        Assert.Contains(good, CaseText.Valid, StringComparison.Ordinal);
        ToolRun run = ToolRun.Of(["evaluate", "-"], CaseText.Valid.Replace(good, bad, StringComparison.Ordinal));
        AssertRefused(run);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.All(run.ErrorLines, line => Assert.Matches(@"^standard input(\(\d+\))?: .+", line));
    }

    [Fact]
    public void EveryProblem_IsReportedInOneRun()
    {
        string text = CaseText.Valid
            .Replace("\"currency\": \"CNY\"", "\"currency\": \"RMB\"", StringComparison.Ordinal)
            .Replace("\"discountRate\": 0.10", "\"discountRate\": -1", StringComparison.Ordinal)
            .Replace("\"amount\": 121000", "\"amount\": \"x\"", StringComparison.Ordinal);
        ToolRun run = ToolRun.Of(["evaluate", "-", "--horizon", "P0D", "--discount-rate", "8"], text);
        AssertRefused(run);
        Assert.Contains("standard input(4): $.currency: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("standard input(7): $.discountRate: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("standard input(12): $.costs[1].flows[0].amount: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("command line: --horizon: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("command line: --discount-rate: ", run.Error, StringComparison.Ordinal);
    }

    public static TheoryData<string> Texts => ["", " ", "null", "[]", "\"case\"", "{", "{}", "{\"a\":1}}", "not json", "{ // comment\n}", new string('[', 100_000)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void OtherText_IsRefused(string text) => AssertRefused(ToolRun.Of(["evaluate", "-"], text));

    [Fact]
    public void EveryTruncation_IsRefused()
    {
        for (int length = 0; length < CaseText.Valid.Length; length += 61)
        {
            AssertRefused(ToolRun.Of(["evaluate", "-"], CaseText.Valid[..length]));
        }
    }

    [Fact]
    public void OtherEncodings_AreRefused_AndAByteOrderMarkIsNot()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("case.json");
        File.WriteAllText(path, CaseText.Valid, Encoding.Unicode);
        AssertRefused(ToolRun.Of("evaluate", path));
        byte[] bytes = Encoding.UTF8.GetBytes(CaseText.Valid);
        bytes[Array.IndexOf(bytes, (byte)0xE6)] = 0xFF;
        File.WriteAllBytes(path, bytes);
        AssertRefused(ToolRun.Of("evaluate", path));
        File.WriteAllText(path, CaseText.Valid, new UTF8Encoding(true));
        Assert.Equal(ExitCode.Done, ToolRun.Of("evaluate", path).Exit);
    }

    [Fact]
    public void HugeFile_IsRefusedWithoutReadingIt()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("huge.json");
        using (FileStream stream = File.Create(path))
        {
            stream.SetLength(100L * 1024 * 1024);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused(ToolRun.Of("evaluate", path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64L * 1024 * 1024);
    }

    [Fact]
    public void MissingFileAndDirectory_AreNamed()
    {
        using var directory = new TemporaryDirectory();
        ToolRun missing = ToolRun.Of("evaluate", directory.PathOf("none.json"));
        AssertRefused(missing);
        Assert.Contains("none.json: does not exist", missing.Error, StringComparison.Ordinal);
        ToolRun folder = ToolRun.Of("evaluate", directory.PathOf(""));
        AssertRefused(folder);
        Assert.Contains("directory", folder.Error, StringComparison.Ordinal);
        AssertRefused(ToolRun.Of("evaluate", ""));
        AssertRefused(ToolRun.Of("evaluate", "a\0b"));
    }

    [Theory]
    [InlineData("--horizon", "")]
    [InlineData("--horizon", "P6M,,P1Y")]
    [InlineData("--horizon", "-P1Y")]
    [InlineData("--horizon", "P101Y")]
    [InlineData("--horizon", "PT6H")]
    [InlineData("--horizon", "P1Y,P12M")]
    [InlineData("--discount-rate", "8")]
    [InlineData("--discount-rate", "-100%")]
    [InlineData("--discount-rate", "1001%")]
    [InlineData("--discount-rate", "0,08")]
    [InlineData("--discount-rate", "NaN")]
    [InlineData("--discount-rate", "%")]
    [InlineData("--convention", "simple;tei")]
    [InlineData("--cash-flow", "week")]
    [InlineData("--format", "pdf")]
    [InlineData("--lang", "de")]
    [InlineData("--unknown", "1")]
    public void BadOption_IsRefused(string option, string value)
    {
        ToolRun run = ToolRun.Of(["evaluate", "-", option, value], CaseText.Valid);
        AssertRefused(run);
        Assert.All(run.ErrorLines, line => Assert.StartsWith("command line: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void NoCase_IsRefused() => AssertRefused(ToolRun.Of("evaluate"));

    [Fact]
    public void HorizonsThatEndTogetherFromThisStart_AreRefused()
    {
        // 365 days and one year differ as periods and end together from 1 January 2025.
        ToolRun run = ToolRun.Of(["evaluate", "-", "--horizon", "P1Y,P365D"], CaseText.Valid);
        AssertRefused(run);
        Assert.Contains("end on the same day", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "standard input: '海外许可' is in USD, and there is no exchange rate from USD to CNY on or before 2028-01-01.")]
    [InlineData("zh", "标准输入：“海外许可”以美元计价，但2028年1月1日及之前没有美元兑人民币的汇率。")]
    public void ExchangeRateThatOnlyALongerPeriodNeeds_IsAskedFor(string tag, string problem)
    {
        string text = CaseText.Valid.Replace(
            "\"costs\": [", """ "costs": [ { "category": "software", "kind": "amounts", "name": "海外许可", "currency": "USD", "flows": [ { "date": "2028-01-01", "amount": 1 } ] }, """, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, ToolRun.Of(["evaluate", "-"], text).Exit);
        ToolRun run = ToolRun.Of(["evaluate", "-", "--horizon", "P5Y", "--lang", tag], text);
        AssertRefused(run);
        Assert.Equal([problem], run.ErrorLines);
    }

    [Fact]
    public void AmountsBeyondDecimal_AreRefused()
    {
        string text = CaseText.Valid
            .Replace("\"amount\": 1000000 ", "\"amount\": 79000000000000000000000000000 ", StringComparison.Ordinal)
            .Replace("\"amount\": 121000", "\"amount\": 79000000000000000000000000000", StringComparison.Ordinal);
        AssertRefused(ToolRun.Of(["evaluate", "-"], text));
    }

    [Fact]
    public void PeriodBeyondTheCalendar_IsRefused()
    {
        string text = CaseText.Valid.Replace("\"start\": \"2025-01-01\"", "\"start\": \"9999-06-01\"", StringComparison.Ordinal);
        AssertRefused(ToolRun.Of(["evaluate", "-", "--horizon", "P100Y"], text));
    }

    private static void AssertRefused(ToolRun run)
    {
        Assert.Equal((ExitCode.BadInput, ""), (run.Exit, run.Output));
        Assert.NotEmpty(run.ErrorLines);
        Assert.All(run.ErrorLines, line => Assert.DoesNotMatch(StackTrace(), line));
        Assert.All(run.ErrorLines, line => Assert.InRange(line.Length, 10, 600));
    }

    [GeneratedRegex(@"^\s*at |Exception")]
    private static partial Regex StackTrace();
}
