using System.Text;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>What the library writes as an answer, it reads.</summary>
public class AnswerReadingTests
{
    private static readonly SimulationOptions Trials = new() { Trials = 200 };

    private static InvestmentCase Sample(string name = "renhetang-saas.json") => CaseDocument.Read(Repository.Sample(name)).Case;

    public static TheoryData<string, AnswerKind> Documents
    {
        get
        {
            var data = new TheoryData<string, AnswerKind>();
            foreach (string file in Repository.Samples)
            {
                RoiEvaluation evaluation = RoiEvaluator.Evaluate(Sample(file));
                foreach (ResultDetail detail in Enum.GetValues<ResultDetail>())
                {
                    data.Add(ResultDocument.Write(evaluation, new DocumentWriteOptions { Detail = detail }), AnswerKind.Result);
                }
            }

            InvestmentCase sample = Sample();
            data.Add(ReviewDocument.Write(CaseReview.Review(sample, new Actuals([Actual.Cost(sample.Costs[0].Id.Text, new YearMonth(2025, 3), Money.Cny(259_200))]), new YearMonth(2025, 12))), AnswerKind.Review);
            data.Add(SimulationDocument.Write(Simulation.Run(sample, Trials)), AnswerKind.Simulation);
            data.Add(ComparisonDocument.Write(Comparison.Of([sample, Sample("renhetang-on-premises.json")], Trials)), AnswerKind.Comparison);
            KpiSeries series = KpiSeries.FromValues(KpiCatalog.Arpu, new YearMonth(2023, 1), [.. Enumerable.Range(0, 36).Select(i => 100.125 + (i * 7 % 5) + (i >= 24 ? 10 : 0))]);
            data.Add(ImpactDocument.Write(ImpactAnalysis.Run(new ImpactStudy(series, new YearMonth(2025, 1)).WithPromise(0.05))), AnswerKind.Impact);
            data.Add(TrendDocument.Write([KpiAssessment.Of(series, KpiAssessmentOptions.Default.WithTarget(new KpiTarget(120, new YearMonth(2026, 6)))), KpiAssessment.Of(KpiSeries.FromValues(KpiCatalog.Csat, new YearMonth(2025, 1), [0.9, null, 0.8]))]), AnswerKind.Trend);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task EveryAnswer_IsReadAndWrittenToTheSameText(string text, AnswerKind kind)
    {
        AnswerReading reading = AnswerDocument.Read(text);
        Assert.Equal([], reading.Problems);
        Assert.Equal(kind, reading.Kind);
        Assert.Equal(text, reading.Answer.ToJson());
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        using var stream = new MemoryStream(utf8);
        using var awaited = new MemoryStream([0xEF, 0xBB, 0xBF, .. utf8]);
        Assert.Equal(text, AnswerDocument.Read(utf8, null).Answer.ToJson());
        Assert.Equal(text, AnswerDocument.Read(stream, null).Answer.ToJson());
        Assert.Equal(text, (await AnswerDocument.ReadAsync(awaited, cancellation: TestContext.Current.CancellationToken)).Answer.ToJson());
    }

    [Fact]
    public void Figures_ComeBackAsTheyWerePrinted()
    {
        int figures = 0;
        foreach (string file in Repository.Samples)
        {
            RoiEvaluation evaluation = RoiEvaluator.Evaluate(Sample(file));
            AnswerValue answer = AnswerDocument.Read(ResultDocument.Write(evaluation)).Answer;
            Assert.Equal(evaluation.Case.Name, answer["name"].Text);
            Assert.Equal(evaluation.Case.Start, answer["start"].Date.Value);
            IReadOnlyList<AnswerValue> periods = answer["horizons"].Items;
            Assert.Equal(evaluation.Periods.Select(period => period.Period.ToString()), periods.Select(period => period["period"].Text));
            for (int i = 0; i < periods.Count; i++)
            {
                foreach (Measure measure in evaluation.Measures.Where(measure => !measure.Id.Contains('.', StringComparison.Ordinal) && measure.Printed(evaluation.Periods[i]).Rates is null))
                {
                    MeasureValue printed = measure.Printed(evaluation.Periods[i]);
                    AnswerValue read = periods[i][measure.Id];
                    if (measure.Unit == MeasureUnit.Money)
                    {
                        Assert.Equal(printed.TryGetMoney(out Money money) ? money : null, read.Amount.TryGetValue(out Money amount) ? amount : (Money?)null);
                        Assert.Equal(printed.Reason, read.Amount.Reason);
                    }
                    else
                    {
                        Assert.Equal(printed.Reason, read.Number.Reason);
                        Assert.True(!printed.TryGetExact(out decimal number) || Math.Abs(number - read.Number.Value) <= 0.000_000_000_001m, measure.Id);
                    }

                    figures++;
                }
            }
        }

        Assert.True(figures > 300, figures + " figures");
    }

    [Fact]
    public void NumbersOfStudiesAndKpis_ComeBackToTheSameBits()
    {
        KpiSeries series = KpiSeries.FromValues(KpiCatalog.Arpu, new YearMonth(2023, 1), [.. Enumerable.Range(0, 36).Select(i => (100.0 / 3) + (i * 7 % 5 / 7.0) + (i >= 24 ? 10 : 0))]);
        ImpactResult study = ImpactAnalysis.Run(new ImpactStudy(series, new YearMonth(2025, 1)));
        AnswerValue read = AnswerDocument.Read(ImpactDocument.Write(study)).Answer;
        Assert.Equal(ImpactEstimate.IdOf(study.Chosen.Method), read["chosen"].Text);
        Assert.Equal(
            study.Estimates.SelectMany(one => new[] { one.Estimate, one.Lower, one.Upper, one.PValue }),
            read["studies"].Items.SelectMany(one => new[] { one["estimate"].Real.Value, one["lower"].Real.Value, one["upper"].Real.Value, one["pValue"].Real.Value }));
        Assert.Equal(study.Study.GoLive, read["goLive"].Month.Value);

        KpiAssessment assessment = KpiAssessment.Of(series);
        AnswerValue trend = AnswerDocument.Read(TrendDocument.Write([assessment])).Answer["series"].Items[0];
        Assert.Equal((assessment.Trend.Slope, assessment.Trend.Test.PValue), (trend["theilSen"]["slope"].Real.Value, trend["mannKendall"]["p"].Real.Value));
        Assert.Equal(assessment.Warnings.Select(warning => warning.Code), trend["warnings"].Items.Select(warning => warning["code"].Text));
        Assert.Throws<ArgumentNullException>(() => TrendDocument.Write([null!]));
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0, "0")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1e300, "1E+300")]
    [InlineData(1e-7, "1E-07")]
    [InlineData(-123456.789, "-123456.789")]
    public void Real_HasTheFewestDigitsThatGiveItAgain(double value, string text)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteRealValue(value);
        }

        Assert.Equal(text, Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void PartsOfAnAnswer_SumToItsTotals()
    {
        AnswerValue period = AnswerDocument.Read(ResultDocument.Write(RoiEvaluator.Evaluate(Sample()))).Answer["horizons"].Items[2];
        Assert.Equal(period["totalCost"].Amount.Value.Amount, period["costs"].Items.Sum(line => line["total"].Amount.Value.Amount));
        Assert.Equal(period["totalCost"].Amount.Value.Amount, period["costByCategory"].Names.Sum(name => period["costByCategory"][name].Amount.Value.Amount));
    }

    [Fact]
    public void Warnings_AreReadByCodeAndWords()
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(Sample("qiantang-three-channels.json"));
        AnswerValue answer = AnswerDocument.Read(ResultDocument.Write(evaluation)).Answer;
        Assert.Equal(evaluation.AssumedTerms.Select(term => term.Id), answer["assumedTerms"].Items.Select(term => term["code"].Text));
        Assert.All(answer["assumedTerms"].Items, term => Assert.NotEqual(term["english"].Text, term["chinese"].Text));
    }

    [Fact]
    public void ExampleOfTheGuide_IsTheCodeThatRunsHere()
    {
        string json = ResultDocument.Write(RoiEvaluator.Evaluate(Sample()));
        var lines = new List<string>();
        // example begins
        AnswerReading reading = AnswerDocument.Read(json);        // or bytes, a stream, await ReadAsync(...)
        foreach (AnswerValue period in reading.Answer["horizons"].Items)
        {
            Figure<Money> cost = period["totalCost"].Amount;
            Figure<decimal> roi = period["roi"].Number;           // 0.6 is 60 %
            Console.WriteLine($"{period["period"].Text}: {cost:N0}, ROI {roi:P1}");
            // example ends
            lines.Add(FormattableString.Invariant($"{period["period"].Text}: {cost:N0}, ROI {roi:P1}"));
        }

        Assert.Equal(3, lines.Count);
        Assert.Matches("^P3Y: CNY [0-9,]+, ROI -?[0-9.]+ %$", lines[2]);
        string source = File.ReadAllText(Repository.PathOf("tests", "TcmCrm.Roi.Json.Tests", "AnswerReadingTests.cs")).ReplaceLineEndings("\n");
        int begin = source.IndexOf("        // example begins\n", StringComparison.Ordinal) + "        // example begins\n".Length;
        string code = string.Join('\n', source[begin..source.IndexOf("            // example ends", begin, StringComparison.Ordinal)].TrimEnd('\n').Split('\n').Select(line => line[8..]));
        Assert.Contains(code, File.ReadAllText(Repository.PathOf("docs", "documents.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "$", DocumentProblemKind.WrongType)]
    [InlineData("{}", "$", DocumentProblemKind.Missing)]
    [InlineData("""{ "schemaVersion": "1.0", "trials": 1 }""", "$", DocumentProblemKind.Missing)]
    [InlineData("""{ "schemaVersion": "2.0", "series": [] }""", "$.schemaVersion", DocumentProblemKind.OutOfRange)]
    [InlineData("""{ "schemaVersion": 1, "series": [] }""", "$.schemaVersion", DocumentProblemKind.OutOfRange)]
    [InlineData("""{ "series": [] }""", "$", DocumentProblemKind.Missing)]
    [InlineData("""{ "schemaVersion": "1.0", "currency": "RMB", "series": [] }""", "$.currency", DocumentProblemKind.OutOfRange)]
    [InlineData("""{ "schemaVersion": "1.0", "currency": 7, "series": [] }""", "$.currency", DocumentProblemKind.OutOfRange)]
    [InlineData("""{ "schemaVersion": "1.0", "series": [ { "a": 1, "a": 2 } ] }""", "$.series[0].a", DocumentProblemKind.Duplicate)]
    [InlineData("""{ "schemaVersion": "1.0", "series": [ """, "$", DocumentProblemKind.Syntax)]
    [InlineData("", "$", DocumentProblemKind.Syntax)]
    public void WhatIsNoAnswer_IsAProblemWithItsPlace(string text, string path, DocumentProblemKind kind)
    {
        AnswerReading reading = AnswerDocument.Read(text);
        DocumentProblem problem = Assert.Single(reading.Problems);
        Assert.Equal((path, kind), (problem.Path, problem.Kind));
        Assert.False(reading.IsSuccess);
        Assert.False(reading.TryGetAnswer(out _));
        Assert.Contains(problem.ToString(), Assert.Throws<InvalidOperationException>(() => reading.Answer).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => reading.Kind);
    }

    [Fact]
    public void Limits_AreThoseOfTheOptions()
    {
        string text = ResultDocument.Write(RoiEvaluator.Evaluate(Sample()), new DocumentWriteOptions { Detail = ResultDetail.Full });
        Assert.Equal(DocumentProblemKind.LimitExceeded, AnswerDocument.Read(text, new DocumentReadOptions { MaximumItems = 1_000 }).Problems.Single().Kind);
        Assert.Equal(DocumentProblemKind.LimitExceeded, AnswerDocument.Read(text, new DocumentReadOptions { MaximumBytes = 1_000 }).Problems.Single().Kind);
    }

    [Fact]
    public void WrongQuestions_NameThePlaceAndWhatIsThere()
    {
        AnswerValue answer = AnswerDocument.Read("""{ "schemaVersion": "1.0", "series": [ { "kpi": "Arpu", "slope": null, "big": 1e300, "none": { "notApplicable": "noRate" }, "odd": { "notApplicable": "because" } } ] }""").Answer;
        AnswerValue one = answer["series"].Items[0];
        Assert.Equal("$.series[0] has no member \"Slope\"; it has kpi, slope, big, none, odd.", Assert.Throws<KeyNotFoundException>(() => one["Slope"]).Message);
        Assert.Null(one.Find("Slope"));
        Assert.Equal("$.series[0].kpi is \"Arpu\"; expected a number.", Assert.Throws<InvalidOperationException>(() => one["kpi"].Real).Message);
        Assert.Equal("$.series[0].big is 1e300; expected a number that a decimal holds.", Assert.Throws<InvalidOperationException>(() => one["big"].Number).Message);
        Assert.Equal(1e300, one["big"].Real.Value);
        Assert.Throws<InvalidOperationException>(() => one["big"].Amount);
        Assert.Throws<InvalidOperationException>(() => one.Items);
        Assert.Throws<InvalidOperationException>(() => one["kpi"].Names);
        Assert.Throws<InvalidOperationException>(() => one["kpi"].Flag);
        Assert.Throws<InvalidOperationException>(() => one["slope"].Text);
        Assert.Throws<InvalidOperationException>(() => one["odd"].Number);
        Assert.Throws<InvalidOperationException>(() => one["kpi"].Date);
        Assert.Throws<InvalidOperationException>(() => one["kpi"].Month);
        Assert.Throws<ArgumentNullException>(() => one.Find(null!));
        Assert.True(one["slope"].IsNull);
        Assert.Equal(("noRate", "because", null), (one["none"].Reason, one["odd"].Reason, one["kpi"].Reason));
        Assert.Equal((NotApplicableReason.NotComputed, NotApplicableReason.NoRate), (one["slope"].Real.Reason, one["none"].Real.Reason));
    }
}
