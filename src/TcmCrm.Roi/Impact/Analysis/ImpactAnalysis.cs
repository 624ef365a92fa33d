namespace TcmCrm.Roi.Impact;

/// <summary>Answers an <see cref="ImpactStudy"/>: runs every design that the data allow and ranks them on the evidence ladder.</summary>
/// <example>
/// <code>
/// KpiSeries sales = KpiSeries.FromValues(KpiCatalog.SalesRevenue, new YearMonth(2022, 1), values);
/// ImpactResult result = ImpactAnalysis.Run(new ImpactStudy(sales, goLive: new YearMonth(2025, 1)).WithPromise(0.05));
/// Console.WriteLine(Language.Of("en").Say(Message.NameOf(result.Verdict)));
/// </code>
/// </example>
public static class ImpactAnalysis
{
    /// <summary>Runs a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="cancellation">Ends the run; asked before each design.</param>
    /// <returns>All estimates, the strongest first, with the verdict; where the data allow none, the reasons.</returns>
    /// <exception cref="ArgumentNullException">The study is null.</exception>
    /// <exception cref="ArgumentException">The log scale is wanted, and a value is not above zero; the message names the month.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static ImpactResult Run(ImpactStudy study, CancellationToken cancellation = default)
    {
        StudyContext context = StudyPreparation.Prepare(Check.NotNull(study), out IReadOnlyList<(string Segment, StudySeries Series)> controls, out StudySeries? gap);
        StudySeries series = context.Series;
        SeasonTreatment season = Resolve(study.Season, series);
        SeasonPlan plan = season == SeasonTreatment.MonthDummies ? SeasonPlan.Dummies(series, study.SpringFestival) : SeasonPlan.None;
        cancellation.ThrowIfCancellationRequested();
        MeanDesigns.Run(context, plan);
        cancellation.ThrowIfCancellationRequested();
        BaselineChecks checks = BaselineChecks.Of(context, series, plan, isGap: false);
        cancellation.ThrowIfCancellationRequested();
        if (InterruptedDesign.Run(context, series, plan, ImpactMethod.InterruptedTimeSeries, EvidenceRung.InterruptedSeries, checks) is { } interrupted)
        {
            bool isSeasonMet = study.Season == SeasonTreatment.None || (plan.HasDummies && SeasonPlan.CoversSeason(series));
            interrupted.Cap = !isSeasonMet || checks.IsBroken ? VerdictCap.Inconclusive : checks.Guards.Count > 0 ? VerdictCap.Unproven : VerdictCap.None;
            interrupted.Assumptions.Add(Assumptions.TrendContinues);
            if (plan.HasDummies)
            {
                interrupted.Assumptions.Add(Assumptions.SameSeason);
            }

            interrupted.Assumptions.Add(Assumptions.NothingElseChanged);
            interrupted.Assumptions.Add(Assumptions.FirstOrderErrors);
            context.Drafts.Add(interrupted);
        }

        cancellation.ThrowIfCancellationRequested();
        if (series.HasCalendar)
        {
            YearOnYearDesign.Run(context);
        }

        cancellation.ThrowIfCancellationRequested();
        if (gap is not null)
        {
            SeasonPlan gapPlan = study.Season == SeasonTreatment.MonthDummies ? SeasonPlan.Dummies(gap, study.SpringFestival) : SeasonPlan.None;
            ControlDesign.Run(context, gap, controls, gapPlan);
        }

        cancellation.ThrowIfCancellationRequested();
        ProportionDesign.Run(context);
        StudyGuards.Run(context, season);
        List<ImpactEstimate> ranked = Rank(context, season);
        return new ImpactResult(study, ranked, context.Unavailable, context.Warnings, DesignChoice.Reasons(context, gap, checks, ranked));
    }

    /// <summary>Tells before go-live how many months before and after it the promise of a study needs, at the noise of its months before.</summary>
    /// <param name="study">The study, of <see cref="ImpactStudy.Planned"/> or any other, with a promise; of its months those before go-live count.</param>
    /// <returns>The plan; what cannot be told has its reason in it.</returns>
    /// <exception cref="ArgumentNullException">The study is null.</exception>
    /// <exception cref="ArgumentException">The study has no promise or further units, or the log scale is wanted and a value is not above zero.</exception>
    public static ImpactPlan Plan(ImpactStudy study) => Check.NotNull(study).OtherUnits.Count == 0
        ? ImpactPlan.Of(study)
        : throw Check.Wrong("The study has further units; allowed: one.", nameof(study), "argument.furtherUnits");

    /// <summary>
    /// P-values of several KPIs looked at together, by Holm's correction: of twenty KPIs without any change one is "significant" at 5 % by chance.
    /// </summary>
    /// <param name="pValues">One a KPI, 0 to 1.</param>
    /// <returns>One adjusted p-value for each, in the same order, at least the value given and at most 1. Below 0.05: it stands at 5 % for all KPIs together.</returns>
    /// <remarks>S. Holm, Scandinavian Journal of Statistics 6 (1979) 65-70.</remarks>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">A value is outside 0 to 1; the message names its index.</exception>
    public static IReadOnlyList<double> AdjustForSeveral(IReadOnlyList<double> pValues) => HolmCorrection.Adjust(pValues);

    /// <summary>What "auto" means for the months at hand.</summary>
    private static SeasonTreatment Resolve(SeasonTreatment season, StudySeries series)
    {
        if (season != SeasonTreatment.Auto)
        {
            return season;
        }

        return SeasonPlan.CoversSeason(series) ? SeasonTreatment.MonthDummies
            : YearOnYearDesign.CountPairs(series) >= YearOnYearDesign.MinimumPairs ? SeasonTreatment.YearOnYear
            : SeasonTreatment.None;
    }

    private static List<ImpactEstimate> Rank(StudyContext context, SeasonTreatment season)
    {
        // Where only year-on-year pairs take the season out, a series with its season left in must not outrank them.
        bool demotes = season != SeasonTreatment.MonthDummies && context.Study.Season != SeasonTreatment.None && context.Series.HasCalendar;
        return [.. context.Drafts
            .OrderBy(d => d.MayBeChosen ? 0 : 1)
            .ThenBy(d => d.Cap == VerdictCap.Inconclusive ? 1 : 0)
            .ThenBy(d => d.CanBeTrusted || d.Rung != EvidenceRung.BeforeAfter ? 0 : 1)
            .ThenBy(d => demotes && !d.IsSeasonAdjusted ? EvidenceRung.BeforeAfter : d.Rung)
            .ThenBy(d => d.Rung == EvidenceRung.InterruptedSeries && d.Cap == VerdictCap.Inconclusive ? EvidenceRung.BeforeAfter : d.Rung)
            .ThenBy(d => d.OrderInRung)
            .Select(d => new ImpactEstimate(d))];
    }
}
