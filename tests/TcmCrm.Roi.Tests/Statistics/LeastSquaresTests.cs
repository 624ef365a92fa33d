using System.Text.Json;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Statistics;

public class LeastSquaresTests
{
    public static TheoryData<string> NistSets => [.. StatisticsCases.Each("nist-linear-regression").Select(c => c.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(NistSets))]
    public void NistSet_AgreesWithTheCertifiedValues(string id)
    {
        JsonElement set = StatisticsCases.Each("nist-linear-regression").Single(c => c.GetProperty("id").GetString() == id);
        JsonElement inputs = set.GetProperty("inputs");
        JsonElement expected = set.GetProperty("expected");
        double[] x = inputs.GetProperty("x").Doubles();
        double[] y = inputs.GetProperty("y").Doubles();
        int degree = inputs.GetProperty("degree").GetInt32();
        int first = inputs.GetProperty("intercept").GetBoolean() ? 0 : 1;
        var design = new DesignMatrix(y.Length, degree - first + 1);
        for (int r = 0; r < y.Length; r++)
        {
            double power = 1.0;
            for (int j = 0; j <= degree; j++)
            {
                if (j >= first)
                {
                    design[r, j - first] = power;
                }

                power *= x[r];
            }
        }

        LeastSquaresFit fit = LeastSquares.Fit(design, y);
        Assert.True(fit.IsFullRank);
        (double betaTolerance, double errorTolerance) = id switch
        {
            "nist-lls-Filip" => (1e-7, 1e-6),
            _ => (1e-10, 1e-10),
        };
        double[] beta = expected.GetProperty("beta").Doubles();
        double[] errors = expected.GetProperty("se").Doubles();
        for (int j = 0; j < beta.Length; j++)
        {
            StatisticsCases.Close(beta[j], fit.Beta[j], betaTolerance, $"{id} b{j}");
            StatisticsCases.Close(errors[j], fit.StandardError(j), errorTolerance, $"{id} se{j}");
        }

        StatisticsCases.Close(expected.Number("ssResidual"), fit.ResidualSumOfSquares, errorTolerance, $"{id} residual sum of squares");
        Assert.Equal(expected.GetProperty("dfResidual").GetInt32(), fit.DegreesOfFreedom);
    }

