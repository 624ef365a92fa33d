using System.Text.Json;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Statistics;

public class Ar1RemlTests
{
    [Fact]
    public void MeanShift_AgreesWithTwoIndependentOptimisers()
    {
        int checkedCases = 0;
        foreach (JsonElement c in StatisticsCases.Each("random-series-200"))
        {
            if (!c.GetProperty("expected").TryGetProperty("meanShiftRemlAr1", out JsonElement expected))
            {
                continue;
            }

            double[] y = c.GetProperty("inputs").GetProperty("y").Doubles();
            int k = c.GetProperty("inputs").GetProperty("interventionIndex").GetInt32();
            Agrees(expected, Ar1Reml.Fit(MeanShift(y.Length, k), y), c.GetProperty("id").GetString()!);
            checkedCases++;
        }

        Assert.Equal(64, checkedCases);
    }

    [Fact]
    public void InterruptedSeries_AgreesWithTwoIndependentOptimisers()
    {
        int checkedCases = 0;
        foreach (JsonElement c in StatisticsCases.Each("random-series-200"))
        {
            if (!c.GetProperty("expected").TryGetProperty("itsRemlAr1", out JsonElement expected))
            {
                continue;
            }

            double[] y = c.GetProperty("inputs").GetProperty("y").Doubles();
            int k = c.GetProperty("inputs").GetProperty("interventionIndex").GetInt32();
            Agrees(expected, Ar1Reml.Fit(Interrupted(y.Length, k), y), c.GetProperty("id").GetString()!);
            checkedCases++;
        }

        Assert.Equal(66, checkedCases);
    }

    [Fact]
    public void DegreesOfFreedom_FollowTheSpecifiedMethod()
    {
        int checkedCases = 0;
        foreach (JsonElement c in StatisticsCases.Each("specified-methods-200"))
        {
            if (!c.GetProperty("expected").TryGetProperty("meanShiftRemlEss", out JsonElement expected))
            {
                continue;
            }

            string id = c.GetProperty("id").GetString()!;
            double[] y = c.GetProperty("inputs").GetProperty("y").Doubles();
            Ar1RemlFit fit = Ar1Reml.Fit(MeanShift(y.Length, c.GetProperty("inputs").GetProperty("interventionIndex").GetInt32()), y);
            double half = StudentT.TwoSidedCritical(0.95, fit.DegreesOfFreedom) * fit.StandardError(1);
            StatisticsCases.Close(expected.Number("rho"), fit.Rho, 0, id + " rho", 2e-4);
            StatisticsCases.Close(expected.Number("effect"), fit.Beta[1], 3e-3, id + " effect");
            StatisticsCases.Close(expected.Number("se"), fit.StandardError(1), 3e-3, id + " se");
            StatisticsCases.Close(expected.Number("df"), fit.DegreesOfFreedom, 3e-3, id + " df");
            StatisticsCases.Close(expected.Number("lower95"), fit.Beta[1] - half, 3e-3, id + " lower", 3e-3 * half);
            StatisticsCases.Close(expected.Number("upper95"), fit.Beta[1] + half, 3e-3, id + " upper", 3e-3 * half);
            checkedCases++;
        }

        Assert.Equal(59, checkedCases);
    }

    [Fact]
    public void Likelihood_OfTheOptimum_ExceedsThatOfAFineGrid()
    {
        foreach (JsonElement c in StatisticsCases.Each("random-series-200").Take(20))
        {
            double[] y = c.GetProperty("inputs").GetProperty("y").Doubles();
            int k = c.GetProperty("inputs").GetProperty("interventionIndex").GetInt32();
            DesignMatrix x = Interrupted(y.Length, k);
            Ar1RemlFit fit = Ar1Reml.Fit(x, y);
            if (!fit.IsFitted)
            {
                continue;
            }

            for (double rho = -0.949; rho < 0.95; rho += 0.0073)
            {
                Assert.True(DirectLikelihood(x, y, null, rho) <= fit.LogLikelihood + 1e-9);
            }

            StatisticsCases.Close(DirectLikelihood(x, y, null, fit.Rho), fit.LogLikelihood, 1e-10, "likelihood");
        }
    }

    [Fact]
    public void Gaps_GiveTheExactLikelihoodOfTheMonthsObserved()
    {
        double[] y = StatisticsCases.Each("random-series-200").First().GetProperty("inputs").GetProperty("y").Doubles();
        int[] kept = [0, 1, 2, 3, 4, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 21];
        DesignMatrix x = MeanShift(kept.Length, 5);
        double[] values = [.. kept.Select(i => y[i])];
        Ar1RemlFit fit = Ar1Reml.Fit(x, values, kept);

        // Generalised least squares from the dense correlation matrix rho^|ti - tj|, inverted by elimination.
        StatisticsCases.Close(DirectLikelihood(x, values, kept, fit.Rho), fit.LogLikelihood, 1e-9, "likelihood");
        for (double rho = -0.94; rho < 0.95; rho += 0.02)
        {
            Assert.True(DirectLikelihood(x, values, kept, rho) <= fit.LogLikelihood + 1e-9);
        }

        Assert.NotEqual(Ar1Reml.Fit(x, values).Rho, fit.Rho, 1e-4);
    }

