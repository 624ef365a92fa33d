using System.Globalization;
using System.Reflection;
using System.Text.Json;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Tests.Commands;

public class EvaluateCommandTests
{
    [Fact]
    public void EnglishTable_ShowsTheFigures()
    {
        string[] lines = Run("--lang", "en");
        AssertRow(lines, "Total cost", "1,000,000.00", "1,121,000.00");
        AssertRow(lines, "Total benefit", "660,000.00", "1,507,000.00");
        AssertRow(lines, "Net benefit", "-340,000.00", "386,000.00");
        AssertRow(lines, "Return on investment (ROI)", "-34.0%", "34.4%");
        AssertRow(lines, "Present value of costs", "1,000,000.00", "1,100,000.00");
        AssertRow(lines, "Present value of benefits", "600,000.00", "1,300,000.00");
        AssertRow(lines, "Net present value (NPV)", "-400,000.00", "200,000.00");
        AssertRow(lines, "Discounted ROI", "-40.0%", "18.2%");
        AssertRow(lines, "Benefit-cost ratio", "0.60", "1.18");
        // -1,000,000 + 660,000 q + 726,000 q^2 = 0 has q = 0.80416 in one year, 1/q - 1 = 24.4 %; the first year alone returns -34 %.
        AssertRow(lines, "Internal rate of return (IRR)", "-34.0%", "24.4%");
        AssertRow(lines, "Payback", "– (1)", "17.6 months");
        Assert.Contains(lines, line => line.StartsWith("Not applicable: (1) never paid back within the period", StringComparison.Ordinal));
        AssertRow(lines, "Share of the benefit needed to break even", "151.5%", "74.4%");
        Assert.Contains(lines, line => line.Contains("2 years (2025-01-01 to 2026-12-31)", StringComparison.Ordinal));
    }

    [Fact]
    public void ChineseTable_IsInWan()
    {
        string[] lines = Run("--lang", "zh");
        Assert.Contains("主要指标（单位：万元）", lines);
        AssertRow(lines, "总成本", "100.00", "112.10");
        AssertRow(lines, "总收益", "66.00", "150.70");
        AssertRow(lines, "净收益", "-34.00", "38.60");
        AssertRow(lines, "投资回报率", "-34.0%", "34.4%");
        AssertRow(lines, "净现值", "-40.00", "20.00");
        AssertRow(lines, "静态投资回收期", "—（1）", "17.6个月");
        Assert.Contains(lines, line => line.StartsWith("不适用：（1）期间内未收回投资", StringComparison.Ordinal));
        AssertRow(lines, "上线日", "2025年3月1日");
        Assert.Contains(lines, line => line.Contains("四舍五入", StringComparison.Ordinal));
    }

    [Fact]
    public void Sections_StandInTheOrderOfAChiefFinancialOfficer()
    {
        string[] expected = ["结论", "假设与证据", "成本明细（单位：万元）", "收益明细（单位：万元）", "成本收益流量表，2年（单位：万元）", "现金流量表，2年（单位：万元）", "敏感性与盈亏平衡", "风险与数据质量"];
        Assert.Equal(expected, Run("--lang", "zh").Where(expected.Contains));
    }

    [Fact]
    public void LongTermAndQualitativeBenefits_AreShownApartAndNotSummed()
    {
        string[] lines = Run("--lang", "en");
        AssertRow(lines, "Total", "660,000.00", "1,507,000.00");
        AssertRow(lines, "Total long-term benefit", "0.00", "500,000.00");
        // (1,507,000 + 500,000 - 1,121,000) / 1,121,000
        AssertRow(lines, "ROI with the long-term block", "-34.0%", "79.0%");
        int apart = Array.FindIndex(lines, line => line.StartsWith("Long-term benefits, apart", StringComparison.Ordinal));
        int loyalty = Array.FindLastIndex(lines, line => line.Contains("会员复购", StringComparison.Ordinal));
        Assert.InRange(apart, 1, loyalty);
        Assert.Contains("- 投诉响应 (Customer satisfaction): 由 26 小时缩短至 8 小时", lines);
    }

    [Fact]
    public void Benefits_AreSummedByClass()
    {
        string[] lines = Run("--lang", "zh");
        AssertRow(lines, "现金类", "小计", "60.00", "130.00");
        AssertRow(lines, "效率类（非现金）", "小计", "6.00", "20.70");
    }

