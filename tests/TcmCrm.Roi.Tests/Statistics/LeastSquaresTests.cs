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
}
