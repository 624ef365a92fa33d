using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>
/// Difference in differences (METHODS C4): the gap treated - control, on the log scale the log ratio, by C1 on a step, or by C2 where the months are too
/// few for it; with the gap's trend before, a placebo, and a look at the controls themselves.
/// </summary>
internal static class ControlDesign
{
    private const double Significance = 0.05;

    public static void Run(StudyContext context, StudySeries gap, IReadOnlyList<(string Segment, StudySeries Series)> controls, SeasonPlan plan)
    {
        if (gap.Before < MeanDesigns.MinimumBefore || gap.After < MeanDesigns.MinimumAfter)
        {
            context.Refuse(
                ImpactMethod.DifferenceInDifferences,
                ImpactWarnings.TooFewMonths(gap.Before, gap.After, MeanDesigns.MinimumBefore, MeanDesigns.MinimumAfter));
            return;
        }

        EvidenceRung rung = context.Study.IsExperiment ? EvidenceRung.Experiment : EvidenceRung.ControlGroup;
        EstimateDraft draft = context.NewDraft(ImpactMethod.DifferenceInDifferences, rung);
        draft.IsSeasonAdjusted = true;
        draft.ObservationsBefore = gap.Before;
        draft.ObservationsAfter = gap.After;
        draft.Assumptions.Add(Assumptions.ParallelTrends);
        draft.Assumptions.Add(Assumptions.FirstOrderErrors);
        Estimate(draft, gap, plan);
        PreTrend(context, draft, gap);
        Placebo(draft, gap);
        Controls(draft, controls);
        context.Drafts.Add(draft);
    }

    private static void Estimate(EstimateDraft draft, StudySeries gap, SeasonPlan plan)
    {
        SeriesPoint[] points = SeriesPoint.Of(gap.Months, gap.FirstAfter, plan);
        RegressionDesign design = RegressionDesign.Build(points, plan, false, false);
        Ar1RemlFit fit = Ar1Reml.Fit(design.Matrix, SeriesPoint.ValuesOf(points, gap), design.Clock);
        if (fit.IsFitted)
        {
            RemlEstimate.Fill(draft, fit, design.Level);
            draft.SetDetectable(months => RemlEstimate.FutureError(
                fit, gap, plan, months, future => RegressionDesign.Build(future, plan, false, false)));
            return;
        }

        double[] before = gap.ValuesBefore;
        double[] after = gap.ValuesAfter;
        if (fit.Status != Ar1RemlStatus.NoResidualVariance && (MeanDesigns.Varies(before) || MeanDesigns.Varies(after)))
        {
            MeanComparison comparison = TwoSample.WelchEffective(before, after, gap.MonthsBefore, gap.MonthsAfter);
            draft.SetStudent(comparison.Estimate, comparison.StandardError, comparison.DegreesOfFreedom);
            draft.Rho = comparison.Rho;
            draft.EffectiveObservations = comparison.EffectiveBefore + comparison.EffectiveAfter;
            draft.SetDetectable(MeanDesigns.FutureOf(comparison, before, after));
            return;
        }

        // The gap never varies: a series against itself, or a copy of it. The change is known, its error is not.
        draft.SetStudent(TwoSample.Mean(after) - TwoSample.Mean(before), 0.0, before.Length + after.Length - 2.0);
        draft.EffectiveObservations = before.Length + after.Length;
        draft.CanBeTrusted = false;
        draft.Warnings.Add(ImpactWarnings.NoVariation());
    }

    private static void PreTrend(StudyContext context, EstimateDraft draft, StudySeries gap)
    {
        (double slope, double p) = BaselineTrend.Of(gap);
        if (p < Significance)
        {
            double perMonth = gap.IsLog ? ElementaryFunctions.ExpMinusOne(slope) : slope;
            draft.Warnings.Add(ImpactWarnings.GapPreTrend(perMonth, context.Unit, p));
        }
    }

    /// <summary>A pretended go-live in the middle of the months before.</summary>
    private static void Placebo(EstimateDraft draft, StudySeries gap)
    {
        double[] before = gap.ValuesBefore;
        int[] months = gap.MonthsBefore;
        double p = StepP(before, months, before.Length / 2, MeanDesigns.MinimumBefore);
        if (p < Significance)
        {
            draft.Warnings.Add(ImpactWarnings.PlaceboMoved(p));
        }
    }

    private static void Controls(EstimateDraft draft, IReadOnlyList<(string Segment, StudySeries Series)> controls)
    {
        for (int i = 0; i < controls.Count; i++)
        {
            (string segment, StudySeries series) = controls[i];
            double p = StepP(series.Values, series.Months, series.Before, MeanDesigns.MinimumAfter);
            if (controls.Count == 1 ? p < Significance : p < Significance / controls.Count)
            {
                draft.Warnings.Add(controls.Count == 1 ? ImpactWarnings.ControlMoved(segment, i + 1, p) : ImpactWarnings.ContaminatedControl(segment, i + 1, p));
            }
        }
    }

    /// <summary>The p-value of a step at an index, by C1; 1 where the data do not allow it.</summary>
    private static double StepP(double[] values, int[] months, int step, int minimumSide)
    {
        if (step < minimumSide || values.Length - step < minimumSide)
        {
            return 1.0;
        }

        var design = new DesignMatrix(values.Length, 2);
        for (int i = 0; i < values.Length; i++)
        {
            design[i, 0] = 1.0;
            design[i, 1] = i >= step ? 1.0 : 0.0;
        }

        Ar1RemlFit fit = Ar1Reml.Fit(design, values, months);
        return fit.IsFitted && !fit.IsAtEdge ? StudentT.TwoSidedP(fit.Beta[1] / fit.StandardError(1), fit.DegreesOfFreedom) : 1.0;
    }
}
