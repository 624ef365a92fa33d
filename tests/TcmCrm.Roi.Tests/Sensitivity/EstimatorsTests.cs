using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Sensitivity;

public class EstimatorsTests
{
    private const int Base = 1 << 16;

    // Ishigami and Homma (1990) with a = 7, b = 0.1: first-order shares 0.3139, 0.4424, 0.
    [Fact]
    public void FirstOrder_OfIshigami_IsThePublishedOne()
    {
        double[] shares = FirstOrder(3, x => Math.Sin(Angle(x[0])) + (7 * Math.Pow(Math.Sin(Angle(x[1])), 2)) + (0.1 * Math.Pow(Angle(x[2]), 4) * Math.Sin(Angle(x[0]))));
        Assert.Equal(0.3139, shares[0], 0.02);
        Assert.Equal(0.4424, shares[1], 0.02);
        Assert.Equal(0, shares[2], 0.02);

        static double Angle(double u) => Math.PI * ((2 * u) - 1);
    }

    // Sobol's g function with a = 0, 1, 4.5, 9: V_i = 1 / (3 (1 + a_i)^2), V = prod(1 + V_i) - 1.
    [Fact]
    public void FirstOrder_OfSobolsG_IsTheClosedForm()
    {
        double[] a = [0, 1, 4.5, 9];
        double[] parts = [.. a.Select(x => 1 / (3 * (1 + x) * (1 + x)))];
        double variance = parts.Aggregate(1.0, (product, part) => product * (1 + part)) - 1;
        double[] shares = FirstOrder(4, x => x.Zip(a, (u, weight) => (Math.Abs((4 * u) - 2) + weight) / (1 + weight)).Aggregate(1.0, (product, part) => product * part));
        for (int i = 0; i < a.Length; i++)
        {
            Assert.Equal(parts[i] / variance, shares[i], 0.02);
        }
    }

    // Hyndman and Fan (1996), type 7: R quantile(c(1, 2, 4, 8), c(.1, .5, .75)) is 1.3, 3, 5.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 1.3)]
    [InlineData(0.5, 3)]
    [InlineData(0.75, 5)]
    [InlineData(1, 8)]
    public void Percentile_IsType7(double probability, double expected) => Assert.Equal(expected, new Percentiles([8, 2, 1, 4]).At(probability), 1e-14);

    [Fact]
    public void Percentile_BetweenANumberAndNever_IsNever() =>
        Assert.Equal(double.PositiveInfinity, new Percentiles([double.PositiveInfinity, 1, double.NaN]).At(0.5));

    // E max(N, 0) - max(mu, 0) with E max(N, 0) = mu Phi(mu / s) + s phi(mu / s): mu 0.33, s sqrt(.35) gives 0.106812.
    [Fact]
    public void PerfectInformation_OfANormal_IsTheClosedForm()
    {
        double spread = Math.Sqrt(0.35);
        double[] outputs = [.. Enumerable.Range(0, 1_000_000).Select(i => 0.33 + (spread * NormalScores.Of(Philox.Uniform(3, (ulong)i, 5))))];
        (double value, double error) = Estimators.PerfectInformation(outputs);
        Assert.Equal(0.106812, value, 3 * error);
        Assert.InRange(error, 1e-5, 1e-3);
    }

    [Fact]
    public void Moments_AreThoseOfTheValues()
    {
        (double mean, double deviation) = Estimators.Moments([.. Enumerable.Range(0, 1001).Select(i => 1e9 + i)]);
        Assert.Equal(1e9 + 500, mean, 1e-6);
        Assert.Equal(Math.Sqrt(1001.0 * 1002 / 12), deviation, 1e-9);
    }

    private static double[] FirstOrder(int factors, Func<double[], double> model)
    {
        double[][] first = Matrix(factors, 0);
        double[][] second = Matrix(factors, factors);
        double[][] mixed =
        [
            .. Enumerable.Range(0, factors).Select(factor => first.Select((row, trial) =>
            {
                double[] changed = (double[])row.Clone();
                changed[factor] = second[trial][factor];
                return model(changed);
            }).ToArray()),
        ];
        return Estimators.FirstOrder([.. first.Select(model)], [.. second.Select(model)], mixed);
    }

    private static double[][] Matrix(int factors, int stream) =>
        [.. Enumerable.Range(0, Base).Select(trial => Enumerable.Range(stream, factors).Select(column => Philox.Uniform(1, (ulong)trial, (ulong)column)).ToArray())];
}
