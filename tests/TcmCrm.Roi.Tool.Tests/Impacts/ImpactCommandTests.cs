using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TcmCrm.Roi.Tool.Tests.Impacts;

public class ImpactCommandTests
{
    [Theory]
    [InlineData("8%", null)]
    [InlineData("8 ％", null)]
    [InlineData("8", "--promise: '8' would be 800 %; for 8 % write 0.08 or 8%")]
    [InlineData("50000", "--promise: is 50000; the effect of this series is relative, so that 0.08 or 8% is a promise of 8 %")]
    [InlineData("0", "--promise: is 0; allowed: above 0")]
    [InlineData("-8%", "--promise: is -8%; allowed: above 0")]
    [InlineData("much", "--promise: is 'much', which is no number; write 0.08, 8% or, for points, 5")]
    public void Promise_IsAFractionOrPerCent(string promise, string? problem)
    {
        ToolRun run = ToolRun.Of(["impact", "-", "--go-live", "2023-07", "--promise", promise, "--format", "json"], Series(30, 18, 0.12));
        Assert.Equal(problem is null ? 0 : 2, run.Exit);
        Assert.Contains(problem ?? "", run.Error, StringComparison.Ordinal);
        if (problem is null)
        {
            Assert.Equal(0.08, JsonDocument.Parse(run.Output).RootElement.GetProperty("promise").GetDouble());
        }
    }

