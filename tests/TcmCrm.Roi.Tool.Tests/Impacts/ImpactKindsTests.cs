using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TcmCrm.Roi.Tool.Tests.Impacts;

/// <summary>What the command makes of tables that are no single series: plans, segments, raw answers, customer lists; and events and gates.</summary>
public class ImpactKindsTests
{
    private static readonly double[] Season = [0.1, -0.2, 0.05, 0.0, 0.02, -0.05, -0.1, -0.02, 0.08, 0.1, 0.15, 0.2];

    private static string Sales(int months, double noise, int from = int.MaxValue, double step = 0)
    {
        var text = new StringBuilder("month,value,branch\n");
        for (int i = 0; i < months; i++)
        {
            double common = (0.004 * i) + Season[i % 12] + (noise * Math.Sin(17.0 * i * i));
            double own = 0.2 * noise * Math.Sin((23.0 * i * i) + 1);
            text.Append(CultureInfo.InvariantCulture, $"{2021 + (i / 12)}-{(i % 12) + 1:00},{1000 * Math.Exp(common + own + (i >= from ? step : 0)):F2},{900 * Math.Exp(common):F2}\n");
        }

        return text.ToString();
    }

    private static ToolRun Run(string table, params string[] options) => ToolRun.Of(["impact", "-", .. options], table);

