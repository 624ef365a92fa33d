using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>
/// The interrupted time series (METHODS C5): y = b0 + b1 t + b2 D + b3 (t-T0) D [+ months] [+ steps of other dates] by C1, T0 the first month after. On the
/// gap to a control it is the controlled interrupted series. The estimate is the mean effect over the months observed after, b2 + b3 times the mean of j.
/// </summary>
internal static class InterruptedDesign
{
    internal const int MinimumBefore = 8;
    internal const int MinimumAfter = 4;
    internal const int AdvisedBefore = 12;
    internal const int AdvisedAfter = 6;

    /// <summary>The estimate; null, with the reason said, where the months do not allow it.</summary>
    /// <param name="context">The study.</param>
    /// <param name="series">Its series, or the gap to its control.</param>
    /// <param name="plan">What is done about the season.</param>
    /// <param name="method">What the design is called.</param>
    /// <param name="rung">Its place on the ladder.</param>
    /// <param name="checks">What the months before say.</param>
    public static EstimateDraft? Run(
        StudyContext context, StudySeries series, SeasonPlan plan, ImpactMethod method, EvidenceRung rung, BaselineChecks checks)
    {
        if (series.Before < MinimumBefore || series.After < MinimumAfter)
        {
            context.Refuse(method, ImpactWarnings.TooFewMonths(series.Before, series.After, MinimumBefore, MinimumAfter));
            return null;
        }

        bool hasSlopeChange = series.After >= AdvisedAfter;
        SeriesPoint[] points = SeriesPoint.Of(series.Months, series.FirstAfter, plan);
        RegressionDesign design = RegressionDesign.Build(points, plan, hasTrend: true, hasSlopeChange, checks.Steps, checks.Knot);
        Ar1RemlFit fit = Ar1Reml.Fit(design.Matrix, SeriesPoint.ValuesOf(points, series), design.Clock);
        if (!fit.IsFitted)
        {
            context.Refuse(method, RemlEstimate.ReasonOf(fit, design.Matrix.Columns));
            return null;
        }

        EstimateDraft draft = context.NewDraft(method, rung);
        int[] after = series.MonthsAfter;
        double[] contrast = design.MeanEffect(after.Average());
        RemlEstimate.Fill(draft, fit, contrast);
        SmallSample allowance = SmallSample.Of(fit.Rho, fit.Observations, fit.Beta.Length);
        draft.SetStudent(draft.OnScale, draft.StandardError!.Value * allowance.Factor, allowance.DegreesOfFreedom);
        draft.ObservationsBefore = series.Before;
        draft.ObservationsAfter = series.After;
        draft.IsSeasonAdjusted = plan.HasDummies;
        draft.Path = new EffectPath(
            fit, design.Level, design.Slope, [.. after.Select(month => month - design.Origin)], series.IsLog, context.Study.ConfidenceLevel, allowance);
        draft.SetDetectable(months =>
        {
            (double standardError, int rows) = RemlEstimate.FutureError(
                fit, series, plan, months, future => RegressionDesign.Build(future, plan, true, hasSlopeChange, checks.Steps, checks.Knot));
            SmallSample later = SmallSample.Of(fit.Rho, rows, fit.Beta.Length);
            return (standardError * later.Factor, later.DegreesOfFreedom);
        });
        draft.Warnings.AddRange(checks.Notes);
        draft.Warnings.AddRange(checks.Guards);
        if (series.Before < AdvisedBefore || series.After < AdvisedAfter)
        {
            draft.Warnings.Add(ImpactWarnings.ShortInterruption(series.Before, series.After));
        }

        if (!hasSlopeChange)
        {
            draft.Warnings.Add(ImpactWarnings.LevelOnly(series.After));
        }
        else if (draft.Path.SlopePValue < 0.05)
        {
            EffectInterval last = draft.Path.At(draft.Path.Months[draft.Path.Months.Count - 1]);
            draft.Warnings.Add(ImpactWarnings.EffectChanges(draft.Path.Average, last, context.Unit, draft.Path.SlopePValue));
        }

        return draft;
    }
}
