using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>
/// The comparison with units without the CRM (METHODS C4), on the gap treated - control, on the log scale the log ratio. By step and slope of the gap, so that a
/// gap that was opening before is no effect; by the difference of means, C1 on a step or C2 where the months are too few for it, which is an effect where lots
/// decided and else stands beside. With a look at the controls themselves.
/// </summary>
internal static class ControlDesign
{
    private const double Significance = 0.05;
    private const double LeastPart = 0.5;
    private const double OwnPart = 0.75;

    public static void Run(StudyContext context, StudySeries gap, IReadOnlyList<(string Segment, StudySeries Series)> controls, SeasonPlan plan)
    {
        List<Message> moved = Controls(context, controls);
        bool isExperiment = context.Study.IsExperiment;
        EvidenceRung rung = isExperiment ? EvidenceRung.Experiment : EvidenceRung.ControlGroup;
        SeasonPlan own = !plan.HasDummies && context.Study.Season == SeasonTreatment.Auto && BaselineFit.SeasonP(gap) < Significance
            ? SeasonPlan.Dummies(gap, SpringFestivalTreatment.None)
            : plan;
        BaselineChecks checks = BaselineChecks.Of(context, gap, own, isGap: true);
        if (InterruptedDesign.Run(context, gap, own, ImpactMethod.ControlledSeries, rung, checks) is { } series)
        {
            series.IsSeasonAdjusted = true;
            series.Cap = checks.IsBroken ? VerdictCap.Inconclusive : checks.Guards.Count > 0 ? VerdictCap.Unproven : VerdictCap.None;
            series.OrderInRung = isExperiment ? 1 : 0;
            series.Assumptions.Add(Assumptions.GapTrendContinues);
            if (own.HasDummies)
            {
                series.Assumptions.Add(Assumptions.SameSeason);
            }
            else if (gap.HasCalendar)
            {
                series.Assumptions.Add(Assumptions.SeasonOfBoth);
            }

            series.Assumptions.Add(Assumptions.FirstOrderErrors);
            series.Warnings.AddRange(moved);
            if (moved.Count > 0 && !isExperiment && series.Cap == VerdictCap.None && !(controls.Count == 1 && ShowsAlone(context, series)))
            {
                // What happened to a control may have happened to it alone, and be all that the gap shows. Where lots decided, it happened to both.
                series.Cap = VerdictCap.Unproven;
                series.Warnings.Add(ImpactWarnings.VerdictCapped());
            }
            else if (controls.Count == 1 && !isExperiment && series.Cap == VerdictCap.None && IsOfControl(context, series) is { } alone)
            {
                series.Cap = VerdictCap.Unproven;
                series.Warnings.Add(ImpactWarnings.GapOfControl(alone, context.Unit));
                series.Warnings.Add(ImpactWarnings.VerdictCapped());
            }

            context.Drafts.Add(series);
        }

        if (gap.Before < MeanDesigns.MinimumBefore || gap.After < MeanDesigns.MinimumAfter)
        {
            context.Refuse(
                ImpactMethod.DifferenceInDifferences,
                ImpactWarnings.TooFewMonths(gap.Before, gap.After, MeanDesigns.MinimumBefore, MeanDesigns.MinimumAfter));
            return;
        }

        EstimateDraft draft = context.NewDraft(ImpactMethod.DifferenceInDifferences, rung);
        draft.IsSeasonAdjusted = true;
        draft.Cap = isExperiment ? VerdictCap.None : VerdictCap.Inconclusive;
        draft.OrderInRung = isExperiment ? 0 : 1;
        draft.ObservationsBefore = gap.Before;
        draft.ObservationsAfter = gap.After;
        draft.Assumptions.Add(Assumptions.ParallelTrends);
        draft.Assumptions.Add(Assumptions.FirstOrderErrors);
        if (!TryEstimate(draft, gap, plan))
        {
            // The gap never varies beside its step: a series against itself, or a copy of it. Without noise there is no error, and an interval of no width would be a certainty that nobody has.
            context.Refuse(ImpactMethod.DifferenceInDifferences, ImpactWarnings.NoVariation());
            return;
        }

        PreTrend(context, draft, gap);
        Placebo(draft, gap);
        draft.Warnings.AddRange(moved);
        context.Drafts.Add(draft);
    }

    /// <summary>Whether the treated series has, by itself and by C5 with its season taken out, at least half of what the gap shows: the rest may be the control's.</summary>
    private static bool ShowsAlone(StudyContext context, EstimateDraft gap) =>
        Alone(context) is { } alone && alone.OnScale / gap.OnScale >= LeastPart && IsFound(alone);

    /// <summary>What the treated series has by itself, where that is less than half of a gap that was found, and none by itself: then the gap is the control's. Null elsewhere.</summary>
    private static double? IsOfControl(StudyContext context, EstimateDraft gap) =>
        Alone(context) is { } alone && IsFound(gap) && alone.OnScale / gap.OnScale < LeastPart && !IsFound(alone) ? alone.Estimate : null;

