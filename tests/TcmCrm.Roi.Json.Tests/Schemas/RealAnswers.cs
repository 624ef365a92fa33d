using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Json.Tests.Oracle;
using TcmCrm.Roi.Json.Tests.Portfolios;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json.Tests.Schemas;

/// <summary>Documents of every kind, as the library writes them: of all samples, of random cases, of series with and without an answer.</summary>
internal static class RealAnswers
{
    private static readonly SimulationOptions Few = new() { Trials = 200 };

    private static readonly JsonSerializerOptions Converters = new JsonSerializerOptions().ConfigureForTcmCrmRoi();

    private static readonly YearMonth First = new(2023, 1);

    private static InvestmentCase Empty { get; } = InvestmentCase.Create("empty", Currency.Of("JPY"), new LocalDate(2025, 1, 1));

    /// <summary>A tag that is the name of another member, and the rates 10 % and 20 %.</summary>
    internal static InvestmentCase TaggedWithTwoRates { get; } = InvestmentCase.Create("two", Currency.Cny, new LocalDate(2025, 1, 1))
        .WithFlowTiming(FlowTiming.EndOfYear).WithPeriods(EvaluationPeriod.Parse("P2Y")).WithTerms(new CaseTerms { RateSelection = RateSelection.NearestTo(0.19) })
        .WithCosts(CostItem.OfAmounts(CostCategory.Software, "c", [On(0, 100), On(18, 132)]).WithTags("net"))
        .WithBenefits(
            BenefitItem.OfAmounts(BenefitCategory.Retention, "b", [On(6, 230)]),
            new BenefitItem("growth", BenefitCategory.SalesGrowth, NotMonetizedBenefit.NoImprovement(-0.044, -0.206, 0.152, EffectUnit.Relative)));

    /// <summary>Sales that rose by a fifth after go-live, and others that did not, after too few months to tell growth from season: a benefit of each study.</summary>
    internal static InvestmentCase Measured { get; } = InvestmentCase.Create("measured", Currency.Cny, new LocalDate(2025, 1, 1))
        .WithBenefits(
            SalesGrowth.FromImpact("growth", StudyOf(1_200), Currency.Cny, Share.Of(0.3m)),
            SalesGrowth.FromImpact("none", StudyOf(1_000, 10), Currency.Cny, Share.Of(0.3m)));

    private static ImpactResult StudyOf(double after, int before = 24)
    {
        var sales = new KpiDefinition("Sales", KpiUnit.Money, KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.Sum);
        var goLive = new YearMonth(2025, 1);
        double[] values = [.. Enumerable.Range(0, 36).Select(i => (i < 24 ? 1_000.0 : after) + (i * i % 7))];
        return ImpactAnalysis.Run(new ImpactStudy(KpiSeries.FromValues(sales, goLive.PlusMonths(-before), values[(24 - before)..]), goLive).WithPromise(0.1));
    }

    private static IEnumerable<InvestmentCase> Samples => Repository.Samples.Select(name => CaseDocument.Read(Repository.Sample(name)).Case);

    private static IEnumerable<InvestmentCase> Cases =>
        [.. Samples, CaseDocument.Read(SoundDocument.Text).Case, .. Enumerable.Range(0, 12).Select(number => CaseDocument.Read(RandomDocuments.Of(number).GetRawText()).Case), TaggedWithTwoRates, TaggedWithTwoRates.WithTerms(new CaseTerms { RateSelection = RateSelection.NearestTo(0.11) }), Measured, Empty];

    private static IEnumerable<PortfolioTenant> Tenants => TenantDocument.Lines(new MemoryStream(SamplePortfolio.Bytes)).Select(line => TenantDocument.Read(line.Value, $"#{line.Key}"));

    private static readonly ConcurrentDictionary<string, Lazy<string[]>> All = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Of(string name) => All.GetOrAdd(name, _ => new Lazy<string[]>(() => [.. Make(name)])).Value;

