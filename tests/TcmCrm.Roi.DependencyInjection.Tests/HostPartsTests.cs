using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Taxation;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.DependencyInjection.Tests;

/// <summary>An engine asks the library with what the container holds, and gives what the static methods give.</summary>
public class HostPartsTests
{
    private static readonly LocalDate Start = new(2025, 1, 1);
    private static readonly Measure Own = new("hostFigure", MeasureUnit.Money, ["totalBenefit"], result => MeasureValue.Of(result.TotalBenefit / 12));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Measures_TaxRules_AndLimit_HoldOverOtherPeriodsToo()
    {
        TaxRules rules = TaxRules.China.With();
        using ServiceProvider provider = new ServiceCollection().AddSingleton(Own).AddSingleton(rules).AddTcmCrmRoi(options => options.MaximumCells = 1_000).BuildServiceProvider();
        IRoiEngine engine = provider.GetRequiredService<IRoiEngine>();
        Assert.Same(rules, engine.EvaluationSettings.TaxRules);
        Assert.Contains(engine.Evaluate(Case(), cancellation: Token).Measures, measure => measure == Own);
        Assert.Contains(engine.Evaluate(Case(), [EvaluationPeriod.OneYear], Token).Measures, measure => measure == Own);
        Assert.Throws<InvalidOperationException>(() => engine.Evaluate(Case(), [EvaluationPeriod.Parse("P90Y")], Token));
    }

    [Fact]
    public void Overrides_KeepEveryOtherSetting()
    {
        var settings = new EvaluationSettings { Defaults = new CaseTerms { DiscountRate = 0.07m }, TaxRules = TaxRules.China.With(), MaximumCells = 77, Measures = [Own] };
        EvaluationSettings other = settings.WithOverrides(new CaseTerms { DiscountRate = 0.01m });
        Assert.Equal(0.01m, other.Overrides.DiscountRate);
        Assert.All(
            typeof(EvaluationSettings).GetProperties().Where(property => property.GetMethod is { IsStatic: false } && property.Name != nameof(EvaluationSettings.Overrides)),
            property => Assert.Equal(property.GetValue(settings), property.GetValue(other)));
    }

    [Fact]
    public void Rules_Policy_AndKpis_AreThoseOfTheContainer()
    {
        var kpi = new KpiDefinition("AuditScore", KpiUnit.Score, KpiDirection.HigherIsBetter, KpiAggregation.Mean, KpiAggregation.Recompute);
        var policy = new ReviewPolicy { Tolerance = Share.Percent(33) };
        using ServiceProvider provider = new ServiceCollection().AddSingleton<IReviewRule>(new OwnRule("ownRule")).AddSingleton(kpi).AddSingleton(policy)
            .AddTcmCrmRoi(options => options.DiscountRate = 0.09m).BuildServiceProvider();
        IRoiEngine engine = provider.GetRequiredService<IRoiEngine>();
        ReviewReport report = engine.Review(Case(), new Actuals([]), new YearMonth(2025, 6), cancellation: Token);
        Assert.Contains(report.Findings, finding => finding.Rule == "ownRule");
        Assert.True(engine.ReviewSettings.IsKnownKpi("AuditScore"));
        Assert.Same(policy, engine.ReviewSettings.Policy);
        Assert.Equal(0.09m, engine.ReviewSettings.Defaults.DiscountRate);

        // Contracts come with the actuals; everything else stays that of the host.
        ReviewReport again = engine.Review(Case(), new Actuals([]), new YearMonth(2025, 6), [], Token);
        Assert.Equal(ReviewDocument.Write(report), ReviewDocument.Write(again));
    }

