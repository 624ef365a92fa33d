using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>What an AR(1)-REML fit gives to an estimate, or why it gives none.</summary>
internal static class RemlEstimate
{
    public static Message ReasonOf(Ar1RemlFit fit, int columns) => fit.Status switch
    {
        Ar1RemlStatus.TooFewObservations => ImpactWarnings.TooFewForDesign(fit.Observations, Ar1Reml.MinimumObservations(columns)),
        Ar1RemlStatus.NoResidualVariance => ImpactWarnings.NoVariation(),
        _ => ImpactWarnings.SingularDesign(),
    };

    /// <param name="draft">What is filled.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="contrast">What the effect is of the coefficients.</param>
    public static void Fill(EstimateDraft draft, Ar1RemlFit fit, double[] contrast)
    {
        draft.SetStudent(fit.Combination(contrast), Math.Sqrt(fit.CombinationVariance(contrast)), fit.DegreesOfFreedom);
        draft.Rho = fit.Rho;
        draft.EffectiveObservations = fit.EffectiveObservations;
        if (fit.IsAtEdge)
        {
            draft.CanBeTrusted = false;
            draft.Warnings.Add(ImpactWarnings.RhoAtEdge(fit.Rho));
        }
    }

    /// <summary>The error of the mean effect if the series went on for some months, at the rho and the variance of the fit, and how many rows it would have.</summary>
    public static (double StandardError, int Rows) FutureError(
        Ar1RemlFit fit, StudySeries series, SeasonPlan plan, int months, Func<SeriesPoint[], RegressionDesign> build)
    {
        int n = series.Months.Length;
        var extended = new int[n + months];
        Array.Copy(series.Months, extended, n);
        for (int i = 0; i < months; i++)
        {
            extended[n + i] = series.Months[n - 1] + 1 + i;
        }

        RegressionDesign design = build(SeriesPoint.Of(extended, series.FirstAfter, plan));
        double[] contrast = design.MeanEffect(extended.Skip(series.Before).Average());
        return (ErrorOf(fit, design.Matrix, design.Clock, contrast).StandardError, design.Matrix.Rows);
    }

    /// <summary>The same with the degrees of freedom of the fit's own formula.</summary>
    public static (double StandardError, double DegreesOfFreedom) FutureStep(
        Ar1RemlFit fit, StudySeries series, SeasonPlan plan, int months, Func<SeriesPoint[], RegressionDesign> build)
    {
        (double standardError, int rows) = FutureError(fit, series, plan, months, build);
        return (standardError, Math.Max(Ar1Reml.EffectiveObservations(rows, fit.Rho) - fit.Beta.Length, 2.0));
    }

    /// <summary>The error of a contrast by another design at the noise of a fit, and at its autocorrelation or a stated one.</summary>
    public static (double StandardError, double DegreesOfFreedom) ErrorOf(Ar1RemlFit fit, DesignMatrix matrix, int[]? clock, double[] contrast, double? stated = null)
    {
        double rho = stated ?? fit.Rho;
        double[] inverse = Ar1Reml.UnscaledCovariance(matrix, clock, rho);
        double degrees = Math.Max(Ar1Reml.EffectiveObservations(matrix.Rows, rho) - matrix.Columns, 2.0);
        double variance = 0.0;
        for (int i = 0; i < contrast.Length; i++)
        {
            for (int j = 0; j < contrast.Length; j++)
            {
                variance += contrast[i] * contrast[j] * inverse[i + (j * contrast.Length)];
            }
        }

        return (Math.Sqrt(fit.InnovationVariance * variance), degrees);
    }
}
