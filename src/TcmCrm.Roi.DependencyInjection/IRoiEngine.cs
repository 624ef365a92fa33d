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
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi;

/// <summary>What a host asks of the library, with its own defaults, rules, figures, tax rules and words: one engine a host, or one a tenant.</summary>
/// <remarks>
/// <para><see cref="TcmCrmRoiServiceCollectionExtensions.AddTcmCrmRoi(Microsoft.Extensions.DependencyInjection.IServiceCollection)"/> registers it, as a singleton: immutable, and safe to use
/// from any number of threads. The options and what the container holds are read when it is created: later changes of a configuration file do not alter figures half-way through a session.</para>
/// <para>From the container it takes, registered as singletons: <see cref="ReviewPolicy"/>, <see cref="IReviewRule"/>, <see cref="KpiDefinition"/>, <see cref="Measure"/>,
/// <see cref="Taxation.TaxRules"/>, <see cref="DocumentReadOptions"/> and <see cref="ITextSource"/>; the engine of a tenant takes what is registered under its name besides. What is not here is
/// done by the static methods of the library with <see cref="EvaluationSettings"/> and <see cref="ReviewSettings"/>.</para>
/// <para>An interface, so that a host can put a stand-in for it into its own tests. A later version may add members.</para>
/// </remarks>
/// <example>
/// <code>
/// IRoiEngine engine = provider.GetRequiredService&lt;IRoiEngine&gt;();
/// CaseReading reading = await engine.ReadCaseAsync(request.Body, cancellation);
/// if (reading.TryGetCase(out InvestmentCase? crm))
/// {
///     await engine.WriteAsync(engine.Evaluate(crm), response.Body, ResultDetail.Figures, cancellation);
/// }
/// </code>
/// </example>
public interface IRoiEngine
{
    /// <summary>The name under which it was added; empty for the engine without one.</summary>
    string Name { get; }

    /// <summary>The currency of new cases.</summary>
    Currency Currency { get; }

    /// <summary>The conventions under which a ROI is published, in the host's order; at least one.</summary>
    IReadOnlyList<RoiConvention> Conventions { get; }

    /// <summary>The host's terms for what a case leaves open, its tax rules, figures and limit: for the static methods of the library.</summary>
    EvaluationSettings EvaluationSettings { get; }

    /// <summary>The host's policy, rules and KPIs for reviews, with the same terms and limit.</summary>
    ReviewSettings ReviewSettings { get; }

    /// <summary>The limits of documents, and the kinds of cost and benefit of the host.</summary>
    DocumentReadOptions ReadOptions { get; }

    /// <summary>A case without costs and benefits yet, in the host's currency. It states no terms: those of the host hold when this engine evaluates it, also after it was written and read
    /// again.</summary>
    /// <param name="name">What the case is called; not blank.</param>
    /// <param name="goLive">The first day of use.</param>
    /// <param name="start">The first day of the evaluation; go-live where null.</param>
    /// <returns>The case; its <c>With...</c> methods state what is different in it.</returns>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is blank, or a date is of another calendar or out of range.</exception>
    InvestmentCase CreateCase(string name, LocalDate goLive, LocalDate? start = null);

    /// <summary>Evaluates a case; for each term that it does not state, that of the host is used.</summary>
    /// <param name="investmentCase">The case.</param>
    /// <param name="periods">1 to 64 periods in place of those of the case, each once, in any order; null for those of the case, or else of the host.</param>
    /// <param name="cancellation">Ends the run; asked once a line.</param>
    /// <returns>The figures of every evaluation period.</returns>
    /// <exception cref="ArgumentNullException">The case, or one of the periods, is null.</exception>
    /// <exception cref="ArgumentException">No period or too many, one twice, or two that end on the same date.</exception>
    /// <exception cref="InvalidOperationException">A line is in another currency and a rate for one of its flows is missing, or the case asks for more than
    /// <see cref="TcmCrmRoiOptions.MaximumCells"/>.</exception>
    /// <exception cref="OverflowException">A sum leaves the range of <see cref="decimal"/>, or a period ends after the year 9999.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    RoiEvaluation Evaluate(InvestmentCase investmentCase, IReadOnlyList<EvaluationPeriod>? periods = null, CancellationToken cancellation = default);

    /// <summary>The ROI of one evaluation period under each of the host's <see cref="Conventions"/>.</summary>
    /// <param name="result">The result of the period.</param>
    /// <returns>One entry a convention, in the host's order: the ratio (0.6 is 60 %), or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException">The result is null.</exception>
    IReadOnlyList<KeyValuePair<RoiConvention, Figure<decimal>>> ReturnsOnInvestment(PeriodResult result);

    /// <summary>Reviews a case by the host's policy and rules: plan against actual to date, outlook, findings, decisions.</summary>
    /// <param name="plan">The case as approved.</param>
    /// <param name="actuals">The observations; those after the month are not used, and their order says nothing.</param>
    /// <param name="asOf">The last month that counts as past; not before the start of the case.</param>
    /// <param name="contracts">Renewal terms of contracts behind cost lines, none where null.</param>
    /// <param name="cancellation">Ends the run; asked once a line and once a rule.</param>
    /// <exception cref="ArgumentNullException">The plan, the actuals or one of the contracts is null.</exception>
    /// <exception cref="ArgumentException">An actual names a line that the case does not have.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The month lies before the start of the case, or more than a hundred years after.</exception>
    /// <exception cref="InvalidOperationException">A line is in another currency and a rate for one of its flows is missing, or the plan asks for more than
    /// <see cref="TcmCrmRoiOptions.MaximumCells"/>.</exception>
    /// <exception cref="OverflowException">A sum leaves the range of <see cref="decimal"/>.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    ReviewReport Review(InvestmentCase plan, Actuals actuals, YearMonth asOf, IReadOnlyList<ContractTerms>? contracts = null, CancellationToken cancellation = default);

