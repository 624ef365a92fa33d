using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Statistics;
using TcmCrm.Roi.Tests.Impact;

namespace TcmCrm.Roi.Tests.Statistics;

/// <summary>A quick look at the coverage of the intervals; the measurement proper is tests/TcmCrm.Roi.Simulations, its table docs/methods.md.</summary>
public class CoverageTests
{
    // 600 runs have a standard error of 0.9 points; the band is four of them about the measured coverage of the full simulation.
    [Theory]
    [InlineData(12, 12, 0.4, 93, 93)]
    [InlineData(24, 12, 0.0, 96, 94)]
    public void Coverage_IsThatOfTheFullSimulation(int before, int after, double rho, double effective, double reml)
    {
        const int runs = 600;
        int n = before + after;
        int coveredMean = 0;
        int coveredLevel = 0;
        DesignMatrix design = Ar1RemlTests.Interrupted(n, before);
        for (int run = 0; run < runs; run++)
        {
            double[] y = StudySamples.Noise(n, 100_000 + run, 0, 1);
            for (int t = 1; t < n; t++)
            {
                y[t] = (rho * y[t - 1]) + (Math.Sqrt(1 - (rho * rho)) * y[t]);
            }

            MeanComparison mean = TwoSample.WelchEffective(y[..before], y[before..]);
            coveredMean += Math.Abs(mean.Estimate) <= mean.HalfWidth(0.95) ? 1 : 0;
            Ar1RemlFit fit = Ar1Reml.Fit(design, y);
            coveredLevel += Math.Abs(fit.Beta[2]) <= StudentT.TwoSidedCritical(0.95, fit.DegreesOfFreedom) * fit.StandardError(2) ? 1 : 0;
        }

        Assert.InRange(100.0 * coveredMean / runs, effective - 3.6, effective + 3.6);
        Assert.InRange(100.0 * coveredLevel / runs, reml - 3.6, reml + 3.6);
    }
}