    private static EstimateDraft? Alone(StudyContext context) =>
        context.Drafts.Find(draft => draft is { Method: ImpactMethod.InterruptedTimeSeries, IsSeasonAdjusted: true, StandardError: > 0, DegreesOfFreedom: not null });

    private static bool IsFound(EstimateDraft draft) => StudentT.TwoSidedP(draft.OnScale / draft.StandardError!.Value, draft.DegreesOfFreedom!.Value) < Significance;

    private static bool TryEstimate(EstimateDraft draft, StudySeries gap, SeasonPlan plan)
    {
        SeriesPoint[] points = SeriesPoint.Of(gap.Months, gap.FirstAfter, plan);
        RegressionDesign design = RegressionDesign.Build(points, plan, false, false);
        Ar1RemlFit fit = Ar1Reml.Fit(design.Matrix, SeriesPoint.ValuesOf(points, gap), design.Clock);
        if (fit.IsFitted)
        {
            RemlEstimate.Fill(draft, fit, design.MeanEffect(0.0));
            draft.SetDetectable(months => RemlEstimate.FutureStep(
                fit, gap, plan, months, future => RegressionDesign.Build(future, plan, false, false)));
            return true;
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
            return true;
        }

        return false;
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
        double p = Step(before, months, before.Length / 2, MeanDesigns.MinimumBefore).P;
        if (p < Significance)
        {
            draft.Warnings.Add(ImpactWarnings.PlaceboMoved(p));
        }
    }

    private static List<Message> Controls(StudyContext context, IReadOnlyList<(string Segment, StudySeries Series)> controls)
    {
        if (controls.Count == 1)
        {
            (string segment, StudySeries series) = controls[0];
            double p = series.Before >= InterruptedDesign.MinimumBefore && series.After >= InterruptedDesign.MinimumAfter ? MovedP(context, series) : Step(series, MeanDesigns.MinimumAfter).P;
            return p < Significance ? [ImpactWarnings.ControlMoved(segment, 1, p)] : [];
        }

        // One that moves is in the mean of the others, which then seem to move by a part of it the other way: of three, by half.
        (double Size, double P)[] steps = [.. controls.Select(control => Step(control.Series, MeanDesigns.MinimumAfter))];
        double largest = steps.Select(step => step.P < Significance / controls.Count ? Math.Abs(step.Size) : 0.0).DefaultIfEmpty().Max();
        return [.. Enumerable.Range(0, steps.Length)
            .Where(i => steps[i].P < Significance / controls.Count && (controls.Count == 2 || Math.Abs(steps[i].Size) >= OwnPart * largest))
            .Select(i => ImpactWarnings.ContaminatedControl(controls[i].Segment, i + 1, steps[i].P))];
    }

    /// <summary>The p-value of the mean change of a control at go-live beyond its own trend and season, by C5: a step alone drowns in growth and season.</summary>
    private static double MovedP(StudyContext context, StudySeries control)
    {
        SeasonPlan plan = control.HasCalendar && BaselineFit.SeasonP(control) < Significance ? SeasonPlan.Dummies(control, context.Study.SpringFestival) : SeasonPlan.None;
        SeriesPoint[] points = SeriesPoint.Of(control.Months, control.FirstAfter, plan);
        RegressionDesign design = RegressionDesign.Build(points, plan, hasTrend: true, hasSlopeChange: control.After >= InterruptedDesign.AdvisedAfter);
        Ar1RemlFit fit = Ar1Reml.Fit(design.Matrix, SeriesPoint.ValuesOf(points, control), design.Clock);
        if (!fit.IsFitted || fit.IsAtEdge)
        {
            return 1.0;
        }

        EstimateDraft change = context.NewDraft(ImpactMethod.InterruptedTimeSeries, EvidenceRung.BeforeAfter);
        RemlEstimate.Fill(change, fit, design.MeanEffect(control.MonthsAfter.Average()));
        SmallSample allowance = SmallSample.Of(fit.Rho, fit.Observations, fit.Beta.Length);
        return StudentT.TwoSidedP(change.OnScale / (change.StandardError!.Value * allowance.Factor), allowance.DegreesOfFreedom);
    }

    private static (double Size, double P) Step(StudySeries series, int minimumSide) => Step(series.Values, series.Months, series.Before, minimumSide);

    /// <summary>The size and the p-value of a step at an index, by C1; 0 and 1 where the data do not allow it.</summary>
    private static (double Size, double P) Step(double[] values, int[] months, int step, int minimumSide)
    {
        if (step < minimumSide || values.Length - step < minimumSide)
        {
            return (0.0, 1.0);
        }

        var design = new DesignMatrix(values.Length, 2);
        for (int i = 0; i < values.Length; i++)
        {
            design[i, 0] = 1.0;
            design[i, 1] = i >= step ? 1.0 : 0.0;
        }

        Ar1RemlFit fit = Ar1Reml.Fit(design, values, months);
        return fit.IsFitted && !fit.IsAtEdge ? (fit.Beta[1], StudentT.TwoSidedP(fit.Beta[1] / fit.StandardError(1), fit.DegreesOfFreedom)) : (0.0, 1.0);
    }
}
