using System.Text.Json;

namespace TcmCrm.Roi.Tool.Tests.Commands;

public class SimulateCommandTests
{
    private static readonly string Saas = Samples.PathOf("renhetang-saas.json");
    private static readonly string OnPremises = Samples.PathOf("renhetang-on-premises.json");

    [Fact]
    public void Json_HoldsTheMembersOfTheDocument_AndDoesNotDependOnTheDegree()
    {
        ToolRun run = ToolRun.Of("simulate", Saas, "--trials", "2000", "--format", "json", "--degree", "1");
        Assert.Equal(0, run.Exit);
        Assert.Equal(run.Output, ToolRun.Of("simulate", Saas, "--trials", "2000", "--format", "json", "--degree", "2", "--lang", "zh").Output);
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(
            ["schemaVersion", "name", "currency", "trials", "seed", "assumed", "periods", "inputs", "evpi", "measureNext", "breakEven", "histogram", "scenarios", "warnings"],
            document.RootElement.EnumerateObject().Select(member => member.Name));
        JsonElement period = document.RootElement.GetProperty("periods")[4];
        Assert.Equal(("P3Y", "all"), (period.GetProperty("period").GetString(), period.GetProperty("basis").GetString()));
        Assert.Equal(["roi", "netPresentValue", "benefitCostRatio", "paybackMonths", "internalRateOfReturn"], period.GetProperty("figures").EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            ["mean", "standardDeviation", "standardError", "p5", "p10", "p25", "p50", "p75", "p90", "p95", "noAnswer"],
            period.GetProperty("figures").GetProperty("roi").EnumerateObject().Select(member => member.Name));
        Assert.InRange(period.GetProperty("probabilityNpvPositive").GetProperty("value").GetDouble(), 0.4, 0.6);
        Assert.Equal(2_000, document.RootElement.GetProperty("histogram").GetProperty("counts").EnumerateArray().Sum(count => count.GetInt32()));
        Assert.Equal(["悲观", "基准", "乐观"], document.RootElement.GetProperty("scenarios").EnumerateArray().Select(scenario => scenario.GetProperty("name").GetString()));
        JsonElement price = document.RootElement.GetProperty("breakEven").EnumerateArray()
            .Single(point => point.GetProperty("lever").GetString() == "pricePerSeat" && point.GetProperty("line").GetString() == "CRM 销售云订阅");
        Assert.Equal(2_160, price.GetProperty("current").GetDouble());
        Assert.Equal(3_093.56, price.GetProperty("value").GetDouble(), 0.01);
    }

