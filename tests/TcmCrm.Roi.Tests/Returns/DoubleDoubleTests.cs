using System.Numerics;
using TcmCrm.Roi.Returns;
using static TcmCrm.Roi.Tests.Returns.FixedPoint;

namespace TcmCrm.Roi.Tests.Returns;

/// <summary>Sums and products of two doubles are exact; what follows keeps 100 of 106 binary places.</summary>
public class DoubleDoubleTests
{
    private static readonly double[] Numbers = [1, -1, 0.1, 1.0 / 3, -7.3e5, 123456789.123456789, 2.5e-9, -9.87654321e-3, Math.PI, 4.0e12 / 7];

    public static IEnumerable<object[]> Pairs => Numbers.SelectMany(a => Numbers.Select(b => new object[] { a, b }));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void SumAndProduct_OfTwoDoubles_AreExact(double a, double b)
    {
        Assert.Equal(Fixed(a) + Fixed(b), Exact(DoubleDouble.Sum(a, b)));
        Assert.Equal((Fixed(a) * Fixed(b)) >> Places, Exact(DoubleDouble.Product(a, b)));
        Assert.Equal(a + b, DoubleDouble.Sum(a, b).High);
        Assert.Equal(a * b, DoubleDouble.Product(a, b).High);
        Assert.Equal(a + b, DoubleDouble.Sum(a, b).Value);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Operators_Keep100Places(double a, double b)
    {
        // Both with a low part: a third, and a product.
        DoubleDouble left = DoubleDouble.Product(a, 1.0 / 3);
        DoubleDouble right = DoubleDouble.Product(b, 1.1);
        BigInteger x = Exact(left), y = Exact(right);
        BigInteger sizes = BigInteger.Abs(x) + BigInteger.Abs(y);
        AssertNear(x + y, left + right, sizes);
        AssertNear(x - y, left - right, sizes);
        AssertNear((x * y) >> Places, left * right, BigInteger.Abs((x * y) >> Places));
        AssertNear((x * Fixed(b)) >> Places, left * b, BigInteger.Abs((x * Fixed(b)) >> Places));
        Assert.Equal(-x, Exact(-left));
        Assert.Equal(x * 8, Exact(left.Scaled(8)));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(0.08, 1)]
    [InlineData(0.08, 2.9972602739726026)]
    [InlineData(-0.3, 7.5)]
    [InlineData(1.7, 33.25)]
    [InlineData(-2.1, 100)]
    [InlineData(12, 30)]
    [InlineData(1e-7, 0.5)]
    public void ExpOfProduct_Keeps95Places(double u, double t)
    {
        DoubleDouble mantissa = DoubleDouble.ExpOfProduct(u, t, out double exponent);
        BigInteger exact = Exp(-((Fixed(u) * Fixed(t)) >> Places));
        BigInteger found = exponent >= 0 ? Exact(mantissa) << (int)exponent : Exact(mantissa) >> (int)-exponent;
        Assert.InRange(mantissa.High, 0.7, 1.42);
        Assert.True(BigInteger.Abs(found - exact) <= exact >> 95, $"e^-({u} x {t})");
    }

    private static BigInteger Exact(DoubleDouble number) => Fixed(number.High) + Fixed(number.Low);

    private static void AssertNear(BigInteger exact, DoubleDouble actual, BigInteger size) =>
        Assert.True(BigInteger.Abs(exact - Exact(actual)) <= size >> 100, $"{actual.High:R} + {actual.Low:R}");
}