    [Fact]
    public void PromiseInPerCent_IsNotOneOfPoints()
    {
        ToolRun run = ToolRun.Of(["impact", "-", "--go-live", "2023-07", "--promise", "8%", "--log", "off"], Series(30, 18, 0.12));
        Assert.Equal(2, run.Exit);
        Assert.Contains("'8%': the effect of this series is in the unit of its values", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HoldsTheStudies_TheChosenOneFirst()
    {
        JsonElement root = Json(Series(30, 18, 0.12), "--go-live", "2023-07", "--promise", "0.08");
        string[] methods = [.. root.GetProperty("studies").EnumerateArray().Select(s => s.GetProperty("method").GetString()!)];
        Assert.Equal(methods[0], root.GetProperty("chosen").GetString());
        Assert.Equal(["its", "mann-whitney", "reml-mean", "welch", "welch-ess", "yoy"], methods.Order(StringComparer.Ordinal));
        foreach (JsonElement study in root.GetProperty("studies").EnumerateArray())
        {
            foreach (string name in new[] { "estimate", "lower", "upper", "standardError", "degreesOfFreedom", "pValue", "rho", "nBefore", "nAfter", "nEffective", "warnings" })
            {
                Assert.True(study.TryGetProperty(name, out _), name);
            }

            Assert.InRange(study.GetProperty("estimate").GetDouble(), study.GetProperty("lower").GetDouble(), study.GetProperty("upper").GetDouble());
        }

        foreach (string name in new[] { "verdict", "minimumDetectableEffect", "monthsStillNeeded" })
        {
            Assert.True(root.TryGetProperty(name, out _), name);
        }
    }

    [Fact]
    public void LinearWithoutSeason_IsPlainWelch()
    {
        JsonElement root = Json(
            "month,value\n" + string.Join("\n", Enumerable.Range(0, 12).Select(i => $"{2024 + (i / 12)}-{(i % 12) + 1:00},{(i < 6 ? 10 + i : 20 + i)}")),
            "--go-live", "2024-07", "--log", "off", "--season", "none");
        JsonElement welch = root.GetProperty("studies").EnumerateArray().Single(s => s.GetProperty("method").GetString() == "welch");

        // Two runs of six consecutive numbers, 16 apart: each variance 3.5, se = sqrt(3.5/6*2), df = 10.
        Assert.Equal(16.0, welch.GetProperty("estimate").GetDouble(), 1e-12);
        Assert.Equal(Math.Sqrt(3.5 / 3), welch.GetProperty("standardError").GetDouble(), 1e-12);
        Assert.Equal(10.0, welch.GetProperty("degreesOfFreedom").GetDouble(), 1e-9);
        Assert.Equal("linear", welch.GetProperty("scale").GetString());
        Assert.Equal(JsonValueKind.Null, welch.GetProperty("rho").ValueKind);
    }

    [Fact]
    public void Control_IsDifferenceInDifferences()
    {
        JsonElement root = Json(Series(30, 18, 0.12), "--go-live", "2023-07", "--control", "branch");
        Assert.Equal("controlled-its", root.GetProperty("chosen").GetString());
        Assert.InRange(root.GetProperty("studies")[0].GetProperty("estimate").GetDouble(), 0.05, 0.20);
    }

    [Fact]
    public void Ratio_IsToldFromTheColumns()
    {
        string csv = "month,numerator,denominator\n" + string.Join("\n", Enumerable.Range(0, 20).Select(i =>
            $"{2022 + (i / 12)}-{(i % 12) + 1:00},{(i < 10 ? 40 + (i % 3) : 52 + (i % 4))},100"));
        JsonElement root = Json(csv, "--go-live", "2022-11", "--promise", "0.05");
        JsonElement pooled = root.GetProperty("studies").EnumerateArray().Single(s => s.GetProperty("method").GetString() == "proportion-newcombe");
        Assert.Equal(1000, pooled.GetProperty("nBefore").GetDouble());
        Assert.Equal("share", pooled.GetProperty("unit").GetString());
    }

    [Fact]
    public void Answers_AreANetPromoterScore()
    {
        string csv = "month,promoters,passives,detractors\n" + string.Join("\n", Enumerable.Range(0, 8).Select(i =>
            $"2024-{i + 1:00},{(i < 4 ? 30 : 45)},{30 - i},{(i < 4 ? 40 : 25)}"));
        JsonElement root = Json(csv, "--go-live", "2024-05");
        Assert.Equal("nps", root.GetProperty("chosen").GetString());
        JsonElement nps = root.GetProperty("studies").EnumerateArray().Single(s => s.GetProperty("method").GetString() == "nps");
        Assert.Equal("scorePoints", nps.GetProperty("unit").GetString());
        Assert.True(nps.GetProperty("lower").GetDouble() > 0);
    }

    [Fact]
    public void Text_StatesTheVerdictInBothLanguages()
    {
        string csv = Series(30, 18, 0.12);
        ToolRun english = ToolRun.Of(["impact", "-", "--go-live", "2023-07", "--control", "branch"], csv);
        ToolRun chinese = ToolRun.Of(["impact", "-", "--go-live", "2023-07", "--control", "branch", "--lang", "zh"], csv);
        Assert.Equal(0, english.Exit);
        Assert.Contains("positive", english.Output, StringComparison.Ordinal);
        Assert.Contains("有改善", chinese.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TooShort_IsAnAnswerWithoutEstimate()
    {
        JsonElement root = Json("month,value\n2024-01,1\n2024-02,2\n2024-03,3\n", "--go-live", "2024-03");
        Assert.Equal(JsonValueKind.Null, root.GetProperty("chosen").ValueKind);
        Assert.Equal("inconclusive", root.GetProperty("verdict").GetString());
        Assert.Contains(root.GetProperty("warnings").EnumerateArray(), w => w.GetProperty("code").GetString() == "noEstimate");
    }

    [Fact]
    public void MissingMonths_AreAWarning()
    {
        string[] lines = Series(30, 18, 0.1).Split('\n');
        JsonElement root = Json(string.Join("\n", lines.Where((_, i) => i != 5)), "--go-live", "2023-07");
        JsonElement warning = root.GetProperty("warnings").EnumerateArray().Single(w => w.GetProperty("code").GetString() == "gapsInSeries");
        Assert.Contains("2022-05", warning.GetProperty("english").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("month,value\n2024-01,1\n2024-01,2\n", "(3): column month: 2024-01 comes twice, first on line 2")]
    [InlineData("month,value\n2024-01,1\n2024-13,2\n", "(3): column month: '2024-13' is not a month")]
    [InlineData("month,value\n2024-01,1\n2024-02,abc\n", "(3): column value: 'abc' is not a number")]
    [InlineData("month,value\n2024-01,NaN\n2024-02,1\n", "(2): column value: 'NaN' is not a number")]
    [InlineData("month,note\n2024-01,a\n2024-02,b\n", "(1): has no column of numbers beside the month")]
    [InlineData("month,won,opened\n2024-01,1,3\n2024-02,1,4\n", "(1): 'won', 'opened' are columns of numbers, and which is which cannot be known")]
    [InlineData("value\n1\n", "(1): lacks the column month")]
    [InlineData("", "is empty")]
    [InlineData("month,numerator,denominator\n2024-01,5,4\n2024-02,1,4\n", "(2): column numerator: the numerator 5 is above the denominator 4")]
    [InlineData("month,numerator,denominator\n2024-01,5,\n2024-02,1,4\n", "(2): column numerator: has a numerator but no denominator")]
    [InlineData("month,value\n2024-01,1,9\n2024-02,1\n", "(2): has 3 cells, the header has 2")]
    public void BadSeries_IsNamedWithItsLine(string csv, string expected)
    {
        ToolRun run = ToolRun.Of(["impact", "-", "--go-live", "2024-02"], csv);
        Assert.Equal(2, run.Exit);
        Assert.Empty(run.Output);
        Assert.Contains(run.ErrorLines, line => line.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--go-live 2021-01", "--go-live: 2021-01 is outside the series; allowed: after 2022-01 and up to 2024-06")]
    [InlineData("--go-live 2024-07", "--go-live: 2024-07 is outside the series")]
    [InlineData("--go-live soon", "--go-live: 'soon' is not a month")]
    [InlineData("--go-live 2023-07 --promise -0.1", "--promise: is -0.1; allowed: above 0")]
    [InlineData("--go-live 2023-07 --transition 30", "--transition: is 30; allowed: 0 to 24")]
    [InlineData("--go-live 2023-07 --control nowhere", "has no column nowhere for --control; found 'value', 'branch'")]
    [InlineData("--go-live 2023-07 --confidence 2", "--confidence: is 2")]
    public void BadOption_IsNamed(string options, string expected)
    {
        ToolRun run = ToolRun.Of(["impact", "-", .. options.Split(' ')], Series(30, 18, 0.1));
        Assert.Equal(2, run.Exit);
        Assert.Contains(run.ErrorLines, line => line.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void NegativeMoneyUnderLog_IsNamedWithItsLine()
    {
        string csv = Series(30, 18, 0.1).Replace("2022-03,", "2022-03,-", StringComparison.Ordinal);
        ToolRun run = ToolRun.Of(["impact", "-", "--go-live", "2023-07", "--log", "on"], csv);
        Assert.Equal(2, run.Exit);
        Assert.Contains(run.ErrorLines, line => line.Contains("(4): column value: is -", StringComparison.Ordinal));
        Assert.Equal("linear", Json(csv, "--go-live", "2023-07").GetProperty("studies")[0].GetProperty("scale").GetString());
    }

    [Fact]
    public void Evaluate_TakesABenefitFromASeriesBesideTheCase()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.PathOf("sales.csv"), Series(30, 18, 0.12));
        ToolRun run = ToolRun.Of("evaluate", Case(directory, "sales.csv"), "--format", "json");
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.Exit);
        JsonElement year = JsonDocument.Parse(run.Output).RootElement.GetProperty("horizons")[1];
        decimal benefit = decimal.Parse(year.GetProperty("totalBenefit").GetString()!, CultureInfo.InvariantCulture);
        decimal effect = Json(Series(30, 18, 0.12), "--go-live", "2023-07", "--control", "branch").GetProperty("studies")[0].GetProperty("estimate").GetDecimal();
        Assert.Equal(1_000_000m * effect * 0.4m, benefit, 0);
    }

    [Theory]
    [InlineData("nope.csv", "does not exist beside the document")]
    [InlineData("../sales.csv", "is not allowed")]
    [InlineData("/etc/hosts", "is not allowed")]
    public void Evaluate_NamesTheSeriesThatItCannotUse(string series, string expected)
    {
        using var directory = new TemporaryDirectory();
        ToolRun run = ToolRun.Of("evaluate", Case(directory, series));
        Assert.Equal(2, run.Exit);
        Assert.Contains(run.ErrorLines, line => line.Contains("$.benefits[0]", StringComparison.Ordinal) && line.Contains(expected, StringComparison.Ordinal));
    }

    private static string Case(TemporaryDirectory directory, string series)
    {
        string path = directory.PathOf("case.json");
        File.WriteAllText(path, $$"""
            {
              "schemaVersion": "1.0", "name": "Case", "currency": "CNY", "start": "2023-07-01",
              "costs": [],
              "benefits": [
                { "category": "salesGrowth", "kind": "impact", "name": "sales", "series": "{{series}}", "control": "branch",
                  "contributionMargin": 0.4, "baselinePerYear": 1000000 }
              ]
            }
            """);
        return path;
    }

    private static JsonElement Json(string csv, params string[] options)
    {
        ToolRun run = ToolRun.Of(["impact", "-", .. options, "--format", "json"], csv);
        Assert.True(run.Exit == 0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement.Clone();
    }

    /// <summary>Sales and a branch without the CRM, from January 2022, with a common wave and a little noise that is the same on every run.</summary>
    private static string Series(int months, int before, double effect)
    {
        var text = new StringBuilder("month,value,branch\n");
        for (int i = 0; i < months; i++)
        {
            double wave = 0.1 * Math.Sin(i);
            double noise = 0.03 * Math.Sin(17.0 * i * i);
            double other = 0.03 * Math.Sin((23.0 * i * i) + 1);
            double value = 1000 * Math.Exp(wave + noise + (i >= before ? Math.Log(1 + effect) : 0));
            text.Append(CultureInfo.InvariantCulture, $"{2022 + (i / 12)}-{(i % 12) + 1:00},{value:F2},{900 * Math.Exp(wave + other):F2}\n");
        }

        return text.ToString();
    }
}
