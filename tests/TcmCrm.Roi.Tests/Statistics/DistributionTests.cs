using TcmCrm.Roi.Statistics;
using Elementary = TcmCrm.Roi.Returns.ElementaryFunctions;

namespace TcmCrm.Roi.Tests.Statistics;

/// <summary>Distributions where their values have a closed form, at the ends of their ranges, and where they refuse.</summary>
public class DistributionTests
{
    private static readonly double[] Shares = [1e-12, 1e-6, 0.001, 0.1, 0.2499, 0.25, 0.2501, 0.4, 0.4999, 0.5, 0.5001, 0.7, 0.75, 0.9, 0.999];

    [Fact]
    public void Student_OfOneDegree_IsCauchy() => Assert.All(Points(), t =>
    {
        double tail = Math.Atan2(1, t) / Math.PI;
        Close(tail, StudentT.UpperTail(t, 1));
        Close(Math.Atan2(1, -t) / Math.PI, StudentT.Cdf(t, 1));
        Close(2 * Math.Atan2(1, Math.Abs(t)) / Math.PI, StudentT.TwoSidedP(t, 1));
    });

    [Fact]
    public void Student_OfTwoDegrees_IsAlgebraic() => Assert.All(Points(), t =>
    {
        // 1/2 - t / (2 sqrt(2 + t^2)), written so that no digits cancel.
        double root = Math.Sqrt(2 + (t * t));
        double smaller = 1 / (root * (root + Math.Abs(t)));
        Close(t < 0 ? 1 - smaller : smaller, StudentT.UpperTail(t, 2));
        Close(t < 0 ? smaller : 1 - smaller, StudentT.Cdf(t, 2));
        Close(2 * smaller, StudentT.TwoSidedP(t, 2));
    });

    [Fact]
    public void StudentQuantile_OfOneAndTwoDegrees_HasAClosedForm() => Assert.All(Shares, p =>
    {
        Close(p == 0.5 ? 0 : -1 / Math.Tan(Math.PI * p), StudentT.Quantile(p, 1), 1e-12);
        Close(((2 * p) - 1) / Math.Sqrt(2 * p * (1 - p)), StudentT.Quantile(p, 2), 1e-12);
    });

    [Theory]
    [InlineData(0.5)]
    [InlineData(2.999)]
    [InlineData(3)]
    [InlineData(3.001)]
    [InlineData(17.3)]
    [InlineData(4000)]
    public void StudentQuantile_IsWhereTheDistributionReachesItsShare(double degreesOfFreedom) => Assert.All(Shares, p =>
    {
        double t = StudentT.Quantile(p, degreesOfFreedom);
        Close(p, StudentT.Cdf(t, degreesOfFreedom), 1e-12);
        Assert.Equal(t, -StudentT.Quantile(1 - p, degreesOfFreedom), 1e-9 * (1 + Math.Abs(t)) / Math.Min(1, degreesOfFreedom) * Math.Max(1, 1e-7 / p));
    });

    [Fact]
    public void Student_OfEndlessDegrees_IsNormal()
    {
        Assert.All([-40.0, -2, 0, 0.5, 3, 8], t =>
        {
            Assert.Equal(NormalDistribution.TwoSidedP(t), StudentT.TwoSidedP(t, double.PositiveInfinity));
            Assert.Equal(NormalDistribution.Cdf(t), StudentT.Cdf(t, double.PositiveInfinity), 1e-16);
        });
        Assert.All(Shares, p => Assert.Equal(NormalDistribution.Quantile(p), StudentT.Quantile(p, double.PositiveInfinity)));
        Close(0.00046525815807105017, StudentT.TwoSidedP(3.5, 1e14), 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6.5)]
    [InlineData(double.PositiveInfinity)]
    public void Student_EndsInZeroAndOne(double degreesOfFreedom)
    {
        Assert.Equal(1, StudentT.TwoSidedP(0, degreesOfFreedom));
        Assert.Equal(0.5, StudentT.Cdf(0, degreesOfFreedom));
        Assert.Equal(0, StudentT.TwoSidedP(double.PositiveInfinity, degreesOfFreedom));
        Assert.Equal(0, StudentT.TwoSidedP(double.NegativeInfinity, degreesOfFreedom));
        Assert.Equal((0.0, 1.0), (StudentT.Cdf(double.NegativeInfinity, degreesOfFreedom), StudentT.Cdf(double.PositiveInfinity, degreesOfFreedom)));
        Assert.Equal(double.NegativeInfinity, StudentT.Quantile(0, degreesOfFreedom));
        Assert.Equal(double.PositiveInfinity, StudentT.Quantile(1, degreesOfFreedom));
        Assert.Equal(0, StudentT.Quantile(0.5, degreesOfFreedom), 1e-16);
    }

