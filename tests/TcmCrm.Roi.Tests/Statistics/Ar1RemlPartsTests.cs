using MathNet.Numerics.LinearAlgebra;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Statistics;

/// <summary>Each member of a fit against generalised least squares with the dense correlation matrix rho^|ti - tj|.</summary>
public class Ar1RemlPartsTests
{
    private static readonly int[] Gaps = [0, 1, 2, 5, 6, 8, 9, 10, 11, 14, 15, 16, 20, 21, 22, 23, 25, 26, 27, 28];

    [Theory]
    [InlineData(0.6, false)]
    [InlineData(0.6, true)]
    [InlineData(-0.5, false)]
    [InlineData(-0.5, true)]
    [InlineData(0.1, true)]
    public void Fit_IsGeneralisedLeastSquares_WhereTheLikelihoodIsStationary(double carry, bool withGaps)
    {
        int n = Gaps.Length;
        int[]? time = withGaps ? Gaps : null;
        DesignMatrix x = Ar1RemlTests.MeanShift(n, 8);
        double[] y = Series(n, carry);
        Ar1RemlFit fit = Ar1Reml.Fit(x, y, time);
        Assert.Equal((Ar1RemlStatus.Fitted, n, false), (fit.Status, fit.Observations, fit.IsAtEdge));

        Dense dense = Generalised(x, y, time, fit.Rho);
        Equal(dense.Beta, fit.Beta, 1e-11);
        Equal(dense.Unscaled, fit.UnscaledCovariance, 1e-11);
        Equal(dense.Unscaled, Ar1Reml.UnscaledCovariance(x, time, fit.Rho), 1e-11);
        Assert.Equal(dense.Variance, fit.InnovationVariance, 1e-11);
        Assert.Equal(dense.LogLikelihood, fit.LogLikelihood, 1e-9);
        double r = Math.Max(fit.Rho, 0);
        Assert.Equal(Math.Max((n * (1 - r) / (1 + r)) - 2, 2), fit.DegreesOfFreedom, 1e-12);

        IsStationary(x, y, time, fit.Rho);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public void Fit_OfALongSeries_IsStationaryToo(int n)
    {
        DesignMatrix x = Ar1RemlTests.MeanShift(n, 90);
        double[] y = Series(n, 0.4);
        Ar1RemlFit fit = Ar1Reml.Fit(x, y);
        Assert.InRange(fit.Rho, 0.2, 0.6);
        Assert.Equal(Generalised(x, y, null, fit.Rho).LogLikelihood, fit.LogLikelihood, 1e-8);
        IsStationary(x, y, null, fit.Rho);
    }

    /// <summary>The search over the grid works on a tridiagonal form: the same likelihood, for one column to sixteen, from edge to edge.</summary>
    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 20)]
    [InlineData(3, 36)]
    [InlineData(13, 48)]
    [InlineData(16, 60)]
    public void Grid_IsTheLikelihood(int columns, int n)
    {
        var random = new Random(columns);
        var c = new double[n * (columns + 1)];
        for (int i = 0; i < c.Length; i++)
        {
            c[i] = i % n == 0 || random.NextDouble() < 0.3 ? 1 : random.NextDouble() - 0.5;
        }

        var basis = new double[c.Length];
        double[] factor = [.. c];
        Assert.Equal(-1, HouseholderQr.Factor(factor, n, columns + 1, new double[columns + 1]));
        HouseholderQr.Basis(factor, n, columns + 1, basis);
        var likelihood = new Ar1RemlLikelihood(basis, n, columns + 1, null);
        Ar1RemlGrid grid = likelihood.Grid()!;
        for (double rho = -0.95; rho < 0.951; rho += 0.05)
        {
            Assert.Equal(likelihood.At(rho), grid.At(rho), 1e-9 * n);
        }

        Assert.Null(new Ar1RemlLikelihood(basis, n, columns + 1, [.. Enumerable.Range(0, n).Select(t => t + (t > 3 ? 1 : 0))]).Grid());
    }

    [Fact]
    public void Alternation_EndsAtTheLowerEdge()
    {
        double[] y = [.. Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? 5.0 : -5.0) + (0.01 * Math.Sin(i * i)))];
        Ar1RemlFit fit = Ar1Reml.Fit(DesignMatrix.Constant(40), y);
        Assert.True(fit.IsAtEdge);
        Assert.Equal(-0.95, fit.Rho, 1e-6);
        Assert.Equal(39, fit.DegreesOfFreedom);
    }

    [Fact]
    public void Members_OfAFit_ByHand()
    {
        var fit = new Ar1RemlFit(Ar1RemlStatus.Fitted, 30, [2, 3], [4, 1, 1, 9], 0.5, 2, 7, true, -3.5);
        Assert.True(fit.IsFitted);
        Assert.Equal((30, 0.5, 2.0, 7.0, true, -3.5), (fit.Observations, fit.Rho, fit.InnovationVariance, fit.DegreesOfFreedom, fit.IsAtEdge, fit.LogLikelihood));
        Assert.Equal(10, fit.EffectiveObservations);
        Assert.Equal((8.0, 18.0), (fit.Variance(0), fit.Variance(1)));
        Assert.Equal(Math.Sqrt(18), fit.StandardError(1));

        // 2 - 2 x 3, and 2 (4 - 2 x 2 x 1 + 4 x 9).
        Assert.Equal(-4, fit.Combination([1, -2]));
        Assert.Equal(72, fit.CombinationVariance([1, -2]));
    }

    [Theory]
    [InlineData(7, null, Ar1RemlStatus.TooFewObservations)]
    [InlineData(8, null, Ar1RemlStatus.Fitted)]
    [InlineData(8, 9, Ar1RemlStatus.TooFewObservations)]
    [InlineData(8, 8, Ar1RemlStatus.Fitted)]
    [InlineData(5, 5, Ar1RemlStatus.Fitted)]
    [InlineData(3, 0, Ar1RemlStatus.Fitted)]
    [InlineData(2, 0, Ar1RemlStatus.TooFewObservations)]
    public void ObservationsNeeded_AreEight_OrWhatTheCallerAsks_AndTwoMoreThanTheColumns(int n, int? minimum, object status)
    {
        Ar1RemlFit fit = Ar1Reml.Fit(DesignMatrix.Constant(n), Series(n, 0.3), null, minimum);
        Assert.Equal(status, fit.Status);
        Assert.Equal(fit.Status == Ar1RemlStatus.Fitted, fit.IsFitted);
        Assert.Equal(n, fit.Observations);
    }

    [Fact]
    public void ObservationsNeeded_GrowWithTheColumns() =>
        Assert.Equal([8, 8, 9, 14], new[] { 1, 4, 5, 10 }.Select(Ar1Reml.MinimumObservations));

    [Theory]
    [InlineData(-0.95, 24)]
    [InlineData(0, 24)]
    [InlineData(0.5, 8)]
    [InlineData(0.95, 24 * 0.05 / 1.95)]
    [InlineData(0.99, 24 * 0.05 / 1.95)]
    public void EffectiveObservations_ShrinkWithPositiveCorrelation(double rho, double expected) =>
        Assert.Equal(expected, Ar1Reml.EffectiveObservations(24, rho), 1e-12);

    [Fact]
    public void NoAnswer_IsZeros()
    {
        // Noise at a trillionth of the values is noise; at a quadrillionth it is rounding.
        double[] noise = Series(12, 0.3);
        Assert.True(Ar1Reml.Fit(DesignMatrix.Constant(12), [.. noise.Select(v => 1e12 + (3 * v))]).IsFitted);
        Ar1RemlFit rounding = Ar1Reml.Fit(DesignMatrix.Constant(12), [.. noise.Select(v => 1e15 + v)]);
        Ar1RemlFit deficient = Ar1Reml.Fit(new DesignMatrix(12, 1), noise);
        Assert.Equal((Ar1RemlStatus.NoResidualVariance, Ar1RemlStatus.RankDeficient), (rounding.Status, deficient.Status));
        Assert.All([rounding, deficient], fit =>
        {
            Assert.False(fit.IsFitted);
            Assert.Equal([0], fit.Beta);
            Assert.Equal([0], fit.UnscaledCovariance);
            Assert.Equal((12, 0.0, 0.0, 0.0, false, 0.0), (fit.Observations, fit.Rho, fit.InnovationVariance, fit.DegreesOfFreedom, fit.IsAtEdge, fit.LogLikelihood));
        });
        Assert.Equal(new double[4], Ar1Reml.UnscaledCovariance(Ar1RemlTests.MeanShift(9, 0), null, 0.4));
        Assert.Equal([0], Ar1Reml.UnscaledCovariance(new DesignMatrix(9, 1), null, 0.4));

        // A level and a shift, and nothing else.
        Ar1RemlFit exact = Ar1Reml.Fit(Ar1RemlTests.MeanShift(12, 5), [5, 5, 5, 5, 5, 8, 8, 8, 8, 8, 8, 8]);
        Assert.Equal(Ar1RemlStatus.NoResidualVariance, exact.Status);
        Assert.Equal([0, 0], exact.Beta);
        Assert.Equal(new double[4], exact.UnscaledCovariance);
    }

    [Fact]
    public void Lengths_MustAgree()
    {
        DesignMatrix x = DesignMatrix.Constant(10);
        Refused.Argument("y", "Design, values and times differ in length: 10, 9, 10.", () => Ar1Reml.Fit(x, new double[9]));
        Refused.Argument("y", "Design, values and times differ in length: 10, 11, 10.", () => Ar1Reml.Fit(x, new double[11], new int[10]));
        Refused.Argument("y", "Design, values and times differ in length: 10, 10, 9.", () => Ar1Reml.Fit(x, new double[10], new int[9]));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public void Times_AscendStrictly(int time)
    {
        int[] times = [1, 3, 5, time, 7, 8, 9, 10];
        Refused.Argument(
            "time",
            FormattableString.Invariant($"Times must ascend strictly; time {time} at index 3 follows 5."),
            () => Ar1Reml.Fit(DesignMatrix.Constant(8), Series(8, 0.3), times));
        times[3] = 6;
        Assert.True(Ar1Reml.Fit(DesignMatrix.Constant(8), Series(8, 0.3), times).IsFitted);
    }

    [Fact]
    public void Whitening_CarriesAPower()
    {
        Assert.Equal((-0.7, 1.0), Ar1RemlLikelihood.Whitening(-0.7, 1));
        Assert.Equal((0.25, 0.8), Ar1RemlLikelihood.Whitening(0.5, 2));
        Assert.Equal((-0.125, 0.75 / (1 - (1 / 64.0))), Ar1RemlLikelihood.Whitening(-0.5, 3));
        Assert.Equal((0.0, 1.0), Ar1RemlLikelihood.Whitening(0, 5));
    }

    [Fact]
    public void Likelihood_OfAScaledBasis_FallsByTheLogOfItsScale()
    {
        // Three columns of the basis and a residual; the determinant of the scaled ones is beyond the range of a double.
        double[] c = [.. Enumerable.Range(0, 40).Select(i => Math.Cos(0.3 * i * i) + (0.1 * (i % 7)))];
        double[] scaled = [.. c.Select((v, i) => i < 30 ? 1e-60 * v : v)];
        Assert.All([-0.9, -0.2, 0, 0.4, 0.95], rho => Assert.Equal(
            new Ar1RemlLikelihood(c, 10, 4, null).At(rho) - (3 * Math.Log(1e-60)), new Ar1RemlLikelihood(scaled, 10, 4, null).At(rho), 1e-10));
    }

    /// <summary>Newton's step from rho, by differences over five points, leads nowhere.</summary>
    private static void IsStationary(DesignMatrix x, double[] y, int[]? time, double rho)
    {
        const double h = 1e-3;
        double[] l = [.. Enumerable.Range(-2, 5).Select(i => Generalised(x, y, time, rho + (i * h)).LogLikelihood)];
        double first = (l[0] - (8 * l[1]) + (8 * l[3]) - l[4]) / (12 * h);
        double second = (-l[0] + (16 * l[1]) - (30 * l[2]) + (16 * l[3]) - l[4]) / (12 * h * h);
        Assert.True(second < 0);
        Assert.Equal(0, first / second, 2e-7);
    }

    /// <summary>The same noise every time, each value carrying a share of the one before.</summary>
    private static double[] Series(int n, double carry)
    {
        var random = new Random(5);
        var y = new double[n];
        for (int t = 0; t < n; t++)
        {
            y[t] = (t == 0 ? 0 : carry * y[t - 1]) + random.NextDouble() + random.NextDouble() - 1;
        }

        return y;
    }

    private static Dense Generalised(DesignMatrix x, double[] y, int[]? time, double rho)
    {
        int n = x.Rows;
        int k = x.Columns;
        Matrix<double> v = Matrix<double>.Build.Dense(n, n, (i, j) => Math.Pow(rho, Math.Abs((time?[i] ?? i) - (time?[j] ?? j))));
        Matrix<double> inverse = v.Inverse();
        Matrix<double> design = Matrix<double>.Build.Dense(n, k, x.Values);
        Matrix<double> gram = design.TransposeThisAndMultiply(inverse) * design;
        Vector<double> values = Vector<double>.Build.Dense(y);
        Vector<double> beta = gram.Solve(design.TransposeThisAndMultiply(inverse * values));
        Vector<double> residual = values - (design * beta);
        double squares = residual * (inverse * residual);
        double logDeterminants = Math.Log(v.Determinant()) + Math.Log(gram.Determinant()) - Math.Log(design.TransposeThisAndMultiply(design).Determinant());
        return new Dense(
            beta.ToArray(),
            (gram.Inverse() / (1 - (rho * rho))).ToColumnMajorArray(),
            squares * (1 - (rho * rho)) / (n - k),
            -0.5 * (((n - k) * Math.Log(squares / (n - k))) + logDeterminants));
    }

    private static void Equal(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    private sealed record Dense(double[] Beta, double[] Unscaled, double Variance, double LogLikelihood);
}
