using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Taxation;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi;

/// <summary>Passes on to the library what a host asks, with what the host set once.</summary>
internal sealed class RoiEngine : IRoiEngine
{
    private static readonly string[] LanguagesOfDocuments = ["en", "zh"];

    private readonly IReadOnlyList<ITextSource> _words;
    private readonly IReadOnlyList<ITextSource> _wordsOfDocuments;

    public RoiEngine(string name, TcmCrmRoiOptions options, HostParts parts)
    {
        Name = name;
        Currency = Currency.Of(options.Currency);
        Conventions = Array.AsReadOnly<RoiConvention>(options.Conventions.Count == 0 ? [RoiConvention.Simple] : [.. options.Conventions]);
        EvaluationSettings = new EvaluationSettings
        {
            Defaults = new CaseTerms
            {
                Periods = options.Horizons.Count == 0 ? null : [.. options.Horizons.Select(EvaluationPeriod.Parse)],
                DiscountRate = options.DiscountRate,
                DayCount = options.DayCount,
                FlowTiming = options.FlowTiming,
            },
            MaximumCells = options.MaximumCells ?? EvaluationSettings.Default.MaximumCells,
            TaxRules = parts.One<TaxRules>() ?? TaxRules.China,
            Measures = parts.All<Measure>(),
        };
        ReviewSettings = Reviewing(
            parts.One<ReviewPolicy>() ?? ReviewPolicy.Default, [.. ReviewSettings.Default.Rules, .. parts.All<IReviewRule>()], parts.All<KpiDefinition>(), []);
        ReadOptions = parts.One<DocumentReadOptions>() ?? DocumentReadOptions.Default;
        _words = parts.All<ITextSource>();
        _wordsOfDocuments = [.. _words.Where(words => LanguagesOfDocuments.Contains(words.Language))];
    }

    public string Name { get; }

    public Currency Currency { get; }

    public IReadOnlyList<RoiConvention> Conventions { get; }

    public EvaluationSettings EvaluationSettings { get; }

    public ReviewSettings ReviewSettings { get; }

    public DocumentReadOptions ReadOptions { get; }

    public InvestmentCase CreateCase(string name, LocalDate goLive, LocalDate? start) => InvestmentCase.Create(name, Currency, goLive, start);

    public RoiEvaluation Evaluate(InvestmentCase investmentCase, IReadOnlyList<EvaluationPeriod>? periods, CancellationToken cancellation) => RoiEvaluator.Evaluate(
        investmentCase, periods is null ? EvaluationSettings : EvaluationSettings.WithOverrides(new CaseTerms { Periods = periods }), cancellation);

    public IReadOnlyList<KeyValuePair<RoiConvention, Figure<decimal>>> ReturnsOnInvestment(PeriodResult result)
    {
        _ = result ?? throw new ArgumentNullException(nameof(result));
        return Array.AsReadOnly(Conventions.Select(convention => new KeyValuePair<RoiConvention, Figure<decimal>>(convention, result.ReturnOnInvestmentBy(convention))).ToArray());
    }

    public ReviewReport Review(InvestmentCase plan, Actuals actuals, YearMonth asOf, IReadOnlyList<ContractTerms>? contracts, CancellationToken cancellation) => CaseReview.Review(
        plan, actuals, asOf, contracts is null ? ReviewSettings : Reviewing(ReviewSettings.Policy, ReviewSettings.Rules, ReviewSettings.Kpis, contracts), cancellation);

    public ImpactResult Impact(ImpactStudy study, CancellationToken cancellation) => ImpactAnalysis.Run(study, cancellation);

    public KpiAssessment Trend(KpiSeries series, KpiAssessmentOptions? options) => KpiAssessment.Of(series, options);

    public SimulationResult Simulate(InvestmentCase investmentCase, SimulationOptions? options, CancellationToken cancellation) =>
        Simulation.Run(investmentCase, options, EvaluationSettings, cancellation: cancellation);

    public ComparisonResult Compare(IReadOnlyList<InvestmentCase> cases, SimulationOptions? options, CancellationToken cancellation) =>
        Comparison.Of(cases, options, EvaluationSettings, cancellation: cancellation);

    public Task<CaseReading> ReadCaseAsync(Stream stream, CancellationToken cancellation) => CaseDocument.ReadAsync(stream, ReadOptions, cancellation);

    public Task WriteAsync(RoiEvaluation evaluation, Stream stream, ResultDetail detail, CancellationToken cancellation) =>
        ResultDocument.WriteAsync(evaluation, stream, new DocumentWriteOptions { Words = _wordsOfDocuments, Detail = detail }, cancellation);

    public Task WriteAsync(ReviewReport report, Stream stream, CancellationToken cancellation) =>
        ReviewDocument.WriteAsync(report, stream, new DocumentWriteOptions { Words = _wordsOfDocuments }, cancellation);

    public Task WriteAsync(SimulationResult result, Stream stream, CancellationToken cancellation) =>
        SimulationDocument.WriteAsync(result, stream, new DocumentWriteOptions { Words = _wordsOfDocuments }, cancellation);

    public Task WriteAsync(ComparisonResult result, Stream stream, CancellationToken cancellation) => ComparisonDocument.WriteAsync(result, stream, cancellation);

    public Task WriteAsync(ImpactResult result, Stream stream, CancellationToken cancellation) =>
        ImpactDocument.WriteAsync(result, stream, new DocumentWriteOptions { Words = _wordsOfDocuments }, cancellation);

    public Task WriteAsync(IReadOnlyList<KpiAssessment> assessments, Stream stream, CancellationToken cancellation) =>
        TrendDocument.WriteAsync(assessments, stream, new DocumentWriteOptions { Words = _wordsOfDocuments }, cancellation);

    public Language LanguageOf(string tag)
    {
        ITextSource[] own = [.. _words.Where(words => words.Language == tag)];
        Language language = own.Length == 0 || LanguagesOfDocuments.Contains(tag) ? Language.Of(tag) : Language.From(own[0]);
        return JsonTexts.In(own.Aggregate(language, (known, words) => known.With(words)));
    }

    /// <summary>The default engine as text: <c>engine</c>, or that of a tenant by its name.</summary>
    public override string ToString() => Name.Length == 0 ? "engine" : "engine " + Name;

    private ReviewSettings Reviewing(ReviewPolicy policy, IReadOnlyList<IReviewRule> rules, IReadOnlyList<KpiDefinition> kpis, IReadOnlyList<ContractTerms> contracts) => new()
    {
        Policy = policy,
        Rules = rules,
        Kpis = kpis,
        Contracts = contracts,
        Defaults = EvaluationSettings.Defaults,
        MaximumCells = EvaluationSettings.MaximumCells,
    };
}
