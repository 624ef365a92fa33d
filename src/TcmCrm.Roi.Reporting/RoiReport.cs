using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Reporting.Evaluating;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Reporting.Impacts;
using TcmCrm.Roi.Reporting.Portfolios;
using TcmCrm.Roi.Reporting.Reviewing;
using TcmCrm.Roi.Reporting.Simulating;
using TcmCrm.Roi.Reporting.Trends;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting;

/// <summary>Makes a report of a result, in the order in which a CFO reads it: the conclusion first, then what it rests on, then the details.</summary>
/// <example><code>RoiReport.Of(evaluation, new RoiReportOptions { Language = Language.Of("zh") }).ToMarkdown(writer);</code></example>
public static class RoiReport
{
    /// <summary>The report of a case: conclusion, assumptions and evidence, costs, benefits, cash flows, sensitivity and break-even, risks and quality of the data.</summary>
    /// <param name="evaluation">The evaluated case.</param>
    /// <param name="options">Language and content.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Report Of(RoiEvaluation evaluation, RoiReportOptions options) => 
        ProvenanceSection.Add(EvaluationReport.Create(NotNull(evaluation, nameof(evaluation)), LanguageOf(options), options), options.Inputs, evaluation.Terms);

    /// <summary>The report of a review: where the case stands, where it leads, what goes wrong, what can be done, plan against actual, the benefits register.</summary>
    /// <param name="review">The review.</param>
    /// <param name="options">The language.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Report Of(ReviewReport review, RoiReportOptions options) =>
        ProvenanceSection.Add(new ReviewReportWriter(NotNull(review, nameof(review)), LanguageOf(options)).Create(), options.Inputs);

    /// <summary>The report of a simulation: how surely the case pays back, the distribution of its figures, what they hang on, what to measure next, break-even, scenarios.</summary>
    /// <param name="simulation">The simulation.</param>
    /// <param name="breakEven">Where single inputs turn the answer; may be empty.</param>
    /// <param name="scenarios">The scenarios of the case; may be empty.</param>
    /// <param name="options">The language.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Report Of(SimulationResult simulation, IReadOnlyList<BreakEvenPoint> breakEven, IReadOnlyList<ScenarioResult> scenarios, RoiReportOptions options) =>
        Of(simulation, breakEven, scenarios, NotNull(simulation, nameof(simulation)).Studies(), options);

    /// <summary>The report of a simulation with the studies that would help.</summary>
    /// <param name="simulation">The simulation.</param>
    /// <param name="breakEven">Where single inputs turn the answer; may be empty.</param>
    /// <param name="scenarios">The scenarios of the case; may be empty.</param>
    /// <param name="studies">What to measure next: <see cref="SimulationResult.Studies"/>; may be empty.</param>
    /// <param name="options">The language.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Report Of(
        SimulationResult simulation, IReadOnlyList<BreakEvenPoint> breakEven, IReadOnlyList<ScenarioResult> scenarios, IReadOnlyList<StudyProposal> studies, RoiReportOptions options) =>
        ProvenanceSection.Add(
            SimulationReport.Create(
                NotNull(simulation, nameof(simulation)), NotNull(breakEven, nameof(breakEven)), NotNull(scenarios, nameof(scenarios)), NotNull(studies, nameof(studies)), LanguageOf(options)),
            options.Inputs, simulation.Evaluation.Terms);

    /// <summary>The report of a comparison: which alternative is best and how surely, the figures side by side, what each step up costs and brings.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="options">The language, and whether figures after tax are shown.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Report Of(ComparisonResult comparison, RoiReportOptions options) =>
        ProvenanceSection.Add(ComparisonReport.Create(NotNull(comparison, nameof(comparison)), LanguageOf(options), options.AfterTax), options.Inputs);

    /// <summary>The report of a before/after study: what changed, how sure that is, and whether it is the CRM; all designs side by side.</summary>
    /// <param name="impact">The study.</param>
    /// <param name="options">The language.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Report Of(ImpactResult impact, RoiReportOptions options) =>
        ProvenanceSection.Add(ImpactReport.Create(NotNull(impact, nameof(impact)), null, LanguageOf(options)), options.Inputs);

    /// <summary>The report of a study of several segments and their total.</summary>
    /// <param name="segments">The study.</param>
    /// <param name="options">The language.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Report Of(SegmentedImpact segments, RoiReportOptions options) =>
        ProvenanceSection.Add(SegmentsReport.Create(NotNull(segments, nameof(segments)), LanguageOf(options)), options.Inputs);

    /// <summary>The report of a study that is still to come: how many months it needs.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">The language.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Report Of(ImpactPlan plan, RoiReportOptions options) =>
        ProvenanceSection.Add(PlanReport.Create(NotNull(plan, nameof(plan)), LanguageOf(options)), options.Inputs);

    /// <summary>The report of KPIs: an overview, then trend, control chart and forecast to target of each.</summary>
    /// <param name="assessments">The assessed series, in order.</param>
    /// <param name="options">The language.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Report Of(IReadOnlyList<KpiAssessment> assessments, RoiReportOptions options) =>
        ProvenanceSection.Add(TrendReport.Of([.. NotNull(assessments, nameof(assessments)).Select(TrendResult.Of)], LanguageOf(options)), options.Inputs);

    /// <summary>The report of a portfolio: how it stands, the sums by currency and evaluation period, who is at risk, the ranking, the distribution, who failed and why.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="options">The language.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Report Of(PortfolioResult portfolio, RoiReportOptions options) =>
        ProvenanceSection.Add(new PortfolioReport(NotNull(portfolio, nameof(portfolio)), LanguageOf(options)).Create(), options.Inputs);

    internal static Language LanguageOf(RoiReportOptions options) => ReportingTexts.In(NotNull(options, nameof(options)).Language);

    private static T NotNull<T>(T? value, string name)
        where T : class => value ?? throw new ArgumentNullException(name);
}
