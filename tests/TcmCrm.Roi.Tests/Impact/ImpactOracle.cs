using MathNet.Numerics.LinearAlgebra;
using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using static TcmCrm.Roi.Tests.Statistics.StatisticsCases;

namespace TcmCrm.Roi.Tests.Impact;

/// <summary>
/// Answers by another way than the library's: Student's t of Math.NET, and generalised least squares with the whole correlation matrix instead of
/// whitened rows. The autocorrelation itself is taken from the fit; whether it is the right one is a matter of the tests of the regression.
/// </summary>
internal static class ImpactOracle
{
    public static int Month(int year, int month) => (year * 12) + month - 1;

    /// <summary>A study of sales on the linear scale; NaN is a gap.</summary>
    public static ImpactStudy Linear(YearMonth start, double[] values, YearMonth goLive, string segment = "") =>
        new ImpactStudy(Series(start, values, segment), goLive).WithScale(EffectScale.Linear);

    public static KpiSeries Series(YearMonth start, double[] values, string segment = "") =>
        KpiSeries.FromValues(StudySamples.Sales, start, [.. values.Select(v => double.IsNaN(v) ? (double?)null : v)], segment);

    public static StudyContext Prepare(ImpactStudy study) => StudyPreparation.Prepare(study, out _, out _);

    public static string[] Codes(IEnumerable<Message> warnings) => [.. warnings.Select(w => w.Code)];

    public static double Quantile(double p, double degrees) => MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, degrees, p);

    public static double TwoSidedP(double t, double degrees) => 2 * MathNet.Numerics.Distributions.StudentT.CDF(0, 1, degrees, -Math.Abs(t));

    /// <summary>(t_0.975 + t_0.8) se, the effect found with a power of 80 % by a test at 5 %.</summary>
    public static double Detectable(double error, double degrees) => (Quantile(0.975, degrees) + Quantile(0.8, degrees)) * error;

    public static double Effective(int n, double rho) => n * (1 - Math.Max(rho, 0)) / (1 + Math.Max(rho, 0));

    /// <summary>Coefficients, their covariance, and the scale s2 that the covariance is a multiple of.</summary>
    public static (double[] Beta, double[,] Covariance, double Scale) Regression(double[][] rows, double[] y, int[] time, double rho)
    {
        Matrix<double> x = Matrix<double>.Build.DenseOfRowArrays(rows);
        Matrix<double> weight = Correlation(time, rho).Inverse();
        Matrix<double> unscaled = (x.Transpose() * weight * x).Inverse();
        Vector<double> values = Vector<double>.Build.Dense(y);
        Vector<double> beta = unscaled * x.Transpose() * weight * values;
        Vector<double> residuals = values - (x * beta);
        double scale = residuals * (weight * residuals) / (y.Length - rows[0].Length);
        return (beta.ToArray(), (scale * unscaled).ToArray(), scale);
    }

    /// <summary>The standard error of a coefficient for another set of months at the same rho and scale.</summary>
    public static double ErrorOf(double[][] rows, int[] time, double rho, double scale, int column)
    {
        Matrix<double> x = Matrix<double>.Build.DenseOfRowArrays(rows);
        return Math.Sqrt(scale * (x.Transpose() * Correlation(time, rho).Inverse() * x).Inverse()[column, column]);
    }

    /// <summary>Welch's standard error and Satterthwaite's degrees of freedom from variances, sizes and degrees.</summary>
    public static (double Error, double Degrees) Satterthwaite(
        double varianceBefore, double sizeBefore, double degreesBefore, double varianceAfter, double sizeAfter, double degreesAfter)
    {
        double a = varianceBefore / sizeBefore;
        double b = varianceAfter / sizeAfter;
        return (Math.Sqrt(a + b), (a + b) * (a + b) / ((a * a / degreesBefore) + (b * b / degreesAfter)));
    }

    public static double Mean(double[] values) => values.Sum() / values.Length;

    public static double Variance(double[] values) => values.Sum(v => (v - Mean(values)) * (v - Mean(values))) / (values.Length - 1);

    /// <summary>Every member of a draft that a Student's t fills, at 95 %; on the log scale the effect is exp(b) - 1.</summary>
    public static void AssertStudent(EstimateDraft draft, double estimate, double error, double degrees)
    {
        Func<double, double> scale = draft.Unit == EffectUnit.Relative ? v => Math.Exp(v) - 1 : v => v;
        double half = Quantile(0.975, degrees) * error;
        Near(scale(estimate), draft.Estimate, "estimate");
        Near(scale(estimate - half), draft.Lower, "lower");
        Near(scale(estimate + half), draft.Upper, "upper");
        Near(error, draft.StandardError!.Value, "standard error");
        Near(degrees, draft.DegreesOfFreedom!.Value, "degrees of freedom");
        Near(TwoSidedP(estimate / error, degrees), draft.PValue, "p");
    }

    public static void Near(double expected, double actual, string what) => Close(expected, actual, 1e-7, what, 1e-10);

    private static Matrix<double> Correlation(int[] time, double rho) =>
        Matrix<double>.Build.Dense(time.Length, time.Length, (i, j) => i == j ? 1 : Math.Pow(rho, Math.Abs(time[i] - time[j])));
}