    [Fact]
    public void Normal_TailsDensityAndQuantile_BelongTogether()
    {
        // mpmath, 60 digits; the two sides of the change of method at 1.4, and the last values before underflow.
        (double Z, double Tail, double Density)[] rows =
        [
            (0, 0.5, 0.39894228040143268), (1.39, 0.082264438677668954, 0.15183080043216167), (1.4, 0.08075665923377106, 0.14972746563574487),
            (1.41, 0.079269841453392403, 0.14763850406235574), (20.25, 1.77619986494957e-91, 3.6055338157275848e-90),
        ];
        Assert.All(rows, row =>
        {
            Close(row.Tail, NormalDistribution.UpperTail(row.Z), 1e-14);
            Close(row.Density, NormalDistribution.Density(row.Z), 1e-14);
            Close(row.Density, NormalDistribution.Density(-row.Z), 1e-14);
            Close(2 * row.Tail, NormalDistribution.TwoSidedP(row.Z), 1e-14);
            Close(2 * row.Tail, NormalDistribution.TwoSidedP(-row.Z), 1e-14);
            Close(row.Tail, NormalDistribution.Cdf(-row.Z), 1e-14);
            Close(1 - row.Tail, NormalDistribution.UpperTail(-row.Z), 1e-15);
            Assert.Equal(-row.Z, NormalDistribution.Quantile(row.Tail), 1e-13 * (1 + row.Z));
        });
        Assert.InRange(NormalDistribution.UpperTail(38), 2.885e-316, 2.886e-316);
        Assert.Equal(0, NormalDistribution.UpperTail(39));
        Assert.Equal(0, NormalDistribution.UpperTail(double.PositiveInfinity));
        Assert.Equal(1, NormalDistribution.Cdf(double.PositiveInfinity));
        Assert.Equal(double.NegativeInfinity, NormalDistribution.Quantile(0));
        Assert.Equal(double.PositiveInfinity, NormalDistribution.Quantile(1));
        Assert.All(Shares.Where(p => p >= 0.001), p => Assert.Equal(NormalDistribution.Quantile(p), -NormalDistribution.Quantile(1 - p), 1e-12));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(250.5)]
    [InlineData(123456.7)]
    [InlineData(33333333.3)]
    public void LogBeta_WithOneOrTwo_IsALogarithm(double a)
    {
        // B(a, 1) = 1 / a; B(a, 2) = 1 / (a (a + 1)).
        Assert.Equal(-Math.Log(a), BetaFunction.LogBeta(a, 1), 2e-14);
        Assert.Equal(-Math.Log(a), BetaFunction.LogBeta(1, a), 2e-14);
        Assert.Equal(-Math.Log(a) - Math.Log(a + 1), BetaFunction.LogBeta(a, 2), 2e-14);
        Assert.Equal(-Math.Log(a) - Math.Log(a + 1), BetaFunction.LogBeta(2, a), 2e-14);
    }

    [Fact]
    public void IncompleteBeta_HasClosedForms()
    {
        Assert.All([0.001, 0.1, 0.29, 0.3, 0.31, 0.5, 0.6, 0.7, 0.71, 0.9, 0.999], x =>
        {
            Assert.All([0.2, 1, 3, 8, 60], a =>
            {
                Close(Math.Pow(x, a), BetaFunction.Regularized(a, 1, x), 1e-12);
                Close(-Elementary.ExpM1(a * Elementary.LogP1(-x)), BetaFunction.Regularized(1, a, x), 1e-12);
            });
            Close(2 / Math.PI * Math.Asin(Math.Sqrt(x)), BetaFunction.Regularized(0.5, 0.5, x), 1e-13);
            Close(x * x * (6 - (8 * x) + (3 * x * x)), BetaFunction.Regularized(2, 3, x), 1e-13);
        });
    }

