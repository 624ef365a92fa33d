using System.Text.Json;

namespace TcmCrm.Roi.Tool.Tests.Commands;

/// <summary><c>--after-tax</c> and gates on figures after tax.</summary>
public class AfterTaxCommandTests
{
    private const string Untaxed = "tei-o365-smb.json";
    private const string Saas = "renhetang-saas.json";
    private const string OnPremises = "renhetang-on-premises.json";

    /// <summary>Cells of the table are the amounts of the document, in 万元.</summary>
    /// <summary>The conclusion says what is left after tax, in the place where it says whether the case is worth its cost.</summary>
    [Theory]
    [InlineData("en", "^After tax (it is not worth its cost: )?the net present value is (CNY )?-?[0-9,.]+")]
    [InlineData("zh", "^税后(不值得投入：)?净现值(按全部收益)?为-?[0-9,.]+万元")]
    public void Conclusion_SaysWhatIsLeft(string language, string sentence)
    {
        string[] lines = ToolRun.Of("evaluate", Samples.PathOf(Saas), "--after-tax", "--lang", language).Output.Split('\n');
        Assert.Contains(lines.Take(12), line => System.Text.RegularExpressions.Regex.IsMatch(line, sentence));
        Assert.DoesNotContain(ToolRun.Of("evaluate", Samples.PathOf(Saas), "--lang", language).Output.Split('\n'), line => System.Text.RegularExpressions.Regex.IsMatch(line, sentence));
    }