    private static IEnumerable<string> Make(string name) => name switch
    {
        "case" => [SoundDocument.Text, .. Cases.Select(CaseDocument.Write)],
        "result" => Cases.SelectMany(source => Enum.GetValues<ResultDetail>().Select(detail => ResultDocument.Write(RoiEvaluator.Evaluate(source), new DocumentWriteOptions { Detail = detail })))
            .Concat(Samples.Take(2).Select(source => ResultDocument.Write(RoiEvaluator.Evaluate(source), Everything(Simulation.Run(source, Few))))),
        "simulation" => Samples.Select(source => Simulation.Run(source, Few)).SelectMany(result => new[] { SimulationDocument.Write(result, Everything(result)), SimulationDocument.Write(result) })
            .Append(SimulationDocument.Write(Simulation.Run(Empty, Few))),
        "comparison" =>
        [
            .. Cases.Take(20).Append(Empty).Select(source => ComparisonDocument.Write(Comparison.Of([source], Few))),
            ComparisonDocument.Write(Comparison.Of([.. Samples.Where(source => source.Name.Contains("仁和堂", StringComparison.Ordinal))], Few)),
        ],
        "review" => Reviews().Select(report => ReviewDocument.Write(report)),
        "impact" => Studies().Select(study => ImpactDocument.Write(ImpactAnalysis.Run(study))),
        "trend" => [TrendDocument.Write([]), TrendDocument.Write([.. Assessments()])],
        "portfolio" =>
        [
            PortfolioDocument.Write(new PortfolioEvaluator().Sum([])), PortfolioDocument.Write(SamplePortfolio.Run(PortfolioOptions.Usual).Result),
            PortfolioDocument.Write(SamplePortfolio.Run(new PortfolioOptions { Simulation = Few }).Result, new DocumentWriteOptions { ContentHash = new string('a', 64) }),
        ],
        "tenant" => Tenants.Where(tenant => tenant.TryGetCase(out _)).Select(Written).Concat(TenantDocument.Lines(new MemoryStream(SamplePortfolio.Bytes)).Take(6).Select(line => Encoding.UTF8.GetString(line.Value.Span))),
        "actuals" => Tenants.Select(tenant => tenant.Actuals).OfType<Actuals>().Append(EveryKind).Select(actuals => JsonSerializer.Serialize(actuals, Converters)),
        "series" => AllSeries().Select(series => JsonSerializer.Serialize(series, Converters)),
        "register" => Samples.Select(source => JsonSerializer.Serialize(BenefitsRegister.Approve(source, source.Start).Replan(source, source.Start.PlusMonths(6), "续期"), Converters)),
        "tracker-state" => States().Select(state => JsonSerializer.Serialize(state)),
        _ => [],
    };

    private static DocumentWriteOptions Everything(SimulationResult result) => new()
    {
        Detail = ResultDetail.Full,
        Simulation = result,
        BreakEven = BreakEven.Of(result.Evaluation, CaseInputs.Levers(result.Evaluation.Case)),
        Scenarios = Scenarios.Evaluate(result.Evaluation.Case, CaseInputs.Apply),
        Studies = result.Studies(1, result.Inputs.ToDictionary(input => input.Id, _ => 6)),
    };

    private static IEnumerable<ReviewReport> Reviews()
    {
        foreach (InvestmentCase source in Cases)
        {
            YearMonth start = source.Start.ToYearMonth();
            yield return CaseReview.Review(source, new Actuals([]), start.PlusMonths(5));
            Actual[] rows =
            [
                .. source.Costs.Where(cost => !cost.IsCredit).SelectMany(cost => Enumerable.Range(0, 4).Select(i => (Actual)Actual.Cost(cost.Id.Text, start.PlusMonths(i * 3), new Money(9_000, cost.Currency)))),
                .. source.Benefits.Where(benefit => benefit.Basis.IsMonetized).Select(benefit => (Actual)Actual.Benefit(benefit.Id.Text, start.PlusMonths(10), new Money(1_000, benefit.Currency))),
                Actual.UnplannedCost("差旅", start.PlusMonths(2), new Money(40_000, source.Currency)), Actual.Adoption(start.PlusMonths(11), 40, 100), Actual.Baseline("Nps", start, 40),
                .. Enumerable.Range(0, 9).Select(i => (Actual)Actual.Kpi("Nps", start.PlusMonths(i + 2), 40 - i)),
            ];
            yield return CaseReview.Review(source, new Actuals(rows), start.PlusMonths(11));
            yield return CaseReview.Review(source, new Actuals(rows), start.PlusMonths(40), new ReviewSettings { IncludeLongTerm = true });
        }

        foreach (PortfolioTenant tenant in Tenants.Where(tenant => tenant.Actuals is not null))
        {
            Assert.True(tenant.TryGetCase(out InvestmentCase? source));
            yield return CaseReview.Review(source, tenant.Actuals!, tenant.AsOf ?? source.Start.ToYearMonth().PlusMonths(12));
        }
    }