    // mpmath, 60 digits, x exactly as the double: a near tail beside an end point, a far one by its complement, and shapes of thousands.
    [Theory]
    [InlineData(1000, 0.01, 0.996, 3.8327803767722189e-5)]
    [InlineData(1000, 2, 0.9951, 0.043408847026683913)]
    [InlineData(0.01, 1000, 0.004, 0.99996167219623228)]
    [InlineData(40, 50, 0.29, 0.0010137914825248661)]
    [InlineData(40, 50, 0.75, 0.99999999962410333)]
    [InlineData(4, 0.5, 0.3, 0.0025443746164068073)]
    [InlineData(2000, 3000, 0.4, 0.50076778794559077)]
    public void IncompleteBeta_LosesNoDigits_WhereverItIsTaken(double a, double b, double x, double expected) =>
        Close(expected, BetaFunction.Regularized(a, b, x), 5e-13);

    [Fact]
    public void IncompleteBetaQuantile_HasClosedForms() => Assert.All([1e-30, .. Shares], p => Assert.All([0.1, 0.5, 1, 3, 60], a =>
    {
        Close(Math.Pow(p, 1 / a), BetaFunction.RegularizedQuantile(a, 1, p), 1e-12 / Math.Min(1, a));
        Close(-Elementary.ExpM1(Elementary.LogP1(-p) / a), BetaFunction.RegularizedQuantile(1, a, p), 1e-12);
    }));

    [Fact]
    public void IncompleteBeta_EndsInZeroAndOne()
    {
        Assert.Equal((0.0, 1.0), (BetaFunction.Regularized(0.5, 2, 0), BetaFunction.Regularized(0.5, 2, 1)));
        Assert.Equal((0.0, 1.0), (BetaFunction.RegularizedQuantile(3, 0.5, 0), BetaFunction.RegularizedQuantile(3, 0.5, 1)));
    }

    // mpmath, 60 digits.
    [Theory]
    [InlineData(0.25, 0.272510401213432061)]
    [InlineData(1, 0.0810614667953272582)]
    [InlineData(2.5, 0.0331628735199362875)]
    [InlineData(10, 0.00833056343336287126)]
    [InlineData(10.5, 0.00793411456431402055)]
    [InlineData(100, 0.000833330555634914683)]
    public void StirlingError_HasAllItsDigits(double x, double expected) => Close(expected, GammaFunction.StirlingError(x), x < 10 ? 2e-14 : 6e-16);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void DegreesOfFreedom_ArePositive(double degreesOfFreedom) => Assert.All(
        [() => StudentT.TwoSidedP(1, degreesOfFreedom), () => StudentT.Cdf(1, degreesOfFreedom), () => StudentT.Quantile(0, degreesOfFreedom), () => StudentT.Quantile(0.4, degreesOfFreedom)],
        (Func<object?> act) => Refused.OutOfRange("degreesOfFreedom", "The degrees of freedom must be positive.", act));

    [Theory]
    [InlineData(-1e-300)]
    [InlineData(1.0000000000000002)]
    [InlineData(double.NaN)]
    public void Probability_LiesFromZeroToOne(double p) => Assert.All(
        [() => StudentT.Quantile(p, 2), () => StudentT.Quantile(p, 3), () => NormalDistribution.Quantile(p), () => BetaFunction.RegularizedQuantile(2, 3, p)],
        (Func<object?> act) => Refused.OutOfRange("p", "The probability must lie in [0, 1].", act));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Confidence_LiesInsideZeroToOne(double confidence) => Assert.All(
        [() => StudentT.TwoSidedCritical(confidence, 3), () => NormalDistribution.TwoSidedCritical(confidence)],
        (Func<object?> act) => Refused.OutOfRange("confidence", "The confidence level must lie strictly between 0 and 1.", act));

    [Theory]
    [InlineData(0, 1, 0.5, 0.5)]
    [InlineData(1, 0, 0.5, 0.5)]
    [InlineData(double.NaN, 1, 0.5, 0.5)]
    [InlineData(1, double.NaN, 0.5, 0.5)]
    [InlineData(1, 1, -1e-9, 1)]
    [InlineData(1, 1, 1, -1e-9)]
    [InlineData(1, 1, double.NaN, 0.5)]
    [InlineData(1, 1, 0.5, double.NaN)]
    public void IncompleteBeta_RefusesWhatItIsNotDefinedFor(double a, double b, double x, double y) =>
        Refused.OutOfRange("a", "The incomplete beta function needs a > 0, b > 0 and 0 <= x <= 1.", () => BetaFunction.Regularized(a, b, x, y));

    private static double[] Points() => [-1e9, -30, -2.5, -1, -0.3, -1e-9, 0, 1e-300, 1e-9, 0.3, 1, 2.5, 30, 1e9, 1e120];

    private static void Close(double expected, double actual, double relative = 1e-13) => Assert.Equal(expected, actual, relative * Math.Abs(expected));
}
