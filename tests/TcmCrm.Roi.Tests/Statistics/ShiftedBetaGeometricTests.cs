using CsCheck;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Statistics;

public class ShiftedBetaGeometricTests
{
    [Fact]
    public void ContinuedFraction_EqualsSeries() =>
        Gen.Select(Gen.Double[0.01, 50], Gen.Double[0.01, 20], Gen.Double[0, 0.995]).Sample((b, above, z) =>
        {
            double series = ShiftedBetaGeometric.Series(b, b + above, z);
            double fraction = ShiftedBetaGeometric.ContinuedFraction(b, b + above, z);
            return Math.Abs(series - fraction) <= 1e-11 * series;
        });

    [Theory]
    [InlineData(0.999e-3)]
    [InlineData(1e-5)]
    [InlineData(1e-9)]
    public void ResidualLifetime_NearRateZero_ApproachesTheClosedForm(double rate)
    {
        // With a = 3 the undiscounted lifetime is (b + n) / (a - 1); the discount can only take a little from it.
        double value = ShiftedBetaGeometric.ResidualLifetime(3, 4, rate, 2);
        double limit = ShiftedBetaGeometric.ResidualLifetime(3, 4, 0, 2);
        Assert.Equal(3, limit, 1e-12);
        Assert.InRange(value, limit * (1 - 20 * rate) - 1e-12, limit);
    }

    [Fact]
    public void ResidualLifetime_EqualsTheSumOfSurvival() =>
        Gen.Select(Gen.Double[0.1, 5], Gen.Double[0.1, 20], Gen.Double[0.02, 1], Gen.Int[0, 12]).Sample((a, b, rate, n) =>
        {
            double sum = 0;
            double survival = 1;
            for (int t = n; t < n + 3000; t++)
            {
                survival *= (b + t) / (a + b + t);
                sum += survival * Math.Pow(1 + rate, n - t);
            }

            return Math.Abs(ShiftedBetaGeometric.ResidualLifetime(a, b, rate, n) - sum) <= 1e-9 * sum;
        }, iter: 200);

    [Fact]
    public void Estimate_OfExactShares_ReturnsTheirParameters() =>
        Gen.Select(Gen.Double[0.2, 8], Gen.Double[0.2, 20]).Sample((a, b) =>
        {
            (double[] exposed, double[] lost) = Cohort(12, t => a / (a + b + t));
            ShiftedBetaGeometric.Edge edge = ShiftedBetaGeometric.Estimate(exposed, lost, out double alpha, out double beta);
            return edge == ShiftedBetaGeometric.Edge.None && Math.Abs(alpha - a) <= 1e-6 * a && Math.Abs(beta - b) <= 1e-6 * b;
        }, iter: 200);

    [Fact]
    public void Estimate_IsNotBeatenByNeighbours() =>
        Gen.Select(Gen.Double[0.05, 0.4], Gen.Double[0.05, 0.4], Gen.Double[0.05, 0.4], Gen.Double[0.05, 0.4]).Sample((h1, h2, h3, h4) =>
        {
            double[] hazards = [h1, h2, h3, h4];
            (double[] exposed, double[] lost) = Cohort(4, t => hazards[t]);
            if (ShiftedBetaGeometric.Estimate(exposed, lost, out double alpha, out double beta) != ShiftedBetaGeometric.Edge.None)
            {
                return true;
            }

            double best = ShiftedBetaGeometric.LogLikelihood(alpha, beta, exposed, lost);
            double[] factors = [0.5, 0.9, 0.999, 1.001, 1.1, 2];
            return factors.All(f => factors.All(g =>
                ShiftedBetaGeometric.LogLikelihood(alpha * f, beta * g, exposed, lost) <= best + 1e-12));
        }, iter: 500);

    private static (double[] Exposed, double[] Lost) Cohort(int periods, Func<int, double> hazard)
    {
        var exposed = new double[periods];
        var lost = new double[periods];
        double left = 1;
        for (int t = 0; t < periods; t++)
        {
            exposed[t] = left;
            lost[t] = left * hazard(t);
            left -= lost[t];
        }

        return (exposed, lost);
    }
}