    [Fact]
    public void CashFlowTable_ByYearByMonthOrNone()
    {
        string[] byYear = Run("--lang", "en");
        AssertRow(byYear, "Start, 2025-01-01", "1,000,000.00", "0.00", "-1,000,000.00", "-1,000,000.00", "-1,000,000.00", "-1,000,000.00");
        AssertRow(byYear, "Year 2, to 2026-12-31", "121,000.00", "847,000.00", "726,000.00", "386,000.00", "600,000.00", "200,000.00");
        string[] byMonth = Run("--lang", "zh", "--cash-flow", "month");
        AssertRow(byMonth, "2025年6月", "0.00", "66.00", "66.00", "-34.00", "60.00", "-40.00");
        Assert.DoesNotContain(Run("--lang", "zh", "--cash-flow", "none"), line => line.Contains("流量表", StringComparison.Ordinal));
    }

    [Fact]
    public void RedirectedTable_HasNoEscapesTrailingBlanksOrByteOrderMark()
    {
        ToolRun run = ToolRun.Of(["evaluate", "-"], CaseText.Valid);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain('\ufeff', run.Output);
        Assert.DoesNotContain('\r', run.Output);
        Assert.DoesNotContain(" \n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Markdown_HasTheRowsOfTheTable(string language)
    {
        string[][] table = [.. Run("--lang", language).Select(line => Parts(line, "  "))];
        string[] markdown = Run("--lang", language, "--format", "markdown");
        Assert.StartsWith("# 手工核算 \\| \\*A\\*", markdown[0], StringComparison.Ordinal);
        Assert.Contains(markdown, line => line.Contains("| 买断\\|许可 |", StringComparison.Ordinal));
        string[] rows = [.. markdown.Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))];
        Assert.InRange(rows.Length, 40, 200);
        foreach (string row in rows)
        {
            string[] cells = [.. Parts(row.Replace("\\|", "\u0001", StringComparison.Ordinal), "|")
                .Select(cell => cell.Trim('*').Replace("\\", "", StringComparison.Ordinal).Replace('\u0001', '|'))];
            Assert.Contains(table, line => cells.SequenceEqual(line));
        }

        static string[] Parts(string line, string separator) => line.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    [Fact]
    public void Detail_SaysHowMuchOfTheJson()
    {
        string sample = Samples.PathOf("renhetang-saas.json");
        string figures = ToolRun.Of("evaluate", sample, "--format", "json", "--detail", "figures").Output;
        string lines = ToolRun.Of("evaluate", sample, "--format", "json").Output;
        string full = ToolRun.Of("evaluate", sample, "--format", "json", "--detail", "full").Output;
        Assert.True(figures.Length < lines.Length && lines.Length < full.Length);
        Assert.Equal(lines, ToolRun.Of("evaluate", sample, "--format", "json", "--explain", "--detail", "lines").Output);
        Assert.Equal(full, ToolRun.Of("evaluate", sample, "--format", "json", "--explain").Output);
        Assert.DoesNotContain("yearlyTable", figures, StringComparison.Ordinal);
        Assert.Equal(AnswerDocument.Read(full).Answer["horizons"].Items[0]["roi"].Number, AnswerDocument.Read(figures).Answer["horizons"].Items[0]["roi"].Number);
        ToolRun table = ToolRun.Of("evaluate", sample, "--detail", "figures");
        Assert.Equal(2, table.Exit);
        Assert.Contains("--detail", table.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryAnswerOfTheCommandLine_IsReadBack()
    {
        string sample = Samples.PathOf("renhetang-saas.json");
        string kpis = Samples.PathOf("kpis.csv");
        Assert.Equal(AnswerKind.Result, Kind("evaluate", sample));
        Assert.Equal(AnswerKind.Review, Kind("review", sample, Samples.PathOf("renhetang-saas-actuals.csv")));
        Assert.Equal(AnswerKind.Simulation, Kind("simulate", sample, "--trials", "200"));
        Assert.Equal(AnswerKind.Comparison, Kind("compare", sample, Samples.PathOf("renhetang-on-premises.json"), "--trials", "200"));
        Assert.Equal(AnswerKind.Trend, Kind("trend", kpis));
        using var folder = new TemporaryDirectory();
        string series = folder.Write("sales.csv", "month,value\n" + string.Concat(Enumerable.Range(0, 36).Select(i => FormattableString.Invariant($"{2023 + (i / 12)}-{(i % 12) + 1:00},{1_000 + (i * 37 % 50) + (i >= 24 ? 200 : 0)}\n"))));
        Assert.Equal(AnswerKind.Impact, Kind("impact", series, "--go-live", "2025-01"));
        string flows = folder.Write("flows.csv", "date,amount\n2025-01-01,-1000\n2026-01-01,1200\n");
        AnswerValue returns = AnswerDocument.Read(ToolRun.Of("returns", flows, "--format", "json").Output).Answer;
        Assert.Equal(0.2, returns["irr"]["rates"].Items[0].Real.Value, 9);

        static AnswerKind Kind(params string[] args)
        {
            ToolRun run = ToolRun.Of([.. args, "--format", "json"]);
            Assert.True(run.Exit == 0, run.Error);
            AnswerReading reading = AnswerDocument.Read(run.Output);
            Assert.True(reading.IsSuccess, string.Join('\n', reading.Problems));
            return reading.Kind;
        }
    }

    [Fact]
    public void Json_IsTheResultDocument_WhateverTheLanguage()
    {
        ToolRun chinese = ToolRun.Of(["evaluate", "-", "--format", "json", "--lang", "zh"], CaseText.Valid);
        ToolRun english = ToolRun.Of(["evaluate", "-", "--format", "json", "--lang", "en"], CaseText.Valid);
        Assert.Equal(english.Output, chinese.Output);
        using JsonDocument document = JsonDocument.Parse(chinese.Output);
        JsonElement twoYears = document.RootElement.GetProperty("horizons")[1];
        Assert.Equal("P2Y", twoYears.GetProperty("period").GetString());
        Assert.Equal("1121000.00", twoYears.GetProperty("totalCost").GetString());
        Assert.Equal("200000.00", twoYears.GetProperty("netPresentValue").GetString());
        Assert.Equal(386.0 / 1121, twoYears.GetProperty("roi").GetDouble(), 9);
        JsonElement never = document.RootElement.GetProperty("horizons")[0].GetProperty("paybackMonths");
        Assert.Equal("neverPaidBack", never.GetProperty("notApplicable").GetString());
    }

    [Fact]
    public void Horizon_ReplacesThoseOfTheCase()
    {
        string json = string.Join('\n', Run("--format", "json", "--horizon", "P1Y,P18M", "--horizon", "P90D"));
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(["P90D", "P1Y", "P18M"], document.RootElement.GetProperty("horizons").EnumerateArray().Select(h => h.GetProperty("period").GetString()!));
    }

    [Theory]
    [InlineData("0.21")]
    [InlineData("21%")]
    public void DiscountRate_ReplacesThatOfTheCase(string rate)
    {
        string[] lines = Run("--lang", "en", "--discount-rate", rate);
        decimal expected = (726_000m / 1.21m / 1.21m) + (660_000m / 1.21m) - 1_000_000m;
        string printed = lines.First(line => line.TrimStart().StartsWith("Net present value", StringComparison.Ordinal)).Split(' ')[^1];
        Assert.Equal(expected, decimal.Parse(printed, CultureInfo.InvariantCulture), 1);
    }

    [Fact]
    public void TermsThatTheCaseDoesNotState_AreShownAsAssumptions()
    {
        string open = CaseText.Valid.Replace("\"horizons\": [\"P2Y\", \"P1Y\"],", "", StringComparison.Ordinal).Replace("\"flowTiming\": \"endOfYear\",", "", StringComparison.Ordinal);
        string[] english = ToolRun.Of(["evaluate", "-", "--lang", "en"], open).Output.Split('\n');
        Assert.Equal(
            ["- Evaluation periods 6 months, 1 year, 3 years: the case states none.", "- Finance rate 10.00%, the discount rate: the case states none.", "- Reinvestment rate 10.00%, the discount rate: the case states none.", "- Day count Anniversary (whole years, then days): the case states none.", "- Flows discounted from: At its own date; the case does not say."],
            english.Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Take(5));
        Assert.Contains("- 评估周期采用6个月、1年、3年：本案例未说明。", ToolRun.Of(["evaluate", "-", "--lang", "zh"], open).Output.Split('\n'));

        // What is stated is no assumption.
        Assert.DoesNotContain(Run("--lang", "en"), line => line.Contains("the case states none", StringComparison.Ordinal) && !line.StartsWith("- Day count", StringComparison.Ordinal) && !line.Contains("the discount rate", StringComparison.Ordinal));
    }

    [Fact]
    public void TermsThatAnOptionGives_AreSaidToBeGiven_WithEveryDigit()
    {
        string[] lines = Run("--lang", "en", "--discount-rate", "11.375%", "--horizon", "P1Y");
        Assert.Contains("- Discount rate 11.375%: given for this evaluation.", lines);
        Assert.Contains("- Evaluation periods 1 year: given for this evaluation.", lines);
        Assert.Contains("- Finance rate 11.375%, the discount rate: the case states none.", lines);
        Assert.Contains("- 折现率采用11.375%：为本次评估指定。", Run("--lang", "zh", "--discount-rate", "11.375%"));
    }

    [Fact]
    public void Convention_AddsItsRow()
    {
        string[] lines = Run("--lang", "en", "--convention", "TEI,phillips");
        // Years from go-live, 2025-03-01, the last ending with the period, after 10 and 22 months: 660 / 1.1^(10/12) of 1,000; (600 + 847 / 1.1^(22/12)) of (1,000 + 121 / 1.1^(22/12)).
        AssertRow(lines, "ROI by Total Economic Impact", "-39.0%", "19.0%");
        Assert.Contains(lines, line => line.Contains("Phillips", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("Nucleus", StringComparison.Ordinal));
    }

    [Fact]
    public void Explain_NamesFormulaInputsAndResult()
    {
        string[] lines = Run("--lang", "en", "--explain");
        Assert.Contains("How each figure came about", lines);
        AssertRow(lines, "Return on investment (ROI)", "(totalBenefit - totalCost) / totalCost", "totalBenefit = CNY 1507000; totalCost = CNY 1121000", "0.3443354148082069580731489741");
        AssertRow(Run("--lang", "zh", "--explain"), "投资回报率", "（总收益－总成本）÷总成本", "总收益＝1507000元；总成本＝1121000元", "0.3443354148082069580731489741");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Explanation_HasANameForEveryInput(string language) => Assert.All(
        Samples.Cases, sample => Assert.DoesNotContain("measureInput", ToolRun.Of("evaluate", Samples.PathOf(sample), "--explain", "--lang", language).Output, StringComparison.Ordinal));

    [Fact]
    public void AmountsFromTenThousandWanOn_AreInYiInSentencesAndInTheUnitOfTheTitleInTables()
    {
        string large = CaseText.Valid.Replace("\"amount\": 1000000 ", "\"amount\": 123456789000 ", StringComparison.Ordinal);
        string[] lines = ToolRun.Of(["evaluate", "-", "--lang", "zh"], large).Output.Split('\n');
        // In cells of two units the parts of a column would not sum to its total.
        AssertRow(lines, "总成本", "12,345,678.90", "12,345,691.00");
        Assert.Contains(lines, line => line.Contains("总成本1,234.57亿元", StringComparison.Ordinal));
        AssertRow(lines, "总收益", "66.00", "150.70");
    }

    [Fact]
    public void CaseWithoutAnything_GivesReasonsAndNoNumbers()
    {
        const string Empty = """{ "schemaVersion": "1.0", "name": "e", "currency": "CNY", "start": "2025-01-01", "costs": [], "benefits": [] }""";
        foreach (string format in (string[])["table", "markdown", "json"])
        {
            ToolRun run = ToolRun.Of(["evaluate", "-", "--format", format, "--lang", "zh"], Empty);
            Assert.Equal(ExitCode.Done, run.Exit);
            Assert.DoesNotContain("NaN", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", run.Output, StringComparison.Ordinal);
        }

        string[] lines = ToolRun.Of(["evaluate", "-", "--lang", "zh"], Empty).Output.Split('\n');
        AssertRow(lines, "投资回报率", "—（1）", "—（1）", "—（1）");
        Assert.Contains(lines, line => line.StartsWith("不适用：（1）没有成本；", StringComparison.Ordinal));
    }

    [Fact]
    public void ConclusionNamesTheNetPresentValueAndTheRange()
    {
        // At 40 % the gain of 386,000 is a loss: benefits 660,000 / 1.4 + 847,000 / 1.96 = 903,571.43, costs 1,000,000 + 121,000 / 1.96 = 1,061,734.69.
        string text = CaseText.Valid.Replace("\"discountRate\": 0.10", "\"discountRate\": 0.40", StringComparison.Ordinal)
            .Replace("\"evidence\": \"estimated\"", "\"evidence\": \"measured\", \"interval\": { \"lowerRatio\": 0.5, \"upperRatio\": 1.1, \"confidence\": 0.9 }", StringComparison.Ordinal);
        ToolRun run = ToolRun.Of(["evaluate", "-", "--lang", "en"], text);
        Assert.Equal("", run.Error);
        Assert.Contains("Discounted at 40.0% its net present value is CNY -158,163.26.", run.Output, StringComparison.Ordinal);
        // Sales 1,300,000 measured: at the lower limit 857,000 of benefit, at the upper 1,637,000, of cost 1,121,000.
        Assert.Contains("at its lower limit, and all else as it is, the ROI is -23.6%, at its upper limit 46.0%.", run.Output, StringComparison.Ordinal);
        // The difference of the printed present values, 90.36 and 106.17.
        Assert.Contains("按折现率40.0%计，净现值-15.81万元。", ToolRun.Of(["evaluate", "-", "--lang", "zh"], text).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void PaybackThatDoesNotLast_IsNotClaimed()
    {
        // Paid back in year 1, a second licence in year 2, never recovered.
        string text = CaseText.Valid
            .Replace("\"amount\": 600000", "\"amount\": 1600000", StringComparison.Ordinal)
            .Replace("\"amount\": 121000", "\"amount\": 9000000", StringComparison.Ordinal);
        string english = ToolRun.Of(["evaluate", "-", "--lang", "en"], text).Output;
        Assert.Contains("but falls below again and does not recover", english, StringComparison.Ordinal);
        Assert.DoesNotContain("It pays back after", english, StringComparison.Ordinal);
    }

    [Fact]
    public void RatioBeyondAllReason_IsStillPrinted()
    {
        string text = CaseText.Valid
            .Replace("\"amount\": 1000000 ", "\"amount\": 0.01 ", StringComparison.Ordinal)
            .Replace("\"amount\": 121000", "\"amount\": 0.01", StringComparison.Ordinal)
            .Replace("\"amount\": 700000", "\"amount\": 999999999999999", StringComparison.Ordinal);
        ToolRun run = ToolRun.Of(["evaluate", "-", "--lang", "en"], text);
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Assert.Contains("E+", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_WritesOverAFileOnlyWithForce()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.Write("case.json", CaseText.Valid);
        string output = directory.PathOf("report.md");
        Assert.Equal(ExitCode.Done, ToolRun.Of("evaluate", path, "--format", "markdown", "--output", output).Exit);
        string first = File.ReadAllText(output);
        Assert.Equal(ExitCode.BadInput, ToolRun.Of("evaluate", path, "--format", "json", "--output", output).Exit);
        Assert.Equal(first, File.ReadAllText(output));
        Assert.Equal(ExitCode.Done, ToolRun.Of("evaluate", path, "--format", "json", "--output", output, "--force").Exit);
        Assert.Equal((byte)'{', File.ReadAllBytes(output)[0]);
        Assert.Equal(["case.json", "report.md"], directory.FileNames);
    }

    [Theory]
    [InlineData("renhetang-saas.json")]
    [InlineData("renhetang-on-premises.json")]
    [InlineData("tei-o365-smb.json")]
    [InlineData("tei-salesloft.json")]
    [InlineData("tei-windows-10.json")]
    public void Samples_AreEvaluatedInEveryForm(string sample)
    {
        string root = typeof(EvaluateCommandTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        string path = Path.Combine(root, "docs", "samples", sample);
        foreach (string language in (string[])["en", "zh"])
        {
            foreach (string format in (string[])["table", "markdown", "json"])
            {
                ToolRun run = ToolRun.Of("evaluate", path, "--lang", language, "--format", format);
                Assert.Equal("", run.Error);
                Assert.Equal(ExitCode.Done, run.Exit);
                Assert.True(run.Output.Length > 1000);
            }
        }
    }

    private static string[] Run(params string[] options)
    {
        ToolRun run = ToolRun.Of(["evaluate", "-", .. options], CaseText.Valid);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.Exit);
        return run.Output.TrimEnd('\n').Split('\n');
    }

    /// <summary>One line holds exactly these cells.</summary>
    private static void AssertRow(string[] lines, params string[] cells) =>
        Assert.Contains(lines, line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SequenceEqual(cells));
}
