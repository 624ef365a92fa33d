using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Sensitivity;

public class FactorDistributionTests
{
    public static TheoryData<Distribution> All =>
    [
        Distribution.Triangular(0.5, 1, 2), Distribution.Triangular(-1, 1, 2), Distribution.Triangular(-2, -1, 1), Distribution.Triangular(1, 1, 3),
        Distribution.TriangularOfPercentiles(0, 1, 2), Distribution.Pert(0.6, 1, 1.2), Distribution.Pert(0.2, 1, 1.3), Distribution.Pert(1, 1, 2),
        Distribution.Pert(-1, 0, 3), Distribution.Uniform(-0.5, 2), Distribution.Uniform(0.5, 1.5), Distribution.Normal(1, 0.8), Distribution.Normal(1, 0.1),
        Distribution.Lognormal(1, 0.5), Distribution.NormalInterval(0.5, 1.5, 0.95), Distribution.LognormalInterval(0.5, 2, 0.9),
        Distribution.Discrete([0, 1, 2], [1, 2, 1]), Distribution.Discrete([-1, 3], [1, 3]),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Moments_AreThoseOfTheQuantiles(Distribution stated)
    {
        const int Count = 200_000;
        var factor = new FactorDistribution(stated);
        double mean = 0;
        double square = 0;
        double excess = 0;
        for (int i = 0; i < Count; i++)
        {
            double value = factor.Quantile((i + 0.5) / Count);
            Assert.True(value >= 0);
            mean += value / Count;
            square += value * value / Count;
            excess += Math.Max(value - 0.9, 0) / Count;
        }

        Assert.Equal(mean, factor.Mean, 2e-5);
        Assert.Equal(square - (mean * mean), factor.Variance, 2e-4);
        Assert.Equal(excess, factor.ExpectedExcess(0.9), 2e-5);
        Assert.Equal(factor.Mean + 0.4, factor.ExpectedExcess(-0.4), 1e-12);
    }

    /// <summary>The two tables of a PERT against the inversion of the incomplete beta function, across their seams at 1/16 and 15/16 too.</summary>
    [Theory]
    [InlineData(0.6, 1, 1.2)]
    [InlineData(0.2, 1, 1.3)]
    [InlineData(0.9, 1, 1.6)]
    [InlineData(1, 1, 2)]
    [InlineData(0, 2, 2)]
    public void PertTable_StaysWithinItsError(double low, double mode, double high)
    {
        double alpha = 1 + (4 * (mode - low) / (high - low));
        double beta = 1 + (4 * (high - mode) / (high - low));
        QuantileTable table = QuantileTable.OfBeta(alpha, beta);
        double before = 0;
        for (int i = 1; i < 3_000; i++)
        {
            double probability = i / 3_000.0;
            double value = table.AtProbability(probability);
            Assert.Equal(BetaFunction.RegularizedQuantile(alpha, beta, probability), value, 1e-9);
            Assert.Equal(value, table.At(NormalScores.Of(probability)), 1e-9);
            Assert.True(value >= before);
            before = value;
        }
    }

    // RiskTrigen(0, 1, 2, 10, 90) of @RISK has the ends -0.80902 and 2.80902.
    [Fact]
    public void TriangleOfPercentiles_HasThePublishedEnds()
    {
        var factor = new FactorDistribution(Distribution.TriangularOfPercentiles(0, 1, 2), isCut: false);
        Assert.Equal(-0.80902, factor.Quantile(1e-14), 5e-6);
        Assert.Equal(2.80902, factor.Quantile(1 - 1e-14), 5e-6);
        Assert.Equal(0, factor.Quantile(0.1), 1e-12);
        Assert.Equal(2, factor.Quantile(0.9), 1e-12);
    }

    // Triangle: mean (a + b + c) / 3 and variance (a2 + b2 + c2 - ab - ac - bc) / 18.
    [Fact]
    public void Triangle_HasItsClosedMoments()
    {
        var factor = new FactorDistribution(Distribution.Triangular(1, 2, 6));
        Assert.Equal(3, factor.Mean, 1e-14);
        Assert.Equal((1 + 4 + 36 - 2 - 6 - 12) / 18.0, factor.Variance, 1e-14);
    }

    [Theory]
    [InlineData(0.6, 1, 1.2)]
    [InlineData(0.2, 1, 1.3)]
    [InlineData(0.9, 1, 1.6)]
    [InlineData(1, 1, 2)]
    [InlineData(0, 5, 5)]
    public void PertTable_AgreesWithTheExactQuantile(double low, double mode, double high)
    {
        var factor = new FactorDistribution(Distribution.Pert(low, mode, high));
        double alpha = 1 + (4 * (mode - low) / (high - low));
        double beta = 1 + (4 * (high - mode) / (high - low));
        for (double p = 0.0005; p < 1; p += 0.0037)
        {
            double exact = low + ((high - low) * BetaFunction.RegularizedQuantile(alpha, beta, p));
            Assert.Equal(exact, factor.Quantile(p), 1e-9 * (high - low));
        }
    }

    [Fact]
    public void MeasuredStudy_IsNotCut()
    {
        var factor = new FactorDistribution(Distribution.Normal(1, 2), isCut: false);
        Assert.True(factor.Quantile(0.01) < 0);
        Assert.Equal(1, factor.Mean, 1e-15);
        Assert.Equal(4, factor.Variance, 1e-12);
    }

    [Fact]
    public void NormalCut_HasTheClosedMean()
    {
        // E max(N(m, s), 0) = m Phi(m / s) + s phi(m / s).
        var factor = new FactorDistribution(Distribution.Normal(1, 2));
        Assert.Equal(NormalDistribution.Cdf(0.5) + (2 * NormalDistribution.Density(0.5)), factor.Mean, 1e-14);
        Assert.Equal(1, factor.UncutMean);
    }
}
