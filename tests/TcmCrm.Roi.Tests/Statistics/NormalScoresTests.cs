using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Statistics;

public class NormalScoresTests
{
    [Fact]
    public void Of_AgreesWithTheExactQuantile()
    {
        foreach (double p in new[] { 1e-300, 1e-30, 1e-15, 1e-9, 1e-4, 0.01, 0.0749, 0.0751, 0.3, 0.5, 0.7, 0.925, 0.99, 1 - 1e-9, 1 - 1e-15 })
        {
            double exact = NormalDistribution.Quantile(p);
            Assert.Equal(exact, NormalScores.Of(p), 1e-14 * Math.Max(1, Math.Abs(exact)));
        }
    }

    [Fact]
    public void Probability_AgreesWithTheExactDistribution()
    {
        for (double z = -9; z <= 9; z += 0.00713)
        {
            Assert.Equal(NormalDistribution.Cdf(z), NormalScores.Probability(z), 1e-12);
        }
    }
}
