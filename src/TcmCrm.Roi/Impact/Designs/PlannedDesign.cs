using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>
/// What the interrupted series, or that on the gap to a control, would find with further months before and after, at the autocorrelation and the noise that the months
/// before go-live show. The design, its error and the allowance for a short series are those that the study will have.
/// </summary>
internal sealed class PlannedDesign
{
    private const int Studies = 9;

    private readonly ImpactStudy _study;
    private readonly StudySeries _series;
    private readonly Ar1RemlFit _fit;
    private readonly SeasonPlan _plan;
    private readonly SpringFestivalTreatment _festival;
    private readonly BaselineChecks _checks;
    private readonly bool _hasTrend;

    private PlannedDesign(ImpactStudy study, StudySeries series, Ar1RemlFit fit, SeasonPlan plan, SpringFestivalTreatment festival, BaselineChecks checks, bool hasTrend)
    {
        _study = study;
        _series = series;
        _fit = fit;
        _plan = plan;
        _festival = festival;
        _checks = checks;
        _hasTrend = hasTrend;
    }

    /// <summary>The standard deviation of a month about level, trend and season, on the scale of the study.</summary>
    public double Noise => Math.Sqrt(_fit.InnovationVariance / (1.0 - (_fit.Rho * _fit.Rho)));

    public double Rho => _fit.Rho;

    /// <summary>Degrees of freedom of the noise.</summary>
    public int ResidualDegrees => _fit.Observations - _fit.Beta.Length;

    /// <summary>What the months before say that will cap the verdict or widen its interval.</summary>
    public IEnumerable<Message> Notes => _checks.Notes.Concat(_checks.Guards);

    /// <summary>The design; null, with the reason, where the months before do not show the noise.</summary>
    /// <param name="context">The study.</param>
    /// <param name="series">Its series, or the gap to its control.</param>
    /// <param name="isGap">Whether it is the gap.</param>
    /// <param name="reason">Why there is none.</param>
    public static PlannedDesign? Of(StudyContext context, StudySeries series, bool isGap, out Message? reason)
    {
        ImpactStudy study = context.Study;
        reason = null;
        (SeasonPlan plan, SpringFestivalTreatment festival) = isGap ? GapPlan(study, series)
            : (study.Season == SeasonTreatment.None ? SeasonPlan.None : SeasonPlan.Dummies(series, study.SpringFestival), study.SpringFestival);
        if (!isGap && plan.HasDummies && !SeasonPlan.CoversSeason(series))
        {
            int span = SeasonPlan.SpanBefore(series);
            reason = span < 24
                ? new Message("planSeason", MessageArgument.Number("before", span), MessageArgument.Number("more", 24 - span))
                : new Message("planGaps", MessageArgument.Number("before", series.Before), MessageArgument.Number("span", span));
            return null;
        }

        if (series.Before < InterruptedDesign.MinimumBefore)
        {
            reason = new Message("planShort", MessageArgument.Number("before", series.Before), MessageArgument.Number("needed", InterruptedDesign.MinimumBefore));
            return null;
        }

        BaselineChecks checks = BaselineChecks.Of(context, series, plan, isGap);
        if (checks.IsBroken)
        {
            reason = new Message("planBreak");
            return null;
        }

        SeriesPoint[] points = Array.FindAll(SeriesPoint.Of(series.Months, series.FirstAfter, plan), point => !point.IsAfter);
        RegressionDesign design = RegressionDesign.BuildBaseline(points, plan, checks.Steps);
        Ar1RemlFit fit = Ar1Reml.Fit(design.Matrix, SeriesPoint.ValuesOf(points, series), design.Clock);
        if (!fit.IsFitted)
        {
            reason = RemlEstimate.ReasonOf(fit, design.Matrix.Columns);
            return null;
        }

        if (fit.IsAtEdge)
        {
            reason = ImpactWarnings.RhoAtEdge(fit.Rho);
            return null;
        }

        return new PlannedDesign(study, series, fit, plan, festival, checks, hasTrend: !isGap || !study.IsExperiment);
    }

