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

    public static void Fill(EstimateDraft draft, Ar1RemlFit fit, int column)
    {
        draft.SetStudent(fit.Beta[column], fit.StandardError(column), fit.DegreesOfFreedom);
        draft.Rho = fit.Rho;
        draft.EffectiveObservations = fit.EffectiveObservations;
        if (fit.IsAtEdge)
        {
            draft.CanBeTrusted = false;
            draft.Warnings.Add(ImpactWarnings.RhoAtEdge(fit.Rho));
        }
    }

    /// <summary>The error of the change of level if the series went on for some months, at the rho and the variance of the fit.</summary>
    public static (double StandardError, double DegreesOfFreedom) FutureError(
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
        return ErrorOf(fit, design.Matrix, design.Clock, design.Level);
    }

    public static (double StandardError, double DegreesOfFreedom) ErrorOf(Ar1RemlFit fit, DesignMatrix matrix, int[]? clock, int column)
    {
        double[] inverse = Ar1Reml.UnscaledCovariance(matrix, clock, fit.Rho);
        double degrees = Math.Max(Ar1Reml.EffectiveObservations(matrix.Rows, fit.Rho) - matrix.Columns, 2.0);
        return (Math.Sqrt(fit.InnovationVariance * inverse[column + (column * matrix.Columns)]), degrees);
    }
}
