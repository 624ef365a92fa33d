using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Json.Tests;

public class LineIdTests
{
    [Fact]
    public void Id_IsReadAndAlwaysWritten()
    {
        InvestmentCase read = CaseDocument.Read(SoundDocument.With("\"name\": \"云订阅\"", "\"id\": \"seats\", \"name\": \"云订阅\"")).Case;
        Assert.Equal(("seats", "云订阅"), (read.Costs[0].Id.Text, read.Costs[0].Name));
        JsonElement root = JsonDocument.Parse(CaseDocument.Write(read)).RootElement;
        Assert.Equal(["seats", "实施", "适应期", "支持"], root.GetProperty("costs").EnumerateArray().Select(line => line.GetProperty("id").GetString()));
        Assert.Equal(["增长", "保留", "满意"], root.GetProperty("benefits").EnumerateArray().Select(line => line.GetProperty("id").GetString()));
    }

    [Fact]
    public void CostAndBenefitOfOneName_AreReadWhereOneHasAnId()
    {
        string text = SoundDocument.With("\"name\": \"保留\"", "\"id\": \"retention\", \"name\": \"支持\"");
        Assert.Equal([], CaseDocument.Read(text).Problems.Select(problem => problem.ToString()));
        Assert.Single(CaseDocument.Read(SoundDocument.With("\"name\": \"保留\"", "\"name\": \"支持\"")).Problems);
    }

    [Fact]
    public void NameThatIsTheIdOfAnotherLine_NamesBothPlaces()
    {
        string text = SoundDocument.With("\"name\": \"云订阅\"", "\"id\": \"实施\", \"name\": \"云订阅\"")
            .Replace("\"name\": \"实施\"", "\"id\": \"项目\", \"name\": \"实施\"", StringComparison.Ordinal);
        DocumentProblem problem = Assert.Single(CaseDocument.Read(text).Problems);
        Assert.Equal(("$.costs[1].name", "$.costs[0]"), (problem.Path, problem.Message.Find("other")!.Value));
        Assert.Equal("名称“实施”是“$.costs[0]”的标识；请为其中一项另写标识", problem.Chinese());
    }

    [Fact]
    public void Results_NameLinesById()
    {
        InvestmentCase source = CaseDocument.Read(Repository.Sample("renhetang-saas.json")).Case;
        source = source.WithScenarios().WithCorrelations().WithDrivers().WithCosts(source.Costs.Select((cost, i) => cost.WithId(new LineId($"c{i}")))).WithBenefits(source.Benefits.Select((benefit, i) => benefit.WithId(new LineId($"b{i}"))));
        JsonElement period = JsonDocument.Parse(ResultDocument.Write(RoiEvaluator.Evaluate(source))).RootElement.GetProperty("horizons")[0];
        Assert.Equal(source.Costs.Select(cost => (cost.Id.Text, cost.Name)), Lines(period.GetProperty("costs"), "name"));
        Assert.Equal(source.Benefits.Select(benefit => (benefit.Id.Text, benefit.Name)), Lines(period.GetProperty("benefits"), "name"));
        JsonElement review = JsonDocument.Parse(ReviewDocument.Write(CaseReview.Review(source, new Actuals([]), source.Start.ToYearMonth().PlusMonths(5)))).RootElement;
        (string, string)[] costs = [.. source.Costs.Select(cost => (cost.Id.Text, cost.Name))], benefits = [.. source.Benefits.Select(benefit => (benefit.Id.Text, benefit.Name))];
        Assert.Equal([], Lines(review.GetProperty("variances"), "line").Except([.. costs, .. benefits]));
        Assert.Equal([], Lines(review.GetProperty("register"), "benefit").Except(benefits));
        Assert.NotEmpty(review.GetProperty("register").EnumerateArray());
        Assert.All(
            review.GetProperty("findings").EnumerateArray().Concat(review.GetProperty("decisions").EnumerateArray()),
            said => Assert.Equal(JsonValueKind.Object, said.GetProperty("arguments").ValueKind));
    }

    [Fact]
    public void MissingRate_StandsAtItsLineWithTheCoresMessage()
    {
        DocumentProblem problem = Assert.Single(CaseDocument.Read(SoundDocument.With("\"currency\": \"USD\"", "\"currency\": \"EUR\"")).Problems);
        Assert.Equal(("$.costs[1]", "document.inconsistent.rate"), (problem.Path, problem.Message.Id));
        var reason = Assert.IsType<Message>(problem.Message.Find("reason")!.Value);
        Assert.Equal(("missingRate", "实施"), (reason.Code, Assert.Single(reason.Subjects)));
    }

    // Reading each line cost an evaluation of its own once: then ten times the lines took a hundred times as long.
    [Fact]
    public void ForeignLines_AreReadInTimeThatGrowsWithTheirNumber()
    {
        Read(100);
        TimeSpan few = Fastest(1_000), many = Fastest(10_000);
        Assert.True(many < 40 * few + TimeSpan.FromMilliseconds(200), $"1,000 lines: {few.TotalMilliseconds} ms; 10,000 lines: {many.TotalMilliseconds} ms");
        TestContext.Current.TestOutputHelper?.WriteLine($"1,000 lines: {few.TotalMilliseconds} ms; 10,000 lines: {many.TotalMilliseconds} ms");

        static TimeSpan Fastest(int lines) => Enumerable.Range(0, 3).Select(_ => Read(lines)).Min();
    }

    private static TimeSpan Read(int lines)
    {
        var costs = new StringBuilder();
        for (int i = 0; i < lines; i++)
        {
            costs.Append(i == 0 ? "" : ",").Append("{\"category\":\"software\",\"kind\":\"recurring\",\"name\":\"line ").Append(i).Append("\",\"currency\":\"USD\",\"amount\":10,\"every\":\"monthly\"}");
        }

        string text = "{\"schemaVersion\":\"1.0\",\"name\":\"many\",\"currency\":\"CNY\",\"start\":\"2025-01-01\",\"exchangeRates\":[{\"from\":\"USD\",\"to\":\"CNY\",\"date\":\"2025-01-01\",\"rate\":7.2}],\"costs\":["
            + costs + "],\"benefits\":[]}";
        var watch = Stopwatch.StartNew();
        CaseReading reading = CaseDocument.Read(text);
        watch.Stop();
        Assert.Equal([], reading.Problems.Select(problem => problem.ToString()));
        Assert.Equal(lines, reading.Case.Costs.Count);
        return watch.Elapsed;
    }

    private static IEnumerable<(string Id, string Name)> Lines(JsonElement list, string name) =>
        list.EnumerateArray().Select(line => (line.GetProperty("id").GetString()!, line.GetProperty(name).GetString()!));
}
