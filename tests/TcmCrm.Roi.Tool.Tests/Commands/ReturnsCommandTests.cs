using System.Globalization;
using System.Text;
using System.Text.Json;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Tests.Commands;

public class ReturnsCommandTests
{
    private const string Textbook = """{"id":"a","amounts":[-1000000,200000,400000,300000,400000],"rate":0.08}""";

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("GB18030")]
    [InlineData("utf-8")]
    public void Json_IsReadInTheEncodingsOfWindows(string name)
    {
        using var folder = new TemporaryDirectory();
        System.Text.Encoding encoding = name == "GB18030" ? System.Text.CodePagesEncodingProvider.Instance.GetEncoding(name)! : System.Text.Encoding.GetEncoding(name);
        const string lines = "{\"id\":\"仁和堂\",\"amounts\":[-100,60,70]}\n{\"id\":\"钱塘\",\"amounts\":[-100,\"x\"]}\n";
        string path = folder.PathOf("flows.jsonl");
        foreach (byte[] start in new[] { encoding.GetPreamble(), [] })
        {
            File.WriteAllBytes(path, [.. start, .. encoding.GetBytes(lines)]);
            ToolRun run = ToolRun.Of("returns", path, "--rate", "0.08", "--lang", "zh");
            Assert.Contains("{\"id\":\"仁和堂\",\"npv\":15.569", run.Output, StringComparison.Ordinal);
            Assert.Contains("（第2行）：$.amounts[1]：为“x”；应为有限的数", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public void IdWithHalfACharacter_IsRefusedWithItsLine_AndTheOthersAreAnswered(string format)
    {
        ToolRun run = ToolRun.Of(["returns", "-", "--format", format, "--lang", "en"], "{\"id\":\"\\ud842\",\"amounts\":[-1,2]}\n{\"id\":\"b\",\"amounts\":[-1,2]}\n");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("standard input(1): ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain("ud842", run.Output, StringComparison.Ordinal);
        Assert.Equal(format == "csv" ? 3 : 2, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void AWordThatIsNotAllowed_IsToldWithThoseThatAre()
    {
        using var folder = new TemporaryDirectory();
        ToolRun run = ToolRun.Of("returns", folder.Write("flows.jsonl", "{\"id\":\"a\",\"amounts\":[-1,2],\"timing\":\"later\"}\n7\n"), "--lang", "zh");
        Assert.Contains("$.timing：为“later”；允许：“startAtZero”、“endOfFirstPeriod”", run.Error, StringComparison.Ordinal);
        Assert.Contains("（第2行）：为“7”；应为带“amounts”的对象", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void PeriodicSeries_HasTheFieldsOfTheContract()
    {
        ToolRun run = ToolRun.Of(["returns", "-"], Textbook + "\n");
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Equal("", run.Error);
        JsonElement result = Lines(run).Single();
        Assert.Equal("a", result.GetProperty("id").GetString());
        double expected = -1e6 + (2e5 / 1.08) + (4e5 / Math.Pow(1.08, 2)) + (3e5 / Math.Pow(1.08, 3)) + (4e5 / Math.Pow(1.08, 4));
        Assert.Equal(expected, result.GetProperty("npv").GetDouble(), 1e-6);
        JsonElement irr = result.GetProperty("irr");
        Assert.Equal("unique", irr.GetProperty("status").GetString());
        Assert.Equal("descartes", irr.GetProperty("proof").GetString());
        Assert.Equal(JsonValueKind.Null, irr.GetProperty("reason").ValueKind);
        double rate = irr.GetProperty("rates")[0].GetDouble();
        Assert.Equal(Math.Log(1 + rate), irr.GetProperty("logGrowths")[0].GetDouble(), 1e-14);
        Assert.InRange(irr.GetProperty("relativeResiduals")[0].GetDouble(), 0, 1e-15);
        JsonElement payback = result.GetProperty("payback");
        Assert.Equal(3.25, payback.GetProperty("first").GetDouble());
        Assert.Equal(3.25, payback.GetProperty("durable").GetDouble());
        Assert.Equal(payback.GetProperty("discountedFirst").GetDouble(), payback.GetProperty("discountedDurable").GetDouble());
        Assert.Equal("periods", payback.GetProperty("unit").GetString());
        Assert.Equal(1 + (expected / 1e6), result.GetProperty("profitabilityIndex").GetDouble(), 1e-12);
        Assert.Equal(Math.Pow(((2e5 * Math.Pow(1.08, 3)) + (4e5 * 1.08 * 1.08) + (3e5 * 1.08) + 4e5) / 1e6, 0.25) - 1, result.GetProperty("mirr").GetDouble(), 1e-14);
    }

    /// <summary>-100, 230, -132: 10 % and 20 %, by period and by years of 365 days.</summary>
    [Theory]
    [InlineData("lowestNonNegative", 0.1)]
    [InlineData("nearest:0.19", 0.2)]
    [InlineData("excel", 0.1)]
    public void OneOfSeveralRates_IsPickedAndSaidToBe(string selection, double expected)
    {
        const string Input = """
            {"id":1,"amounts":[-100,230,-132]}
            {"id":2,"amounts":[-100,230,-132],"dates":["2025-01-01","2026-01-01","2027-01-01"]}
            {"id":3,"amounts":[-100,110]}
            """;
        JsonElement[] results = Lines(ToolRun.Of(["returns", "-", "--rate-selection", selection], Input));
        Assert.All(results[..2], result =>
        {
            JsonElement irr = result.GetProperty("irr");
            Assert.Equal(("multiple", selection), (irr.GetProperty("status").GetString(), irr.GetProperty("selection").GetString()));
            Assert.Equal(expected, irr.GetProperty("selected").GetDouble(), 1e-9);
        });
        Assert.False(results[2].GetProperty("irr").TryGetProperty("selection", out _));
        string[] csv = ToolRun.Of(["returns", "-", "--rate-selection", selection, "--format", "csv"], Input).Output.Split('\n');
        int column = Array.IndexOf(csv[0].Split(','), "irrSelection");
        Assert.Equal([selection, selection, ""], csv[1..4].Select(row => row.Split(',')[column]));
        Assert.Equal(expected, double.Parse(csv[1].Split(',')[2], CultureInfo.InvariantCulture), 1e-9);
        Assert.Equal("multipleRates", ToolRun.Of(["returns", "-", "--format", "csv"], Input).Output.Split('\n')[1].Split(',')[2]);
    }

    [Fact]
    public void DatesMeanTheDatedForms_InAnyOrder()
    {
        const string Input = """
            {"id":1,"amounts":[110,-100],"dates":["2026-01-01","2025-01-01"],"rate":0.1}
            {"id":2,"amounts":[-100,110],"dates":["2025-01-01","2026-01-01"],"rate":0.1,"baseDate":"2026-01-01"}
            {"id":3,"amounts":[-100,110],"dates":["2024-01-01","2025-01-01"],"rate":0.1,"dayCount":"anniversary"}
            {"id":4,"amounts":[-100,110],"dates":["2024-01-01","2025-01-01"],"rate":0.1}
            """;
        JsonElement[] results = Lines(ToolRun.Of(["returns", "-"], Input));
        Assert.Equal([1, 2, 3, 4], results.Select(r => r.GetProperty("id").GetInt32()));
        Assert.All(results[..3], r => Assert.Equal(0.1, Rates(r).Single(), 1e-14));
        Assert.All(results[..3], r => Assert.Equal(0, r.GetProperty("npv").GetDouble(), 1e-12));
        Assert.Equal(Math.Pow(1.1, 365 / 366.0) - 1, Rates(results[3]).Single(), 1e-14);
        Assert.Equal("years", results[0].GetProperty("payback").GetProperty("unit").GetString());
        Assert.Equal(1 / 1.1, results[0].GetProperty("payback").GetProperty("first").GetDouble(), 1e-12);
    }

    [Fact]
    public void OptionsStandInForWhatALineLeavesOut()
    {
        const string Input = """
            {"id":"own","amounts":[-100,60,70],"rate":0.2,"timing":"endOfFirstPeriod"}
            {"id":"none","amounts":[-100,60,70]}
            {"id":"null","amounts":[-100,60,70],"rate":null,"dates":null}
            """;
        double[] values = [.. Lines(ToolRun.Of(["returns", "-", "--rate", "10%"], Input)).Select(r => r.GetProperty("npv").GetDouble())];
        Assert.Equal((-100 + (60 / 1.2) + (70 / 1.44)) / 1.2, values[0], 1e-12);
        Assert.Equal(-100 + (60 / 1.1) + (70 / 1.21), values[1], 1e-12);
        Assert.Equal(values[1], values[2]);

        JsonElement without = Lines(ToolRun.Of(["returns", "-"], Input))[1];
        foreach (string figure in new[] { "npv", "mirr", "profitabilityIndex" })
        {
            Assert.Equal("noRate", without.GetProperty(figure).GetProperty("notApplicable").GetString());
        }

        Assert.Equal("noRate", without.GetProperty("payback").GetProperty("discountedFirst").GetProperty("notApplicable").GetString());
    }

    [Fact]
    public void FiguresWithoutAnAnswer_SayWhy()
    {
        const string Input = """
            {"id":"several","amounts":[-10,21,-11]}
            {"id":"none","amounts":[1,-1,1]}
            {"id":"losses","amounts":[-100,-50],"rate":0.1}
            {"id":"empty","amounts":[],"rate":0.1}
            {"id":"rate","amounts":[-1,2],"rate":-1.5}
            {"id":"once","amounts":[-100,150,-100,10],"rate":0.1}
            """;
        JsonElement[] results = Lines(ToolRun.Of(["returns", "-"], Input));
        Assert.Equal("multiple", results[0].GetProperty("irr").GetProperty("status").GetString());
        Assert.Equal([0, 0.1], Rates(results[0]).Select(r => Math.Round(r, 12)));
        Assert.Equal("npvAlwaysPositive", results[1].GetProperty("irr").GetProperty("reason").GetString());
        Assert.Equal("onlyOutflows", results[2].GetProperty("irr").GetProperty("reason").GetString());
        Assert.Equal("onlyOutflows", results[2].GetProperty("mirr").GetProperty("notApplicable").GetString());
        Assert.Equal("neverPaidBack", results[2].GetProperty("payback").GetProperty("first").GetProperty("notApplicable").GetString());
        Assert.Equal("noFlows", results[3].GetProperty("npv").GetProperty("notApplicable").GetString());
        Assert.Equal("noFlows", results[3].GetProperty("irr").GetProperty("reason").GetString());
        Assert.Equal("rateNotAboveMinusOne", results[4].GetProperty("npv").GetProperty("notApplicable").GetString());
        Assert.Equal(1, Rates(results[4]).Single(), 1e-12);
        Assert.Equal("notDurablyPaidBack", results[5].GetProperty("payback").GetProperty("durable").GetProperty("notApplicable").GetString());
    }

    public static TheoryData<string, string> BadLines => new()
    {
        { "not json", "$: is not valid JSON" },
        { "[1,2]", "expected an object" },
        { "{}", "$.amounts: is missing" },
        { """{"id":"x","amounts":[1,"two"]}""", "$.amounts[1]: is \"two\"" },
        { """{"id":"x","amounts":["CNY 1,000.00","USD 1.00"]}""", "$.amounts[1]: is \"USD 1.00\"" },
        { """{"amounts":[1,1e400]}""", "$.amounts[1]: is 1e400" },
        { """{"amounts":[1,NaN]}""", "not valid JSON" },
        { """{"amounts":null}""", "$.amounts: is null" },
        { """{"amounts":3}""", "expected a list" },
        { """{"amounts":[1,2],"dates":["2025-01-01"]}""", "1 dates for 2 amounts" },
        { """{"amounts":[1],"dates":["2025-02-30"]}""", "$.dates[0]: is \"2025-02-30\"" },
        { """{"amounts":[1],"rate":"8%"}""", "$.rate" },
        { """{"amounts":[1],"rates":0.1}""", "$.rates: is not known" },
        { """{"amounts":[1],"rate":8}""", "$.rate: 8 would be 800 %; for 8 % write 0.08" },
        { """{"amounts":[1],"rate":1.5}""", "$.rate: 1.5 would be 150 %" },
        { """{"amounts":[1],"financeRate":1.0001}""", "$.financeRate: 1.0001 would be 100.01 %" },
        { """{"amounts":[1],"reinvestRate":12.5}""", "$.reinvestRate: 12.5 would be 1250 %; for 12.5 % write 0.125" },
        { """{"amounts":[1],"amounts":[2]}""", "given twice" },
        { """{"amounts":[1],"timing":"end"}""", "allowed: startAtZero, endOfFirstPeriod" },
        { """{"amounts":[1],"dayCount":"act/360"}""", "allowed: anniversary" },
        { """{"amounts":[1],"baseDate":5}""", "$.baseDate" },
        { """{"id":[1],"amounts":[1]}""", "$.id" },
        { """{"amounts":[1]} trailing""", "not valid JSON" },
        { """{"amounts":[1""", "not valid JSON" },
        { new string('[', 500), "not valid JSON" },
    };

    [Theory]
    [MemberData(nameof(BadLines))]
    public void BadLine_IsTold_AndTheOthersAnswered(string bad, string message)
    {
        ToolRun run = ToolRun.Of(["returns", "-"], $"{Textbook}\n\n{bad}\n{Textbook}\r\n");
        Assert.Equal(ExitCode.BadInput, run.Exit);
        JsonElement[] results = Lines(run);
        Assert.Equal(3, results.Length);
        Assert.Equal(3, results[1].GetProperty("line").GetInt32());
        Assert.Contains(message, results[1].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(results[0].ToString(), results[2].ToString());
        Assert.StartsWith("standard input(3): ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void InvalidUtf8_IsABadLine()
    {
        using var folder = new TemporaryDirectory();
        string path = folder.PathOf("flows.jsonl");
        File.WriteAllBytes(path, [.. "{\"id\":\"a\xFF\",\"amounts\":[1]}\n".Select(c => (byte)c), .. Encoding.UTF8.GetBytes(Textbook)]);
        ToolRun run = ToolRun.Of("returns", path);
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Equal(1, Lines(run)[0].GetProperty("line").GetInt32());
        Assert.Equal(3.25, Lines(run)[1].GetProperty("payback").GetProperty("first").GetDouble());
    }

    [Fact]
    public void Csv_GroupsRowsBySeries()
    {
        const string Input = "\uFEFFid,date,amount\na,2025-01-01,-100\na,2026-01-01,110\nb,2025-01-01,-5\nb,x,6\nb,2026-01-01,9\na,2026-02-01,9\n\"c,1\",2025-01-01,-1\n\"c,1\",2026-01-01,2\n";
        ToolRun run = ToolRun.Of(["returns", "-"], Input);
        Assert.Equal(ExitCode.BadInput, run.Exit);
        JsonElement[] results = Lines(run);
        Assert.Equal(["a", "b", "c,1"], results.Select(r => r.GetProperty("id").GetString()));
        Assert.Equal(0.18869, Rates(results[0]).Single(), 1e-5);
        Assert.Equal(5, results[1].GetProperty("line").GetInt32());
        Assert.Contains("date: 'x' is not a date", results[1].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, Rates(results[2]).Single(), 1e-14);
    }

    [Fact]
    public void CsvWithoutDates_IsPeriodic()
    {
        JsonElement result = Lines(ToolRun.Of(["returns", "-"], "amount,id\n-100,7\n60,7\n60,7\n")).Single();
        Assert.Equal("7", result.GetProperty("id").GetString());
        Assert.Equal("periods", result.GetProperty("payback").GetProperty("unit").GetString());
        ToolRun headless = ToolRun.Of(["returns", "-", "--input", "csv"], "x,y\n1,2\n");
        Assert.Equal(ExitCode.BadInput, headless.Exit);
        Assert.Empty(headless.Output);
        Assert.Contains(headless.ErrorLines, line => line.StartsWith("standard input(1): column x: is not known", StringComparison.Ordinal));
    }

    [Fact]
    public void CsvOutput_HasOneRowASeries()
    {
        ToolRun run = ToolRun.Of(["returns", "-", "--format", "csv"], Textbook + "\n{\"id\":\"b,\\\"c\",\"amounts\":[-10,21,-11]}\nbad\n");
        string[] rows = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, rows.Length);
        Assert.StartsWith("id,npv,irr,", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("a,", rows[1], StringComparison.Ordinal);
        Assert.Equal(rows[0].Split(',').Length, rows[1].Split(',').Length);
        Assert.StartsWith("\"b,\"\"c\",noRate,multipleRates,multiple,,isolation,", rows[2], StringComparison.Ordinal);
        Assert.Contains(",3,", rows[3], StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, run.Exit);
    }

    [Fact]
    public void AnswersAreKeptInTheOutputFile_EvenWithABadLine()
    {
        using var folder = new TemporaryDirectory();
        string path = folder.PathOf("out.jsonl");
        ToolRun run = ToolRun.Of(["returns", "-", "--output", path], Textbook + "\nbad\n");
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Equal(2, File.ReadAllLines(path).Length);
    }

    [Fact]
    public void ManySeries_StreamInOrder()
    {
        var input = new StringBuilder();
        for (int i = 0; i < 5_000; i++)
        {
            input.Append(CultureInfo.InvariantCulture, $"{{\"id\":{i},\"amounts\":[-100,{i}]}}\n");
        }

        JsonElement[] results = Lines(ToolRun.Of(["returns", "-"], input.ToString()));
        Assert.Equal(Enumerable.Range(0, 5_000), results.Select(r => r.GetProperty("id").GetInt32()));
        Assert.Equal(48.99, Rates(results[4_999]).Single(), 1e-10);
    }

    private static double[] Rates(JsonElement result) => [.. result.GetProperty("irr").GetProperty("rates").EnumerateArray().Select(r => r.GetDouble())];

    private static JsonElement[] Lines(ToolRun run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
