using System.Globalization;
using System.Reflection;
using System.Text.Json;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Tests.Commands;

public class ReviewCommandTests
{
    private const string CaseJson = """
        {
          "schemaVersion": "1.0", "name": "小店", "currency": "CNY", "start": "2025-01-01", "goLive": "2025-02-01", "discountRate": 0.08,
          "horizons": ["P6M", "P1Y"],
          "costs": [
            { "category": "software", "kind": "subscription", "name": "订阅", "seats": 10, "pricePerSeat": 100, "every": "monthly" },
            { "category": "implementation", "kind": "oneOff", "name": "配置", "amount": 6000 }
          ],
          "benefits": [
            { "category": "operatingCost", "kind": "yearly", "name": "录入", "amountPerYear": 36000 },
            { "category": "loyalty", "kind": "yearly", "name": "复购", "amountPerYear": 1200 }
          ]
        }
        """;

    private const string OnPlan = """
        kind,line,month,amount,quantity,denominator,planned
        cost,订阅,2025-01,1000
        cost,配置,2025-01,6000
        cost,订阅,2025-02,1000
        cost,订阅,2025-03,1000
        benefit,录入,2025-02,3000
        benefit,录入,2025-03,3000
        benefit,复购,2025-02,100
        benefit,复购,2025-03,100
        """;

    /// <summary>What to append to the good file, and what the problem must say.</summary>
    public static TheoryData<string, string> BadRows => new()
    {
        { "costs,订阅,2025-03,1", "column kind: 'costs' is not a kind" },
        { "cost,订阅,2025-13,1", "column month: '2025-13' is not a month" },
        { "cost,订阅,,1", "column month" },
        { "cost,订阅,2025-03,", "column amount: is empty" },
        { "cost,订阅,2025-03,\"1,00\"", "column amount: '1,00': is the comma that of decimals" },
        { "cost,订阅,2025-03,NaN", "column amount: 'NaN' is not a number" },
        { "cost,订閱,2025-03,1", "column line: the case has no cost '订閱'; it has '订阅', '配置'" },
        { "benefit,订阅,2025-03,1", "column line: the case has no benefit '订阅'" },
        { "benefit,,2025-03,1", "column line: is empty" },
        { "benefit,录入,2025-03,1,-5", "quantity is -5; allowed: 0 or more" },
        { "benefit,录入,2025-03,1,5,7", "column denominator: has a value; benefit does not use it" },
        { "adoption,*,2025-03,11", "column denominator: is empty; adoption needs it" },
        { "adoption,*,2025-03,11,,10", "active is 11; allowed: from 0 to 10" },
        { "adoption,*,2025-03,5,,0", "entitled is 0" },
        { "adoption,*,2025-03,5,,10,1.5", "planned is 1.5" },
        { "seats,录入,2025-03,5,,10", "column line: the case has no cost '录入'" },
        { "kpi,WinRate,2025-03,5,,-1", "denominator is -1" },
        { "retention,录入,2025-03,5,,10,0.9", "column quantity: is empty" },
        { "retention,录入,2025-03,5,0,10,0.9", "tenure is 0" },
        { "retention,录入,2025-03,5,1.5,10,0.9", "column quantity: '1.5' is not a whole number of months" },
        { "renewal,订阅,2025-09,99", "noticeMonths is 99" },
        { "cost,订阅,2025-03,1,2,3,4,5", "has 8 cells, the header has 7" },
    };

    [Fact]
    public void ActualsEqualToPlan_HaveNoFindingAndForecastThePlan()
    {
        JsonElement json = Review(OnPlan).Json();
        Assert.Equal("2025-03", json.GetProperty("asOf").GetString());
        Assert.Equal(0, json.GetProperty("findings").GetArrayLength());
        Assert.Equal("9000.00", json.GetProperty("realised").GetProperty("cost").GetString());
        Assert.Equal("6000.00", json.GetProperty("realised").GetProperty("benefit").GetString());
        Assert.Equal(-1 / 3.0, json.GetProperty("realised").GetProperty("roi").GetDouble(), 1e-11);
        Assert.Equal(json.GetProperty("planToDate").GetRawText(), json.GetProperty("realised").GetRawText());
        JsonElement year = json.GetProperty("forecast")[1];
        Assert.Equal("P1Y", year.GetProperty("period").GetString());
        Assert.Equal("18000.00", year.GetProperty("cost").GetString());
        Assert.Equal("33000.00", year.GetProperty("benefit").GetString());
        Assert.Equal(year.GetProperty("plan").GetProperty("roi").GetDouble(), year.GetProperty("roi").GetDouble());
        Assert.True(year.GetProperty("lower").GetDouble() <= year.GetProperty("roi").GetDouble());
        Assert.True(year.GetProperty("upper").GetDouble() >= year.GetProperty("roi").GetDouble());
        Assert.Equal(json.GetProperty("plannedPaybackDate").GetString(), json.GetProperty("paybackDate").GetString());

        // 7,000 are spent in January; 2,000 a month from February on bring them back in the middle of May.
        Assert.Equal("2025-05-16", json.GetProperty("paybackDate").GetString());
        Assert.Equal("2025-05-01", json.GetProperty("nextReview").GetString());
        Assert.Equal(["continue", "fix", "renegotiate", "extend", "exit"], json.GetProperty("decisions").EnumerateArray().Select(d => d.GetProperty("decision").GetString()));
        Assert.Equal("nothingToGain", json.GetProperty("decisions")[1].GetProperty("value").GetProperty("notApplicable").GetString());
    }

