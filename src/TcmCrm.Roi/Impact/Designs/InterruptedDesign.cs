using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>The interrupted time series (METHODS C5): y = b0 + b1 t + b2 D + b3 (t-T0) D [+ months] by C1, T0 the first month after.</summary>
internal static class InterruptedDesign
{
    internal const int MinimumBefore = 8;
    internal const int MinimumAfter = 4;
    private const int AdvisedBefore = 12;
    private const int AdvisedAfter = 6;

    public static void Run(StudyContext context, SeasonPlan plan)
    {
        StudySeries series = context.Series;
        if (series.Before < MinimumBefore || series.After < MinimumAfter)
        {
            context.Refuse(ImpactMethod.InterruptedTimeSeries, ImpactWarnings.TooFewMonths(series.Before, series.After, MinimumBefore, MinimumAfter));
            return;
        }

        bool hasSlopeChange = series.After >= AdvisedAfter;
        SeriesPoint[] points = SeriesPoint.Of(series.Months, series.FirstAfter, plan);
        RegressionDesign design = RegressionDesign.Build(points, plan, hasTrend: true, hasSlopeChange);
        Ar1RemlFit fit = Ar1Reml.Fit(design.Matrix, SeriesPoint.ValuesOf(points, series), design.Clock);
        if (!fit.IsFitted)
        {
            context.Refuse(ImpactMethod.InterruptedTimeSeries, RemlEstimate.ReasonOf(fit, design.Matrix.Columns));
            return;
        }

        EstimateDraft draft = context.NewDraft(ImpactMethod.InterruptedTimeSeries, EvidenceRung.InterruptedSeries);
        RemlEstimate.Fill(draft, fit, design.Level);
        draft.ObservationsBefore = MeanDesigns.Count(points, after: false);
        draft.ObservationsAfter = MeanDesigns.Count(points, after: true);
        draft.IsSeasonAdjusted = plan.HasDummies;
        draft.Assumptions.Add(Assumptions.TrendContinues);
        draft.Assumptions.Add(Assumptions.NothingElseChanged);
        draft.Assumptions.Add(Assumptions.FirstOrderErrors);

        // January and February that are one point are two months observed.
        double[] observed =
        [
            .. points.Where(p => p.IsAfter).SelectMany(p => Enumerable.Range(0, p.Months).Select(i => p.Time - design.Origin + i - (0.5 * (p.Months - 1)))),
        ];
        draft.Path = new EffectPath(fit, design.Level, design.Slope, observed, series.IsLog, context.Study.ConfidenceLevel);
        draft.SetDetectable(months => RemlEstimate.FutureError(
            fit, series, plan, months, future => RegressionDesign.Build(future, plan, true, hasSlopeChange)));
        Warn(context, draft, hasSlopeChange, observed);
        context.Drafts.Add(draft);
    }

    private static void Warn(StudyContext context, EstimateDraft draft, bool hasSlopeChange, double[] observed)
    {
        StudySeries series = context.Series;
        if (series.Before < AdvisedBefore || series.After < AdvisedAfter)
        {
            draft.Warnings.Add(ImpactWarnings.ShortInterruption(series.Before, series.After));
        }

        if (!hasSlopeChange)
        {
            draft.Warnings.Add(ImpactWarnings.LevelOnly(series.After));
        }
        else if (draft.Path!.SlopePValue < 0.05)
        {
            EffectInterval last = draft.Path.At((int)observed[observed.Length - 1]);
            draft.Warnings.Add(ImpactWarnings.EffectChanges(draft.Path.Average, last, context.Unit, draft.Path.SlopePValue));
        }
    }
}