    [Fact]
    public void Longley_AgreesToTenDigits()
    {
        // NIST StRD, https://www.itl.nist.gov/div898/strd/lls/data/Longley.shtml: deflator, GNP, unemployed, armed forces, population, year.
        double[][] rows =
        [
            [60323, 83.0, 234289, 2356, 1590, 107608, 1947], [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
            [60171, 88.2, 258054, 3682, 1616, 109773, 1949], [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
            [63221, 96.2, 328975, 2099, 3099, 112075, 1951], [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
            [64989, 99.0, 365385, 1870, 3547, 115094, 1953], [63761, 100.0, 363112, 3578, 3350, 116219, 1954],
            [66019, 101.2, 397469, 2904, 3048, 117388, 1955], [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
            [68169, 108.4, 442769, 2936, 2798, 120445, 1957], [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
            [68655, 112.6, 482704, 3813, 2552, 123366, 1959], [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
            [69331, 115.7, 518173, 4806, 2572, 127852, 1961], [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
        ];
        double[] beta =
        [
            -3482258.63459582, 15.0618722713733, -0.358191792925910E-01, -2.02022980381683,
            -1.03322686717359, -0.511041056535807E-01, 1829.15146461355,
        ];
        double[] errors =
        [
            890420.383607373, 84.9149257747669, 0.334910077722432E-01, 0.488399681651699,
            0.214274163161675, 0.226073200069370, 455.478499142212,
        ];
        var design = new DesignMatrix(rows.Length, 7);
        for (int r = 0; r < rows.Length; r++)
        {
            design[r, 0] = 1.0;
            for (int j = 1; j < 7; j++)
            {
                design[r, j] = rows[r][j];
            }
        }

        LeastSquaresFit fit = LeastSquares.Fit(design, [.. rows.Select(r => r[0])]);
        for (int j = 0; j < 7; j++)
        {
            StatisticsCases.Close(beta[j], fit.Beta[j], 1e-10, $"b{j}");
            StatisticsCases.Close(errors[j], fit.StandardError(j), 1e-10, $"se{j}");
        }
    }

    [Fact]
    public void DependentColumn_IsReported()
    {
        var design = new DesignMatrix(6, 3);
        for (int r = 0; r < 6; r++)
        {
            design[r, 0] = 1.0;
            design[r, 1] = r;
            design[r, 2] = 3.0 - 2.0 * r;
        }

        Assert.False(LeastSquares.Fit(design, [1, 2, 3, 4, 5, 7]).IsFullRank);
    }

    [Fact]
    public void DependentColumn_LeavesZeros()
    {
        var design = new DesignMatrix(5, 2);
        for (int r = 0; r < 5; r++)
        {
            design[r, 1] = 1;
        }

        // The first column is zero, the one case in which the dependent column has the index 0.
        LeastSquaresFit fit = LeastSquares.Fit(design, [1, 2, 3, 4, 5]);
        Assert.False(fit.IsFullRank);
        Assert.Equal([0, 0], fit.Beta);
        Assert.Equal(new double[4], fit.UnscaledCovariance);
        Assert.Equal(new double[5], fit.Residuals);
        Assert.Equal((0.0, 3), (fit.ResidualSumOfSquares, fit.DegreesOfFreedom));
    }

    [Fact]
    public void Line_ThroughFourPoints_ByHand()
    {
        // x = 0..3, y = 1, 3, 2, 6: slope 7/5 about the middle (1.5, 3), residuals 0.1, 0.7, -1.7, 0.9, squares 0.01 + 0.49 + 2.89 + 0.81.
        var design = new DesignMatrix(4, 2);
        for (int r = 0; r < 4; r++)
        {
            design[r, 0] = 1;
            design[r, 1] = r;
        }

        LeastSquaresFit fit = LeastSquares.Fit(design, [1, 3, 2, 6]);
        Equal([0.9, 1.4], fit.Beta);
        Equal([0.1, 0.7, -1.7, 0.9], fit.Residuals);
        Equal([0.7, -0.3, -0.3, 0.2], fit.UnscaledCovariance);
        Assert.Equal(4.2, fit.ResidualSumOfSquares, 1e-14);
        Assert.Equal(2, fit.DegreesOfFreedom);
        Assert.Equal(2.1, fit.Variance, 1e-14);
        Assert.Equal(Math.Sqrt(2.1 * 0.7), fit.StandardError(0), 1e-14);
        Assert.Equal(Math.Sqrt(2.1 * 0.2), fit.StandardError(1), 1e-14);
    }

    [Fact]
    public void Constant_IsTheMean()
    {
        LeastSquaresFit fit = LeastSquares.Fit(DesignMatrix.Constant(2), [1, 4]);
        Equal([2.5], fit.Beta);
        Equal([-1.5, 1.5], fit.Residuals);
        Equal([0.5], fit.UnscaledCovariance);
        Assert.Equal(1, fit.DegreesOfFreedom);
    }

    [Theory]
    [InlineData(2, 2, 2)]
    [InlineData(1, 2, 1)]
    [InlineData(3, 2, 2)]
    [InlineData(3, 2, 4)]
    public void MoreRowsThanColumns_AndAValueARow_AreNeeded(int rows, int columns, int values) => Refused.Argument(
        "x",
        FormattableString.Invariant($"Least squares needs more rows than columns and one value a row; rows {rows}, columns {columns}, values {values}."),
        () => LeastSquares.Fit(new DesignMatrix(rows, columns), new double[values]));

    private static void Equal(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }
}
