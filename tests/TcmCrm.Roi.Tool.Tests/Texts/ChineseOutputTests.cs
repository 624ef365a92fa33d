using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Tests.Texts;

/// <summary>What every command prints in Chinese, as an editor reads it.</summary>
public sealed partial class ChineseOutputTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly Dictionary<string, string> names = [];

    public static TheoryData<string, string> CasesAndForms =>
        [.. from sample in Samples.Cases from form in new[] { "table", "markdown" } select (sample, form)];

    public void Dispose() => directory.Dispose();

    [Theory]
    [MemberData(nameof(CasesAndForms))]
    public void Evaluate(string sample, string form)
    {
        string summary = directory.PathOf("summary.md");
        AssertChinese(ToolRun.Of("evaluate", Typeset(sample), "--lang", "zh", "--format", form, "--convention", "simple", "--gate", "roi>=20%", "--gate", "npv>=0", "--summary", summary));
        AssertChinese(File.ReadAllText(summary));
    }

    [Fact]
    public void Evaluate_ByMonth() =>
        AssertChinese(ToolRun.Of("evaluate", Typeset("renhetang-saas.json"), "--lang", "zh", "--cash-flow", "month"));

    [Theory]
    [InlineData("table")]
    [InlineData("markdown")]
    public void Simulate(string form) => AssertChinese(ToolRun.Of("simulate", Typeset("renhetang-saas.json"), "--trials", "500", "--lang", "zh", "--format", form));

    [Fact]
    public void Compare() => AssertChinese(ToolRun.Of("compare", Typeset("renhetang-saas.json"), Typeset("renhetang-on-premises.json"), "--trials", "500", "--lang", "zh"));

    [Theory]
    [InlineData("table")]
    [InlineData("markdown")]
    public void Review(string form) => AssertChinese(
        ToolRun.Of("review", Typeset("renhetang-saas.json"), Typeset("renhetang-saas-actuals.csv"), "--lang", "zh", "--format", form));

    [Fact]
    public void Review_OfAPlanAlone() => AssertChinese(ToolRun.Of(
        "review", Typeset("renhetang-on-premises.json"), directory.Write("none.csv", "kind,line,month,amount\n"), "--as-of", "2026-06", "--lang", "zh"));

    [Theory]
    [InlineData("table")]
    [InlineData("markdown")]
    public void Trend(string form) => AssertChinese(
        ToolRun.Of("trend", Samples.PathOf("kpis.csv"), "--target", "WinRate=0.45@2026-06", "--target", "Dso=42@2026-06", "--lang", "zh", "--format", form));

    [Fact]
    public void Impact()
    {
        var csv = new StringBuilder("month,value,门店\n");
        for (int i = 0; i < 36; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{2022 + (i / 12)}-{(i % 12) + 1:00},{1000 + (i * i * 37 % 53) + (i < 20 ? 0 : 120)},{900 + (i * i * 31 % 47)}\n");
        }

        AssertChinese(ToolRun.Of("impact", directory.Write("销售额.csv", csv.ToString()), "--go-live", "2023-09", "--control", "门店", "--promise", "0.08", "--lang", "zh"));
    }

    [Theory]
    [InlineData("标准输入（第2行）：“month”列：“2025-13”不是月份；请写成“2025-03”", "trend", "-")]
    [InlineData("命令行：--go-live：“soon”不是月份；请写成“2025-03”", "impact", "-", "--go-live", "soon")]
    [InlineData("命令行：--discount-rate：“8”相当于800%；8%请写成0.08或8%", "evaluate", "-", "--discount-rate", "8")]
    [InlineData("none.json：文件不存在", "evaluate", "none.json")]
    [InlineData("标准输入（第1行）：不是有效的JSON", "returns", "-", "--input", "jsonl")]
    [InlineData("标准输入（第1行）：“kpi”列：无法识别", "returns", "-")]
    public void Problems_AreToldInChinese(string problem, params string[] args)
    {
        ToolRun run = ToolRun.Of([.. args, "--lang", "zh"], "kpi,month,value\nDso,2025-13,3\n");
        Assert.Equal(2, run.Exit);
        Assert.Contains(run.ErrorLines, line => line.StartsWith(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("returns")]
    [InlineData("impact")]
    [InlineData("trend")]
    [InlineData("review")]
    public void Help_IsInTheLanguageThatIsAskedFor(string command)
    {
        Assert.DoesNotMatch("[\u4e00-\u9fff]", ToolRun.Of(command, "--help").Output);
        Assert.Matches("输出语言", ToolRun.Of(command, "--help", "--lang", "zh").Output);
    }

    private static void AssertChinese(ToolRun run)
    {
        Assert.True(run.Exit is ExitCode.Done or ExitCode.GateFailed, run.Error);
        AssertChinese(run.Output);
    }

    private static void AssertChinese(string output)
    {
        string[] lines = [.. Markup().Replace(output.Replace("\\", "", StringComparison.Ordinal), "\n").Split('\n')];
        Assert.Equal([], lines.SelectMany(Typography.FaultsOf));
        Assert.Equal([], lines.SelectMany(Typography.CodesOf));
    }

    /// <summary>A sample with other texts in place of those of its user: what the tool adds is judged, not what it was given.</summary>
    private string Typeset(string sample)
    {
        string text = File.ReadAllText(Samples.PathOf(sample));
        if (sample.EndsWith(".json", StringComparison.Ordinal))
        {
            text = Typeset(JsonNode.Parse(text)!, "")!.ToJsonString();
        }
        else
        {
            foreach ((string name, string other) in names.OrderByDescending(entry => entry.Key.Length))
            {
                text = text.Replace(name, other, StringComparison.Ordinal);
            }
        }

        return directory.Write(sample, text);
    }

    private JsonNode? Typeset(JsonNode? node, string member) => node switch
    {
        JsonObject members => new JsonObject(members.Select(entry => KeyValuePair.Create(entry.Key, Typeset(entry.Value, entry.Key)))),
        JsonArray items => new JsonArray([.. items.Select(item => Typeset(item, member == "on" ? "line" : ""))]),
        JsonValue value when value.TryGetValue(out string? text) && text.Length > 0 && member is "name" or "line" or "source" or "description" or "owner" => JsonValue.Create(Other(value.GetValue<string>())),
        _ => node?.DeepClone(),
    };

    private string Other(string name)
    {
        if (!names.TryGetValue(name, out string? other))
        {
            names.Add(name, other = string.Create(CultureInfo.InvariantCulture, $"项目{names.Count + 1}"));
        }

        return other;
    }

    [GeneratedRegex(@"\*\*|\||  +|^#+ ", RegexOptions.Multiline)]
    private static partial Regex Markup();
}