    /// <summary>Studies what changed at go-live, how sure that is, and whether it is the CRM.</summary>
    /// <param name="study">The series, its control, its promise.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="ArgumentNullException">The study is null.</exception>
    /// <exception cref="ArgumentException">The log scale is wanted, and a value is not above zero; the message names the month.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    ImpactResult Impact(ImpactStudy study, CancellationToken cancellation = default);

    /// <summary>Assesses a KPI: trend, alarms, change, forecast to target.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">Baseline, rules, chart, target; <see cref="KpiAssessmentOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentNullException">The series is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target is outside the range of the KPI.</exception>
    KpiAssessment Trend(KpiSeries series, KpiAssessmentOptions? options = null);

    /// <summary>Simulates a case: how sure its figures are, and what they hang on.</summary>
    /// <param name="investmentCase">The case.</param>
    /// <param name="options">Trials, seed and degree; <see cref="SimulationOptions.Usual"/> where null.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="ArgumentNullException">The case is null.</exception>
    /// <exception cref="ArgumentException">Two evaluation periods end on the same date.</exception>
    /// <exception cref="InvalidOperationException">A line is in another currency and a rate for one of its flows is missing, or the case or the trials ask for more than a host should hold at
    /// once.</exception>
    /// <exception cref="OverflowException">A sum leaves the range of <see cref="decimal"/>.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    SimulationResult Simulate(InvestmentCase investmentCase, SimulationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Compares alternatives, of which doing nothing is one, over the longest evaluation period and on all benefits.</summary>
    /// <param name="cases">1 to 20 cases that agree on currency, start, rate, day count, flow timing and evaluation periods.</param>
    /// <param name="options">Trials and seed; <see cref="SimulationOptions.Usual"/> where null.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="ArgumentNullException">The cases or one of them is null.</exception>
    /// <exception cref="ArgumentException">There are none or too many, or they cannot be compared; see <see cref="Comparison.Obstacles"/>.</exception>
    /// <exception cref="InvalidOperationException">As of <see cref="Simulate"/>.</exception>
    /// <exception cref="OverflowException">A sum leaves the range of <see cref="decimal"/>.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    ComparisonResult Compare(IReadOnlyList<InvestmentCase> cases, SimulationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Reads a case document by the host's limits and kinds, without holding a thread while it waits.</summary>
    /// <param name="stream">A readable stream, such as the body of a request; it is not closed.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The case, or all problems of the document. A bad document never throws.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be read from.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    Task<CaseReading> ReadCaseAsync(Stream stream, CancellationToken cancellation = default);

    /// <summary>Writes the document of an evaluation with the host's words, as <see cref="ResultDocument.WriteAsync"/> does.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="stream">A writable stream; it is neither flushed nor closed.</param>
    /// <param name="detail">How much of it.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="ArgumentNullException">The evaluation or the stream is null.</exception>
    /// <exception cref="ArgumentException">A figure of the host's own has the id of another member of the document.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    Task WriteAsync(RoiEvaluation evaluation, Stream stream, ResultDetail detail, CancellationToken cancellation);

    /// <summary>Writes the document of a review with the host's words, as <see cref="ReviewDocument.WriteAsync"/> does.</summary>
    /// <param name="report">The review.</param>
    /// <param name="stream">A writable stream; it is neither flushed nor closed.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="ArgumentNullException">The review or the stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    Task WriteAsync(ReviewReport report, Stream stream, CancellationToken cancellation);

    /// <summary>Writes the document of a simulation with the host's words, as <see cref="SimulationDocument.WriteAsync"/> does.</summary>
    /// <param name="result">The simulation.</param>
    /// <param name="stream">A writable stream; it is neither flushed nor closed.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="ArgumentNullException">The simulation or the stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    Task WriteAsync(SimulationResult result, Stream stream, CancellationToken cancellation);

    /// <summary>Writes the document of a comparison, as <see cref="ComparisonDocument.WriteAsync"/> does.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="stream">A writable stream; it is neither flushed nor closed.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="ArgumentNullException">The comparison or the stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    Task WriteAsync(ComparisonResult result, Stream stream, CancellationToken cancellation);

    /// <summary>Writes the document of a study with the host's words, as <see cref="ImpactDocument.WriteAsync"/> does.</summary>
    /// <param name="result">The study.</param>
    /// <param name="stream">A writable stream; it is neither flushed nor closed.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="ArgumentNullException">The study or the stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    Task WriteAsync(ImpactResult result, Stream stream, CancellationToken cancellation);

    /// <summary>Writes the document of KPIs with the host's words, as <see cref="TrendDocument.WriteAsync"/> does.</summary>
    /// <param name="assessments">The series, assessed.</param>
    /// <param name="stream">A writable stream; it is neither flushed nor closed.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="ArgumentNullException">The list, one of them or the stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    Task WriteAsync(IReadOnlyList<KpiAssessment> assessments, Stream stream, CancellationToken cancellation);

    /// <summary>A language with the host's words first, which can say the problems of documents too.</summary>
    /// <param name="tag"><c>en</c>, <c>zh</c>, or the tag of words that the host registered.</param>
    /// <exception cref="ArgumentNullException">The tag is null.</exception>
    /// <exception cref="ArgumentException">There are no words for it.</exception>
    Language LanguageOf(string tag);
}
