using NodaTime;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Returns;

/// <summary>Flows that break solvers: right, or no rate with its reason, or not certified; never a hang, a NaN or an exception.</summary>
public class HostileFlowsTests
{
    [Theory]
    [InlineData(new double[0], NotApplicableReason.NoFlows)]
    [InlineData(new double[] { 0, 0, 0 }, NotApplicableReason.AllZero)]
    [InlineData(new double[] { 0, 5, 0 }, NotApplicableReason.OnlyInflows)]
    [InlineData(new double[] { -1, -2 }, NotApplicableReason.OnlyOutflows)]
    [InlineData(new double[] { 1, -1, 1 }, NotApplicableReason.NpvAlwaysPositive)]
    [InlineData(new double[] { -1, 1, -1 }, NotApplicableReason.NpvAlwaysNegative)]
    [InlineData(new double[] { -1e-300, 1e300 }, NotApplicableReason.OutOfRange)]
    [InlineData(new double[] { -1e300, 1e-300 }, NotApplicableReason.OutOfRange)]
    public void NoRate_SaysWhy(double[] amounts, NotApplicableReason reason)
    {
        InternalRateOfReturnResult result = InternalRateOfReturn.Periodic(amounts);
        Assert.Equal(RateStatus.None, result.Status);
        Assert.Equal(reason, result.Reason);
        Assert.NotEqual(RateProof.NotCertified, result.Proof);
        Assert.False(result.TryGetRate(out _));
    }

    /// <summary>The sum of the parts leaves the range of doubles, the value does not.</summary>
    [Fact]
    public void ValueWithinRange_IsGivenWhereItsPartsAreNot()
    {
        double[] amounts = [-1e308, 1e308, 1e308];
        Assert.Equal((-1 + (1 / 1.1) + (1 / 1.21)) * 1e308, NetPresentValue.Periodic(amounts, 0.1, PeriodicTiming.StartAtZero).Value, 1e295);
        Assert.Equal((-1 + (1 / 1.1) + (1 / 1.21)) / 1.1 * 1e308, NetPresentValue.Periodic(amounts, 0.1, PeriodicTiming.EndOfFirstPeriod).Value, 1e295);
        Assert.Equal((-1 + (1 / 1.1) + (1 / 1.21)) * 1e308, NetPresentValue.Timed([1e308, 1e308, -1e308], [1, 2, 0], 0.1).Value, 1e295);
        Assert.Equal(NotApplicableReason.OutOfRange, NetPresentValue.Periodic([1e308, 1e308, 1e308], 0.1, PeriodicTiming.StartAtZero).Reason);
    }

    [Fact]
    public void FlowsOfOneDate_HaveNoRate()
    {
        LocalDate day = new(2026, 3, 1);
        Assert.Equal(NotApplicableReason.SingleInstant, InternalRateOfReturn.Dated([-100, 150], [day, day]).Reason);
        Assert.Equal(NotApplicableReason.SingleInstant, InternalRateOfReturn.Dated([-100, 100], [day, day]).Reason);
        Assert.Equal(NotApplicableReason.OnlyInflows, InternalRateOfReturn.Dated([200.0], [day]).Reason);
        Assert.Equal(NotApplicableReason.AllZero, InternalRateOfReturn.Dated([-1, 1, 2, -2], [day, day, day.PlusDays(9), day.PlusDays(9)]).Reason);

        // What is left of 0.1 + 0.2 - 0.3 is rounding, not a flow with a rate of its own.
        Assert.Equal(RateStatus.Unique, InternalRateOfReturn.Dated([-100, 110, 0.1, 0.2, -0.3], [day, day.PlusYears(1), day.PlusYears(2), day.PlusYears(2), day.PlusYears(2)]).Status);
    }

    [Theory]
    [InlineData(new double[] { -1e300, 0, 1e-300 }, -690.7755278982137)]
    [InlineData(new double[] { -1e-300, 0, 1e300 }, 690.7755278982137)]
    [InlineData(new double[] { -1e300, 1e300 }, 0)]
    [InlineData(new double[] { -1e-300, 2e-300 }, 0.6931471805599453)]
    [InlineData(new double[] { -5e-324, 5e-324 }, 0)]
    [InlineData(new double[] { -1.7e308, -1.7e308, 1.7e308, 1.7e308 }, 0)]
    [InlineData(new double[] { -1e-10, 1e10 }, 46.051701859880914)]
    [InlineData(new double[] { -1e10, 1e-10 }, -46.051701859880914)]
    [InlineData(new double[] { -1, 1000001 }, 13.815511557963774)]
    public void ExtremeAmounts_HaveTheirRate(double[] amounts, double logGrowth)
    {
        InternalRateOfReturnResult result = InternalRateOfReturn.Periodic(amounts);
        Assert.Equal(RateStatus.Unique, result.Status);
        Assert.InRange(Math.Abs(result[0].LogGrowth - logGrowth), 0, 1e-12 * Math.Max(1, Math.Abs(logGrowth)));
        Assert.True(result[0].Rate > -1);
    }

