using System.Text.RegularExpressions;
using TcmCrm.Roi.Json.Tests;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Tests.Commands;

namespace TcmCrm.Roi.Tool.Tests.Texts;

/// <summary>
/// What a Chinese reader is told of bad input is Chinese: outside of quotation marks stand no Latin words but names of members, options, files and the
/// few abbreviations that Chinese texts use.
/// </summary>
public sealed partial class ChineseProblemTests : IDisposable
{
    private static readonly string[] Documents = [.. BadDocuments.All.Select((_, i) => i.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private readonly TemporaryDirectory directory = new();

    public static TheoryData<string> BadCases => [.. Documents];

    /// <summary>Arguments, and what stands on standard input.</summary>
    public static TheoryData<string, string> BadRuns => new()
    {
        { "evaluate", "" },
        { "evaluate - --frob", CaseText.Valid },
        { "evaluate - --cash-flow --output", CaseText.Valid },
        { "evaluate - --cash-flow week", CaseText.Valid },
        { "evaluate - --format xml", CaseText.Valid },
        { "evaluate - --format json --format table", CaseText.Valid },
        { "evaluate - --horizon P1Y,P365D", CaseText.Valid },
        { "evaluate - --horizon 3y", CaseText.Valid },
        { "evaluate - --horizon P0D", CaseText.Valid },
        { "evaluate - --horizon P200Y", CaseText.Valid },
        { "evaluate - --horizon P-1Y", CaseText.Valid },
        { "evaluate - --horizon PT5H", CaseText.Valid },
        { "evaluate - --horizon P1Y,P1Y", CaseText.Valid },
        { "evaluate - --discount-rate 8", CaseText.Valid },
        { "evaluate - --discount-rate x", CaseText.Valid },
        { "evaluate - --discount-rate -2", CaseText.Valid },
        { "evaluate - --convention best", CaseText.Valid },
        { "evaluate - --gate roi", CaseText.Valid },
        { "evaluate - --gate roi:Z1>=1", CaseText.Valid },
        { "evaluate - --gate frob>=1", CaseText.Valid },
        { "evaluate - --gate roi:P9Y>=1", CaseText.Valid },
        { "evaluate - --gate paybackMonths<=12%", CaseText.Valid },
        { "evaluate - --gate netPresentValue>=10%", CaseText.Valid },
        { "evaluate - --gate benefitByClass>=1", CaseText.Valid },
        { "evaluate - --output /nowhere/at/all.md", CaseText.Valid },
        { "evaluate - --output .", CaseText.Valid },
        { "evaluate - --junit /nowhere/at/all.xml", CaseText.Valid },
        { "evaluate none.json", "" },
        { "evaluate .", "" },
        { "evaluate -", "" },
        { "evaluate -", "{ \"a\" 1 }" },
        { "evaluate -", "{ 'a': 1 }" },
        { "evaluate -", "[1, 2" },
        { "evaluate -", "{ \"a\": NaN }" },
        { "evaluate -", "{ } x" },
        { "evaluate -", "// no\n{}" },
        { "returns -", "{ \"amounts\": [1, 2 }" },
        { "returns -", "[1]" },
        { "returns -", "{ \"amounts\": \"x\" }" },
        { "returns -", "{ \"amounts\": [-1, 2], \"dates\": [\"2025-01-01\"] }" },
        { "returns -", "{ \"amounts\": [-1, 2], \"dates\": [\"2025-13-01\", \"2026-01-01\"] }" },
        { "returns -", "{ \"amounts\": [-1, 2], \"frob\": 1 }" },
        { "returns -", "{ \"amounts\": [-1, 1e999] }" },
        { "returns - --input csv", "id,amount\na,\"x\"y\n" },
        { "returns - --input csv", "id,amount\na,x\n" },
        { "returns - --rate x", "" },
        { "returns - --timing never", "" },
        { "returns - --base-date soon", "" },
        { "impact -", "month,value\n2025-01,1\n" },
        { "impact - --go-live soon", "month,value\n2025-01,1\n" },
        { "impact - --go-live 2025-01 --promise abc", "month,value\n2025-01,1\n" },
        { "impact - --go-live 2025-01 --transition 1.5", "month,value\n2025-01,1\n" },
        { "impact - --go-live 2025-01 --transition 99", "month,value\n2025-01,1\n" },
        { "impact - --go-live 2025-01 --confidence 2", "month,value\n2025-01,1\n" },
        { "impact - --go-live 2025-01 --kind foo", "month,value\n2025-01,1\n" },
        { "impact - --go-live 2025-02", "month,value\n2025-01,x\n" },
        { "impact - --go-live 2025-02", "a,b\n1,2\n" },
        { "impact - --go-live 2025-02", "month,value\n2025-01,1\n2025-01,2\n" },
        { "trend -", "kpi,month,value\nDso,2025-13,3\n" },
        { "trend - --target x", "kpi,month,value\nDso,2025-01,3\n" },
        { "trend - --baseline x", "kpi,month,value\nDso,2025-01,3\n" },
        { "trend - --kpi Frob", "kpi,month,value\nDso,2025-01,3\n" },
        { "trend - --rules frob", "" },
        { "review CASE -", "kind,line,month,amount\nadoption,*,2025-01,12\n" },
        { "review CASE -", "kind,line,month,amount\nfrob,x,2025-01,12\n" },
        { "review CASE -", "kind,line,month,amount\ncost,x,2025-01,12\n" },
        { "review CASE -", "kind,line,month,amount\ncost,买断|许可,2025-99,12\n" },
        { "review CASE -", "kind,line,month,amount\ncost,买断|许可,2025-01,abc\n" },
        { "review CASE -", "kind,line,month,amount\ncost,买断|许可,2025-01,1e40\n" },
        { "review CASE - --as-of 1999-01", "kind,line,month,amount\ncost,买断|许可,2025-01,1\n" },
        { "review CASE - --as-of soon", "kind,line,month,amount\ncost,买断|许可,2025-01,1\n" },
        { "review CASE", "" },
        { "frob", "" },
    };

    public void Dispose() => directory.Dispose();

    [Theory]
    [MemberData(nameof(BadCases))]
    public void BadDocument_IsToldInChinese(string number)
    {
        BadDocument bad = BadDocuments.All[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)];
        AssertChinese(ToolRun.Of(["evaluate", "-", "--lang", "zh"], SoundDocument.With(bad.Place, bad.Change)));
    }

    [Theory]
    [MemberData(nameof(BadRuns))]
    public void BadRun_IsToldInChinese(string arguments, string input)
    {
        string path = directory.Write("case.json", CaseText.Valid);
        string[] args = [.. arguments.Split(' ').Select(word => word == "CASE" ? path : word), "--lang", "zh"];
        AssertChinese(ToolRun.Of(args, input));
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("returns")]
    [InlineData("impact")]
    [InlineData("trend")]
    [InlineData("review")]
    [InlineData("")]
    public void Help_IsChinese(string command)
    {
        ToolRun run = ToolRun.Of([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help", "--lang", "zh"]);
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.StartsWith("说明：\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("System\\.|Usage|Options|Arguments|\\[default|REQUIRED|Description", run.Output);
    }

    private static void AssertChinese(ToolRun run)
    {
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.NotEmpty(run.ErrorLines);
        foreach (string line in run.ErrorLines)
        {
            Assert.Matches("[\u4e00-\u9fff]", line);
            string own = Known().Replace(Place().Replace(Quoted().Replace(line, ""), ""), "");
            Assert.False(Word().IsMatch(own), line);
        }
    }

    /// <summary>Values and names that are quoted.</summary>
    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();

    /// <summary>JSON paths, options, paths of files, columns in their place, and lists of names that may stand there.</summary>
    [GeneratedRegex(@"\$(?:\['[^']*'\]|[\w.\[\]])*|(?<=（第[0-9]+行）：)\w+(?=：)|(?<=(?:允许|现有|其中有)：)[\w、*]+|--[a-z-]+|[\w.\-/\\~:]*[/\\][\w.\-/\\~]*|\w+\.(?:json|csv)\b")]
    private static partial Regex Place();

    /// <summary>Abbreviations of Chinese texts, and the forms that a date or a month is written in.</summary>
    [GeneratedRegex("JSON|CSV|UTF-8|ISO|CRM|ROI|NPV|IRR|KPI|RFC|YYYY-MM(?:-DD)?")]
    private static partial Regex Known();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Word();
}
