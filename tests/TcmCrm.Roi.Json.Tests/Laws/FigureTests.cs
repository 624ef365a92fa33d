using System.Globalization;
using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Json.Tests.Laws;

/// <summary>One figure, one value: the document, the list and the explanation say the same, within the rounding that the document states.</summary>
public class FigureTests
{
    public static TheoryData<string> Samples => [.. Repository.Samples];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_SaysOneValue(string name) => Check(RoiEvaluator.Evaluate(CaseDocument.Read(Repository.Sample(name)).Case));

    [Fact]
    public void RandomCases_SayOneValue()
    {
        foreach (InvestmentCase source in RandomCases.Seeded(100))
        {
            Check(RoiEvaluator.Evaluate(source));
        }
    }

    [Fact]
    public async Task FigureOfAHost_StandsInDocumentAndExplanation()
    {
        InvestmentCase source = CaseDocument.Read(Repository.Sample("renhetang-saas.json")).Case;
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(source, new EvaluationSettings
        {
            Measures =
            [
                new Measure("costPerBenefit", MeasureUnit.Multiple, ["totalCost", "totalBenefit"], result => MeasureValue.Of(Figure.Of(result.TotalCost / result.TotalBenefit))),
                new Measure("longTerm.part", MeasureUnit.Ratio, ["longTerm.totalBenefit"], result => MeasureValue.Of(Figure.Of(0.25))),
                new Measure("board.half", MeasureUnit.Money, ["totalBenefit"], result => MeasureValue.Of(result.TotalBenefit * 0.5m)),
                new Measure("board.none", MeasureUnit.Months, [], _ => MeasureValue.Of(Figure.NotApplicable<double>(NotApplicableReason.MissingInput))),
            ],
        });
        Check(evaluation);
        string written = ResultDocument.Write(evaluation, new DocumentWriteOptions { Detail = ResultDetail.Full });
        JsonElement period = JsonDocument.Parse(written).RootElement.GetProperty("horizons")[2];
        Assert.Equal(0.25, period.GetProperty("longTerm").GetProperty("part").GetDouble());
        Assert.Equal("missingInput", period.GetProperty("board").GetProperty("none").GetProperty("notApplicable").GetString());
        NJsonSchema.JsonSchema schema = await NJsonSchema.JsonSchema.FromJsonAsync(DocumentSchema.Of("result"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(written));
    }

    [Theory]
    [InlineData("warnings")]
    [InlineData("costs")]
    [InlineData("longTerm")]
    [InlineData("longTerm.benefitByCategory")]
    [InlineData("limits.lower")]
    public void FigureOfAHost_MustNotHaveTheNameOfAnotherMember(string id)
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(
            CaseDocument.Read(SoundDocument.Text).Case, new EvaluationSettings { Measures = [new Measure(id, MeasureUnit.Ratio, [], _ => MeasureValue.Of(Figure.Of(1m)))] });
        Assert.Contains($"'{id}'", Assert.Throws<ArgumentException>(() => ResultDocument.Write(evaluation)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FigureOfAHost_IsSaidInItsWords()
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(
            CaseDocument.Read(SoundDocument.Text).Case, new EvaluationSettings { Measures = [new Measure("board.index", MeasureUnit.Ratio, [], _ => MeasureValue.Of(Figure.Of(1m)))] });
        string id = evaluation.Measures[evaluation.Measures.Count - 1].Formula.Id;
        using var stream = new MemoryStream();
        ResultDocument.Write(
            evaluation, stream, new DocumentWriteOptions { Detail = ResultDetail.Full, Words = [new HostWords("en", id, "what the board counts"), new HostWords("zh", id, "董事会口径")] });
        JsonElement said = JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("horizons")[0].GetProperty("explanations").EnumerateArray()
            .Single(one => one.GetProperty("figure").GetString() == "board.index");
        Assert.Equal(("what the board counts", "董事会口径"), (said.GetProperty("formula").GetString(), said.GetProperty("formulaChinese").GetString()));
        Assert.Throws<ArgumentException>(() => new DocumentWriteOptions { Words = [new HostWords("fr", id, "x")] });
    }

    [Fact]
    public void List_Document_AndSchema_HaveTheSameFigures()
    {
        JsonElement schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs", "schema", "result.schema.json"))).RootElement
            .GetProperty("definitions").GetProperty("horizon").GetProperty("properties");
        JsonElement period = JsonDocument.Parse(ResultDocument.Write(RoiEvaluator.Evaluate(CaseDocument.Read(SoundDocument.Text).Case))).RootElement.GetProperty("horizons")[0];
        Assert.All(StandardMeasures.All, measure =>
        {
            string[] steps = measure.Id.Split('.');
            JsonElement described = steps.Length == 1 ? schema.GetProperty(steps[0]) : schema.GetProperty(steps[0]).GetProperty("properties").GetProperty(steps[1]);
            Assert.Equal(JsonValueKind.Object, described.ValueKind);
            Assert.NotEqual(JsonValueKind.Undefined, Value(period, measure.Id).ValueKind);
        });

        // What is no figure is known by name; so nothing else stands there.
        Assert.Equal(
            StandardMeasures.All.Select(measure => measure.Id.Split('.')[0]).Distinct().Concat(Results.PeriodWriter.OtherMembers).Order(StringComparer.Ordinal),
            schema.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    private static void Check(RoiEvaluation evaluation)
    {
        JsonElement[] periods = [.. JsonDocument.Parse(ResultDocument.Write(evaluation, new DocumentWriteOptions { Detail = ResultDetail.Full })).RootElement.GetProperty("horizons").EnumerateArray()];
        for (int i = 0; i < periods.Length; i++)
        {
            PeriodResult result = evaluation.Periods[i];
            JsonElement[] explanations = [.. periods[i].GetProperty("explanations").EnumerateArray()];
            Assert.Equal(evaluation.Measures.Select(measure => measure.Id), explanations.Select(explanation => explanation.GetProperty("figure").GetString()));
            for (int k = 0; k < explanations.Length; k++)
            {
                Check(evaluation.Measures[k], result, Value(periods[i], evaluation.Measures[k].Id), explanations[k].GetProperty("result").GetString()!);
                Assert.NotEqual(explanations[k].GetProperty("formula").GetString(), evaluation.Measures[k].Id);
            }
        }
    }

    private static void Check(Measure measure, PeriodResult result, JsonElement written, string explained)
    {
        MeasureValue printed = measure.Printed(result);
        if (printed.Rates is { } rates)
        {
            Assert.Equal(rates.Roots.Count, written.GetProperty("rates").GetArrayLength());
            Assert.All(rates.Roots.Zip(written.GetProperty("rates").EnumerateArray()), pair => Assert.Equal(pair.First.Rate, pair.Second.GetDouble(), Rounding(pair.First.Rate)));
        }
        else if (!printed.TryGetNumber(out double number))
        {
            string reason = Figure.IdOf(printed.Reason!.Value);
            Assert.Equal(reason, written.GetProperty("notApplicable").GetString());
            Assert.Equal($"notApplicable({reason})", explained);
        }
        else if (printed.TryGetMoney(out Money money))
        {
            decimal unit = 1 / (decimal)Math.Pow(10, money.Currency.MinorUnitDigits);
            Assert.Equal(money.Amount, decimal.Parse(written.GetString()!, CultureInfo.InvariantCulture));

            // A rounded amount is off by half a minor unit at most, a difference of two by one; present values are sums in double besides.
            decimal rounding = measure.IsPrintedDifference ? unit + (1e-15m * measure.Inputs.Sum(input => Size(input, result))) : unit / 2;
            Assert.InRange(decimal.Parse(explained, CultureInfo.InvariantCulture) - money.Amount, -rounding, rounding);
        }
        else if (printed.TryGetExact(out decimal exact))
        {
            // Twelve digits behind the point.
            Assert.Equal(decimal.Round(exact, 12, MidpointRounding.AwayFromZero), written.GetDecimal());
            Assert.Equal(exact, decimal.Parse(explained, CultureInfo.InvariantCulture));
        }
        else
        {
            Assert.InRange(written.GetDouble() - number, -Rounding(number), Rounding(number));
            Assert.Equal(number, double.Parse(explained, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Fifteen significant digits, and at most as many behind the point.</summary>
    private static double Rounding(double number) => 6e-16 + (Math.Abs(number) * 1e-14);

    private static decimal Size(string input, PeriodResult result) => StandardMeasures.Find(input)!.Of(result).TryGetMoney(out Money amount) ? Math.Abs(amount.Amount) : 0;

    private static JsonElement Value(JsonElement period, string id) => id.Split('.').Aggregate(period, (element, step) => element.GetProperty(step));

    private sealed class HostWords(string language, string id, string text) : ITextSource
    {
        public string Language => language;

        public IReadOnlyCollection<string> Ids => [id];

        public string? Find(string asked) => asked == id ? text : null;
    }
}
