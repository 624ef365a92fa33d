using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TcmCrm.Roi.Tool.Tests.Commands;

public class TrendCommandTests
{
    [Fact]
    public void Json_HasWhatTheContractNames()
    {
        ToolRun run = Run(Csv("kpi,month,value", 40, i => $"HoursSaved,{Month(i)},{Text((0.5 * i) + (i * i * 37 % 23))}"), "--target", "60@2025-01", "--format", "json");
        Assert.Equal(0, run.Exit);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement series = Assert.Single(document.RootElement.GetProperty("series").EnumerateArray());
        AssertNumbers(series.GetProperty("theilSen"), "slope", "lower", "upper");
        AssertNumbers(series.GetProperty("mannKendall"), "s", "varS", "z", "p", "f");
        AssertNumbers(series.GetProperty("xmr"), "center", "lower", "upper", "movingRangeLimit");
        Assert.Equal(JsonValueKind.Array, series.GetProperty("xmr").GetProperty("signals").ValueKind);
        Assert.Equal(16, series.GetProperty("cusum").GetProperty("high").GetArrayLength());
        AssertNumbers(series.GetProperty("forecast"), "mean", "lower", "upper", "chance");
        Assert.Equal("2025-01", series.GetProperty("forecast").GetProperty("month").GetString());
        Assert.Equal("improving", series.GetProperty("state").GetString());
        Assert.Contains(series.GetProperty("targetState").GetString(), new[] { "onTarget", "warning", "offTarget" });
        Assert.Equal(JsonValueKind.Array, series.GetProperty("warnings").ValueKind);
        Assert.InRange(series.GetProperty("forecast").GetProperty("chance").GetDouble(), 0, 1);
    }

    [Fact]
    public void WithoutAnAnswer_AReasonStandsInItsPlace()
    {
        using JsonDocument document = JsonDocument.Parse(Run("kpi,month,value\nDso,2025-01,40\nDso,2025-02,41\n", "-f", "json").Output);
        JsonElement series = document.RootElement.GetProperty("series")[0];
        Assert.Equal("tooFewValues", series.GetProperty("theilSen").GetProperty("notApplicable").GetString());
        Assert.Equal("tooFewBaselineValues", series.GetProperty("xmr").GetProperty("notApplicable").GetString());
        Assert.Equal("noTarget", series.GetProperty("forecast").GetProperty("notApplicable").GetString());
        Assert.Equal("insufficientData", series.GetProperty("state").GetString());
        Assert.Equal("noTarget", series.GetProperty("targetState").GetString());
    }

    [Fact]
    public void Parts_GiveTheRatioAndTheSegmentsTheirOwnSeries()
    {
        const string Csv = "kpi,segment,month,numerator,denominator\nwinrate,医院,2025-01,1,4\nWinRate,电商,2025-01,3,4\nWinRate,医院,2025年2月,,\nWinRate,医院,2025-03,2,4\n";
        ToolRun run = Run(Csv, "--format", "json");
        Assert.Equal(0, run.Exit);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement[] series = [.. document.RootElement.GetProperty("series").EnumerateArray()];
        Assert.Equal(["医院", "电商"], series.Select(one => one.GetProperty("segment").GetString()));
        Assert.All(series, one => Assert.Equal("WinRate", one.GetProperty("kpi").GetString()));
        Assert.Equal("2025-02", Assert.Single(series[0].GetProperty("gaps").EnumerateArray()).GetString());
    }

    [Fact]
    public void NamedBaselineAndRules_AreUsed()
    {
        string csv = Csv("kpi,month,value", 30, i => $"Dso,{Month(i)},{(i < 12 ? 40 + (i % 2) : 44 + (i % 2))}");
        using JsonDocument document = JsonDocument.Parse(Run(csv, "--baseline", "2021-03..2022-02", "--rules", "nhs", "-f", "json").Output);
        JsonElement xmr = document.RootElement.GetProperty("series")[0].GetProperty("xmr");
        Assert.Equal(40.5, xmr.GetProperty("center").GetDouble());
        Assert.Equal(40.5 + 2.66, xmr.GetProperty("upper").GetDouble(), 12);
        Assert.Equal("nhs", xmr.GetProperty("rules").GetString());
        JsonElement signals = xmr.GetProperty("signals");

        // The last month of the baseline is the first of the run above its centre.
        Assert.Equal(["2022-02 7 Points Above CL sevenOnOneSide above", "2022-03 Above UCL outsideLimits above"], signals.EnumerateArray().Take(2).Select(
            signal => string.Join(' ', new[] { "month", "flag", "rule", "side" }.Select(name => signal.GetProperty(name).GetString()))));
    }