    /// <summary>The improvement that would be found with a power of 80 %, above zero; infinite where the design needs more months.</summary>
    /// <param name="further">Months observed until go-live besides those that are there.</param>
    /// <param name="after">Months observed after it, transition apart.</param>
    public double Detectable(int further, int after)
    {
        if (after < (_hasTrend ? InterruptedDesign.MinimumAfter : MeanDesigns.MinimumAfter))
        {
            return double.PositiveInfinity;
        }

        int[] before = _series.MonthsBefore;
        int goLive = _series.GoLive + further;
        int start = before[0];
        var raw = new double[goLive + _study.TransitionMonths + after - start];
        for (int i = 0; i < raw.Length; i++)
        {
            raw[i] = start + i >= _series.GoLive || Array.BinarySearch(before, start + i) >= 0 ? 1.0 : double.NaN;
        }

        var series = new StudySeries(start, raw, goLive, _study.TransitionMonths, isLog: false, hasCalendar: true);
        SeasonPlan plan = _plan.HasDummies ? SeasonPlan.Dummies(series, _festival) : SeasonPlan.None;
        SeriesPoint[] points = SeriesPoint.Of(series.Months, series.FirstAfter, plan);
        RegressionDesign design = RegressionDesign.Build(
            points, plan, _hasTrend, _hasTrend && after >= InterruptedDesign.AdvisedAfter, _checks.Steps, _checks.Knot is { } knot ? knot + further : null);
        double[] contrast = design.MeanEffect(series.MonthsAfter.Average());
        double onScale = FoundByFourOfFive(design, contrast);
        return DetectableEffect.AsImprovement(onScale, _series.IsLog, _study.LowerIsBetter);
    }

    /// <summary>
    /// The effect that four studies of five will find. The autocorrelation of the months before is estimated too low on average; each study will estimate one of its own, too low again, and test by
    /// it: some have far wider intervals than others. The mean over nine of them, of P(estimate > half-width), is 80 %.
    /// </summary>
    private double FoundByFourOfFive(RegressionDesign design, double[] contrast)
    {
        int degrees = Math.Max(design.Matrix.Rows - design.Matrix.Columns, 1);
        double likely = Math.Min(_fit.Rho + SmallSample.Bias(_fit.Rho, ResidualDegrees), Ar1Reml.Edge);
        double mean = likely - SmallSample.Bias(likely, degrees);
        double spread = Math.Sqrt((1.0 - (likely * likely)) / degrees);
        double error = RemlEstimate.ErrorOf(_fit, design.Matrix, design.Clock, contrast, likely).StandardError;
        var halfWidths = new double[Studies];
        double widest = 0.0;
        for (int i = 0; i < Studies; i++)
        {
            double rho = Math.Min(Math.Max(mean + (spread * NormalDistribution.Quantile((i + 0.5) / Studies)), -Ar1Reml.Edge), Ar1Reml.Edge);
            SmallSample allowance = SmallSample.Of(rho, design.Matrix.Rows, design.Matrix.Columns);
            halfWidths[i] = StudentT.TwoSidedCritical(_study.ConfidenceLevel, allowance.DegreesOfFreedom) * allowance.Factor
                * RemlEstimate.ErrorOf(_fit, design.Matrix, design.Clock, contrast, rho).StandardError;
            widest = Math.Max(widest, halfWidths[i]);
        }

        (double low, double high) = (0.0, widest + (3.0 * error));
        while (high - low > 1e-9 * high)
        {
            double middle = 0.5 * (low + high);
            double found = 0.0;
            foreach (double halfWidth in halfWidths)
            {
                found += NormalDistribution.Cdf((middle - halfWidth) / error) / Studies;
            }

            (low, high) = found < DetectableEffect.Power ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>The fewest months after with which the promise is found; null where ten years are not enough.</summary>
    public int? MonthsAfter(int further, double promise) => DetectableEffect.MonthsNeeded(promise, after => Detectable(further, after));

    /// <summary>As the comparison with a control does it.</summary>
    private static (SeasonPlan Plan, SpringFestivalTreatment Festival) GapPlan(ImpactStudy study, StudySeries gap) =>
        study.Season == SeasonTreatment.MonthDummies ? (SeasonPlan.Dummies(gap, study.SpringFestival), study.SpringFestival)
        : study.Season == SeasonTreatment.Auto && BaselineFit.SeasonP(gap) < 0.05 ? (SeasonPlan.Dummies(gap, SpringFestivalTreatment.None), SpringFestivalTreatment.None)
        : (SeasonPlan.None, SpringFestivalTreatment.None);
}
