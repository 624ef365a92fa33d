using System.Numerics;
using TcmCrm.Roi.Returns;
using static TcmCrm.Roi.Tests.Returns.FixedPoint;

namespace TcmCrm.Roi.Tests.Returns;

/// <summary>Exponential and logarithm against integer arithmetic with 1,100 binary places: the error stays below one unit in the last place.</summary>
public class ElementaryFunctionsTests
{
    private static readonly double[] Arguments =
    [
        1e-18, 1e-17, 1.1e-17, 3e-9, 1e-5, 0.01, 0.1, 0.2, 0.249, 0.25, 0.251, 0.3, 0.34, 0.34657359027997264, 0.34657359027997270, 0.35, 0.41, 0.41421356237309503,
        0.42, 0.5, 0.6, 0.69, 0.7, 0.9, 1, 1.03, 1.04, 1.05, 1.5, 2, 3, 5, 8, 13.1, 13.2, 13.6, 13.9, 20, 30, 38.5, 38.8, 39.1, 39.5, 39.9, 40, 45, 100, 300,
    ];

    public static IEnumerable<object[]> Exponents => Arguments.Concat([500, 700, 708, 709.5]).SelectMany(x => new object[][] { [x], [-x] }).Where(row => (double)row[0] > -708.39);

    public static IEnumerable<object[]> Growths =>
        Arguments.Concat([1e6, 1e12, 1e100, 1e300]).Concat(Arguments.Where(x => x < 1).Select(x => -x)).Concat([-0.2928932188134524, -0.29, -0.75, -0.9, -0.99, -1 + 1e-12]).Select(x => new object[] { x });

    [Theory]
    [MemberData(nameof(Exponents))]
    public void Exp_IsWithinOneUnitInTheLastPlace(double x) => AssertNear(Exp(x), ElementaryFunctions.Exp(x), x);

    [Theory]
    [MemberData(nameof(Exponents))]
    public void ExpM1_IsWithinOneUnitInTheLastPlace(double x) => AssertNear(Exp(x) - One, ElementaryFunctions.ExpM1(x), x);

    [Theory]
    [MemberData(nameof(Exponents))]
    public void ExpParts_TakesTheExponentOut(double x)
    {
        double mantissa = ElementaryFunctions.ExpParts(x, out double exponent);
        Assert.InRange(mantissa, 0.7071, 1.4143);
        Assert.Equal(Math.Round(x / Math.Log(2)), exponent);
    }

    // y is ln(1 + x) but for its last unit where e^(y - ulp) <= 1 + x <= e^(y + ulp).
    [Theory]
    [MemberData(nameof(Growths))]
    public void LogP1_IsWithinOneUnitInTheLastPlace(double x)
    {
        double y = ElementaryFunctions.LogP1(x);
        BigInteger growth = One + Fixed(x);
        Assert.True(Exp(Math.BitDecrement(y)) <= growth, $"LogP1({x:R}) = {y:R} is too large.");
        Assert.True(growth <= Exp(Math.BitIncrement(y)), $"LogP1({x:R}) = {y:R} is too small.");
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-10)]
    [InlineData(0.3)]
    [InlineData(0.7071067811865476)]
    [InlineData(0.72)]
    [InlineData(0.99999999999)]
    [InlineData(1.0000001)]
    [InlineData(1.2)]
    [InlineData(1.41)]
    [InlineData(1.4142135623730951)]
    [InlineData(1.4142135623730954)]
    [InlineData(1.99)]
    [InlineData(2.8)]
    [InlineData(2.9)]
    [InlineData(10)]
    [InlineData(1e10)]
    [InlineData(1e300)]
    public void Log_IsWithinOneUnitInTheLastPlace(double x)
    {
        double y = ElementaryFunctions.Log(x);
        Assert.True(Exp(Math.BitDecrement(y)) <= Fixed(x) && Fixed(x) <= Exp(Math.BitIncrement(y)) + BigInteger.One, $"Log({x:R}) = {y:R}.");
    }

    [Fact]
    public void Ends_OfTheRange()
    {
        Assert.Equal(0, ElementaryFunctions.Log(1));
        Assert.Equal(0, ElementaryFunctions.LogP1(0));
        Assert.Equal(0, ElementaryFunctions.ExpM1(0));
        Assert.Equal(1, ElementaryFunctions.Exp(0));
        Assert.Equal(double.PositiveInfinity, ElementaryFunctions.Exp(709.79));
        Assert.Equal(double.PositiveInfinity, ElementaryFunctions.Exp(5000));
        Assert.Equal(double.PositiveInfinity, ElementaryFunctions.ExpM1(709.79));
        Assert.True(double.IsFinite(ElementaryFunctions.Exp(709.782712893384)));
        Assert.True(double.IsFinite(ElementaryFunctions.ExpM1(709.782712893384)));
        Assert.Equal(0, ElementaryFunctions.Exp(-708.4));
        Assert.Equal(0, ElementaryFunctions.Exp(-5000));
        Assert.True(ElementaryFunctions.Exp(-708.39) > 0);
        Assert.Equal(-1, ElementaryFunctions.ExpM1(-41));
        Assert.Equal(-1, ElementaryFunctions.ExpM1(-5000));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 1024)]
    [InlineData(-2, 0.25)]
    [InlineData(1023, 8.98846567431158e307)]
    [InlineData(1024, 8.98846567431158e307)]
    [InlineData(-1022, 2.2250738585072014e-308)]
    [InlineData(-1023, 0)]
    public void Power2_IsExactInTheRangeOfNormalNumbers(int k, double expected) => Assert.Equal(expected, ElementaryFunctions.Power2(k));

    [Fact]
    public void Scale_ReachesBeyondOneFactor()
    {
        Assert.Equal(12, ElementaryFunctions.Scale(3, 2));
        Assert.Equal(8 * Math.Pow(2, 1020), ElementaryFunctions.Scale(8 * Math.Pow(2, -1010), 2030));
        Assert.Equal(Math.Pow(2, -1000), ElementaryFunctions.Scale(Math.Pow(2, 1000), -2000));
        Assert.Equal(Math.Pow(2, 1023), ElementaryFunctions.Scale(1, 1023));
        Assert.Equal(Math.Pow(2, -1022), ElementaryFunctions.Scale(1, -1022));
        Assert.Equal(-1, ElementaryFunctions.Exponent(0.75));
        Assert.Equal(3, ElementaryFunctions.Exponent(-8));
    }

    private static void AssertNear(BigInteger exact, double actual, double x)
    {
        Assert.True(Fixed(Math.BitDecrement(actual)) <= exact, $"f({x:R}) = {actual:R} is too large.");
        Assert.True(exact <= Fixed(Math.BitIncrement(actual)) + BigInteger.One, $"f({x:R}) = {actual:R} is too small.");
    }
}
