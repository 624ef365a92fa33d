using System.Globalization;

namespace TcmCrm.Roi.Tool.Tests.Commands;

/// <summary>The first sentences of the report, which somebody acts on.</summary>
public class ConclusionTests
{
    /// <summary>An amount below 0 stands with its sign: 不足 before an amount reads as a small gain.</summary>
    [Theory]
    [InlineData(1000, 2000, 3000, "按全部收益和按现金口径均值得投入：未折现净收益按全部收益为0.40万元，按现金口径为0.10万元（投资回报率100.0%）。")]
    [InlineData(1000, 600, 3000, "只有把非现金收益（如节省的工时）计入才值得投入：未折现净收益按全部收益为0.26万元，按现金口径为-0.04万元（投资回报率-40.0%）。")]
    [InlineData(9000, 600, 3000, "不值得投入：未折现净收益按全部收益为-0.54万元，按现金口径为-0.84万元（投资回报率-93.3%）。")]
    [InlineData(1000, 600, 0, "不值得投入：未折现净收益为-0.04万元，收益全部可现金化，成本全部为现金支出。")]
    [InlineData(1000, 0, 0, "就货币化的收益而言不值得投入：未折现净收益为-0.10万元。")]
    [InlineData(1000, 1000, 0, "刚好保本：未折现净收益为0.00万元，收益稍有不足或成本略有超支即得不偿失。")]
    [InlineData(1000, 400, 600, "按全部收益刚好保本，收益稍有不足或成本略有超支即得不偿失：未折现净收益按全部收益为0.00万元，按现金口径为-0.06万元（投资回报率-60.0%）。")]
    public void Chinese_SaysAmountsWithTheirSign(int cost, int cash, int hours, string sentence) => Assert.Contains(sentence, Lines("zh", cost, cash, hours));

    [Fact]
    public void WhatWouldChangeIt_IsSaidOnCashWhereCashFails()
    {
        string[] lines = Lines("en", 1000, 800, 3000);
        Assert.Contains("It stops being worth its cost where less than 26.3% of the benefit comes, or where the cost is more than 280.0% higher.", lines);
        Assert.Contains("On the cash basis it would be worth its cost with 25.0% more benefit, or at 20.0% less cost.", lines);
        Assert.Contains("It rests most on 'hours', which brings 78.9% of the benefit (assumed; no cash; no owner).", lines);
        Assert.DoesNotContain(Lines("en", 1000, 2000, 3000), line => line.StartsWith("On the cash basis it would", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIsNotMeasured_DoesNotReadAsSettled()
    {
        const string Caution = "Nothing of this is measured: it holds only as far as its assumptions do.";
        Assert.Contains(Caution, Lines("en", 1000, 2000, 0));
        Assert.DoesNotContain(Caution, Lines("en", 3000, 2000, 0));
        Assert.DoesNotContain(Caution, Lines("en", 1000, 2000, 0, measured: 0.4m));
        Assert.Contains("With every measured benefit at its lower limit it is not worth its cost: its undiscounted net benefit is CNY -200.00.", Lines("en", 1000, 2000, 0, measured: 0.4m));
        Assert.DoesNotContain(Lines("en", 1000, 2000, 0, measured: 0.6m), line => line.StartsWith("With every measured benefit at its lower limit it is not", StringComparison.Ordinal));
    }

    /// <summary>A small measured part beside a large assumed one does not settle the case.</summary>
    [Fact]
    public void WhatWasMeasuredAlone_IsSaidWhereItDoesNotPay()
    {
        Assert.Contains("By what was measured alone it is not worth its cost: its undiscounted net benefit would be CNY -200.00.", Lines("en", 1000, 800, 3000, measured: 0.9m));
        Assert.DoesNotContain(Lines("en", 1000, 1800, 3000, measured: 0.9m), line => line.StartsWith("By what was measured alone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2500, "Losses exceed all gains by CNY 500.00: no net benefit is left whose evidence could be shown.")]
    [InlineData(2000, "Losses take all of the gains: no net benefit is left whose evidence could be shown.")]
    public void LossesAboveGains_AreNotCalledNoBenefit(int losses, string sentence)
    {
        string[] lines = Lines("en", 1000, 2000, 0, losses: losses);
        Assert.Contains(sentence, lines);
        Assert.DoesNotContain("No benefit is expressed in money.", lines);
        Assert.Contains(") losses come to as much as the gains or more", string.Concat(lines), StringComparison.Ordinal);
        Assert.DoesNotMatch("[A-Za-z]{4,}", string.Concat(Lines("zh", 1000, 2000, 0, losses: losses).Take(6)).Replace("CRM", "", StringComparison.Ordinal));
    }

    /// <summary>The formula of every figure of the library, in the language of the reader.</summary>
    [Fact]
    public void Formulas_AreChinese()
    {
        foreach (Measures.Measure measure in Measures.Measure.All)
        {
            Assert.DoesNotMatch("[A-Za-z]{2,}", TcmCrm.Roi.Texts.Language.Of("zh").Say(measure.Formula));
        }
    }

    /// <summary>The cash basis has its own table, under the statutory term; own time and freed time are in neither of its columns.</summary>
    [Fact]
    public void CashBasis_HasItsOwnFlows()
    {
        string[] lines = Lines("zh", 1000, 2000, 3000);
        int title = Array.IndexOf(lines, "现金流量表，1年（单位：万元）");
        Assert.True(title > Array.IndexOf(lines, "成本收益流量表，1年（单位：万元）"));
        Assert.Contains(lines.Skip(title), line => line.Contains("现金流出", StringComparison.Ordinal) && line.Contains("净现金流量", StringComparison.Ordinal));
        Assert.Contains(lines.Skip(title), line => Cells(line) is ["合计", "0.10", "0.20", "0.10"]);
        Assert.DoesNotContain(Lines("zh", 1000, 2000, 0), line => line.StartsWith("现金流量表", StringComparison.Ordinal));
    }

    private static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Lines(string language, int cost, int cash, int hours, decimal? measured = null, int losses = 0)
    {
        string interval = measured is { } lower
            ? string.Create(CultureInfo.InvariantCulture, $", \"evidence\": \"measured\", \"interval\": {{ \"lowerRatio\": {lower}, \"upperRatio\": 1.2, \"confidence\": 0.95 }}")
            : "";
        string[] benefits =
        [
            .. cash == 0 ? [] : new[] { Line("cash", cash, "\"class\": \"cashable\"" + interval) },
            .. hours == 0 ? [] : new[] { Line("hours", hours, "\"class\": \"efficiency\"") },
            .. losses == 0 ? [] : new[] { Line("losses", losses, "\"disbenefit\": true, \"class\": \"cashable\"") },
        ];
        string text = $$"""
            { "schemaVersion": "1.0", "name": "CRM", "currency": "CNY", "start": "2025-01-01", "horizons": ["P1Y"],
              "costs": [ { "category": "software", "kind": "oneOff", "name": "licence", "amount": {{cost}} } ], "benefits": [ {{string.Join(", ", benefits)}} ] }
            """;
        ToolRun run = ToolRun.Of(["evaluate", "-", "--lang", language], text);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        return run.Output.Split('\n');

        static string Line(string name, int amount, string more) =>
            $$"""{ "category": "operatingCost", "kind": "yearly", "name": "{{name}}", "amountPerYear": {{amount}}, {{more}} }""";
    }
}
