using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>Changes of the mean (METHODS C2): Welch, Welch with effective sample sizes, Mann-Whitney, and C1 on a step.</summary>
internal static class MeanDesigns
{
    internal const int MinimumBefore = 6;
    internal const int MinimumAfter = 3;

    public static void Run(StudyContext context, SeasonPlan plan)
    {
        StudySeries series = context.Series;
        ImpactMethod[] methods = [ImpactMethod.RemlMean, ImpactMethod.WelchEffectiveSampleSize, ImpactMethod.Welch, ImpactMethod.MannWhitney];
        if (series.Before < MinimumBefore || series.After < MinimumAfter)
        {
            Message reason = ImpactWarnings.TooFewMonths(series.Before, series.After, MinimumBefore, MinimumAfter);
            foreach (ImpactMethod method in methods)
            {
                context.Refuse(method, reason);
            }

            return;
        }

        Reml(context, plan);
        double[] before = series.ValuesBefore;
        double[] after = series.ValuesAfter;
        if (Varies(before) || Varies(after))
        {
            Welch(context, before, after);
        }
        else
        {
            context.Refuse(ImpactMethod.WelchEffectiveSampleSize, ImpactWarnings.NoVariation());
            context.Refuse(ImpactMethod.Welch, ImpactWarnings.NoVariation());
        }

        Ranks(context, before, after);
    }

    /// <summary>Whether the variation exceeds the rounding of the values.</summary>
    public static bool Varies(double[] values) => Varies(values, Math.Abs(TwoSample.Mean(values)));

    /// <summary>Whether the variation exceeds the rounding of numbers of a size: that of the values themselves, or of what they are differences of.</summary>
    public static bool Varies(double[] values, double size) => values.Length > 1 && Math.Sqrt(TwoSample.Variance(values)) > 1e-13 * size;

    /// <summary>What Welch's comparison by effective sizes would find with further months after: standard error and degrees of freedom.</summary>
    public static Func<int, (double StandardError, double DegreesOfFreedom)> FutureOf(MeanComparison effective, double[] before, double[] after)
    {
        double shrink = (1.0 - effective.Rho) / (1.0 + effective.Rho);
        double varianceBefore = TwoSample.Variance(before);
        double varianceAfter = TwoSample.Variance(after);
        return months =>
        {
            double size = Math.Max((after.Length + months) * shrink, 2.0);
            MeanComparison future = TwoSample.Combine(
                effective.Estimate, varianceBefore, effective.EffectiveBefore, Math.Max(effective.EffectiveBefore - 1.0, 1.0),
                varianceAfter, size, Math.Max(size - 1.0, 1.0), effective.Rho);
            return (future.StandardError, future.DegreesOfFreedom);
        };
    }

    private static void Reml(StudyContext context, SeasonPlan plan)
    {
        StudySeries series = context.Series;
        SeriesPoint[] points = SeriesPoint.Of(series.Months, series.FirstAfter, plan);
        RegressionDesign design = RegressionDesign.Build(points, plan, hasTrend: false, hasSlopeChange: false);
        Ar1RemlFit fit = Ar1Reml.Fit(design.Matrix, SeriesPoint.ValuesOf(points, series), design.Clock);
        if (!fit.IsFitted)
        {
            context.Refuse(ImpactMethod.RemlMean, RemlEstimate.ReasonOf(fit, design.Matrix.Columns));
            return;
        }

        EstimateDraft draft = context.NewDraft(ImpactMethod.RemlMean, EvidenceRung.BeforeAfter);
        draft.Cap = VerdictCap.Inconclusive;
        RemlEstimate.Fill(draft, fit, design.MeanEffect(0.0));
        draft.ObservationsBefore = Count(points, after: false);
        draft.ObservationsAfter = Count(points, after: true);
        draft.OrderInRung = plan.HasDummies ? 0 : 4;
        draft.IsSeasonAdjusted = plan.HasDummies;
        draft.Assumptions.Add(Assumptions.NothingElseChanged);
        draft.Assumptions.Add(Assumptions.FirstOrderErrors);
        draft.SetDetectable(months => RemlEstimate.FutureStep(
            fit, series, plan, months, future => RegressionDesign.Build(future, plan, false, false)));
        context.Drafts.Add(draft);
    }