    private static JsonElement Json(string table, params string[] options)
    {
        ToolRun run = Run(table, [.. options, "--format", "json"]);
        Assert.True(run.Exit == 0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement.Clone();
    }

    /// <summary>Scores of a scale of 1 to 5 are no answers of 0 to 10, of which all would be detractors.</summary>
    [Theory]
    [InlineData(20, 5, 2)]
    [InlineData(18, 5, 0)]
    [InlineData(20, 6, 0)]
    public void AnswersOfFive_AreNoRecommendations(int count, int highest, int exit)
    {
        string csv = "period,score\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"{(i % 2 == 0 ? "before" : "after")},{(i == 0 ? highest : 1 + (i % 5))}\n"));
        ToolRun run = Run(csv, "--answers", "nps");
        Assert.Equal(exit, run.Exit);
        Assert.Equal(exit != 0, run.Error.Contains("a scale of 1 to 5 is read by --answers csat", StringComparison.Ordinal));
    }

    [Fact]
    public void Plan_TellsTheMonthsThatThePromiseNeeds_AloneAndAgainstTheControl()
    {
        JsonElement plan = Json(Sales(36, 0.04), "--plan", "--promise", "0.1", "--control", "branch");
        Assert.Equal(36, plan.GetProperty("monthsBefore").GetInt32());
        JsonElement now = plan.GetProperty("plans")[0];
        Assert.Equal(0, now.GetProperty("furtherMonthsBefore").GetInt32());
        Assert.InRange(now.GetProperty("monthsAfterWithControl").GetInt32(), 4, 12);
        Assert.True(plan.GetProperty("noiseWithControl").GetDouble() < plan.GetProperty("noise").GetDouble());
        Assert.Equal(JsonValueKind.Object, plan.GetProperty("shortestWithControl").ValueKind);

        foreach (string language in new[] { "en", "zh" })
        {
            ToolRun text = Run(Sales(36, 0.04), "--plan", "--promise", "0.1", "--control", "branch", "--lang", language);
            Assert.Equal(0, text.Exit);
            Assert.Contains("36", text.Output, StringComparison.Ordinal);
            Assert.Contains(language == "en" ? "Months needed" : "所需月数", text.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Plan_ThatCannotBeTold_SaysWhy_AndEndsWith0()
    {
        JsonElement plan = Json(Sales(12, 0.04), "--plan", "--promise", "0.1");
        Assert.Equal(0, plan.GetProperty("plans").GetArrayLength());
        Assert.Equal(["planSeason", "planNoControl"], plan.GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("code").GetString()));
        Assert.Contains("12", Run(Sales(12, 0.04), "--plan", "--promise", "0.1").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_WithoutAPromise_AndAStudyWithoutAGoLive_AreToldApart()
    {
        ToolRun plan = Run(Sales(36, 0.04), "--plan");
        Assert.Equal(2, plan.Exit);
        Assert.Contains("--promise", plan.Error, StringComparison.Ordinal);
        ToolRun study = Run(Sales(36, 0.04));
        Assert.Equal(2, study.Exit);
        Assert.Contains("--go-live", study.Error, StringComparison.Ordinal);
    }

    /// <summary>Both channels rise by some points, and weight moves to the one with the lower ratio.</summary>
    private static string Channels(bool withTotal = false)
    {
        var text = new StringBuilder("月份,渠道,分子,分母\n");
        for (int i = 0; i < 24; i++)
        {
            bool after = i >= 12;
            string month = $"{2023 + (i / 12)}-{(i % 12) + 1:00}";
            text.Append(CultureInfo.InvariantCulture, $"{month},药店,{(after ? 62 + (i % 3) : 540 + (i % 5))},{(after ? 100 : 900)}\n{month},线上,{(after ? 216 + (i % 4) : 20 + (i % 2))},{(after ? 900 : 100)}\n");
            text.Append(withTotal ? FormattableString.Invariant($"{month},合计,{(after ? 280 : 560)},1000\n") : string.Empty);
        }

        return text.ToString();
    }

    [Fact]
    public void Segments_AreOneRowEach_AndAReversalIsSaidWithItsSplit()
    {
        JsonElement root = Json(Channels(withTotal: true), "--go-live", "2024-01");
        Assert.Equal(["药店", "线上"], root.GetProperty("segments").EnumerateArray().Select(s => s.GetProperty("segment").GetString()));
        Assert.Equal("mixReversal", root.GetProperty("warnings")[0].GetProperty("code").GetString());
        JsonElement split = root.GetProperty("rateAndMix");
        Assert.True(split.GetProperty("isReversal").GetBoolean());
        Assert.Equal(split.GetProperty("after").GetDouble() - split.GetProperty("before").GetDouble(), split.GetProperty("rate").GetDouble() + split.GetProperty("mix").GetDouble(), 1e-12);
        Assert.Equal("inconclusive", root.GetProperty("totalVerdict").GetString());

        ToolRun text = Run(Channels(), "--go-live", "2024-01", "--lang", "zh");
        Assert.Equal(0, text.Exit);
        Assert.Contains("2个分部均上升，总体却由", text.Output, StringComparison.Ordinal);
        Assert.Contains("药店", text.Output, StringComparison.Ordinal);
        Assert.Equal(1, Run(Channels(), "--go-live", "2024-01", "--gate", "verdict=harm").Exit);
    }

    [Fact]
    public void Segments_HaveNoPlan()
    {
        ToolRun run = Run(Channels(), "--plan", "--promise", "0.05");
        Assert.Equal(2, run.Exit);
        Assert.Contains("--plan", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void RawAnswers_AreAScoreBeforeAndAfter_ByDateOrPeriod()
    {
        var dates = new StringBuilder("答卷日期,评分,客户\n");
        var periods = new StringBuilder("阶段,评分\n");
        for (int i = 0; i < 40; i++)
        {
            int before = 5 + (i % 6);
            int after = 7 + (i % 4);
            dates.Append(CultureInfo.InvariantCulture, $"2024-{(i % 12) + 1:00}-03,{before},客户{i}\n2025-{(i % 12) + 1:00}-03,{after},客户{i}\n");
            periods.Append(CultureInfo.InvariantCulture, $"上线前,{before}\n上线后,{after}\n");
        }

        JsonElement paired = Json(dates.ToString(), "--answers", "nps", "--go-live", "2025-01");
        JsonElement apart = Json(periods.ToString(), "--answers", "nps");
        Assert.Equal(40, paired.GetProperty("pairs").GetInt32());
        Assert.Equal(JsonValueKind.Null, apart.GetProperty("pairs").ValueKind);
        Assert.Equal("paired-t", paired.GetProperty("change").GetProperty("method").GetString());
        Assert.Equal("nps", apart.GetProperty("change").GetProperty("method").GetString());
        foreach (string side in new[] { "before", "after" })
        {
            Assert.Equal(paired.GetProperty(side).GetProperty("estimate").GetDouble(), apart.GetProperty(side).GetProperty("estimate").GetDouble());
        }

        // The months of the transition are on neither side.
        Assert.True(Json(dates.ToString(), "--answers", "nps", "--go-live", "2025-01", "--transition", "2").GetProperty("after").GetProperty("n").GetInt32() < 40);
        Assert.Contains("Promised improvement: 5.0 points.", Run(periods.ToString(), "--answers", "nps", "--promise", "5").Output, StringComparison.Ordinal);
        Assert.Contains("净推荐值", Run(periods.ToString(), "--answers", "nps", "--lang", "zh").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Satisfaction_IsTheShareOf4And5_AndWrongCellsAreNamedAtOnce()
    {
        string table = "period,score\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"before,{1 + (i % 5)}\nafter,{3 + (i % 3)}\n"));
        JsonElement root = Json(table, "--answers", "csat");
        Assert.Equal(0.4, root.GetProperty("before").GetProperty("estimate").GetDouble(), 1e-12);
        Assert.Equal("proportion-newcombe", root.GetProperty("change").GetProperty("method").GetString());

        // Who did not answer is no score, and is counted.
        ToolRun silent = Run(table + "before,\nafter,\nafter,\n", "--answers", "csat", "--lang", "zh");
        Assert.Equal(0, silent.Exit);
        Assert.Contains("有3行未作答，未计入（上线前1行，上线后2行）", silent.Error, StringComparison.Ordinal);
        Assert.Equal(root.ToString(), Json(table + "before,\nafter,\nafter,\n", "--answers", "csat").ToString());

        ToolRun wrong = Run("period,score\nbefore,11\nnow,3\n", "--answers", "csat");
        Assert.Equal(2, wrong.Exit);
        Assert.Contains("(2)", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("(3)", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(2, Run("date,score\n2024-01-01,5\n", "--answers", "csat").Exit);
    }

    [Fact]
    public void CustomerLists_AreComparedAtEqualTenure()
    {
        var list = new StringBuilder("客户,加入日期,流失日期\n");
        for (int i = 0; i < 60; i++)
        {
            list.Append(CultureInfo.InvariantCulture, $"a{i},2024-01-{(i % 28) + 1:00},{(i < 30 ? "2024-04-15" : string.Empty)}\nb{i},2025-01-{(i % 28) + 1:00},{(i < 10 ? "2025-04-15" : string.Empty)}\n");
        }

        list.Append("late,2025-12-31,\n");
        JsonElement root = Json(list.ToString(), "--retention", "6", "--go-live", "2025-01");
        Assert.Equal(0.5, root.GetProperty("before").GetProperty("estimate").GetDouble(), 1e-12);
        Assert.Equal(50.0 / 60, root.GetProperty("after").GetProperty("estimate").GetDouble(), 1e-12);
        Assert.Equal("positive", root.GetProperty("verdict").GetString());
        JsonElement early = Json(list.ToString(), "--retention", "6", "--go-live", "2025-01", "--as-of", "2025-06-30");
        Assert.Equal("inconclusive", early.GetProperty("verdict").GetString());
        Assert.Equal("retentionOneSide", early.GetProperty("warnings")[0].GetProperty("code").GetString());
        Assert.Equal(2, Run("joined,left\n2025-01-01,2024-01-01\n", "--retention", "6", "--go-live", "2025-01").Exit);
        Assert.Equal(2, Run(list.ToString(), "--retention", "0", "--go-live", "2025-01").Exit);
    }

    [Fact]
    public void Event_IsAStepOfItsOwn()
    {
        // Nothing happened at go-live; a price list of half a year later moved the level.
        string moved = Sales(48, 0.01, from: 42, step: 0.2);
        double Effect(params string[] more) =>
            Json(moved, ["--go-live", "2024-01", "--value", "value", "--calendar", "none", .. more]).GetProperty("effect").GetProperty("estimate").GetDouble();
        Assert.True(Effect() > 0.05);
        Assert.InRange(Effect("--event", "2024-07"), -0.03, 0.03);
        Assert.Contains(
            "Something else changed the level from 2024-07 on: the design has a step of its own for it.",
            Run(moved, "--go-live", "2024-01", "--value", "value", "--calendar", "none", "--event", "2024-07").Output, StringComparison.Ordinal);
        ToolRun wrong = Run(moved, "--go-live", "2024-01", "--value", "value", "--event", "2024-01", "--event", "soon");
        Assert.Equal(2, wrong.Exit);
        Assert.Equal(2, wrong.Error.Split("--event").Length - 1);
    }

    [Theory]
    [InlineData("verdict=realised", 0)]
    [InlineData("verdict=harm", 1)]
    [InlineData("verdict=partlyRealised, realised", 0)]
    [InlineData("verdict=harm,inconclusive", 1)]
    public void Gate_IsTheExitCode(string gate, int exit)
    {
        ToolRun run = Run(Sales(48, 0.005, from: 36, step: 0.3), "--go-live", "2024-01", "--control", "branch", "--promise", "0.08", "--gate", gate);
        Assert.True(run.Exit == exit, run.Output + run.Error);
    }

    [Fact]
    public void Gate_OnAStudyWithoutAnAnswer_Fails_AndAWrongOneIsNamed()
    {
        Assert.Equal(1, Run(Sales(14, 0.01), "--go-live", "2022-01", "--value", "value", "--gate", "verdict=realised").Exit);
        Assert.Equal(0, Run(Sales(14, 0.01), "--go-live", "2022-01", "--value", "value").Exit);
        ToolRun wrong = Run(Sales(14, 0.01), "--go-live", "2022-01", "--gate", "verdict=great");
        Assert.Equal(2, wrong.Exit);
        Assert.Contains("realised", wrong.Error, StringComparison.Ordinal);
        ToolRun planned = Run(Sales(36, 0.04), "--plan", "--promise", "0.1", "--gate", "verdict=realised");
        Assert.Equal((2, true), (planned.Exit, planned.Error.Contains("does not go with --plan", StringComparison.Ordinal)));
        ToolRun never = Run(Sales(14, 0.01), "--go-live", "2022-01", "--gate", "verdict=realised", "--gate", "verdict=partlyRealised");
        Assert.Equal(2, never.Exit);
        Assert.Contains("write verdict=realised,partlyRealised", never.Error, StringComparison.Ordinal);
    }
}
