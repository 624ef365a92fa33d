using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Returns;

/// <summary>The wide forms of the discounted sum against the sum as it is defined, at every length near the switch from one form to the next.</summary>
public class DiscountKernelTests
{
    public static IEnumerable<object[]> Lengths => Enumerable.Range(0, 20).Concat([30, 31, 32, 33, 47, 48, 62, 63, 64, 65, 79, 80, 81, 200]).Select(n => new object[] { n });

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Periodic_IsTheSumAsDefined(int n)
    {
        double[] amounts = Amounts(n);
        foreach (double rate in new[] { -0.2, -0.01, 0, 0.08, 0.7 })
        {
            double expected = amounts.Select((amount, i) => amount * Math.Pow(1 + rate, -i)).Sum();
            double size = amounts.Select((amount, i) => Math.Abs(amount) * Math.Pow(1 + rate, -i)).Sum();
            Assert.Equal(expected, DiscountKernel.Periodic(amounts, rate), 1e-13 * size);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Timed_IsTheSumAsDefined(int n)
    {
        double[] amounts = Amounts(n);
        double[] times = [.. amounts.Select((_, i) => (i * 0.31) + (i % 3 * 0.07))];
        foreach (double u in new[] { -0.2, 0, 0.05, 1.1 })
        {
            double expected = amounts.Select((amount, i) => amount * Math.Exp(-u * times[i])).Sum();
            double size = amounts.Select((amount, i) => Math.Abs(amount) * Math.Exp(-u * times[i])).Sum();
            Assert.Equal(expected, DiscountKernel.Timed(amounts, times, u), 1e-13 * size);
        }
    }

    [Fact]
    public void Periodic_WherePowersOverflowAndTermsDoNot_IsFinite()
    {
        // 1000^199 is beyond a double, and every flow after the second is zero.
        double[] amounts = new double[200];
        amounts[0] = 1;
        amounts[1] = 2;
        Assert.Equal(2001, DiscountKernel.Periodic(amounts, -0.999), 1e-9);
        Assert.Equal(2001, DiscountKernel.Periodic(amounts.AsSpan(0, 60), -0.999), 1e-9);
    }

    [Fact]
    public void Timed_FarOut_LosesNoNearTerm()
    {
        double[] times = [0, 1, 8000];
        Assert.Equal(1 + (2 * Math.Exp(0.1)), DiscountKernel.Timed([1, 2, 0], times, -0.1), 1e-14);
        Assert.Equal(1 + (2 * Math.Exp(-0.1)), DiscountKernel.Timed([1, 2, 5], times, 0.1), 1e-14);
        Assert.Equal(double.PositiveInfinity, DiscountKernel.Timed([1, 2, 5], times, -0.1));
        Assert.Equal(3 + Math.Exp(69), DiscountKernel.Timed([3, 1], [0, -6900], 0.01), 1e-13 * Math.Exp(69));
        Assert.Equal(3 + Math.Exp(701), DiscountKernel.Timed([3, 1], [0, -70100], 0.01), 1e-12 * Math.Exp(701));
    }

    private static double[] Amounts(int n) => [.. Enumerable.Range(0, n).Select(i => (i % 7 == 0 ? -1300.0 : 411.25) + (17 * Math.Sin(i)))];
}
