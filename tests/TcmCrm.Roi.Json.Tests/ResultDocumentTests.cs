using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using NJsonSchema;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Json.Tests;

public class ResultDocumentTests
{
    private static readonly string SchemaPath = Repository.PathOf("docs", "schema", "result.schema.json");

    public static TheoryData<string> Samples => [.. Repository.Samples];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task ResultOfASample_IsValidInEveryDetail(string name)
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(SchemaPath, TestContext.Current.CancellationToken);
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(CaseDocument.Read(Repository.Sample(name)).Case);
        foreach (ResultDetail detail in Enum.GetValues<ResultDetail>())
        {
            Assert.Empty(schema.Validate(ResultDocument.Write(evaluation, new DocumentWriteOptions { Detail = detail })));
        }
    }

    [Fact]
    public async Task ResultsWithoutAnswers_AreValid()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(SchemaPath, TestContext.Current.CancellationToken);
        InvestmentCase empty = InvestmentCase.Create("empty", Currency.Of("JPY"), new LocalDate(2025, 1, 1));
        string written = ResultDocument.Write(RoiEvaluator.Evaluate(empty), new DocumentWriteOptions { Detail = ResultDetail.Full });
        Assert.Empty(schema.Validate(written));
        JsonElement horizon = JsonDocument.Parse(written).RootElement.GetProperty("horizons")[0];
        Assert.Equal("0", horizon.GetProperty("totalCost").GetString());
        Assert.Equal("noCost", horizon.GetProperty("roi").GetProperty("notApplicable").GetString());
        Assert.Equal("none", horizon.GetProperty("internalRateOfReturn").GetProperty("status").GetString());
        Assert.NotEmpty(schema.Validate(written.Replace("\"roi\"", "\"ROI\"", StringComparison.Ordinal)));
    }

    /// <summary>Method, effect, verdict and what counts stand with the line, as the study says them.</summary>
    [Fact]
    public async Task StudyOfABenefit_StandsWithItsLine()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(SchemaPath, TestContext.Current.CancellationToken);
        string written = ResultDocument.Write(RoiEvaluator.Evaluate(Schemas.RealAnswers.Measured));
        Assert.Empty(schema.Validate(written));
        JsonElement[] lines = [.. JsonDocument.Parse(written).RootElement.GetProperty("horizons")[0].GetProperty("benefits").EnumerateArray()];
        Impact.ImpactEstimate known = Schemas.RealAnswers.Measured.Benefits[0].Study!;
        JsonElement study = lines[0].GetProperty("study");
        Assert.Equal(("its", 12, "realised"), (study.GetProperty("method").GetString(), study.GetProperty("nAfter").GetInt32(), study.GetProperty("verdict").GetString()));
        Assert.Equal(known.Estimate, study.GetProperty("effect").GetProperty("estimate").GetDouble());
        Assert.Equal(known.BookedImprovement.Lower, study.GetProperty("booked").GetProperty("lower").GetDouble());
        Assert.Equal(JsonValueKind.Number, lines[1].GetProperty("study").GetProperty("change").GetProperty("estimate").ValueKind);
        Assert.False(lines[1].GetProperty("study").TryGetProperty("booked", out _));
        Assert.Contains("nothing counts", TcmCrm.Roi.Texts.Language.Of("en").Say(Schemas.RealAnswers.Measured.Benefits[1].StudyNote!), StringComparison.Ordinal);
        Assert.Null(Schemas.RealAnswers.Measured.Benefits[0].WithBasis(Schemas.RealAnswers.TaggedWithTwoRates.Benefits[0].Basis).StudyNote);
    }

    [Fact]
    public void PickedRate_IsSaidToBePicked()
    {
        JsonElement rates = JsonDocument.Parse(ResultDocument.Write(RoiEvaluator.Evaluate(Schemas.RealAnswers.TaggedWithTwoRates))).RootElement.GetProperty("horizons")[0].GetProperty("internalRateOfReturn");
        Assert.Equal(("multiple", "nearest:0.19"), (rates.GetProperty("status").GetString(), rates.GetProperty("selection").GetString()));
        Assert.Equal(0.2, rates.GetProperty("selected").GetDouble(), 1e-9);
        Assert.False(rates.TryGetProperty("selectedIsBorrowing", out _));
    }

    /// <summary>100.01 shared by three tags as 1 : 1 : 1, and 50 that belong to none of them as benefit.</summary>
    [Fact]
    public void Tags_SumToTheTotalsToTheLastMinorUnit()
    {
        InvestmentCase source = InvestmentCase.Create("tags", Currency.Cny, new LocalDate(2025, 1, 1)).WithPeriods(EvaluationPeriod.OneYear)
            .WithSharedCostKey(new SharedCostKey("seats", [new("a", 1), new("b", 1), new("c", 1)]))
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "shared", [On(0, 100.01m)]), CostItem.OfAmounts(CostCategory.Software, "own", [On(0, 10)]).WithTags("b"))
            .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.Retention, "x", [On(1, 60)]).WithTags("a"), BenefitItem.OfAmounts(BenefitCategory.Retention, "y", [On(1, 50)]));
        JsonElement period = JsonDocument.Parse(ResultDocument.Write(RoiEvaluator.Evaluate(source))).RootElement.GetProperty("horizons")[0];
        Assert.Equal(["33.34", "43.33", "33.34"], period.GetProperty("byTag").EnumerateObject().Select(tag => tag.Value.GetProperty("totalCost").GetString()));
        Assert.Equal(["60.00", "0.00", "0.00"], period.GetProperty("byTag").EnumerateObject().Select(tag => tag.Value.GetProperty("totalBenefit").GetString()));
        Assert.Equal(("0.00", "50.00"), (period.GetProperty("undividedByTag").GetProperty("totalCost").GetString(), period.GetProperty("undividedByTag").GetProperty("totalBenefit").GetString()));
    }

    [Fact]
    public async Task MeasuredNothing_IsANoteInBothLanguages()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(SchemaPath, TestContext.Current.CancellationToken);
        InvestmentCase source = InvestmentCase.Create("nothing", Currency.Cny, new LocalDate(2025, 1, 1))
            .WithBenefits(new BenefitItem("growth", BenefitCategory.SalesGrowth, NotMonetizedBenefit.NoImprovement(-0.044, -0.206, 0.152, Impact.EffectUnit.Relative)));
        string written = ResultDocument.Write(RoiEvaluator.Evaluate(source));
        Assert.Empty(schema.Validate(written));
        JsonElement line = JsonDocument.Parse(written).RootElement.GetProperty("horizons")[0].GetProperty("benefits")[0];
        Assert.Equal("noImprovementMeasured", line.GetProperty("note").GetProperty("code").GetString());
        Assert.Equal(line.GetProperty("description").GetString(), line.GetProperty("note").GetProperty("english").GetString());
    }

    [Fact]
    public void EveryReasonAndWord_IsInTheSchema()
    {
        string schema = File.ReadAllText(SchemaPath);
        Assert.All(Enum.GetValues<NotApplicableReason>(), r => Assert.Contains($"\"{Figure.IdOf(r)}\"", schema, StringComparison.Ordinal));
        Assert.All(ResultNames.Proofs.Words.Concat(ResultNames.Statuses.Words), w => Assert.Contains($"\"{w}\"", schema, StringComparison.Ordinal));
    }

    [Fact]
    public void PrintedParts_SumToThePrintedTotal() =>
        Gen.Select(Gen.Select(Gen.Long[0, 10_000_000_000], Gen.Int[0, 8], (n, scale) => new decimal((int)n, (int)(n >> 32), 0, false, (byte)scale)).Array[1, 12], Gen.Int[0, 3])
            .Sample((exact, digits) =>
            {
                decimal total = Printed.Total(exact.Sum(), digits);
                decimal[] parts = Printed.Parts(exact, total, digits);
                decimal unit = new(1, 0, 0, false, (byte)digits);
                Assert.Equal(total, parts.Sum());
                Assert.All(parts.Zip(exact), p => Assert.True(Math.Abs(p.First - p.Second) < unit && p.First >= 0));
                Assert.All(parts, p => Assert.Equal(p, decimal.Round(p, digits)));
            });

    [Fact]
    public void PrintedDocument_SumsInEveryWay()
    {
        // Thirds of everything: nothing comes out even by chance.
        InvestmentCase source = CaseDocument.Read(Repository.Sample("renhetang-saas.json")).Case;
        InvestmentCase odd = source
            .WithCosts([.. source.Costs.Select((c, i) => c.WithRiskUplift((i + 1) / 3m))])
            .WithBenefits([.. source.Benefits.Select((b, i) => b.WithAttribution(Share.Of((i + 1) / 23m)))]);
        JsonElement root = JsonDocument.Parse(ResultDocument.Write(RoiEvaluator.Evaluate(odd), new DocumentWriteOptions { Detail = ResultDetail.Full })).RootElement;
        foreach (JsonElement h in root.GetProperty("horizons").EnumerateArray())
        {
            decimal cost = Money(h, "totalCost"), benefit = Money(h, "totalBenefit");
            Assert.Equal(benefit - cost, Money(h, "netBenefit"));
            Assert.Equal(cost, Sum(h.GetProperty("costByCategory")));
            Assert.Equal(benefit, Sum(h.GetProperty("benefitByCategory")));
            Assert.Equal(benefit, Sum(h.GetProperty("benefitByClass")));
            Assert.Equal(benefit, Sum(h.GetProperty("benefitByEvidence")));
            Assert.Equal(Money(h, "presentValueOfBenefits") - Money(h, "presentValueOfCosts"), Money(h, "netPresentValue"));
            JsonElement longTerm = h.GetProperty("longTerm");
            Assert.Equal(Money(longTerm, "totalBenefit"), Sum(longTerm.GetProperty("benefitByCategory")));
            foreach (JsonProperty category in h.GetProperty("costByCategory").EnumerateObject())
            {
                Assert.Equal(Parse(category.Value), Lines(h, "costs", category.Name));
            }

            foreach (JsonProperty category in h.GetProperty("benefitByCategory").EnumerateObject().Concat(longTerm.GetProperty("benefitByCategory").EnumerateObject()))
            {
                Assert.Equal(Parse(category.Value), Lines(h, "benefits", category.Name));
            }

            foreach (string table in new[] { "yearlyTable", "monthlyTable" })
            {
                JsonElement[] rows = [.. h.GetProperty(table).EnumerateArray()];
                Assert.Equal(cost, rows.Sum(r => Money(r, "cost")));
                Assert.Equal(benefit, rows.Sum(r => Money(r, "benefit")));
                Assert.Equal(benefit - cost, Money(rows[^1], "cumulativeNet"));
                Assert.Equal(Money(rows[^1], "cumulativeDiscountedNet"), rows.Sum(r => Money(r, "discountedNet")));
                Assert.All(rows, r => Assert.Equal(Money(r, "benefit") - Money(r, "cost"), Money(r, "net")));
                Assert.InRange(Money(h, "netPresentValue") - Money(rows[^1], "cumulativeDiscountedNet"), -0.01m, 0.01m);
            }
        }
    }

    [Fact]
    public void ItemOfNothing_ChangesNoFigure()
    {
        InvestmentCase source = CaseDocument.Read(Repository.Sample("tei-o365-smb.json")).Case;
        InvestmentCase more = source.WithCosts([.. source.Costs, CostItem.OfAmounts(CostCategory.Time, "nothing", [new DatedAmount(source.Start, TcmCrm.Roi.Money.Usd(0))])]);
        Assert.Equal(Figures(source), Figures(more));

        static IEnumerable<string> Figures(InvestmentCase c) => JsonDocument.Parse(ResultDocument.Write(RoiEvaluator.Evaluate(c), new DocumentWriteOptions { Detail = ResultDetail.Figures }))
            .RootElement.GetProperty("horizons").EnumerateArray().SelectMany(h => h.EnumerateObject()).Where(p => p.Name != "warnings").Select(p => p.ToString());
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("zh-CN")]
    public void Culture_ChangesNothing(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        byte[] sample = Repository.Sample("renhetang-saas.json");
        InvestmentCase source = CaseDocument.Read(sample).Case;
        string expected = CaseDocument.Write(source) + ResultDocument.Write(RoiEvaluator.Evaluate(source), new DocumentWriteOptions { Detail = ResultDetail.Full });
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            InvestmentCase again = CaseDocument.Read(sample).Case;
            Assert.Equal(expected, CaseDocument.Write(again) + ResultDocument.Write(RoiEvaluator.Evaluate(again), new DocumentWriteOptions { Detail = ResultDetail.Full }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void StreamAndBuffer_TakeTheSameBytesAsTheText()
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(CaseDocument.Read(SoundDocument.Text).Case);
        using var stream = new MemoryStream();
        ResultDocument.Write(evaluation, stream, new DocumentWriteOptions { Detail = ResultDetail.Lines });
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        ResultDocument.Write(evaluation, buffer, new DocumentWriteOptions { Detail = ResultDetail.Lines });
        Assert.Equal(ResultDocument.Write(evaluation), Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(stream.ToArray(), buffer.WrittenSpan.ToArray());
    }

    private static decimal Parse(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    private static decimal Money(JsonElement holder, string name) => Parse(holder.GetProperty(name));

    private static decimal Sum(JsonElement group) => group.EnumerateObject().Sum(p => Parse(p.Value));

    private static decimal Lines(JsonElement horizon, string side, string category) => horizon.GetProperty(side).EnumerateArray()
        .Where(l => l.GetProperty("category").GetString() == category && l.TryGetProperty("total", out _)).Sum(l => Money(l, "total"));

    private static DatedAmount On(int month, decimal amount) => new(new LocalDate(2025, 1, 1).PlusMonths(month), TcmCrm.Roi.Money.Cny(amount));
}