    [Theory]
    [InlineData("en", "Within 3 years it is paid back for good with a probability of ")]
    [InlineData("zh", "3年内持续收回投资的概率：")]
    public void Report_BeginsWithTheProbability_OnBothBases(string language, string sentence)
    {
        string report = ToolRun.Of("simulate", Saas, "--trials", "2000", "--lang", language).Output;
        Assert.StartsWith(sentence, report.Split('\n')[3], StringComparison.Ordinal);
        Assert.Contains(sentence, ToolRun.Of("evaluate", Saas, "--simulate", "--trials", "2000", "--lang", language).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(sentence, ToolRun.Of("evaluate", Saas, "--lang", language).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void CashBasis_IsThatOfInputsInformationBreakEvenAndHistogram()
    {
        using var document = JsonDocument.Parse(ToolRun.Of("simulate", Saas, "--trials", "500", "--format", "json", "--basis", "cashable").Output);
        JsonElement root = document.RootElement;
        JsonElement[] stated = [.. root.GetProperty("inputs").EnumerateArray(), .. root.GetProperty("breakEven").EnumerateArray(), root.GetProperty("evpi"), root.GetProperty("histogram")];
        Assert.All(stated, one => Assert.Equal("cashable", one.GetProperty("basis").GetString()));
        Assert.Equal(["all", "cashable"], root.GetProperty("periods").EnumerateArray().Select(period => period.GetProperty("basis").GetString()).Distinct());
    }

    [Fact]
    public void Study_IsNamedWithItsMonths_ItsWorthAndItsCost()
    {
        string plan = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        File.WriteAllText(plan, """{"shortest":{"furtherMonthsBefore":2,"monthsAfter":7},"shortestWithControl":{"furtherMonthsBefore":0,"monthsAfterWithControl":6}}""");
        try
        {
            string[] options = ["--trials", "20000", "--study-cost-per-month", "100", "--study", "渠道动销与赢单率提升=" + plan, "--study", "adoption=900"];
            using var document = JsonDocument.Parse(ToolRun.Of(["simulate", Saas, "--format", "json", .. options]).Output);
            JsonElement study = document.RootElement.GetProperty("measureNext").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "渠道动销与赢单率提升");
            Assert.Equal((6, 600), (study.GetProperty("months").GetInt32(), study.GetProperty("cost").GetInt32()));
            string report = ToolRun.Of(["simulate", Saas, "--lang", "zh", .. options]).Output;
            Assert.Contains("渠道动销与赢单率提升：6个月的前后对比至多值", report, StringComparison.Ordinal);
            Assert.Contains("使用率：900个月的前后对比费用为9.00万元", report, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(plan);
        }
    }

    [Fact]
    public void WrongStudies_AreAllNamedAtOnce()
    {
        ToolRun run = ToolRun.Of("simulate", Saas, "--study-cost-per-month", "0", "--study", "x=6", "--study", "adoption=0", "--study", "delay=3", "--study", "delay=4");
        Assert.Equal(2, run.Exit);
        Assert.Equal(4, run.ErrorLines.Length);
    }

    [Fact]
    public void EvaluateWithSimulation_HoldsItsDocument()
    {
        using var document = JsonDocument.Parse(ToolRun.Of("evaluate", Saas, "--simulate", "--trials", "500", "--format", "json").Output);
        Assert.Equal(500, document.RootElement.GetProperty("simulation").GetProperty("trials").GetInt32());
    }

    [Fact]
    public void Csv_HasARowForEachFigure()
    {
        string[] rows = ToolRun.Of("simulate", Saas, "--trials", "500", "--format", "csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + (3 * 2 * 5), rows.Length);
        Assert.All(rows, row => Assert.Equal(14, row.Split(',').Length));
    }

    [Fact]
    public void WrongOptions_AreAllNamedAtOnce()
    {
        ToolRun run = ToolRun.Of("simulate", Saas, "--trials", "99", "--seed", "-1", "--degree", "0");
        Assert.Equal(2, run.Exit);
        Assert.Equal(3, run.ErrorLines.Length);
        Assert.Contains("'99' is no whole number from 100 to 10000000", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutDefaults_OnlyWhatIsStatedIsUncertain()
    {
        using var document = JsonDocument.Parse(ToolRun.Of("simulate", Saas, "--trials", "500", "--format", "json", "--default-uncertainty", "none").Output);
        Assert.Empty(document.RootElement.GetProperty("assumed").EnumerateArray());
        string[] ids = [.. document.RootElement.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("id").GetString()!)];
        Assert.Equal(3, ids.Length);
        Assert.Superset(new HashSet<string>(["adoption", "delay"]), ids.ToHashSet());
    }

    [Fact]
    public void Compare_PutsDoingNothingFirst_AndStepsUpByCost()
    {
        using var document = JsonDocument.Parse(ToolRun.Of("compare", Saas, OnPremises, "--trials", "1000", "--format", "json").Output);
        JsonElement[] alternatives = [.. document.RootElement.GetProperty("alternatives").EnumerateArray()];
        Assert.Equal(JsonValueKind.Null, alternatives[0].GetProperty("name").ValueKind);
        Assert.Equal(1, alternatives.Sum(one => one.GetProperty("probabilityBest").GetProperty("value").GetDouble()), 0.01);
        JsonElement step = document.RootElement.GetProperty("incremental")[1];
        Assert.Equal("430595.61", step.GetProperty("cost").GetString());
        Assert.Equal("0.00", step.GetProperty("benefit").GetString());
        ToolRun report = ToolRun.Of("compare", Saas, OnPremises, "--trials", "1000", "--lang", "zh");
        Assert.Contains("不实施", report.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_RefusesWhatDiffers()
    {
        ToolRun run = ToolRun.Of("compare", Saas, Samples.PathOf("qiantang-three-channels.json"));
        Assert.Equal(2, run.Exit);
        Assert.Contains("begin on different dates", run.Error, StringComparison.Ordinal);
    }
}
