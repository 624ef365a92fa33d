using CsCheck;
using NodaTime;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Returns;

/// <summary>Laws that hold for every series.</summary>
public class RateLawsTests
{
    private static readonly Gen<double> Amount = Gen.Double[-1000, 1000].Select(x => Math.Round(x, 2));

    private static readonly Gen<double[]> Series = Gen.OneOf(
        Amount.Array[1, 14],
        Gen.Select(Gen.Double[-5000, -1], Gen.Double[0.01, 900].Array[1, 40]).Select((first, rest) => (double[])[first, .. rest]));

    private static readonly Gen<(double[] Amounts, double[] Years)> Timed =
        Amount.Array[2, 12].SelectMany(amounts => Gen.Int[0, 4000].Array[amounts.Length].Select(days => (amounts, days.Select(day => day / 1024.0).ToArray())));

    [Fact]
    public void NetPresentValue_IsZeroAtEachRate() => Series.Sample(amounts =>
    {
        foreach (RateRoot root in InternalRateOfReturn.Periodic(amounts).Roots)
        {
            if (root.Rate is > -0.9 and < 100)
            {
                double[] sizes = Array.ConvertAll(amounts, Math.Abs);
                double value = NetPresentValue.Periodic(amounts, root.Rate, PeriodicTiming.StartAtZero).Value;
                double size = NetPresentValue.Periodic(sizes, root.Rate, PeriodicTiming.StartAtZero).Value;
                Assert.InRange(Math.Abs(value), 0, 1e-11 * size);
            }
        }
    }, iter: 3000);

    [Fact]
    public void Rates_DoNotChangeWithTheUnitOfMoneyOrTheSign() => Gen.Select(Series, Gen.Double[-12, 12]).Sample((amounts, power) =>
    {
        InternalRateOfReturnResult plain = InternalRateOfReturn.Periodic(amounts);
        double factor = Math.Pow(10, power);
        Same(plain, InternalRateOfReturn.Periodic(Array.ConvertAll(amounts, a => a * factor)), mirrored: false);
        Same(plain, InternalRateOfReturn.Periodic(Array.ConvertAll(amounts, a => -a)), mirrored: true);
    }, iter: 3000);

    [Fact]
    public void Rates_DoNotChangeWithZerosAtTheEnds() => Gen.Select(Series, Gen.Int[0, 5], Gen.Int[0, 5]).Sample((amounts, before, after) =>
        Same(InternalRateOfReturn.Periodic(amounts), InternalRateOfReturn.Periodic([.. new double[before], .. amounts, .. new double[after]]), mirrored: false), iter: 2000);

    [Fact]
    public void Rates_DoNotChangeWithOrderOrShiftOrSplit() => Gen.Select(Timed, Gen.Int[0, 10_000]).Sample((flows, seed) =>
    {
        InternalRateOfReturnResult plain = InternalRateOfReturn.Timed(flows.Amounts, flows.Years);
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, flows.Amounts.Length).OrderBy(_ => random.Next())];
        Same(plain, InternalRateOfReturn.Timed([.. order.Select(i => flows.Amounts[i])], [.. order.Select(i => flows.Years[i])]), mirrored: false);

        // Times are multiples of 2^-10, so the shift is exact.
        Same(plain, InternalRateOfReturn.Timed(flows.Amounts, Array.ConvertAll(flows.Years, year => year + 1024)), mirrored: false);
        Same(
            plain,
            InternalRateOfReturn.Timed([.. flows.Amounts.Select(a => 0.25 * a), .. flows.Amounts.Select(a => 0.75 * a)], [.. flows.Years, .. flows.Years]),
            mirrored: false);
    }, iter: 3000);

    [Fact]
    public void DatedRates_DoNotChangeWithTheDate() => Gen.Select(Amount.Array[2, 10], Gen.Int[0, 20_000]).Sample((amounts, shift) =>
    {
        LocalDate start = new(1990, 5, 17);
        LocalDate[] dates = [.. amounts.Select((_, i) => start.PlusDays(i * 97))];
        Same(
            InternalRateOfReturn.Dated(amounts, dates),
            InternalRateOfReturn.Dated(amounts, [.. dates.Select(date => date.PlusDays(shift))]),
            mirrored: false);
    }, iter: 2000);

    [Fact]
    public void PeriodicAndYearlyFlows_HaveTheSameRates() => Series.Sample(amounts =>
        Same(InternalRateOfReturn.Periodic(amounts), InternalRateOfReturn.Timed(amounts, [.. amounts.Select((_, i) => (double)i)]), mirrored: false, single: true), iter: 3000);

    private static void Same(InternalRateOfReturnResult left, InternalRateOfReturnResult right, bool mirrored, bool single = false)
    {
        Assert.Equal(left.Count, right.Count);
        if (!(single && left.Count == 0))
        {
            Assert.Equal(mirrored ? Mirror(left.Reason) : left.Reason, right.Reason);
        }

        for (int i = 0; i < left.Count; i++)
        {
            Assert.InRange(Math.Abs(left[i].LogGrowth - right[i].LogGrowth), 0, 1e-9);
        }
    }

    private static NotApplicableReason? Mirror(NotApplicableReason? reason) => reason switch
    {
        NotApplicableReason.OnlyInflows => NotApplicableReason.OnlyOutflows,
        NotApplicableReason.OnlyOutflows => NotApplicableReason.OnlyInflows,
        NotApplicableReason.NpvAlwaysNegative => NotApplicableReason.NpvAlwaysPositive,
        NotApplicableReason.NpvAlwaysPositive => NotApplicableReason.NpvAlwaysNegative,
        _ => reason,
    };
}
