using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Returns;

/// <summary>Rates that lie close together, and rates that cannot be proven.</summary>
public class ClusteredRootTests
{
    /// <summary>(q - 1.1)(q - 1.1 - d) with q = 1 + r, in whole numbers: the rates are 10 % and 10 % + d.</summary>
    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    [InlineData(10_000_000)]
    [InlineData(100_000_000)]
    public void RatesThatLieCloseTogether_AreExactToTheLastPlaces(long parts)
    {
        // scale x (q^2 - (2.2 + d) q + 1.21 + 1.1 d) with d = 1 / parts and scale = 100 x parts.
        double[] flows = [100.0 * parts, -((220.0 * parts) + 100), (121.0 * parts) + 110];
        double[] expected = [0.1, 0.1 + (1.0 / parts)];
        foreach (InternalRateOfReturnResult result in new[] { InternalRateOfReturn.Periodic(flows), InternalRateOfReturn.Timed(flows, [0, 1, 2]) })
        {
            Assert.Equal((RateStatus.Multiple, RateProof.Isolation), (result.Status, result.Proof));
            Assert.Equal(2, result.Count);
            for (int i = 0; i < 2; i++)
            {
                Assert.True(Math.Abs(result[i].Rate - expected[i]) <= 1e-14 * expected[i], $"{result[i].Rate:R} is not {expected[i]:R}");
            }
        }
    }

    /// <summary>(q - 1.05)(q - 1.050001)(q - 1.2): a pair and a single rate.</summary>
    [Fact]
    public void APairBesideAnotherRate_IsExactToo()
    {
        // 1e11 x (q^3 - 3.300001 q^2 + 3.62250225 q - 1.32300126): whole numbers, which doubles hold exactly.
        double[] flows = [100_000_000_000, -330_000_100_000, 362_250_225_000, -132_300_126_000];
        InternalRateOfReturnResult result = InternalRateOfReturn.Periodic(flows);
        double[] expected = [0.05, 0.050001, 0.2];
        Assert.Equal(3, result.Count);
        for (int i = 0; i < 3; i++)
        {
            Assert.True(Math.Abs(result[i].Rate - expected[i]) <= 1e-14 * expected[i], $"{result[i].Rate:R} is not {expected[i]:R}");
        }
    }

    /// <summary>More sign changes than can be isolated, and no rule that covers them.</summary>
    [Fact]
    public void RatesThatAreNotProven_AreUndetermined()
    {
        // Flows that grow and alternate: cumulative sums change sign with every flow.
        double[] flows = [.. Enumerable.Range(0, 160).Select(i => (i % 2 == 0 ? -1 : 1) * (1.0 + (i / 3.0)) * (i == 159 ? 1.2 : 1))];
        InternalRateOfReturnResult result = InternalRateOfReturn.Periodic(flows);
        Assert.Equal((RateStatus.Undetermined, RateProof.NotCertified), (result.Status, result.Proof));
        Assert.False(result.TryGetRate(out _));
        Assert.Equal(NotApplicableReason.NotCertified, result.ToFigure().Reason);
        Assert.Equal(result.Count == 0, result.Reason is not null);
        Assert.Equal(NotApplicableReason.NotCertified, result.Select(RateSelection.NearestTo(0.1)).Reason);
        Assert.StartsWith("Undetermined (", result.ToString(), StringComparison.Ordinal);
        Assert.Equal(RateStatus.None, default(InternalRateOfReturnResult).Status);
    }

    [Fact]
    public void SelectionsAreReadAsTheyAreWritten()
    {
        foreach (RateSelection selection in new[] { RateSelection.LowestNonNegative, RateSelection.Excel, RateSelection.NearestTo(-0.25), RateSelection.NearestTo(0.1) })
        {
            Assert.True(RateSelection.TryParse(selection.ToString(), out RateSelection? read));
            Assert.Equal(selection, read);
            Assert.Equal(selection.GetHashCode(), read!.GetHashCode());
        }

        Assert.All(new[] { null, "", "nearest", "nearest:", "nearest:-1", "nearest:1e999", "Excel", "lowest" }, text => Assert.False(RateSelection.TryParse(text, out _)));
        Assert.Throws<ArgumentException>(() => InternalRateOfReturn.Periodic([-100, 230, -132]).Select(RateSelection.Excel));
        Assert.Equal(0.1, InternalRateOfReturn.ExcelTimed([-100, 230, -132], [0, 1, 2]).Value, 1e-12);
        Assert.Equal(0.2, InternalRateOfReturn.ExcelTimed([-100, 230, -132], [0, 1, 2], 0.3).Value, 1e-12);
        Assert.Equal(NotApplicableReason.OnlyInflows, InternalRateOfReturn.ExcelTimed([1, 2], [0, 1]).Reason);
    }
}
