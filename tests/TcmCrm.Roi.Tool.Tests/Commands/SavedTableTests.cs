using System.Text;
using System.Text.Json.Nodes;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Tests.Commands;

/// <summary>Tables as Excel and WPS save them, through each command, in both languages.</summary>
public sealed class SavedTableTests : IDisposable
{
    private static readonly string Inputs = Path.Combine(Samples.PathOf(".."), "..", "tests", "TcmCrm.Roi.Spreadsheets.Tests", "Inputs");

    private readonly TemporaryDirectory directory = new();

    public static TheoryData<string, string> ImpactFiles =>
        [.. from file in new[] { "02-gbk.csv", "05-utf16.csv", "06-zhheader.csv", "07-zh-month.csv", "11-serial.csv", "13-thousands.csv", "15-yen.csv", "18-total.csv", "20-tab.csv", "21-title.csv", "24-fullwidth-digits.csv", "29-wide.csv", "30-book.xlsx" }
            from language in new[] { "en", "zh" }
            select (file, language)];

    public void Dispose() => directory.Dispose();

    [Theory]
    [MemberData(nameof(ImpactFiles))]
    public void Impact_IsThatOfThePlainFile(string file, string language)
    {
        // The series is called as its file is, so that each has the same name here.
        string same = directory.PathOf("sales" + Path.GetExtension(file));
        string plain = directory.PathOf("plain/sales.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(plain)!);
        File.Copy(Path.Combine(Inputs, file), same);
        File.Copy(Path.Combine(Inputs, "01-base.csv"), plain);
        ToolRun expected = ToolRun.Of("impact", plain, "--go-live", "2025-03", "--format", "json", "--lang", language);
        ToolRun run = ToolRun.Of("impact", same, "--go-live", "2025-03", "--format", "json", "--lang", language);
        Assert.True(run.Exit == ExitCode.Done, run.Error);
        Assert.Equal(expected.Output, run.Output);
        Assert.All(run.ErrorLines, line => Assert.StartsWith(language == "zh" ? "提示：" : "note: ", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("29-wide.csv")]
    [InlineData("30-book.xlsx")]
    [InlineData("02-gbk.csv")]
    [InlineData("40b-trend-gbk.csv")]
    public void Trend_IsThatOfThePlainFile(string file)
    {
        string plain = directory.Write("utf8.csv", "指标,月份,数值\n" + string.Concat(File.ReadAllLines(Path.Combine(Inputs, "01-base.csv")).Skip(1).Select(line => $"销售额,{line}\n")));
        ToolRun run = ToolRun.Of("trend", Path.Combine(Inputs, file), "--format", "json");
        Assert.True(run.Exit == ExitCode.Done, run.Error);
        Assert.Equal(ToolRun.Of("trend", plain, "--format", "json").Output, run.Output);
    }

    [Fact]
    public void TwoColumnsOfCounts_AreAskedForOnce_AndAnswered()
    {
        string file = Path.Combine(Inputs, "06d-win.csv");
        ToolRun asked = ToolRun.Of("impact", file, "--go-live", "2025-03", "--lang", "zh");
        Assert.Equal(ExitCode.BadInput, asked.Exit);
        string line = Assert.Single(asked.ErrorLines);
        Assert.All(["分子", "分母", "对照", "--numerator", "--denominator", "--control", "--value"], part => Assert.Contains(part, line, StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, ToolRun.Of("impact", file, "--go-live", "2025-03", "--numerator", "赢单数", "--denominator", "商机数").Exit);
        ToolRun value = ToolRun.Of("impact", file, "--go-live", "2025-03", "--value", "赢单数", "--control", "商机数", "--lang", "zh");
        Assert.True(value.Exit == ExitCode.Done, value.Error);
    }

    [Theory]
    [InlineData("f20-gbk-two.csv", "甲 55555.56, 乙 -2777.78")]
    [InlineData("f04-zh.csv", "CRM甲 120713.31")]
    [InlineData("f08-zhdate.csv", "CRM甲 120713.31")]
    [InlineData("f10-thou.csv", "CRM甲 120713.31")]
    public void Returns_AreThoseOfThePlainFile(string file, string expected)
    {
        ToolRun run = ToolRun.Of("returns", Path.Combine(Inputs, file), "--rate", "8%");
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Equal(expected, string.Join(", ", run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)
            .Select(node => FormattableString.Invariant($"{node["id"]!.GetValue<string>()} {node["npv"]!.GetValue<double>():F2}"))));
    }

    [Fact]
    public void Returns_AnswerWhatIsRight_AndTellWhatIsNot()
    {
        ToolRun run = ToolRun.Of(["returns", "-", "--lang", "zh"], "项目,日期,金额\n甲,2026-01-01,1,100\n乙,2026-01-01,-100\n乙,2027-01-01,110\n丙,9999-12-31,1\n丙,2026-01-01,-1\n丁,2026-01-01,x\n丁,2027-01-01,y\n");
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Equal(["标准输入（第2行）：有4个单元格，表头只有3列", "标准输入（第7行）：“金额”列：“x”不是数字；请只写数字，例如1234.5；没有数据的请留空（共2处：第7行、第8行）", "标准输入（第5行）：无法计算指标：“end”为“9999-12-31”；应为不晚于9998年12月31日的日期"], run.ErrorLines);
        JsonNode[] results = [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
        Assert.Equal(["甲", "乙", "丙", "丁"], results.Select(result => result["id"]!.GetValue<string>()));
        Assert.Equal([true, false, true, true], results.Select(result => result["error"] is not null));
    }

    [Fact]
    public void Returns_ReadAListAsWellAsLines()
    {
        const string One = """{"id":"a","amounts":["CNY -1,000.00","1,100.00元"]}""";
        const string Two = """{"id":"b","amounts":[-1,2],"dates":["2026年1月1日","2027/1/1"]}""";
        string lines = ToolRun.Of(["returns", "-"], One + "\n" + Two + "\n").Output;
        Assert.Equal(lines, ToolRun.Of(["returns", "-"], $"[{One},{Two}]").Output);
        Assert.Equal(lines, ToolRun.Of(["returns", "-"], $"\uFEFF \n[\n  {One},\n  {Two}\n]\n").Output);
        ToolRun bad = ToolRun.Of(["returns", "-"], $"[\n{One},\n{{\"amounts\":[1,]}},\n7,\n{Two}\n]");
        Assert.Equal(ExitCode.BadInput, bad.Exit);
        Assert.Equal([3, 4], bad.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!["line"]).OfType<JsonNode>().Select(line => line.GetValue<int>()));
        Assert.Contains("the list of series is not closed", ToolRun.Of(["returns", "-"], $"[{One}").Error, StringComparison.Ordinal);
        Assert.Contains("stands behind the list", ToolRun.Of(["returns", "-"], $"[{One}] x").Error, StringComparison.Ordinal);
        Assert.Equal(("", ExitCode.Done), (ToolRun.Of(["returns", "-"], "[]").Output, ToolRun.Of(["returns", "-"], "[]").Exit));
    }

    [Fact]
    public void Returns_BeginCsvWithAMarkWhenAsked()
    {
        const string Input = "id,amount\na,-1\na,2\n";
        Assert.StartsWith("\uFEFFid,npv", ToolRun.Of(["returns", "-", "--format", "csv", "--bom"], Input).Output, StringComparison.Ordinal);
        Assert.StartsWith("id,npv", ToolRun.Of(["returns", "-", "--format", "csv", "--bom", "false"], Input).Output, StringComparison.Ordinal);
        Assert.StartsWith("{", ToolRun.Of(["returns", "-", "--bom"], Input).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("impact", "--go-live", "2025-03")]
    [InlineData("trend")]
    [InlineData("returns")]
    [InlineData("returns", "--input", "jsonl")]
    public void EndlessZeros_AreRefusedAtOnce(string command, params string[] options)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        ToolRun run = ToolRun.Of([command, "/dev/zero", .. options, "--lang", "zh"]);
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("不是文本", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Sheets_AreChosenByName()
    {
        string file = Path.Combine(Inputs, "30-book.xlsx");
        Assert.Equal(ExitCode.Done, ToolRun.Of("trend", file, "--sheet", "Sheet").Exit);
        Assert.EndsWith("没有工作表“一月”；共有“Sheet”", Assert.Single(ToolRun.Of("trend", file, "--sheet", "一月", "--lang", "zh").ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void DateOrder_IsAskedForAndTaken()
    {
        const string Csv = "kpi,month,value\nDso,03/04/2025,3\nDso,05/05/2025,4\n";
        Assert.Contains("--date-order", Assert.Single(ToolRun.Of(["trend", "-", "--lang", "zh"], Csv).ErrorLines), StringComparison.Ordinal);
        JsonNode series = JsonNode.Parse(ToolRun.Of(["trend", "-", "--format", "json", "--date-order", "mdy"], Csv).Output)!;
        Assert.Contains("2025-03", series.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Review_ReadsGbkWithChineseHeaders()
    {
        Encoding gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        string text = File.ReadAllText(Samples.PathOf("renhetang-saas-actuals.csv"));
        string header = text[..text.IndexOf('\n', StringComparison.Ordinal)].Trim();
        string chinese = header.Replace("kind", "类型", StringComparison.Ordinal).Replace("line", "项目", StringComparison.Ordinal).Replace("month", "月份", StringComparison.Ordinal)
            .Replace("amount", "金额", StringComparison.Ordinal).Replace("quantity", "数量", StringComparison.Ordinal).Replace("denominator", "分母", StringComparison.Ordinal).Replace("planned", "计划", StringComparison.Ordinal);
        string path = directory.PathOf("actuals.csv");
        File.WriteAllBytes(path, gb.GetBytes(text.Replace(header, chinese, StringComparison.Ordinal)));
        string plan = Samples.PathOf("renhetang-saas.json");
        ToolRun run = ToolRun.Of("review", plan, path, "--format", "json");
        Assert.True(run.Exit == ExitCode.Done, run.Error);
        Assert.Equal(ToolRun.Of("review", plan, Samples.PathOf("renhetang-saas-actuals.csv"), "--format", "json").Output, run.Output);
    }
}