    [Fact]
    public void Section_ShowsTheFiguresOfTheDocument()
    {
        JsonElement afterTax = Document().GetProperty("horizons")[2].GetProperty("afterTax");
        string[] rows = ToolRun.Of("evaluate", Samples.PathOf(Saas), "--after-tax", "--lang", "zh", "--format", "markdown").Output.Split('\n');
        Assert.Contains(rows, row => row.StartsWith("## 税后与税前", StringComparison.Ordinal));
        Assert.EndsWith(" " + Wan(afterTax, "tax") + " |", Assert.Single(rows, row => row.StartsWith("| 所得税 ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(rows, row => row.StartsWith("| 净现值 ", StringComparison.Ordinal) && row.EndsWith(" " + Wan(afterTax, "netPresentValue") + " |", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("| 净现值（现金口径） ", StringComparison.Ordinal) && row.EndsWith(" " + Wan(afterTax.GetProperty("cashable"), "netPresentValue") + " |", StringComparison.Ordinal));
        Assert.Contains("## 税后流量表，3年", string.Join('\n', rows), StringComparison.Ordinal);
        Assert.DoesNotContain("税后与税前", ToolRun.Of("evaluate", Samples.PathOf(Saas), "--lang", "zh").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void CaseThatStatesNoTaxes_IsAskedToStateThem()
    {
        ToolRun run = ToolRun.Of("evaluate", Samples.PathOf(Untaxed), "--after-tax");
        Assert.Equal(2, run.Exit);
        Assert.Contains("states no taxes; add 'taxation' to the case", run.Error, StringComparison.Ordinal);
        ToolRun compared = ToolRun.Of("compare", Samples.PathOf(Untaxed), "--after-tax", "--lang", "zh");
        Assert.Equal(2, compared.Exit);
        Assert.Contains("未说明税负", compared.Error, StringComparison.Ordinal);
    }

    /// <summary>The workbook has the sheets after tax where they are asked for.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Workbook_HasTheSheetsAfterTax(bool isAsked)
    {
        using var directory = new TemporaryDirectory();
        string book = directory.PathOf("result.xlsx");
        ToolRun run = ToolRun.Of(["evaluate", Samples.PathOf(Saas), "--format", "xlsx", "--lang", "zh", "-o", book, .. isAsked ? ["--after-tax"] : Array.Empty<string>()], "");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        using var archive = new System.IO.Compression.ZipArchive(File.OpenRead(book));
        using var workbook = new StreamReader(archive.GetEntry("xl/workbook.xml")!.Open());
        string sheets = workbook.ReadToEnd();
        Assert.All(new[] { "name=\"税后\"", "name=\"税后流量\"", "name=\"所得税\"", "name=\"IncomeTaxRate\"", "name=\"afterTax_netPresentValue_P3Y\"" }, name => Assert.Equal(isAsked, sheets.Contains(name, StringComparison.Ordinal)));
    }

    /// <summary>The workbook has the sheet of a simulation where one is asked for, with the cells of the one that simulate writes.</summary>
    [Theory]
    [InlineData("zh", "不确定性")]
    [InlineData("en", "Uncertainty")]
    public void Workbook_HasTheSheetOfASimulation(string language, string sheet)
    {
        using var directory = new TemporaryDirectory();
        string plain = directory.PathOf("plain.xlsx"), with = directory.PathOf("with.xlsx"), alone = directory.PathOf("alone.xlsx");
        string[] trials = ["--trials", "1000", "--format", "xlsx", "--lang", language];
        Assert.Equal(0, ToolRun.Of(["evaluate", Samples.PathOf(Saas), "--format", "xlsx", "--lang", language, "-o", plain], "").Exit);
        Assert.Equal(0, ToolRun.Of(["evaluate", Samples.PathOf(Saas), "--simulate", .. trials, "-o", with], "").Exit);
        Assert.Equal(0, ToolRun.Of(["simulate", Samples.PathOf(Saas), .. trials, "-o", alone], "").Exit);
        string[] names = Names(with);
        Assert.Equal([.. Names(plain), sheet], names);
        Assert.Equal(Part(alone, 1), Part(with, names.Length).Replace(" tabSelected=\"1\"", "", StringComparison.Ordinal));

        static string[] Names(string path) => [.. System.Text.RegularExpressions.Regex.Matches(Read(path, "xl/workbook.xml"), "sheet name=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];

        static string Part(string path, int number) => Read(path, "xl/worksheets/sheet" + number.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".xml").Replace(" tabSelected=\"1\"", "", StringComparison.Ordinal);

        static string Read(string path, string part)
        {
            using var archive = new System.IO.Compression.ZipArchive(File.OpenRead(path));
            using var reader = new StreamReader((archive.GetEntry(part) ?? archive.Entries.Single(entry => entry.FullName == part)).Open());
            return reader.ReadToEnd();
        }
    }

    /// <summary>Formula, inputs line by line, and result of each figure after tax.</summary>
    [Fact]
    public void Explanation_IsInTableAndDocument()
    {
        string table = ToolRun.Of("evaluate", Samples.PathOf(Saas), "--after-tax", "--explain", "--lang", "zh", "--format", "markdown").Output;
        Assert.Contains("| 税后净收益 | 总收益－总成本－所得税 | 总收益（不含增值税）＝", table, StringComparison.Ordinal);
        Assert.DoesNotContain("税后净收益", ToolRun.Of("evaluate", Samples.PathOf(Saas), "--explain", "--lang", "zh", "--format", "markdown").Output, StringComparison.Ordinal);
        JsonElement afterTax = JsonDocument.Parse(ToolRun.Of("evaluate", Samples.PathOf(Saas), "--explain", "--format", "json").Output).RootElement.GetProperty("horizons")[2].GetProperty("afterTax");
        JsonElement tax = afterTax.GetProperty("explanations").EnumerateArray().Single(one => one.GetProperty("figure").GetString() == "afterTax.tax");
        Assert.Equal(["afterTax.taxableBenefit", "afterTax.deductibleCost", "incomeTaxRate", "afterTax.unusedLoss"], tax.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("name").GetString()));
        Assert.Equal(decimal.Parse(afterTax.GetProperty("tax").GetString()!, System.Globalization.CultureInfo.InvariantCulture), decimal.Round(decimal.Parse(tax.GetProperty("result").GetString()!, System.Globalization.CultureInfo.InvariantCulture), 2, MidpointRounding.AwayFromZero));
        Assert.False(Document().GetProperty("horizons")[2].GetProperty("afterTax").TryGetProperty("explanations", out _));
    }

    /// <summary>What stays before tax says so.</summary>
    [Theory]
    [InlineData("simulate", "--trials", "1000")]
    [InlineData("compare", "--trials", "1000")]
    [InlineData("review")]
    public void ReportBeforeTax_SaysSo(params string[] command)
    {
        string[] files = command[0] == "review" ? [Samples.PathOf(Saas), Samples.PathOf("renhetang-saas-actuals.csv")] : command[0] == "compare" ? [Samples.PathOf(Saas), Samples.PathOf(OnPremises)] : [Samples.PathOf(Saas)];
        Assert.Contains("除注明税后外，各指标均为所得税前。", ToolRun.Of([command[0], .. files, .. command[1..], "--lang", "zh"], "").Output.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("before income tax unless they say after tax.", ToolRun.Of([command[0], .. files, .. command[1..], "--lang", "en"], "").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("npv.afterTax:P3Y>=0", 0)]
    [InlineData("afterTax.netPresentValue:P3Y>=0", 0)]
    [InlineData("roi.afterTax.cashable:P3Y>=0", 1)]
    [InlineData("roi.cashable.afterTax:P3Y>=0", 1)]
    [InlineData("tax.afterTax:P3Y<=0", 0)]
    [InlineData("irr.afterTax:P6M>=0", 1)]
    [InlineData("nothing.afterTax>=0", 2)]
    public void Gate_HoldsAFigureAfterTax(string gate, int exit) => Assert.Equal(exit, ToolRun.Of("evaluate", Samples.PathOf(Saas), "--gate", gate, "--cash-flow", "none").Exit);

    [Fact]
    public void GateAfterTax_OfACaseWithoutTaxes_FailsWithTheReason()
    {
        ToolRun run = ToolRun.Of("evaluate", Samples.PathOf(Untaxed), "--gate", "npv.afterTax>=0", "--cash-flow", "none", "--lang", "zh");
        Assert.Equal(1, run.Exit);
        Assert.Contains("净现值（税后）", run.Error, StringComparison.Ordinal);
        Assert.Contains("没有税后指标", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Comparison_ShowsAlternativesAfterTax()
    {
        string report = ToolRun.Of("compare", Samples.PathOf(Saas), Samples.PathOf(OnPremises), "--after-tax", "--lang", "zh", "--trials", "1000").Output;
        Assert.Contains("各方案税后比较", report, StringComparison.Ordinal);
        Assert.Contains("可抵扣进项税额", report, StringComparison.Ordinal);
        Assert.Contains("3年税后净现值最高的方案是仁和堂集团 CRM（云订阅，120 席位）", report, StringComparison.Ordinal);
        Assert.DoesNotContain("各方案税后比较", ToolRun.Of("compare", Samples.PathOf(Saas), Samples.PathOf(OnPremises), "--lang", "zh", "--trials", "1000").Output, StringComparison.Ordinal);
    }

    /// <summary>Doing nothing is 0 after tax as before; the rate and the cash basis stand there; a difference is that of what is printed; and the report says whose taxes these are.</summary>
    [Fact]
    public void ComparisonAfterTax_HasEveryRow()
    {
        string[] rows = ToolRun.Of("compare", Samples.PathOf(Saas), Samples.PathOf(OnPremises), "--after-tax", "--lang", "zh", "--trials", "1000", "--format", "markdown").Output.Split('\n');
        string[] taxed = [.. rows.SkipWhile(row => !row.StartsWith("## 各方案税后比较", StringComparison.Ordinal)).TakeWhile(row => !row.StartsWith("## 风险", StringComparison.Ordinal))];
        foreach (string name in new[] { "总成本", "总收益", "所得税", "净收益", "净现值", "净收益（现金口径）", "净现值（现金口径）", "尚未税前扣除的成本" })
        {
            Assert.Equal("0.00", Cells(taxed, name)[1]);
        }

        Assert.Equal("无", Cells(taxed, "内部收益率")[1]);
        Assert.EndsWith("%", Cells(taxed, "内部收益率")[2], StringComparison.Ordinal);
        string[] evaluated = ToolRun.Of("evaluate", Samples.PathOf(OnPremises), "--after-tax", "--lang", "zh", "--format", "markdown").Output.Split('\n');
        Assert.Equal(Cells(evaluated, "净现值")[^1], Cells(rows, "净现值")[3]);
        evaluated = [.. evaluated.SkipWhile(row => !row.StartsWith("## 税后与税前", StringComparison.Ordinal))];
        foreach (string name in new[] { "净现值", "净收益", "所得税", "内部收益率", "净现值（现金口径）" })
        {
            Assert.Equal(Cells(evaluated, name)[^1], Cells(taxed, name)[3]);
        }

        string[][] steps = [.. taxed.Where(row => row.Contains('→', StringComparison.Ordinal)).Select(Split)];
        Assert.Equal(Cells(taxed, "净现值")[2], steps[0][4]);
        Assert.Equal(Number(Cells(taxed, "净现值")[3]) - Number(Cells(taxed, "净现值")[2]), Number(steps[1][4]));
        string said = string.Join('\n', taxed);
        Assert.All(new[] { "一般纳税人", "25.0%", "（13.0%）", "年限10年" }, part => Assert.Contains(part, said, StringComparison.Ordinal));

        static string[] Cells(string[] all, string name) => Split(all.First(row => row.StartsWith("| " + name + " |", StringComparison.Ordinal)));

        static string[] Split(string row) => [.. row.Trim('|', ' ').Split('|').Select(cell => cell.Trim())];

        static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A plan is one amount wherever it is printed: beside doing nothing its difference is itself.</summary>
    [Fact]
    public void PlannedPresentValue_IsPrintedOneWay()
    {
        string alone = ToolRun.Of("compare", Samples.PathOf(OnPremises), "--lang", "zh", "--trials", "1000", "--format", "markdown").Output;
        string simulated = ToolRun.Of("simulate", Samples.PathOf(OnPremises), "--lang", "zh", "--trials", "1000").Output;
        Assert.Contains("-10.64", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("-10.65", alone + simulated, StringComparison.Ordinal);
    }

    /// <summary>Nothing of taxes stands in a report that was not asked for them.</summary>
    [Theory]
    [InlineData("evaluate")]
    [InlineData("simulate")]
    public void ReportBeforeTax_HasNoTermsOfTaxes(string command)
    {
        string[] trials = command == "simulate" ? ["--trials", "1000"] : [];
        Assert.DoesNotContain("税后：", ToolRun.Of([command, Samples.PathOf(Saas), "--lang", "zh", .. trials], "").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("税后指标", ToolRun.Of([command, Samples.PathOf(OnPremises), "--lang", "zh", .. trials], "").Output, StringComparison.Ordinal);
    }

    private static JsonElement Document() => JsonDocument.Parse(ToolRun.Of("evaluate", Samples.PathOf(Saas), "--format", "json").Output).RootElement;

    private static string Wan(JsonElement holder, string name) =>
        decimal.Round(decimal.Parse(holder.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture) / 10_000, 2, MidpointRounding.AwayFromZero)
            .ToString("#,##0.00", System.Globalization.CultureInfo.InvariantCulture);
}