    [Fact]
    public void MixedExtremes_KeepBothRates()
    {
        // -e + b x - e x^2 with b/e = 1e300: x is near 1e-300 and 1e300.
        InternalRateOfReturnResult result = InternalRateOfReturn.Periodic([-1e-150, 1e150, -1e-150]);
        Assert.Equal(2, result.Count);
        Assert.Equal(-690.7755278982137, result[0].LogGrowth, 1e-9);
        Assert.Equal(690.7755278982137, result[1].LogGrowth, 1e-9);

        result = InternalRateOfReturn.Periodic([-1e300, 1e300, 1e-300, -1e-300, 1, -1]);
        Assert.All(result.Roots, root => Assert.InRange(root.RelativeResidual, 0, 1e-12));
    }

    [Fact]
    public void TenThousandFlows_AreSolved()
    {
        var random = new Random(7);
        var amounts = new double[10_000];
        amounts[0] = -1e6;
        for (int i = 1; i < amounts.Length; i++)
        {
            amounts[i] = random.NextDouble() * 400;
        }

        InternalRateOfReturnResult result = InternalRateOfReturn.Periodic(amounts);
        Assert.Equal(RateProof.Descartes, result.Proof);
        Assert.InRange(result[0].RelativeResidual, 0, 1e-12);

        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] = random.NextDouble() - 0.5;
        }

        result = InternalRateOfReturn.Periodic(amounts);
        Assert.All(result.Roots, root => Assert.InRange(root.RelativeResidual, 0, 1e-11));
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void AlternatingFlows_NeverClaimMoreThanIsProven(int changes)
    {
        double[] amounts = [.. Enumerable.Range(0, changes + 1).Select(i => i % 2 == 0 ? -1.0 : 1.0)];
        InternalRateOfReturnResult result = InternalRateOfReturn.Periodic(amounts);

        // -1 + x - x^2 + ... = -(1 - (-x)^n)/(1 + x): zero at x = 1 when n is even, nowhere when it is odd.
        Assert.Equal(changes % 2, result.Count);
        if (changes <= 64)
        {
            Assert.NotEqual(RateProof.NotCertified, result.Proof);
        }
    }

    [Fact]
    public void MoreSignChangesThanCanBeIsolated_AreNotCertified()
    {
        // A factor (x - 1.5)(x - 0.6) inside noise that changes sign with every flow.
        var random = new Random(99);
        double[] noise = [.. Enumerable.Range(0, 120).Select(i => (i % 2 == 0 ? 1 : -1) * (1 + random.NextDouble()))];
        var amounts = new double[122];
        for (int i = 0; i < noise.Length; i++)
        {
            amounts[i] += 0.9 * noise[i];
            amounts[i + 1] -= 2.1 * noise[i];
            amounts[i + 2] += noise[i];
        }

        InternalRateOfReturnResult result = InternalRateOfReturn.Periodic(amounts);
        Assert.False(result.TryGetRate(out _));
        Assert.Contains(result.Roots, root => Math.Abs(root.Rate - ((1 / 1.5) - 1)) < 1e-9);
        Assert.Contains(result.Roots, root => Math.Abs(root.Rate - ((1 / 0.6) - 1)) < 1e-9);
    }

    [Fact]
    public void ThreeHundredYears_AreSolved()
    {
        LocalDate start = new(1900, 1, 1);
        LocalDate[] dates = [.. Enumerable.Range(0, 301).Select(start.PlusYears)];
        double[] amounts = [-1000, .. Enumerable.Repeat(50.0, 300)];
        InternalRateOfReturnResult result = InternalRateOfReturn.Dated(amounts, dates, DayCount.Anniversary);
        Assert.True(result.TryGetRate(out double rate));
        Assert.Equal(0.05, rate, 1e-6);

        amounts = [-1000, .. Enumerable.Repeat(60.0, 299), -1e7];
        result = InternalRateOfReturn.Dated(amounts, dates, DayCount.Anniversary);
        Assert.Equal(2, result.Count);
        Assert.Equal(RateProof.Isolation, result.Proof);
        Assert.All(result.Roots, root => Assert.InRange(root.RelativeResidual, 0, 1e-12));
    }

    [Fact]
    public void FlowsADayApart_KeepEnormousAndTinyRates()
    {
        LocalDate day = new(1985, 1, 1);
        InternalRateOfReturnResult result = InternalRateOfReturn.Dated([1000, -6000], [day, day.PlusDays(1)]);
        Assert.Equal(365 * Math.Log(6), result[0].LogGrowth, 1e-9);
        result = InternalRateOfReturn.Dated([6000, -1000], [day, day.PlusDays(1)]);
        Assert.Equal(-365 * Math.Log(6), result[0].LogGrowth, 1e-9);
        Assert.Equal(NotApplicableReason.OutOfRange, InternalRateOfReturn.Dated([1000, -8000], [day, day.PlusDays(1)]).Reason);
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void FlowThatIsNoNumber_IsRefusedByEveryFigure(double wrong, string text)
    {
        double[] amounts = [-100, 50, wrong, 80];
        double[] years = [0, 1, 2, 3];
        string words = $"amounts[2] is {text}; allowed: finite numbers.";
        Refused.Argument("amounts", words, () => PaybackPeriod.Periodic(amounts, PaybackKind.First));
        Refused.Argument("amounts", words, () => PaybackPeriod.Periodic(amounts, PaybackKind.Durable, 0.08));
        Refused.Argument("amounts", words, () => PaybackPeriod.IndexOf(amounts, PaybackKind.First));
        Refused.Argument("amounts", words, () => PaybackPeriod.Timed(amounts, years, PaybackKind.First));
        Refused.Argument("amounts", words, () => NetPresentValue.Periodic(amounts, 0.08, PeriodicTiming.StartAtZero));
        Refused.Argument("amounts", words, () => NetPresentValue.Periodic(amounts, 0.08, PeriodicTiming.EndOfFirstPeriod));
        Refused.Argument("amounts", words, () => NetPresentValue.Timed(amounts, years, 0.08));
        Refused.Argument("amounts", words, () => NetPresentValue.FutureValuePeriodic(amounts, 0.08));
        Refused.Argument("amounts", words, () => NetPresentValue.FutureValueTimed(amounts, years, 0.08));
        Assert.Throws<ArgumentException>(() => PaybackPeriod.Timed([-100, 50, 60], [0, 1, wrong], PaybackKind.First));
        Assert.Throws<ArgumentException>(() => PaybackPeriod.Timed([-100], [wrong], PaybackKind.First));
    }

    [Fact]
    public void SumBeyondADouble_HasNoPaybackAndNoValue()
    {
        Assert.Equal(NotApplicableReason.OutOfRange, PaybackPeriod.Periodic([-1e308, -1e308, 1e308], PaybackKind.First).Reason);
        Assert.Equal(NotApplicableReason.OutOfRange, NetPresentValue.Periodic([1e308, 1e308], 0, PeriodicTiming.StartAtZero).Reason);
        Assert.Equal(NotApplicableReason.OutOfRange, NetPresentValue.FutureValuePeriodic([1e308, 1e308], 0).Reason);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void NotANumber_IsRefusedWithItsIndex(double bad)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => InternalRateOfReturn.Periodic([-1, 2, bad]));
        Assert.Contains("[2]", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => InternalRateOfReturn.Timed([-1, bad], [0, 1]));
        Assert.Contains("[1]", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => InternalRateOfReturn.Timed([-1, 1], [0, bad]));
        Assert.Contains("[1]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DifferentLengths_AreRefused() => Assert.Throws<ArgumentException>(() => InternalRateOfReturn.Timed([-1, 2], [0]));

    [Fact]
    public void RandomBits_NeverThrowOrHang()
    {
        var random = new Random(5);
        var bytes = new byte[8];
        for (int run = 0; run < 4_000; run++)
        {
            int n = random.Next(2, 30);
            var amounts = new double[n];
            var years = new double[n];
            for (int i = 0; i < n; i++)
            {
                do
                {
                    random.NextBytes(bytes);
                    amounts[i] = BitConverter.ToDouble(bytes, 0);
                }
                while (double.IsNaN(amounts[i]) || double.IsInfinity(amounts[i]));
                years[i] = random.Next(3) == 0 ? random.Next(300) : random.NextDouble() * Math.Pow(10, random.Next(-6, 4));
            }

            InternalRateOfReturnResult periodic = InternalRateOfReturn.Periodic(amounts);
            InternalRateOfReturnResult timed = InternalRateOfReturn.Timed(amounts, years);
            foreach (RateRoot root in periodic.Roots.Concat(timed.Roots))
            {
                Assert.True(root.Rate > -1 && !double.IsInfinity(root.Rate) && root.RelativeResidual <= 1e-9, $"{root} residual {root.RelativeResidual}");
            }
        }
    }
}
