using System.Text.Json;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Statistics;
using TcmCrm.Roi.Tests.Statistics;
using static TcmCrm.Roi.Tests.Statistics.StatisticsCases;

namespace TcmCrm.Roi.Tests.Impact;

/// <summary>The numeric designs against the answers of R, scipy, statsmodels and NIST.</summary>
public class TwoSampleTests
{
    [Fact]
    public void Welch_AgreesWithRAndScipy()
    {
        int count = 0;
        foreach (JsonElement c in Each("welch-and-two-sample"))
        {
            string id = c.GetProperty("id").GetString()!;
            JsonElement inputs = c.GetProperty("inputs");
            JsonElement expected = c.GetProperty("expected");
            MeanComparison actual = TwoSample.Welch(inputs.GetProperty("before").Doubles(), inputs.GetProperty("after").Doubles());
            double half = actual.HalfWidth(inputs.Number("confidence"));
            Close(expected.Number("meanDifference"), actual.Estimate, 1e-10, id);
            Close(expected.Number("se"), actual.StandardError, 1e-10, id);
            Close(expected.Number("df"), actual.DegreesOfFreedom, 1e-10, id);
            Close(expected.Number("p"), actual.PValue, 1e-8, id);

            // The quantile behind the published limits is good to about 3e-9, so they are compared on the scale of the half-width.
            Close(expected.Number("lower"), actual.Estimate - half, 0, id, 5e-9 * half);
            Close(expected.Number("upper"), actual.Estimate + half, 0, id, 5e-9 * half);
            count++;
        }

        Assert.Equal(62, count);
    }

    [Fact]
    public void WelchAndMannWhitney_AgreeOnRandomSeries()
    {
        foreach (JsonElement c in Each("random-series-200"))
        {
            string id = c.GetProperty("id").GetString()!;
            (double[] before, double[] after) = Sides(c);
            JsonElement expected = c.GetProperty("expected");
            if (expected.TryGetProperty("welch", out JsonElement welch))
            {
                MeanComparison actual = TwoSample.Welch(before, after);
                Close(welch.Number("meanDifference"), actual.Estimate, 1e-9, id);
                Close(welch.Number("df"), actual.DegreesOfFreedom, 1e-9, id);
                Close(welch.Number("p"), actual.PValue, 1e-9, id);
            }

            if (expected.TryGetProperty("mannWhitney", out JsonElement ranks))
            {
                MannWhitney actual = MannWhitney.Test(before, after, 0.95);
                Assert.Equal(ranks.Number("U_after"), actual.U);
                Close(ranks.Number("pAsymptoticContinuityTies"), actual.PValue, 1e-9, id);
                Assert.InRange(actual.Shift, actual.Lower, actual.Upper);
            }
        }
    }

    [Fact]
    public void WelchEffective_FollowsTheSpecifiedMethod()
    {
        int count = 0;
        foreach (JsonElement c in Each("specified-methods-200"))
        {
            if (!c.GetProperty("expected").TryGetProperty("welchEffectiveSampleSize", out JsonElement expected))
            {
                continue;
            }

            string id = c.GetProperty("id").GetString()!;
            (double[] before, double[] after) = Sides(c);
            MeanComparison actual = TwoSample.WelchEffective(before, after);
            double half = actual.HalfWidth(0.95);
            Close(expected.Number("meanDifference"), actual.Estimate, 1e-10, id);
            Close(expected.Number("r1BiasCorrectedClipped"), actual.Rho, 1e-9, id, 1e-15);
            Close(expected.Number("effectiveN1"), actual.EffectiveBefore, 1e-9, id);
            Close(expected.Number("effectiveN2"), actual.EffectiveAfter, 1e-9, id);
            Close(expected.Number("se"), actual.StandardError, 1e-9, id);
            Close(expected.Number("df"), actual.DegreesOfFreedom, 1e-9, id);
            Close(expected.Number("p"), actual.PValue, 1e-9, id);
            Close(expected.Number("lower95"), actual.Estimate - half, 0, id, 5e-9 * half);
            Close(expected.Number("upper95"), actual.Estimate + half, 0, id, 5e-9 * half);
            count++;
        }

        Assert.Equal(68, count);
    }

