using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>The trend of the months before go-live, by C1 from eight months on, by least squares for six and seven.</summary>
internal static class BaselineTrend
{
    /// <summary>Slope a month on the scale of the study, and its two-sided p-value; 0 and 1 where the data do not allow it.</summary>
    public static (double Slope, double PValue) Of(StudySeries series)
    {
        double[] values = series.ValuesBefore;
        int n = values.Length;
        if (n < MeanDesigns.MinimumBefore)
        {
            return (0.0, 1.0);
        }

        var design = new DesignMatrix(n, 2);
        for (int i = 0; i < n; i++)
        {
            design[i, 0] = 1.0;
            design[i, 1] = series.Months[i] - series.Months[0];
        }

        Ar1RemlFit fit = Ar1Reml.Fit(design, values, series.MonthsBefore);
        if (fit.IsFitted)
        {
            return (fit.Beta[1], fit.IsAtEdge ? 1.0 : StudentT.TwoSidedP(fit.Beta[1] / fit.StandardError(1), fit.DegreesOfFreedom));
        }

        LeastSquaresFit plain = LeastSquares.Fit(design, values);
        if (fit.Status == Ar1RemlStatus.NoResidualVariance)
        {
            // A straight line: a trend beyond doubt, unless its slope is rounding.
            bool isTrend = Math.Abs(plain.Beta[1]) * n > 1e-9 * Math.Abs(TwoSample.Mean(values));
            return isTrend ? (plain.Beta[1], 0.0) : (0.0, 1.0);
        }

        double error = plain.StandardError(1);
        return (plain.Beta[1], error > 0.0 ? StudentT.TwoSidedP(plain.Beta[1] / error, plain.DegreesOfFreedom) : 1.0);
    }
}