    private static void Welch(StudyContext context, double[] before, double[] after)
    {
        StudySeries series = context.Series;
        MeanComparison effective = TwoSample.WelchEffective(before, after, series.MonthsBefore, series.MonthsAfter);
        EstimateDraft draft = context.NewDraft(ImpactMethod.WelchEffectiveSampleSize, EvidenceRung.BeforeAfter);
        draft.Cap = VerdictCap.Inconclusive;
        draft.SetStudent(effective.Estimate, effective.StandardError, effective.DegreesOfFreedom);
        draft.Rho = effective.Rho;
        draft.ObservationsBefore = before.Length;
        draft.ObservationsAfter = after.Length;
        draft.EffectiveObservations = effective.EffectiveBefore + effective.EffectiveAfter;
        draft.OrderInRung = 3;
        draft.Assumptions.Add(Assumptions.NothingElseChanged);
        draft.Assumptions.Add(Assumptions.FirstOrderErrors);
        draft.SetDetectable(FutureOf(effective, before, after));
        context.Drafts.Add(draft);

        MeanComparison plain = TwoSample.Welch(before, after);
        EstimateDraft naive = context.NewDraft(ImpactMethod.Welch, EvidenceRung.BeforeAfter);
        naive.Cap = VerdictCap.Inconclusive;
        naive.SetStudent(plain.Estimate, plain.StandardError, plain.DegreesOfFreedom);
        naive.ObservationsBefore = before.Length;
        naive.ObservationsAfter = after.Length;
        naive.EffectiveObservations = before.Length + after.Length;
        naive.OrderInRung = 8;
        naive.MayBeChosen = false;
        naive.Assumptions.Add(Assumptions.NothingElseChanged);
        naive.Assumptions.Add(Assumptions.IndependentMonths);
        naive.SetDetectable(FutureOf(plain, before, after));
        context.Drafts.Add(naive);
        if (!Varies(before) || !Varies(after))
        {
            Message warning = ImpactWarnings.ConstantSide(!Varies(before));
            draft.Warnings.Add(warning);
            naive.Warnings.Add(warning);
        }
    }

    private static void Ranks(StudyContext context, double[] before, double[] after)
    {
        if (!Varies([.. before, .. after]))
        {
            context.Refuse(ImpactMethod.MannWhitney, ImpactWarnings.NoVariation());
            return;
        }

        MannWhitney test = MannWhitney.Test(before, after, context.Study.ConfidenceLevel);
        EstimateDraft draft = context.NewDraft(ImpactMethod.MannWhitney, EvidenceRung.BeforeAfter);
        draft.Cap = VerdictCap.Inconclusive;
        draft.SetInterval(test.Shift, Math.Min(test.Lower, test.Shift), Math.Max(test.Upper, test.Shift));
        draft.PValue = test.PValue;
        draft.ObservationsBefore = before.Length;
        draft.ObservationsAfter = after.Length;
        draft.EffectiveObservations = before.Length + after.Length;
        draft.OrderInRung = 9;
        draft.MayBeChosen = false;
        draft.Assumptions.Add(Assumptions.NothingElseChanged);
        draft.Assumptions.Add(Assumptions.IndependentMonths);
        if (test.HasTies)
        {
            draft.Warnings.Add(ImpactWarnings.Ties());
        }

        context.Drafts.Add(draft);
    }

    internal static int Count(SeriesPoint[] points, bool after)
    {
        int months = 0;
        foreach (SeriesPoint point in points)
        {
            months += point.IsAfter == after ? point.Months : 0;
        }

        return months;
    }
}
