using CsCheck;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class RetentionTests
{
    [Theory]
    [InlineData("tooFewPeriods", 0.9, 0.8)]
    [InlineData("tooFewPeriods", 0.9, 0.0, 0.0, 0.0)]
    [InlineData("noChurn", 1.0, 1.0, 1.0)]
    [InlineData("constantChurn", 0.9, 0.81, 0.729, 0.6561)]
    [InlineData("constantChurn", 0.95, 0.85, 0.7)]
    [InlineData("firstPeriodOnly", 0.7, 0.7, 0.7)]
    public void FitWithoutInteriorOptimum_SaysWhy(string reason, params double[] shares)
    {
        RetentionFit fit = RetentionModel.FitShares(shares);
        Assert.False(fit.HasAnswer);
        Assert.Equal(reason, fit.Reason?.Code);
    }

    [Fact]
    public void ConstantChurn_IsReported() => Assert.Equal(0.1, RetentionModel.FitShares([0.9, 0.81, 0.729]).ConstantChurn, 12);

    [Fact]
    public void Shares_AndCounts_GiveTheSameModel()
    {
        RetentionModel.FitShares([0.869, 0.743, 0.653, 0.593]).TryGetModel(out RetentionModel? shares);
        RetentionModel.FitCohorts([[1000, 869, 743, 653, 593]]).TryGetModel(out RetentionModel? counts);
        Assert.Equal(shares!.Alpha, counts!.Alpha, 1e-9);
        Assert.Equal(shares.Beta, counts.Beta, 1e-9);
    }

    [Fact]
    public void InfiniteLifetime_IsNoAnswer()
    {
        Assert.False(new RetentionModel(1, 5).TryGetResidualLifetime(0, 3, out _));
        Assert.True(new RetentionModel(1.5, 5).TryGetResidualLifetime(0, 3, out double lifetime));
        Assert.Equal(16, lifetime, 1e-12);
    }

    [Fact]
    public void BadData_NamesTheIndex()
    {
        Assert.Contains("[1]", Assert.Throws<ArgumentException>(() => RetentionModel.FitShares([0.9, 0.95, 0.8])).Message, StringComparison.Ordinal);
        Assert.Contains("[2]", Assert.Throws<ArgumentException>(() => RetentionModel.FitCohorts([[10, 9, double.NaN]])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RetentionModel.FitCohorts([[]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetentionModel(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetentionModel(1, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetentionModel(1, 1).RetentionAt(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetentionModel(1, 1).TryGetResidualLifetime(-0.1, 0, out _));
    }

    [Fact]
    public void SurvivalCurve_KnowsWhereItEnds()
    {
        SurvivalCurve open = SurvivalCurve.Estimate([3, 6, 12], [true, false, false]);
        Assert.False(open.TryGetSurvival(12.5, out _));
        Assert.True(open.TryGetSurvival(2.9, out double before));
        Assert.Equal(1, before);
        Assert.False(open.IsSufficient);
        SurvivalCurve closed = SurvivalCurve.Estimate([3, 6], [true, true]);
        Assert.True(closed.TryGetSurvival(100, out double gone));
        Assert.Equal(0, gone);
        Assert.False(closed.Points[1].HasInterval);
    }

    [Fact]
    public void SurvivalCurve_OfAnyOrder_IsTheSame() =>
        Gen.Select(Gen.Int[1, 12], Gen.Bool).Array[1, 40].SelectMany(data => Gen.Shuffle(data).Select(other => (data, other))).Sample((data, other) =>
        {
            SurvivalCurve a = SurvivalCurve.Estimate([.. data.Select(d => (double)d.Item1)], [.. data.Select(d => d.Item2)]);
            SurvivalCurve b = SurvivalCurve.Estimate([.. other.Select(d => (double)d.Item1)], [.. other.Select(d => d.Item2)]);
            return a.Points.SequenceEqual(b.Points) && a.Points.All(p => p.Lower <= p.Survival && p.Survival <= p.Upper);
        });

    [Fact]
    public void LogRank_OfAGroupWithItself_IsZero()
    {
        SurvivalCurve curve = SurvivalCurve.Estimate([1, 2, 2, 5, 8], [true, true, false, true, false]);
        LogRankTest test = LogRankTest.Compare(curve, curve);
        Assert.True(test.HasAnswer);
        Assert.Equal(0, test.ChiSquare, 1e-15);
        Assert.Equal(1, test.PValue, 1e-7);
    }

    [Fact]
    public void LogRank_WithoutLosses_HasNoAnswer()
    {
        SurvivalCurve curve = SurvivalCurve.Estimate([5, 6], [false, false]);
        Assert.False(LogRankTest.Compare(curve, curve).HasAnswer);
    }
}