    [Fact]
    public void ScalingAndShifting_ScaleAndShiftTheFit()
    {
        double[] y = StatisticsCases.Each("random-series-200").First().GetProperty("inputs").GetProperty("y").Doubles();
        DesignMatrix x = Interrupted(y.Length, 7);
        Ar1RemlFit fit = Ar1Reml.Fit(x, y);
        Ar1RemlFit scaled = Ar1Reml.Fit(x, [.. y.Select(v => 1e6 * v + 5e7)]);
        Assert.Equal(fit.Rho, scaled.Rho, 1e-6);
        StatisticsCases.Close(1e6 * fit.Beta[2], scaled.Beta[2], 1e-6, "level");
        StatisticsCases.Close(1e6 * fit.StandardError(2), scaled.StandardError(2), 1e-6, "se");
    }

    [Fact]
    public void NoAnswer_IsAStatus()
    {
        Assert.Equal(Ar1RemlStatus.TooFewObservations, Ar1Reml.Fit(DesignMatrix.Constant(7), new double[7]).Status);
        Assert.Equal(Ar1RemlStatus.NoResidualVariance, Ar1Reml.Fit(DesignMatrix.Constant(12), [.. Enumerable.Repeat(3.7, 12)]).Status);
        Assert.Equal(Ar1RemlStatus.RankDeficient, Ar1Reml.Fit(MeanShift(12, 0), [.. Enumerable.Range(0, 12).Select(i => (double)(i * i))]).Status);
    }

    [Fact]
    public void Trend_WithoutTrendInTheDesign_EndsAtTheEdge()
    {
        double[] y = [.. Enumerable.Range(0, 40).Select(i => 3.0 * i + 0.01 * Math.Sin(i * i))];
        Assert.True(Ar1Reml.Fit(DesignMatrix.Constant(40), y).IsAtEdge);
    }

    internal static DesignMatrix MeanShift(int n, int k)
    {
        var x = new DesignMatrix(n, 2);
        for (int t = 0; t < n; t++)
        {
            x[t, 0] = 1.0;
            x[t, 1] = t >= k ? 1.0 : 0.0;
        }

        return x;
    }

    internal static DesignMatrix Interrupted(int n, int k)
    {
        var x = new DesignMatrix(n, 4);
        for (int t = 0; t < n; t++)
        {
            x[t, 0] = 1.0;
            x[t, 1] = t;
            x[t, 2] = t >= k ? 1.0 : 0.0;
            x[t, 3] = t >= k ? t - k : 0.0;
        }

        return x;
    }

    private static void Agrees(JsonElement expected, Ar1RemlFit fit, string id)
    {
        StatisticsCases.Close(expected.Number("rho"), fit.Rho, 0, id + " rho", 2e-4);
        double[] beta = expected.GetProperty("beta").Doubles();
        double[] se = expected.GetProperty("se").Doubles();
        for (int j = 0; j < beta.Length; j++)
        {
            StatisticsCases.Close(beta[j], fit.Beta[j], 2e-3, $"{id} b{j}", 2e-3 * se[j]);
            StatisticsCases.Close(se[j], fit.StandardError(j), 2e-3, $"{id} se{j}");
        }
    }

    /// <summary>The restricted likelihood from the dense correlation matrix, up to the determinant of the design alone.</summary>
    private static double DirectLikelihood(DesignMatrix x, double[] y, int[]? time, double rho)
    {
        int n = x.Rows;
        int k = x.Columns;
        var v = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(n, n, (i, j) =>
            Math.Pow(rho, Math.Abs((time is null ? i : time[i]) - (time is null ? j : time[j]))));
        var design = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(n, k, x.Values);
        var values = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(y);
        var inverse = v.Inverse();
        var gram = design.TransposeThisAndMultiply(inverse) * design;
        var beta = gram.Solve(design.TransposeThisAndMultiply(inverse * values));
        var residual = values - design * beta;
        double s2 = (residual * (inverse * residual)) / (n - k);
        double logDetDesign = Math.Log(design.TransposeThisAndMultiply(design).Determinant());
        return -0.5 * ((n - k) * Math.Log(s2) + Math.Log(v.Determinant()) + Math.Log(gram.Determinant()) - logDetDesign);
    }
}
