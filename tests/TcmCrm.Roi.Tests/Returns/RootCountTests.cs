using System.Numerics;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Returns;

/// <summary>The number of rates against Sturm's theorem in exact integers, which shares nothing with the solver.</summary>
public class RootCountTests
{
    [Fact]
    public void RandomSeries_HaveAsManyRatesAsSturmCounts()
    {
        var random = new Random(20260301);
        int several = 0;
        for (int run = 0; run < 16_000; run++)
        {
            int n = random.Next(2, 17);
            double scale = Math.Pow(10, random.Next(1, 7));
            double stay = random.NextDouble();
            var amounts = new double[n];
            int sign = random.Next(2) * 2 - 1;
            for (int i = 0; i < n; i++)
            {
                sign = random.NextDouble() < stay ? sign : -sign;
                amounts[i] = random.Next(8) == 0 && i > 0 && i < n - 1 ? 0 : sign * Math.Ceiling(Math.Pow(scale, random.NextDouble()));
            }

            several += Compare(amounts) > 1 ? 1 : 0;
        }

        Assert.InRange(several, 500, 16_000);
    }

    [Fact]
    public void ProductsOfFactors_HaveAsManyRatesAsSturmCounts()
    {
        // Polynomials with many positive roots, equal and nearly equal ones among them, of which random series have few.
        var random = new Random(20260302);
        int runs = 0;
        int multiple = 0;
        while (runs < 6_000)
        {
            BigInteger[] product = [BigInteger.One];
            int factors = random.Next(1, 9);
            int p = 1;
            int q = 1;
            for (int i = 0; i < factors; i++)
            {
                if (i == 0 || random.Next(4) != 0)
                {
                    p = random.Next(1, 40);
                    q = random.Next(1, 40);
                }

                product = random.Next(5) == 0 ? Multiply(product, [q * q, -p * q, p * p]) : Multiply(product, [-q, p]);
            }

            if (product.All(c => BigInteger.Abs(c) < BigInteger.One << 53))
            {
                runs++;
                multiple += Compare([.. product.Select(c => (double)c)]) > 1 ? 1 : 0;
            }
        }

        Assert.InRange(multiple, 3_000, 6_000);
    }

    [Theory]
    [InlineData(new double[] { -4, 12, -9 }, 0.5)]
    [InlineData(new double[] { -1, 3, -3, 1 }, 0.0)]
    [InlineData(new double[] { 1, -4, 6, -4, 1 }, 0.0)]
    [InlineData(new double[] { -1000, 3300, -3630, 1331 }, 0.1)]
    [InlineData(new double[] { -1, 2.2, -1.21 }, 0.1)]
    public void MultipleRoot_IsOneRate(double[] amounts, double rate)
    {
        InternalRateOfReturnResult result = InternalRateOfReturn.Periodic(amounts);
        Assert.Equal(RateStatus.Unique, result.Status);
        Assert.Equal(RateProof.Isolation, result.Proof);
        Assert.Equal(rate, result[0].Rate, 1e-12);
    }

    [Theory]
    [InlineData(1e-6, 2)]
    [InlineData(1e-9, 2)]
    [InlineData(1e-13, 2)]
    [InlineData(-1e-6, 0)]
    [InlineData(-1e-9, 0)]
    [InlineData(-1e-13, 0)]
    public void NearDoubleRoot_IsToldApartToTheLastDigitsOfTheAmounts(double lift, int rates)
    {
        InternalRateOfReturnResult result = InternalRateOfReturn.Periodic([-4, 12 + lift, -9]);
        Assert.Equal(rates, result.Count);
        Assert.Equal(RateProof.Isolation, result.Proof);
        if (rates == 2)
        {
            // Roots of (-4)(1+r)^2 + b(1+r) - 9, by the quadratic formula without cancellation.
            double b = 12 + lift;
            double half = Math.Sqrt((b - 12) * (b + 12)) / 8;
            Assert.Equal((b / 8) - half, 1 + result[0].Rate, 1e-9);
            Assert.Equal((b / 8) + half, 1 + result[1].Rate, 1e-9);
        }
    }

    private static int Compare(double[] amounts)
    {
        InternalRateOfReturnResult result = InternalRateOfReturn.Periodic(amounts);
        int expected = SturmSequence.DistinctPositiveRoots([.. amounts.Select(amount => new BigInteger(amount))]);
        Assert.True(
            expected == result.Count && result.Proof != RateProof.NotCertified,
            $"Sturm counts {expected}, found {result} by {result.Proof}: {string.Join(", ", amounts)}");
        for (int i = 0; i < result.Count; i++)
        {
            Assert.InRange(result[i].RelativeResidual, 0, 1e-13);
        }

        return expected;
    }

    private static BigInteger[] Multiply(BigInteger[] left, BigInteger[] right)
    {
        var product = new BigInteger[left.Length + right.Length - 1];
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < right.Length; j++)
            {
                product[i + j] += left[i] * right[j];
            }
        }

        return product;
    }
}