    [Fact]
    public void PartsUnderAName_AreThoseOfItsEngineAlone()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddSingleton<IReviewRule>(new OwnRule("everyone"))
            .AddKeyedSingleton<IReviewRule>("a", new OwnRule("onlyA"))
            .AddSingleton(new ReviewPolicy { Tolerance = Share.Percent(5) })
            .AddKeyedSingleton("a", new ReviewPolicy { Tolerance = Share.Percent(20) })
            .AddTcmCrmRoi().AddTcmCrmRoi("a", _ => { }).AddTcmCrmRoi("b", _ => { }).BuildServiceProvider();
        string[] names = [.. new[] { provider.GetRequiredService<IRoiEngine>(), provider.GetRequiredKeyedService<IRoiEngine>("a"), provider.GetRequiredKeyedService<IRoiEngine>("b") }
            .Select(engine => FormattableString.Invariant($"{string.Join('+', engine.ReviewSettings.Rules.OfType<OwnRule>().Select(rule => rule.Id))} {engine.ReviewSettings.Policy.Tolerance.Value}"))];
        Assert.Equal(["everyone 0.05", "everyone+onlyA 0.2", "everyone 0.05"], names);
    }

    [Fact]
    public async Task Documents_AreReadByTheLimitsAndKinds_AndWrittenInTheWordsOfTheHost()
    {
        var options = new DocumentReadOptions
        {
            MaximumBytes = 2_000,
            CostKinds = new Dictionary<string, Func<Currency, IReadOnlyDictionary<string, decimal>, CostBasis>>
            {
                ["calls"] = static (currency, numbers) => CostBasis.Custom("calls", currency, static (frame, numbers) => [new DatedAmount(frame.Start, new Money(numbers["calls"], Currency.Cny))], numbers),
            },
        };
        using ServiceProvider provider = new ServiceCollection().AddSingleton(options).AddSingleton<ITextSource>(new OwnWords("en", "Own figure")).AddSingleton<ITextSource>(new OwnWords("ja", "自社"))
            .AddSingleton(Own).AddTcmCrmRoi().BuildServiceProvider();
        IRoiEngine engine = provider.GetRequiredService<IRoiEngine>();
        const string Document = """
            { "schemaVersion": "1.0", "name": "hotline", "currency": "CNY", "start": "2025-01-01", "benefits": [],
              "costs": [ { "category": "maintenance", "kind": "calls", "name": "hotline", "parameters": { "calls": 400 } } ] }
            """;
        CaseReading reading = await engine.ReadCaseAsync(new MemoryStream(Encoding.UTF8.GetBytes(Document)), Token);
        RoiEvaluation evaluation = engine.Evaluate(reading.Case, cancellation: Token);
        Assert.Equal(Money.Cny(400), evaluation[EvaluationPeriod.OneYear].TotalCost);
        Assert.Equal(DocumentProblemKind.LimitExceeded, (await engine.ReadCaseAsync(new MemoryStream(new byte[2_001]), Token)).Problems.Single().Kind);

        using var full = new MemoryStream();
        await engine.WriteAsync(evaluation, full, ResultDetail.Full, Token);
        using JsonDocument result = JsonDocument.Parse(full.ToArray());
        Assert.Contains("Own figure", Encoding.UTF8.GetString(full.ToArray()), StringComparison.Ordinal);
        using var figures = new MemoryStream();
        await engine.WriteAsync(evaluation, figures, ResultDetail.Figures, Token);
        Assert.True(figures.Length < full.Length / 2);

        Assert.Equal("自社", engine.LanguageOf("ja").Say("measure.hostFigure"));
        Assert.Equal("Own figure", engine.LanguageOf("en").Say("measure.hostFigure"));
        Assert.Equal(Language.Of("zh").Say("measure.roi"), engine.LanguageOf("zh").Say("measure.roi"));
        Assert.Throws<ArgumentException>(() => engine.LanguageOf("fr"));
        Assert.Throws<ArgumentNullException>(() => engine.LanguageOf(null!));
    }

    [Fact]
    public async Task EveryQuestion_GivesWhatTheStaticMethodGives()
    {
        using ServiceProvider provider = new ServiceCollection().AddTcmCrmRoi(options => options.DiscountRate = 0.08m).BuildServiceProvider();
        IRoiEngine engine = provider.GetRequiredService<IRoiEngine>();
        var trials = new SimulationOptions { Trials = 200 };
        EvaluationSettings settings = new() { Defaults = new CaseTerms { DiscountRate = 0.08m } };
        InvestmentCase[] cases = [Case(), Case().WithName("other").AddCosts(CostItem.OfAmounts(CostCategory.Maintenance, "training", [new DatedAmount(Start, Money.Cny(90))]))];

        await Same(SimulationDocument.Write(Simulation.Run(cases[0], trials, settings, cancellation: Token)), stream => engine.WriteAsync(engine.Simulate(cases[0], trials, Token), stream, Token));
        await Same(ComparisonDocument.Write(Comparison.Of(cases, trials, settings, cancellation: Token)), stream => engine.WriteAsync(engine.Compare(cases, trials, Token), stream, Token));
        await Same(
            ReviewDocument.Write(CaseReview.Review(cases[0], new Actuals([]), new YearMonth(2025, 6), new ReviewSettings { Defaults = settings.Defaults }, Token)),
            stream => engine.WriteAsync(engine.Review(cases[0], new Actuals([]), new YearMonth(2025, 6), cancellation: Token), stream, Token));

        KpiSeries series = KpiSeries.FromValues(
            KpiCatalog.Arpu, new YearMonth(2023, 1), [.. Enumerable.Range(0, 36).Select(i => 100.0 + (i * 7 % 5) + (i >= 24 ? 10 : 0))]);
        await Same(TrendDocument.Write([KpiAssessment.Of(series)]), stream => engine.WriteAsync([engine.Trend(series)], stream, Token));
        var study = new ImpactStudy(series, new YearMonth(2025, 1));
        await Same(ImpactDocument.Write(ImpactAnalysis.Run(study, Token)), stream => engine.WriteAsync(engine.Impact(study, Token), stream, Token));

        async Task Same(string text, Func<Stream, Task> write)
        {
            using var stream = new MemoryStream();
            await write(stream);
            Assert.Equal(text, Encoding.UTF8.GetString(stream.ToArray()));
        }
    }

    // Pays 500 at the start and gets 1,100 one year later.
    private static InvestmentCase Case() => InvestmentCase.Create("case", Currency.Cny, Start)
        .WithCosts(CostItem.OfAmounts(CostCategory.Software, "licence", [new DatedAmount(Start, Money.Cny(500))]))
        .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.SalesGrowth, "sales", [new DatedAmount(Start.PlusYears(1), Money.Cny(1_100))]));

    private sealed class OwnRule(string id) : IReviewRule
    {
        public string Id => id;

        public IEnumerable<Finding> Examine(ReviewContext context)
        {
            Money none = new(0, context.Plan.Currency);
            yield return new Finding(new Message(id), context.SeverityOf(none), none, none, new Message(id + ".action"));
        }
    }

    private sealed class OwnWords(string language, string name) : ITextSource
    {
        public string Language => language;

        public IReadOnlyCollection<string> Ids => ["measure.hostFigure", "measure.hostFigure.formula"];

        public string? Find(string id) => Ids.Contains(id) ? name : null;
    }
}