    [Theory]
    [InlineData("en", "Days sales outstanding", "deteriorating")]
    [InlineData("zh", "回款周期", "恶化")]
    public void Table_SpeaksBothLanguagesAndDrawsTheCourse(string language, string name, string state)
    {
        ToolRun run = Run(Csv("kpi,month,value", 30, i => $"Dso,{Month(i)},{40 + i}"), "--lang", language);
        Assert.Equal(0, run.Exit);
        Assert.Contains(name, run.Output, StringComparison.Ordinal);
        Assert.Contains(state, run.Output, StringComparison.Ordinal);
        Assert.Contains("▁▁▁▁▂▂▂▂▃▃▃▄▄▄▄", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownKpi_IsReadAsUpUnlessToldOtherwise()
    {
        string csv = Csv("kpi,month,value", 30, i => $"诊疗等候时长,{Month(i)},{40 + i}");
        using JsonDocument up = JsonDocument.Parse(Run(csv, "-f", "json").Output);
        Assert.Equal("improving", up.RootElement.GetProperty("series")[0].GetProperty("state").GetString());
        Assert.Equal("unknownKpi", up.RootElement.GetProperty("series")[0].GetProperty("warnings")[0].GetProperty("code").GetString());
        using JsonDocument down = JsonDocument.Parse(Run(csv, "-f", "json", "--direction", "down").Output);
        Assert.Equal("deteriorating", down.RootElement.GetProperty("series")[0].GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("", "standard input: is empty")]
    [InlineData("kpi,month,value\n", "standard input: has a header but no row of data below it")]
    [InlineData("kpi,month\nDso,2025-01\n", "standard input(1): has no column of values; found 'kpi', 'month'")]
    [InlineData("kpi,value\nDso,3\n", "standard input(1): lacks the column month")]
    [InlineData("kpi,month,numerator\nDso,2025-01,3\n", "standard input(1): has a numerator but no denominator")]
    [InlineData("kpi,month,value,segmnet\nDso,2025-01,3,a\n", "standard input(1): column segmnet: is not known")]
    [InlineData("kpi,month,value,value\n", "standard input(1): column value: comes twice")]
    [InlineData("kpi,month,value\nDso,2025-13,3\n", "standard input(2): column month: '2025-13' is not a month")]
    [InlineData("kpi,month,value\nDso,2025-01,3\nDso,2025-02,1.2.3\n", "standard input(3): column value: '1.2.3' is not a number")]
    [InlineData("kpi,month,value\nDso,2025-01,85%\nDso,2025-02,86\n", "standard input(3): column value: '86': some numbers of the column are in per cent")]
    [InlineData("kpi,month,value\nDso,2025-01,\"12,5\"\nDso,2025-02,3\nDso,2025-03,\"7,25\"\n", "standard input(2): column value: '12,5': is the comma that of decimals or of thousands? write decimals with a point, as 1234.5 (2 times, on lines 2, 4)")]
    [InlineData("kpi,month,value\nDso,2025-01,NaN\n", "standard input(2): column value: 'NaN' is not a number")]
    [InlineData("kpi,month,value\nDso,2025-01,1e999\n", "standard input(2): column value: '1e999' is too large or too small")]
    [InlineData("kpi,month,value\n,2025-01,3\n", "standard input(2): column kpi: is empty")]
    [InlineData("kpi,month,value\nDso,2025-01,3\n\nDso,2025-01,4\n", "standard input(4): column month: 2025-01 of Dso comes twice, first on line 2")]
    [InlineData("kpi,month,value\nDso,2025-01,3,4\n", "standard input(2): has 4 cells, the header has 3")]
    [InlineData("kpi,month,value\nDso,2025-01,\n", "standard input(2): column value: 'Dso' has no value in any month")]
    [InlineData("kpi,month,numerator,denominator\nDso,2025-01,3,-1\n", "standard input(2): column denominator: '-1' is negative")]
    [InlineData("kpi,month,numerator,denominator\nDso,2025-01,3,\n", "standard input(2): column denominator: is empty while the other part is not")]
    [InlineData("kpi,month,numerator,denominator\nDso,2025-01,,3\n", "standard input(2): column numerator: is empty while the other part is not")]
    [InlineData("kpi,month,value\nDso,1900-01,3\nDso,2200-01,3\n", "standard input(3): column month: Dso runs from 1900-01 to 2200-01, 3,601 months")]
    public void BadFile_IsToldWithItsPlace(string csv, string problem)
    {
        ToolRun run = Run(csv);
        Assert.Equal(2, run.Exit);
        Assert.Empty(run.Output);
        Assert.StartsWith(problem, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void AllProblems_AreToldAtOnce()
    {
        ToolRun run = Run("kpi,month,value\nDso,2025-00,x\n,2025-02,y\nDso,2025-03,1\nDso,2025-03,2\n", "--baseline", "2025", "--target", "high");
        Assert.Equal(2, run.Exit);
        Assert.Equal(
            ["standard input(2): column month", "standard input(2): column value", "standard input(3): column kpi",
                "standard input(5): column month", "command line: --baseline", "command line: --target"],
            run.ErrorLines.Select(line => string.Join(": ", line.Split(": ").Take(2))));
    }

    [Theory]
    [InlineData("'2024-01' is not a range of months", "--baseline", "2024-01")]
    [InlineData("'2024-05..2024-01' ends before it begins", "--baseline", "2024-05..2024-01")]
    [InlineData("'0.9' is not a target", "--target", "0.9")]
    [InlineData("'Nps=9%@2026-12': Net promoter score is no share; write the number in its own unit", "--target", "Nps=9%@2026-12")]
    [InlineData("'x@2026-12' is not a target", "--target", "x@2026-12")]
    [InlineData("'0.9@2026-13' is not a target", "--target", "0.9@2026-13")]
    [InlineData("'Nps=9@2026-12' is a second target", "--target", "Nps=8@2026-12", "--target", "Nps=9@2026-12")]
    [InlineData("'Customer satisfaction' is not in the file; it has Days sales outstanding, Net promoter score", "--kpi", "Csat")]
    [InlineData("'9@2026-12' does not say of which KPI", "--target", "9@2026-12")]
    [InlineData("'Customer satisfaction' is not among the series", "--target", "Csat=9@2026-12")]
    public void BadOption_IsTold(string problem, params string[] options)
    {
        ToolRun run = Run("kpi,month,value\nDso,2025-01,3\nNps,2025-01,3\n", options);
        Assert.Equal(2, run.Exit);
        Assert.Contains(problem, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WinRate", "0.45", "0.45@2026-12")]
    [InlineData("WinRate", "0.45", "WinRate=45%@2026-12")]
    [InlineData("WinRate", "0.45", "赢单率=45％@2026年12月")]
    [InlineData("SalesRevenue", "1200000", "120万@2026-12")]
    [InlineData("SalesRevenue", "1200000", "1,200,000@2026-12")]
    public void Target_IsANumberAsPeopleWriteIt(string kpi, string value, string target)
    {
        ToolRun run = Run(Csv("kpi,month,value", 24, i => $"{kpi},{Month(i)},{Text(kpi == "WinRate" ? 0.3 + (0.001 * (i % 5)) : 1e6 + (1000 * (i % 5)))}"), "--target", target, "--format", "json");
        Assert.Equal("", run.Error);
        Assert.Equal(double.Parse(value, CultureInfo.InvariantCulture), Assert.Single(JsonDocument.Parse(run.Output).RootElement.GetProperty("series").EnumerateArray()).GetProperty("target").GetProperty("value").GetDouble());
    }

    [Fact]
    public void MissingFileAndWrongEncoding_AreTold()
    {
        Assert.Equal("no-such.csv: does not exist", Assert.Single(ToolRun.Of("trend", "no-such.csv").ErrorLines));
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("gbk.csv");
        File.WriteAllBytes(path, [.. Encoding.ASCII.GetBytes("kpi,month,value\n"), 0xBB, 0xD8, 0xBF, 0xEE, .. Encoding.ASCII.GetBytes(",2025-01,3\n")]);
        Assert.Contains("回款", ToolRun.Of("trend", path).Output, StringComparison.Ordinal);
        File.WriteAllBytes(path, [.. Encoding.ASCII.GetBytes("kpi,month,value\nUms"), 0xE4, .. Encoding.ASCII.GetBytes(",2025-01,3\n")]);
        ToolRun run = ToolRun.Of("trend", path);
        Assert.Equal(2, run.Exit);
        Assert.Contains("is in an encoding that cannot be told", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void TargetOfOneKpi_LeavesTheOthersWithout()
    {
        string csv = Csv("kpi,month,value", 20, i => $"Dso,{Month(i)},{40 + (i * i * 37 % 23)}\nNps,{Month(i)},{40 + (i * i * 31 % 19)}");
        using JsonDocument document = JsonDocument.Parse(Run(csv, "--target", "Nps=50@2023-12", "-f", "json").Output);
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("series")[0].GetProperty("target").ValueKind);
        Assert.Equal(50, document.RootElement.GetProperty("series")[1].GetProperty("target").GetProperty("value").GetDouble());
    }

    private static ToolRun Run(string csv, params string[] options) => ToolRun.Of(["trend", "-", .. options], csv);

    private static string Csv(string header, int lines, Func<int, string> line) =>
        header + "\n" + string.Join('\n', Enumerable.Range(0, lines).Select(line)) + "\n";

    private static string Month(int index) => string.Create(CultureInfo.InvariantCulture, $"{2021 + ((2 + index) / 12)}-{((2 + index) % 12) + 1:00}");

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static void AssertNumbers(JsonElement element, params string[] names) =>
        Assert.All(names, name => Assert.Equal(JsonValueKind.Number, element.GetProperty(name).ValueKind));
}