    [Fact]
    public void DifferenceInDifferences_OfTheGap_AgreesWithScipyAndStatsmodels()
    {
        int count = 0;
        foreach (JsonElement c in Each("did"))
        {
            string id = c.GetProperty("id").GetString()!;
            double[] treated = c.GetProperty("inputs").GetProperty("treated").Doubles();
            double[] control = c.GetProperty("inputs").GetProperty("control").Doubles();
            int k = c.GetProperty("inputs").GetProperty("preMonths").GetInt32();
            JsonElement expected = c.GetProperty("expected");
            double[] gap = [.. treated.Zip(control, (t, u) => t - u)];
            MeanComparison welch = TwoSample.Welch(gap[..k], gap[k..]);
            Close(expected.Number("didEstimate"), welch.Estimate, 1e-8, id);
            JsonElement gapWelch = expected.GetProperty("gapWelch");
            Close(gapWelch.Number("se"), welch.StandardError, 1e-8, id);
            Close(gapWelch.Number("df"), welch.DegreesOfFreedom, 1e-8, id);
            Close(gapWelch.Number("p"), welch.PValue, 1e-8, id);
            JsonElement reml = expected.GetProperty("gapRemlAr1");
            Ar1RemlFit fit = Ar1Reml.Fit(Ar1RemlTests.MeanShift(gap.Length, k), gap);
            Close(reml.Number("rho"), fit.Rho, 0, id, 2e-4);
            Close(reml.Number("effect"), fit.Beta[1], 2e-3, id);
            Close(reml.Number("se"), fit.StandardError(1), 2e-3, id);
            count++;
        }

        Assert.Equal(20, count);
    }

    [Fact]
    public void MeanAndVariance_AgreeWithNist()
    {
        foreach (JsonElement c in Each("nist-univariate"))
        {
            string id = c.GetProperty("id").GetString()!;
            double[] y = c.GetProperty("inputs").GetProperty("y").Doubles();
            Close(c.GetProperty("expected").Number("mean"), TwoSample.Mean(y), 1e-14, id);
            Close(c.GetProperty("expected").Number("sd"), Math.Sqrt(TwoSample.Variance(y)), id.EndsWith("NumAcc4", StringComparison.Ordinal) ? 1e-8 : 1e-12, id);
        }
    }

    [Fact]
    public void Variance_TakesOutTheRoundingOfTheMean()
    {
        // Doubles near 1e16 lie 2 apart: the mean 1e16 + 4/3 is rounded to 1e16 + 2. The variance is 4/3 all the same: (4 - 2^2/3) / 2.
        Close(4.0 / 3.0, TwoSample.Variance([1e16, 1e16 + 2, 1e16 + 2]), 1e-15, "variance");
    }

    [Fact]
    public void Paired_IsTheTOfTheDifferences()
    {
        // Mean 4.3/5, sum of squared deviations 3.212, variance 0.803.
        MeanComparison actual = TwoSample.Paired([1.2, 0.4, -0.3, 2.1, 0.9]);
        Close(0.86, actual.Estimate, 1e-12, "mean");
        Close(Math.Sqrt(0.803 / 5.0), actual.StandardError, 1e-12, "se");
        Assert.Equal(4, actual.DegreesOfFreedom);
    }

    [Fact]
    public void WelchEffective_PairsOnlyMonthsThatFollowEachOther()
    {
        // Deviations -3, -2, 2, 3 on both sides, squares 52. In a row: products 6 - 4 + 6 - 9 + 6 - 4 + 6 = 7, so r1 = 7/52 and
        // r = r1 + (1 + 4 r1)/8 + 1/8 = 23.5/52. With gaps after months 11, 14 and 18 the products left are 6 + 6 + 6 - 4 = 14: r = 34/52.
        double[] y = [1, 2, 6, 7];
        Close(23.5 / 52.0, TwoSample.WelchEffective(y, y).Rho, 1e-12, "in a row");
        Close(23.5 / 52.0, TwoSample.WelchEffective(y, y, [10, 11, 12, 13], [14, 15, 16, 17]).Rho, 1e-12, "in a row by month");
        Close(34.0 / 52.0, TwoSample.WelchEffective(y, y, [10, 11, 13, 14], [16, 17, 18, 20]).Rho, 1e-12, "with gaps");
    }

    private static (double[] Before, double[] After) Sides(JsonElement c)
    {
        double[] y = c.GetProperty("inputs").GetProperty("y").Doubles();
        int k = c.GetProperty("inputs").GetProperty("interventionIndex").GetInt32();
        return (y[..k], y[k..]);
    }
}