    private static IEnumerable<ImpactStudy> Studies()
    {
        var goLive = new YearMonth(2025, 1);
        foreach (KpiSeries series in AllSeries().Where(series => series.Frequency == KpiFrequency.Monthly && series.Count > 26))
        {
            var study = new ImpactStudy(series, goLive);
            KpiSeries control = KpiSeries.FromValues(series.Definition, First, [.. Enumerable.Range(0, 36).Select(i => Wave(i, 1) * (series.Definition.Unit == KpiUnit.Ratio ? 0.005 : 1))], "对照");
            yield return study;
            yield return study.WithPromise(0.05).WithTransition(2);
            yield return study.WithPromise(0.05).WithControls(control);
            yield return study.WithControls(control).AsExperiment();
            yield return study.WithScale(EffectScale.Linear);
        }

        yield return new ImpactStudy(Made(KpiCatalog.Arpu, 9), First.PlusMonths(7)).WithPromise(0.05);
        yield return new ImpactStudy(Made(KpiCatalog.Arpu, 4), First.PlusMonths(3));
    }

    private static IEnumerable<KpiAssessment> Assessments()
    {
        foreach (KpiSeries series in AllSeries())
        {
            yield return KpiAssessment.Of(series);
            double goal = series.TryGetValue(0, out double first) ? first * 1.1 : 1;
            yield return KpiAssessment.Of(series, KpiAssessmentOptions.Default.WithTarget(new KpiTarget(goal, new YearMonth(2026, 12))));
        }
    }

    private static IEnumerable<KpiSeries> AllSeries()
    {
        foreach (int count in new[] { 1, 3, 9, 14, 27, 36 })
        {
            yield return Made(KpiCatalog.Arpu, count);
        }

        yield return KpiSeries.FromValues(KpiCatalog.Arpu, First, [.. Enumerable.Range(0, 36).Select(i => i == 20 ? (double?)null : Wave(i, 1) + (i >= 26 ? 60 : 0))], "华东");
        yield return KpiSeries.FromValues(KpiCatalog.Arpu, First, [.. Enumerable.Range(0, 40).Select(i => Wave(i, 1) + (i >= 30 ? 2.5 : 0))]);
        yield return KpiSeries.FromValues(KpiCatalog.Arpu, First, [.. Enumerable.Range(0, 36).Select(i => 100 + (20 * Math.Sin(Math.PI * i / 6)) + (i % 3))]);
        yield return KpiSeries.FromParts(KpiCatalog.WinRate, First, [.. Enumerable.Range(0, 36).Select(i => i == 5 ? (double?)null : 30 + (i % 4))], [.. Enumerable.Range(0, 36).Select(i => i == 5 ? (double?)null : 100 + i)]);
        var own = new KpiDefinition("Refills", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums)
        {
            Name = "复购", Formula = "复购客户÷客户", PartsScale = 100, Minimum = 0, Maximum = 100,
        };
        yield return KpiSeries.FromParts(own, First, [1, 2, 3], [10, 10, 10]);
        yield return KpiSeries.FromValues(KpiCatalog.Arpu, First, [1, 2, 3, 4]).WithFrequency(KpiFrequency.Quarterly);
    }

    private static KpiSeries Made(KpiDefinition definition, int count) => KpiSeries.FromValues(definition, First, [.. Enumerable.Range(0, count).Select(i => (double?)Wave(i, 3))]);

    private static double Wave(int i, int salt) => 100 + (i * 0.3) + (i * 7 * salt % 5);

    private static IEnumerable<KpiTrackerState> States()
    {
        yield return new KpiTracker(KpiCatalog.Arpu).Save();
        var values = new KpiTracker(KpiCatalog.Arpu);
        values.Observe(First, 100);
        values.Observe(First.PlusMonths(2), 101);
        values.Correct(First, 99);
        yield return values.Save();
        var parts = new KpiTracker(KpiCatalog.WinRate);
        parts.Observe(First, 30, 100);
        yield return parts.Save();
    }

    private static Actuals EveryKind
    {
        get
        {
            var march = new YearMonth(2025, 3);
            return new Actuals(
                [
                    Actual.Cost("seats", march, Money.Cny(18_000.5m), 120, 118, "记-0042"), Actual.UnplannedCost("travel", march, Money.Cny(5)).WithNote("冲销2月"),
                    Actual.Benefit("sales", march, Money.Cny(7), 3, 4, march.PlusMonths(-2), "报-1"), Actual.Adoption(march, 80, 120, 0.9m), Actual.Seats("seats", march, 110, 120),
                    Actual.Retention("members", march, 800, 1_000, 12, 0.85m), Actual.Kpi("WinRate", march, 3, 8), Actual.Baseline("Nps", march, 41.50m), Actual.Verified("sales", march),
                ],
                allowDuplicates: true);
        }
    }

    private static string Written(PortfolioTenant tenant)
    {
        var buffer = new ArrayBufferWriter<byte>();
        TenantDocument.Write(tenant, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static DatedAmount On(int month, decimal amount) => new(new LocalDate(2025, 1, 1).PlusMonths(month), Money.Cny(amount));
}