    [Fact]
    public void VariancesOfTheDocument_SumExactly()
    {
        JsonElement json = Review(OnPlan + "\nbenefit,录入,2025-04,1234.56\nunplannedCost,顾问,2025-04,777.77\nadoption,*,2025-04,5,,10,0.8", "--as-of", "2025-04").Json();
        foreach (JsonElement variance in json.GetProperty("variances").EnumerateArray())
        {
            Assert.Equal(Money(variance, "actual") - Money(variance, "plan"), Money(variance, "total"));
            Assert.Equal(Money(variance, "total"), Money(variance, "timing") + Money(variance, "volumeAdoption") + Money(variance, "priceRate"));
        }

        JsonElement total = json.GetProperty("varianceTotals").GetProperty("cost");
        Assert.Equal(-222.23m, Money(total, "total"));
        Assert.Equal(
            Money(total, "total"),
            json.GetProperty("variances").EnumerateArray().Where(v => v.GetProperty("side").GetString() == "cost").Sum(v => Money(v, "total")));
    }

    [Fact]
    public void TheOrderOfLinesAndWhatComesLater_SayNothing()
    {
        string[] lines = OnPlan.Split('\n');
        string reversed = string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Reverse()));
        string expected = Review(OnPlan, "--as-of", "2025-03").Output;
        Assert.Equal(expected, Review(reversed, "--as-of", "2025-03").Output);
        Assert.Equal(expected, Review(OnPlan + "\nkpi,Csat,2025-04,1,,2", "--as-of", "2025-03").Output);

        // A lone row of a later month is a question, and not the month.
        JsonElement later = Review(OnPlan + "\nbenefit,录入,2025-05,99999").Json();
        Assert.Equal("2025-03", later.GetProperty("asOf").GetString());
        JsonElement warning = Assert.Single(later.GetProperty("warnings").EnumerateArray());
        Assert.Equal("laterRows", warning.GetProperty("code").GetString());
        Assert.Equal(JsonDocument.Parse(expected).RootElement.GetProperty("forecast").GetRawText(), later.GetProperty("forecast").GetRawText());
    }

    /// <summary>The columns of a bill and of a measurement: its currency, its document, and the first month of its stretch.</summary>
    [Fact]
    public void FromCurrencyAndDocument_AreRead()
    {
        string csv = """
            kind,line,month,amount,from,currency,document
            cost,订阅,2025-01,1000,,CNY,B1
            cost,订阅,2025-01,1000,,,B2
            benefit,录入,2025-03,6000,2025-01,,
            """;
        JsonElement json = Review(csv, "--as-of", "2025-03").Json();
        Assert.Equal("6000.00", json.GetProperty("realised").GetProperty("benefit").GetString());
        Assert.Equal(0, json.GetProperty("forecast")[1].GetProperty("unmeasuredShare").GetDouble());
        ToolRun run = Review(csv.Replace("CNY", "c2y", StringComparison.Ordinal).Replace("2025-01,,\n", "x,,\n", StringComparison.Ordinal).Replace("6000,2025-01", "6000,2025", StringComparison.Ordinal));
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("(2): column currency: 'c2y' is not a currency", run.Error, StringComparison.Ordinal);
        Assert.Contains("(4): column from: ", run.Error, StringComparison.Ordinal);
        run = Review("kind,line,month,amount,document\nkpi,Csat,2025-03,5,7");
        Assert.Contains("column document: has a value; kpi does not use it", run.Error, StringComparison.Ordinal);
        run = Review("kind,line,month,amount,currency\nbenefit,录入,2025-03,2000,USD", "--as-of", "2025-03");
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("there is no exchange rate from USD to CNY", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ARowThatIsThereTwice_IsRefusedUnlessAllowed()
    {
        string[] lines = OnPlan.Split('\n');
        string twice = OnPlan + "\n" + lines.Last(line => line.StartsWith("benefit,录入", StringComparison.Ordinal));
        ToolRun run = Review(twice);
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("benefit of '录入' for 2025-03 is there twice with the same amount and document", run.Error, StringComparison.Ordinal);
        JsonElement json = Review(twice, "--allow-duplicates").Json();
        Assert.Equal("6000.00", json.GetProperty("realised").GetProperty("benefit").GetString());
        Assert.Equal("duplicateActuals", Assert.Single(json.GetProperty("findings").EnumerateArray()).GetProperty("rule").GetString());
    }

    [Fact]
    public void AnUnknownKpi_IsTheHostsOwn()
    {
        JsonElement warning = Assert.Single(Review(OnPlan + "\nkpi,WinRat,2025-03,5").Json().GetProperty("warnings").EnumerateArray());
        Assert.Equal("unknownKpi", warning.GetProperty("code").GetString());
    }

    /// <summary>What a forecast has beside its ROI: what is booked and owed, what nobody measured, and the net present value with its limits and the plan's.</summary>
    [Fact]
    public void AForecast_HasItsPartsAndItsNetPresentValue()
    {
        JsonElement json = Review(OnPlan).Json();
        JsonElement year = json.GetProperty("forecast")[1];
        Assert.Equal(["9000.00", "0.00"], new[] { "booked", "accrued" }.Select(name => year.GetProperty(name).GetString()));
        Assert.Equal(year.GetProperty("plan").GetProperty("netPresentValue").GetString(), year.GetProperty("netPresentValue").GetString());
        Assert.InRange(Money(year, "netPresentValue"), Money(year, "netPresentValueLower"), Money(year, "netPresentValueUpper"));
        Assert.Equal(json.GetProperty("plannedDurablePaybackDate").GetString(), json.GetProperty("durablePaybackDate").GetString());
        JsonElement[] decisions = [.. json.GetProperty("decisions").EnumerateArray()];
        Assert.Equal("0.00", decisions[0].GetProperty("differenceToContinue").GetString());
        Assert.True(decisions[0].GetProperty("recommended").GetBoolean());
        Assert.Equal(-Money(decisions[0], "value"), Money(decisions[4], "differenceToContinue"));
    }

    [Fact]
    public void LongTerm_CountsWhenAsked()
    {
        JsonElement apart = Review(OnPlan).Json();
        JsonElement both = Review(OnPlan, "--include-long-term").Json();
        Assert.False(apart.GetProperty("longTerm").GetProperty("included").GetBoolean());
        Assert.Equal("200.00", apart.GetProperty("longTerm").GetProperty("realised").GetString());
        Assert.Equal("6200.00", both.GetProperty("realised").GetProperty("benefit").GetString());
    }

    [Fact]
    public void ChineseHeaderAndKinds_AreRead()
    {
        string chinese = OnPlan.Replace("kind,line,month,amount,quantity,denominator,planned", "类型,项目,月份,金额", StringComparison.Ordinal)
            .Replace("cost,", "成本,", StringComparison.Ordinal).Replace("benefit,", "收益,", StringComparison.Ordinal).Replace("2025-03", "2025年3月", StringComparison.Ordinal);
        Assert.Equal(Review(OnPlan).Output, Review(chinese).Output);
    }

    [Theory]
    [MemberData(nameof(BadRows))]
    public void ABadRow_IsNamedWithItsLine(string row, string problem)
    {
        ToolRun run = Review(OnPlan + "\n" + row);
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Empty(run.Output);
        string line = Assert.Single(run.ErrorLines);
        Assert.Contains("(10): ", line, StringComparison.Ordinal);
        Assert.Contains(problem, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("kind,line,month\ncost,订阅,2025-01", "lacks the column amount")]
    [InlineData("kind,line,month,amount,colour\n", "column colour: is not known")]
    [InlineData("kind,line,month,amount,amount\n", "comes twice")]
    [InlineData("kind,line,month,amount\n", "holds no cost and no benefit")]
    [InlineData("kind,line,month,amount\nkpi,WinRate,2025-01,0.4\nkpi,WinRate,2025-01,0.5", "comes twice, first on line 2")]
    public void ABadFile_IsRefused(string csv, string problem)
    {
        ToolRun run = Review(csv);
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-12", "--as-of: 2024-12 lies outside the case")]
    [InlineData("soon", "--as-of: 'soon' is not a month")]
    public void ABadMonth_IsRefused(string month, string problem)
    {
        ToolRun run = Review(OnPlan, "--as-of", month);
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void SumsBeyondDecimal_AreBadInput()
    {
        ToolRun run = Review(OnPlan + "\ncost,订阅,2025-03,7e28\ncost,订阅,2025-03,6e28");
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("too large", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void BothFilesFromStandardInput_AreRefused() =>
        Assert.Contains("not both", ToolRun.Of("review", "-", "-").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("zh", "markdown", "复盘", "席位闲置")]
    [InlineData("en", "table", "Review of", "Unused seats")]
    public void Tables_ShowTheSample(string language, string form, string expected, string rule)
    {
        ToolRun run = Sample("--lang", language, "--format", form);
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        // People read the name of a rule; programs test its id in the JSON.
        Assert.Contains(rule, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSample_HasExactlyTheThreeThingsThatWentWrongRankedByMoney()
    {
        JsonElement json = Sample("--format", "json").Json();
        Assert.Equal("2026-06", json.GetProperty("asOf").GetString());
        JsonElement[] findings = [.. json.GetProperty("findings").EnumerateArray()];
        Assert.Equal(["unusedSeats", "lowAdoption", "costOverrun"], findings.Select(f => f.GetProperty("rule").GetString()));
        Assert.Equal(
            ["CRM 销售云订阅", "渠道动销与赢单率提升", "膏方与三伏贴预约流程定制"], findings.Select(f => f.GetProperty("subject").GetString()));
        Assert.Equal(["renegotiateSeats", "trainingAndWorkflow", "costControl"], findings.Select(f => f.GetProperty("action").GetString()));
        decimal[] money = [.. findings.Select(f => Money(f, "atStake"))];
        Assert.Equal(money.OrderDescending(), money);

        // The customisation was planned at 116,000 x 1.15 and cost 171,500.
        Assert.Equal(38_100m, money[2]);
        Assert.Equal("2026-09-01", json.GetProperty("nextReview").GetString());
    }

    [Fact]
    public void Lines_AreNamedByTheirNamesOrTheirIds()
    {
        string withIds = CaseJson.Replace("\"name\": \"订阅\"", "\"id\": \"seats\", \"name\": \"订阅\"", StringComparison.Ordinal)
            .Replace("\"name\": \"录入\"", "\"id\": \"entry\", \"name\": \"录入\"", StringComparison.Ordinal);
        using var directory = new TemporaryDirectory();
        string path = directory.Write("case.json", withIds);
        string[] outputs = [.. new[] { OnPlan, OnPlan.Replace("订阅", "seats", StringComparison.Ordinal).Replace("录入", "entry", StringComparison.Ordinal) }
            .Select(csv => ToolRun.Of("review", path, directory.Write("actuals.csv", csv), "--format", "json"))
            .Select(run => run.Error + run.Output)];
        Assert.Equal(outputs[0], outputs[1]);
        Assert.Equal('{', outputs[0][0]);
    }

    /// <summary>The ROI to date is told as the forecast counts it, with what it adds and leaves out and with the figure of the rows alone.</summary>
    [Theory]
    [InlineData("", "ROI to date: -33.3%, planned -33.3%.", "迄今投资回报率-33.3%，计划-33.3%。")]
    [InlineData(
        "unbooked", "ROI to date: -33.3% with CNY 1,000.00 that is due and not booked, planned -33.3%; as booked -25.0%.",
        "迄今投资回报率-33.3%（计入已到期未入账的0.10万元），计划-33.3%；仅按已入账金额为-25.0%。")]
    [InlineData(
        "doubted", "ROI to date: -33.3% without CNY 27,000.00 of benefit that the forecast does not count, planned -33.3%; as measured 266.7%.",
        "迄今投资回报率-33.3%（剔除预测不予计入的收益2.70万元），计划-33.3%；仅按测量金额为266.7%。")]
    [InlineData(
        "unbooked doubted",
        "ROI to date: -33.3% with CNY 1,000.00 that is due and not booked and without CNY 27,000.00 of benefit that the forecast does not count, planned -33.3%; as booked and measured 312.5%.",
        "迄今投资回报率-33.3%（计入已到期未入账的0.10万元，剔除预测不予计入的收益2.70万元），计划-33.3%；仅按入账和测量金额为312.5%。")]
    public void RoiToDate_IsToldWithWhatItCounts(string damage, string english, string chinese)
    {
        string csv = OnPlan;
        csv = damage.Contains("unbooked", StringComparison.Ordinal) ? csv.Replace("cost,订阅,2025-02,1000\n", "", StringComparison.Ordinal) : csv;
        csv = damage.Contains("doubted", StringComparison.Ordinal) ? csv.Replace("benefit,录入,2025-03,3000", "benefit,录入,2025-03,30000", StringComparison.Ordinal) : csv;
        using var directory = new TemporaryDirectory();
        (string plan, string actuals) = (directory.Write("case.json", CaseJson), directory.Write("actuals.csv", csv));
        string Conclusion(string language) => ToolRun.Of("review", plan, actuals, "--as-of", "2025-03", "--lang", language).Output.Split('\n').First(line => line.StartsWith("- ", StringComparison.Ordinal));
        Assert.Equal("- " + english, Conclusion("en"));
        Assert.Equal("- " + chinese, Conclusion("zh"));
    }

    /// <summary>A positive amount that its note calls a credit is asked about, and two choices settle it; one that is void takes a row that is removed.</summary>
    [Fact]
    public void ACreditThatOnlyItsNoteTells_IsAsked()
    {
        string[] lines = OnPlan.Split('\n');
        string Noted(string row, string note) => string.Join('\n', [lines[0] + ",摘要", .. lines.Skip(1).Select(line => line + new string(',', 7 - line.Split(',').Length)), row + ",,,," + note]);
        string credit = Noted("cost,订阅,2025-03,400", "冲销2月多计");
        ToolRun run = Review(credit);
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("(10): column amount: '冲销2月多计' reads as money that comes back, and the amount is positive", Assert.Single(run.ErrorLines, line => !line.StartsWith("note:", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("--credits", run.Error, StringComparison.Ordinal);
        Assert.Contains("“冲销2月多计”看似红字、冲销或退款，金额却为正数", Review(credit, "--lang", "zh").Error, StringComparison.Ordinal);

        (string Cost, string Rules) Of(string csv, params string[] options)
        {
            JsonElement json = JsonDocument.Parse(Review(csv, options).Output).RootElement;
            return (json.GetProperty("realised").GetProperty("cost").GetString()!, string.Join(' ', json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString())));
        }

        Assert.Equal(("8600.00", "creditNote"), Of(credit, "--credits", "negative"));
        Assert.Equal(("9400.00", "creditNote"), Of(credit, "--credits", "as-given"));
        Assert.Equal(("8600.00", "creditNote"), Of(Noted("cost,订阅,2025-03,-400", "冲销2月多计")));
        Assert.Equal("9400.00", Of(Noted("cost,订阅,2025-03,400", "不可退款")).Cost);
        string isVoid = Noted("cost,订阅,2025-03,400", "作废");
        Assert.Contains("says that the row is void", Review(isVoid, "--credits", "negative").Error, StringComparison.Ordinal);
        Assert.Equal(("9400.00", "creditNote"), Of(isVoid, "--credits", "as-given"));
        Assert.Contains("reads as money that comes back", Review(Noted("benefit,录入,2025-03,900", "冲回1月多计")).Error, StringComparison.Ordinal);
        Assert.Contains("--credits", Review(OnPlan, "--credits", "maybe").Error, StringComparison.Ordinal);
    }

    /// <summary>Without a discount rate there is no net present value to put beside the decision.</summary>
    [Theory]
    [InlineData("en", "- The original decision today: stands.")]
    [InlineData("zh", "- 立项决策复核：仍成立。")]
    public void OriginalDecision_WithoutADiscountRate_IsToldWithoutAValue(string tag, string sentence)
    {
        using var directory = new TemporaryDirectory();
        string path = directory.Write("case.json", CaseJson.Replace(", \"discountRate\": 0.08", "", StringComparison.Ordinal));
        ToolRun run = ToolRun.Of("review", path, directory.Write("actuals.csv", OnPlan), "--lang", tag);
        Assert.Equal("", run.Error);
        Assert.Contains(sentence, run.Output.Split('\n'));
    }

    private static decimal Money(JsonElement element, string name) => decimal.Parse(element.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static ToolRun Review(string csv, params string[] options)
    {
        using var directory = new TemporaryDirectory();
        return ToolRun.Of(["review", directory.Write("case.json", CaseJson), directory.Write("actuals.csv", csv), "--format", "json", .. options]);
    }

    private static ToolRun Sample(params string[] options)
    {
        string root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        string samples = Path.Combine(root, "docs", "samples");
        return ToolRun.Of(["review", Path.Combine(samples, "renhetang-saas.json"), Path.Combine(samples, "renhetang-saas-actuals.csv"), .. options]);
    }
}

internal static class ToolRunJson
{
    internal static JsonElement Json(this ToolRun run)
    {
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.Exit);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
