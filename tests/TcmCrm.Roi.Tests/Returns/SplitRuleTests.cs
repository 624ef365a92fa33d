using CsCheck;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Returns;

public class SplitRuleTests
{
    [Fact]
    public void FeesAtTheStartAndReceiptsAtTheEndOfEveryMonth_HaveOneProvenRate() =>
        Gen.Select(Gen.Int[6, 120], Gen.Double[50, 400], Gen.Double[1, 60], Gen.Double[5, 100]).Sample((months, investment, fee, receipt) =>
        {
            // 2 x months - 1 sign changes: more than can be isolated from 33 months on.
            var amounts = new double[2 * months];
            var years = new double[2 * months];
            for (int month = 0; month < months; month++)
            {
                amounts[2 * month] = month == 0 ? -investment - fee : -fee;
                amounts[(2 * month) + 1] = receipt;
                years[2 * month] = month / 12.0;
                years[(2 * month) + 1] = (month + 0.97) / 12;
            }

            // Receipts within a day or so of the fees leave several rates possible; there the count must still be what isolation finds.
            InternalRateOfReturnResult result = InternalRateOfReturn.Timed(amounts, years);
            if (receipt > fee * 1.05)
            {
                Assert.Equal(RateStatus.Unique, result.Status);
                Assert.Equal(RateProof.NorstromBothSides, result.Proof);
                Assert.True(result[0].RelativeResidual < 1e-12);
            }
        });

    [Fact]
    public void SeveralRates_AreNeverTakenForOne() =>
        Gen.Double[0.5, 2].Array[3, 7].Where(growths => growths.Length % 2 == 1).Sample(growths =>
        {
            // The product of (1 - g x) has exactly the growth factors g as roots; split well apart they are distinct.
            double[] sorted = [.. growths.Select((growth, i) => growth + (2 * i)).Order()];
            double[] amounts = [-1];
            foreach (double growth in sorted)
            {
                amounts = [.. amounts.Append(0).Zip(amounts.Prepend(0), (same, shifted) => same - (growth * shifted))];
            }

            double[] years = [.. Enumerable.Range(0, amounts.Length).Select(year => (double)year)];
            InternalRateOfReturnResult result = InternalRateOfReturn.Timed(amounts, years);
            Assert.Equal(sorted.Length, result.Count);
        });
}
