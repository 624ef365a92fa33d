using TcmCrm.Roi.Statistics;
using static TcmCrm.Roi.Statistics.ShiftedBetaGeometric;

namespace TcmCrm.Roi.Tests.Statistics;

/// <summary>The shifted-beta-geometric model where its values and estimates have a closed form.</summary>
public class RetentionFormulaTests
{
    [Theory]
    [InlineData(1, 2, 0, 1)]
    [InlineData(1, 2, 1, 2 / 3.0)]
    [InlineData(1, 2, 3, 2 / 5.0)]
    [InlineData(2, 1, 2, 1 / 6.0)]
    [InlineData(0.5, 1.5, 3, 1.5 / 2 * 2.5 / 3 * 3.5 / 4)]
    public void Survival_IsTheProductOfWhatIsKept(double alpha, double beta, int period, double expected) =>
        Assert.Equal(expected, Survival(alpha, beta, period), 1e-15);

    [Fact]
    public void LogLikelihood_CountsTheLostAndTheKept()
    {
        // Churn 1/3 in the first period, 1/4 in the second.
        Assert.Equal((3 * Math.Log(1 / 3.0)) + (7 * Math.Log(2 / 3.0)) + (6 * Math.Log(3 / 4.0)), LogLikelihood(1, 2, [10, 6], [3, 0]), 1e-13);
        Assert.Equal((2 * Math.Log(1 / 3.0)) + (5 * Math.Log(1 / 4.0)), LogLikelihood(1, 2, [2, 5], [2, 5]), 1e-13);

        // What did not happen counts nothing, even where it could not have happened.
        Assert.Equal(0, LogLikelihood(1, 0, [2], [2]));
        Assert.Equal(0, LogLikelihood(0, 2, [5], [0]));
        Assert.Equal(0, LogLikelihood(1, 2, [], []));
    }

    [Theory]
    [InlineData(0.3, 0.2)]
    [InlineData(0.9, 0.1)]
    [InlineData(0.02, 0.015)]
    [InlineData(0.5, 0.45)]
    public void Estimate_OfTwoPeriods_MeetsBothShares(double first, double second)
    {
        // a / (a + b) and a / (a + b + 1) are the two shares: a + b = second / (first - second).
        double sum = second / (first - second);
        Assert.Equal(Edge.None, Estimate([1000, 1000 * (1 - first)], [1000 * first, 1000 * (1 - first) * second], out double alpha, out double beta));
        Assert.Equal(first * sum, alpha, 1e-7 * sum);
        Assert.Equal((1 - first) * sum, beta, 1e-7 * sum);
    }

    [Theory]
    [InlineData(new[] { 100.0, 80, 64 }, new[] { 20.0, 16, 12.8 })]
    [InlineData(new[] { 100.0, 80, 60 }, new[] { 20.0, 20, 20 })]
    [InlineData(new[] { 50.0 }, new[] { 10.0 })]
    public void Estimate_OfChurnThatDoesNotFall_IsConstantChurn(double[] exposed, double[] lost)
    {
        Assert.Equal(Edge.ConstantChurn, Estimate(exposed, lost, out double alpha, out double beta));
        Assert.Equal((0.0, 0.0), (alpha, beta));
    }

    [Theory]
    [InlineData(new[] { 100.0, 80, 80 }, new[] { 20.0, 0, 0 })]
    [InlineData(new[] { 9.0, 4 }, new[] { 5.0, 0 })]
    public void Estimate_OfChurnInTheFirstPeriodOnly_SaysSo(double[] exposed, double[] lost)
    {
        Assert.Equal(Edge.FirstPeriodOnly, Estimate(exposed, lost, out double alpha, out double beta));
        Assert.Equal((0.0, 0.0), (alpha, beta));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public void Hypergeometric_HasClosedForms(double z)
    {
        double root = Math.Sqrt(z);
        (double B, double C, double Value)[] rows =
        [
            (1, 2, z == 0 ? 1 : -Math.Log(1 - z) / z),
            (0.5, 1.5, z == 0 ? 1 : Math.Atanh(root) / root),
            (2, 3, z < 0.1 ? double.NaN : 2 * (-Math.Log(1 - z) - z) / (z * z)),
            (2, 4, z < 0.1 ? double.NaN : 6 * ((z * (2 - z)) + (2 * (1 - z) * Math.Log(1 - z))) / (2 * z * z * z)),
        ];
        Assert.All(rows.Where(row => !double.IsNaN(row.Value)), row =>
        {
            Assert.Equal(row.Value, Series(row.B, row.C, z), 1e-12 * row.Value);
            Assert.Equal(row.Value, ContinuedFraction(row.B, row.C, z), 1e-12 * row.Value);
        });
    }

    // a = b = 1: S(t) / S(n) = (1 + n) / (1 + t), so n = 0 sums z^(t-1) / (1 + t) and n = 1 twice the same from t = 2 on; on both sides of the
    // rate below which the method changes.
    [Theory]
    [InlineData(1)]
    [InlineData(0.1)]
    [InlineData(0.00101)]
    [InlineData(0.001)]
    [InlineData(0.00099)]
    [InlineData(1e-6)]
    public void ResidualLifetime_OfEvenShapes_IsALogarithm(double rate)
    {
        double z = 1 / (1 + rate);
        double log = -Math.Log(rate * z);
        double none = (log - z) / (z * z);
        Assert.Equal(none, ResidualLifetime(1, 1, rate, 0), 1e-10 * none);
        double one = 2 * (log - z - (z * z / 2)) / (z * z * z);
        Assert.Equal(one, ResidualLifetime(1, 1, rate, 1), 1e-10 * one);
    }

    // Without a discount (b + n) / (a - 1).
    [Theory]
    [InlineData(3, 4, 0, 2)]
    [InlineData(1.5, 2, 3, 10)]
    [InlineData(2, 0.5, 1, 1.5)]
    public void ResidualLifetime_WithoutADiscount_IsALineInTheTimeSurvived(double alpha, double beta, int survived, double expected) =>
        Assert.Equal(expected, ResidualLifetime(alpha, beta, 0, survived), 1e-13);
}
