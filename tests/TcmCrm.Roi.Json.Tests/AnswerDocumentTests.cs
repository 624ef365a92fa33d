using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>The documents of answers are written in one way, and in the words of a host where it has some.</summary>
public class AnswerDocumentTests
{
    private static readonly InvestmentCase Sample = CaseDocument.Read(Repository.Sample("renhetang-saas.json")).Case;

    private static readonly SimulationOptions Few = new() { Trials = 200 };

    [Fact]
    public void TextStreamAndBuffer_TakeTheSameBytes()
    {
        ReviewReport review = CaseReview.Review(Sample, new Actuals([]), Sample.Start.ToYearMonth().PlusMonths(5));
        SimulationResult simulation = Simulation.Run(Sample, Few);
        ComparisonResult comparison = Comparison.Of([Sample], Few);
        var options = new DocumentWriteOptions { BreakEven = BreakEven.Of(simulation.Evaluation, CaseInputs.Levers(Sample)), Scenarios = Scenarios.Evaluate(Sample, CaseInputs.Apply) };
        Same(ReviewDocument.Write(review), stream => ReviewDocument.Write(review, stream, null), buffer => ReviewDocument.Write(review, buffer, null));
        Same(SimulationDocument.Write(simulation, options), stream => SimulationDocument.Write(simulation, stream, options), buffer => SimulationDocument.Write(simulation, buffer, options));
        Same(ComparisonDocument.Write(comparison), stream => ComparisonDocument.Write(comparison, stream), buffer => ComparisonDocument.Write(comparison, buffer));
        Same(
            ResultDocument.Write(simulation.Evaluation, options),
            stream => ResultDocument.Write(simulation.Evaluation, stream, options), buffer => ResultDocument.Write(simulation.Evaluation, buffer, options));
    }

    [Fact]
    public void EveryAnswer_HasTheSameForms()
    {
        foreach (Type document in typeof(CaseDocument).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Document", StringComparison.Ordinal) && type != typeof(CaseDocument) && type != typeof(TenantDocument) && type != typeof(AnswerDocument)))
        {
            string[] forms = [.. document.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.Name == "Write")
                .Select(method => string.Join(",", method.GetParameters().Skip(1).Select(parameter => parameter.ParameterType.Name))).Order(StringComparer.Ordinal)];
            string[] expected = document == typeof(ComparisonDocument)
                ? ["", "IBufferWriter`1", "Stream"]
                : ["", "DocumentWriteOptions", "IBufferWriter`1,DocumentWriteOptions", "Stream,DocumentWriteOptions"];
            Assert.Equal(expected, forms);
        }
    }

    [Fact]
    public void WordsOfAHost_ReachTheReview()
    {
        Actual[] overspent = [.. Sample.Costs.Select(cost => (Actual)Actual.Cost(cost.Name, Sample.Start.ToYearMonth().PlusMonths(6), new Money(900_000, cost.Currency)))];
        ReviewReport review = CaseReview.Review(Sample, new Actuals(overspent), Sample.Start.ToYearMonth().PlusMonths(8));
        string finding = review.Findings[0].Message.Id, action = review.Findings[0].Action.Id, decision = review.Recommendation.Id;
        var options = new DocumentWriteOptions { Words = [new HostWords("en", finding, action, decision), new HostWords("zh", finding, action, decision)] };
        JsonElement root = JsonDocument.Parse(ReviewDocument.Write(review, options)).RootElement;
        JsonElement first = root.GetProperty("findings")[0];
        Assert.Equal(["en " + finding, "zh " + finding, "en " + action, "zh " + action], new[] { "english", "chinese", "actionEnglish", "actionChinese" }.Select(name => first.GetProperty(name).GetString()));
        Assert.Equal("zh " + decision, root.GetProperty("recommendation").GetProperty("chinese").GetString());
        Assert.DoesNotContain("zh " + finding, ReviewDocument.Write(review), StringComparison.Ordinal);
    }

    [Fact]
    public void WordsOfAHost_ReachScenariosOfASimulation()
    {
        SimulationResult simulation = Simulation.Run(Sample, Few);
        IReadOnlyList<ScenarioResult> scenarios = Scenarios.Evaluate(Sample.WithScenarios(new CaseScenario("as planned", [])), CaseInputs.Apply);
        string warning = scenarios[0].Evaluation.Periods.SelectMany(period => period.Warnings).First().Id;
        string written = SimulationDocument.Write(simulation, new DocumentWriteOptions { Scenarios = scenarios, Words = [new HostWords("zh", warning)] });
        Assert.Contains("zh " + warning, written, StringComparison.Ordinal);
    }

    [Fact]
    public void BadOptions_AreRefusedAtBirth()
    {
        Assert.Equal("Words", Assert.Throws<ArgumentNullException>(() => new DocumentWriteOptions { Words = null! }).ParamName);
        Assert.Equal("Words", Assert.Throws<ArgumentNullException>(() => new DocumentWriteOptions { Words = [null!] }).ParamName);
        Assert.Contains("'fr'", Assert.Throws<ArgumentException>(() => new DocumentWriteOptions { Words = [new HostWords("fr")] }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new DocumentWriteOptions { BreakEven = [null!] });
        Assert.Throws<ArgumentNullException>(() => new DocumentWriteOptions { Scenarios = null! });
        Assert.Throws<ArgumentNullException>(() => ReviewDocument.Write(null!));
    }

    private static void Same(string text, Action<Stream> toStream, Action<IBufferWriter<byte>> toBuffer)
    {
        using var stream = new MemoryStream();
        toStream(stream);
        Assert.True(stream.CanWrite);
        var buffer = new ArrayBufferWriter<byte>();
        toBuffer(buffer);
        Assert.Equal(text, Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(text, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private sealed class HostWords(string language, params string[] ids) : ITextSource
    {
        public string Language => language;

        public IReadOnlyCollection<string> Ids => ids;

        public string? Find(string id) => ids.Contains(id) ? language + " " + id : null;
    }
}
